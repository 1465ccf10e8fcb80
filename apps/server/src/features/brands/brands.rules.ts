import { placeholders, type Placeholder } from './brands.schemas.ts';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const plain: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** `Fjäll & Ödla AB` becomes `fjall-odla-ab`; what holds no Latin letter or digit becomes `brand`. */
export function slugOf(name: string): string {
  const latin = [...name.toLowerCase().normalize('NFKD')].map((letter) => plain[letter] ?? letter).join('');
  const words = latin.replace(/\p{M}/gu, '').split(/[^a-z0-9]+/).filter(Boolean);
  return words.join('-').slice(0, 50).replace(/-$/, '') || 'brand';
}

const braces = /\{\{([^{}]{0,200})\}\}/g;

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** What stands in double braces and is no placeholder of ours, an opening pair that is never closed included. */
export function unknownPlaceholders(text: string): string[] {
  const unknown: string[] = [];
  const rest = text.replace(braces, (whole, inner: string) => {
    if (!isPlaceholder(inner.trim())) unknown.push(whole);
    return ' ';
  });
  const open = rest.indexOf('{{');
  if (open >= 0) unknown.push(rest.slice(open, open + 40));
  return [...new Set(unknown)];
}

/** Puts the values in, in one pass: a value that looks like a placeholder stays as it is. */
export function fillPlaceholders(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(braces, (whole, inner: string) => {
    const name = inner.trim();
    return isPlaceholder(name) ? (values[name] ?? '') : whole;
  });
}
