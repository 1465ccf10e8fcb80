import type { Sealer } from '../../platform/auth/sealer.ts';
import { systemActor, type Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { findBrandText } from '../brands/index.ts';
import { findOurAddresses, findReplyInbox, queueReply, readReplyWords } from '../delivery/index.ts';
import { fillPlaceholders, firstNameOf } from '../placeholders/index.ts';
import { addMessage, findTicketByNumber, type TicketState } from '../tickets/index.ts';
import { builtInWords } from './customer-words.ts';
import { findTellingFacts } from './facts.queries.ts';

/** Of several escalations in a row the customer hears once. */
const quietFor = 24 * 3_600_000;

/** The brand speaks, and no agent. */
const nobody = 0;

type Notice = { text: string; language: string; to: { name: string; address: string }; from: { name: string; address: string } };

/**
 * What the customer is to be told; null where the brand does not want it or it would reach nobody. Never to a machine, a forged
 * sender or ourselves (RFC 3834), and once a day at most.
 */
export async function noticeFor(db: Queryable, workspaceId: number, ticket: Pick<TicketState, 'id' | 'number' | 'subject' | 'status' | 'language' | 'brand_id' | 'inbox_id'>, now: Date): Promise<Notice | null> {
  const scope: Scope = { workspaceId, brands: 'all' };
  const facts = await findTellingFacts(db, workspaceId, ticket.id);
  if (!facts.wanted || !facts.written || ticket.status === 'closed') return null;
  if (facts.toldAt && now.getTime() - facts.toldAt.getTime() < quietFor) return null;
  const found = await findTicketByNumber(db, scope, ticket.number, null);
  if (!found?.requester_email) return null;
  if ((await findOurAddresses(db, [found.requester_email])).size > 0) return null;
  const inbox = await findReplyInbox(db, workspaceId, ticket);
  if (!inbox) return null;
  const own = await findBrandText(db, scope, ticket.brand_id, 'escalation', ticket.language);
  const { language, body } = own ?? builtInWords(ticket.language, facts.brandLanguage);
  const words = await readReplyWords(db, scope, nobody, ticket.id);
  const name = found.requester_name;
  const values = { ...words?.values, 'customer.name': name, 'customer.first_name': firstNameOf(name), 'desk.hours': words?.hoursIn(language) ?? '' };
  return { text: fillPlaceholders(body, values), language, to: { name, address: found.requester_email }, from: { name: facts.brandName, address: inbox.address } };
}

/** Writes it as a machine's message, which answers nothing and leaves the status alone; null where nobody is told. */
export async function tellCustomer(tx: Tx, sealer: Sealer, workspaceId: number, ticket: TicketState, now: Date): Promise<number | null> {
  const notice = await noticeFor(tx, workspaceId, ticket, now);
  if (!notice) return null;
  const actor = systemActor(workspaceId);
  const { text, language, to, from } = notice;
  const { messageId } = await addMessage(tx, actor, ticket, {
    kind: 'public', direction: 'out', channel: 'email', authorType: 'system', authorId: null, from, to: [to], cc: [], subject: '', text, html: null, replyText: text, language, messageId: null, automatic: 'escalation',
  }, ticket.status, now);
  await queueReply(tx, actor, { sealer, ticketId: ticket.id, messageId, automatic: true, only: { to: [to], cc: [] } });
  return messageId;
}
