import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { createPool } from './db.ts';
import { describeRows } from './row-types.ts';
import { findTenantBreaches } from './tenant-rules.queries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('the committed row types are those of the database', async () => {
  const committed = await readFile(new URL('./schema.gen.ts', import.meta.url), 'utf8');
  expect(committed, 'run: npm run db:types').toBe(await describeRows(database.ownerUrl));
});

describe('the tenant rules', () => {
  test('hold in every table', async () => {
    expect(await findTenantBreaches(database.ownerUrl)).toEqual([]);
  });

  test.each([
    ['create table planted (id bigint primary key, workspace_id bigint not null)', 'starts with workspace_id bigint not null'],
    ['create table planted (workspace_id bigint not null, id bigint)', 'has a primary key'],
    ['create table planted (workspace_id bigint not null, id bigint, word text unique, primary key (workspace_id, id))', 'every index and unique constraint begins with workspace_id'],
    ["create table planted (workspace_id bigint not null, id bigint, word text, primary key (workspace_id, id)); create index on planted using gin (to_tsvector('simple', word))", 'every index and unique constraint begins with workspace_id'],
    ['create table planted (workspace_id bigint not null references identity.workspaces (id), id bigint, primary key (workspace_id, id))', 'every foreign key to a tenant table names workspace_id on both sides'],
    ["create table planted (workspace_id bigint not null, id bigint, primary key (workspace_id, id)); create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before insert on planted execute function f()", 'has no triggers'],
  ])('are broken by: %s', async (statement, rule) => {
    await asOwner((client) => client.query(statement));
    try {
      expect((await findTenantBreaches(database.ownerUrl)).map((breach) => breach.rule)).toContain(rule);
    } finally {
      await asOwner((client) => client.query('drop table planted'));
    }
  });
});

describe('the program’s own role', () => {
  test('adds and reads events, but neither changes nor removes them', async () => {
    const pool = createPool(database.ownerUrl, { max: 1 });
    try {
      await pool.query("insert into events (workspace_id, type, actor_type) values (1, 'ticket.updated', 'system')");
      expect((await pool.query('select count(*)::int as events from events')).rows).toEqual([{ events: 1 }]);
      for (const statement of ["update events set type = 'x'", 'delete from events', 'truncate events', 'drop table events', 'create table own (id int)'])
        await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    } finally {
      await pool.end();
    }
  });
});
