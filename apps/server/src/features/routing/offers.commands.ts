import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { nobodysAction } from '../approval-rules/index.ts';
import { findTicketState, updateTicket } from '../tickets/index.ts';
import { insertDecisions } from './decisions.queries.ts';
import { endOffer, findOwnOffer, isStillWaiting, lockOffer, lookAgainNow, type OfferRow } from './offers.queries.ts';
import type { OfferState } from './offers.rules.ts';
import { leaveQueue } from './queue.queries.ts';

const own = ({ id, scope }: AgentActor) => ({ agentId: id, scope });

/** The ticket becomes theirs; accepting again what they have accepted changes nothing. @throws Problem not_found; conflict when it is over */
export async function acceptOffer(tx: Tx, actor: AgentActor, id: number, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const offer = await findOwnOffer(tx, own(actor), id);
  // The ticket first, as everywhere: whoever assigns it by hand holds it too.
  if (!offer || !(await findTicketState(tx, actor.scope, { number: offer.number }, { lock: true }))) throw notFound('offer');
  const standing = await lockOffer(tx, workspaceId, id);
  if (standing?.state === 'accepted') return;
  if (!isOpen(standing, now)) throw over(standing?.state);
  if (!(await isStillWaiting(tx, workspaceId, offer.ticket_id, offer.team_id))) throw over('withdrawn');
  await endOffer(tx, workspaceId, id, { state: 'accepted', now });
  await updateTicket(tx, actor, offer.number, { assignee: actor.id }, now, { approvals: nobodysAction, told: { routing: { why: offer.reasons.why, team: offer.team_id, offer: id } } });
  await insertDecisions(tx, workspaceId, offer.team_id, [decisionOf(offer)], now);
  await leaveQueue(tx, workspaceId, [offer.ticket_id]);
}

/** It goes on to somebody else; declining again changes nothing. @throws Problem not_found; conflict when it is over */
export async function declineOffer(tx: Tx, actor: AgentActor, id: number, note: string, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const offer = await findOwnOffer(tx, own(actor), id);
  if (!offer) throw notFound('offer');
  const standing = await lockOffer(tx, workspaceId, id);
  if (standing?.state === 'declined') return;
  if (!isOpen(standing, now)) throw over(standing?.state);
  await endOffer(tx, workspaceId, id, { state: 'declined', note, now });
  await lookAgainNow(tx, workspaceId, [offer.ticket_id], now);
}

/** An offer is over on the second, also when the timer has not ended it yet. */
function isOpen(standing: { state: OfferState; due_at: Date | null } | null, now: Date): boolean {
  return standing?.state === 'open' && standing.due_at !== null && now < standing.due_at;
}

function over(state: OfferState | undefined): Problem {
  return new Problem('conflict', 'This offer is over', [{ field: 'offer', code: state === undefined || state === 'open' ? 'missed' : state, message: 'The ticket has gone on' }]);
}

const decisionOf = ({ ticket_id, agent_id, reasons }: OfferRow) => ({ ticket: ticket_id, agent: agent_id, overflow_team: null, reasons });
