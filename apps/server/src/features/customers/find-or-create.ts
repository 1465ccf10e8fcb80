import { seesBrand, type Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { claimCustomers, findKnownCustomers, nameNameless, normalAddress, type Correspondent, type FoundCustomer } from './find-or-create.queries.ts';
import type { TakenBy } from '../customer-base/index.ts';

export type Person = {
  /** An e-mail address; its case does not matter. */
  address: string;
  name?: string;
  /** ISO 639-1; kept for a new customer only. */
  language?: string | null;
};

export type KnownCustomer = { customerId: number; /** Whose page it is, where the customer was merged into somebody. */ personId: number; address: string; /** Their primary address. */ email: string; name: string; language: string | null; created: boolean; /** Who gets a new case of theirs: their account agent, or the deputy. */ takenBy: TakenBy | null };

/** The customer of one e-mail address, made when nobody has it; the brand knows them from now on. */
export async function findOrCreateCustomer(tx: Tx, actor: Actor, { brandId, ...person }: Person & { brandId: number }): Promise<KnownCustomer> {
  const [found] = await findOrCreateCustomers(tx, actor, brandId, [person]);
  if (!found) throw new Error('No customer for an address');
  return found;
}

/**
 * The customers of several e-mail addresses, in the order given. Name everybody of one mail in one call: addresses
 * are then claimed in one order, and two transactions with the same new people do not deadlock.
 * A new customer is an employee when an agent has the address, and belongs to the organization of its domain.
 * @param known what `knownCustomers` gave a moment ago for this brand and at least these people; looked for otherwise
 * @throws Problem not_found when the actor does not see the brand
 */
export async function findOrCreateCustomers(tx: Tx, actor: Actor, brandId: number, people: readonly Person[], known?: readonly FoundCustomer[]): Promise<KnownCustomer[]> {
  if (people.length === 0) return [];
  if (!seesBrand(actor.scope, brandId)) throw notFound('brand');
  const wanted = uniqueByAddress(people);
  // Nearly everybody who writes is known: that is one look, and no claim.
  const there = known ?? (await findKnownCustomers(tx, actor.scope.workspaceId, brandId, [...wanted.keys()]));
  const found = new Map(there.filter(({ address }) => wanted.has(address)).map((row) => [row.address, row]));
  // A second round only when another transaction made one of them meanwhile: its rows are visible then.
  for (let round = 0; round < 5 && found.size < wanted.size; round += 1) {
    const missing = [...wanted.values()].filter(({ address }) => !found.has(address));
    for (const row of await claimCustomers(tx, actor.scope.workspaceId, brandId, missing)) found.set(row.address, row);
  }
  const rows = [...wanted.values()].map((person) => {
    const row = found.get(person.address);
    if (!row) throw new Error('A customer address was taken and freed again and again');
    return { row, person };
  });
  const customers: KnownCustomer[] = [];
  // Naming the nameless locks them: in one order, whatever order a mail names them in.
  for (const { row, person } of rows.toSorted((one, other) => one.row.person_id - other.row.person_id)) customers.push(await record(tx, actor, brandId, row, person));
  return people.map(({ address }) => customers.find((customer) => customer.address === normalAddress(address)) as KnownCustomer); // each was found above
}

async function record(tx: Tx, actor: Actor, brandId: number, row: FoundCustomer, person: Correspondent): Promise<KnownCustomer> {
  const { customer_id: customerId, person_id: personId } = row;
  if (row.created) await appendEvent(tx, actor, { type: 'customer.created', brandId, data: { customer_id: customerId } });
  const named = row.name === '' && person.name !== '' && (await nameNameless(tx, actor.scope.workspaceId, personId, person.name));
  const changes = { ...(named ? { name: true } : {}), ...(row.newly_linked && !row.created ? { brands: { added: [brandId] } } : {}) };
  if (Object.keys(changes).length > 0) await appendEvent(tx, actor, { type: 'customer.updated', brandId, data: { customer_id: personId, changes } });
  return { customerId, personId, address: row.address, email: row.email, name: named ? person.name : row.name, language: row.language, created: row.created, takenBy: row.taken_by };
}

function uniqueByAddress(people: readonly Person[]): Map<string, Correspondent> {
  const unique = new Map<string, Correspondent>();
  for (const person of people) {
    const address = normalAddress(person.address);
    const name = oneLine(person.name ?? '') || unique.get(address)?.name || '';
    unique.set(address, { address, name, language: person.language ?? unique.get(address)?.language ?? null });
  }
  return unique;
}

function oneLine(name: string): string {
  // Names come from mail headers: any length, any characters.
  return [...name.slice(0, 1_000).replace(/[\s\0-\x1f\x7f]+/g, ' ').trim()].slice(0, 200).join('');
}
