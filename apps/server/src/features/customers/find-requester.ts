import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { findCustomer } from './customers.queries.ts';
import { nameNameless } from './find-or-create.queries.ts';
import { numberOf } from './insert-address.ts';
import { claimNumber, findByNumber, findReached, linkBrand, type Reached } from './requester.queries.ts';

/** Who a case is for when nobody gives an e-mail address: somebody known, or a caller with a number. */
export type Asked = { id: number } | { phone: string; name: string; language: string | null };

/** `phone`: the number that was given, in E.164. */
export type Requester = Reached & { phone: string | null };

/**
 * The person, made when nobody has the number. Whoever has an e-mail address is not linked to the brand here: go on with
 * `findOrCreateCustomers`, as for anybody who is named by it.
 * @throws Problem invalid_input for what is no number, or an id that the actor does not see
 */
export async function findRequester(tx: Tx, actor: AgentActor, brandId: number, asked: Asked): Promise<Requester> {
  const { workspaceId } = actor.scope;
  if ('id' in asked) {
    const seen = await findCustomer(tx, actor.scope, asked.id);
    const person = seen && (await findReached(tx, workspaceId, seen.id, brandId));
    if (!person) throw fieldProblem('requester.id', 'not_found', 'There is no such customer');
    return { ...(await known(tx, actor, brandId, person)), phone: null };
  }
  const phone = numberOf(asked.phone, await findPhoneCountry(tx, workspaceId), 'requester.phone');
  // A second round only when another call of the same number was first: its rows are visible then.
  for (let round = 0; round < 5; round += 1) {
    const owner = await findByNumber(tx, workspaceId, phone);
    const person = owner === null ? null : await findReached(tx, workspaceId, owner, brandId);
    if (person) return { ...(await known(tx, actor, brandId, person, asked.name)), phone };
    const personId = await claimNumber(tx, workspaceId, brandId, { number: phone, name: asked.name, language: asked.language });
    if (personId === null) continue;
    await appendEvent(tx, actor, { type: 'customer.created', brandId, data: { customer_id: personId } });
    return { personId, name: asked.name, email: null, takenBy: null, phone };
  }
  throw new Error('A number was taken and freed again and again');
}

async function known(tx: Tx, actor: AgentActor, brandId: number, person: Reached, name = ''): Promise<Reached> {
  const { workspaceId } = actor.scope;
  const named = person.name === '' && name !== '' && (await nameNameless(tx, workspaceId, person.personId, name));
  const linked = person.email === null && (await linkBrand(tx, workspaceId, person.personId, brandId));
  const changes = { ...(named ? { name: true } : {}), ...(linked ? { brands: { added: [brandId] } } : {}) };
  if (named || linked) await appendEvent(tx, actor, { type: 'customer.updated', brandId, data: { customer_id: person.personId, changes } });
  return named ? { ...person, name } : person;
}
