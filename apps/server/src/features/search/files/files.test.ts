import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeAttachment } from '../../demo/plan/attachments.ts';
import { readFileText, textKind } from './file-text.ts';
import { readApart } from './read-apart.ts';

const zip = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const docx = (body: string) => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>` });

describe('the text of', () => {
  test('a Word document: words that are split over runs come together, paragraphs stay apart', async () => {
    const bytes = docx('<w:p><w:r><w:t>Kvit</w:t></w:r><w:r><w:t xml:space="preserve">tering </w:t></w:r><w:r><w:t>4711 &amp; ł</w:t></w:r></w:p><w:p><w:r><w:t>Ende</w:t></w:r></w:p>');
    expect(await readFileText(bytes, 'office')).toBe('Kvittering 4711 & ł Ende');
  });

  test('a table: shared words and own numbers, not the numbers of the words', async () => {
    const bytes = zip({ 'xl/sharedStrings.xml': '<sst><si><t>Lampa</t></si><si><t>Stol</t></si></sst>', 'xl/worksheets/sheet1.xml': '<worksheet><row><c t="s"><v>9999</v></c><c><v>1250</v></c><c t="inlineStr"><is><t>inne</t></is></c></row></worksheet>' });
    expect((await readFileText(bytes, 'office')).split(/\s+/)).toEqual(['Lampa', 'Stol', '1250', 'inne']);
  });

  test('slides and an OpenDocument text', async () => {
    expect(await readFileText(zip({ 'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>First</a:t></a:r></a:p><a:p><a:r><a:t>second</a:t></a:r></a:p></p:sld>' }), 'office')).toBe('First second');
    expect(await readFileText(zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:text><text:h>Head</text:h><text:p>one<text:tab/>two</text:p></office:text>' }), 'office')).toBe('Head one two');
  });

  test('a PDF', async () => {
    const { content } = makeAttachment('confirmation');
    expect(await readFileText(content, 'pdf')).toContain('Confirmation of transfer');
  });

  test('plain text in the letters it was written with, and HTML without its tags', async () => {
    expect(await readFileText(Buffer.from('Łódź åäö'), 'plain')).toBe('Łódź åäö');
    expect(await readFileText(Buffer.from('\ufeffŁódź', 'utf16le'), 'plain')).toContain('Łódź');
    expect(await readFileText(Buffer.from([0x53, 0x6b, 0xe4, 0x72, 0x6d]), 'plain')).toBe('Skärm');
    // As older Windows of the middle of Europe saves it: Proszę przysłać fakturę, żółta.
    expect(await readFileText(Buffer.from('50726f737aea2070727a7973b361e62066616b747572ea2c20bff3b37461', 'hex'), 'plain')).toBe('Proszę przysłać fakturę, żółta');
    expect(await readFileText(Buffer.from('<style>p{}</style><p>Hi &lt;there&gt;</p><script>bad()</script>'), 'html')).toBe('Hi <there>');
  });

  test('what is no such file is nothing, and a part of a file is what there is of it', async () => {
    expect(await readFileText(Buffer.from('no pdf at all'), 'pdf')).toBe('');
    expect(await readFileText(Buffer.from('no zip at all'), 'office')).toBe('');
    expect(await readFileText(zip({ 'evil.xml': '<p>words</p>', '../word/document.xml': '<w:t>x</w:t>' }), 'office')).toBe('');
  });
});

test('the kind comes from the type, else from the name', () => {
  expect([textKind('application/pdf', 'x'), textKind('application/octet-stream', 'Bill.PDF'), textKind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', ''), textKind('text/csv; charset=utf-8', ''), textKind('image/png', 'a.png'), textKind('application/zip', 'a.zip')]).toEqual(['pdf', 'pdf', 'office', 'plain', null, null]);
});

describe('what a stranger sends to do harm', () => {
  test('a small file that unpacks to gigabytes is left where there is enough of it', async () => {
    const zeros = deflateRawSync(Buffer.alloc(100 * 1024 * 1024, 'a'), { level: 9 });
    const bomb = zip({ 'word/document.xml': '' });
    // The same zip with its first part's bytes taken for the bomb's: a local header, method 8, sizes unknown.
    const header = Buffer.from(bomb.subarray(0, 30 + 'word/document.xml'.length));
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(header.readUInt16LE(6) | 8, 6);
    header.writeUInt32LE(0, 14);
    header.writeUInt32LE(zeros.length, 18);
    header.writeUInt32LE(0xffffffff, 22);
    const began = performance.now();
    const text = await readApart(Buffer.concat([header, zeros]), 'office');
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('one that takes too long or too much memory is given up, and nothing else ends', async () => {
    const slow = docx('<c t="s">'.repeat(300_000));
    await expect(readApart(slow, 'office', { milliseconds: 1, memoryMb: 256 })).rejects.toThrow(/took longer/);
    await expect(readApart(docx('<w:p>x</w:p>'.repeat(900_000)), 'office', { milliseconds: 20_000, memoryMb: 8 })).rejects.toThrow();
    expect(await readApart(docx('<w:p>still here</w:p>'), 'office')).toBe('still here');
  });

  test.each(['pdf', 'office', 'html', 'plain'] as const)('bytes by chance as %s end in text or an error', async (kind) => {
    for (const mark of ['%PDF-1.7\n', 'PK\u0003\u0004', '']) {
      const bytes = Buffer.concat([Buffer.from(mark, 'latin1'), Buffer.from(Array.from({ length: 3_000 }, (_, index) => (index * 7919 + 13) % 251))]);
      await readApart(bytes, kind).then((text) => expect(typeof text).toBe('string'), (error: unknown) => expect(error).toBeInstanceOf(Error));
    }
  });
});
