import { expect, test } from 'vitest';
import { aTicket } from '../testing/factories.ts';
import { beginChange, readWithOwn } from './own-changes.ts';
import type { Ticket } from './types.ts';

/** A read of ticket 1, answered when the test lets it. */
function asks() {
  let answer = (_ticket: Ticket) => {};
  const read = () => new Promise<Ticket>((resolve) => (answer = resolve));
  const shown = readWithOwn(read, (ticket, own) => own(ticket));
  return { shown, answer: (fields: Partial<Ticket>) => answer(aTicket({ number: 1, ...fields })) };
}
const pending = () => beginChange(1, (ticket) => ({ ...ticket, status: 'pending' as const }));

test('an answer from before a change does not take it off the screen, whether the server has taken it by then or not', async () => {
  const [early, late] = [asks(), asks()];
  const change = pending();
  early.answer({ status: 'open' });
  expect((await early.shown).status).toBe('pending');
  change.taken();
  late.answer({ status: 'open', subject: 'Lamp' });
  expect(await late.shown).toMatchObject({ status: 'pending', subject: 'Lamp' });
});

test('what is asked for after the server took the change is shown as it is answered', async () => {
  pending().taken();
  const after = asks();
  after.answer({ status: 'solved' });
  expect((await after.shown).status).toBe('solved');
});

test('changes stand in the order in which they were made, and on no other ticket', async () => {
  const read = asks();
  const changes = [pending(), beginChange(1, (ticket) => ({ ...ticket, status: 'open' as const })), beginChange(2, (ticket) => ({ ...ticket, status: 'closed' as const }))];
  read.answer({ status: 'new' });
  expect((await read.shown).status).toBe('open');
  for (const change of changes) change.taken();
});

test('a change that was refused is no longer shown', async () => {
  const read = asks();
  pending().refused();
  read.answer({ status: 'open' });
  expect((await read.shown).status).toBe('open');
});

test('a read that fails says so, and holds nothing back', async () => {
  await expect(readWithOwn(() => Promise.reject(new Error('no network')), (ticket: Ticket) => ticket)).rejects.toThrow('no network');
});
