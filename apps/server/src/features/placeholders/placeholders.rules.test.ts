import { expect, test } from 'vitest';
import { fillPlaceholders, firstNameOf, unknownPlaceholders } from './placeholders.rules.ts';

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
  ['{{customer.password}}', ['{{customer.password}}']],
])('in %s unknown is %j', (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown));

test.each([
  ['Maja Svensson', 'Maja'],
  ['Svensson, Maja', 'Maja'],
  ['  Åsa ', 'Åsa'],
  ['maja@firm.example', ''],
  ['', ''],
])('%s is called %s', (name, first) => expect(firstNameOf(name)).toBe(first));
