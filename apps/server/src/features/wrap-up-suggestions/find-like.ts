import type { Queryable } from '../../platform/db/db.ts';
import { findLikeTickets } from '../search/index.ts';
import { leastShare, suggestTopics, type Near } from './suggest.rules.ts';
import { readNeighbours, readText } from './suggestions.queries.ts';

type Asked = { id: number; brand_id: number };

/** Of the tickets with a wrap-up that are like this one: what they weigh, by id. */
async function findLike(db: Queryable, workspaceId: number, { id, brand_id: brandId }: Asked, now: Date): Promise<Map<number, number>> {
  const hits = await findLikeTickets(db, { workspaceId, brandId, ...(await readText(db, workspaceId, id)), now });
  return new Map(hits.filter((hit) => hit.id !== id).map((hit) => [hit.id, hit.score]));
}

/** Those of the brand that count with a topic which is still offered. */
export async function findNeighbours(db: Queryable, workspaceId: number, ticket: Asked, now: Date): Promise<Near[]> {
  const scores = await findLike(db, workspaceId, ticket, now);
  const neighbours = scores.size === 0 ? [] : await readNeighbours(db, workspaceId, ticket.brand_id, [...scores.keys()]);
  return neighbours.map(({ ticket_id, number, topic_id }) => ({ number, topicId: topic_id, score: scores.get(ticket_id) ?? 0 }));
}

/** The topic that the ticket is likely about; null where nothing speaks for one. */
export async function likelyTopic(db: Queryable, workspaceId: number, ticket: Asked, now: Date): Promise<number | null> {
  return suggestTopics(await findNeighbours(db, workspaceId, ticket, now))[0]?.topicId ?? null;
}

/** Ids of solved tickets of the brand that are like this one, the nearest first; at most forty. */
export async function findLikeSolved(db: Queryable, workspaceId: number, ticket: Asked, now: Date): Promise<number[]> {
  const scores = await findLike(db, workspaceId, ticket, now);
  const nearest = Math.max(0, ...scores.values());
  return [...scores].filter(([, score]) => score > 0 && score >= nearest * leastShare).toSorted(([, one], [, other]) => other - one).map(([id]) => id);
}
