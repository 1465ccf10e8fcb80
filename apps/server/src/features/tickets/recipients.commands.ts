import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { findOurAddresses, type MailAddress, type Recipients } from '../delivery/index.ts';
import { addParticipants } from './participants.commands.ts';
import { listParticipants } from './participants.queries.ts';
import type { TicketState } from './ticket-row.queries.ts';
import type { AddMessageBody } from './tickets.schemas.ts';

type Named = NonNullable<AddMessageBody['cc']>;
export type ReplyRecipients = { only?: Recipients; bcc: MailAddress[] };

/**
 * Who gets a reply. With `to`, exactly whom it names; who was not part of the ticket is from now on, but for blind copies.
 * @throws Problem invalid_input for an address of ours, and for somebody whom an agent has not confirmed yet
 */
export async function chooseRecipients(tx: Tx, actor: Actor, ticket: TicketState, { to, cc = [], bcc = [] }: Pick<AddMessageBody, 'to' | 'cc' | 'bcc'>): Promise<ReplyRecipients> {
  const named: [string, Named][] = [['to', to ?? []], ['cc', cc], ['bcc', bcc]];
  const addresses = named.flatMap(([, people]) => people.map(({ email }) => email));
  if (addresses.length === 0) return { bcc: [] };
  const ours = await findOurAddresses(tx, addresses);
  const present = await listParticipants(tx, actor.scope, ticket.id);
  const unconfirmed = new Set(present.filter(({ confirmed }) => !confirmed).map(({ address }) => address));
  for (const [field, people] of named) {
    for (const { email } of people) {
      if (ours.has(email)) throw fieldProblem(field, 'own_address', 'This is an address of an inbox here');
      if (unconfirmed.has(email)) throw fieldProblem(field, 'unconfirmed', 'Confirm this person on the ticket first');
    }
  }
  const joining = [...(to ?? []), ...cc];
  if (joining.length > 0) await addParticipants(tx, actor, ticket, joining);
  const names = new Map(present.map(({ address, name }) => [address, name]));
  const person = ({ email, name }: Named[number]): MailAddress => ({ name: name || names.get(email) || '', address: email });
  return { ...(to ? { only: { to: to.map(person), cc: cc.map(person) } } : {}), bcc: bcc.map(person) };
}
