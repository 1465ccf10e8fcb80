import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { fillPlaceholders, firstNameOf, type Placeholder } from '../placeholders/index.ts';
import { hoursText } from '../workspaces/index.ts';
import { findOurAddresses, readReplyTicket, readSignatures, readTakers, type ReplyTicket, type Signatures } from './queue-reply.queries.ts';
import { joinSignatures, recipientsOf } from './reply.rules.ts';

/** The languages to look for a text in: the customer's, then the brand's. */
export function languagesOf(ticket: Pick<ReplyTicket, 'language' | 'default_language'>): string[] {
  return [...new Set([ticket.language, ticket.default_language].filter((language) => language !== null))];
}

/** What stands below a reply: the agent's own signature, then the brand's in the language of the customer. */
export function signatureOf(ticket: ReplyTicket, { agent, brand }: Signatures, customer: string): string {
  const words = wordsOf(ticket, agent?.name ?? null, customer);
  const fill = (text: string, language: string) => fillPlaceholders(text, { ...words, 'desk.hours': hoursIn(ticket, language) });
  return joinSignatures(agent && fill(agent.signature, ticket.language ?? ticket.default_language), brand && fill(brand.body, brand.language));
}

function wordsOf(ticket: ReplyTicket, agent: string | null, customer: string): Record<Exclude<Placeholder, 'desk.hours'>, string> {
  const brand = ticket.from_name || ticket.brand_name;
  return {
    'customer.name': customer,
    'customer.first_name': firstNameOf(customer),
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'agent.name': agent ?? brand,
    'agent.first_name': agent === null ? brand : firstNameOf(agent),
    'brand.name': brand,
  };
}

function hoursIn(ticket: ReplyTicket, language: string): string {
  return ticket.hours === null ? '' : hoursText(ticket.hours, language);
}

/** What an agent's texts on a ticket are filled in with, and what will stand below their reply. */
export type ReplyWords = { values: Record<Exclude<Placeholder, 'desk.hours'>, string>; hoursIn(language: string): string; signature: string; brandLanguage: string };

/** Read as a reply would read it now; null for a ticket that is not there. Primary keys, and the few who take part. */
export async function readReplyWords(db: Queryable, scope: Scope, agentId: number, ticketId: number): Promise<ReplyWords | null> {
  const { workspaceId } = scope;
  const ticket = await readReplyTicket(db, workspaceId, ticketId);
  if (!ticket) return null;
  const [takers, signatures] = await Promise.all([readTakers(db, workspaceId, ticketId), readSignatures(db, workspaceId, ticket.brand_id, languagesOf(ticket), agentId)]);
  const { to } = recipientsOf(takers, await findOurAddresses(db, takers.map(({ address }) => address)));
  const customer = to[0]?.name ?? '';
  return {
    values: wordsOf(ticket, signatures.agent?.name ?? null, customer),
    hoursIn: (language) => hoursIn(ticket, language),
    signature: signatureOf(ticket, signatures, customer),
    brandLanguage: ticket.default_language,
  };
}
