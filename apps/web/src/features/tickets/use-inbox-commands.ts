import { useCommands } from '../../lib/keys/index.ts';
import type { InboxList } from './list/use-inbox-list.ts';

export interface InboxCommandsOptions {
  list: InboxList;
  openNumber: number | null;
  may: boolean;
  onOpen(number: number, replace?: boolean): void;
  onNew(): void;
  onToggleViews(): void;
}

/** The keys of the list. With a ticket open, next and previous open the neighbour; without, they move the mark. */
export function useInboxCommands({ list, openNumber, may, onOpen, onNew, onToggleViews }: InboxCommandsOptions): void {
  function step(by: number) {
    const to = list.neighbour(by);
    if (to === null || to === openNumber) return;
    if (openNumber === null) list.setCursor(to);
    else onOpen(to, true);
  }
  function extend(by: number) {
    const from = list.standing;
    const to = list.neighbour(by);
    if (from === null || to === null || from === to) return;
    list.selection.extend(from, to);
    if (openNumber === null) list.setCursor(to);
    else onOpen(to, true);
  }
  useCommands([
    { id: 'list.next', label: 'tickets.keys.next', group: 'list', keys: ['j', 'down'], keysOnly: true, run: () => step(1) },
    { id: 'list.previous', label: 'tickets.keys.previous', group: 'list', keys: ['k', 'up'], keysOnly: true, run: () => step(-1) },
    { id: 'list.open', label: 'tickets.keys.open', group: 'list', keys: ['enter'], keysOnly: true, enabled: openNumber === null && list.standing !== null, run: () => list.standing !== null && onOpen(list.standing) },
    { id: 'list.select', label: 'tickets.keys.select', group: 'list', keys: ['x'], keysOnly: true, enabled: may && list.standing !== null, run: () => list.standing !== null && list.selection.toggle(list.standing, false) },
    { id: 'list.extendDown', label: 'tickets.keys.extendDown', group: 'list', keys: ['shift+down'], keysOnly: true, enabled: may, run: () => extend(1) },
    { id: 'list.extendUp', label: 'tickets.keys.extendUp', group: 'list', keys: ['shift+up'], keysOnly: true, enabled: may, run: () => extend(-1) },
    { id: 'list.selectAll', label: 'tickets.bulk.all', group: 'list', keys: ['shift+x'], enabled: may && list.rows.length > 0, run: list.selection.selectAll },
    { id: 'list.views', label: 'tickets.keys.views', group: 'list', keys: ['['], run: onToggleViews },
    { id: 'ticket.new', label: 'tickets.new.open', group: 'general', keys: ['c'], leadsToField: true, enabled: may, run: onNew },
  ]);
}
