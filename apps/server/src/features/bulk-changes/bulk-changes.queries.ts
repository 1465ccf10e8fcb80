import { sql, type RawBuilder } from 'kysely';
import { hasRole, type AgentActor } from '../../platform/auth/actor.ts';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { BulkChange } from './bulk-changes.schemas.ts';

export type BulkStatus = 'running' | 'done' | 'stopped' | 'failed';
export type BulkError = 'not_allowed' | 'failed';
export type Outcome = 'changed' | 'unchanged' | 'refused' | 'left';
export type Counts = Partial<Record<Outcome, number>>;

export type BulkRow = {
  id: number;
  agent_id: number;
  agent_name: string;
  change: BulkChange | null;
  undoes: number | null;
  undone_by: number | null;
  status: BulkStatus;
  error: BulkError | null;
  handled: number;
  total: number;
  counts: Counts;
  created_at: Date;
  finished_at: Date | null;
};

/** One that takes it back, or tries to; one that was stopped or failed may be asked for again. */
const undoneBy = sql`(select u.id from bulk_changes u where u.workspace_id = b.workspace_id and u.undoes = b.id and u.status in ('running', 'done') order by u.id desc limit 1)`;
const columns = sql`b.id, b.agent_id, a.name as agent_name, b.change, b.undoes, ${undoneBy} as undone_by, b.status, b.error, b.handled, b.total, b.counts, b.created_at, b.finished_at`;
const from = sql`bulk_changes b join agents a on a.workspace_id = b.workspace_id and a.id = b.agent_id`;

/** Whoever asked for it; and leads who see every brand, so that somebody can stop what runs away. */
function seen({ scope, id, role }: AgentActor): RawBuilder<unknown> {
  return scope.brands === 'all' && hasRole(role, 'lead') ? sql`true` : sql`b.agent_id = ${id}`;
}

