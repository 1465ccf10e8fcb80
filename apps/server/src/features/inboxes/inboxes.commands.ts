import type { Actor, Scope } from '../../platform/auth/actor.ts';
import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand, findFirstBrand } from '../brands/index.ts';
import { claimAddress, deleteInbox, findInbox, insertInbox, isInboxUsed, teamTakesWork, updateInboxRow, type InboxPatch } from './inboxes.queries.ts';
import type { CreateInboxBody, UpdateInboxBody } from './inboxes.schemas.ts';

type Seal = Pick<Sealer, 'seal'>;

/**
 * An address that mail comes to. It belongs to one inbox in the whole installation.
 * @throws Problem already_exists; not_found for a brand or team that the actor does not see or that is archived
 */
export async function createInbox(tx: Tx, actor: Actor, seal: Seal, input: CreateInboxBody): Promise<{ inboxId: number }> {
  const brandId = await brandFor(tx, actor.scope, input.brand);
  const teamId = await teamFor(tx, actor.scope, input.team ?? null, brandId);
  const { workspaceId } = actor.scope;
  const inboxId = await insertInbox(tx, workspaceId, {
    address: input.address,
    name: input.name ?? '',
    brand_id: brandId,
    team_id: teamId,
    smtp_url_sealed: input.smtp_url == null ? null : seal.seal(input.smtp_url),
  });
  if (inboxId === null || !(await claimAddress(tx, workspaceId, inboxId, input.address))) {
    const message = `Mail to ${input.address} comes to another inbox already`;
    throw new Problem('already_exists', message, [{ field: 'address', code: 'already_exists', message }]);
  }
  await appendEvent(tx, actor, { type: 'inbox.created', brandId, data: { inbox_id: inboxId } });
  return { inboxId };
}

/** @throws Problem not_found; still_in_use for opening an inbox whose brand is archived */
export async function updateInbox(tx: Tx, actor: Actor, seal: Seal, inboxId: number, input: UpdateInboxBody): Promise<void> {
  const before = await findInbox(tx, actor.scope, inboxId, { lock: true });
  if (!before) throw notFound('inbox');
  const patch: InboxPatch = {
    name: input.name,
    active: input.active,
    brand_id: input.brand === undefined || input.brand === before.brand_id ? undefined : await brandFor(tx, actor.scope, input.brand),
    team_id: input.team === undefined || input.team === before.team_id ? undefined : await teamFor(tx, actor.scope, input.team, input.brand ?? before.brand_id),
  };
  if (patch.brand_id !== undefined && patch.team_id === undefined) await refuseOtherTeam(tx, actor.scope, before.team_id, patch.brand_id);
  if (input.active && !before.active && patch.brand_id === undefined && !(await takesTickets(tx, actor.scope, before.brand_id)))
    throw brandArchived();
  const smtp = input.smtp_url === undefined || (input.smtp_url === null && !before.has_smtp) ? null : { smtp: true as const };
  // A move is told to both brands, and names neither to the other.
  const changes = { ...changedFields(before, patch, ['name', 'brand_id']), ...smtp };
  if (Object.keys(changes).length === 0) return;
  const sealed = smtp && { smtp_url_sealed: input.smtp_url == null ? null : seal.seal(input.smtp_url) };
  await updateInboxRow(tx, actor.scope.workspaceId, inboxId, { ...patch, ...sealed });
  const data = { inbox_id: inboxId, changes };
  if (patch.brand_id !== undefined) await appendEvent(tx, actor, { type: 'inbox.updated', brandId: before.brand_id, data });
  await appendEvent(tx, actor, { type: 'inbox.updated', brandId: patch.brand_id ?? before.brand_id, data });
}

/**
 * Removes an inbox that nothing uses. One that tickets or mail name stays, inactive, and its address stays taken, so
 * that answers to old mail never come to somebody else.
 */
export async function removeInbox(tx: Tx, actor: Actor, inboxId: number): Promise<'removed' | 'deactivated'> {
  const before = await findInbox(tx, actor.scope, inboxId, { lock: true });
  if (!before) throw notFound('inbox');
  const { workspaceId } = actor.scope;
  if (await isInboxUsed(tx, workspaceId, inboxId)) {
    if (!before.active) return 'deactivated';
    await updateInboxRow(tx, workspaceId, inboxId, { active: false });
    await appendEvent(tx, actor, { type: 'inbox.updated', brandId: before.brand_id, data: { inbox_id: inboxId, changes: { active: { from: true, to: false } } } });
    return 'deactivated';
  }
  await deleteInbox(tx, workspaceId, inboxId);
  await appendEvent(tx, actor, { type: 'inbox.removed', brandId: before.brand_id, data: { inbox_id: inboxId } });
  return 'removed';
}

/** The brand stays as it is until the commit, so that nobody archives it meanwhile. */
async function brandFor(tx: Tx, scope: Scope, wanted: number | undefined): Promise<number> {
  const brandId = wanted ?? (await findFirstBrand(tx, scope))?.id;
  if (brandId === undefined || !(await takesTickets(tx, scope, brandId))) throw notFound('brand');
  return brandId;
}

async function takesTickets(tx: Tx, scope: Scope, brandId: number): Promise<boolean> {
  const brand = await findBrand(tx, scope, brandId, { lock: true });
  return brand !== null && brand.archived_at === null;
}

function brandArchived(): Problem {
  const message = 'Its brand is archived and takes no mail';
  return new Problem('still_in_use', message, [{ field: 'active', code: 'still_in_use', message }]);
}

async function teamFor(tx: Tx, scope: Scope, wanted: number | null, brandId: number): Promise<number | null> {
  if (wanted !== null && !(await teamTakesWork(tx, scope.workspaceId, wanted))) throw notFound('team');
  await refuseOtherTeam(tx, scope, wanted, brandId);
  return wanted;
}

/** Mail goes to a team that serves the brand. The brand is held, so that nobody takes the team from it meanwhile. */
async function refuseOtherTeam(tx: Tx, scope: Scope, teamId: number | null, brandId: number): Promise<void> {
  const served = (await findBrand(tx, scope, brandId, { lock: true }))?.team_ids ?? null;
  if (teamId !== null && served !== null && !served.includes(teamId)) throw fieldProblem('team', 'not_serving', 'This team does not serve the brand');
}
