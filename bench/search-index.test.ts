import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../tests/support/database.ts';
import { aTicket, aWorkspace } from '../tests/support/factories.ts';
import { createDatabase, createPool, type Database } from '../apps/server/src/platform/db/db.ts';
import { fillSearchIndex } from './search-index.ts';

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.ownerUrl, { max: 2, role: null });
  db = createDatabase(pool);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const wordsIndex = async () => (await pool.query<{ made: string }>(`select indexdef as made from pg_indexes where indexname = 'search_tickets_words'`)).rows[0]?.made;

test('the words’ index is there after a fill, also after one that failed', async () => {
  const workspace = await aWorkspace(db);
  await aTicket(db, workspace.id);
  const before = await wordsIndex();
  expect(before).toContain('search_tickets');
  const told: string[] = [];
  await fillSearchIndex(database.ownerUrl, workspace.id, (line) => told.push(line));
  expect([await wordsIndex(), told[0]?.split(',')[0]]).toEqual([before, '1 tickets indexed']);
  // It is followed already: a second time fails before anything is filled.
  await expect(fillSearchIndex(database.ownerUrl, workspace.id, () => undefined)).rejects.toThrow('search_progress');
  expect(await wordsIndex()).toBe(before);
});
