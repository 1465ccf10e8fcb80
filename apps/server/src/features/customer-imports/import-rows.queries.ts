import { sql } from 'kysely';
import type { Alone, Queryable, Tx } from '../../platform/db/db.ts';
import type { Outcome } from './customer-imports.queries.ts';
import type { Adds } from './decide.rules.ts';
import type { Draft, RowNotice, RowProblem } from './person.rules.ts';

/** What undoing needs to know of what was done. */
export type Applied = {
  created: boolean;
  addressIds: number[];
  /** What was written, and what stood there before. */
  set: { name?: string; language?: string; organization?: number; note?: string; kind?: string };
  noteBefore?: string;
  brand?: number;
  organizationCreated?: number;
};

export type StoredRow = {
  number: number;
  outcome: Outcome;
  draft: Draft;
  adds: Adds | null;
  problems: RowProblem[];
  notices: RowNotice[];
  /** The row as it stands in the file. */
  cells: string[];
  customer_id: number | null;
  undone: 'removed' | 'taken_back' | 'kept' | null;
};

/** Without its cells, which may be long. */
export type ListedRow = Omit<StoredRow, 'cells'>;

export type CheckedRow = Pick<StoredRow, 'number' | 'outcome' | 'draft' | 'adds' | 'problems' | 'notices' | 'cells' | 'customer_id'>;

export async function insertRows(tx: Tx, workspaceId: number, importId: number, rows: readonly CheckedRow[]): Promise<void> {
  await sql`
    insert into customer_import_rows (workspace_id, import_id, number, outcome, draft, adds, problems, notices, cells, customer_id)
    select ${workspaceId}, ${importId}, r.number, r.outcome, r.draft, nullif(r.adds, 'null'), r.problems, r.notices, r.cells, r.customer_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number bigint, outcome text, draft jsonb, adds jsonb, problems jsonb, notices jsonb, cells jsonb, customer_id bigint)`.execute(tx);
}

/** A page in the order of the file, from behind a row on. Index: the primary key, or customer_import_rows_outcome. */
export async function listRows(db: Queryable, workspaceId: number, importId: number, { outcome, after, limit }: { outcome: Outcome | null; after: number; limit: number }): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select number, outcome, draft, adds, problems, notices, customer_id, undone from customer_import_rows
    where workspace_id = ${workspaceId} and import_id = ${importId} and number > ${after} ${outcome === null ? sql`` : sql`and outcome = ${outcome}`}
    order by number limit ${limit}`.execute(db);
  return rows;
}

/** Refused rows with their cells, for the report. Index: customer_import_rows_outcome. */
export async function listRefused(db: Queryable, workspaceId: number, importId: number, { after, limit }: { after: number; limit: number }): Promise<Pick<StoredRow, 'number' | 'problems' | 'cells'>[]> {
  const { rows } = await sql<Pick<StoredRow, 'number' | 'problems' | 'cells'>>`
    select number, problems, cells from customer_import_rows
    where workspace_id = ${workspaceId} and import_id = ${importId} and outcome = 'refused' and number > ${after} order by number limit ${limit}`.execute(db);
  return rows;
}

/** Rows that are to be written, from behind `position`. */
export async function nextToApply(tx: Tx, workspaceId: number, importId: number, position: number, limit: number): Promise<Pick<StoredRow, 'number' | 'outcome' | 'draft'>[]> {
  const { rows } = await sql<Pick<StoredRow, 'number' | 'outcome' | 'draft'>>`
    select number, outcome, draft from customer_import_rows
    where workspace_id = ${workspaceId} and import_id = ${importId} and number > ${position} order by number limit ${limit}`.execute(tx);
  return rows;
}

export type AppliedRow = Pick<StoredRow, 'number' | 'outcome' | 'adds' | 'problems' | 'notices' | 'customer_id'> & { applied: Applied | null };

export async function saveApplied(tx: Tx, workspaceId: number, importId: number, rows: readonly AppliedRow[]): Promise<void> {
  await sql`
    update customer_import_rows t set outcome = r.outcome, adds = nullif(r.adds, 'null'), problems = r.problems, notices = r.notices, customer_id = r.customer_id,
      applied = nullif(r.applied, 'null'), applied_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number bigint, outcome text, adds jsonb, problems jsonb, notices jsonb, customer_id bigint, applied jsonb)
    where t.workspace_id = ${workspaceId} and t.import_id = ${importId} and t.number = r.number`.execute(tx);
}

export type UndoRow = { number: number; draft: Draft; customer_id: number; applied: Applied; applied_at: Date };

/** The last rows below `position` first: what a later row added goes before what an earlier one made. */
export async function nextToUndo(tx: Tx, workspaceId: number, importId: number, position: number, limit: number): Promise<{ number: number; row: UndoRow | null }[]> {
  const { rows } = await sql<UndoRow & { applied: Applied | null }>`
    select number, draft, customer_id, applied, applied_at from customer_import_rows
    where workspace_id = ${workspaceId} and import_id = ${importId} and number < ${position} order by number desc limit ${limit}`.execute(tx);
  return rows.map((row) => ({ number: row.number, row: row.applied === null || row.customer_id === null ? null : row }));
}

export async function saveUndone(tx: Tx, workspaceId: number, importId: number, ends: ReadonlyMap<number, 'removed' | 'taken_back' | 'kept'>): Promise<void> {
  if (ends.size === 0) return;
  await sql`
    update customer_import_rows t set undone = u.undone
    from unnest(${[...ends.keys()]}::bigint[], ${[...ends.values()]}::text[]) as u(number, undone)
    where t.workspace_id = ${workspaceId} and t.import_id = ${importId} and t.number = u.number`.execute(tx);
}

/** The last row's number; 0 without rows. */
export async function lastRow(db: Queryable, workspaceId: number, importId: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select number from customer_import_rows where workspace_id = ${workspaceId} and import_id = ${importId} order by number desc limit 1`.execute(db);
  return rows[0]?.number ?? 0;
}

/** Some of an import's rows; answers how many, so that the caller goes on until there are none. */
export async function deleteSomeRows(alone: Alone, workspaceId: number, importId: number, limit = 2_000): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from customer_import_rows where workspace_id = ${workspaceId} and import_id = ${importId} and number in (
      select number from customer_import_rows where workspace_id = ${workspaceId} and import_id = ${importId} order by number limit ${limit})`.execute(alone);
  return Number(numAffectedRows ?? 0n);
}
