import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aTicket, aWorkspace, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { createPool } from '../../platform/db/db.ts';
import type { DB } from '../../platform/db/schema.gen.ts';
import { createKnownFields } from '../custom-fields/index.ts';
import { listFitting, matchNewest, readMeaning } from '../views/index.ts';
import { readContent } from './automations.rules.ts';
import { automationConditions } from './automations.schemas.ts';

/** Whatever is written into the conditions of an automation: only words of our lists stand in a statement, all else is a parameter. */

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let workspace: TestWorkspace;
let statements: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2 });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: (event) => void statements.push(event.query.sql) });
  workspace = await aWorkspace(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Numbers that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const hostile = ["' or 1=1 --", "'); drop table tickets; --", '\\', '%', '_%', '$1', '{{x}}', '"', '*'.repeat(30) + 'q', 'a*'.repeat(40), "$$; select pg_sleep(9); $$", '\u202e', '🙂', "x'||(select secret_hash from agents)||'"];
const marker = 'qzmarkerqz';

function randomConditions(random: () => number): Record<string, unknown> {
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const text = () => (random() < 0.5 ? marker : '') + one(hostile) + (random() < 0.5 ? marker : '');
  const some = <Value>(make: () => Value) => Array.from({ length: 1 + Math.floor(random() * 3) }, make);
  const parts: Record<string, () => unknown> = {
    subject: () => some(text), message: () => some(text), tag: () => some(text), without_tag: () => some(text), language: () => some(text), field: () => some(() => `product:${text()}`),
    status: () => some(() => one(['open', 'pending', marker])), priority: () => some(() => one(['high', marker])), kind: () => ['task'], channel: () => ['email'], team: () => some(() => one(['none', 3])), assignee: () => some(() => one(['none', 4])), requester: () => [5], organization: () => [6],
    created: () => ({ older_than: { count: one([1, 30, marker]), unit: 'days' } }), updated: () => ({ from: one(['2026-01-01', text()]) }), last_message: () => ({ newer_than: { count: 2, unit: one(['hours', marker]) } }),
    sla: () => ['breached'], promise: () => one(['any', 'overdue']), snoozed: () => one(['no', 'only', 'any', marker]), last_from: () => one(['customer', 'us']), folder: () => one(['inbox', marker]),
    [marker]: () => 1,
  };
  const names = Object.keys(parts).filter(() => random() < 0.15);
  return Object.fromEntries(names.map((name) => [name, parts[name]!()]));
}

test('of a thousand hostile conditions, what is let in is a parameter, and never a part of a statement', async () => {
  const { id: ticketId } = await aTicket(db, workspace.id, { brandId: workspace.brandId });
  const scope = { workspaceId: workspace.id, brands: 'all' as const };
  const tools = { db, clock: fixedClock('2026-11-23T10:00:00.000Z'), customFields: createKnownFields(db, { mayRemember: () => false }) };
  const random = seeded(41);
  let asked = 0;
  for (let round = 0; round < 1_000; round += 1) {
    const parsed = automationConditions.safeParse(randomConditions(random));
    if (!parsed.success) continue;
    statements = [];
    const wanted = await readMeaning(tools, { id: 0, scope }, { snoozed: 'any', ...parsed.data });
    if (!wanted) continue;
    asked += 1;
    const fit = await listFitting(db, scope, wanted, [ticketId]);
    // What is asked of one ticket and of many is one question.
    if (asked % 5 === 0) expect((await matchNewest(db, scope, wanted, { most: 100, limit: 10, after: undefined, base: null })).tickets.map(({ id }) => id)).toEqual(fit);
    for (const statement of statements) {
      expect(statement).not.toContain(marker);
      for (const part of ['1=1', 'drop table', 'pg_sleep', 'secret_hash', '🙂']) expect(statement).not.toContain(part);
    }
  }
  expect(asked).toBeGreaterThan(100);
});

test('what is stored and not of the lists any more does nothing', () => {
  const good = { trigger: { on: 'events', events: ['created'] }, conditions: {}, actions: { add_tags: ['x'] } };
  expect(readContent(good)).not.toBeNull();
  expect(readContent({ ...good, conditions: { raw: 'true' } })).toBeNull();
  expect(readContent({ ...good, actions: { shell: 'x' } })).toBeNull();
  expect(readContent({ ...good, trigger: { on: 'time', since: 'x; drop', hours: 1 } })).toBeNull();
});

test('words are whole words, signs of patterns mean nothing, and the worst pattern takes no time', async () => {
  const scope = { workspaceId: workspace.id, brands: 'all' as const };
  const tools = { db, clock: fixedClock('2026-11-23T10:00:00.000Z'), customFields: createKnownFields(db, { mayRemember: () => false }) };
  const { id } = await aTicket(db, workspace.id, { brandId: workspace.brandId });
  const fitsOn = async (subject: string, words: string[]) => {
    await db.updateTable('tickets').set({ subject }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
    const wanted = await readMeaning(tools, { id: 0, scope }, { subject: words });
    return wanted !== null && (await listFitting(db, scope, wanted, [id])).length === 1;
  };
  expect(await fitsOn('Could you START?', ['art'])).toBe(false);
  expect(await fitsOn('Zażółć GĘŚLĄ jaźń', ['gęślą'])).toBe(true);
  expect(await fitsOn('My money-back, now', ['money back'])).toBe(true);
  expect(await fitsOn('100 percent', ['100%'])).toBe(true);
  expect(await fitsOn('a_b', ['a.b'])).toBe(true);
  expect(await fitsOn('anything', ['%any_hing'])).toBe(false);
  expect(await fitsOn('Refunding', ['refund*'])).toBe(true);
  const since = performance.now();
  expect(await fitsOn('a'.repeat(500), Array.from({ length: 20 }, (_, at) => `${'a*'.repeat(40)}${at}b`))).toBe(false);
  await db.insertInto('messages').values({ workspace_id: workspace.id, ticket_id: id, kind: 'public', direction: 'in', channel: 'email', author_type: 'customer', from_name: '', from_address: 'a@b.example', subject: '', text: '', reply_text: 'a'.repeat(200_000) }).execute();
  const wanted = await readMeaning(tools, { id: 0, scope }, { message: Array.from({ length: 20 }, (_, at) => `${'a*'.repeat(40)}${at}b`) });
  expect(wanted && (await listFitting(db, scope, wanted, [id]))).toEqual([]);
  expect(performance.now() - since).toBeLessThan(10_000);
});
