import { byteOrderMark, csvLine } from '../../platform/text/csv.ts';
import type { CustomerRow } from '../customers/index.ts';

/** Headings that our own import recognises; stable, because other programs read them too. */
export const headings = ['name', 'emails', 'phones', 'organization', 'language', 'kind', 'note', 'brands'] as const;

export const csvStart = byteOrderMark + csvLine(headings);

/** A customer as one line; several addresses stand in one cell, the primary one first. */
export function toCsv({ name, addresses, organization_name, language, kind, note, brands }: CustomerRow): string {
  const of = (wanted: 'email' | 'phone') => addresses.filter((each) => each.kind === wanted).map(({ address }) => address).join('; ');
  return csvLine([name, of('email'), of('phone'), organization_name ?? '', language ?? '', kind, note, brands.map((brand) => brand.name).join('; ')]);
}
