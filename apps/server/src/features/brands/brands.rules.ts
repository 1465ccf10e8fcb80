/** Letters that Unicode does not take apart into a base letter and a mark. */
const plain: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** `Fjäll & Ödla AB` becomes `fjall-odla-ab`; what holds no Latin letter or digit becomes `brand`. */
export function slugOf(name: string): string {
  const latin = [...name.toLowerCase().normalize('NFKD')].map((letter) => plain[letter] ?? letter).join('');
  const words = latin.replace(/\p{M}/gu, '').split(/[^a-z0-9]+/).filter(Boolean);
  return words.join('-').slice(0, 50).replace(/-$/, '') || 'brand';
}
