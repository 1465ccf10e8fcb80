import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';
import { contentDisposition, displayName, nameInLink } from './file-names.ts';
import { fileType } from './file-types.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\notes.txt', 'notes.txt'],
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie_ x.txt'],
  ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
  ['..', 'file'],
  ['', 'file'],
  ['räksmörgås 🦐.png', 'räksmörgås 🦐.png'],
  ['\ud800.txt', '\ufffd.txt'],
])('the name %j is shown as %j', (given, shown) => {
  expect(displayName(given)).toBe(shown);
});

test('a long name keeps its ending', () => {
  const name = displayName(`${'x'.repeat(5000)}.docx`);
  // Only the beginning of an overlong name is looked at.
  expect(name.length).toBeLessThanOrEqual(150);
  expect(displayName(`${'å'.repeat(300)}.docx`)).toMatch(/^å+\.docx$/);
});

test('names in headers and links hold nothing that ends them early', () => {
  expect(contentDisposition('attachment', 'fakt"ura; år.pdf')).toBe(`attachment; filename="fakt_ura; _r.pdf"; filename*=UTF-8''fakt%22ura%3B%20%C3%A5r.pdf`);
  expect(nameInLink('fakt"ura/ år.pdf')).toMatch(/^[\w.-]+\.pdf$/);
  expect(nameInLink('日本.png')).toBe('file.png');
});

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
test.each([
  [png, 'text/html', 'image/png'],
  [Buffer.from('<html><script>'), 'image/png', 'application/octet-stream'],
  [Buffer.from('<html>'), 'text/html', 'application/octet-stream'],
  [Buffer.from('<svg onload='), 'image/svg+xml', 'application/octet-stream'],
  [Buffer.from('hello'), 'text/plain; charset=latin1', 'text/plain'],
  [Buffer.from('504b0304', 'hex'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [Buffer.from('504b0304', 'hex'), 'text/html', 'application/zip'],
  [Buffer.alloc(0), '', 'application/octet-stream'],
])('%j declared as %s is kept as %s', (bytes, declared, kept) => {
  expect(fileType(bytes, declared)).toBe(kept);
});

test.each([
  [undefined, null],
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=5-99', { start: 5, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=3-2', null],
  ['bytes=0-1,3-4', null],
  ['lines=0-1', null],
])('of ten bytes, the range %s is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range);
});
