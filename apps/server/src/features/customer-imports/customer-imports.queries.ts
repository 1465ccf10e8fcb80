import { sql } from 'kysely';
import type { AgentActor, Scope } from '../../platform/auth/actor.ts';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { Column, Field } from './columns.rules.ts';
import type { Delimiter } from './reading/csv.ts';
import type { Encoding } from './reading/encoding.ts';
import type { FileTroubleCode } from './reading/file-trouble.ts';
import type { FileFormat } from './reading/read-file.ts';

export type ImportStatus = 'draft' | 'checking' | 'ready' | 'importing' | 'done' | 'undoing' | 'undone' | 'failed' | 'removing';
export type ImportWork = 'checking' | 'importing' | 'undoing';
export type ImportError = FileTroubleCode | 'not_allowed' | 'failed';
export type Outcome = 'new' | 'adds' | 'unchanged' | 'refused';
export type Counts = Partial<Record<Outcome | 'organizations' | 'removed' | 'taken_back' | 'kept', number>>;

export type ImportRow = {
  id: number;
  agent_id: number;
  agent_name: string;
  brand_id: number;
  brand_name: string;
  brand_color: string;
  file_name: string;
  sha256: string;
  size: number;
  format: FileFormat;
  encoding: Encoding;
  delimiter: Delimiter;
  header: boolean;
  columns: Column[];
  mapping: Field[];
  country: string | null;
  create_organizations: boolean;
  status: ImportStatus;
  failed_while: ImportWork | null;
  error: ImportError | null;
  error_row: number | null;
  position: number;
  handled: number;
  total: number;
  counts: Counts;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
};

const columns = sql`i.id, i.agent_id, a.name as agent_name, i.brand_id, b.name as brand_name, b.color as brand_color, i.file_name, i.sha256, i.size, i.format,
  i.encoding, i.delimiter, i.header, i.columns, i.mapping, i.country, i.create_organizations, i.status, i.failed_while, i.error, i.error_row, i.position,
  i.handled, i.total, i.counts, i.created_at, i.started_at, i.finished_at`;
const from = sql`customer_imports i
  join agents a on a.workspace_id = i.workspace_id and a.id = i.agent_id
  join brands b on b.workspace_id = i.workspace_id and b.id = i.brand_id`;

/** An import may hold people of several brands: it is seen by who sees all of them, and by who made it, while they see its brand. */
function seen({ scope, id }: Pick<AgentActor, 'scope' | 'id'>) {
  const inUse = sql`i.status <> 'removing'`;
  return scope.brands === 'all' ? inUse : sql`(${inUse} and i.agent_id = ${id} and i.brand_id = any(${[...scope.brands]}::bigint[]))`;
}

