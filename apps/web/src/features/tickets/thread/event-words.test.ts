import { expect, test } from 'vitest';
import { aMessage, anEvent } from '../testing/factories.ts';
import { eventLines, givenLine, statusLine, type EventNames } from './event-words.ts';

const names: EventNames = {
  agent: (id) => `Agent ${id}`, team: (id) => `Team ${id}`, brand: (id) => `Brand ${id}`, status: (code) => code, priority: (code) => code, kind: (code) => code, automation: (name) => `Automation ${name}`, promised: (kind) => kind, language: (code) => code, list: (values) => values.join(' and '), moment: (at) => at,
  field: (key) => `Field ${key}`, fieldValue: (_key, value) => String(value),
};
const keys = (event: Parameters<typeof eventLines>[0]) => eventLines(event, names).map((line) => line.key);

test('an agent who assigns to themselves takes the ticket, one who assigns to another gives it', () => {
  expect(keys(anEvent('ticket.updated', { changes: { assignee: { from: null, to: 7 } } }))).toEqual(['tickets.event.taken']);
  expect(eventLines(anEvent('ticket.updated', { changes: { assignee: { from: 7, to: 8 } } }), names)[0]).toMatchObject({ key: 'tickets.event.assigned', values: { to: 'Agent 8' } });
});

test('each thing that changed in one step is said in a sentence of its own', () => {
  const event = anEvent('ticket.updated', { changes: { status: { from: 'open', to: 'pending' }, tags: { added: ['vip', 'fibre'], removed: ['new'] } } });
  expect(keys(event)).toEqual(['tickets.event.status', 'tickets.event.tagsAdded', 'tickets.event.tagsRemoved']);
});

test('of custom fields options and ticks are told by name, and of the rest that they changed', () => {
  const event = anEvent('ticket.updated', { changes: { fields: { product: { from: null, to: 'r200' }, fitted: { from: true, to: false }, serial: {}, price: { to: null } } } });
  expect(eventLines(event, names).map(({ key, values }) => [key, values['field'], values['to']])).toEqual([
    ['tickets.event.fieldSet', 'Field product', 'r200'], ['tickets.event.fieldSet', 'Field fitted', 'false'], ['tickets.event.fieldChanged', 'Field serial', undefined], ['tickets.event.fieldCleared', 'Field price', undefined],
  ]);
});

test('what the message itself shows is not said again', () => {
  expect(['message.added', 'message.sent', 'message.failed', 'message.queued'].flatMap((type) => keys(anEvent(type)))).toEqual([]);
});

test('a stranger who wrote is named as unconfirmed', () => {
  expect(keys(anEvent('participant.added', { confirmed: false }, { actor: { type: 'system', id: null, name: '' } }))).toEqual(['tickets.event.participantUnconfirmed']);
});

test('who brought a ticket back from its snooze is named, also when they are no customer', () => {
  const values = (actor: Parameters<typeof anEvent>[2]) => eventLines(anEvent('ticket.woken', { reason: 'message' }, actor), names)[0]?.values;
  expect(values({ actor: { type: 'customer', id: 3, name: 'Karin' } })).toMatchObject({ reason: 'message', who: 'Karin' });
  expect(values({ actor: { type: 'system', id: null, name: 'Nordparts' } })).toMatchObject({ reason: 'aside', who: 'Nordparts' });
  expect(values({ actor: { type: 'system', id: null, name: '' } })).toMatchObject({ reason: 'unnamed' });
});

test('an event of a later version says nothing instead of breaking the thread', () => {
  expect(keys(anEvent('ticket.teleported', { changes: 'odd' }))).toEqual([]);
  expect(keys(anEvent('ticket.updated'))).toEqual([]);
});

test('a reply that solved says so, a customer who writes opens it again, and a first answer says nothing of the status', () => {
  const by = { author: { type: 'agent' as const, id: 7, name: 'Anders' } };
  expect(statusLine(aMessage({ ...by, status_change: { from: 'open', to: 'solved' } }), names)).toMatchObject({ key: 'tickets.event.status', values: { who: 'Anders', to: 'solved' } });
  expect(statusLine(aMessage({ status_change: { from: 'solved', to: 'open' } }), names)).toMatchObject({ key: 'tickets.event.reopened', values: { who: 'Karin' } });
  expect(statusLine(aMessage({ ...by, status_change: { from: 'new', to: 'open' } }), names)).toBeNull();
  expect(givenLine(aMessage({ given_to: { agent: 7, reason: 'account_agent' } }), names)).toMatchObject({ key: 'base.event.agent' });
  expect(givenLine(aMessage({ ...by }), names)).toBeNull();
  expect(statusLine(aMessage(by), names)).toBeNull();
});

test('what a message did is not told of one that was taken back', () => {
  const delivery = { id: 1, status: 'cancelled' as const, undo_until: null, attempts: 0, last_error: null, sent_at: null, cancel_reason: null, scheduled_for: null, unless_answered: false };
  expect(statusLine(aMessage({ author: { type: 'agent', id: 7, name: 'Anders' }, delivery, status_change: { from: 'open', to: 'solved' } }), names)).toBeNull();
});

test('what routing did is not told as a person’s', () => {
  const routed = (changes: object) => eventLines(anEvent('ticket.updated', { routing: { why: 'least_busy', team: 1 }, changes }), names);
  expect(routed({ assignee: { from: null, to: 8 } })).toMatchObject([{ key: 'routing.event.handed', values: { to: 'Agent 8' } }]);
  expect(eventLines(anEvent('ticket.updated', { routing: { why: 'least_busy', team: 1, offer: 3 }, changes: { assignee: { from: null, to: 8 } } }), names)).toMatchObject([{ key: 'routing.event.accepted', values: { to: 'Agent 8' } }]);
  expect(routed({ team: { from: 1, to: 2 } })).toMatchObject([{ key: 'routing.event.overflow' }]);
  expect(keys(anEvent('ticket.updated', { changes: { skills: { from: [], to: [] } } }))).toEqual(['routing.event.skills']);
});

test('an escalation names where it went and how it ended, and who was asked', () => {
  const line = (type: string, data: object, actor?: Parameters<typeof anEvent>[2]) => eventLines(anEvent(type, data as Record<string, unknown>, actor), names)[0];
  expect(line('escalation.made', { target: 'tier', tier: 2, owner: null, team: 4 })).toMatchObject({ key: 'escalations.event.tier', values: { tier: '2' } });
  expect(line('escalation.made', { target: 'team', tier: null, owner: null, team: 4 })).toMatchObject({ key: 'escalations.event.agent', values: { to: 'Team 4' } });
  expect(line('escalation.made', { target: 'lead', owner: 9, team: null }, { actor: { type: 'system', id: null, name: '' } })).toMatchObject({ key: 'escalations.event.lead', values: { by: 'system', to: 'Agent 9' } });
  expect(['functional', 'hierarchical'].map((kind) => line('escalation.handed_back', { kind })?.key)).toEqual(['escalations.event.handedBack', 'escalations.event.decided']);
  expect(line('swarm.asked', { team: null, tell: [1, 2] })).toMatchObject({ key: 'escalations.event.asked', values: { count: 2 } });
  expect(line('swarm.asked', { team: 4, tell: [1, 2] })).toMatchObject({ key: 'escalations.event.askedTeam', values: { team: 'Team 4' } });
  expect(keys(anEvent('swarm.answered', { swarm: 1 }))).toEqual([]);
});
