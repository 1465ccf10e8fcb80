import { emailAddress } from '../../platform/http/shapes.ts';
import { asWritten } from '../../platform/text/csv.ts';
import { readPhoneNumber } from '../customers/index.ts';
import { readKind } from './words.rules.ts';

/** What a column can hold; several columns may hold addresses, numbers and notes. */
export const fields = ['skip', 'name', 'first_name', 'last_name', 'email', 'phone', 'organization', 'domain', 'language', 'kind', 'note', 'brand'] as const;
export type Field = (typeof fields)[number];

export type Column = { heading: string; samples: string[] };

/** Small letters and digits alone: `E-postadress` and `e postadress` are the same heading. */
export function bare(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae').normalize('NFKD').replaceAll(/[^a-z0-9]/g, '');
}

/** Headings in English, Swedish, Spanish, Danish and Polish, as people and other programs write them; the first that fits counts. */
const headings: [Field, RegExp][] = [
  ['email', /mail|epost|correo|poczta/],
  ['phone', /phone|telef|^tel\d*$|^tlf|mobil|movil|^cell|komork|handy/],
  ['domain', /^(domains?|doman(er)?|domaener?|dominios?|domen[ay]|website|webpage|webbplats|hjemmeside|sitioweb|stronawww)\d*$/],
  ['first_name', /^(first|given|fore)names?$|^(fornamn|fornavn|imie|imiona|nombredepila)$/],
  ['last_name', /^(last|sur|family|second)names?$|^(efternamn|efternavn|apellidos?|nazwisko|nazwiska)$/],
  ['organization', /^(organi[sz]ations?(name)?\d*(name)?|compan(y|ies)|companyname|account(name)?|foretag(snamn)?|bolag|organisation(snavn)?|virksomhed|firma(navn)?|empresa|compania|organizacion|organizacja|spolka|nazwafirmy)$/],
  ['language', /^(languages?|lang|locale|sprak|sprog|idioma|lengua|jezyk)$/],
  ['kind', /^(kind|type|customertype|typ|slags?|tipo|rodzaj|kundtyp|kundetype)$/],
  ['brand', /^(brands?|varumarken?|brandnamn|maerker?|marcas?|mark[ai])$/],
  ['note', /^(notes?|comments?|remarks?|description|details|anteckning(ar)?|kommentar(er)?|beskrivning|beskrivelse|noter?|bemaerkning(er)?|notas?|comentarios?|observacion(es)?|notatk[ai]|uwag[ai]|komentarze?|opis)$/],
  ['name', /^((full|display|customer|contact|user|requester)?name|fn|namn|fullstandigtnamn|kundnamn|navn|fuldenavn|kundenavn|nombre|nombres|nombrecompleto|nombreyapellidos|imieinazwisko|nazwa|nazwaklienta|customer|contact|kund|kunde|cliente|contacto|klient|kontakt)$/],
];

/** What a heading says; null for one that says nothing to us. */
export function fieldOfHeading(heading: string): Field | null {
  const word = bare(heading);
  return word === '' ? null : (headings.find(([, pattern]) => pattern.test(word))?.[0] ?? null);
}

/** The columns of a vCard (reading/vcard.ts). */
const cardFields: Record<string, Field> = { FN: 'name', EMAIL: 'email', TEL: 'phone', ORG: 'organization', LANG: 'language', NOTE: 'note', KIND: 'kind' };

type Hints = { country: string | undefined; brands: readonly string[] };

/** What each column holds, by its heading and by what stands in it; `skip` where neither says. */
export function suggestMapping(columns: readonly Column[], hints: Hints): Field[] {
  const found = columns.map((column) => suggestOne(column, hints));
  const single = new Set<Field>();
  const mapping = found.map((field): Field => {
    if (field === 'email' || field === 'phone' || field === 'note' || field === 'skip') return field;
    if (single.has(field)) return 'skip';
    single.add(field);
    return field;
  });
  return splitName(columns, mapping);
}

function suggestOne({ heading, samples }: Column, { country, brands }: Hints): Field {
  const card = cardFields[heading];
  if (card) return card;
  const values = samples.map(asWritten).filter((sample) => sample.trim() !== '');
  const said = fieldOfHeading(heading);
  const all = (test: (value: string) => boolean) => values.every(test);
  if (said === 'email') return values.length === 0 || values.some((value) => value.includes('@')) ? said : 'skip';
  if (said === 'phone') return values.length === 0 || values.some((value) => /\d{3}/.test(value)) ? said : 'skip';
  if (said === 'kind') return values.length > 0 && all((value) => readKind(value) !== null) ? said : 'skip';
  // A brand of another desk means nothing here.
  if (said === 'brand') return values.length > 0 && all((value) => brands.includes(value.trim().toLowerCase())) ? said : 'skip';
  if (said) return said;
  if (values.length === 0) return 'skip';
  if (all((value) => emailAddress.safeParse(value).success)) return 'email';
  if (all((value) => /^\+|^0/.test(value.trim()) && readPhoneNumber(value, country) !== undefined)) return 'phone';
  return 'skip';
}

/** `Nombre` beside `Apellidos` is the first name; without any heading the first column of plain words is the name. */
function splitName(columns: readonly Column[], mapping: Field[]): Field[] {
  if (mapping.includes('last_name') && !mapping.includes('first_name')) return mapping.map((field) => (field === 'name' ? 'first_name' : field));
  if (mapping.some((field) => field === 'name' || field === 'first_name' || field === 'last_name')) return mapping;
  const words = columns.findIndex(({ heading, samples }, index) => mapping[index] === 'skip' && heading === '' && samples.some((sample) => /^\p{L}[\p{L}\p{M}' .-]+$/u.test(sample)));
  return mapping.map((field, index) => (index === words ? 'name' : field));
}

/** Whether the first row names the columns: none of it is an address or a number, and one heading at least is known or all differ. */
export function looksLikeHeadings(cells: readonly string[]): boolean {
  const given = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (given.length === 0 || given.some((cell) => cell.includes('@') || /^\+?[\d\s()./-]{6,}$/.test(asWritten(cell)))) return false;
  return given.some((cell) => fieldOfHeading(cell) !== null);
}
