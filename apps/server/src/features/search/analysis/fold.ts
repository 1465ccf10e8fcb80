/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** As long as an address: a single sign can stand for eighteen letters, and PostgreSQL takes no lexeme beyond 2 kB. */
const longest = 320;

/** Small letters without accents: `Łódź` and `lodz` are one word. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (isAscii(small)) return small;
  return small.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[łøæœßđðþı]/g, (letter) => whole[letter] ?? letter).slice(0, longest);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
