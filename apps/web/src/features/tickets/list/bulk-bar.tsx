import { IconButton, Menu, MenuItem, MenuSeparator, PriorityIcon, showToast, StatusIcon, SubMenu } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArchiveRestore, Building2, Check, Ellipsis, ListChecks, Shapes, ShieldAlert, Tag, Trash2, UserRound, UsersRound, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { say, useFormats, useT } from '../../../lib/i18n.ts';
import { useCommands, type Command } from '../../../lib/keys/index.ts';
import { useMe } from '../../../lib/session.ts';
import { useTicketActions } from '../actions/use-ticket-actions.ts';
import { wholeOf, type BulkValues } from '../bulk/bulk-queries.ts';
import { useBulkChanges } from '../bulk/use-bulk-changes.ts';
import { useTeams } from '../store/people.ts';
import { askForMany } from '../guidelines/ask-first.ts';
import { askedGuidelinesOptions } from '../guidelines/guideline-queries.ts';
import { useKnownTags } from '../store/use-known-tags.ts';
import { priorities, type ListFilter } from '../store/view-filters.ts';
import { kindWord, priorityWord, statusWord } from '../store/words.ts';
import { AssigneePicker, TagPicker } from '../ticket/pickers.tsx';
import { savedCountsOptions } from '../views/saved-view-queries.ts';
import { countText } from '../views/views-column.tsx';
import { keysOfSelection } from './keys-of-selection.ts';
import type { InboxList } from './use-inbox-list.ts';

/** So many are changed on the screen at once, one request each; more are a job of the server's. */
const mostAtOnce = 25;

export interface BulkBarProps {
  list: InboxList;
  filter: ListFilter;
  /** How many the view holds, as it stands beside its name; empty when nobody knows */
  count: string;
  openNumber: number | null;
  /** The list is out of sight behind the ticket: keys are the ticket's then */
  covered: boolean;
}

