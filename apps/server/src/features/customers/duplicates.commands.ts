import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { eventBrand } from './customers.commands.ts';
import { findCustomer, type CustomerRow } from './customers.queries.ts';
import { dismissPair, undismissPair } from './duplicates.queries.ts';

/** Two who look alike and are not one person. @throws Problem not_found, or invalid_input for the other */
export async function keepApart(tx: Tx, actor: AgentActor, customerId: number, otherId: number): Promise<void> {
  const pair = await findBoth(tx, actor, customerId, otherId);
  await dismissPair(tx, actor.scope.workspaceId, [pair[0].id, pair[1].id], actor.id);
  await tell(tx, actor, pair, true);
}

/** @throws Problem not_found when nobody had said it */
export async function suggestAgain(tx: Tx, actor: AgentActor, customerId: number, otherId: number): Promise<void> {
  const pair = await findBoth(tx, actor, customerId, otherId);
  if (!(await undismissPair(tx, actor.scope.workspaceId, [pair[0].id, pair[1].id]))) throw notFound('pair');
  await tell(tx, actor, pair, false);
}

async function findBoth(tx: Tx, actor: AgentActor, customerId: number, otherId: number): Promise<[CustomerRow, CustomerRow]> {
  const customer = await findCustomer(tx, actor.scope, customerId);
  if (!customer) throw notFound('customer');
  const other = await findCustomer(tx, actor.scope, otherId);
  if (!other) throw fieldProblem('other', 'not_found', 'There is no such customer');
  if (other.id === customer.id) throw fieldProblem('other', 'same_customer', 'They are one already');
  return [customer, other];
}

/** Each one's brand is told of them alone: it may not know the other. */
async function tell(tx: Tx, actor: AgentActor, pair: CustomerRow[], apart: boolean): Promise<void> {
  for (const customer of pair) await appendEvent(tx, actor, { type: 'customer.kept_apart', brandId: eventBrand(customer), data: { customer_id: customer.id, apart } });
}
