import { expect, test } from 'vitest';
import type { Ticket } from '../store/types.ts';
import { applyPatch, inversePatch } from './inverse-patch.ts';

const names = { agent: (id: number) => `Agent ${id}`, team: (id: number) => `Team ${id}` };

function aTicket(fields: Partial<Ticket> = {}): Ticket {
  return {
    id: 1, number: 101, subject: 'No light', status: 'open', priority: 'normal', kind: 'question', channel: 'email', folder: 'inbox',
    tags: ['fibre'], language: 'sv', brand: { id: 1, name: 'Fjordnet', color: '#0b6e75' }, team: null, assignee: { id: 7, name: 'Agent 7' },
    requester: { id: 3, name: 'Karin', email: 'karin@kund.example' }, inbox: null, last_line: '', last_author: 'Karin', last_direction: 'in',
    last_message_at: '2026-01-01T00:00:00Z', message_count: 1, unread: false, solved_at: null, close_at: null,
    created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', ...fields,
  };
}

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
