import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { runMigrations } from 'graphile-worker';
import { takeLocks } from './migration-locks.ts';

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url));
const lockKey = 725_201_101;

type Migration = { name: string; text: string; checksum: string };

/** Thrown with one sentence for the person who starts the program. */
export class MigrationError extends Error {
  readonly code: 'program_role' | 'newer_database' | 'changed_migration' | 'old_postgres' | 'failed' | 'blocked';
  constructor(code: MigrationError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
    this.code = code;
  }
}

/** ms in which all locks are to be had (and that a statement waits for one that was not foreseen), how often all is tried, and ms between two tries. */
export type Patience = { lockMs: number; tries: number; pauseMs: number };
/** About a minute in all. Meanwhile whoever comes after the migration to a table that it waits for waits no longer than `lockMs`. */
const usualPatience: Patience = { lockMs: 3_000, tries: 15, pauseMs: 1_000 };

export type MigrateOptions = {
  /** Called before a database that holds a desk is changed; what it throws keeps the database as it is. */
  beforeUpgrade?: (pending: string[]) => Promise<void>;
  /** Where the files are; for tests. */
  files?: string;
  /** How long others are waited for; for tests. */
  patience?: Patience;
};

/**
 * Brings the database to this program's schema: forward-only SQL files, all that are missing in one transaction, under an
 * advisory lock so that two nodes that start together do it once. If one fails, the version that was there can go on.
 * @throws MigrationError when the database is newer than the program, PostgreSQL is older than 15, a file fails, or others hold on to what it needs.
 */
export async function migrate(ownerUrl: string, log: (line: string) => void = () => undefined, { beforeUpgrade, files = folder, patience = usualPatience }: MigrateOptions = {}): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ombud-migrate', connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on('error', () => undefined); // told by the query that is under way
  await client.connect();
  try {
    await prepareMigrating(client);
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const known = await readMigrations(files);
    const done = await readHistory(client);
    refuseStrangeHistory(known, done);
    const pending = known.filter(({ name }) => !done.some((row) => row.name === name));
    if (pending.length > 0 && done.length > 0) await beforeUpgrade?.(pending.map(({ name }) => name));
    if (pending.length > 0) await applyPatiently(client, pending, log, patience);
    await prepareJobs(client, ownerUrl);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

/** What must be there before the first migration, outside of any transaction. @throws MigrationError old_postgres | program_role */
export async function prepareMigrating(client: pg.Client): Promise<void> {
  await checkPostgres(client);
  // A user named like one of our schemas would otherwise have the tables made there.
  await client.query('set search_path to public');
  // An index over a big table may take longer than the server allows a statement.
  await client.query('set statement_timeout = 0');
  await ensureProgramRole(client);
}

/**
 * For a restore, in the caller's transaction on an empty database: the schema as it was when the backup was made.
 * @throws MigrationError newer_database | changed_migration
 */
export async function migrateTo(client: pg.Client, wanted: readonly { name: string; checksum: string }[]): Promise<void> {
  const known = await readMigrations(folder);
  refuseStrangeHistory(known, wanted, 'This backup');
  await readHistory(client);
  await applyAll(client, known.filter(({ name }) => wanted.some((each) => each.name === name)));
}

/** For a restore, in the same transaction: from there to this program's schema. */
export async function migrateOn(client: pg.Client): Promise<void> {
  const done = await readHistory(client);
  const known = await readMigrations(folder);
  await applyAll(client, known.filter(({ name }) => !done.some((row) => row.name === name)));
}

async function readHistory(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  await client.query('create schema if not exists ombud');
  await client.query('create table if not exists ombud.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())');
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from ombud.migrations order by name');
  return rows;
}

/** Names of the migrations that this program needs. */
export async function knownMigrations(): Promise<string[]> {
  return (await readMigrations(folder)).map(({ name }) => name);
}

async function readMigrations(from: string): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(from, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function checkPostgres(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; shown: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as shown",
  );
  if ((rows[0]?.version ?? 0) < 150_000)
    throw new MigrationError('old_postgres', `Ombud needs PostgreSQL 15 or newer; this one is ${rows[0]?.shown}.`);
}

/** The lesser role that requests run as; whoever owns the database must be a member of it, to become it. */
async function ensureProgramRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; owner: string; version: number }>(
    "select exists (select from pg_roles where rolname = 'ombud_app') as exists, current_user as owner, current_setting('server_version_num')::int as version",
  );
  try {
    if (!rows[0]?.exists) await client.query('create role ombud_app nologin').catch(ignoreDuplicateRole);
    // From PostgreSQL 16 on, whoever makes a role is a member of it that may not yet become it.
    const right = (rows[0]?.version ?? 0) >= 160_000 ? 'set' : 'member';
    const member = await client.query<{ yes: boolean }>("select pg_has_role(current_user, 'ombud_app', $1) as yes", [right]);
    if (!member.rows[0]?.yes) await client.query('grant ombud_app to current_user');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    const owner = pg.escapeIdentifier(rows[0]?.owner ?? '');
    throw new MigrationError('program_role', `Requests run as a lesser role, which this database user may not make. Let an administrator of the server do it once: create role ombud_app nologin; grant ombud_app to ${owner};`, { cause: error });
  }
}

