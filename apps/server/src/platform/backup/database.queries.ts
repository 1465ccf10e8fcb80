import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BackupProblem } from './backup-problem.ts';
import type { Manifest, TablePart } from './manifest.ts';

/** What a backup asks of the database, and what a restore writes there. */

export type Table = { schema: string; table: string; columns: string[]; bytes: number };
export type Sequence = Manifest['sequences'][number];

const lockKey = 725_201_102;

/**
 * What is not kept: the list of backups is of the place where they lie, what browsers were asked to sign must not come back
 * once it has been signed, and the search index and what finds duplicates are made anew from the rest (ADR 13, 14).
 */
export const notKept = ['identity.backup_runs', 'identity.passkey_challenges', 'public.search_tickets', 'public.search_customers', 'public.search_organizations', 'public.search_files', 'public.search_progress', 'public.customer_keys', 'public.customer_checks'];

/**
 * The one connection of a backup: no second one of this database gets the lock as long as it lives.
 * @throws BackupProblem busy
 */
export async function connectForBackup(ownerUrl: string): Promise<pg.Client> {
  const client = await connectQuietly(ownerUrl, 'ombud-backup');
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lockKey]);
  if (rows[0]?.mine) return client;
  await client.end();
  throw new BackupProblem('busy', 'Another backup is being made: wait for its end.');
}

/**
 * The one connection of a restore. One that was killed a moment ago is waited for: its rows are still being forgotten.
 * @throws BackupProblem busy
 */
export async function connectForRestore(ownerUrl: string): Promise<pg.Client> {
  const client = await connectQuietly(ownerUrl, 'ombud-restore');
  try {
    await client.query("set lock_timeout = '20s'");
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query('set lock_timeout = 0');
    return client;
  } catch (error) {
    await dropConnection(client);
    if (error instanceof pg.DatabaseError && error.code === '55P03') throw new BackupProblem('busy', 'Another restore or backup works on this database: wait for its end.', { cause: error });
    throw error;
  }
}

/** Milliseconds that a goodbye may take. */
const goodbyeMs = 2_000;

/**
 * Ends a connection whatever it is at, a COPY that was cut off included. An idle one is seen off by the server, so that
 * its lock is free when this is over and the next backup need not be refused.
 */
export async function dropConnection(client: pg.Client): Promise<void> {
  // pg has no other way than its socket, which its types leave out.
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
  const late = setTimeout(() => stream.destroy(), goodbyeMs);
  await client.end().catch(() => undefined);
  clearTimeout(late);
}

export async function connectQuietly(ownerUrl: string, name: string): Promise<pg.Client> {
  // One value has one text, whatever the server's own settings are; a backup may take longer than any statement.
  const settings = ['statement_timeout=0', 'idle_in_transaction_session_timeout=0', 'datestyle=ISO', 'intervalstyle=postgres', 'timezone=UTC', 'bytea_output=hex', 'extra_float_digits=1', 'search_path=public'];
  const client = new pg.Client({ connectionString: ownerUrl, application_name: name, connectionTimeoutMillis: 10_000, keepAlive: true, options: settings.map((setting) => `-c ${setting}`).join(' ') });
  client.on('error', () => undefined); // told by the query that is under way
  await client.connect();
  return client;
}

/** One moment of the whole database. It takes no transaction id, so the event feed goes on. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
}

export async function readVersions(client: pg.Client): Promise<Pick<Manifest, 'postgres' | 'migrations'>> {
  const version = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const migrations = await client.query<{ name: string; checksum: string }>('select name, checksum from ombud.migrations order by name');
  return { postgres: version.rows[0]?.version ?? 0, migrations: migrations.rows };
}

/** Every table of ours with the columns that hold what cannot be worked out, largest last. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as table, pg_table_size(c.oid)::float8 as bytes, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition and n.nspname || '.' || c.relname <> all($1)
     group by n.nspname, c.relname, c.oid order by 3, 1, 2`,
    [notKept],
  );
  return rows;
}

/** After the rows: a sequence only grows, so it then stands above all that they hold. */
export async function readSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    "select n.nspname as schema, c.relname as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and n.nspname in ('public', 'identity') and n.nspname || '.' || c.relname not like all($1) order by 1, 2",
    [notKept.map((table) => `${table}\\_%`)],
  );
  const sequences: Sequence[] = [];
  for (const { schema, sequence } of rows) {
    const state = await client.query<{ last_value: string; is_called: boolean }>(`select last_value::text, is_called from ${nameOf(schema, sequence)}`);
    const { last_value = '1', is_called = false } = state.rows[0] ?? {};
    sequences.push({ schema, sequence, last_value: Number(last_value), is_called });
  }
  return sequences;
}

