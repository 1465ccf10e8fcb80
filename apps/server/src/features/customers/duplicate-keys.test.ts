import { expect, test } from 'vitest';
import { foldName, keysOf, pairsOf, plainMail } from './duplicate-keys.ts';
import type { CheckedCustomer } from './duplicates.queries.ts';

const person = (facts: Partial<CheckedCustomer>): CheckedCustomer => ({ id: 1, name: '', own_names: [], organization_id: null, emails: [], phones: [], ...facts });
/** Why two of them are taken for one, as the program finds it. */
function reasons(one: Partial<CheckedCustomer>, other: Partial<CheckedCustomer>, country = 'SE') {
  const [a, b] = [person({ id: 1, ...one }), person({ id: 2, ...other })];
  const shared = keysOf(a, country).filter((key) => keysOf(b, country).includes(key));
  return pairsOf(shared.map((key) => ({ id: 1, other: 2, key, name: a.name, other_name: b.name })), 20)[0]?.reasons ?? [];
}

test.each([
  ['a number in another spelling', { phones: ['+46701234567'] }, { phones: ['0701234567'] }, ['number']],
  ['a plus in the address', { emails: ['maja@firm.example'] }, { emails: ['maja+shop@firm.example'] }, ['mail']],
  ['dots at Gmail', { emails: ['maja.nowak@gmail.com'] }, { emails: ['majanowak+x@googlemail.com'] }, ['mail']],
  ['dots elsewhere', { emails: ['maja.nowak@firm.example'] }, { emails: ['majanowak@firm.example'] }, []],
  ['one name in one organization', { name: 'Maja Nowak', organization_id: 7 }, { name: 'NOWAK, Maja', organization_id: 7 }, ['name']],
  ['one name at one domain', { name: 'Łukasz Wójcik', emails: ['l@firm.example'] }, { name: 'Lukasz Wojcik', emails: ['lw@firm.example'] }, ['name']],
  ['one name at a domain of everybody', { name: 'Anna Berg', emails: ['a@gmail.com'] }, { name: 'Anna Berg', emails: ['b@gmail.com'] }, []],
  ['one name in two organizations', { name: 'Anna Berg', organization_id: 7 }, { name: 'Anna Berg', organization_id: 8 }, []],
  ['names that sound alike in one organization', { name: 'Kristina Nilsson', organization_id: 7 }, { name: 'Christina Nilson', organization_id: 7 }, ['similar_name']],
  ['names that sound alike and sort apart', { name: 'Kristina Dahl', organization_id: 7 }, { name: 'Christina Dahl', organization_id: 7 }, ['similar_name']],
  ['names that only begin alike', { name: 'Anna Berg', organization_id: 7 }, { name: 'Anna Borgström', organization_id: 7 }, []],
  ['one word that sounds alike', { name: 'Anna', organization_id: 7 }, { name: 'Anne', organization_id: 7 }, []],
  ['nobody’s name', { name: '', organization_id: 7 }, { name: '', organization_id: 7 }, []],
  ['the name of one merged before', { name: 'Maja Lind', own_names: ['Maja Nowak'], organization_id: 7 }, { name: 'Maja Nowak', organization_id: 7 }, ['name']],
  ['several reasons, the strongest first', { name: 'Maja Nowak', organization_id: 7, phones: ['+46701234567'] }, { name: 'Maja Nowak', organization_id: 7, phones: ['070-123 45 67'] }, ['number', 'name']],
])('%s', (_what, one, other, expected) => {
  expect(reasons(one, other)).toEqual(expected);
});

test.each([
  ['+x@firm.example', '+x@firm.example'],
  ['a+b+c@firm.example', 'a@firm.example'],
  ['m.a.j.a@gmail.com', 'maja@gmail.com'],
])('%s is read as %s', (address, plain) => {
  expect(plainMail(address)).toBe(plain);
});

test('names are folded without accents, marks and order', () => {
  expect(foldName('  O’Brien-Åström,  Søren  ')).toEqual(['astrom', 'obrien', 'soren']);
});

test('of many only the strongest are kept for each', () => {
  const matches = Array.from({ length: 50 }, (_, index) => ({ id: 1, other: index + 2, key: index === 3 ? 'number:+46701234567' : 'name:#7:maja nowak', name: 'Maja Nowak', other_name: 'Maja Nowak' }));
  const pairs = pairsOf(matches, 20);
  expect(pairs).toHaveLength(20);
  expect(pairs[0]).toEqual({ one: 1, other: 5, reasons: ['number'] });
});
