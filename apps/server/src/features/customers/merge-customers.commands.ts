import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findCustomer } from './customers.queries.ts';
import { dismissPair } from './duplicates.queries.ts';
import { brandsOf, findMergedRow, lockPersons, undoMerge, writeMerge, type GivenFacts, type PersonRow } from './merges.queries.ts';

/** Nobody is more people than this; it bounds what one page reads. */
const mostRows = 50;

/**
 * Two customers who are one person: from now on the first leads to the other, with all that is theirs and all that comes.
 * It concerns every brand that knows either, also those that the agent does not see; so it is for who sees all.
 * @returns the id of the person whose page stays
 * @throws Problem not_found, not_allowed, conflict (one was merged in the moment before), or invalid_input for `into`
 */
export async function mergeCustomers(tx: Tx, actor: AgentActor, customerId: number, into: number): Promise<number> {
  const { workspaceId } = actor.scope;
  const source = await findCustomer(tx, actor.scope, customerId);
  if (!source) throw notFound('customer');
  mustSeeAllBrands(actor);
  const target = await findCustomer(tx, actor.scope, into);
  if (!target) throw fieldProblem('into', 'not_found', 'There is no such customer');
  if (target.id === source.id) throw fieldProblem('into', 'same_customer', 'They are one already');
  const persons = await lockPersons(tx, workspaceId, [source.id, target.id]);
  const [leaving, staying] = [persons?.get(source.id), persons?.get(target.id)];
  if (!leaving || !staying) throw new Problem('conflict', 'One of them was merged in this moment');
  if (leaving.rows + staying.rows > mostRows) throw fieldProblem('into', 'too_many', `At most ${mostRows} customers are one person`);
  await writeMerge(tx, workspaceId, { source: leaving.id, target: staying.id, given: factsGiven(leaving, staying), agentId: actor.id });
  await tell(tx, actor, 'customer.merged', { person: staying.id, merged: leaving.id }, await brandsOf(tx, workspaceId, [staying.id]));
  return staying.id;
}

/**
 * Takes a merge back: what was theirs is theirs again, and what came since to an address that is theirs. They are not
 * taken for one person again. @throws Problem not_found, not_allowed, conflict
 */
export async function unmergeCustomer(tx: Tx, actor: AgentActor, customerId: number): Promise<{ personId: number }> {
  const { workspaceId } = actor.scope;
  const person = await findCustomer(tx, actor.scope, customerId);
  if (!person) throw notFound('customer');
  mustSeeAllBrands(actor);
  const before = await findMergedRow(tx, workspaceId, customerId);
  if (!before) throw notFound('merge');
  const persons = await lockPersons(tx, workspaceId, [customerId]);
  const merged = await findMergedRow(tx, workspaceId, customerId);
  if (!persons?.has(before.person_id) || merged?.person_id !== before.person_id) throw new Problem('conflict', 'They were merged or taken apart in this moment');
  await undoMerge(tx, workspaceId, merged);
  await dismissPair(tx, workspaceId, [merged.id, merged.person_id], actor.id);
  await tell(tx, actor, 'customer.unmerged', { person: merged.person_id, merged: merged.id }, await brandsOf(tx, workspaceId, [merged.id, merged.person_id]));
  return { personId: merged.person_id };
}

function mustSeeAllBrands(actor: AgentActor): void {
  if (actor.scope.brands !== 'all') throw new Problem('not_allowed', 'Merging concerns every brand: ask somebody who sees all of them');
}

function factsGiven(from: PersonRow, to: PersonRow): GivenFacts {
  return {
    ...(to.name === '' && from.name !== '' ? { name: from.name } : {}),
    ...(to.language === null && from.language !== null ? { language: from.language } : {}),
    ...(to.organization_id === null && from.organization_id !== null ? { organization_id: from.organization_id } : {}),
    ...(to.account_agent_id === null && from.account_agent_id !== null ? { account_agent_id: from.account_agent_id, account_deputy_id: from.account_deputy_id } : {}),
    ...(to.next_contact_on === null && from.next_contact_on !== null ? { next_contact_on: from.next_contact_on } : {}),
  };
}

/** Each brand that knows them is told by an event of its own; without one, everybody. */
async function tell(tx: Tx, actor: AgentActor, type: 'customer.merged' | 'customer.unmerged', { person, merged }: { person: number; merged: number }, brands: number[]): Promise<void> {
  for (const brandId of brands.length === 0 ? [null] : brands) await appendEvent(tx, actor, { type, brandId, data: { customer_id: person, merged_customer_id: merged } });
}
