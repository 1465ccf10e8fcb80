import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Inbox, SearchX, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useAppearance } from '../../../lib/appearance.ts';
import { useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useFields } from '../../fields/index.ts';
import { detailOptions, timelineOptions } from '../store/ticket-queries.ts';
import type { ListFilter } from '../store/view-filters.ts';
import { viewWord } from '../store/words.ts';
import type { InboxList } from './use-inbox-list.ts';
import { TicketRow } from './ticket-row.tsx';
import { useFixedRows } from './use-fixed-rows.ts';

/** rem; fixed, so that nothing has to be measured and no row moves another */
const rowHeights = { dense: 5.625, comfortable: 6.75 };
const columnsLine = 1.25;
const prefetchAfter = 90;

export function TicketList({ list, filter, openNumber }: { list: InboxList; filter: ListFilter; openNumber: number | null }) {
  const t = useT();
  const { rows, query, cursor, selection } = list;
  const density = useAppearance().density;
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const fields = useFields();
  const columns = useMemo(() => (filter.columns ?? '').split(',').flatMap((key) => fields.find((field) => field.key === key) ?? []), [filter.columns, fields]);
  const height = Math.round((rowHeights[density] + (columns.length > 0 ? columnsLine : 0)) * rem);
  const { range, show } = useFixedRows(scroller, rows.length, height);

  const prefetch = usePrefetch();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (rows.length > 0 && range.end > rows.length - 15 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [range.end, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const standing = cursor ?? openNumber;
  const filled = rows.length > 0;
  const position = standing === null ? -1 : rows.findIndex((row) => row.number === standing);
  useEffect(() => {
    if (position >= 0) show(position);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the cursor moves or the list comes; one that changes under it does not pull the view along
  }, [standing, show, filled]);

  return (
    <div
      ref={scroller}
      onPointerEnter={(event) => event.pointerType === 'mouse' && list.holdFor('pointer', true)}
      onPointerLeave={() => list.holdFor('pointer', false)}
      onScroll={(event) => list.holdFor('scroll', event.currentTarget.scrollTop > 8)}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
    >
      {rows.length === 0 ? (
        <EmptyList list={list} filter={filter} />
      ) : (
        <ul aria-label={t(viewWord(filter.view))} style={{ height: rows.length * height }} className="relative m-0 list-none p-0">
          {rows.slice(range.first, range.end).map((ticket, offset) => {
            const at = range.first + offset;
            return (
              <li key={ticket.number} aria-setsize={hasNextPage ? -1 : rows.length} aria-posinset={at + 1} style={{ height, transform: `translateY(${at * height}px)` }} className="absolute inset-x-0 top-0">
                <TicketRow
                  ticket={ticket}
                  columns={columns}
                  filter={filter}
                  open={ticket.number === openNumber}
                  cursor={ticket.number === cursor}
                  selected={selection.numbers.has(ticket.number)}
                  selecting={selection.numbers.size > 0}
                  onSelect={selection.toggle}
                  onPoint={prefetch}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
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

function EmptyList({ list, filter }: { list: InboxList; filter: ListFilter }) {
  const t = useT();
  const { query } = list;
  if (query.isError) {
    return (
      <EmptyState icon={<TriangleAlert />} title={t('tickets.list.failed')} action={<Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>}>
        {problemText(query.error)}
      </EmptyState>
    );
  }
  if (query.isPending) return <SkeletonRows />;
  if (filter.q || filter.brand || filter.team || filter.field) {
    return (
      <EmptyState icon={<SearchX />} title={t('tickets.empty.search.title')}>
        {t('tickets.empty.search.text')}
      </EmptyState>
    );
  }
  const done = filter.view === 'mine' || filter.view === 'unassigned' || filter.view === 'open';
  return (
    <EmptyState icon={done ? <CircleCheck /> : <Inbox />} title={t(`tickets.empty.${filter.view}.title`)}>
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
