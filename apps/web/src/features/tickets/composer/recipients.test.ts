import { expect, test } from 'vitest';
import type { TicketDetail } from '../store/types.ts';
import { addPerson, modeOf, recipientsOf, removePerson } from './recipients.ts';

const someone = (role: 'requester' | 'cc', address: string, confirmed = true) => ({ id: 1, customer: { id: 1, name: address, email: address }, address, name: '', role, confirmed });
const ticket = {
  requester: { id: 1, name: 'Eva', email: 'eva@people.example' },
  participants: [someone('requester', 'eva@people.example'), someone('cc', 'bo@people.example'), someone('cc', 'passed@people.example', false)],
} satisfies Pick<TicketDetail, 'participants' | 'requester'>;
const all = { to: null, cc: [], bcc: [] };
const addresses = (list: { address: string }[]) => list.map(({ address }) => address);

test('reply all goes to who takes part, and to nobody unconfirmed', () => {
  const { to, cc } = recipientsOf(ticket, all);
  expect([addresses(to), addresses(cc)]).toEqual([['eva@people.example'], ['bo@people.example']]);
  expect(modeOf(ticket, all)).toBe('all');
});

test('taking somebody out leaves exactly the others', () => {
  const left = { ...all, ...removePerson(ticket, all, 'cc', 'bo@people.example') };
  expect(left).toMatchObject({ to: [{ address: 'eva@people.example' }], cc: [] });
  expect(modeOf(ticket, left)).toBe('one');
  expect(modeOf(ticket, { ...left, ...removePerson(ticket, left, 'to', 'eva@people.example') })).toBe('chosen');
});

test('a copy that is added goes beside everybody, once, and can be taken out again', () => {
  const added = { ...all, ...addPerson(ticket, all, 'cc', { name: '', address: 'new@people.example' }) };
  expect(added.to).toBeNull();
  expect(addPerson(ticket, added, 'bcc', { name: '', address: 'bo@people.example' })).toEqual({});
  expect({ ...added, ...removePerson(ticket, added, 'cc', 'new@people.example') }).toEqual(all);
});
