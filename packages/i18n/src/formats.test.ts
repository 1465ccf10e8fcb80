import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a time is relative up to a day and a date after it', () => {
  const { relative } = createFormats('en', 'Europe/Stockholm');
  expect(relative(ago(20_000), now)).toBe('now');
  expect(relative(ago(3 * 60_000), now)).toBe('3 min ago');
  expect(relative(ago(23 * 3_600_000), now)).toBe('23 hr ago');
  expect(relative(ago(26 * 3_600_000), now)).toBe('yesterday');
  expect(relative(ago(19 * 86_400_000), now)).toBe('3 Nov');
  expect(relative(new Date('2025-11-03T12:00:00Z'), now)).toBe('3 Nov 2025');
});

test('the day of a time is the day where the agent sits', () => {
  const late = new Date('2026-11-03T23:30:00Z');
  expect(createFormats('en', 'UTC').date(late)).toBe('3 Nov 2026');
  expect(createFormats('en', 'Europe/Warsaw').date(late)).toBe('4 Nov 2026');
});

test('an American browser keeps its customs, an American locale does not spoil Polish', () => {
  expect(createFormats('en', 'UTC', 'en-US').date(now)).toBe('Nov 22, 2026');
  expect(createFormats('pl', 'UTC', 'en-US').date(now)).toBe('22 lis 2026');
});

test('a browser that names no real locale still gets dates', () => {
  expect(createFormats('en', 'UTC', 'en-US@posix').date(now)).toBe('22 Nov 2026');
});

test('sizes and numbers are written as the language writes them', () => {
  expect(plain(createFormats('en').fileSize(1_234_567))).toBe('1.2 MB');
  expect(plain(createFormats('sv').fileSize(1_234_567))).toBe('1,2 MB');
  expect(plain(createFormats('da').fileSize(20_480))).toBe('20 kB');
  expect(plain(createFormats('pl').fileSize(1))).toBe('1 bajt');
  expect(plain(createFormats('pl').number(12_345))).toBe('12 345');
});

test('Å comes after Z in Swedish', () => {
  expect(['Ö', 'Å', 'Z', 'A'].sort(createFormats('sv').compare)).toEqual(['A', 'Z', 'Å', 'Ö']);
});

test.each([
  ['en', '1,234.5', 1234.5], ['en', '1,234', 1234], ['en', '1,5', 1.5], ['en', '1.234', 1.234], ['en', '-3', -3],
  ['sv', '1 234,5', 1234.5], ['sv', '1,5', 1.5], ['sv', '1.5', 1.5], ['sv', '−7', -7],
  ['es', '1.234,5', 1234.5], ['da', '1.234', 1234], ['da', '1.234.567,25', 1_234_567.25], ['pl', '12 345,67', 12_345.67], ['pl', '12,345', 12.345],
] as const)('%s reads %s', (language, text, value) => {
  expect(createFormats(language).readDecimal(text)).toBe(value);
});

test.each(['', 'abc', '1.2.3', '1e5', '--1', '1,2,3', 'NaN'])('%s is no number', (text) => {
  for (const language of ['en', 'sv', 'es', 'da', 'pl'] as const) expect(createFormats(language).readDecimal(text)).toBeNull();
});

test('what is written is read back', () => {
  for (const language of ['en', 'sv', 'es', 'da', 'pl'] as const) {
    const { decimal, readDecimal } = createFormats(language);
    for (const value of [0, 0.1, -1.25, 1234, 1_234_567.891, 1e12]) expect(readDecimal(decimal(value))).toBe(value);
  }
});

test('a day of the calendar is the same everywhere', () => {
  for (const zone of ['Pacific/Auckland', 'UTC', 'Pacific/Honolulu']) expect(createFormats('en', zone).day('2026-12-31')).toBe('31 Dec 2026');
});