export function readRows(client: pg.Client, { schema, table, columns }: Pick<Table, 'schema' | 'table' | 'columns'>) {
  return client.query(copyTo(`copy (select ${columns.map((column) => pg.escapeIdentifier(column)).join(', ')} from ${nameOf(schema, table)}) to stdout (format text, encoding 'UTF8')`));
}

/** The content addresses of all files that rows name, each once and in order: every column called sha256 or …_sha256. */
export async function readFileNames(client: pg.Client) {
  const { rows } = await client.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     where table_schema in ('public', 'identity') and data_type = 'text' and column_name ~ '(^|_)sha256$' order by 1, 2, 3`,
  );
  const each = rows.map(({ schema, table, column }) => `select ${pg.escapeIdentifier(column)} as sha from ${nameOf(schema, table)} where ${pg.escapeIdentifier(column)} ~ '^[0-9a-f]{64}$'`);
  if (each.length === 0) throw new BackupProblem('failed', 'No table names any file: this is no database of Ombud.');
  return client.query(copyTo(`copy (select sha from (${each.join(' union ')}) names order by sha collate "C") to stdout`));
}

/** @throws BackupProblem not_empty */
export async function refuseUsedDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  if (rows[0]) throw new BackupProblem('not_empty', `The database holds something already (${rows[0].name}): a backup is restored into an empty one only. Name a new folder with OMBUD_DATA_DIR, or an empty database.`);
}

/**
 * Keys between tables and indexes are taken away for the rows' coming in and made again behind them: in any order, and
 * several times faster than row by row. What makes them again comes back.
 */
export async function liftConstraints(client: pg.Client): Promise<string[]> {
  const keys = await client.query<{ drop: string; make: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
            format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as make
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'identity')`,
  );
  const indexes = await client.query<{ drop: string; make: string }>(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity') and c.relkind = 'r' and not c.relispartition
       and not i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  // What the definition of an index leaves out: how much is to be known of its columns, if that was said.
  const statistics = await client.query<{ make: string }>(
    `select format('alter index %s alter column %s set statistics %s', i.indexrelid::regclass, a.attnum, a.attstattarget) as make
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = i.indexrelid
     where n.nspname in ('public', 'identity') and a.attstattarget >= 0`,
  );
  for (const { drop } of [...keys.rows, ...indexes.rows]) await client.query(drop);
  return [...indexes.rows, ...statistics.rows, ...keys.rows].map(({ make }) => make);
}

/** Takes rows as `readRows` gave them. */
export function writeRows(client: pg.Client, { schema, table, columns }: TablePart) {
  return client.query(copyFrom(`copy ${nameOf(schema, table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) from stdin (format text, encoding 'UTF8')`));
}

/** What a migration put into tables that the backup fills itself. */
export async function emptyTables(client: pg.Client, tables: TablePart[]): Promise<void> {
  await client.query(`truncate ${tables.map(({ schema, table }) => nameOf(schema, table)).join(', ')} cascade`);
}

export async function setSequences(client: pg.Client, sequences: Sequence[]): Promise<void> {
  for (const { schema, sequence, last_value, is_called } of sequences) await client.query('select setval($1::regclass, $2, $3)', [nameOf(schema, sequence), last_value, is_called]);
}

/**
 * Transaction ids are the cluster's own. The restored events keep theirs, and with them their order; whatever is written
 * from here on gets ids far above them, so that a reader with any position from before sees all of it and waits for none.
 */
export async function raiseFeedOffset(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ offset: string }>(
    'select (coalesce(max(xid)::text::bigint, 0) + (1::bigint << 40) - pg_current_xact_id()::text::bigint)::text as offset from public.events',
  );
  const offset = rows[0]?.offset ?? '0';
  if (!/^-?\d{1,19}$/.test(offset)) throw new BackupProblem('failed', 'The event feed’s ids are not numbers.');
  await client.query(`create or replace function ombud.feed_offset() returns bigint language sql immutable parallel safe as 'select ${offset}::bigint'`);
}

/** Stands in the database from the same commit as the rows, so that a restore that was killed after it is known to be whole. */
export async function markRestored(client: pg.Client, restoreId: string): Promise<void> {
  await client.query(`comment on schema ombud is ${pg.escapeLiteral(`restored ${restoreId}`)}`);
}

export async function wasRestored(client: pg.Client, restoreId: string): Promise<boolean> {
  const { rows } = await client.query<{ comment: string | null }>("select obj_description(oid, 'pg_namespace') as comment from pg_namespace where nspname = 'ombud'");
  return rows[0]?.comment === `restored ${restoreId}`;
}

const nameOf = (schema: string, name: string) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