/** The actor's own, newest first. Index: bulk_changes_agent. */
export async function listBulkChanges(db: Queryable, { scope, id }: AgentActor, { status, before, limit }: { status: BulkStatus | null; before: number; limit: number }): Promise<BulkRow[]> {
  const { rows } = await sql<BulkRow>`
    select ${columns} from ${from}
    where b.workspace_id = ${scope.workspaceId} and b.agent_id = ${id} and b.id < ${before} ${status === null ? sql`` : sql`and b.status = ${status}`}
    order by b.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findBulkChange(db: Queryable, actor: AgentActor, bulkId: number, { lock = false } = {}): Promise<BulkRow | null> {
  const { rows } = await sql<BulkRow>`
    select ${columns} from ${from}
    where b.workspace_id = ${actor.scope.workspaceId} and b.id = ${bulkId} and ${seen(actor)} ${lock ? sql`for update of b` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** How many of the agent's are under way, for a limit. Index: bulk_changes_due. */
export async function countUnderWay(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from bulk_changes where workspace_id = ${workspaceId} and agent_id = ${agentId} and next_attempt_at is not null`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Nobody takes it for so long: meanwhile its items are written. One whose writer died is then found without them, and ended. */
const untilWritten = sql`now() + interval '10 minutes'`;

/** Without its items; due only with `makeDue`. */
export async function insertBulkChange(tx: Tx, workspaceId: number, agentId: number, change: BulkChange, total: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into bulk_changes (workspace_id, agent_id, change, total, next_attempt_at) values (${workspaceId}, ${agentId}, ${json(change)}, ${total}, ${untilWritten}) returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no id for the new bulk change');
  return id;
}

/** One that takes back what `bulkId` has changed, without its items. Null where it has changed nothing. */
export async function insertUndo(tx: Tx, workspaceId: number, agentId: number, bulkId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into bulk_changes (workspace_id, agent_id, undoes, total, next_attempt_at)
    select ${workspaceId}, ${agentId}, ${bulkId}, count(*), ${untilWritten} from bulk_change_items
    where workspace_id = ${workspaceId} and bulk_change_id = ${bulkId} and applied is not null having count(*) > 0 returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Its items are all there. False where somebody has stopped it meanwhile. */
export async function makeDue(tx: Tx, workspaceId: number, bulkId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update bulk_changes set next_attempt_at = now() where workspace_id = ${workspaceId} and id = ${bulkId} and next_attempt_at is not null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Whether all that was meant is written down. Index: the primary key of the items. */
export async function isWhole(db: Queryable, { workspace_id, id }: BulkJob): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select b.handled > 0 or b.total = (select count(*) from bulk_change_items i where i.workspace_id = b.workspace_id and i.bulk_change_id = b.id) as whole
    from bulk_changes b where b.workspace_id = ${workspace_id} and b.id = ${id}`.execute(db);
  return rows[0]?.whole ?? false;
}

export type BulkJob = Pick<BulkRow, 'id' | 'agent_id' | 'change' | 'undoes'> & { workspace_id: number; lease: number; failures: number };

/** Takes bulk changes that wait, or whose worker died, for `leaseSeconds`. Index: bulk_changes_due. */
export async function claimBulkChanges(alone: Alone, workspaceId: number, limit: number, leaseSeconds: number): Promise<BulkJob[]> {
  const { rows } = await sql<BulkJob>`
    update bulk_changes set lease = lease + 1, failures = failures + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${workspaceId} and id in (
      select id from bulk_changes where workspace_id = ${workspaceId} and next_attempt_at <= now() order by next_attempt_at limit ${limit} for update skip locked)
    returning workspace_id, id, agent_id, change, undoes, lease, failures`.execute(alone);
  return rows;
}

export async function renewBulkChange(alone: Alone, job: BulkJob, leaseSeconds: number): Promise<void> {
  await postpone(alone, job, leaseSeconds);
}

/** Comes again after a while. */
export async function postpone(alone: Alone, job: BulkJob, seconds: number): Promise<void> {
  await sql`update bulk_changes set next_attempt_at = now() + make_interval(secs => ${seconds})
    where workspace_id = ${job.workspace_id} and id = ${job.id} and lease = ${job.lease} and next_attempt_at is not null`.execute(alone);
}

export type Progress = { position: number; handled: number; total: number; counts: Counts };

/** Where the work stands, locked to the end of the transaction; null when it is no longer this worker's, or was stopped. */
export async function holdBulkChange(tx: Tx, job: BulkJob): Promise<Progress | null> {
  const { rows } = await sql<Progress>`
    select position, handled, total, counts from bulk_changes
    where workspace_id = ${job.workspace_id} and id = ${job.id} and lease = ${job.lease} and next_attempt_at is not null for update`.execute(tx);
  return rows[0] ?? null;
}

/** Getting on clears the failures: only one that never gets on is given up. */
export async function saveProgress(tx: Tx, job: BulkJob, { counts, ...progress }: Progress): Promise<void> {
  await tx.updateTable('bulk_changes').set({ ...progress, counts: json(counts), failures: 0 }).where('workspace_id', '=', job.workspace_id).where('id', '=', job.id).execute();
}

/** Ends the work; false when it is no longer this worker's. */
export async function endBulkChange(tx: Tx, job: BulkJob, status: BulkStatus, error: BulkError | null = null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bulk_changes set status = ${status}, error = ${error}, next_attempt_at = null, finished_at = now()
    where workspace_id = ${job.workspace_id} and id = ${job.id} and lease = ${job.lease} and next_attempt_at is not null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Its worker finds at its next step that there is nothing left to do. */
export async function stopBulkChange(tx: Tx, workspaceId: number, bulkId: number): Promise<void> {
  await sql`update bulk_changes set status = 'stopped', next_attempt_at = null, finished_at = now() where workspace_id = ${workspaceId} and id = ${bulkId}`.execute(tx);
}

/** Nobody has looked at these for a while: gone with their items, some at a time. Answers how many items went. */
export async function deleteOldItems(alone: Alone, workspaceId: number, before: Date, limit = 2_000): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from bulk_change_items i using (
      select i.bulk_change_id, i.place from bulk_changes b join bulk_change_items i on i.workspace_id = b.workspace_id and i.bulk_change_id = b.id
      where b.workspace_id = ${workspaceId} and b.finished_at < ${before} limit ${limit}) old
    where i.workspace_id = ${workspaceId} and i.bulk_change_id = old.bulk_change_id and i.place = old.place`.execute(alone);
  return Number(numAffectedRows ?? 0n);
}

/** Those without items that nothing refers to any more: what took one back goes before it. */
export async function deleteOldBulkChanges(alone: Alone, workspaceId: number, before: Date): Promise<void> {
  await sql`delete from bulk_changes b where b.workspace_id = ${workspaceId} and b.finished_at < ${before}
    and not exists (select from bulk_change_items i where i.workspace_id = b.workspace_id and i.bulk_change_id = b.id)
    and not exists (select from bulk_changes u where u.workspace_id = b.workspace_id and u.undoes = b.id)`.execute(alone);
}
