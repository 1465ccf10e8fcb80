import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { createPool } from './db.ts';
import { tablesIn } from './migration-locks.ts';
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

test('what a migration does to which table is read from its text', () => {
  const text = `
    -- alter table cellars add column light text;
    create table lamps (id bigint, router_id bigint references routers (id));
    /* drop table attics; */
    alter table if exists only doors add column name text; update doors set name = 'x' where id in (select id from windows);
    create unique index on stairs (id); create index stairs_all on stairs (id); insert into stairs select 1 on conflict do nothing;
    insert into identity.keys select id from lamps; DROP INDEX roofs_all;`;
  expect(Object.fromEntries(tablesIn(text))).toEqual({ doors: 'access exclusive', roofs_all: 'access exclusive', stairs: 'share row exclusive', routers: 'share row exclusive', 'identity.keys': 'row exclusive' });
});

describe('beside a program that still works in the database', () => {
  let own: TestDatabase;
  let files: string;
  let other: pg.Client;
  beforeEach(async () => {
    own = await createEmptyDatabase();
    files = await mkdtemp(join(tmpdir(), 'migrations-'));
    await writeFile(join(files, '0001-first.sql'), 'create table lamps (id bigint primary key); create table routers (id bigint primary key);');
    await migrate(own.ownerUrl, undefined, { files });
    await writeFile(join(files, '0002-next.sql'), 'alter table routers add column name text; alter table lamps add column name text;');
    other = new pg.Client({ connectionString: own.ownerUrl });
    await other.connect();
    await other.query('begin');
    await other.query('insert into lamps values (1)');
  });
  afterEach(async () => {
    await other.end();
    await own.drop();
    await rm(files, { recursive: true });
  });
  const patience = { lockMs: 100, tries: 3, pauseMs: 10 };
  const columns = async () => (await asUser(own.ownerUrl, (client) => client.query<{ name: string }>("select table_name as name from information_schema.columns where column_name = 'name' and table_schema = 'public' order by 1"))).rows.map(({ name }) => name);

  test('a migration waits only so long for a lock, and then has changed nothing', async () => {
    const asked: string[][] = [];
    const failing = migrate(own.ownerUrl, undefined, { files, patience, beforeUpgrade: async (pending) => void asked.push(pending) });
    await expect(failing).rejects.toMatchObject({ code: 'blocked' });
    await expect(failing).rejects.toThrow('nothing was changed');
    // The backup before it is made once, however often it is tried.
    expect(asked).toEqual([['0002-next.sql']]);
    expect(await columns()).toEqual([]);
    await other.query('rollback');
    expect((await migrate(own.ownerUrl, undefined, { files, patience })).applied).toEqual(['0002-next.sql']);
  });

  test('a migration is tried anew, whole, when it could not have a lock', async () => {
    let released: Promise<unknown> | undefined;
    const log = (line: string) => void (line.includes('trying again') && (released ??= other.query('commit')));
    expect((await migrate(own.ownerUrl, log, { files, patience: { ...patience, tries: 200 } })).applied).toEqual(['0002-next.sql']);
    expect(released).toBeDefined();
    expect(await columns()).toEqual(['lamps', 'routers']);
  });

  test('while two others hold what it needs, it keeps nobody from anything that is not waited for', async () => {
    await asUser(own.ownerUrl, (client) => client.query('create table doors (id bigint primary key)'));
    await writeFile(join(files, '0002-next.sql'), 'alter table doors add column name text; alter table routers add column name text; create index lamps_all on lamps (id); alter table lamps add column name text;');
    const second = new pg.Client({ connectionString: own.ownerUrl });
    await second.connect();
    try {
      await second.query('begin; insert into routers values (1)');
      const waitingFor = () => asUser(own.ownerUrl, async (client) => (await client.query<{ table: string }>("select l.relation::regclass::text as table from pg_locks l join pg_stat_activity a using (pid) where a.application_name = 'ombud-migrate' and a.datname = current_database() and not l.granted")).rows.map(({ table }) => table));
      // As a request does; it would end after a second.
      const write = (table: string) => asUser(own.ownerUrl, async (client) => (await client.query("set lock_timeout = '1s'"), client.query(`insert into ${table} values (7) on conflict do nothing`)));
      const migrating = migrate(own.ownerUrl, undefined, { files, patience: { lockMs: 20_000, tries: 1, pauseMs: 10 } });
      await expect.poll(waitingFor, { timeout: 15_000 }).toEqual(['lamps']);
      for (const free of ['doors', 'routers']) await write(free);
      await other.query('commit');
      await expect.poll(waitingFor, { timeout: 15_000 }).toEqual(['routers']);
      for (const free of ['doors', 'lamps']) await write(free);
      await second.query('commit');
      expect((await migrating).applied).toEqual(['0002-next.sql']);
      expect(await columns()).toEqual(['doors', 'lamps', 'routers']);
    } finally {
      await second.end();
    }
  });

  test('of two that wait for each other, the migration is the one that tries again', async () => {
    // So that nobody foresees what it needs.
    await writeFile(join(files, '0002-next.sql'), "alter table routers add column name text; do $$ begin execute 'alter' || ' table lamps add column name text'; end $$;");
    let crossed: Promise<unknown> | undefined;
    const log = (line: string) => {
      // The old program, holding lamps, wants routers, which the migration has taken by then or takes next.
      if (line.includes('0002-next')) crossed ??= other.query('select count(*) from routers').then(() => other.query('commit'), () => other.query('rollback'));
    };
    expect((await migrate(own.ownerUrl, log, { files, patience: { ...patience, tries: 200 } })).applied).toEqual(['0002-next.sql']);
    await crossed;
    expect(await columns()).toEqual(['lamps', 'routers']);
  });
});
