import { Button, SkeletonLines } from '@ombud/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from './i18n.ts';
import { problemText } from './problem.ts';

export interface ListStateProps<Item> {
  query: UseQueryResult<Item[]>;
  empty: ReactNode;
  children(items: Item[]): ReactNode;
}

/** The four faces of a list: on its way, failed, nothing there, and itself. */
export function ListState<Item>({ query, empty, children }: ListStateProps<Item>) {
  if (query.data) return query.data.length === 0 ? empty : children(query.data);
  if (query.error) return <LoadFailed error={query.error} retry={() => void query.refetch()} />;
  return <SkeletonLines count={4} className="py-2" />;
}

export function LoadFailed({ error, retry }: { error: unknown; retry(): void }) {
  const t = useT();
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded-md bg-red-soft px-3 py-2 text-red">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{problemText(error)}</span>
      <Button onClick={retry}>{t('common.retry')}</Button>
    </div>
  );
}
