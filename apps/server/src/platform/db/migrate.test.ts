import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { createPool } from './db.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
const suffix = randomBytes(4).toString('hex');
const made: string[] = [];
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(async () => {
  await database.drop();
  const other = await createEmptyDatabase();
  for (const name of made) await asUser(other.ownerUrl, (client) => client.query(`drop role if exists ${name}`)).catch(() => undefined);
  await other.drop();
});

async function asUser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('migrating twice does it once', async () => {
  expect((await migrate(database.ownerUrl)).applied.length).toBeGreaterThan(0);
  expect((await migrate(database.ownerUrl)).applied).toEqual([]);
});

test('the tables lie in public, whatever schema the user’s name points to', async () => {
  const own = await createEmptyDatabase();
  try {
    // "$user" comes first in the default search path, and a schema of ours may have the user's name.
    await asUser(own.ownerUrl, (client) => client.query(`alter role current_user in database ${pg.escapeIdentifier(new URL(own.ownerUrl).pathname.slice(1))} set search_path to ombud, public`));
    await migrate(own.ownerUrl);
    const where = await asUser(own.ownerUrl, (client) => client.query("select schemaname from pg_tables where tablename = 'tickets'"));
    expect(where.rows).toEqual([{ schemaname: 'public' }]);
    const pool = createPool(own.ownerUrl, { max: 1 });
    expect((await pool.query('select count(*)::int as tickets from tickets')).rows).toEqual([{ tickets: 0 }]);
    await pool.end();
  } finally {
    await own.drop();
  }
});

test('a database user who may not make roles is told what to ask for', async () => {
  const name = `plain_${suffix}`;
  made.push(name);
  const own = await createEmptyDatabase();
  try {
    const refused = await asUser(own.ownerUrl, async (client) => {
      await client.query(`create role ${name} nologin`);
      await client.query(`grant ${name} to current_user`);
      return client.query<{ member: boolean }>(`select pg_has_role('${name}', 'ombud_app', 'member') as member`);
    });
    expect(refused.rows).toEqual([{ member: false }]);
    const url = new URL(own.ownerUrl);
    url.searchParams.set('options', `-c role=${name}`);
    await expect(migrate(url.href)).rejects.toThrow(`grant ombud_app to "${name}"`);
  } finally {
    await own.drop();
  }
});