function ignoreDuplicateRole(error: unknown): void {
  // Roles belong to the whole cluster: another database's start may have made it this moment.
  if (error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')) return;
  throw error;
}

function refuseStrangeHistory(known: Migration[], done: readonly { name: string; checksum: string }[], what = 'This database'): void {
  const newer = done.find((row) => !known.some(({ name }) => name === row.name));
  if (newer)
    throw new MigrationError('newer_database', `${what} was made by a newer Ombud (it has ${newer.name}). Start that version or a later one.`);
  const changed = done.find((row) => known.find(({ name }) => name === row.name)?.checksum !== row.checksum);
  if (changed)
    throw new MigrationError('changed_migration', `Migration ${changed.name} is not the one that this database was made with.`);
}

/**
 * All of them in a transaction of their own, beside a version before that may still be at work: locks first (takeLocks), and no statement
 * waits long for one, which would hold up whoever comes after it, or wait for each other for ever. Then everything is tried anew, so often.
 */
async function applyPatiently(client: pg.Client, migrations: readonly Migration[], log: (line: string) => void, { lockMs, tries, pauseMs }: Patience): Promise<void> {
  for (let left = tries - 1; ; left -= 1) {
    await client.query('begin');
    try {
      await takeLocks(client, migrations.map(({ text }) => text), lockMs);
      await client.query(`set local lock_timeout = ${lockMs}`);
      await applyAll(client, migrations, log);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (!isBlocked(error)) throw error;
      if (left === 0)
        throw new MigrationError('blocked', 'The database could not be brought up to date, because another program holds on to its tables; nothing was changed, and the version before still works. Stop other Ombud processes and whatever else works in this database, and start again.', { cause: error });
      log('Another program works in the database; trying again');
      await setTimeout(pauseMs);
    }
  }
}

/** It waited too long for a lock, or was the one of several waiting for each other that PostgreSQL gave up. */
function isBlocked(error: unknown): boolean {
  const cause = error instanceof MigrationError ? error.cause : error;
  return cause instanceof pg.DatabaseError && (cause.code === '55P03' || cause.code === '40P01');
}

/** All of them in the transaction that is open: the first that fails takes the others with it. */
async function applyAll(client: pg.Client, migrations: readonly Migration[], log: (line: string) => void = () => undefined): Promise<void> {
  for (const migration of migrations) {
    log(`Migrating the database: ${migration.name}`);
    try {
      await client.query(migration.text);
      await client.query('insert into ombud.migrations (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw new MigrationError('failed', `Migration ${migration.name} failed and changed nothing, so the version before still works: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** The job queue keeps its own tables; the program's role works with them. */
async function prepareJobs(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ ready: boolean }>(
    "select exists (select from pg_namespace where nspname = 'graphile_worker' and has_schema_privilege('ombud_app', oid, 'usage')) as ready",
  );
  await runMigrations({ connectionString: ownerUrl });
  if (rows[0]?.ready) return;
  await client.query(`
    grant usage on schema graphile_worker to ombud_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to ombud_app;
    grant usage on all sequences in schema graphile_worker to ombud_app;
    grant execute on all functions in schema graphile_worker to ombud_app;
  `);
}