/** Newest first. Index: the primary key; customer_imports_agent for who sees only their own. */
export async function listImports(db: Queryable, actor: AgentActor, { before, limit }: { before: number; limit: number }): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from ${from}
    where i.workspace_id = ${actor.scope.workspaceId} and i.id < ${before} and ${seen(actor)} order by i.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findImport(db: Queryable, actor: AgentActor, importId: number, { lock = false } = {}): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from ${from}
    where i.workspace_id = ${actor.scope.workspaceId} and i.id = ${importId} and ${seen(actor)} ${lock ? sql`for update of i` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type NewImport = Pick<ImportRow, 'agent_id' | 'brand_id' | 'file_name' | 'sha256' | 'size' | 'country'> & Recognised;
/** What is found by looking at the file. */
export type Recognised = Pick<ImportRow, 'format' | 'encoding' | 'delimiter' | 'header' | 'columns' | 'mapping'>;

export async function insertImport(tx: Tx, workspaceId: number, { columns: found, ...values }: NewImport): Promise<number> {
  const row = await tx.insertInto('customer_imports').values({ workspace_id: workspaceId, ...values, columns: json(found) }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export type Settings = Partial<Recognised & Pick<ImportRow, 'brand_id' | 'country' | 'create_organizations'>>;

/** New settings make a new draft: what was checked before no longer holds. */
export async function saveSettings(tx: Tx, workspaceId: number, importId: number, { columns: found, ...settings }: Settings): Promise<void> {
  await tx
    .updateTable('customer_imports')
    .set({ ...settings, ...(found ? { columns: json(found) } : {}), status: 'draft', failed_while: null, error: null, error_row: null, position: 0, handled: 0, total: 0, counts: json({}) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .execute();
}

/** Hands an import to the workers. */
export async function beginWork(tx: Tx, workspaceId: number, importId: number, status: ImportWork, start: Progress): Promise<void> {
  await tx
    .updateTable('customer_imports')
    .set({
      status, position: start.position, handled: start.handled, total: start.total, counts: json(start.counts), failures: 0, failed_while: null, error: null, error_row: null,
      started_at: sql<Date>`now()`, finished_at: null, next_attempt_at: sql<Date>`now()`, lease: sql<number>`lease + 1`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .execute();
}

export type ImportJob = ImportRow & { workspace_id: number; lease: number; failures: number };

/** Takes imports that wait, or whose worker died, for `leaseSeconds`. Index: customer_imports_due. */
export async function claimImports(alone: Alone, workspaceId: number, limit: number, leaseSeconds: number): Promise<ImportJob[]> {
  const { rows } = await sql<ImportJob>`
    with taken as (
      update customer_imports set lease = lease + 1, failures = failures + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
      where workspace_id = ${workspaceId} and id in (
        select id from customer_imports where workspace_id = ${workspaceId} and next_attempt_at <= now() order by next_attempt_at limit ${limit} for update skip locked)
      returning *)
    select i.workspace_id, i.lease, i.failures, ${columns} from taken i
    join agents a on a.workspace_id = i.workspace_id and a.id = i.agent_id
    join brands b on b.workspace_id = i.workspace_id and b.id = i.brand_id`.execute(alone);
  return rows;
}

export async function renewImport(alone: Alone, job: ImportJob, leaseSeconds: number): Promise<void> {
  await sql`update customer_imports set next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${job.workspace_id} and id = ${job.id} and lease = ${job.lease} and next_attempt_at is not null`.execute(alone);
}

export type Progress = { position: number; handled: number; total: number; counts: Counts };

/** Where the work stands, locked to the end of the transaction; null when it is no longer this worker's. */
export async function holdImport(tx: Tx, job: Pick<ImportJob, 'workspace_id' | 'id' | 'lease'>): Promise<Progress | null> {
  const row = await tx
    .selectFrom('customer_imports')
    .select(['position', 'handled', 'total', 'counts'])
    .where('workspace_id', '=', job.workspace_id)
    .where('id', '=', job.id)
    .where('lease', '=', job.lease)
    .where('next_attempt_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row ? ({ ...row, counts: row.counts } as Progress) : null; // counts are written by saveProgress alone
}

/** Getting on clears the failures: only an import that never gets on is given up. */
export async function saveProgress(tx: Tx, job: Pick<ImportJob, 'workspace_id' | 'id'>, { counts, ...progress }: Progress): Promise<void> {
  await tx
    .updateTable('customer_imports')
    .set({ ...progress, counts: json(counts), failures: 0 })
    .where('workspace_id', '=', job.workspace_id)
    .where('id', '=', job.id)
    .execute();
}

export type ImportEnd = { status: ImportStatus; failedWhile?: ImportWork; error?: ImportError; errorRow?: number | null };

/** Ends the work; false when it is no longer this worker's. */
export async function endWork(tx: Tx, job: Pick<ImportJob, 'workspace_id' | 'id' | 'lease'>, { status, failedWhile, error, errorRow }: ImportEnd): Promise<boolean> {
  const result = await tx
    .updateTable('customer_imports')
    .set({ status, failed_while: failedWhile ?? null, error: error ?? null, error_row: errorRow ?? null, next_attempt_at: null, finished_at: sql<Date>`now()` })
    .where('workspace_id', '=', job.workspace_id)
    .where('id', '=', job.id)
    .where('lease', '=', job.lease)
    .where('next_attempt_at', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Comes again after a while. */
export async function postpone(alone: Alone, job: ImportJob, seconds: number): Promise<void> {
  await sql`update customer_imports set next_attempt_at = now() + make_interval(secs => ${seconds})
    where workspace_id = ${job.workspace_id} and id = ${job.id} and lease = ${job.lease} and next_attempt_at is not null`.execute(alone);
}

/** Nobody sees it any more; its rows go bit by bit, and what a crash leaves of them goes with the old ones. */
export async function markRemoved(tx: Tx, workspaceId: number, importId: number): Promise<void> {
  await tx.updateTable('customer_imports').set({ status: 'removing', finished_at: sql<Date>`now()` }).where('workspace_id', '=', workspaceId).where('id', '=', importId).execute();
}

/** Answers what its file is kept under. */
export async function deleteImport(tx: Tx, workspaceId: number, importId: number): Promise<string | null> {
  const row = await tx.deleteFrom('customer_imports').where('workspace_id', '=', workspaceId).where('id', '=', importId).returning('sha256').executeTakeFirst();
  return row?.sha256 ?? null;
}

/** Removed ones, and those that nobody has touched since `before` and that nothing works on; from now on nothing can be begun with them. */
export async function takeOldImports(alone: Alone, workspaceId: number, before: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update customer_imports set status = 'removing' where workspace_id = ${workspaceId} and id in (
      select id from customer_imports
      where workspace_id = ${workspaceId} and next_attempt_at is null and (status = 'removing' or coalesce(finished_at, created_at) < ${before})
      order by id limit 100 for update skip locked) returning id`.execute(alone);
  return rows.map(({ id }) => id);
}

export async function listWorkspaceIds(db: Queryable): Promise<number[]> {
  const rows = await db.selectFrom('identity.workspaces').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export type BrandName = { id: number; name: string; slug: string };

/** The brands in use that the scope sees, by which rows may name one. */
export async function listBrandNames(db: Queryable, scope: Scope): Promise<BrandName[]> {
  const brands = scope.brands === 'all' ? sql`true` : sql`id = any(${[...scope.brands]}::bigint[])`;
  const { rows } = await sql<BrandName>`select id, name, slug from brands where workspace_id = ${scope.workspaceId} and archived_at is null and ${brands} order by id limit 1000`.execute(db);
  return rows;
}
