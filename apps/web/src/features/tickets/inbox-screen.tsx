import { cx, EmptyState, PanelSplitter, usePanel } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { live } from '../../lib/live.ts';
import { useIsCoarse, useIsWide } from '../../lib/media.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { useStore } from '../../lib/store.ts';
import { useTitle } from '../../lib/title.ts';
import { whispered } from '../../lib/whisper.ts';
import { missingFields, useColumns } from '../fields/index.ts';
import { propertyWish } from './context/property-wish.ts';
import { BulkBar, ContextPanel, NewTicketDialog, TabStrip, TicketPane, useLaterParts, ViewEditorHost, ViewsDrawer } from './later-parts.tsx';
import { letGoOfLists } from './list/list-hold.ts';
import { ListHeader } from './list/list-header.tsx';
import { searchOf } from './list/list-link.ts';
import { TicketList } from './list/ticket-list.tsx';
import { useInboxList } from './list/use-inbox-list.ts';
import { savedViewsOptions } from './store/saved-views.ts';
import { createLiveUpdates, readAgain } from './store/live-updates.ts';
import { detailOptions, viewsOptions } from './store/ticket-queries.ts';
import type { Message } from './store/types.ts';
import { asListKey, isViewKey, type ListFilter } from './store/view-filters.ts';
import { viewWord } from './store/words.ts';
import { wantedStep } from './steps/steps-store.ts';
import { useInboxCommands } from './use-inbox-commands.ts';
import { useTabs } from './tabs/open-tabs.ts';
import { countText, ViewsColumn } from './views/views-column.tsx';

/** px; on a smaller screen the thread keeps its room and the panels beside it begin narrower */
const small = innerWidth < 1400;
const panels = {
  views: { initial: small ? 188 : 212, min: 160, max: 320 },
  list: { initial: small ? 304 : 348, min: 260, max: 560 },
  context: { initial: small ? 256 : 304, min: 232, max: 480 },
};

