import { expect, test } from 'vitest';
import { nationalDigits, phoneBeginning, readPhoneNumber, showPhoneNumber } from './phone-numbers.ts';

test.each([
  ['0701-23 45 67', 'SE', '+46701234567'],
  ['+46 (0)70-123 45 67', undefined, '+46701234567'],
  ['0046 70 123 45 67', 'SE', '+46701234567'],
  ['0046 70 123 45 67', undefined, '+46701234567'],
  ['tel:+46-70-123-45-67', 'DK', '+46701234567'],
  ['\u202a+46\u00a070\u00a0123\u00a045\u00a067\u202c', 'PL', '+46701234567'],
  ['٠٧٠١٢٣٤٥٦٧', 'SE', '+46701234567'],
  ['20 12 34 56', 'DK', '+4520123456'],
  ['600 123 456', 'PL', '+48600123456'],
  ['612 34 56 78', 'ES', '+34612345678'],
  ['06 698 12345', 'IT', '+390669812345'],
  ['(201) 555-0123', 'US', '+12015550123'],
  ['+800 1234 5678', undefined, '+80012345678'],
])('%s in %s is %s', (text, country, number) => {
  expect(readPhoneNumber(text, country)).toBe(number);
});

test.each([
  ['0701-23 45 67', undefined],
  ['0701-23 45 67', 'XX'],
  ['070 123', 'SE'],
  ['112', 'SE'],
  ['+46 12', 'SE'],
  ['070-123 45 67 89 01 23', 'SE'],
  ['+999 123 456 789', 'SE'],
  ['call 070-123 45 67', 'SE'],
  ['08-12 34 56 ext. 12', 'SE'],
  ['070-123 45 67 / 08-12 34 56', 'SE'],
  ['1'.repeat(5_000), 'SE'],
  ['', 'SE'],
  ['+', 'SE'],
])('%s in %s is no number', (text, country) => {
  expect(readPhoneNumber(text, country)).toBeUndefined();
});

test.each([
  ['+46701234567', 'SE', '070-123 45 67', false],
  ['+46701234567', 'DK', '+46 70 123 45 67', false],
  ['+46701234567', undefined, '+46 70 123 45 67', false],
  ['+4512345678', 'DK', '12345678', true],
  ['0701234567', 'SE', '0701234567', true],
])('%s is shown in %s as %s', (stored, country, text, isDoubtful) => {
  expect(showPhoneNumber(stored, country)).toEqual({ text, isDoubtful });
});

test.each([
  ['+468123456', '08123456'],
  ['+4520123456', '20123456'],
  ['070123', '070123'],
])('%s is dialled at home as %s', (stored, digits) => {
  expect(nationalDigits(stored)).toBe(digits);
});

test.each([
  ['0701', 'SE', '+46701'],
  ['+46 70-1', 'DK', '+46701'],
  ['004670', 'SE', '+4670'],
  ['(201) 5', 'US', '+12015'],
  ['0701', undefined, null],
  ['maja', 'SE', null],
  ['-', 'SE', null],
])('%s typed in %s begins %s', (typed, country, beginning) => {
  expect(phoneBeginning(typed, country)).toBe(beginning);
});
