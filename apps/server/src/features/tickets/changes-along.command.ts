import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem } from '../../platform/errors/problem.ts';
import type { ApprovalGate } from '../approval-rules/index.ts';
import type { DoesAlong } from '../delivery/index.ts';
import { noteMacroUses } from '../macro-uses/index.ts';
import { changeTicket, type Alongside } from './change-ticket.command.ts';
import { refuseUnapprovedMacros } from './guard-macros.ts';
import type { TicketState } from './ticket-row.queries.ts';
import type { AddMessageBody, TicketChanges } from './tickets.schemas.ts';

/**
 * Changes a ticket along with a message on it, in the message's own transaction: both happen, or neither. Counts the macros
 * that they came from.
 * @param begins when the message goes out
 * @returns what was written beside it and done along with it, with the macros' ids, and what was approved before and is spent on the message
 * @throws Problem as changeTicket, its fields named `changes.team` and the like
 */
export async function changeAlong(tx: Tx, actor: AgentActor, ticket: TicketState, { changes, macros, status }: Pick<AddMessageBody, 'changes' | 'macros' | 'status'>, { now, begins, approvals }: { now: Date; begins: Date; approvals: ApprovalGate }): Promise<{ beside: Alongside & { macros?: readonly number[]; does?: DoesAlong }; spent: number[] }> {
  let along: Alongside = {};
  if (changes && Object.keys(changes).length > 0) {
    try {
      ({ along } = await changeTicket(tx, actor, ticket.number, changes, now, { playbooks: [], approvals }, begins));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error;
      throw new Problem(error.code, error.message, error.fields.map((each) => ({ ...each, field: `changes.${each.field}` })));
    }
  }
  const does = doneAlong({ ...changes, status });
  const beside = { ...along, ...(Object.keys(does).length > 0 && { does }) };
  if (!macros?.length) return { beside, spent: [] };
  await noteMacroUses(tx, actor.scope, { agentId: actor.id, brandId: ticket.brand_id, macroIds: macros, at: now });
  return { beside: { ...beside, macros }, spent: await refuseUnapprovedMacros(tx, actor, ticket.number, macros, approvals, { beside: Object.keys(changes ?? {}), now }) };
}

/** Ids and codes: what the message's event keeps, so that all of it comes back with a message that is taken back. Of fields only which. */
function doneAlong({ note: _note, promise: _promise, fields, ...codes }: TicketChanges & Pick<AddMessageBody, 'status'>): DoesAlong {
  const given = Object.fromEntries(Object.entries(codes).filter(([, value]) => value !== undefined)) as DoesAlong; // some of the same entries
  return { ...given, ...(fields && { fields: Object.keys(fields) }) };
}
