import type { AgentActor, EventActor } from '../../platform/auth/actor.ts';
import type { Database, Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { countUnderWay, findBulkChange, insertBulkChange, insertUndo, makeDue, stopBulkChange, type BulkRow } from './bulk-changes.queries.ts';
import type { BulkChange } from './bulk-changes.schemas.ts';
import { copyItems, insertItems } from './bulk-items.queries.ts';
import { limits } from './limits.ts';

/**
 * Writes down what is meant, a step in each transaction, and hands it to the workers with the last one. What is cut off before
 * that is never begun (`bulk-worker.ts`).
 * @throws Problem too_many_attempts while ten of the agent's are under way
 */
export async function createBulkChange(db: Database, actor: AgentActor, change: BulkChange, ticketIds: readonly number[], view?: number): Promise<number> {
  const { workspaceId } = actor.scope;
  // In ascending order: two that share tickets lock them in the same order and never wait in a circle.
  const ids = ticketIds.toSorted((one, other) => one - other);
  const bulkId = await db.transaction().execute(async (tx) => {
    await refuseTooMany(tx, actor);
    const id = await insertBulkChange(tx, workspaceId, actor.id, change, ids.length);
    await insertItems(tx, workspaceId, id, 0, ids.slice(0, limits.step));
    if (ids.length <= limits.step) await handOver(tx, actor, id, { total: ids.length, view });
    return id;
  });
  for (let from = limits.step; from < ids.length; from += limits.step) {
    await db.transaction().execute(async (tx) => {
      await insertItems(tx, workspaceId, bulkId, from, ids.slice(from, from + limits.step));
      if (from + limits.step >= ids.length) await handOver(tx, actor, bulkId, { total: ids.length, view });
    });
  }
  return bulkId;
}

async function handOver(tx: Tx, actor: AgentActor, bulkId: number, { total, view, undoes }: { total?: number; view?: number; undoes?: number }): Promise<void> {
  if (!(await makeDue(tx, actor.scope.workspaceId, bulkId))) return;
  const what = { ...(total !== undefined && { total }), ...(view !== undefined && { saved_view_id: view }), ...(undoes !== undefined && { undoes }) };
  await appendEvent(tx, actor, { type: 'bulk_change.created', data: { bulk_change_id: bulkId, ...what } });
}

/** What it has changed is put back, where nobody has changed it since. @throws Problem not_found, bulk_busy */
export async function undoBulkChange(db: Database, actor: AgentActor, bulkId: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const id = await db.transaction().execute(async (tx) => {
    const row = await locked(tx, actor, bulkId);
    if (row.status === 'running' || row.undone_by !== null) throw new Problem('bulk_busy');
    await refuseTooMany(tx, actor);
    const made = await insertUndo(tx, workspaceId, actor.id, bulkId);
    if (made === null) throw new Problem('bulk_busy', 'It has changed nothing');
    return made;
  });
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await db.transaction().execute(async (tx) => {
      const last = await copyItems(tx, workspaceId, bulkId, id, from, limits.step);
      if (last === null) await handOver(tx, actor, id, { undoes: bulkId });
      return last;
    });
  }
  return id;
}

/** Ends it where it is; what is done stays done. One that has ended already stays as it is. @throws Problem not_found */
export async function stopBulk(tx: Tx, actor: AgentActor, bulkId: number): Promise<void> {
  const row = await locked(tx, actor, bulkId);
  if (row.status !== 'running') return;
  await stopBulkChange(tx, actor.scope.workspaceId, bulkId);
  await tellBulk(tx, actor, bulkId, 'stopped');
}

/** Says that it has got on; how far is read by whoever may see it. */
export async function tellBulk(tx: Tx, actor: EventActor, bulkId: number, status: BulkRow['status']): Promise<void> {
  await appendEvent(tx, actor, { type: 'bulk_change.updated', data: { bulk_change_id: bulkId, status } });
}

async function locked(tx: Tx, actor: AgentActor, bulkId: number): Promise<BulkRow> {
  const row = await findBulkChange(tx, actor, bulkId, { lock: true });
  if (!row) throw notFound('bulk change');
  return row;
}

async function refuseTooMany(tx: Tx, actor: AgentActor): Promise<void> {
  if ((await countUnderWay(tx, actor.scope.workspaceId, actor.id)) >= limits.underWay) throw new Problem('too_many_attempts', `At most ${limits.underWay} at once`);
}
