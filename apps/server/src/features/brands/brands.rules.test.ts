import { expect, test } from 'vitest';
import { fillPlaceholders, slugOf, unknownPlaceholders } from './brands.rules.ts';

test.each([
  ['Nordic Support', 'nordic-support'],
  ['  Ærø  Færge ', 'aero-faerge'],
  ['Straße 7', 'strasse-7'],
  ['---', 'brand'],
  ['Ω', 'brand'],
])('%s is %s in a link', (name, slug) => expect(slugOf(name)).toBe(slug));

test('a customer who is called like a placeholder stays as they are', () => {
  expect(fillPlaceholders('Hi {{customer.name}}', { 'customer.name': '{{agent.name}}', 'agent.name': 'Nora' })).toBe('Hi {{agent.name}}');
});

test('a value with a dollar sign is put in as it stands, a missing one as nothing', () => {
  expect(fillPlaceholders('[{{ ticket.subject }}|{{agent.name}}]', { 'ticket.subject': "$& $1 $'" })).toBe("[$& $1 $'|]");
});

test.each([
  ['plain { braces } and {{ticket.number}}', []],
  ['{{ticket.number}} {{}}', ['{{}}']],
  ['{{__proto__}} {{__proto__}}', ['{{__proto__}}']],
  ['{{ticket.number', ['{{ticket.number']],
  ['{{{ticket.number}}}', []],
])('in %s unknown is %j', (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown));