/** Views, list, ticket, context side by side; on a phone the last three are one column that moves sideways. */
export function InboxScreen() {
  const t = useT();
  const formats = useFormats();
  const navigate = useNavigate();
  const wide = useIsWide();
  const coarse = useIsCoarse();
  const may = useMay('tickets.write');
  const filter = useListFilter();
  const { number } = useParams({ strict: false });
  const openNumber = typeof number === 'number' ? number : null;
  const { data: savedViews } = useQuery({ ...savedViewsOptions, enabled: filter.saved !== undefined });
  const saved = savedViews?.find((view) => view.id === filter.saved);
  const group = filter.group ?? saved?.display.group ?? 'none';
  const full = useMe().preferences.reading === 'full';
  const list = useInboxList(filter, openNumber, group);
  useLaterParts(list.query.isFetched);
  const tabs = useTabs(useMe().agent.id);
  const views = usePanel('views', panels.views);
  const listPanel = usePanel('list', panels.list);
  const context = usePanel('context', panels.context);
  const [creating, setCreating] = useState(false);
  const [drawer, setDrawer] = useState<'none' | 'views'>('none');
  const [contextFor, setContextFor] = useState<number | null>(null);
  const announcement = useLiveInbox(openNumber);
  const { data: ticket, isError: failed } = useQuery({ ...detailOptions(openNumber ?? 0), enabled: openNumber !== null && openNumber > 0 });
  const { data: counts } = useQuery(viewsOptions);
  const title = useListTitle(filter, saved?.name);
  useTitle(openNumber === null ? title : undefined);

  const open = useCallback(
    (next: number | null, replace = false) =>
      void (next === null
        ? navigate({ to: '/inbox/$view', params: { view: filter.view }, search: searchOf(filter) })
        : navigate({ to: '/inbox/$view/$number', params: { view: filter.view, number: next }, search: searchOf(filter), replace })),
    [navigate, filter],
  );
  const back = useCallback(() => {
    if (!wide && contextFor !== null) return setContextFor(null);
    open(null);
  }, [wide, contextFor, open]);
  const next = useCallback(() => {
    if (openNumber === null) return;
    const following = list.after(openNumber);
    if (following === null || !wide) open(null);
    else open(following, true);
  }, [openNumber, list, open, wide]);
  const toggleContext = useCallback(() => (wide ? context.toggle() : setContextFor((now) => (now === null ? openNumber : null))), [wide, context, openNumber]);

  useInboxCommands({ list, openNumber, may, onOpen: open, onNew: () => setCreating(true), onToggleViews: wide ? views.toggle : () => setDrawer('views') });

  // Fields and steps that keep the open ticket from its status are shown where they are filled in and done, and what is asked for by name where it is changed.
  const missing = useStore(missingFields);
  const wanted = useStore(wantedStep);
  const wished = useStore(propertyWish);
  const { folded, toggle } = context;
  const bringForward = (asked: { ticket: number } | null) => {
    if (asked === null || asked.ticket !== openNumber) return;
    if (!wide) setContextFor(openNumber);
    else if (folded) toggle();
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time that somebody is told
  useEffect(() => bringForward(missing), [missing]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once the ticket of the step is the open one
  useEffect(() => bringForward(wanted), [wanted, openNumber]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each wish; the card takes it
  useEffect(() => bringForward(wished), [wished]);

  const count = filter.saved || filter.brand || filter.team || filter.q || filter.field ? undefined : counts?.views.find((view) => view.key === filter.view);
  const shownCount = count ? countText(count, formats.number) : list.query.isSuccess ? `${formats.number(list.rows.length)}${list.query.hasNextPage ? '+' : ''}` : '';

  const listColumn = (
    <>
      <ListHeader key={filter.saved ?? filter.view} filter={filter} saved={saved} group={group} beside={wide && !full ? openNumber : null} title={title} count={shownCount} waiting={list.waiting} onShowWaiting={letGoOfLists} onShowViews={!wide || views.folded ? () => (wide ? views.toggle() : setDrawer('views')) : undefined} onNew={may && !wide ? () => setCreating(true) : undefined} choosing={list.selection.choosing || list.selection.numbers.size > 0} onChoose={wide && !coarse ? undefined : (on) => (on ? list.selection.choose(true) : list.selection.clear())} />
      <TicketList key={JSON.stringify(asListKey(filter))} list={list} filter={filter} openNumber={openNumber} group={group} title={title} columns={filter.saved ? saved?.display.columns?.join(',') : filter.columns} />
      <Suspense>{may && list.selection.numbers.size > 0 && <BulkBar list={list} filter={filter} count={count ? shownCount : ''} openNumber={openNumber} covered={openNumber !== null && (full || !wide)} />}</Suspense>
    </>
  );
  const ticketColumn = openNumber === null ? (
    <EmptyState icon={<MessagesSquare />} title={t('tickets.none.title')} className="my-auto">{t('tickets.none.text')}</EmptyState>
  ) : (
    <Suspense fallback={null}><TicketPane key={openNumber} number={openNumber} wide={wide} contextShown={wide && !context.folded} onBack={back} onContext={toggleContext} onNext={next} onReturn={() => open(openNumber)} /></Suspense>
  );
  const contextColumn = ticket && ticket.number === openNumber && <Suspense><ContextPanel key={ticket.number} ticket={ticket} /></Suspense>;
  const overlays = (
    <>
      <Suspense><ViewEditorHost /></Suspense>
      <Suspense>{may && creating && <NewTicketDialog onClose={() => setCreating(false)} />}</Suspense>
      <p role="status" className="sr-only">{announcement}</p>
      <p role="status" className="sr-only">{useStore(whispered)}</p>
    </>
  );

  const contextShown = openNumber !== null && !context.folded && (ticket !== undefined || !(failed || openNumber === 0));
  if (!wide) {
    const at = openNumber === null ? 0 : contextFor === openNumber ? 2 : 1;
    return (
      <>
        <SlidingColumns at={at}>
          <main className="flex h-full min-h-0 flex-col bg-pane">{listColumn}</main>
          <main className="flex h-full min-h-0 flex-col bg-pane">{ticketColumn}</main>
          <aside aria-label={t('tickets.context.label')} className="h-full overflow-y-auto bg-bg">
            <MobileContextBar onBack={() => setContextFor(null)} />
            {contextColumn}
          </aside>
        </SlidingColumns>
        <Suspense>
          {drawer === 'views' && <ViewsDrawer open onClose={() => setDrawer('none')} filter={filter} onNew={() => (setDrawer('none'), setCreating(true))} onGo={() => setDrawer('none')} />}
        </Suspense>
        {overlays}
      </>
    );
  }
  return (
    <div className="relative flex min-h-0 flex-1">
      <div id="inbox-views" hidden={views.folded} style={{ width: views.width }} className="shrink-0">
        <ViewsColumn filter={filter} onNew={() => setCreating(true)} onFold={views.toggle} />
      </div>
      <section id="inbox-list" aria-label={title} inert={full && openNumber !== null} style={full ? undefined : { width: Math.max(listPanel.width, panels.list.min) }} className={cx('flex flex-col bg-pane', full ? 'min-w-0 flex-1' : 'shrink-0', full && openNumber !== null ? 'invisible absolute inset-0' : 'relative')}>
        {!views.folded && <Edge at="left"><PanelSplitter panel={views} label={t('tickets.panel.views')} controls="inbox-views" side="left" className="after:!bg-line-soft" /></Edge>}
        {listColumn}
      </section>
      <main className={cx('relative min-w-0 flex-1 flex-col bg-pane', full && openNumber === null ? 'hidden' : 'flex')}>
        {!full && <Edge at="left"><PanelSplitter panel={listPanel} label={t('tickets.panel.list')} controls="inbox-list" side="left" /></Edge>}
        <div className={tabs.length > 0 ? 'h-9 shrink-0' : ''}><Suspense>{list.query.isFetched && <TabStrip openNumber={openNumber} view={filter.view} />}</Suspense></div>
        {ticketColumn}
        {contextShown && <Edge at="right"><PanelSplitter panel={context} label={t('tickets.panel.context')} controls="inbox-context" side="right" /></Edge>}
      </main>
      {contextShown && <aside id="inbox-context" aria-label={t('tickets.context.label')} style={{ width: context.width }} className="shrink-0 overflow-y-auto">{contextColumn}</aside>}
      {overlays}
    </div>
  );
}

/** A splitter lies over the edge of the panel beside it, within a landmark. */
function Edge({ at, children }: { at: 'left' | 'right'; children: ReactNode }) {
  return <div className={cx('absolute inset-y-0 z-10 flex w-0', at === 'left' ? 'left-0' : 'right-0')}>{children}</div>;
}

function MobileContextBar({ onBack }: { onBack(): void }) {
  const t = useT();
  return (
    <header className="sticky top-0 z-10 border-b border-line-soft bg-bg">
      <button type="button" onClick={onBack} className="flex h-13 w-full items-center gap-2 px-4 text-left font-strong outline-offset-[-2px]">‹ {t('tickets.context.back')}</button>
    </header>
  );
}

/** Three pages on one strip; those out of sight take no part in anything. */
function SlidingColumns({ at, children }: { at: number; children: ReactNode[] }) {
  return (
    <div className="relative min-h-0 flex-1 overflow-clip">
      {children.map((child, page) => (
        <div key={page} inert={page !== at} className={cx('absolute inset-0 transition-[translate,visibility] duration-[var(--calm)] ease-[var(--ease)]', page !== at && 'invisible')} style={{ translate: `${Math.sign(page - at) * 100}%` }}>
          {child}
        </div>
      ))}
    </div>
  );
}

function useListFilter(): ListFilter {
  const { view } = useParams({ strict: false });
  const search = useSearch({ strict: false }) as Omit<ListFilter, 'view' | 'columns'>; // validated by the inbox route
  const columns = useColumns();
  const { saved, brand, team, q, field, sort, group } = search;
  return useMemo(() => ({ view: isViewKey(view) ? view : 'mine', saved, brand, team, q, field, sort, group, columns: saved ? undefined : columns }), [view, saved, brand, team, q, field, sort, group, columns]);
}

function useListTitle(filter: ListFilter, saved: string | undefined): string {
  const t = useT();
  const { brands, teams } = useMe();
  if (filter.saved) return saved ?? '…';
  if (filter.brand) return brands.find((brand) => brand.id === filter.brand)?.name ?? t(viewWord(filter.view));
  if (filter.team) return teams.find((team) => team.id === filter.team)?.name ?? t(viewWord(filter.view));
  return t(viewWord(filter.view));
}

/** Listens to the live connection for as long as the inbox is shown. Answers what assistive technology is told. */
function useLiveInbox(openNumber: number | null): string {
  const t = useT();
  const client = useQueryClient();
  const me = useMe().agent.id;
  const [arrived, setArrived] = useState<Message | null>(null);
  const opened = useRef(openNumber);
  useEffect(() => {
    opened.current = openNumber;
  }, [openNumber]);
  useEffect(() => {
    const updates = createLiveUpdates({ client, me, openTicket: () => opened.current, onMessage: setArrived });
    // What was read before this screen listened may lack what came in between: it is read once more.
    let caughtUp = false;
    const catchUp = () => {
      if (!caughtUp) readAgain(client, ['tickets']);
      caughtUp = true;
    };
    if (live.state.get() === 'open') catchUp();
    const leave = live.subscribe((message) => {
      if (message.type === 'ready') catchUp();
      updates.hear(message);
    });
    return () => {
      leave();
      updates.stop();
    };
  }, [client, me]);
  return arrived ? t(arrived.kind === 'note' ? 'tickets.announce.note' : 'tickets.announce.message', { who: arrived.author.name }) : '';
}
