import { IconButton, Menu, MenuItem, StatusIcon } from '@ombud/ui';
import { Check, ListChecks, ShieldAlert, Tag, UserRound, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMe } from '../../../lib/session.ts';
import { useTicketActions } from '../actions/use-ticket-actions.ts';
import type { Ticket, TicketPatch } from '../store/types.ts';
import { useKnownTags } from '../store/use-known-tags.ts';
import { statusWord } from '../store/words.ts';
import { AssigneePicker, TagPicker } from '../ticket/pickers.tsx';

/** What can be done to all rows that are selected; the keys of a single ticket act on them too. */
export function BulkBar({ tickets, allSelected, onAll, onClear }: { tickets: readonly Ticket[]; allSelected: boolean; onAll(): void; onClear(): void }) {
  const t = useT();
  const me = useMe().agent.id;
  const known = useKnownTags();
  const { changeMany } = useTicketActions();
  const [menu, setMenu] = useState<'assign' | 'tags' | null>(null);
  const shared = useMemo(() => tickets[0]?.tags.filter((tag) => tickets.every((ticket) => ticket.tags.includes(tag))) ?? [], [tickets]);

  const apply = (patch: TicketPatch) => {
    onClear();
    void changeMany(tickets, patch, (count) => ({ key: 'tickets.bulk.done', values: { count } }));
  };
  useCommands([
    { id: 'ticket.solve', label: 'tickets.action.solve', group: 'list', keys: ['e'], run: () => apply({ status: 'solved' }) },
    { id: 'ticket.pending', label: 'tickets.action.pending', group: 'list', keys: ['p'], run: () => apply({ status: 'pending' }) },
    { id: 'ticket.take', label: 'tickets.action.take', group: 'list', keys: ['i'], run: () => apply({ assignee: me }) },
    { id: 'ticket.assign', label: 'tickets.action.assign', group: 'list', keys: ['a'], leadsToField: true, run: () => setMenu('assign') },
    { id: 'ticket.tag', label: 'tickets.action.tag', group: 'list', keys: ['l'], leadsToField: true, run: () => setMenu('tags') },
    { id: 'ticket.spam', label: 'tickets.action.spam', group: 'list', keys: ['#'], run: () => apply({ folder: 'spam' }) },
    { id: 'list.clearSelection', label: 'tickets.bulk.clear', group: 'list', keys: ['esc'], run: onClear },
  ]);
  return (
    <div role="toolbar" aria-label={t('tickets.bulk.label')} className="flex shrink-0 items-center gap-0.5 border-t border-line bg-raised px-2 py-1.5">
      <IconButton label={t('tickets.bulk.clear')} keys="esc" side="top" icon={<X />} onClick={onClear} />
      <span role="status" className="tabular mr-auto min-w-0 truncate font-strong">{t('tickets.bulk.selected', { count: tickets.length })}</span>
      {!allSelected && <IconButton label={t('tickets.bulk.all')} side="top" icon={<ListChecks />} onClick={onAll} />}
      <AssigneePicker value={null} open={menu === 'assign'} onOpenChange={(open) => setMenu(open ? 'assign' : null)} onChange={(assignee) => apply({ assignee })} trigger={<IconButton label={t('tickets.action.assign')} keys="a" side="top" icon={<UserRound />} />} />
      <TagPicker
        tags={shared}
        known={known}
        open={menu === 'tags'}
        onOpenChange={(open) => setMenu(open ? 'tags' : null)}
        onChange={({ add, remove }) => apply({ ...(add.length > 0 && { add_tags: add }), ...(remove.length > 0 && { remove_tags: remove }) })}
        trigger={<IconButton label={t('tickets.action.tag')} keys="l" side="top" icon={<Tag />} />}
      />
      <Menu align="end" side="top" trigger={<IconButton label={t('tickets.field.status')} side="top" icon={<Check />} />}>
        {(['open', 'pending', 'on_hold', 'solved'] as const).map((status) => (
          <MenuItem key={status} icon={<StatusIcon status={status} />} onSelect={() => apply({ status })}>{t(statusWord(status))}</MenuItem>
        ))}
      </Menu>
      <IconButton label={t('tickets.action.spam')} keys="#" side="top" icon={<ShieldAlert />} onClick={() => apply({ folder: 'spam' })} />
    </div>
  );
}
