import type { Context } from '../../context.ts';
import type { SystemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { htmlToText } from '../../platform/mail/reading/html-to-text.ts';
import { sanitizeComposerHtml } from '../../platform/mail/reading/render-safe.ts';
import { findReplyInbox, queueReply, readReplyWords } from '../delivery/index.ts';
import { findMacroTexts } from '../macros/index.ts';
import { fillPlaceholders } from '../placeholders/index.ts';
import { addMessage, type TicketState } from '../tickets/index.ts';
import { mostRepliesAnHour } from './automations.rules.ts';
import { Refusal } from './refusal.ts';
import { findReached } from './reply.queries.ts';
import { lockReplies, recentReplies } from './runs.queries.ts';

const hour = 3_600_000;

/**
 * Writes to the customer with the text of a shared macro, as an automatic mail of the brand (RFC 3834). Never to a machine,
 * to ourselves, or again and again. @returns whom. @throws Refusal, Problem
 */
export async function replyByMacro(tx: Tx, { sealer }: Pick<Context, 'sealer'>, actor: SystemActor, ticket: TicketState, macroId: number, now: Date): Promise<number> {
  const { workspaceId } = actor.scope;
  if (ticket.status === 'closed') throw new Refusal('ticket_closed');
  const texts = await findMacroTexts(tx, workspaceId, macroId, ticket.brand_id);
  if (!texts?.length) throw new Refusal('macro_gone');
  const reached = await findReached(tx, workspaceId, ticket.id);
  if (!reached || reached.address === null) throw new Refusal('no_address');
  if (reached.machine) throw new Refusal('machine');
  await lockReplies(tx, workspaceId, reached.customer_id);
  if ((await recentReplies(tx, workspaceId, reached.customer_id, new Date(now.getTime() - hour))) >= mostRepliesAnHour) throw new Refusal('too_many_replies');
  const inbox = await findReplyInbox(tx, workspaceId, ticket);
  const words = await readReplyWords(tx, actor.scope, ticket.assignee_id ?? 0, ticket.id);
  if (!inbox || !words) throw new Refusal('no_inbox');
  const wanted = [ticket.language, reached.default_language];
  const chosen = wanted.flatMap((language) => texts.filter((text) => text.language === language))[0] ?? texts[0];
  if (!chosen) throw new Refusal('macro_gone');
  const values = { ...words.values, 'desk.hours': words.hoursIn(chosen.language) };
  // Pictures of a macro belong to whoever put them there.
  const html = sanitizeComposerHtml(fillPlaceholders(chosen.html.replace(/<img\b[^>]*>/gi, ''), escaped(values)));
  const text = htmlToText(html).trim();
  const to = { name: reached.name, address: reached.address };
  const { messageId } = await addMessage(tx, actor, ticket, {
    kind: 'public', direction: 'out', channel: 'email', authorType: 'system', authorId: null, from: { name: words.values['brand.name'], address: inbox.address }, to: [to], cc: [], subject: '',
    text, html, replyText: text, language: chosen.language, messageId: null, automatic: 'automation',
  }, ticket.status, now);
  const { outboxId } = await queueReply(tx, actor, { sealer, ticketId: ticket.id, messageId, automatic: true, only: { to: [to], cc: [] } });
  if (outboxId === null) throw new Refusal('no_address');
  return reached.customer_id;
}

/** Values are text, whatever they look like. */
function escaped<Values extends Record<string, string>>(values: Values): Values {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)])) as Values; // the same names
}
