import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { findOrCreateCustomers, findRequester, type FoundCustomer, type Person } from '../customers/index.ts';
import type { TakenBy } from '../customer-base/index.ts';
import type { MailAddress, NewParticipant } from './ticket-writes.queries.ts';
import type { CreateTicketBody } from './tickets.schemas.ts';

export type People = {
  requester: {
    customerId: number;
    /** Whose page it is. */
    personId: number;
    name: string;
    /** Their primary address; null for who has none. */
    email: string | null;
    /** Who the first message is from: a caller's number stands where others have an address. */
    from: MailAddress;
    /** Who gets a new case of theirs: their account agent, or the deputy. */
    takenBy: TakenBy | null;
  };
  copied: MailAddress[];
  /** Who takes part: everybody with an e-mail address. */
  all: NewParticipant[];
};

/** Who is named by an e-mail address: the requester, then who gets copies; each once. */
export function namedPeople({ requester, cc = [] }: CreateTicketBody): MailAddress[] {
  const wanted = [...(requester.email === undefined ? [] : [{ email: requester.email, name: requester.name }]), ...cc].map(({ email, name }) => ({ address: email, name: name ?? '' }));
  return [...new Map(wanted.map((person) => [person.address, person])).values()];
}

/** @param known whom the brand knows of the named, looked up a moment ago. @throws Problem invalid_input that names the field */
export async function findPeople(tx: Tx, actor: AgentActor, body: CreateTicketBody, brandId: number, known: FoundCustomer[]): Promise<People> {
  const { email, phone, id, name = '' } = body.requester;
  const given = [email, phone, id].filter((each) => each !== undefined).length;
  if (given === 0) throw fieldProblem('requester', 'required', 'Say who it is for: email, phone or id');
  if (given > 1) throw fieldProblem('requester', 'only_one', 'Give one of email, phone and id');
  const language = body.language ?? null;
  const named: Person[] = namedPeople(body).map((person) => ({ ...person, language }));
  if (email !== undefined) return meet(tx, actor, brandId, named, known);
  const asked = id === undefined ? { phone: phone ?? '', name, language } : { id };
  const found = await findRequester(tx, actor, brandId, asked);
  const reached = found.email;
  if (reached !== null) return meet(tx, actor, brandId, [{ address: reached }, ...named.filter(({ address }) => address !== reached)]);
  if (body.direction === 'out') throw fieldProblem(`requester.${id === undefined ? 'phone' : 'id'}`, 'no_email', 'They have no e-mail address to write to');
  const copies = participants(await findOrCreateCustomers(tx, actor, brandId, named, known), 'cc');
  const { personId } = found;
  return { requester: { customerId: personId, personId, name: found.name, email: null, from: { name: found.name, address: found.phone ?? '' }, takenBy: found.takenBy }, copied: copies.map(written), all: copies };
}

/** The first is the requester. */
async function meet(tx: Tx, actor: AgentActor, brandId: number, people: Person[], known?: FoundCustomer[]): Promise<People> {
  const [first, ...others] = await findOrCreateCustomers(tx, actor, brandId, people, known);
  if (!first) throw new Error('Nobody was asked for');
  const all = [...participants([first], 'requester'), ...participants(others, 'cc')];
  const { customerId, personId, name, email, takenBy } = first;
  return { requester: { customerId, personId, name, email, from: written(first), takenBy }, copied: others.map(written), all };
}

function participants(people: { customerId: number; address: string; name: string }[], role: NewParticipant['role']): NewParticipant[] {
  return people.map(({ customerId, address, name }) => ({ customerId, address, name, role, confirmed: true }));
}

function written({ name, address }: MailAddress): MailAddress {
  return { name, address };
}
