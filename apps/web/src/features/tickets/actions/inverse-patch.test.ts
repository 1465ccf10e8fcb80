import { expect, test } from 'vitest';
import { aTicket } from '../testing/factories.ts';
import { applyPatch, hasWayBack, inversePatch } from './inverse-patch.ts';

const names = { agent: (id: number) => `Agent ${id}`, team: (id: number) => `Team ${id}` };

test('undoing an assignment gives the ticket back to whoever had it', () => {
  const before = aTicket();
  const patch = { assignee: null, status: 'pending' as const };
  const after = applyPatch(before, patch, names);
  expect(after).toMatchObject({ assignee: null, status: 'pending' });
  expect(applyPatch(after, inversePatch(before, patch), names)).toEqual(before);
});

test('undoing an added tag leaves the tag that a colleague added meanwhile', () => {
  const before = aTicket();
  const back = inversePatch(before, { add_tags: ['fibre', 'urgent-visit'] });
  const meanwhile = aTicket({ tags: ['fibre', 'urgent-visit', 'vip'] });
  expect(applyPatch(meanwhile, back, names).tags).toEqual(['fibre', 'vip']);
});

test('a removed tag comes back on undo, one that was not there does not', () => {
  expect(inversePatch(aTicket(), { remove_tags: ['fibre', 'absent'] })).toEqual({ add_tags: ['fibre'] });
});

test('back from another brand it has its inbox, its team and its person again', () => {
  const before = aTicket({ inbox: { id: 4, address: 'help@fjordnet.example' }, team: { id: 5, name: 'Team 5' } });
  expect(inversePatch(before, { brand: 2 })).toEqual({ brand: 1, inbox: 4, team: 5, assignee: 7 });
  expect(inversePatch(aTicket({ assignee: null }), { brand: 2 })).toEqual({ brand: 1 });
  // A team that was chosen along with the brand goes back to none.
  expect(inversePatch(aTicket(), { brand: 2, team: 6 })).toEqual({ brand: 1, team: null, assignee: 7 });
});

test('where nothing could be put back there is no way back', () => {
  expect(hasWayBack(aTicket(), { inbox: 4 })).toBe(false);
  expect(hasWayBack(aTicket({ inbox: { id: 3, address: 'old@fjordnet.example' } }), { inbox: 4 })).toBe(true);
  expect(hasWayBack(aTicket(), { add_tags: ['fibre'] })).toBe(false);
  // Of a note it is said that it stays.
  expect(hasWayBack(aTicket(), { note: 'Label sent' })).toBe(true);
});
