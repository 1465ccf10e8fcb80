import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findTicketSteps } from '../required-steps/index.ts';
import { findTicketState, listMerged } from '../tickets/index.ts';
import { deleteDone, insertDone } from './ticket-steps.queries.ts';

/**
 * An agent says that a step is done, or not after all; what is so already changes nothing.
 * @throws Problem not_found for a ticket, or a step that none of its playbooks has; ticket_closed; invalid_input for a step that a field or an event does
 */
export async function setStepDone(tx: Tx, actor: AgentActor, { number, stepId, done }: { number: number; stepId: number; done: boolean }, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const ticket = await findTicketState(tx, actor.scope, { number }, { lock: true });
  if (!ticket) throw notFound('ticket');
  const step = (await findTicketSteps(tx, actor.scope, { id: ticket.id })).find(({ step_id }) => step_id === stepId);
  if (!step) throw notFound('step');
  if (step.done_by !== 'person') throw fieldProblem('done', 'not_by_hand', 'A field or an event does this step');
  if (ticket.status === 'closed') throw new Problem('ticket_closed');
  if (step.done === done) return;
  if (done) await insertDone(tx, workspaceId, { ticketId: ticket.id, stepId, agentId: actor.id, now });
  else await deleteDone(tx, workspaceId, (await listMerged(tx, workspaceId, ticket.id)).map(({ id }) => id), stepId);
  await appendEvent(tx, actor, { type: done ? 'step.done' : 'step.undone', ticketId: ticket.id, brandId: ticket.brand_id, data: { step: stepId, playbook: step.playbook_id } });
}
