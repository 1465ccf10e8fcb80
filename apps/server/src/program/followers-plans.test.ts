import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { anAgent, aWorkspace } from '../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../tests/support/feed.ts';
import { rowsLookedAt, type Query } from '../../../../tests/support/plans.ts';
import { workspacesToFollow as withAutomations } from '../features/automations/follow.queries.ts';
import { workspacesToFollow as withNotifications } from '../features/notifications/follow.queries.ts';
import { workspacesToFollow as withReports } from '../features/reports/progress.queries.ts';
import { workspacesToIndex } from '../features/search/indexing/progress.queries.ts';
import { workspacesToFollow as withTargets } from '../features/sla/sla-targets.queries.ts';
import { workspacesToFollow as withWebhooks } from '../features/webhooks/follow.queries.ts';
import { createPool } from '../platform/db/db.ts';
import { workspacesBehind } from '../platform/events/progress.queries.ts';
import type { DB } from '../platform/db/schema.gen.ts';

/** Each follower asks after every event who has something to do: that must not grow with what has happened before. */

const before = 20_000;
const tables = ['automation_progress', 'notification_progress', 'report_progress', 'satisfaction_progress', 'search_progress', 'sla_progress', 'webhook_progress'];

let database: TestDatabase;
let pool: pg.Pool;
let db: Kysely<DB>;
let last: Query;
let workspaceId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void (last = query) });
  workspaceId = (await aWorkspace(db)).id;
  const { id: owner } = await anAgent(db, workspaceId);
  await happen(before);
  // It began when nothing had happened yet, and has been followed since.
  await sql`insert into webhooks (workspace_id, name, url, owner_id, secret_sealed, from_xid, from_event_id) values (${workspaceId}, 'Stock', 'https://stock.example/', ${owner}, '', '0'::xid8, 0)`.execute(db);
  await sql`vacuum analyze events`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
beforeEach(async () => {
  await feedReadable(db, workspaceId);
  for (const table of tables) {
    await sql`delete from ${sql.table(table)}`.execute(db);
    await sql`insert into ${sql.table(table)} (workspace_id, xid, event_id) select workspace_id, xid, id from events where workspace_id = ${workspaceId} order by xid desc, id desc limit 1`.execute(db);
  }
  await sql`update search_progress set tickets_below = null, customers_below = null, organizations_below = null`.execute(db);
  await sql`update sla_progress set sweep_after = null`.execute(db);
  await sql`update report_progress set counted_to = null`.execute(db);
});

async function happen(times: number): Promise<void> {
  await sql`insert into events (workspace_id, type, actor_type) select ${workspaceId}, 'workspace.updated', 'system' from generate_series(1, ${times}::int)`.execute(db);
}

test.each([
  ['automations', () => withAutomations(db)],
  ['notifications', () => withNotifications(db)],
  ['promised times', () => withTargets(db)],
  ['reports', () => withReports(db)],
  ['satisfaction', () => workspacesBehind(db, { table: 'satisfaction_progress' })],
  ['search', () => workspacesToIndex(db)],
  ['webhooks', () => withWebhooks(db)],
])('%s: who is up to date looks at no event of those that were read, and who is not at the next', async (_follower, ask) => {
  expect(await ask()).toEqual([]);
  expect(await rowsLookedAt(pool, last)).toBeLessThan(10);
  await happen(3);
  await feedReadable(db, workspaceId);
  expect(await ask()).toEqual([workspaceId]);
  expect(await rowsLookedAt(pool, last)).toBeLessThan(10);
});
