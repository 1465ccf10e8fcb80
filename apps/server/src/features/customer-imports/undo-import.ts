import { isDatabaseError, type Tx } from '../../platform/db/db.ts';
import { deleteUnusedOrganizations } from '../organizations/index.ts';
import { endWork, holdImport, saveProgress, type Counts, type ImportJob } from './customer-imports.queries.ts';
import { nextToUndo, saveUndone, type UndoRow } from './import-rows.queries.ts';
import { createTeller, makerOf, type Importer, type Tools } from './job-tools.ts';
import { appendEvents, deleteAddresses, deletePeople, findStanding, unlinkPeople, updatePeople, type ImportEvent, type Standing } from './people.queries.ts';
import { isUntouched, takeBack } from './undo.rules.ts';

const batchSize = 200;

/**
 * Takes an import back from its last row to its first: customers whom it made and whom nobody has touched go, what it added to
 * others goes, everything else stays. A batch and its place in each transaction, as for importing. Whoever asked for it was allowed to;
 * whether the one who imported is still here does not matter.
 */
export async function undoImport(tools: Tools, job: ImportJob, signal: AbortSignal): Promise<void> {
  const importer = makerOf(job);
  const tell = createTeller(job, importer);
  let limit = batchSize;
  let mayRemove = true;
  while (!signal.aborted) {
    try {
      const goesOn = await tools.db.transaction().execute(async (tx) => {
        const progress = await holdImport(tx, job);
        if (!progress) return false;
        const rows = await nextToUndo(tx, job.workspace_id, job.id, progress.position, limit);
        if (rows.length === 0) {
          await endWork(tx, job, { status: 'undone' });
          await tell(tx, 'undone', progress, { always: true });
          return false;
        }
        const counts = await undoBatch(tx, job, importer, rows.flatMap(({ row }) => row ?? []), progress.counts, mayRemove);
        const next = { ...progress, counts, handled: progress.handled + rows.length, position: rows.at(-1)?.number ?? 0 };
        await saveProgress(tx, job, next);
        await tell(tx, 'undoing', next);
        return true;
      });
      tools.wake.say('events');
      if (!goesOn) return;
      mayRemove = true;
    } catch (error) {
      // Something refers to one of them that is not known here: then row by row, and that one stays.
      if (!isDatabaseError(error, '23503') || !mayRemove) throw error;
      if (limit === 1) mayRemove = false;
      limit = 1;
    }
  }
}

type End = 'removed' | 'taken_back' | 'kept';

async function undoBatch(tx: Tx, job: ImportJob, importer: Importer, rows: readonly UndoRow[], before: Counts, mayRemove: boolean): Promise<Counts> {
  const { workspace_id: workspaceId } = job;
  const standing = new Map((await findStanding(tx, workspaceId, [...new Set(rows.map((row) => row.customer_id))])).map((each) => [each.id, each]));
  const ends = new Map<number, End>();
  const removed: Standing[] = [];
  const changed = new Map<number, Standing>();
  const addressIds: number[] = [];
  const links: { customerId: number; brandId: number }[] = [];
  for (const { number, customer_id, applied, applied_at } of rows) {
    const now = standing.get(customer_id);
    if (!now || now.merged || (now.newestTicket !== null && now.newestTicket > applied_at)) ends.set(number, 'kept');
    else if (applied.created) {
      const goes = mayRemove && isUntouched(applied, now);
      if (goes) removed.push(now);
      ends.set(number, goes ? 'removed' : 'kept');
    } else {
      const taken = takeBack(applied, now);
      addressIds.push(...taken.addressIds);
      if (taken.brand !== null) links.push({ customerId: now.id, brandId: taken.brand });
      changed.set(now.id, now);
      ends.set(number, 'taken_back');
    }
  }
  for (const { id } of removed) changed.delete(id);
  await updatePeople(tx, workspaceId, [...changed.values()].map(({ id, name, language, organization_id, note }) => ({ id, name, language, organization_id, note })));
  await deleteAddresses(tx, workspaceId, addressIds);
  await unlinkPeople(tx, workspaceId, links);
  await deletePeople(tx, workspaceId, removed.map(({ id }) => id));
  await appendEvents(tx, workspaceId, importer.id, [...removed.map(goneEvent), ...[...changed.values()].map(changedEvent)]);
  await removeOrganizations(tx, workspaceId, importer, mayRemove ? rows.flatMap(({ applied }) => applied.organizationCreated ?? []) : []);
  await saveUndone(tx, workspaceId, job.id, ends);
  const counts = { ...before };
  for (const end of ends.values()) counts[end] = (counts[end] ?? 0) + 1;
  return counts;
}

async function removeOrganizations(tx: Tx, workspaceId: number, importer: Importer, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const removed = await deleteUnusedOrganizations(tx, workspaceId, ids);
  await appendEvents(tx, workspaceId, importer.id, removed.map((id) => ({ type: 'organization.removed', brandId: null, data: { organization_id: id } })));
}

function goneEvent({ id, brands }: Standing): ImportEvent {
  return { type: 'customer.removed', brandId: brands[0] ?? null, data: { customer_id: id } };
}

function changedEvent({ id, brands }: Standing): ImportEvent {
  return { type: 'customer.updated', brandId: brands[0] ?? null, data: { customer_id: id, changes: { import: 'undone' } } };
}
