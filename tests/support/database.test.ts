import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, createEmptyDatabase, createTestDatabase } from './database.ts';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

test('a test file gets a migrated database that no other file writes to', async () => {
  await query(first, 'create table only_here (id bigint)');
  expect(await query(first, "select to_regclass('only_here') is not null as found")).toEqual([{ found: true }]);
  expect(await query(second, "select to_regclass('only_here') is not null as found")).toEqual([{ found: false }]);
  expect(await query(second, 'select count(*) > 0 as migrated from ombud.migrations')).toEqual([{ migrated: true }]);
});

test('a dropped database is gone although somebody was still connected', async () => {
  const database = await createEmptyDatabase();
  const connected = new pg.Client({ connectionString: database.ownerUrl });
  connected.on('error', () => undefined);
  await connected.connect();
  await database.drop();
  await expect(query(database, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  await connected.end().catch(() => undefined);
});

async function query(database: TestDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
