import { Readable } from 'node:stream';
import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { findDelimiter } from './csv.ts';
import { FileTrouble } from './file-trouble.ts';
import { readRows, recognise } from './read-file.ts';

/** A file in small pieces, so that no character, quote or fold may rely on being in one. */
function file(bytes: Uint8Array | string, step = 7): () => Promise<Readable> {
  const all = Buffer.from(bytes as Uint8Array);
  return () => Promise.resolve(Readable.from((function* pieces() {
    for (let at = 0; at < all.length; at += step) yield all.subarray(at, at + step);
  })(), { objectMode: false }));
}

async function read(bytes: Uint8Array | string, step?: number): Promise<{ encoding: string; rows: string[][]; numbers: number[] }> {
  const open = file(bytes, step);
  const reading = await recognise(open);
  const rows = await Array.fromAsync(readRows(open, reading));
  return { encoding: reading.encoding, rows: rows.map(({ cells }) => cells), numbers: rows.map(({ row }) => row) };
}

const table = 'Namn;E-post\r\nÅsa Öberg;asa@firm.example\r\n"Łukasz ""Luk"" Żak";luk@firm.example\r\n';

describe('letters', () => {
  test.each([
    ['utf-8', encode(table, 'utf-8')],
    ['utf-8', encode(table, 'utf-8', { addBOM: true })],
    ['utf-16le', encode(table, 'utf-16le')],
    ['utf-16le', encode(table, 'utf-16le', { addBOM: true })],
    ['utf-16be', encode(table, 'utf-16be')],
    ['utf-16be', encode(table, 'utf-16be', { addBOM: true })],
  ])('%s is recognised', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, rows: [['Namn', 'E-post'], ['Åsa Öberg', 'asa@firm.example'], ['Łukasz "Luk" Żak', 'luk@firm.example']] });
  });

  test.each([
    ['windows-1252', 'Åsa Öberg, Søren Ærø, Muñoz'],
    ['windows-1250', 'Zażółć gęślą jaźń'],
  ])('%s is recognised by its letters', async (encoding, text) => {
    expect(await read(encode(`${text}\n`, encoding))).toMatchObject({ encoding, rows: [text.split(',')] });
  });

  test('ISO-8859-1 is a part of Windows-1252', async () => {
    expect((await read(encode('Åsa;Löfgren\n', 'iso-8859-1'))).rows).toEqual([['Åsa', 'Löfgren']]);
  });
});

describe('tables', () => {
  test.each([
    [',', 'name,email\na,b\n'],
    [';', 'name;email\n"a;b,c";d\n'],
    ['\t', 'name\temail\na, b\tc\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [';', 'sep=;\nname;email\n'],
    [',', 'name\nAnna\n'],
    [';', 'name;note\nA;"one, two, three"\nB;"four, five, six"\n'],
  ])('are separated by %j', (delimiter, head) => {
    expect(findDelimiter(head)).toBe(delimiter);
  });

  test.each([
    ['line ends of every kind', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['a line break, a comma and quotes in quotes', '"a\nb","c,d","e""f"\n', [['a\nb', 'c,d', 'e"f']]],
    ['a quote within a word', 'a,5" screen\nb,c\n', [['a', '5" screen'], ['b', 'c']]],
    ['rows of different lengths', 'a,b,c\nd\ne,f\n', [['a', 'b', 'c'], ['d'], ['e', 'f']]],
    ['no line end at the end', 'a,b', [['a', 'b']]],
    ['rows with nothing in them', 'a,b\n,\n\n  ,\nc,d\n', [['a', 'b'], ['c', 'd']]],
    ['what Excel says first', 'sep=;\r\na;b\r\n', [['a', 'b']]],
  ])('with %s', async (_what, text, rows) => {
    for (const step of [1, 3, 1_000]) expect((await read(text, step)).rows).toEqual(rows);
  });

  test('rows are counted as a spreadsheet counts them', async () => {
    expect((await read('h\na\n\n\nb\n')).numbers).toEqual([1, 2, 5]);
  });
});

describe('hostile files', () => {
  const lines = (count: number, line: string) => Buffer.from(line.repeat(count));
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks', Buffer.from(' \n \n'), 'empty'],
    ['a workbook', Buffer.from('PK\u0003\u0004 and a bomb', 'latin1'), 'spreadsheet'],
    ['an old workbook', Buffer.from('\u00d0\u00cf\u0011\u00e0rest', 'latin1'), 'spreadsheet'],
    ['a packed file', Buffer.from('\u001f\u008bxxxx', 'latin1'), 'not_text'],
    ['a picture', Buffer.from('\u0089PNG\r\n', 'latin1'), 'not_text'],
    ['zeros', Buffer.alloc(100_000), 'not_text'],
    ['a million columns', Buffer.from(`${','.repeat(1_000_000)}\n`), 'too_many_columns'],
    ['a gigantic quoted cell', Buffer.from(`a,b\n"${'x'.repeat(2_000_000)}",c\n`), 'record_too_large'],
    ['a quote that never closes', Buffer.from('a,b\n"c,d\ne,f\n'), 'quote_not_closed'],
    ['a row too many', lines(100_002, 'a\n'), 'too_many_rows'],
    ['a card of a gigantic line', Buffer.from(`BEGIN:VCARD\nNOTE:${'x'.repeat(2_000_000)}\nEND:VCARD\n`), 'record_too_large'],
    ['a card of many lines', Buffer.from(`BEGIN:VCARD\n${'NOTE:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n'.repeat(20_000)}END:VCARD\n`), 'record_too_large'],
  ])('%s', async (_what, bytes, code) => {
    const error = await read(bytes, 64 * 1024).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileTrouble);
    expect(error).toMatchObject({ code });
  });

  test('a single NUL leaves the rest readable', async () => {
    expect((await read('a,b\nc\0,d\n')).rows).toEqual([['a', 'b'], ['c\0', 'd']]);
  });
});

