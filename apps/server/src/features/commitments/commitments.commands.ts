import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import type { EventData, EventType } from '../../platform/events/event-types.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { refuseUnapproved, type ApprovalGate } from '../approval-rules/index.ts';
import { linkNewestPromise } from '../commitment-links/index.ts';
import { readPhoneNumber } from '../customers/index.ts';
import { findAssigneeName, findTeamName, findTicketState, listMerged, refreshPromise, type TicketState } from '../tickets/index.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { findCommitment, isOwnReply, updateCommitmentRow, type CommitmentChange, type CommitmentRow } from './commitments.queries.ts';
import { checkDue, insertCommitment, isUnkept, mostUnkept, nextAt, stateWhenKept } from '../commitment-rows/index.ts';
import type { AddCommitmentBody, UpdateCommitmentBody } from './commitments.schemas.ts';
import { readDue } from './read-due.ts';

export type Tools = Pick<Context, 'sealer' | 'config'>;
/** A ticket, locked, and the ids of what was merged into it: their promises are its own. */
export type Whole = { ticket: TicketState; ids: readonly number[] };
/** The rules for approvals, and what stands in the event beside it. */
export type Doing = { approvals: ApprovalGate; told?: EventData };

/** @throws Problem not_found */
export async function lockWhole(tx: Tx, actor: AgentActor, number: number): Promise<Whole> {
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  return { ticket, ids: (await listMerged(tx, actor.scope.workspaceId, ticket.id)).map(({ id }) => id) };
}

/** @throws Problem approval_needed; invalid_input that names the field */
export async function addCommitment(tx: Tx, tools: Tools, actor: AgentActor, { ticket, ids }: Whole, body: AddCommitmentBody, now: Date, { approvals, told = {} }: Doing): Promise<number> {
  const { workspaceId } = actor.scope;
  const due = await readDue(tx, actor.timeZone, body);
  checkDue(due, now);
  const ownerId = body.owner === undefined ? actor.id : body.owner;
  await checkKeepers(tx, workspaceId, ticket, { owner: ownerId, team: body.team });
  const kind = body.kind ?? (body.phone ? 'callback' : 'promise');
  if (kind === 'callback' && !body.phone) throw fieldProblem('phone', 'required', 'A call needs a number');
  if (body.message !== undefined && !(await isOwnReply(tx, workspaceId, ids, body.message))) throw fieldProblem('message', 'not_found', 'There is no such reply on this ticket');
  const id = await insertCommitment(
    tx,
    workspaceId,
    {
      ...due, ticketId: ticket.id, kind, text: body.text, phone: await readPhone(tx, workspaceId, body.phone ?? null), ownerId, teamId: body.team ?? null,
      source: body.source ?? 'api', nextAt: nextAt(due, now, now), messageId: body.message ?? null, madeBy: actor.id,
    },
    now,
  );
  if (id === null) throw fieldProblem('text', 'too_many', `A ticket has at most ${mostUnkept} open promises`);
  await refreshPromise(tx, workspaceId, ticket.id);
  await tell(tx, actor, ticket, 'commitment.made', id, { kind, owner: ownerId, team: body.team ?? null, ...told });
  await refuseUnapproved(tx, actor, { ticketId: ticket.id, brandId: ticket.brand_id, actions: ['promise'] }, approvals);
  if (body.message !== undefined) await linkNewestPromise(tx, { sealer: tools.sealer, publicUrl: tools.config.publicUrl }, { workspaceId, ticketId: ticket.id, messageId: body.message, commitmentId: id }, now);
  return id;
}

/** Changes what is asked and differs, as one event. @throws Problem not_found, conflict (it is over), invalid_input */
export async function updateCommitment(tx: Tx, actor: AgentActor, whole: Whole, id: number, body: UpdateCommitmentBody): Promise<void> {
  const { workspaceId } = actor.scope;
  const before = await lockUnkept(tx, actor, whole, id);
  const phone = body.phone === undefined ? undefined : await readPhone(tx, workspaceId, body.phone);
  if (phone === null && before.kind === 'callback') throw fieldProblem('phone', 'required', 'A call needs a number');
  const change: CommitmentChange = {};
  const changes: Record<string, unknown> = {};
  if (body.text !== undefined && body.text !== before.text) [change.text, changes['text']] = [body.text, true];
  if (phone !== undefined && phone !== before.phone) [change.phone, changes['phone']] = [phone, true];
  if (body.owner !== undefined && body.owner !== before.owner_id) [change.owner_id, changes['owner']] = [body.owner, { from: before.owner_id, to: body.owner }];
  if (body.team !== undefined && body.team !== before.team_id) [change.team_id, changes['team']] = [body.team, { from: before.team_id, to: body.team }];
  if (Object.keys(changes).length === 0) return;
  await checkKeepers(tx, workspaceId, whole.ticket, { owner: change.owner_id, team: change.team_id });
  await updateCommitmentRow(tx, workspaceId, id, change);
  await tell(tx, actor, whole.ticket, 'commitment.updated', id, { changes });
}

