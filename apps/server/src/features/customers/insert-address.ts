import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { findOwner, insertAddress } from './addresses.queries.ts';
import type { AddressInput } from './customers.schemas.ts';
import { readPhoneNumber } from './phone-numbers.ts';

/** The new address's id. @throws Problem already_exists, invalid_input */
export async function insertOrNameOwner(
  tx: Tx,
  actor: AgentActor,
  /** The row that gets it, and whose page it is on. */
  { customerId, personId }: { customerId: number; personId: number },
  input: AddressInput,
  { country, field }: { country: string | undefined; field: string },
): Promise<number> {
  const { workspaceId } = actor.scope;
  const address = { ...input, address: input.kind === 'phone' ? numberOf(input.address, country, field) : input.address };
  const addressId = await insertAddress(tx, workspaceId, customerId, address);
  if (addressId !== null) return addressId;
  const owner = await findOwner(tx, actor.scope, address);
  // Who it is says nothing to who may not see them.
  const [code, message] = owner?.id === personId ? ['already_here', 'They have it already'] : ['already_exists', 'A customer has this already'];
  const seen = owner && owner.id !== personId && owner.is_known ? { customer: { id: owner.id, name: owner.name } } : {};
  throw new Problem('already_exists', message, [{ field, code, message, ...seen }]);
}

/** In E.164. @throws Problem invalid_input */
export function numberOf(text: string, country: string | undefined, field: string): string {
  const number = readPhoneNumber(text, country);
  if (number !== undefined) return number;
  // Where the desk's country is not known, only numbers with a country code can be read.
  if (country === undefined && !/^\s*(\+|00)/.test(text)) throw fieldProblem(field, 'country_missing', 'Write the number with its country code, such as +46 70 123 45 67');
  throw fieldProblem(field, 'not_a_number', `This cannot be a telephone number${country === undefined ? '' : ` in ${country}, and has no other country code`}`);
}
