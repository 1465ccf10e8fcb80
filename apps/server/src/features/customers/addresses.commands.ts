import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { deleteAddress } from './addresses.queries.ts';
import { eventBrand, lockCustomer } from './customers.commands.ts';
import type { AddressInput } from './customers.schemas.ts';
import { insertOrNameOwner } from './insert-address.ts';

/** @throws Problem not_found, already_exists (naming who has it), invalid_input for what is no number in that country */
export async function addAddress(tx: Tx, actor: AgentActor, asked: number, input: AddressInput, country: string | undefined): Promise<void> {
  const customer = await lockCustomer(tx, actor, asked);
  const addressId = await insertOrNameOwner(tx, actor, customer.id, input, { country, field: 'address' });
  await appendEvent(tx, actor, { type: 'customer.updated', brandId: eventBrand(customer), data: { customer_id: customer.id, changes: { addresses: { added: [addressId] } } } });
}

/** @throws Problem not_found */
export async function removeAddress(tx: Tx, actor: AgentActor, asked: number, addressId: number): Promise<void> {
  const customer = await lockCustomer(tx, actor, asked);
  if (!(await deleteAddress(tx, actor.scope.workspaceId, customer.id, addressId))) throw notFound('address');
  await appendEvent(tx, actor, { type: 'customer.updated', brandId: eventBrand(customer), data: { customer_id: customer.id, changes: { addresses: { removed: [addressId] } } } });
}
