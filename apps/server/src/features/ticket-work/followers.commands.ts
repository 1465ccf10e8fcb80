import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import type { TicketState } from '../tickets/index.ts';
import { deleteFollower, findOnlooker, insertFollower } from './followers.queries.ts';

/** Lets an agent, oneself or a colleague, hear of a ticket. @throws Problem not_found for one who may not see it */
export async function follow(tx: Tx, actor: AgentActor, ticket: TicketState, agentId: number): Promise<void> {
  const { workspaceId } = actor.scope;
  if ((await findOnlooker(tx, workspaceId, agentId, ticket.brand_id)) === null) throw notFound('agent');
  if (!(await insertFollower(tx, workspaceId, ticket.id, agentId))) return;
  await appendEvent(tx, actor, { type: 'ticket.followed', ticketId: ticket.id, brandId: ticket.brand_id, data: { agent: agentId } });
}

export async function unfollow(tx: Tx, actor: AgentActor, ticket: TicketState, agentId: number): Promise<void> {
  if (!(await deleteFollower(tx, actor.scope.workspaceId, ticket.id, agentId))) return;
  await appendEvent(tx, actor, { type: 'ticket.unfollowed', ticketId: ticket.id, brandId: ticket.brand_id, data: { agent: agentId } });
}
