import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { recountWrapUp } from './recount.commands.ts';
import { findTopic } from './topics.queries.ts';
import { findWrapUp, findWrappedTicket, writeVersion, type WrappedTicket, type WrapUpRow } from './wrap-ups.queries.ts';
import { mostVersions, type WriteWrapUpBody } from './wrap-ups.schemas.ts';

/**
 * Writes down how a ticket ended, or corrects it: what stood before is kept as a version. What is left out stays as it was.
 * @throws Problem not_found, conflict (a newer version than `seen`), or invalid_input that names the field
 */
export async function writeWrapUp(tx: Tx, actor: AgentActor, number: number, body: WriteWrapUpBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const ticket = await findWrappedTicket(tx, actor.scope, number, { lock: true });
  if (!ticket) throw notFound('ticket');
  const before = await findWrapUp(tx, workspaceId, ticket.id);
  const version = before?.version ?? 0;
  if (body.seen !== undefined && body.seen !== version) throw new Problem('conflict', 'Somebody corrected it meanwhile', [{ field: 'seen', code: 'conflict', message: `Version ${version} is there` }]);
  if (version >= mostVersions) throw new Problem('still_in_use', `It has ${mostVersions} versions`, [{ field: 'limit', code: 'too_many', message: `At most ${mostVersions} versions` }]);
  const { topic = before?.topic_id ?? null, cause = before?.cause ?? '', resolution = before?.resolution ?? '', minutes = before?.minutes ?? null, degree } = body;
  await checkTopic(tx, workspaceId, ticket, topic, before);
  if (before && isSame(before, { topic, degree, cause, resolution, minutes })) return;
  await writeVersion(tx, workspaceId, ticket.id, { version: version + 1, topicId: topic, degree, cause, resolution, minutes, authorId: actor.id, now });
  await recountWrapUp(tx, workspaceId, ticket.id);
  await appendEvent(tx, actor, { type: 'ticket.wrapped_up', ticketId: ticket.id, brandId: ticket.brand_id, data: { version: version + 1, topic, degree, minutes } });
}

async function checkTopic(tx: Tx, workspaceId: number, ticket: WrappedTicket, topic: number | null, before: WrapUpRow | null): Promise<void> {
  const { found, any } = await findTopic(tx, workspaceId, ticket.brand_id, topic);
  if (topic === null && any) throw fieldProblem('topic', 'required', 'Name what it was about');
  if (topic === null) return;
  if (!found) throw fieldProblem('topic', 'not_found', 'The ticket’s brand has no such topic');
  if (found.archived && before?.topic_id !== topic) throw fieldProblem('topic', 'option_archived', 'This topic is not offered any more');
}

function isSame(before: WrapUpRow, { topic, degree, cause, resolution, minutes }: { topic: number | null } & Pick<WrapUpRow, 'degree' | 'cause' | 'resolution' | 'minutes'>): boolean {
  return before.topic_id === topic && before.degree === degree && before.cause === cause && before.resolution === resolution && before.minutes === minutes;
}

/** @throws Problem wrap_up_missing for a ticket that may not be solved before it is written down how it ended */
export function refuseUnwrapped(isMissing: boolean): void {
  if (isMissing) throw new Problem('wrap_up_missing', 'Write the wrap-up first (PUT /api/v1/tickets/{number}/wrap-up)', [{ field: 'wrap_up', code: 'required', message: 'The brand requires it before a ticket is solved' }]);
}
