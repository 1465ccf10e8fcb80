import type { MessageKey } from '@ombud/i18n';
import { House, Inbox, ListChecks, Search, SendHorizontal, Settings, UsersRound, type LucideIcon } from 'lucide-react';

/** What the rail needs of one. */
export type Place = Pick<Destination, 'to' | 'covers' | 'label' | 'icon'>;

export interface Destination {
  to: '/home' | '/inbox' | '/search' | '/customers' | '/outbox' | '/tasks' | '/settings' | '/reports' | '/feedback';
  /** Paths that count as being there */
  covers: readonly string[];
  label: MessageKey;
  go: MessageKey;
  icon: LucideIcon;
  keys: string;
  /** Not in the bar of a phone, which has room for five; there the person's own menu leads to it */
  wideOnly?: true;
}

/** Where the rail, the bar on a phone, the command bar and the keys lead; only what exists. */
export const destinations: readonly Destination[] = [
  { to: '/home', covers: ['/home'], label: 'shell.home', go: 'keys.goHome', icon: House, keys: 'g h' },
  { to: '/inbox', covers: ['/inbox'], label: 'shell.inbox', go: 'keys.goInbox', icon: Inbox, keys: 'g i' },
  { to: '/search', covers: ['/search'], label: 'shell.search', go: 'keys.goSearch', icon: Search, keys: '/' },
  { to: '/customers', covers: ['/customers', '/organizations'], label: 'shell.customers', go: 'keys.goCustomers', icon: UsersRound, keys: 'g c' },
  { to: '/outbox', covers: ['/outbox'], label: 'shell.outbox', go: 'keys.goOutbox', icon: SendHorizontal, keys: 'g o' },
  { to: '/tasks', covers: ['/tasks'], label: 'shell.tasks', go: 'keys.goTasks', icon: ListChecks, keys: 'g t', wideOnly: true },
  { to: '/settings', covers: ['/settings'], label: 'shell.settings', go: 'keys.goSettings', icon: Settings, keys: 'g s' },
];

export function isAt(destination: Place, pathname: string): boolean {
  return destination.covers.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}
