import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { tell } from '../notifications/index.ts';
import { lockLeft } from './hand-over.queries.ts';
import { addHistory, pickOwner, updateFeedbackRow } from './staff-feedback.queries.ts';
import { nextReminder } from './staff-feedback.rules.ts';

/**
 * Gives at most `limit` open complaints of somebody who has left (null: of anybody who has) to the colleague who takes over, where that is
 * somebody who gets complaints and not the person named, else to whoever a new one would go to; answers how many. The new owner is
 * told as of any complaint; where there is nobody it waits for the next who may read it. Its history names who handed it over, and
 * where nobody did (upkeep found it), whose it was.
 */
export async function handOverComplaints(tx: Tx, actor: Actor, ownerId: number | null, taker: number | null, now: Date, limit: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const left = await lockLeft(tx, workspaceId, ownerId, limit);
  // One after the other: each counts with what its owner has by then. Nobody owns many.
  for (const row of left) {
    const owner = await pickOwner(tx, workspaceId, { brandId: row.brand_id, about: row.about_id, filer: row.filed_by, first: taker });
    await updateFeedbackRow(tx, workspaceId, row.id, { owner_id: owner?.id ?? null, remind_at: nextReminder({ ...row, owner_id: owner?.id ?? null }) });
    const [by, what] = actor.type === 'agent' ? ([actor.id, 'owner'] as const) : ([row.owner_id, 'left'] as const);
    await addHistory(tx, workspaceId, row.id, by, what, owner?.name ?? null, now);
    if (owner) await tell(tx, workspaceId, [{ agent: owner.id, kind: 'complaint_given', about: { feedback: row.id }, brand: row.brand_id, by: null }], now);
  }
  return left.length;
}
