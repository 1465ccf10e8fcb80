import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowRightLeft, CalendarClock, HeartHandshake, RefreshCw, SearchX, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useIsWide } from '../../../lib/media.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useCustomerName } from '../customer-names.ts';
import { useRowHeight } from '../customer-rows.tsx';
import { EndlessList } from '../endless-list.tsx';
import { BaseControls } from './base-controls.tsx';
import { basePages, keyOf, type BaseEntry } from './base-queries.ts';
import { BaseRow } from './base-row.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { NextContactDialog } from './next-contact-dialog.tsx';
import { useLiveBase } from './use-live-base.ts';
import { useSteadyBase } from './use-steady-base.ts';

const route = getRouteApi('/signed-in/customers');

const none: ReadonlyMap<string, BaseEntry> = new Map();

/** Whom an agent looks after: first whom to be in touch with. */
export function BaseList() {
  const t = useT();
  const me = useMe();
  const { agent = me.agent.id, sort = 'next_contact', silent, open, due } = route.useSearch();
  const mayWrite = useMay('customers.write');
  const mayHandOver = useMay('teams.manage');
  const nameOf = useCustomerName();
  const isWide = useIsWide();
  const rowHeight = useRowHeight();
  const page = useRef<HTMLDivElement>(null);
  // What was chosen in one list is not handed over from another, where nobody sees it.
  const shown = JSON.stringify([agent, silent, open, due]);
  const [selection, setSelection] = useState<{ of: string; entries: ReadonlyMap<string, BaseEntry> }>({ of: shown, entries: new Map() });
  const selected = selection.of === shown ? selection.entries : none;
  const setSelected = (entries: ReadonlyMap<string, BaseEntry>) => setSelection({ of: shown, entries });
  const [dialog, setDialog] = useState<{ next: BaseEntry } | 'selected' | 'all' | null>(null);
  const query = useInfiniteQuery(basePages({ sort, ...(agent !== me.agent.id && { agent }), ...(silent && { silent_days: silent }), open, due }));
  const found = useMemo(() => query.data?.pages.flatMap((each) => each.items), [query.data]);
  const { rows: items, isBehind, letGo, hand } = useSteadyBase(found, `${shown} ${sort}`);
  useLiveBase();
  const isFiltered = silent !== undefined || open || due;

  const rows = () => [...(page.current?.querySelectorAll<HTMLElement>('a[data-entry]') ?? [])];
  const focused = () => items?.find((entry) => keyOf(entry) === document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset['entry']);
  function step(by: number) {
    const links = rows();
    const at = links.indexOf(document.activeElement as HTMLElement); // -1 when the focus is elsewhere
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  }
  function toggle(entry: BaseEntry | undefined) {
    if (!entry) return;
    const next = new Map(selected);
    if (!next.delete(keyOf(entry))) next.set(keyOf(entry), entry);
    setSelected(next);
  }
  function setNext(entry: BaseEntry | undefined) {
    if (entry) setDialog({ next: entry });
  }
  useCommands([
    { id: 'list.next', label: 'tickets.keys.next', group: 'list', keys: ['j', 'down'], keysOnly: true, run: () => step(1) },
    { id: 'list.previous', label: 'tickets.keys.previous', group: 'list', keys: ['k', 'up'], keysOnly: true, run: () => step(-1) },
    { id: 'base.select', label: 'base.keys.select', group: 'list', keys: ['x'], keysOnly: true, enabled: mayHandOver, run: () => toggle(focused()) },
    { id: 'base.nextOfRow', label: 'base.next', group: 'list', icon: <CalendarClock />, keys: ['n'], enabled: mayWrite, leadsToField: true, run: () => setNext(focused() ?? (rows()[0] ? items?.[0] : undefined)) },
    { id: 'base.handOver', label: 'base.move.all', group: 'list', icon: <ArrowRightLeft />, enabled: mayHandOver, run: () => setDialog('all') },
  ]);
  return (
    <div ref={page} className="flex min-h-0 flex-1 flex-col">
      <BaseControls agent={agent} onHandOver={() => setDialog('all')} />
      {selected.size > 0 && (
        <div role="toolbar" aria-label={t('base.selection')} className="shrink-0 border-b border-line-soft bg-accent-soft">
          <div className="mx-auto flex w-full max-w-4xl flex-wrap items-center gap-2 px-4 py-1.5 sm:px-8">
            <span className="flex-1 tabular">{t('base.selected', { count: selected.size })}</span>
            <Button tone="primary" icon={<ArrowRightLeft className="size-4" />} onClick={() => setDialog('selected')}>{t('base.move')}</Button>
            <Button tone="plain" icon={<X className="size-4" />} onClick={() => setSelected(new Map())}>{t('base.clear')}</Button>
          </div>
        </div>
      )}
      {!items && <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-8">{query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={6} />}</div>}
      {items?.length === 0 && (isFiltered ? <EmptyState icon={<SearchX />} title={t('base.noMatch.title')}>{t('base.noMatch.text')}</EmptyState> : <EmptyState icon={<HeartHandshake />} title={t('base.empty.title')}>{t('base.empty.text')}</EmptyState>)}
      {items && items.length > 0 && (
        <div {...hand} className="relative flex min-h-0 flex-1 flex-col">
          {isBehind && <Button icon={<RefreshCw className="size-4" />} onClick={letGo} className="absolute top-2 left-1/2 z-10 -translate-x-1/2 shadow-float">{t('base.update')}</Button>}
          <EndlessList<BaseEntry> label={t('base.mine')} items={items} itemKey={keyOf} rowHeight={isWide ? rowHeight + 8 : rowHeight + 28} hasMore={query.hasNextPage && !query.isFetchingNextPage} onMore={query.fetchNextPage}>
            {(entry) => <BaseRow entry={entry} name={nameOf(entry)} wide={isWide} selected={mayHandOver ? selected.has(keyOf(entry)) : null} onToggle={() => toggle(entry)} onNext={mayWrite ? () => setNext(entry) : null} />}
          </EndlessList>
        </div>
      )}
      {dialog === 'all' && <HandOverDialog from={agent} onDone={() => (letGo(), setSelected(new Map()))} onClose={() => setDialog(null)} />}
      {dialog === 'selected' && <HandOverDialog entries={[...selected.values()]} onDone={() => (letGo(), setSelected(new Map()))} onClose={() => setDialog(null)} />}
      {dialog && typeof dialog === 'object' && <NextContactDialog of={dialog.next} name={nameOf(dialog.next)} next={dialog.next.next_contact} onClose={() => (letGo(), setDialog(null))} />}
    </div>
  );
}
