import { expect, test } from 'vitest';
import { asWritten, csvLine, harmless, separatorOf } from './csv.ts';

test.each([
  ['=HYPERLINK("x")', "'=HYPERLINK(\"x\")"],
  ['+46701234567', "'+46701234567"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["''+1", "'''+1"],
  ["O'Brien", "O'Brien"],
  ["'tis", "'tis"],
  ['', ''],
])('%j is written as %j and read again as it was', (text, cell) => {
  expect(harmless(text)).toBe(cell);
  expect(asWritten(cell)).toBe(text);
});

test('a line is quoted, so that no cell ends another', () => {
  expect(csvLine(['a"b', 'c,d', 'e\nf', '=1'])).toBe('"a""b","c,d","e\nf","\'=1"\r\n');
});

test.each([['en', ','], ['sv', ';'], ['es', ';'], ['da', ';'], ['pl', ';']])('spreadsheets in %s part cells at %s', (language, separator) => {
  expect(separatorOf(language)).toBe(separator);
});
