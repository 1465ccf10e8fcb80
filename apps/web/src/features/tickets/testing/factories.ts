import type { Message, Ticket, TimelineEvent } from '../store/types.ts';

/** Whole shapes of the API for tests; only what a test is about needs to be said. */
export function aTicket(fields: Partial<Ticket> = {}): Ticket {
  return {
    id: 1, number: 101, subject: 'No light', status: 'open', priority: 'normal', kind: 'question', channel: 'email', folder: 'inbox',
    tags: ['fibre'], language: 'sv', brand: { id: 1, name: 'Fjordnet', color: '#0b6e75' }, team: null, assignee: { id: 7, name: 'Agent 7' },
    requester: { id: 3, name: 'Karin', email: 'karin@kund.example' }, inbox: null, promise_due_at: null, last_line: '', last_author: 'Karin', last_direction: 'in',
    last_message_at: '2026-01-01T00:00:00Z', message_count: 1, unread: false, solved_at: null, close_at: null, snoozed_until: null, merged_into: null,
    created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z', ...fields,
  };
}

export function aMessage(fields: Partial<Message> = {}): Message {
  return {
    id: 1, type: 'message', ticket: 101, kind: 'public', direction: 'in', channel: 'email', author: { type: 'customer', id: 3, name: 'Karin' },
    from: { name: 'Karin', address: 'karin@kund.example' }, to: [], cc: [], bcc: [], side: null, subject: 'No light', text: '', html: null, reply_text: '', language: null,
    automatic: null, sender_check: 'verified', notices: [], attachments: [], message_id: null, has_raw: true, delivery: null, created_at: '2026-01-01T00:00:00Z', ...fields,
  };
}

export function anEvent(type: string, data: Record<string, unknown> = {}, fields: Partial<TimelineEvent> = {}): TimelineEvent {
  return { id: 1, type, ticket: 101, actor: { type: 'agent', id: 7, name: 'Anders' }, data, created_at: '2026-01-01T00:00:00Z', ...fields };
}
