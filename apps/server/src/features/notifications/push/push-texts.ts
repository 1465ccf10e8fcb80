import { isLanguage, type Language } from '@ombud/i18n';
import { asideText } from '../aside-text.ts';
import type { Pushed } from './due-pushes.queries.ts';

/** What the service worker shows (apps/web/public/sw.js). */
export type PushMessage = { title: string; body: string; /** One with the same tag takes the other's place. */ tag: string; url: string };

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
  const tickets = new Map(rows.map((row) => [row.ticket_number, row]));
  if (tickets.size > mostApart) return [{ title: t('notifications.push.many', { count: rows.length }), body: [...tickets.values()].slice(-mostApart).map((row) => `#${row.ticket_number} ${row.ticket_subject}`).join('\n'), tag: 'many', url: '/notifications' }];
  return [...tickets.values()].map((row) => ({
    title: `${row.aside ? asideText(t, row) : t(`notifications.kind.${row.kind}`)} · #${row.ticket_number}`,
    body: cut([row.ticket_subject, told(row)].filter(Boolean).join('\n')),
    tag: `ticket-${row.ticket_number}`,
    url: row.approval === null ? `/inbox/all/${row.ticket_number}` : `/approvals/${row.approval}`,
  }));
}

function told({ actor_name, line, aside }: Pushed): string {
  const text = (line ?? '').replace(/\s+/g, ' ').trim();
  if (aside) return text; // who wrote stands in the title
  return text === '' ? (actor_name ?? '') : actor_name ? `${actor_name}: ${text}` : text;
}

function cut(text: string): string {
  return text.length <= longestBody ? text : `${text.slice(0, longestBody).toWellFormed()}…`;
}
