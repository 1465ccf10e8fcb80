import { isLanguage, type Language } from '@ombud/i18n';
import type { Context } from '../../../context.ts';
import { agentAddress, findReplyInbox, loopHeader } from '../../delivery/index.ts';
import type { SystemMail } from '../../system-mail/index.ts';
import { findWorkspace } from '../../workspaces/index.ts';
import { asideText } from '../aside-text.ts';
import type { NotificationKind } from '../kinds.ts';
import type { Mailed, OfTicket, Reader } from './due-mails.queries.ts';
import { deadlineText, feedbackLink } from '../feedback-text.ts';
import { mailWords } from './mail-words.ts';

/** So many tickets or pieces of feedback get a mail each, which can be answered where it is of a ticket; more come in one. */
const mostApart = 3;
/** What a colleague said is answered to colleagues, unless the answer says otherwise; so is what somebody asked aside has said, which is not for the customer, and what was said of an approval. */
const amongColleagues = new Set<NotificationKind>(['mentioned', 'colleague', 'escalated', 'handed_back', 'asked', 'approval_asked', 'approval_answered']);

/**
 * An answer may be to anything that the mail shows, and quotes it: if any of it is not for the customer, neither is the
 * answer, whichever came last.
 */
function isInternal({ kind, internal }: Mailed): boolean {
  return internal || amongColleagues.has(kind);
}

type Tools = Pick<Context, 'db' | 'config' | 'sealer'>;

/** `of`: the notifications that it tells of. */
type Written = { mail: SystemMail; of: number[] };

/** The mails that tell an agent of these, in their language. The same rows give the same mails. */
export async function writeMails(tools: Tools, workspaceId: number, reader: Reader, rows: readonly Mailed[]): Promise<Written[]> {
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const language: Language = isLanguage(reader.language) ? reader.language : 'en';
  const { t } = createTranslator(language);
  const words = mailWords[language];
  const { publicUrl } = tools.config;
  const host = new URL(publicUrl).hostname;
  const foot = words.settings.replace('{link}', () => `${publicUrl}/settings/notifications`);
  const bySubject = [...Map.groupBy(rows, (row) => (row.ticket_id === null ? `feedback-${row.feedback}` : `ticket-${row.ticket_id}`)).values()];
  const told = ({ kind, actor_name, aside }: Mailed) => (aside ? asideText(t, { actor_name }) : `${t(`notifications.kind.${kind}`)}${actor_name ? ` · ${actor_name}` : ''}`);
  const link = (row: Mailed) => `${publicUrl}${row.ticket_id === null ? feedbackLink(row) : row.approval === null ? `/inbox/all/${row.ticket_number}` : `/approvals/${row.approval}`}`;
  // Of a piece of feedback that something waits, by when and where, and no more: mail is read by others too.
  const lines = (row: Mailed) => [told(row), row.ticket_id === null ? deadlineText(t, language, row) : null].filter((line) => line !== null);
  const base = { workspaceId, to: reader.email, language };
  const idOf = (row: { id: number }) => `<notice-${workspaceId}-${row.id}@${host}>`;

  if (bySubject.length > mostApart) {
    const workspace = await findWorkspace(tools.db, workspaceId);
    const parts = bySubject.flatMap((each) => {
      const [row] = each;
      if (!row) return [];
      const heading = row.ticket_id === null ? [] : [`#${row.ticket_number} ${row.ticket_subject}`];
      return [[...heading, ...[...new Set(each.flatMap(lines))].map((line) => `  ${line}`), `  ${link(row)}`].join('\n')];
    });
    const [first] = rows;
    return first ? [{ mail: { ...base, subject: words.many.replace('{workspace}', () => workspace?.name ?? 'Ombud'), text: `${parts.join('\n\n')}\n\n${foot}\n`, messageId: idOf(first) }, of: rows.map(({ id }) => id) }] : [];
  }

  async function ofTicket(each: readonly Mailed[], newest: Mailed & OfTicket): Promise<SystemMail> {
    const kind = each.some(isInternal) ? 'note' : 'public';
    const inbox = reader.role === 'viewer' ? undefined : await findReplyInbox(tools.db, workspaceId, newest);
    const replyTo = inbox ? agentAddress(tools.sealer, { workspaceId, ticketId: newest.ticket_id, agentId: reader.id, kind, inboxAddress: inbox.address }) : null;
    const parts = each.map((row) => [told(row), ...(row.text ? [quoted(row.text)] : [])].join('\n\n'));
    return {
      ...base,
      subject: `[#${newest.ticket_number}] ${newest.ticket_subject}`.replace(/[\r\n]+/g, ' '),
      text: `${parts.join('\n\n')}\n\n${link(newest)}\n\n-- \n${replyTo === null ? words.noAnswer : words[kind]}\n${foot}\n`,
      messageId: idOf(newest),
      // One conversation for each ticket in the agent's own mailbox.
      references: `<notices-${workspaceId}-${reader.id}-${newest.ticket_id}@${host}>`,
      headers: { 'X-Ombud-Loop': loopHeader(tools.sealer, { workspaceId, ticketId: newest.ticket_id, messageId: 0 }) },
      ...(replyTo === null ? {} : { replyTo }),
    };
  }

  const ofFeedback = (each: readonly Mailed[], newest: Mailed): SystemMail => ({
    ...base,
    subject: told(newest),
    text: `${[...new Set(each.flatMap(lines))].join('\n')}\n\n${link(newest)}\n\n-- \n${foot}\n`,
    messageId: idOf(newest),
  });

  return Promise.all(
    bySubject.map(async (each): Promise<Written> => {
      const newest = each.at(-1)!; // no group is empty
      return { mail: newest.ticket_id === null ? ofFeedback(each, newest) : await ofTicket(each, newest), of: each.map(({ id }) => id) };
    }),
  );
}

/** Marked as quoted, so that an answer below or above it is cut where ours ends. */
function quoted(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
