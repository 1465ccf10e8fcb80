import type { Readable } from 'node:stream';
import { limits } from '../limits.ts';
import { findDelimiter, readCsv, type Delimiter } from './csv.ts';
import { decode, detectEncoding, type Encoding } from './encoding.ts';
import type { FileRow } from './file-row.ts';
import { FileTrouble } from './file-trouble.ts';
import { cardColumns, readCards } from './vcard.ts';

export type FileFormat = 'csv' | 'vcard';
/** How the bytes are to be read. */
export type Reading = { format: FileFormat; encoding: Encoding; delimiter: Delimiter };
type Open = () => Promise<Readable>;

const headCharacters = 64 * 1024;

/** Looks at a file once to say how it is to be read. @throws FileTrouble */
export async function recognise(open: Open, given: { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined } = {}): Promise<Reading> {
  const encoding = given.encoding ?? (await detectEncoding(await open()));
  const head = await readHead(decode(await open(), encoding));
  if (head.trim() === '') throw new FileTrouble('empty');
  const isCards = /^\uFEFF?\s*BEGIN:VCARD\s*$/im.test(head.slice(0, 2_000));
  return { format: isCards ? 'vcard' : 'csv', encoding, delimiter: given.delimiter ?? findDelimiter(head) };
}

async function readHead(text: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const piece of text) {
    head += piece;
    if (head.length >= headCharacters) break;
  }
  return head.slice(0, headCharacters);
}

/** All rows of a file, a piece of it in memory at a time. @throws FileTrouble */
export async function* readRows(open: Open, { format, encoding, delimiter }: Reading): AsyncGenerator<FileRow> {
  const text = decode(await open(), encoding);
  let count = 0;
  for await (const row of format === 'vcard' ? readCards(text) : readCsv(text, delimiter)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    count += 1;
    // One more for the headings.
    if (count > limits.rows + 1) throw new FileTrouble('too_many_rows', row.row);
    yield row;
  }
}

/** The first rows, to recognise columns by. @throws FileTrouble */
export async function readFirstRows(open: Open, reading: Reading, most: number): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  if (reading.format === 'vcard') rows.push({ row: 0, cells: [...cardColumns] });
  for await (const row of readRows(open, reading)) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}
