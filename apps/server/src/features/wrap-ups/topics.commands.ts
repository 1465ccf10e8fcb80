import { hasRole, seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import { planTree } from '../custom-fields/index.ts';
import { listTopics, lockTree, writeTopics } from './topics.queries.ts';
import { deepestTopics, mostTopics, type ReplaceTopicsBody } from './wrap-ups.schemas.ts';

/** Leads write those of the brands that they see; the tree of all brands, only who sees them all. */
export function mayWriteTopics({ role, scope }: Pick<AgentActor, 'role' | 'scope'>, brandId: number | null): boolean {
  return hasRole(role, 'lead') && (brandId === null ? scope.brands === 'all' : seesBrand(scope, brandId));
}

/** @throws Problem not_found, not_allowed, conflict (somebody changed the tree since `seen`), or invalid_input that names the topic */
export async function replaceTopics(tx: Tx, actor: AgentActor, { brand, topics: given, seen }: ReplaceTopicsBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  if (brand !== null && !(await findBrand(tx, actor.scope, brand))) throw notFound('brand');
  if (!mayWriteTopics(actor, brand)) throw new Problem('not_allowed');
  const last = await lockTree(tx, workspaceId, brand);
  if (seen !== undefined && (seen === null ? null : Date.parse(seen)) !== (last?.getTime() ?? null)) throw new Problem('conflict', 'Somebody changed the topics meanwhile', [{ field: 'seen', code: 'conflict', message: 'The topics have changed' }]);
  const named = new Set(given.map(({ key }) => key));
  const kept = new Set((await listTopics(tx, workspaceId, [brand])).filter(({ key }) => !named.has(key)).map(({ key }) => key));
  await writeTopics(tx, workspaceId, brand, planTree(given, kept, { field: 'topics', levels: deepestTopics, most: mostTopics }), now);
  await appendEvent(tx, actor, { type: 'topics.updated', brandId: brand });
}
