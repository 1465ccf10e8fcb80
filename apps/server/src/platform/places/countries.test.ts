import { expect, test } from 'vitest';
import { countryOf, isCountry } from './countries.ts';

test.each([
  [null, 'Europe/Stockholm', 'en', 'SE'],
  [null, 'Europe/Copenhagen', 'sv', 'DK'],
  [null, 'Europe/Warsaw', 'en', 'PL'],
  [null, 'Europe/Madrid', 'en', 'ES'],
  [null, 'America/Chicago', 'en', 'US'],
  [null, 'Asia/Calcutta', 'en', 'IN'],
  [null, 'Asia/Kolkata', 'en', 'IN'],
  [null, 'Europe/Kyiv', 'en', 'UA'],
  [null, 'UTC', 'sv', 'SE'],
  [null, 'UTC', 'en', null],
  ['NO', 'Europe/Stockholm', 'sv', 'NO'],
])('chosen %s, zone %s, language %s: %s', (country, time_zone, default_language, found) => {
  expect(countryOf({ country, time_zone, default_language })).toBe(found);
});

test.each([['SE', true], ['XK', true], ['EU', false], ['SU', false], ['se', false], ['', false]])('%s is a country: %s', (code, is) => {
  expect(isCountry(code)).toBe(is);
});
