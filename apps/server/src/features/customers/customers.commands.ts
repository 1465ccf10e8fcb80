import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findFirstBrand, visibleBrandIds } from '../brands/index.ts';
import { accountFields } from '../customer-base/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { brandsWithTickets, findCustomer, insertCustomer, linkBrands, unlinkBrands, updateCustomerRow, type CustomerRow } from './customers.queries.ts';
import type { CreateCustomerBody, UpdateCustomerBody } from './customers.schemas.ts';
import { insertOrNameOwner } from './insert-address.ts';
import { lockPersons } from './merges.queries.ts';

/** @throws Problem already_exists for an address that somebody has; invalid_input for an unknown brand or organization */
export async function createCustomer(tx: Tx, actor: AgentActor, input: CreateCustomerBody, country: string | undefined): Promise<{ customerId: number }> {
  const { workspaceId } = actor.scope;
  const brands = await brandsFor(tx, actor, input.brands);
  await checkOrganization(tx, actor, input.organization);
  const account = await accountFields(tx, actor, input, async () => brands);
  const customerId = await insertCustomer(tx, workspaceId, {
    ...account,
    name: input.name, kind: input.kind, language: input.language ?? null, organization_id: input.organization ?? null, note: input.note ?? '',
  });
  await linkBrands(tx, workspaceId, customerId, brands);
  for (const [index, address] of input.addresses.entries()) await insertOrNameOwner(tx, actor, { customerId, personId: customerId }, address, { country, field: `addresses.${index}.address` });
  const [first, ...others] = brands;
  await appendEvent(tx, actor, { type: 'customer.created', brandId: first ?? null, data: { customer_id: customerId } });
  await tellBrands(tx, actor, customerId, { added: others, removed: [] });
  return { customerId };
}

/** @throws Problem not_found, invalid_input, still_in_use for a brand in which the customer has tickets */
export async function updateCustomer(tx: Tx, actor: AgentActor, asked: number, { brands, organization, account, next_contact, ...input }: UpdateCustomerBody): Promise<void> {
  const { workspaceId } = actor.scope;
  const before = await lockCustomer(tx, actor, asked);
  const customerId = before.id;
  if (organization !== before.organization_id) await checkOrganization(tx, actor, organization);
  const looked = await accountFields(tx, actor, { account, next_contact }, async () => brands ?? before.brands.map(({ id }) => id), before);
  const patch = { ...input, organization_id: organization, ...looked };
  const moved = brands === undefined ? null : await moveBrands(tx, actor, before, brands);
  const changes = changedFields(before, patch, ['name', 'note', 'next_contact_note']);
  if (!changes && !moved) return;
  await updateCustomerRow(tx, workspaceId, customerId, patch);
  if (changes) await appendEvent(tx, actor, { type: 'customer.updated', brandId: eventBrand(before), data: { customer_id: customerId, changes } });
  if (moved) await tellBrands(tx, actor, customerId, moved);
}

/** The person whom the id leads to, locked until the commit with all that was merged into them. @throws Problem not_found, conflict */
export async function lockCustomer(tx: Tx, actor: AgentActor, customerId: number): Promise<CustomerRow> {
  // Who may not see them holds nobody up.
  if (!(await findCustomer(tx, actor.scope, customerId))) throw notFound('customer');
  const persons = await lockPersons(tx, actor.scope.workspaceId, [customerId]);
  const customer = await findCustomer(tx, actor.scope, customerId);
  if (!customer) throw notFound('customer');
  if (!persons?.has(customer.id)) throw new Problem('conflict', 'They were merged or taken apart in this moment');
  return customer;
}

type BrandMoves = { added: number[]; removed: number[] };

/** That a brand knows the customer, or no longer does, is an event of that brand: no other learns of it. */
async function tellBrands(tx: Tx, actor: AgentActor, customerId: number, moved: BrandMoves): Promise<void> {
  const say = (brandId: number, brands: Partial<BrandMoves>) => appendEvent(tx, actor, { type: 'customer.updated', brandId, data: { customer_id: customerId, changes: { brands } } });
  for (const id of moved.added) await say(id, { added: [id] });
  for (const id of moved.removed) await say(id, { removed: [id] });
}

/** Events of a customer are for those who see one of their brands. */
export function eventBrand(customer: CustomerRow): number | null {
  return customer.brands[0]?.id ?? null;
}

async function brandsFor(tx: Tx, actor: AgentActor, wanted: number[] | undefined): Promise<number[]> {
  if (wanted === undefined) {
    const first = await findFirstBrand(tx, actor.scope);
    if (!first) throw fieldProblem('brands', 'not_found', 'There is no brand yet');
    return [first.id];
  }
  const visible = await visibleBrandIds(tx, actor.scope, wanted);
  const unknown = wanted.find((id) => !visible.includes(id));
  if (unknown !== undefined) throw fieldProblem('brands', 'not_found', `There is no brand ${unknown}`);
  return [...new Set(wanted)];
}

/** Changes the links to the brands that the actor sees; the others stay as they are. */
async function moveBrands(tx: Tx, actor: AgentActor, customer: CustomerRow, wanted: number[]): Promise<BrandMoves | null> {
  const { workspaceId } = actor.scope;
  const present = new Set(customer.brands.map(({ id }) => id));
  const next = new Set(await brandsFor(tx, actor, wanted));
  const added = [...next.difference(present)];
  const removed = [...present.difference(next)];
  if (added.length === 0 && removed.length === 0) return null;
  if ((await brandsWithTickets(tx, workspaceId, customer.id, removed)).length > 0)
    throw new Problem('still_in_use', 'The customer has tickets there', [{ field: 'brands', code: 'still_in_use', message: 'The customer has tickets there' }]);
  await linkBrands(tx, workspaceId, customer.id, added);
  await unlinkBrands(tx, workspaceId, customer.id, removed);
  return { added, removed };
}

async function checkOrganization(tx: Tx, actor: AgentActor, organizationId: number | null | undefined): Promise<void> {
  if (organizationId != null && !(await findOrganization(tx, actor.scope, organizationId))) throw fieldProblem('organization', 'not_found', 'There is no such organization');
}