/** @throws Problem not_found, conflict (it is over) */
export async function keepCommitment(tx: Tx, actor: AgentActor, whole: Whole, id: number, now: Date): Promise<void> {
  const before = await lockUnkept(tx, actor, whole, id);
  const state = stateWhenKept(before, now);
  await end(tx, actor, whole, before, { state, kept_at: now, kept_by: actor.id });
  await tell(tx, actor, whole.ticket, 'commitment.kept', id, { late: state === 'kept_late', owner: before.owner_id });
}

/** @throws Problem not_found, conflict (it is over), approval_needed */
export async function withdrawCommitment(tx: Tx, actor: AgentActor, whole: Whole, id: number, reason: string | undefined, now: Date, { approvals, told = {} }: Doing): Promise<void> {
  const before = await lockUnkept(tx, actor, whole, id);
  await end(tx, actor, whole, before, { state: 'withdrawn', withdrawn_at: now, withdrawn_by: actor.id, withdrawn_reason: reason ?? null });
  await tell(tx, actor, whole.ticket, 'commitment.withdrawn', id, told);
  await refuseUnapproved(tx, actor, { ticketId: whole.ticket.id, brandId: whole.ticket.brand_id, actions: ['withdraw_promise'] }, approvals);
}

/** Takes back that it was kept or withdrawn. @throws Problem not_found, conflict (it is open) */
export async function reopenCommitment(tx: Tx, actor: AgentActor, whole: Whole, id: number, now: Date): Promise<void> {
  const before = await findCommitment(tx, actor.scope.workspaceId, whole.ids, id, { lock: true });
  if (!before) throw notFound('commitment');
  if (isUnkept(before.state)) throw new Problem('conflict', 'It is open');
  // What came due meanwhile is broken at the next look of the clock, and is told then.
  const isBroken = before.broken_at !== null && before.due_at <= now;
  const next = isBroken ? null : before.due_at <= now ? before.due_at : nextAt(before, before.created_at, now);
  const over = { kept_at: null, kept_by: null, withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null };
  await updateCommitmentRow(tx, actor.scope.workspaceId, id, { ...over, state: isBroken ? 'broken' : 'open', next_at: next });
  await refreshBoth(tx, actor.scope.workspaceId, whole, before);
  await tell(tx, actor, whole.ticket, 'commitment.reopened', id);
}

/** The ticket that it is read in, and the merged one that it was made on: a customer's promises are found by that one. */
export async function refreshBoth(tx: Tx, workspaceId: number, { ticket }: Whole, { ticket_id: madeOn }: CommitmentRow): Promise<void> {
  for (const id of new Set([ticket.id, madeOn])) await refreshPromise(tx, workspaceId, id);
}

async function end(tx: Tx, actor: AgentActor, whole: Whole, before: CommitmentRow, change: CommitmentChange): Promise<void> {
  await updateCommitmentRow(tx, actor.scope.workspaceId, before.id, { ...change, next_at: null, proposed_at: null, proposed_due: null, proposed_text: null });
  await refreshBoth(tx, actor.scope.workspaceId, whole, before);
}

/** @throws Problem not_found, conflict (it is over) */
export async function lockUnkept(tx: Tx, actor: AgentActor, { ids }: Whole, id: number): Promise<CommitmentRow> {
  const before = await findCommitment(tx, actor.scope.workspaceId, ids, id, { lock: true });
  if (!before) throw notFound('commitment');
  if (!isUnkept(before.state)) throw new Problem('conflict', 'This promise is over');
  return before;
}

export async function tell(tx: Tx, actor: AgentActor, ticket: Pick<TicketState, 'id' | 'brand_id'>, type: EventType, id: number, data: Record<string, unknown> = {}): Promise<void> {
  await appendEvent(tx, actor, { type, ticketId: ticket.id, brandId: ticket.brand_id, data: { commitment: id, ...data } });
}

async function checkKeepers(tx: Tx, workspaceId: number, ticket: TicketState, { owner, team }: { owner?: number | null; team?: number | null }): Promise<void> {
  if (owner != null && (await findAssigneeName(tx, workspaceId, owner, ticket.brand_id)) === null) throw fieldProblem('owner', 'not_found', 'There is no such agent who may work on this brand');
  if (team != null && (await findTeamName(tx, workspaceId, team)) === null) throw fieldProblem('team', 'not_found', 'There is no such team');
}

async function readPhone(tx: Tx, workspaceId: number, written: string | null): Promise<string | null> {
  if (written === null) return null;
  return readPhoneNumber(written, await findPhoneCountry(tx, workspaceId)) ?? written;
}
