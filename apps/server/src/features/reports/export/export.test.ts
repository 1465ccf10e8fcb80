import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import type { Table } from './tables.ts';
import { toXlsx } from './xlsx.ts';

const wicked = ['=HYPERLINK("http://evil.example")', '+1', '-2+3', '@SUM(A1)', '\t=1', '＝1', 'a\u0000b\u0008<c>&"d"', 'Ż'];
const table: Table = {
  name: 'By: [team]/*?',
  columns: [{ title: '=Team', kind: 'text' }, { title: 'Came in', kind: 'count' }, { title: 'Kept', kind: 'share' }, { title: 'Minutes', kind: 'minutes' }, { title: 'Day', kind: 'day' }],
  rows: wicked.map((label, at) => [label, at * 1_000, at === 0 ? null : 0.875, 1234.5, '2026-03-01']),
};

describe('CSV', () => {
  test.each([['en', ','], ['sv', ';'], ['pl', ';'], ['es', ';'], ['da', ';']] as const)('in %s holds no formula, and numbers as that language writes them', (language, separator) => {
    const lines = toCsv(table, language).slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + wicked.length);
    for (const cell of lines.flatMap((line) => line.split(`"${separator}"`)).map((each) => each.replace(/^"|"$/g, ''))) expect(cell).not.toMatch(/^[=+\-@\t\r＝]/);
    expect(lines.at(-1)).toContain(separator === ';' ? '"1234,5"' : '"1234.5"');
    expect(lines.at(-1)).toContain(separator === ';' ? '"87,5%"' : '"87.5%"');
    expect(lines.at(-1)).toContain('"7000"');
  });
});

describe('a workbook', () => {
  const parts = Object.fromEntries(Object.entries(unzipSync(toXlsx([table, { ...table, name: 'by: [TEAM]/*?' }]))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';

  test('has a sheet for each table, each with a name of its own that programs take', () => {
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name!);
    expect(names).toHaveLength(2);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    for (const [, target] of (parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)) expect(Object.keys(parts)).toContain(`xl/${target}`);
    for (const [, name] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)) expect(Object.keys(parts)).toContain(name);
  });

  test('holds texts as texts, never as formulas, and nothing that XML cannot hold', () => {
    expect(sheet).not.toContain('<f>');
    const texts = [...sheet.matchAll(/t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    expect(texts.slice(5)).toEqual(wicked.map((each) => each.replaceAll(/[\u0000\u0008]/g, '')));
    expect(sheet).not.toMatch(/[\u0000-\u0008]/);
  });

  test('holds numbers as numbers and days as days', () => {
    expect(sheet).toContain('<c r="B3" s="2"><v>1000</v></c><c r="C3" s="4"><v>0.875</v></c><c r="D3" s="3"><v>1234.5</v></c><c r="E3" s="5"><v>46082</v></c>');
    expect(sheet).not.toContain('r="C2"');
  });
});
