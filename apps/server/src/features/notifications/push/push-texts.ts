import { isLanguage, type Language, type Translate } from '@ombud/i18n';
import { asideText } from '../aside-text.ts';
import { feedbackLink, deadlineText } from '../feedback-text.ts';
import type { Pushed } from './due-pushes.queries.ts';

/** What the service worker shows (apps/web/public/sw.js). */
export type PushMessage = { title: string; body: string; /** One with the same tag takes the other's place. */ tag: string; url: string; /** When it is over, ISO: it is shown no longer then. */ until?: string };

const longestBody = 240;

/** A few are told one by one; of many it is said that there are many. */
const mostApart = 3;

export async function toMessages(rows: readonly Pushed[]): Promise<PushMessage[]> {
  const [first] = rows;
  if (!first) return [];
  // The catalogues of all languages, fetched when the first message is written.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const language: Language = isLanguage(first.language) ? first.language : 'en';
  const { t } = createTranslator(language);
  const titleOf = (row: Pushed) => (row.aside ? asideText(t, row) : t(`notifications.kind.${row.kind}`));
  const [offers, others] = [rows.filter(({ offer }) => offer), rows.filter(({ offer }) => !offer)];
  const subjects = [...new Map(others.map((row) => [tagOf(row), row])).values()];
  const lineOf = (row: Pushed) => (row.ticket_number === null ? titleOf(row) : `#${row.ticket_number} ${row.ticket_subject}`);
  const many = { title: t('notifications.push.many', { count: others.length }), body: subjects.slice(-mostApart).map(lineOf).join('\n'), tag: 'many', url: '/notifications' };
  // An offer is over soon: it never stands among many.
  return [...(subjects.length > mostApart ? [many] : subjects.map((row) => toMessage(row, titleOf(row), t, language))), ...offers.map((row) => toMessage(row, titleOf(row), t, language))];
}

const tagOf = ({ offer, feedback, ticket_number }: Pushed) => (offer ? `offer-${offer.id}` : feedback !== null ? `feedback-${feedback}` : `ticket-${ticket_number}`);

/** What is said of a piece of feedback names nobody: it stands on a locked screen, for everybody to read. */
function toMessage(row: Pushed, title: string, t: Translate, language: Language): PushMessage {
  const tag = tagOf(row);
  if (row.feedback !== null) return { title, body: deadlineText(t, language, row) ?? t('notifications.push.open'), tag, url: feedbackLink(row) };
  return {
    title: `${title} · #${row.ticket_number}`,
    body: cut([row.ticket_subject, told(row)].filter(Boolean).join('\n')),
    tag,
    url: row.approval === null ? `/inbox/all/${row.ticket_number}` : `/approvals/${row.approval}`,
    ...(row.offer ? { until: new Date(row.offer.until).toISOString() } : {}),
  };
}

function told({ actor_name, line, aside }: Pushed): string {
  const text = (line ?? '').replace(/\s+/g, ' ').trim();
  if (aside) return text; // who wrote stands in the title
  return text === '' ? (actor_name ?? '') : actor_name ? `${actor_name}: ${text}` : text;
}

function cut(text: string): string {
  return text.length <= longestBody ? text : `${text.slice(0, longestBody).toWellFormed()}…`;
}
