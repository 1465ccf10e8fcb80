import type { Notification } from './notification-queries.ts';

/** What is told of one ticket, the newest first. */
export interface Group {
  ticket: Notification['ticket'];
  newest: Notification;
  older: Notification[];
  unread: boolean;
}

/** One group for each ticket, where its newest notification stands. `items` are newest first. */
export function groupByTicket(items: readonly Notification[]): Group[] {
  const groups = new Map<number, Group>();
  for (const item of items) {
    const group = groups.get(item.ticket.number);
    if (!group) groups.set(item.ticket.number, { ticket: item.ticket, newest: item, older: [], unread: !item.read });
    else {
      group.older.push(item);
      group.unread ||= !item.read;
    }
  }
  return [...groups.values()];
}
