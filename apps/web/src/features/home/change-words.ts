import type { MessageKey, Translate } from '@ombud/i18n';
import type { HomeChange } from './home-queries.ts';
import { statusWord } from '../tickets/index.ts';

/** What somebody did, in a sentence. What is not known by name here is told as a change. */
export function changeText({ type, actor, data, ticket }: HomeChange, t: Translate): string {
  const who = actor.name || t('home.change.somebody');
  const changes = data['changes'];
  const changed = (key: string): unknown => (typeof changes === 'object' && changes !== null && key in changes ? (changes as Record<string, { to?: unknown }>)[key]?.to : undefined); // as the server writes events
  if (type === 'message.added' && data['kind'] === 'side' && data['direction'] === 'in') return t('notifications.aside', { who });
  if (type === 'message.added') return t(actor.type === 'customer' || data['kind'] !== 'note' ? 'home.change.message' : 'home.change.note', { who });
  if (type === 'message.failed' || type === 'message.bounced') return t('home.change.undelivered');
  if (type === 'ticket.merged') return t('home.change.merged', { who });
  if (changed('status') !== undefined) return t('home.change.status', { who, status: t(statusWord(changed('status') as typeof ticket.status)) });
  const key: MessageKey = changed('assignee') === undefined ? 'home.change.other' : 'home.change.assignee';
  return t(key, { who });
}
