import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { findTicketState, listMerged } from '../tickets/index.ts';
import type { Whole } from './tasks.commands.ts';

/** The ticket with what was merged into it. @throws Problem not_found */
export async function findWhole(db: Queryable, actor: AgentActor, number: number): Promise<Whole> {
  const ticket = await findTicketState(db, actor.scope, { number });
  if (!ticket) throw notFound('ticket');
  return { ticket, ids: (await listMerged(db, actor.scope.workspaceId, ticket.id)).map(({ id }) => id) };
}
