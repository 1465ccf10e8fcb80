import { emailAddress } from '../../platform/http/shapes.ts';
import { asWritten } from '../../platform/text/csv.ts';
import { readPhoneNumber } from '../customers/index.ts';
import type { Field } from './columns.rules.ts';
import { limits } from './limits.ts';
import { readKind, readLanguage } from './words.rules.ts';

/** A row of the file as a person. `brand` is the one that will know them. */
export type Draft = {
  name: string;
  emails: string[];
  phones: string[];
  organization: string | null;
  domain: string | null;
  language: string | null;
  kind: 'external' | 'employee' | null;
  note: string;
  brand: number;
};

export const problemCodes = [
  'bad_address', 'bad_number', 'spoiled_number', 'number_without_country', 'too_long', 'too_many_addresses', 'unreadable', 'bad_language', 'bad_kind', 'bad_domain',
  'unknown_brand', 'nobody', 'address_taken', 'two_people',
] as const;
export const noticeCodes = ['organization_unknown', 'no_address', 'name_kept', 'same_as_row', 'number_of_customer', 'number_of_row'] as const;

/** Why a row is refused: the field, and the beginning of what stood there. */
export type RowProblem = { code: (typeof problemCodes)[number]; field: Field | null; value: string };
/** What the person should know of a row that is taken. `whose`: the customer's name or the row that a left out number belongs to. */
export type RowNotice = { code: (typeof noticeCodes)[number]; value: string; whose?: string };

export type Terms = {
  mapping: readonly Field[];
  country: string | undefined;
  /** The brand for rows that name none. */
  brand: number;
  /** Names and slugs in small letters, of the brands that the person sees. */
  brands: ReadonlyMap<string, number>;
  /** Cells of our own exports carry an apostrophe before what a spreadsheet would run. */
  unescape: boolean;
};

/** Reads a row by the mapping; the draft stands only when there are no problems. */
export function readPerson(cells: readonly string[], terms: Terms): { draft: Draft; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const refuse = (code: RowProblem['code'], field: Field | null, value: string): null => {
    problems.push({ code, field, value: shown(value) });
    return null;
  };
  const of = (field: Field): string[] =>
    terms.mapping.flatMap((each, index) => {
      const cell = each === field ? (terms.unescape ? asWritten(cells[index] ?? '') : (cells[index] ?? '')) : '';
      const text = cell.normalize('NFC').trim();
      return text === '' ? [] : [text];
    });
  const line = (field: Field): string | null => {
    const text = of(field).join(' ').replaceAll(/\s+/g, ' ');
    if (text === '') return null;
    if (isUnreadable(text)) return refuse('unreadable', field, text);
    return text.length > limits.name ? refuse('too_long', field, text) : text;
  };

  // One more than may be is enough to say that there are too many.
  const several = (field: Field, whole?: RegExp) => distinct(of(field).flatMap((cell) => pieces(cell, whole))).slice(0, limits.addresses + 1);

  const name = line('name') ?? [line('first_name'), line('last_name')].filter(Boolean).join(' ');
  if (name.length > limits.name) refuse('too_long', 'name', name);
  const emails = several('email').flatMap((text) => readEmail(text) ?? refuse('bad_address', 'email', text) ?? []);
  const phones = several('phone', spoiled).flatMap((text) => readNumber(text, terms.country, refuse) ?? []);
  if (emails.length + phones.length > limits.addresses) refuse('too_many_addresses', emails.length > phones.length ? 'email' : 'phone', '');
  const note = of('note').join('\n\n').replaceAll(/\r\n?/g, '\n');
  if (isUnreadable(note)) refuse('unreadable', 'note', note);
  if (note.length > limits.note) refuse('too_long', 'note', note);
  const language = line('language');
  const kind = line('kind');
  const domain = line('domain');
  const brand = line('brand');
  const draft: Draft = {
    name,
    emails: distinct(emails),
    phones: distinct(phones),
    organization: line('organization'),
    domain: domain === null ? null : (readDomain(domain) ?? refuse('bad_domain', 'domain', domain)),
    language: language === null ? null : (readLanguage(language) ?? refuse('bad_language', 'language', language)),
    kind: kind === null ? null : (readKind(kind) ?? refuse('bad_kind', 'kind', kind)),
    note,
    brand: brand === null ? terms.brand : (terms.brands.get(brand.toLowerCase()) ?? refuse('unknown_brand', 'brand', brand) ?? terms.brand),
  };
  if (problems.length === 0 && draft.name === '' && draft.emails.length === 0 && draft.phones.length === 0) refuse('nobody', null, '');
  return { draft, problems: problems.slice(0, 10) };
}

/** Controls that belong in no text, and the sign for bytes that were no character of the encoding. */
function isUnreadable(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(text) || !text.isWellFormed();
}

function shown(value: string): string {
  return value.slice(0, 100).toWellFormed().replaceAll('\0', '\ufffd');
}

/** Several addresses in one cell, as address books write them. */
function pieces(cell: string, whole?: RegExp): string[] {
  const kept = whole ? (cell.match(whole) ?? []) : [];
  return [...kept, ...(kept.length > 0 && whole ? cell.replaceAll(whole, '') : cell).split(/[;,|\r\n]|:::/)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** `7,01234E+08`: what a spreadsheet makes of a number that it takes for a quantity; its last digits are lost. */
const spoiled = /(?<![\p{L}\d.,])\d{1,20}(?:[.,]\d{1,20})?E\+?\d{1,3}(?![\p{L}\d])/giu;


function distinct(texts: string[]): string[] {
  return [...new Set(texts)];
}

/** `anna@firm.example`, `mailto:…`, `Anna <anna@…>` */
function readEmail(text: string): string | null {
  const address = (/<([^<>]+)>$/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '');
  const read = emailAddress.safeParse(address);
  return read.success ? read.data : null;
}

function readNumber(text: string, country: string | undefined, refuse: (code: RowProblem['code'], field: Field, value: string) => null): string | null {
  if (text.match(spoiled)?.[0] === text) return refuse('spoiled_number', 'phone', text);
  const digits = text.replace(/^tel:/i, '').replace(/^00(?=[1-9])/, '+');
  const number = readPhoneNumber(digits, country);
  if (number !== undefined) return number;
  const isNational = country === undefined && /^[\d\s()./-]{5,}$/.test(digits);
  return refuse(isNational ? 'number_without_country' : 'bad_number', 'phone', text);
}

/** `firm.example` of that, of `@firm.example` and of `https://www.firm.example/about`. */
function readDomain(text: string): string | null {
  const host = text.toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^@/, '').replace(/[/?#:].*$/, '').replace(/^www\./, '');
  return host.length <= 253 && /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}$/.test(host) ? host : null;
}
