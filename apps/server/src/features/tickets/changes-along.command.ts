import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import type { EventData } from '../../platform/events/event-types.ts';
import type { ApprovalGate } from '../approval-rules/index.ts';
import type { DoesAlong } from '../delivery/index.ts';
import { noteMacroUses } from '../macro-uses/index.ts';
import { changeTicket, type Alongside, type Times } from './change-ticket.command.ts';
import { refuseUnapprovedMacros } from './guard-macros.ts';
import type { SetsOff } from './sets-off.ts';
import type { TicketState } from './ticket-row.queries.ts';
import type { AddMessageBody, ChangeTicketBody, TicketChanges } from './tickets.schemas.ts';

type Along = { now: Date; times: Times; approvals: ApprovalGate; setsOff: SetsOff; told?: EventData | undefined; /** What the ticket held, when it was asked for. */ seen?: ChangeTicketBody['seen'] | undefined };

/**
 * Changes a ticket along with a message on it, in the message's own transaction: both happen, or neither. Counts the macros
 * that they came from.
 * @param times when the message goes out
 * @returns what was written beside it and done along with it, with the macros' ids, and what was approved before and is spent on the message
 * @throws Problem as changeTicket, its fields named `changes.team` and the like
 */
export async function changeAlong(tx: Tx, actor: AgentActor, ticket: TicketState, { kind, changes, macros, status }: Pick<AddMessageBody, 'kind' | 'changes' | 'macros' | 'status'>, { now, times, approvals, setsOff, told, seen }: Along): Promise<{ beside: Alongside & { macros?: readonly number[]; does?: DoesAlong }; spent: number[]; mailed: boolean }> {
  let along: Alongside = {};
  let mailed = false;
  if (changes && Object.keys(changes).length > 0) {
    try {
      // A customer who is written to now is not written to once more by the brand.
      const escalate = changes.escalate && { ...changes.escalate, ...(kind === 'public' && { tellCustomer: false }) };
      // Uses are counted with the message, and its macros guarded after it.
      ({ along, mailed } = await changeTicket(tx, actor, ticket.number, { ...changes, escalate, ...(seen && { seen }) }, now, { playbooks: [], approvals, setsOff, namedBy: macros, ...(told && { told }) }, times));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error;
      throw new Problem(error.code, error.message, error.fields.map((each) => ({ ...each, field: `changes.${each.field}` })));
    }
  }
  const does = doneAlong({ ...changes, status });
  const beside = { ...along, ...(Object.keys(does).length > 0 && { does }) };
  if (!macros?.length) return { beside, spent: [], mailed };
  await noteMacroUses(tx, actor.scope, { agentId: actor.id, brandId: ticket.brand_id, macroIds: macros, at: now });
  return { beside: { ...beside, macros }, spent: await refuseUnapprovedMacros(tx, actor, ticket.number, macros, approvals, { beside: Object.keys(changes ?? {}), now }), mailed };
}

/** Ids and codes: what the message's event keeps, so that all of it comes back with a message that is taken back. Of fields only which. */
function doneAlong({ note: _note, promise: _promise, escalate, fields, ...codes }: TicketChanges & Pick<AddMessageBody, 'status'>): DoesAlong {
  const given = Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined)) as DoesAlong; // some of the same entries
  return { ...given, ...(escalate && { escalate: escalate.to }), ...(fields && { fields: Object.keys(fields) }) };
}
