import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { findAgent } from '../agents/index.ts';
import { seedDemo } from '../demo/index.ts';
import { reindexWorkspace } from './indexing/reindex.ts';
import { search } from './search.ts';
import { searchQuery, type SearchAnswer } from './search.schemas.ts';

/** What people type and what they mean, over the demo workspace: the first hit is to be such a ticket, person or firm. */
type Wish = { language: string; q: string; ticket?: string; customer?: string; organization?: string };

let desk: TestDesk;
let ask: (q: string) => Promise<SearchAnswer>;

beforeAll(async () => {
  desk = await openTestDesk();
  // Of a fixed day: what happens in the demo depends on when it begins.
  const context = { ...desk.context, clock: { ...desk.context.clock, now: () => new Date('2026-11-25T10:00:00Z') } };
  const demo = await seedDemo(context);
  const { id } = await desk.context.db.selectFrom('identity.workspaces').select('id').where('demo', '=', true).executeTakeFirstOrThrow();
  await reindexWorkspace(desk.context, id);
  const agent = await findAgent(desk.context.db, id, { email: demo.logins[0]!.email });
  if (!agent) throw new Error('the demo has its agents');
  const actor = { type: 'agent', id: agent.id, role: 'owner', name: '', email: '', language: 'en', timeZone: 'UTC', scope: { workspaceId: id, brands: 'all' }, scopes: null, lacksSecondFactor: false, via: 'token' } as const;
  ask = (q) => search(context, actor, searchQuery.parse({ q }));
});
afterAll(() => desk.stop());

const text = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('');

function shown(wish: Wish, answer: SearchAnswer): string[] {
  if (wish.customer) return answer.customers.map(({ name }) => text(name));
  if (wish.organization) return answer.organizations.map(({ name }) => text(name));
  return answer.tickets.map(({ ticket }) => ticket.subject);
}

test('what is meant comes first, nearly always', async () => {
  const wishes = JSON.parse(await readFile(new URL('relevance.json', import.meta.url), 'utf8')) as Wish[];
  const { rows } = await sql<{ subject: string }>`select distinct subject from tickets`.execute(desk.context.db);
  const absent = wishes.filter(({ ticket }) => ticket && !rows.some(({ subject }) => new RegExp(ticket).test(subject)));
  expect(absent, 'what the demo does not have cannot be found').toEqual([]);
  const misses: string[] = [];
  const places: number[] = [];
  for (const wish of wishes) {
    const found = shown(wish, await ask(wish.q));
    const meant = new RegExp(wish.ticket ?? wish.customer ?? wish.organization ?? '');
    const place = found.findIndex((each) => meant.test(each));
    places.push(place === -1 ? Infinity : place);
    if (place !== 0) misses.push(`${wish.language} ${wish.q}: ${place === -1 ? 'not found' : `at ${place + 1}`}; first "${found[0] ?? ''}"`);
  }
  const share = (most: number) => places.filter((place) => place < most).length / places.length;
  process.stdout.write(`${wishes.length} queries: hit@1 ${(share(1) * 100).toFixed(1)} %, hit@5 ${(share(5) * 100).toFixed(1)} %\n${misses.join('\n')}\n`);
  expect(wishes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(wishes.map(({ language }) => language)).size).toBe(5);
  expect(share(1), misses.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(share(5), misses.join('\n')).toBeGreaterThanOrEqual(0.95);
});