/** What can be done to all rows that are selected, or to the whole view; the keys of a single ticket act on them too. */
export function BulkBar({ list, filter, count: shownCount, openNumber, covered }: BulkBarProps) {
  const t = useT();
  const formats = useFormats();
  const { agent, brands } = useMe();
  const known = useKnownTags();
  const teams = useTeams();
  const { changeMany } = useTicketActions();
  const { start } = useBulkChanges();
  const [menu, setMenu] = useState<'assign' | 'tags' | 'priority' | null>(null);
  const { numbers, whole, clear, selectAll, selectWhole } = list.selection;
  const tickets = useMemo(() => list.rows.filter((row) => numbers.has(row.number)), [list.rows, numbers]);
  const shared = useMemo(() => tickets[0]?.tags.filter((tag) => tickets.every((ticket) => ticket.tags.includes(tag))) ?? [], [tickets]);
  const allLoaded = tickets.length === list.rows.length;
  const offersWhole = allLoaded && !whole && list.query.hasNextPage && wholeOf(filter) !== null;
  const { data: savedCounts } = useQuery(savedCountsOptions(filter.saved !== undefined && !filter.q && !filter.field ? [filter.saved] : []));
  const savedCount = filter.saved === undefined ? undefined : savedCounts?.get(filter.saved);
  const count = savedCount ? countText(savedCount, formats.number) : shownCount;
  const away = filter.view === 'spam' || filter.view === 'trash';

  const client = useQueryClient();
  useQuery({ ...askedGuidelinesOptions, notifyOnChangeProps: [] });
  const apply = (change: BulkValues) => {
    const asked = change.status ? askForMany(client, whole ? null : tickets, change.status, filter.brand) : null;
    if (!asked) return go(change);
    void asked.then((goesOn) => goesOn && go(change));
  };
  const go = (change: BulkValues) => {
    const target = whole && wholeOf(filter);
    // The view has gone meanwhile: nothing is changed by guess, and the selection stays.
    if (target === null) return;
    clear();
    if (target) return start({ ...target, change });
    if (tickets.length > mostAtOnce) return start({ tickets: tickets.map(({ number }) => number), change });
    void changeMany(tickets, change, (done) => ({ key: 'tickets.bulk.done', values: { count: done } }));
  };
  const tag = ({ add, remove }: { add: string[]; remove: string[] }) => apply({ ...(add.length > 0 && { add_tags: add }), ...(remove.length > 0 && { remove_tags: remove }) });
  const commands: Command[] = [
    { id: 'ticket.solve', label: 'tickets.action.solve', group: 'list', keys: ['e'], run: () => apply({ status: 'solved' }) },
    { id: 'ticket.pending', label: 'tickets.action.pending', group: 'list', keys: ['p'], run: () => apply({ status: 'pending' }) },
    { id: 'ticket.take', label: 'tickets.action.take', group: 'list', keys: ['i'], run: () => apply({ assignee: agent.id }) },
    { id: 'ticket.assign', label: 'tickets.action.assign', group: 'list', keys: ['a'], leadsToField: true, run: () => setMenu('assign') },
    { id: 'ticket.tag', label: 'tickets.action.tag', group: 'list', keys: ['l'], leadsToField: true, run: () => setMenu('tags') },
    { id: 'ticket.priority', label: 'tickets.action.priority', group: 'list', keys: ['!'], run: () => setMenu('priority') },
    // One ticket's: it must not act on the one that is open while others are selected.
    { id: 'ticket.snooze', label: 'work.snooze', group: 'list', keys: ['h'], keysOnly: true, run: () => showToast({ title: say('bulk.keys.oneTicket') }) },
    { id: 'ticket.spam', label: 'tickets.action.spam', group: 'list', keys: ['#'], run: () => apply({ folder: 'spam' }) },
    { id: 'ticket.trash', label: 'tickets.action.trash', group: 'list', enabled: filter.view !== 'trash', run: () => apply({ folder: 'trash' }) },
    { id: 'ticket.restore', label: 'tickets.action.restore', group: 'list', enabled: away, run: () => apply({ folder: 'inbox' }) },
    { id: 'list.clearSelection', label: 'tickets.bulk.clear', group: 'list', keys: ['esc'], run: clear },
    { id: 'list.selectWhole', label: 'bulk.whole.selectAll', group: 'list', icon: <ListChecks />, keys: ['shift+x'], enabled: () => offersWhole, run: selectWhole },
  ];
  useCommands(covered ? [] : commands.map((command) => ({ ...command, leads: true })), covered ? 'covered' : '');
  useEffect(() => {
    keysOfSelection.set(!covered);
    return () => keysOfSelection.set(false);
  }, [covered]);
  const isPart = openNumber !== null && numbers.has(openNumber);
  return (
    <>
      {offersWhole && (
        <button type="button" onClick={selectWhole} aria-keyshortcuts="Shift+X" className="min-h-target shrink-0 border-t border-line-soft bg-raised px-3 py-1.5 text-center font-strong text-accent-text outline-offset-[-2px] hover:bg-hover">
          {count ? t('bulk.whole.select', { count }) : t('bulk.whole.selectAll')}
        </button>
      )}
      <div role="toolbar" aria-label={t('tickets.bulk.label')} className="flex shrink-0 items-center gap-0.5 border-t border-line bg-raised px-2 py-1.5 max-desk:flex-wrap">
        <IconButton label={t('tickets.bulk.clear')} keys="esc" side="top" icon={<X />} onClick={clear} />
        <span role="status" className="tabular mr-auto flex min-w-0 flex-col max-desk:order-first max-desk:basis-full max-desk:px-2">
          <span className="text-small leading-tight font-strong">{!whole ? t('tickets.bulk.selected', { count: tickets.length }) : count ? t('bulk.whole.selectedOf', { count }) : t('bulk.whole.selected')}</span>
          {openNumber !== null && !covered && <span className="text-small text-muted">{isPart ? t('bulk.keys.all') : t('bulk.keys.these', { number: `#${openNumber}` })}</span>}
        </span>
        {!allLoaded && <IconButton label={t('tickets.bulk.all')} keys="shift+x" side="top" icon={<ListChecks />} onClick={selectAll} />}
        <AssigneePicker value={null} open={menu === 'assign'} onOpenChange={(open) => setMenu(open ? 'assign' : null)} onChange={(assignee) => apply({ assignee })} trigger={<IconButton label={t('tickets.action.assign')} keys="a" side="top" icon={<UserRound />} />} />
        <TagPicker
          tags={whole ? [] : shared}
          known={known}
          open={menu === 'tags'}
          onOpenChange={(open) => setMenu(open ? 'tags' : null)}
          onChange={tag}
          trigger={<IconButton label={t('tickets.action.tag')} keys="l" side="top" icon={<Tag />} />}
        />
        <Menu align="end" side="top" trigger={<IconButton label={t('tickets.field.status')} side="top" icon={<Check />} />}>
          {(['open', 'pending', 'on_hold', 'solved'] as const).map((status) => (
            <MenuItem key={status} icon={<StatusIcon status={status} />} onSelect={() => apply({ status })}>{t(statusWord(status))}</MenuItem>
          ))}
        </Menu>
        <Menu align="end" side="top" open={menu === 'priority'} onOpenChange={(open) => setMenu(open ? 'priority' : null)} trigger={<IconButton label={t('tickets.action.priority')} keys="!" side="top" icon={<PriorityIcon priority="high" />} />}>
          {priorities.map((priority) => <MenuItem key={priority} icon={<PriorityIcon priority={priority} />} onSelect={() => apply({ priority })}>{t(priorityWord(priority))}</MenuItem>)}
        </Menu>
        <Menu align="end" side="top" trigger={<IconButton label={t('bulk.more')} side="top" icon={<Ellipsis />} />}>
          <SubMenu icon={<UsersRound />} label={t('tickets.field.team')}>
            <MenuItem onSelect={() => apply({ team: null })}>{t('tickets.assign.noTeam')}</MenuItem>
            {teams.map((team) => <MenuItem key={team.id} onSelect={() => apply({ team: team.id })}>{team.name}</MenuItem>)}
          </SubMenu>
          <SubMenu icon={<Shapes />} label={t('tickets.field.kind')}>
            {(['question', 'incident', 'problem', 'task', 'complaint', 'order'] as const).map((kind) => <MenuItem key={kind} onSelect={() => apply({ kind })}>{t(kindWord(kind))}</MenuItem>)}
          </SubMenu>
          {brands.length > 1 && (
            <SubMenu icon={<Building2 />} label={t('tickets.action.move')}>
              {brands.map((brand) => <MenuItem key={brand.id} onSelect={() => apply({ brand: brand.id })}>{brand.name}</MenuItem>)}
            </SubMenu>
          )}
          <MenuSeparator />
          {away && <MenuItem icon={<ArchiveRestore />} onSelect={() => apply({ folder: 'inbox' })}>{t('tickets.action.restore')}</MenuItem>}
          {filter.view !== 'spam' && <MenuItem icon={<ShieldAlert />} keys="#" onSelect={() => apply({ folder: 'spam' })}>{t('tickets.action.spam')}</MenuItem>}
          {filter.view !== 'trash' && <MenuItem icon={<Trash2 />} danger onSelect={() => apply({ folder: 'trash' })}>{t('tickets.action.trash')}</MenuItem>}
        </Menu>
      </div>
    </>
  );
}
