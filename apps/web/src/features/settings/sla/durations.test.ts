import { expect, test } from 'vitest';
import { readMinutes, sayMinutes } from './durations.ts';

test.each([['90', 90], ['90m', 90], ['90 min', 90], ['4h', 240], ['1h 30m', 90], ['1h30', 90], ['1:30', 90], ['1,5 h', 90], ['2 t', 120], ['3 godz.', 180], ['', null], ['–', null], ['0', undefined], ['soon', undefined], ['9999999', undefined], ['1h 2h', undefined]])('%j is %j minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test.each([1, 59, 60, 61, 1440, 527_040])('%i minutes are read as they are written', (minutes) => {
  expect(readMinutes(sayMinutes(minutes))).toBe(minutes);
});
