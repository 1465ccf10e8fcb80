import { expect, test } from 'vitest';
import { aTicket } from '../testing/factories.ts';
import { applyPatch, hasWayBack, inversePatch, outcomeOf } from './inverse-patch.ts';

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
  // Of a note, and of a webhook that was told, it is said that it stays; an escalation is withdrawn.
  for (const done of [{ note: 'Label sent' }, { webhook: 5 }, { escalate: { to: { lead: null }, question: 'May we?' } }]) expect(hasWayBack(aTicket(), done)).toBe(true);
});

test('an escalated ticket is shown where it goes, and its place is not put back a second time', () => {
  const before = aTicket({ status: 'pending', team: { id: 5, name: 'Team 5' } });
  const escalate = (to: { tier: 2 } | { team: number } | { agent: number } | { lead: null }) => ({ escalate: { to, question: 'Is it known?' }, priority: 'high' as const });
  expect(applyPatch(before, escalate({ team: 6 }), names)).toMatchObject({ team: { id: 6 }, assignee: null, status: 'open', priority: 'high' });
  expect(applyPatch(before, escalate({ tier: 2 }), names)).toMatchObject({ team: { id: 5 }, assignee: null });
  expect(applyPatch(before, escalate({ agent: 9 }), names)).toMatchObject({ team: { id: 5 }, assignee: { id: 9 } });
  expect(applyPatch(before, escalate({ lead: null }), names)).toMatchObject({ team: { id: 5 }, assignee: { id: 7 }, status: 'pending' });
  expect(inversePatch(before, escalate({ team: 6 }))).toEqual({ priority: before.priority });
  // One that was refused looks as it did.
  expect(applyPatch(applyPatch(before, escalate({ team: 6 }), names), inversePatch(before, outcomeOf(before, escalate({ team: 6 }))), names)).toEqual(before);
});
