import { Button, EmptyState, IconButton, SkeletonLines, Tabs } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellRing, CheckCheck, Settings } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { groupBySubject, readingOf } from './groups.ts';
import { NotificationGroup } from './notification-group.tsx';
import { notificationPages, useReadAll, useReadSome } from './notification-queries.ts';
import { QuietLine, QuietMenu } from './quiet-menu.tsx';

/** The list itself: beside the rail on a wide screen, a page of its own on a phone. */
export function NotificationsPanel({ ref, heading: Heading, onLeave }: { ref?: Ref<HTMLDivElement>; heading: 'h1' | 'h2'; onLeave(): void }) {
  const t = useT();
  const [unread, setUnread] = useState(true);
  const query = useInfiniteQuery(notificationPages(unread));
  const readAll = useReadAll();
  const readSome = useReadSome();
  const list = useRef<HTMLUListElement>(null);
  const items = query.data?.pages.flatMap((page) => page.items);
  const newest = items?.find(({ read }) => !read)?.id;

  /** Up and down from one to the next. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-notification]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? (at < 0 ? links[0] : undefined);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    // Arrow keys move between the links inside; the element itself is nothing to operate.
    <div ref={ref} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none" role="presentation" onKeyDown={onKeyDown}>
      <header className="flex shrink-0 items-center gap-1 pt-2.5 pr-2 pb-1 pl-4">
        <Heading className="min-w-0 flex-1 truncate text-title">{t('notifications.title')}</Heading>
        <IconButton label={t('notifications.readAll')} icon={<CheckCheck />} disabled={newest === undefined} onClick={() => newest !== undefined && readAll.mutate(newest)} />
        <QuietMenu />
        <Link to="/settings/notifications" onClick={onLeave} aria-label={t('notifications.settings')} data-tooltip={t('notifications.settings')} className="grid size-control min-h-target min-w-target place-items-center rounded-md text-muted hover:bg-hover hover:text-text">
          <Settings className="size-4" />
        </Link>
      </header>
      <div className="shrink-0 border-b border-line-soft px-3 pb-2">
        <Tabs label={t('notifications.filter')} value={unread ? 'unread' : 'all'} tabs={[{ value: 'unread', label: t('notifications.filter.unread') }, { value: 'all', label: t('notifications.filter.all') }]} onChange={(next) => setUnread(next === 'unread')} />
      </div>
      <QuietLine />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {!items && !query.error && <SkeletonLines count={5} className="p-4" />}
        {!items && query.error && <div className="p-4"><LoadFailed error={query.error} retry={() => void query.refetch()} /></div>}
        {items?.length === 0 && (
          <EmptyState icon={<BellRing />} title={t(unread ? 'notifications.emptyUnread.title' : 'notifications.empty.title')}>
            {t(unread ? 'notifications.emptyUnread.text' : 'notifications.empty.text')}
          </EmptyState>
        )}
        <ul ref={list}>
          {groupBySubject(items ?? []).map((group) => (
            <NotificationGroup
              key={group.key}
              group={group}
              onOpen={() => {
                if (group.unread) readSome.mutate(readingOf(group));
                onLeave();
              }}
              onRead={() => readSome.mutate(readingOf(group))}
            />
          ))}
        </ul>
        {query.hasNextPage && (
          <div className="p-3 text-center">
            <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('common.showMore')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
