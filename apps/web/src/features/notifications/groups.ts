import type { Notification } from './notification-queries.ts';

/** What is told of one ticket, or of one piece of feedback, the newest first. */
export interface Group {
  key: string;
  newest: Notification;
  older: Notification[];
  unread: boolean;
}

/** One group for each subject, where its newest notification stands. `items` are newest first. */
export function groupBySubject(items: readonly Notification[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const key = item.ticket ? `ticket-${item.ticket.number}` : `feedback-${item.feedback?.id}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { key, newest: item, older: [], unread: !item.read });
    else {
      group.older.push(item);
      group.unread ||= !item.read;
    }
  }
  return [...groups.values()];
}

/** What marks a group as read: its ticket, with what is told of it further down; else the notifications themselves. */
export function readingOf({ newest, older }: Group): { ticket: number } | { ids: number[] } {
  return newest.ticket ? { ticket: newest.ticket.number } : { ids: [newest, ...older].map(({ id }) => id) };
}