describe('cards', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
  const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(60)}\r\n${` ${'B'.repeat(74)}\r\n`.repeat(9_000)}`.trimEnd();
  test.each([
    ['2.1 with quoted-printable over several lines', card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85berg;Anna=', '-Karin', 'TEL;CELL:+46701234567', 'EMAIL;PREF;INTERNET:anna@firm.example'), ['Anna-Karin Åberg', 'anna@firm.example', '+46701234567', '', '', '', '']],
    ['2.1 in an old charset', card('VERSION:2.1', 'FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:S=F8ren'), ['Søren', '', '', '', '', '', '']],
    ['3.0 with groups, types and folds', card('VERSION:3.0', 'FN:Maja Nowak', 'item1.EMAIL;type=INTERNET;type=HOME:home@firm.example', 'item2.EMAIL;type=pref:work@firm.example', 'ORG:Firma Sp. z o.o.;Dział', 'NOTE:one\\, two\\nthr', ' ee'), ['Maja Nowak', 'work@firm.example\nhome@firm.example', '', 'Firma Sp. z o.o.', '', 'one, two\nthree', '']],
    ['4.0 with a telephone as an address', card('VERSION:4.0', 'FN:Jens', 'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+45-32-12-34-56;ext=5', 'LANG:da', 'X-OMBUD-KIND:employee'), ['Jens', '', '+45-32-12-34-56', '', 'da', '', 'employee']],
    ['a photo of any size', card('FN:Photo', photo, 'EMAIL:p@firm.example'), ['Photo', 'p@firm.example', '', '', '', '', '']],
    ['a photo in one line', card('FN:Photo', `PHOTO:data:image/png;base64,${'A'.repeat(700_000)}`, 'EMAIL:p@firm.example'), ['Photo', 'p@firm.example', '', '', '', '', '']],
    ['a name that is only the address', card('FN:x@firm.example', 'EMAIL:x@firm.example'), ['', 'x@firm.example', '', '', '', '', '']],
    ['no end', 'BEGIN:VCARD\nFN:Open', ['Open', '', '', '', '', '', '']],
  ])('%s', async (_what, text, cells) => {
    for (const step of [5, 64 * 1024]) expect((await read(text, step)).rows).toEqual([cells]);
  });

  test('several in one file, also one within another, are counted', async () => {
    const inner = `${card('FN:One', card('FN:Agent').trimEnd())}${card('FN:Two')}`;
    expect(await read(inner)).toMatchObject({ rows: [['One', '', '', '', '', '', ''], ['Two', '', '', '', '', '', '']], numbers: [1, 2] });
  });
});
