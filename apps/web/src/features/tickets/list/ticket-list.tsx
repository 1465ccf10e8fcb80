import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Inbox, SearchX, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { useAppearance } from '../../../lib/appearance.ts';
import { useT } from '../../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { useFields } from '../../fields/index.ts';
import { detailOptions, timelineOptions } from '../store/ticket-queries.ts';
import type { ListFilter } from '../store/view-filters.ts';
import type { Grouping } from '../store/types.ts';
import { GroupHead } from './group-head.tsx';
import { groupOf, groupStarts, steadyTop, type GroupedRows } from './grouping.ts';
import { rememberedPlace, rememberPlace } from './list-place.ts';
import { columnsOf } from './own-columns.ts';
import { placeOf } from './row-range.ts';
import type { InboxList } from './use-inbox-list.ts';
import { TicketRow } from './ticket-row.tsx';
import { useFixedRows } from './use-fixed-rows.ts';
import { useGroupWords } from './use-group-words.ts';
import { useListHold } from './use-list-hold.ts';

/** rem; fixed, so that nothing has to be measured and no row moves another */
const rowHeights = { dense: 5.625, comfortable: 6.75 };
const columnsLine = 1.25;
const groupHeight = 2.25;
/** A view with a rare condition is looked for by itself in so many steps, then when somebody asks. */
const stepsAlone = 8;
const prefetchAfter = 90;

export interface TicketListProps {
  list: InboxList;
  filter: ListFilter;
  openNumber: number | null;
  group: Grouping;
  /** Its accessible name */
  title: string;
  /** Keys of what the rows show besides */
  columns: string | undefined;
}

export function TicketList({ list, filter, openNumber, group, title, columns: wanted }: TicketListProps) {
  const t = useT();
  const { rows, query, cursor, selection } = list;
  const density = useAppearance().density;
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const fields = useFields();
  const columns = useMemo(() => columnsOf(wanted, fields), [wanted, fields]);
  const height = Math.round((rowHeights[density] + (columns.length > 0 ? columnsLine : 0)) * rem);
  const starts = useMemo(() => groupStarts(rows, group), [rows, group]);
  const heads = useMemo(() => ({ starts, height: Math.round(groupHeight * rem) }), [starts, rem]);
  const groupWords = useGroupWords(group);
  useSteadyTop(scroller, group, { rows, height, heads });
  const { range, show } = useFixedRows(scroller, rows.length, height, heads);

  const prefetch = usePrefetch();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const steps = query.data?.pages.length ?? 0;
  const stopped = filter.saved !== undefined && steps % stepsAlone === 0 && rows.length < steps * 10;
  useEffect(() => {
    if ((rows.length > 0 || filter.saved) && range.end > rows.length - 15 && hasNextPage && !isFetchingNextPage && !stopped) void fetchNextPage();
  }, [range.end, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage, filter.saved, stopped]);

  const standing = cursor ?? openNumber;
  const filled = rows.length > 0;
  useLayoutEffect(() => {
    if (filled && scroller.current) scroller.current.scrollTop = rememberedPlace(filter)?.top ?? 0;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is made anew for each filter
  }, [filled]);
  const position = standing === null ? -1 : rows.findIndex((row) => row.number === standing);
  useEffect(() => {
    if (position >= 0) show(position);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the cursor moves or the list comes, or is grouped anew; rows that change under it do not pull the view along
  }, [standing, group, filled]);

  useFocusOnCursor(scroller, cursor, rows);
  useListHold(scroller, list.holdFor);

  return (
    <div
      ref={scroller}
      role="group"
      data-ticket-list
      aria-label={title}
      tabIndex={-1}
      onPointerEnter={(event) => event.pointerType === 'mouse' && list.holdFor('pointer', true)}
      onPointerLeave={() => list.holdFor('pointer', false)}
      onScroll={(event) => {
        rememberPlace(filter, { top: event.currentTarget.scrollTop });
        list.holdFor('scroll', event.currentTarget.scrollTop > 8);
      }}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none [overflow-anchor:none]"
    >
      {rows.length === 0 ? (
        <EmptyList list={list} filter={filter} looking={hasNextPage && !stopped} />
      ) : (
        <ul aria-label={title} style={{ height: placeOf(rows.length, height, heads) }} className="relative m-0 list-none p-0">
          {rows.slice(range.first, range.end).map((ticket, offset) => {
            const at = range.first + offset;
            const nth = starts.indexOf(at);
            return (
              <li key={ticket.number} aria-setsize={hasNextPage ? -1 : rows.length} aria-posinset={at + 1} style={{ height: height + (nth < 0 ? 0 : heads.height), transform: `translateY(${placeOf(at, height, heads)}px)` }} className="absolute inset-x-0 top-0 flex flex-col">
                {nth >= 0 && <GroupHead name={groupWords.nameOf(groupOf(ticket, group))} count={(starts[nth + 1] ?? rows.length) - at} more={hasNextPage} height={heads.height} />}
                <TicketRow
                  ticket={ticket}
                  columns={columns}
                  filter={filter}
                  open={ticket.number === openNumber}
                  cursor={ticket.number === cursor}
                  selected={selection.numbers.has(ticket.number)}
                  selecting={selection.choosing || selection.numbers.size > 0}
                  onSelect={selection.toggle}
                  onPoint={prefetch}
                />
              </li>
            );
          })}
        </ul>
      )}
      {stopped && hasNextPage && (
        <p className="flex justify-center p-4"><Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('tickets.list.lookFurther')}</Button></p>
      )}
    </div>
  );
}

