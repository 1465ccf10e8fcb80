/**
 * Words as patterns of LIKE over a text that `spacedWords` has made of small letters and single blanks: whole words, in this
 * order, wherever they stand; a star takes any letters. Nothing of what is typed is a sign of LIKE: only letters, figures and
 * stars are left, and a pattern is short, so that reading it takes time in proportion to the text.
 */
export function likePatterns(words: readonly string[]): string[] {
  return [...new Set(words.map((typed) => spaced(typed)))].filter((pattern) => pattern !== '').map((pattern) => `% ${pattern} %`);
}

/** Whether anything is left to look for. */
export function saysSomething(typed: string): boolean {
  return /[^\s%]/.test(spaced(typed));
}

function spaced(typed: string): string {
  return typed.toLowerCase().replace(/[^\p{L}\p{N}*]+/gu, ' ').trim().replace(/\*+/g, '%');
}
