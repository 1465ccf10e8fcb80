import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { countryCodes } from './countries.ts';

test('the countries that can be chosen are those whose numbers can be read', () => {
  expect(countryCodes).toEqual(getCountries().sort());
});