/** In groups, rows come above what one looks at as well, with the next page, and chosen columns make every row higher: it stays where it was. */
function useSteadyTop(scroller: RefObject<HTMLDivElement | null>, group: Grouping, now: GroupedRows): void {
  const before = useRef({ group, ...now });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { group, ...now };
    const element = scroller.current;
    const comesAbove = group !== 'none' && was.rows !== now.rows;
    if (!element || was.group !== group || !(comesAbove || was.height !== now.height) || element.scrollTop <= 8) return;
    const top = steadyTop(was, now, element.scrollTop, group);
    if (top !== null) element.scrollTo({ top, behavior: 'instant' });
  });
}

/** The row that the keys have come to gets the focus, so that it is read out, unless the focus is needed elsewhere. */
function useFocusOnCursor(scroller: RefObject<HTMLDivElement | null>, cursor: number | null, rows: readonly { number: number }[]): void {
  const before = useRef(cursor);
  const wanted = useRef<number | null>(null);
  const held = useRef<number | null>(null);
  useEffect(() => {
    if (before.current !== cursor) wanted.current = cursor;
    before.current = cursor;
    // Far away it is drawn only once the list has moved there.
    const link = wanted.current !== null && scroller.current?.querySelector<HTMLElement>(`[data-number="${wanted.current}"] a`);
    const at = document.activeElement;
    const isFree = at === null || at === document.body;
    const isGone = (number: number | null) => number !== null && !rows.some((row) => row.number === number);
    if (link) {
      held.current = wanted.current;
      wanted.current = null;
      if (isFree || scroller.current?.contains(at)) link.focus({ preventScroll: true });
    } else if (isGone(wanted.current) || isGone(held.current)) {
      // It has left the list, solved perhaps: the list itself is where one is.
      wanted.current = null;
      held.current = null;
      if (isFree) scroller.current?.focus({ preventScroll: true });
    }
  });
}

/** Asks for a ticket when somebody rests on its row, so that opening it shows what is there already. */
function usePrefetch() {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (number: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void client.prefetchQuery(detailOptions(number));
        void client.prefetchInfiniteQuery(timelineOptions(number));
      }, prefetchAfter);
    },
    [client],
  );
}

function EmptyList({ list, filter, looking }: { list: InboxList; filter: ListFilter; looking: boolean }) {
  const t = useT();
  const { workspace, permissions } = useMe();
  const { query } = list;
  if (query.isError && filter.saved && query.error instanceof ApiProblem && query.error.status === 404) {
    return <EmptyState icon={<SearchX />} title={t('tickets.empty.noView.title')}>{t('tickets.empty.noView.text')}</EmptyState>;
  }
  if (query.isError) {
    return (
      <EmptyState icon={<TriangleAlert />} title={t('tickets.list.failed')} action={<Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>}>
        {problemText(query.error)}
      </EmptyState>
    );
  }
  if (query.isPending || looking) return <SkeletonRows />;
  if (filter.saved || filter.q || filter.brand || filter.team || filter.field) {
    return (
      <EmptyState icon={<SearchX />} title={t('tickets.empty.search.title')}>
        {t(filter.saved && !filter.q && !filter.field ? 'tickets.empty.saved.text' : 'tickets.empty.search.text')}
      </EmptyState>
    );
  }
  const done = ['mine', 'team_unassigned', 'unassigned', 'open'].includes(filter.view);
  // Nothing comes before there is an inbox.
  const goOn = workspace.setting_up && permissions.includes('settings.manage') && <Link to="/setup" className="text-accent-text underline">{t('shell.goOnSetUp')}</Link>;
  return (
    <EmptyState icon={done ? <CircleCheck /> : <Inbox />} title={t(`tickets.empty.${filter.view}.title`)} action={goOn}>
      {t(`tickets.empty.${filter.view}.text`)}
    </EmptyState>
  );
}

function SkeletonRows() {
  return (
    <div className="flex flex-col gap-9 px-4 py-4">
      <SkeletonLines count={3} />
      <SkeletonLines count={3} />
      <SkeletonLines count={3} />
      <SkeletonLines count={3} />
    </div>
  );
}
