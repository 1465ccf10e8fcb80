import { addressParser } from 'postal-mime';
import { decodeHeader, headerText, withoutComments } from './header-block.ts';
import { normaliseWords, oneLine } from './encoded-words.ts';
import type { Address } from './mail.types.ts';

/** Enough for any real mail; more is a bomb. */
const maxAddresses = 500;
const bare = /[^\s<>"(),;:\\[\]@]{1,64}@[^\s<>"(),;:\\@]{1,255}/;

/** The addr-spec without stray decoration, domain in lower case; null when it is none. */
export function cleanAddress(value: string): string | null {
  const text = oneLine(value)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^[<'"\s]+|[>'"\s]+$/g, '')
    .replace(/\.+$/, '');
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1 || text.length > 320) return null;
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (/[\s<>,;]/.test(domain) || (/[\s<>,;@]/.test(local) && !/^".*"$/.test(local))) return null;
  return `${local}@${domain.toLowerCase()}`;
}

/** Comments and blanks inside `<…>` (RFC 5322 §4.4) and an old source route go; a quoted `<` does not count. */
function tidyAngles(value: string): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const c = value[i]!;
    if (c === '\\') {
      out += c + (value[++i] ?? '');
      continue;
    }
    if (c === '"') quoted = !quoted;
    const close = c === '<' && !quoted ? value.indexOf('>', i) : -1;
    if (close > i && close - i < 1000) {
      const inside = withoutComments(value.slice(i + 1, close));
      const address = inside.includes('"') ? inside.trim() : inside.replace(/\s+/g, '');
      out += ` <${address.replace(/^@[^:]{1,255}:/, '')}>`;
      i = close;
    } else out += c;
  }
  return out.replace(/(@[a-z0-9-]{1,63})[ \t]{1,20}\.[ \t]{0,20}(?=[a-z0-9])/gi, '$1.');
}

function display(name: string): string {
  return oneLine(name)
    .replace(/\s{2,}/g, ' ')
    .replace(/^["'\s]+|["'\s]+$/g, '')
    .slice(0, 200);
}

/** An address list header (RFC 5322 §3.4, RFC 6532) as people really write it; groups are opened, empty ones vanish. */
export function parseAddresses(raw: string | null, charset: string | null, hint: string | null): Address[] {
  if (!raw) return [];
  const value = normaliseWords(headerText(raw, charset, hint), hint).replace(/[\u0000-\u0008\u000b-\u001f]/g, '');
  const found: Address[] = [];
  const add = (name: string, address: string): void => {
    const clean = cleanAddress(address);
    if (clean && found.length < maxAddresses) found.push({ name: display(name) === clean ? '' : display(name), address: clean });
  };
  try {
    for (const entry of addressParser(tidyAngles(value), { flatten: true })) if (entry.address) add(entry.name, entry.address);
  } catch {
    // a list that the parser cannot take: the plain search below may still find somebody
  }
  if (found.length === 0) {
    const match = bare.exec(value);
    if (match)
      add(
        decodeHeader(raw, charset, hint)
          .slice(0, 200)
          .replace(match[0], '')
          .replace(/[<>"()]/g, ' '),
        match[0],
      );
  }
  return found;
}
