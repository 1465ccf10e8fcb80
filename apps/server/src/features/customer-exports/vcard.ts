import type { CustomerRow } from '../customers/index.ts';

/** A customer as a vCard 4.0 (RFC 6350). A name must stand there: without one it is the address. */
export function toCard({ id, name, addresses, organization_name, language, kind, note, brands, updated_at }: CustomerRow): string {
  const several = (wanted: 'email' | 'phone') => addresses.filter((each) => each.kind === wanted).length > 1;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `FN:${escaped(name || (addresses[0]?.address ?? String(id)))}`,
    ...addresses.map((each) => {
      const preferred = each.is_primary && several(each.kind) ? ';PREF=1' : '';
      if (each.kind === 'email') return `EMAIL${preferred}:${escaped(each.address)}`;
      return each.address.startsWith('+') ? `TEL;VALUE=uri${preferred}:tel:${each.address}` : `TEL${preferred}:${escaped(each.address)}`;
    }),
    ...(organization_name === null ? [] : [`ORG:${escaped(organization_name)}`]),
    ...(language === null ? [] : [`LANG:${language}`]),
    ...(note === '' ? [] : [`NOTE:${escaped(note)}`]),
    ...(brands.length === 0 ? [] : [`CATEGORIES:${brands.map((brand) => escaped(brand.name)).join(',')}`]),
    ...(kind === 'employee' ? ['X-OMBUD-KIND:employee'] : []),
    `REV:${updated_at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 6350 §3.4; other line breaks are `\n` too, and controls have no place in a card. */
function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Lines of at most 75 octets, no character cut in two (RFC 6350 §3.2). */
function folded(line: string): string {
  let out = '';
  let length = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (length + size > 75) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += size;
  }
  return out;
}
