import { IconButton, SearchField, useLaterMenu } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { ListFilter as FilterIcon, PanelLeft, Search, SquarePen, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT, withLaterTexts } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import type { Grouping, SavedView } from '../store/types.ts';
import type { ListFilter } from '../store/view-filters.ts';
import type { SortMenuProps } from './sort-menu.tsx';
import { FieldFilterButton, FieldFilterLine } from './field-filters.tsx';
import { searchOf } from './list-link.ts';

export interface ListHeaderProps {
  filter: ListFilter;
  saved: SavedView | undefined;
  group: Grouping;
  /** The ticket that stands beside the list and stays when the list changes; null where only one of the two is seen */
  beside: number | null;
  title: string;
  count: string;
  /** How many rows wait to be shown */
  waiting: number;
  onShowWaiting(): void;
  /** Brings the views back when they are folded; on a phone it opens them */
  onShowViews?: () => void;
  /** On a phone, where the views and their button are out of sight */
  onNew?: () => void;
  /** On a phone or a tablet, where no pointer and no key brings out a row’s box */
  onChoose?: (on: boolean) => void;
  choosing: boolean;
}

export function ListHeader({ filter, saved, group, beside, title, count, waiting, onShowWaiting, onShowViews, onNew, onChoose, choosing }: ListHeaderProps) {
  const t = useT();
  const navigate = useNavigate();
  const [searching, setSearching] = useState(Boolean(filter.q));
  function go(change: Partial<ListFilter>) {
    const search = { ...searchOf(filter), ...change };
    if (beside === null) void navigate({ to: '/inbox/$view', params: { view: filter.view }, search, replace: true });
    else void navigate({ to: '/inbox/$view/$number', params: { view: filter.view, number: beside }, search, replace: true });
  }
  useCommands([{ id: 'list.search', label: 'tickets.list.search', group: 'list', run: () => setSearching(true) }]);

  return (
    <header className="shrink-0 border-b border-line-soft">
      <div className="flex h-11 items-center gap-2 px-3.5 coarse:h-13">
        {onShowViews && <IconButton label={t('tickets.views.show')} icon={<PanelLeft />} keys="[" onClick={onShowViews} className="-ml-2" />}
        <h1 className="truncate text-body font-strong">{title}</h1>
        <span className="tabular rounded-[5px] bg-chip px-1.5 text-small leading-5 text-muted">{count}</span>
        <span className="flex-1" />
        {waiting > 0 && (
          <button type="button" onClick={onShowWaiting} className="h-6 min-h-target rounded-[5px] bg-accent-soft px-2 text-small text-accent-text hover:brightness-97">
            {t('tickets.list.waiting', { count: waiting })}
          </button>
        )}
        {onNew && <IconButton label={t('tickets.new.open')} icon={<SquarePen />} keys="c" onClick={onNew} />}
        <IconButton label={t('tickets.list.search')} icon={<Search />} pressed={searching || undefined} onClick={() => setSearching(!searching)} />
        <FieldFilterButton filters={filter.field} brand={filter.brand} onChange={(field) => go({ field })} />
        <Sorting choosing={choosing} onChoose={onChoose} filter={filter} saved={saved} group={group} brand={filter.brand} value={filter.sort ?? saved?.display.sort ?? '-updated_at'} onGroup={(next) => go({ group: next === (saved?.display.group ?? 'none') ? undefined : next })} onChange={(sort) => go({ sort: sort === (saved?.display.sort ?? '-updated_at') ? undefined : sort })} />
      </div>
      <FieldFilterLine filters={filter.field} onChange={(field) => go({ field })} />
      {searching && (
        <SearchLine
          q={filter.q ?? ''}
          onSearch={(q) => go({ q: q || undefined })}
          onClose={() => {
            setSearching(false);
            if (filter.q) go({ q: undefined });
          }}
        />
      )}
    </header>
  );
}

const loadSortMenu = () => withLaterTexts(() => import('./sort-menu.tsx'));

function Sorting(props: Omit<SortMenuProps, 'defaultOpen' | 'autoFocus'>) {
  const t = useT();
  const { part, standIn, start } = useLaterMenu(loadSortMenu);
  if (part) return <part.SortMenu {...props} {...start} />;
  return <IconButton {...standIn} aria-haspopup="menu" label={t('tickets.list.sort')} icon={<FilterIcon />} className="-mr-2" />;
}

const settleMs = 180;

function SearchLine({ q, onSearch, onClose }: { q: string; onSearch(q: string): void; onClose(): void }) {
  const t = useT();
  const [typed, setTyped] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The list may have moved on, and another ticket been opened, while somebody still types.
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  }, [onSearch]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="flex items-center gap-1 px-3.5 pb-2">
      <SearchField
        label={t('tickets.list.search')}
        placeholder={t('tickets.list.searchHint')}
        icon={<Search />}
        value={typed}
        autoFocus
        onValueChange={(value) => {
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => latest.current(value.trim()), settleMs);
        }}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="min-w-0 flex-1"
      />
      <IconButton label={t('tickets.list.searchEnd')} icon={<X />} onClick={onClose} className="-mr-2" />
    </div>
  );
}
