import { limits } from '../limits.ts';
import { FileTrouble } from './file-trouble.ts';
import type { FileRow } from './file-row.ts';

/** What is read of a card, in this order; several values of one stand on lines of their own. */
export const cardColumns = ['FN', 'EMAIL', 'TEL', 'ORG', 'LANG', 'NOTE', 'KIND'] as const;
type CardColumn = (typeof cardColumns)[number];

type Property = { name: string; parameters: Map<string, string>; value: string };

/**
 * Cards of vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) one after the other: folded lines, quoted-printable with its charsets,
 * groups; photos, sounds and everything else are passed over without being kept.
 * @throws FileTrouble
 */
export async function* readCards(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let card: Property[] | null = null;
  let depth = 0;
  let row = 0;
  let size = 0;
  for await (const line of unfolded(text)) {
    const property = readProperty(line);
    if (property?.name === 'BEGIN' && isCard(property)) {
      depth += 1;
      if (depth === 1) [card, size, row] = [[], 0, row + 1];
    } else if (property?.name === 'END' && isCard(property) && depth > 0) {
      depth -= 1;
      if (depth === 0 && card) {
        yield { row, cells: toCells(card) };
        card = null;
      }
    } else if (card && depth === 1 && property && isKept(property)) {
      size += line.length;
      if (size > limits.record) throw new FileTrouble('record_too_large', row);
      card.push(property);
    }
  }
  if (card) yield { row, cells: toCells(card) };
  if (row === 0) throw new FileTrouble('no_cards');
}

const kept = new Set(['FN', 'N', 'EMAIL', 'TEL', 'ORG', 'LANG', 'LANGUAGE', 'NOTE', 'KIND', 'X-OMBUD-KIND']);
const isCard = ({ value }: Property): boolean => value.trim().toUpperCase() === 'VCARD';
const isKept = ({ name }: Property): boolean => kept.has(name);
const skipped = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT)[;:]/i;

/** Whole lines: continued by a space (RFC 6350 §3.2), or in quoted-printable by `=` at the end. A photo's are let go at once. */
async function* unfolded(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  let isSkipped = false;
  let isPrintable = false;
  for await (const line of lines(text)) {
    const isSoft = isPrintable && held.at(-1)?.endsWith('=') === true;
    if (held.length > 0 && (isSoft || /^[ \t]/.test(line))) {
      if (isSkipped) continue;
      if (isSoft) held.push((held.pop() ?? '').slice(0, -1));
      held.push(isSoft ? line : line.slice(1));
      length += line.length;
    } else {
      if (held.length > 0) yield held.join('');
      held = [line];
      length = line.length;
      const head = line.slice(0, 200);
      isSkipped = skipped.test(head);
      isPrintable = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(head);
    }
    if (length > limits.record) throw new FileTrouble('record_too_large');
  }
  if (held.length > 0) yield held.join('');
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n');
    rest += first;
    for (const next of others) {
      yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
      rest = next;
    }
    // A photo without folds is one gigantic line: only its beginning says anything.
    if (rest.length > limits.record) {
      if (!skipped.test(rest)) throw new FileTrouble('record_too_large');
      rest = rest.slice(0, 100);
    }
  }
  if (rest !== '') yield rest;
}

/** `group.NAME;PARAMETER=value;FLAG:value`; null for what is no property. */
function readProperty(line: string): Property | null {
  const colon = outsideQuotes(line, ':');
  if (colon < 1) return null;
  const [head = '', ...given] = line.slice(0, colon).split(';');
  const name = head.trim().toUpperCase().replace(/^\uFEFF/, '').split('.').at(-1) ?? '';
  const parameters = new Map(given.map((each) => {
    const equals = each.indexOf('=');
    return equals < 0 ? ['', each.toUpperCase()] : [each.slice(0, equals).trim().toUpperCase(), each.slice(equals + 1).replaceAll('"', '')];
  }) as [string, string][]);
  return { name, parameters, value: decoded(line.slice(colon + 1), parameters) };
}

function outsideQuotes(line: string, wanted: string): number {
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === '"') quoted = !quoted;
    else if (line[index] === wanted && !quoted) return index;
  }
  return line.indexOf(wanted);
}

function decoded(value: string, parameters: Map<string, string>): string {
  const encoding = (parameters.get('ENCODING') ?? parameters.get('') ?? '').toUpperCase();
  if (encoding !== 'QUOTED-PRINTABLE') return value;
  const bytes = value.split(/((?:=[0-9a-f]{2})+)/i).map((part, index) => (index % 2 === 1 ? Buffer.from(part.replaceAll('=', ''), 'hex') : Buffer.from(part)));
  return inCharset(Buffer.concat(bytes), parameters.get('CHARSET'));
}

function inCharset(bytes: Uint8Array, charset: string | undefined): string {
  for (const label of [charset ?? 'utf-8', 'windows-1252'])
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not in that charset, or not one that is known.
    }
  return Buffer.from(bytes).toString('latin1');
}

/** Escapes of RFC 6350 §3.4. */
function plain(value: string): string {
  return value.replaceAll(/\\([nN,;:\\])/g, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)).trim();
}

function components(value: string): string[] {
  return value.split(/(?<!\\);/).map(plain);
}

function toCells(properties: Property[]): string[] {
  const all = (name: string) => properties.filter((property) => property.name === name).toSorted((a, b) => preference(a) - preference(b));
  const values: Record<CardColumn, string> = {
    FN: plain(all('FN')[0]?.value ?? '') || nameOf(all('N')[0]?.value ?? ''),
    EMAIL: all('EMAIL').map(({ value }) => plain(value).replace(/^mailto:/i, '')).join('\n'),
    TEL: all('TEL').map(({ value }) => plain(value).replace(/^tel:/i, '').replace(/;ext=.*$/i, '')).join('\n'),
    ORG: components(all('ORG')[0]?.value ?? '')[0] ?? '',
    LANG: plain((all('LANG')[0] ?? all('LANGUAGE')[0])?.value ?? ''),
    NOTE: all('NOTE').map(({ value }) => plain(value)).join('\n'),
    KIND: plain(all('X-OMBUD-KIND')[0]?.value ?? ''),
  };
  // A card must have a name; where the address stands for it, there is none.
  if (values.EMAIL.split('\n').includes(values.FN) || values.TEL.split('\n').includes(values.FN)) values.FN = '';
  return cardColumns.map((column) => values[column]);
}

/** 1 is what the person prefers (RFC 6350 §5.3); older cards say TYPE=PREF or just PREF. */
function preference({ parameters }: Property): number {
  const given = Number(parameters.get('PREF'));
  if (given >= 1 && given <= 100) return given;
  return [...parameters].some(([name, value]) => (name === '' || name === 'TYPE') && /\bPREF\b/i.test(value)) ? 1 : 101;
}

/** Family; given; additional; prefix; suffix. */
function nameOf(value: string): string {
  const [family = '', given = '', additional = ''] = components(value);
  return [given, additional, family].filter(Boolean).join(' ');
}
