import { expect, test } from 'vitest';
import { aTicket } from '../testing/factories.ts';
import { applyPatch, inversePatch } from './inverse-patch.ts';

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
