import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { andCommit, createDatabase, createPool, type Database } from './db.ts';

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
let watcher: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  watcher = new pg.Client({ connectionString: database.ownerUrl });
  await watcher.connect();
  await watcher.query('create table public.slips (n int unique); grant all on public.slips to ombud_app');
  pool = createPool(database.ownerUrl, { max: 1 });
  db = createDatabase(pool);
});
beforeEach(() => watcher.query('truncate public.slips'));
afterAll(async () => {
  await pool.end();
  await watcher.end();
  await database.drop();
});

const slips = async () => (await watcher.query<{ n: number }>('select n from public.slips order by n')).rows.map(({ n }) => n);
const write = (n: number) => sql`insert into public.slips values (${n})`;

test('what a transaction writes is seen once it commits, its first statement included', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await db.transaction().execute(async (tx) => {
      await write(turn * 10).execute(tx);
      expect(await slips()).toHaveLength(turn * 2);
      await write(turn * 10 + 1).execute(tx);
    });
  }
  expect(await slips()).toEqual([0, 1, 10, 11, 20, 21, 30, 31, 40, 41]);
});

test('a transaction that fails leaves nothing, whether in its first statement or later', async () => {
  await write(1).execute(db);
  await expect(db.transaction().execute((tx) => write(1).execute(tx))).rejects.toMatchObject({ code: '23505' });
  await expect(db.transaction().execute(async (tx) => {
    await write(2).execute(tx);
    await write(1).execute(tx);
  })).rejects.toMatchObject({ code: '23505' });
  await expect(db.transaction().execute(async (tx) => {
    await write(3).execute(tx);
    throw new Error('changed our mind');
  })).rejects.toThrow('changed our mind');
  await expect(db.transaction().execute((tx) => sql`insert into public.nowhere values (1)`.execute(tx))).rejects.toMatchObject({ code: '42P01' });
  expect(await slips()).toEqual([1]);
});

test('the first statement answers rows, counts and types as any other', async () => {
  const rows = await db.transaction().execute((tx) => sql<{ id: number; at: Date }>`select 7::int8 as id, now() as at from generate_series(1, ${3})`.execute(tx));
  expect(rows.rows).toHaveLength(3);
  expect(rows.rows[0]).toEqual({ id: 7, at: expect.any(Date) as Date });
  await write(1).execute(db);
  expect((await db.transaction().execute((tx) => sql`delete from public.slips where n = ${1}`.execute(tx))).numAffectedRows).toBe(1n);
  expect((await db.transaction().execute((tx) => sql<{ one: number }>`select 1 as one`.execute(tx))).rows).toEqual([{ one: 1 }]);
});

test('a transaction without a statement asks the server nothing, and the connection goes on', async () => {
  expect(await db.transaction().execute(() => Promise.resolve('nothing'))).toBe('nothing');
  await expect(db.transaction().execute(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await write(5).execute(db);
  expect(await slips()).toEqual([5]);
});

test('a last statement commits, and is seen before the transaction ends', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await db.transaction().execute(async (tx) => {
      await write(turn * 10).execute(tx);
      const { rows } = await sql<{ n: number }>`${andCommit}insert into public.slips values (${turn * 10 + 1}) returning n`.execute(tx);
      expect(rows).toEqual([{ n: turn * 10 + 1 }]);
      expect(await slips()).toHaveLength((turn + 1) * 2);
    });
    await db.transaction().execute((tx) => sql`${andCommit}delete from public.slips where n = ${-1 - turn}`.execute(tx));
  }
});

test('a last statement that fails commits nothing, also as the only one', async () => {
  await write(1).execute(db);
  for (let turn = 0; turn < 5; turn += 1) {
    await expect(db.transaction().execute(async (tx) => {
      await write(2).execute(tx);
      await sql`${andCommit}insert into public.slips values (${1})`.execute(tx);
    })).rejects.toMatchObject({ code: '23505' });
    await expect(db.transaction().execute((tx) => sql`${andCommit}select 1 / ${0}::int`.execute(tx))).rejects.toMatchObject({ code: '22012' });
  }
  expect(await slips()).toEqual([1]);
});

test('what comes after the last statement is refused loudly, and the connection goes on', async () => {
  await expect(db.transaction().execute(async (tx) => {
    await sql`${andCommit}insert into public.slips values (${1})`.execute(tx);
    await write(2).execute(tx);
  })).rejects.toThrow('after the');
  await write(3).execute(db);
  expect(await slips()).toEqual([1, 3]);
});

test('a kept statement that once failed as a transaction’s first works the next time', async () => {
  const lock = await watcher.query('begin').then(() => watcher.query('lock table public.slips'));
  expect(lock).toBeDefined();
  for (let turn = 0; turn < 4; turn += 1) {
    await expect(db.transaction().execute(async (tx) => {
      await sql`set local lock_timeout = '20ms'`.execute(tx);
      await sql`select n from public.slips where n = ${turn}`.execute(tx);
    })).rejects.toMatchObject({ code: '55P03' });
  }
  await watcher.query('commit');
  for (let turn = 0; turn < 4; turn += 1) await db.transaction().execute((tx) => sql`select n from public.slips where n = ${turn}`.execute(tx));
});

test('several statements in one text, and a client used by hand, are in the transaction as well', async () => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('insert into public.slips values (1); insert into public.slips values (2)');
    expect(await slips()).toEqual([]);
    await client.query('rollback');
    await client.query('begin');
    await client.query({ text: 'insert into public.slips values ($1)', values: [3] });
    await client.query('rollback');
    expect(await slips()).toEqual([]);
  } finally {
    client.release();
  }
});

test('a connection that is cut before the first statement commits nothing and is replaced', async () => {
  await expect(db.transaction().execute(async (tx) => {
    await watcher.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'ombud'");
    await write(1).execute(tx);
  })).rejects.toThrow();
  expect(await slips()).toEqual([]);
  await db.transaction().execute((tx) => write(2).execute(tx));
  expect(await slips()).toEqual([2]);
});
