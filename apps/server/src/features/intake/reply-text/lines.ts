/** Line handling that every rule here shares: cutting, blank lines, and the clean form of a line. */

export interface Line {
  /** Offset of the first character in the whole text. */
  readonly start: number;
  /** Offset after the line's end mark. */
  readonly end: number;
  /** The line without its end mark. */
  readonly text: string;
}

/** Longer lines are running text for sure; no rule looks at them. */
export const longestRuleLine = 1000;

/** The first `most` lines of a text. */
export function cutLines(text: string, most: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length && lines.length < most) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    let stop = newline === -1 ? text.length : newline;
    if (stop > start && text[stop - 1] === '\r') stop -= 1;
    lines.push({ start, end, text: text.slice(start, stop) });
    start = end;
  }
  return lines;
}

// Marks without a width: programs put them around addresses and on "empty" lines.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const visibleMark = /[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Whether a reader would see anything. */
export function isVisible(text: string): boolean {
  return visibleMark.test(text);
}

export function isBlank(text: string): boolean {
  return text === '' || !visibleMark.test(text);
}

/** One line, in NFC, with plain single spaces and no invisible marks. Some webmails (QQ) leave `&nbsp;` in their plain text. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
}

/** `>` quotes, also full-width, and the `| ` of some webmails (but not a table row). */
export function isQuoteLine(text: string): boolean {
  if (/^[ \t\u200b\ufeff]{0,3}[>＞]/.test(text)) return true;
  return /^\|(?: |$)/.test(text) && !text.slice(2).includes('|');
}

export function withoutQuoteMarks(text: string): string {
  return text.replace(/^[\s>＞|]+/, '');
}

export function escapeForPattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Cuts characters of `marks` from both ends; a loop, since such patterns are quadratic on hostile lines. */
export function trimMarks(text: string, marks: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && marks.includes(text[start] ?? '')) start += 1;
  while (end > start && marks.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}
