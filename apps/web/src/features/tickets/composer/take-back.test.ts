import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRemembered } from '../../../lib/remembered.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Message } from '../store/types.ts';
import { draftKey, emptyDraft, readStoredDraft } from './draft-content.ts';
import { dropAsked, giveBack, returnedTexts, takeBack } from './take-back.ts';

const promise = { text: 'The new lamp is sent', hours: 24 };
const took = { status: 'pending', priority: 'high', add_tags: ['return'], fields: { shelf: 'B 4', weight: null }, note: 'Label sent', promise };
const stored = new Map<string, string>();
const keptOf = (ticket: number) => readStoredDraft(readRemembered(draftKey(1, ticket, 'public')));
const aMessage = { id: 7, ticket: 3, kind: 'public', html: '<p>Send it back.</p>', text: 'Send it back.', attachments: [], to: [], cc: [], bcc: [], delivery: null } as unknown as Message; // what coming back reads of one

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value) });
  vi.stubGlobal('location', { origin: 'http://desk.example', pathname: '/' });
  vi.stubGlobal('fetch', async () => Response.json({ along: { changes: took, macros: [4] } }));
});
afterEach(() => {
  stored.clear();
  returnedTexts.set(null);
  vi.unstubAllGlobals();
});

test('a reply that is taken back from the thread brings its macros and all that it did along', async () => {
  expect(await takeBack(new QueryClient(), aMessage, 1)).toBe(true);
  expect(keptOf(3)).toMatchObject({ html: '<p>Send it back.</p>', changes: took, macros: [4] });
  expect(returnedTexts.get()?.content.changes).toEqual(took);
});

test('what the ticket holds by now is not done once more', async () => {
  const client = new QueryClient();
  const held = { status: 'pending', priority: 'high', kind: 'question', team: { id: 5, name: 'Returns' }, assignee: { id: 7, name: 'Bo' }, tags: ['return'], fields: { shelf: 'B 4' } };
  client.setQueryData(ticketKeys.detail(3), held);
  await takeBack(client, aMessage, 1);
  expect(keptOf(3)).toMatchObject({ changes: { status: 'pending', note: 'Label sent', promise }, macros: [4] });
  expect(Object.keys(returnedTexts.get()!.content.changes).toSorted()).toEqual(['note', 'promise', 'status']);
});

test('one that is undone from the composer brings all that was chosen there', async () => {
  const changes = { add_tags: ['return'], note: 'Label sent' };
  await takeBack(new QueryClient(), aMessage, 1, { changes, macros: [4, 5] });
  expect(keptOf(3)).toMatchObject({ changes, macros: [4, 5] });
});

test('but an escalation that somebody has acted on, and a webhook that has been told', async () => {
  const escalate = { to: { team: 4 }, question: 'Is it known?' };
  const along = { changes: { add_tags: ['return'], escalate, webhook: 5 }, macros: [4] };
  await takeBack(new QueryClient(), aMessage, 1, along);
  expect(Object.keys(returnedTexts.get()!.content.changes)).toEqual(['add_tags']);
  vi.stubGlobal('fetch', async () => Response.json({ along }));
  await takeBack(new QueryClient(), aMessage, 1, along);
  expect(returnedTexts.get()?.content.changes).toEqual(along.changes);
});

test('what is asked for by itself is dropped from a composer that was left, and what was chosen since stays', () => {
  const asked = { note: 'Goodwill given', promise };
  giveBack(1, 3, 'public', { ...emptyDraft, html: '<p>Please take this.</p>', changes: { ...asked, priority: 'high' }, macros: [4] });
  dropAsked(new QueryClient(), 1, 3, 'public', asked);
  expect(keptOf(3)).toMatchObject({ html: '<p>Please take this.</p>', changes: { priority: 'high' }, macros: [4] });
});

test('likewise from a draft that only the server keeps', () => {
  const client = new QueryClient();
  const draft = { kind: 'public', side: null, html: '<p>Hello</p>', to: null, cc: [], bcc: [], subject: '', quoted: [], attachments: [], changes: { note: 'Goodwill given' }, macros: [4], replaced: null, updated_at: '2026-01-01T00:00:00Z' };
  client.setQueryData(ticketKeys.detail(3), { drafts: [draft] });
  dropAsked(client, 1, 3, 'public', { note: 'Goodwill given' });
  expect(keptOf(3)).toMatchObject({ html: '<p>Hello</p>', changes: {}, macros: [4], seen: '2026-01-01T00:00:00Z' });
});
