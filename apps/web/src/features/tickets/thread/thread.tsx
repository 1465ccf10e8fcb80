import { Button, EmptyState, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowDown, TriangleAlert } from 'lucide-react';
import { Fragment, lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useStore } from '../../../lib/store.ts';
import { entryKey, inReadingOrder } from '../store/ticket-cache.ts';
import { timelineOptions } from '../store/ticket-queries.ts';
import { isMessage, type Message } from '../store/types.ts';
import { unsent } from '../unsent/send-once.ts';
import { EventEntry, StatusChange } from './event-entry.tsx';
import { MessageEntry } from './message-entry.tsx';
import { useSoughtMessage } from './use-sought-message.ts';
import { useThreadScroll } from './use-thread-scroll.ts';

const UnsentMessages = lazy(() => import('../unsent/unsent-messages.tsx').then((module) => ({ default: module.UnsentMessages })));

export interface ThreadProps {
  number: number;
  onUndo(message: Message): void;
  /** Opens a ticket of its own with a message; null where that is not possible */
  onSplit: ((message: Message) => void) | null;
}

export function Thread({ number, onUndo, onSplit }: ThreadProps) {
  const t = useT();
  const query = useInfiniteQuery(timelineOptions(number));
  const entries = useMemo(() => inReadingOrder(query.data), [query.data]);
  const { scroller, content, atEnd, onScroll, onReaderMoves, toNewest, letGo } = useThreadScroll(number, entries.length);
  const waits = useStore(unsent).some(({ ticket }) => ticket === number);
  const newest = entries.findLast(isMessage);
  const seen = useRef<number | undefined>(undefined);
  if (atEnd || seen.current === undefined) seen.current = newest?.id;

  const top = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    const mark = top.current;
    if (!mark || !hasNextPage || isFetchingNextPage) return;
    const observer = new IntersectionObserver(([sight]) => sight?.isIntersecting && void fetchNextPage(), { root: scroller.current, rootMargin: '800px 0px 0px' });
    observer.observe(mark);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, scroller]);

  const readOlder = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const { sought, forget } = useSoughtMessage({ scroller, entries: entries.length, hasOlder: hasNextPage, isReading: isFetchingNextPage || query.isPending, readOlder, letGo });
  const moves = () => {
    onReaderMoves();
    forget();
  };

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('tickets.thread.label')}
        onScroll={onScroll}
        onWheel={moves}
        onTouchMove={moves}
        onKeyDown={onReaderMoves}
        onPointerDown={moves}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <div ref={content} className="relative flex min-h-full flex-col gap-4 px-5 py-4 max-desk:px-4">
          <div ref={top} className="absolute top-0" />
          {isFetchingNextPage && <SkeletonLines count={2} />}
          {query.isPending && <SkeletonLines count={5} className="pl-[2.375rem]" />}
          {query.isError && entries.length === 0 && (
            <EmptyState icon={<TriangleAlert />} title={t('tickets.thread.failed')} action={<Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>}>
              {problemText(query.error)}
            </EmptyState>
          )}
          {entries.map((entry) =>
            isMessage(entry) ? (
              <Fragment key={entryKey(entry)}>
                <MessageEntry message={entry} here={number} sought={entry.id === sought} onUndo={onUndo} onSplit={onSplit} />
                {(entry.status_change || entry.given_to) && <StatusChange message={entry} />}
              </Fragment>
            ) : (
              <EventEntry key={entryKey(entry)} event={entry} />
            ),
          )}
          {waits && <Suspense><UnsentMessages ticket={number} /></Suspense>}
        </div>
      </div>
      {!atEnd && newest && newest.id !== seen.current && (
        <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
          <Button tone="soft" icon={<ArrowDown aria-hidden className="size-4" />} onClick={() => toNewest(true)} className="pointer-events-auto rounded-full shadow-float">
            {t('tickets.thread.newMessage')}
          </Button>
        </div>
      )}
    </div>
  );
}
