import { Button, cx, Dialog, EmptyState, RelativeTime, SkeletonLines } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { runsOptions, type Automation } from '../../automations/automation-queries.ts';
import { useRunWords } from '../../automations/run-words.ts';

/** What it did, ticket by ticket, the newest first. */
export function LogDialog({ automation, onClose }: { automation: Automation; onClose(): void }) {
  const t = useT();
  const words = useRunWords();
  const query = useInfiniteQuery(runsOptions(automation.id));
  const runs = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('automations.log.of', { name: automation.name })} width="wide" readOnly actions={<Button onClick={onClose}>{t('common.close')}</Button>}>
      {query.isPending && <SkeletonLines count={4} />}
      {query.error && !query.data && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {query.data && runs.length === 0 && <EmptyState icon={<ScrollText />} title={t('automations.log.empty')} />}
      <ul aria-label={t('automations.log')} className="m-0 flex list-none flex-col divide-y divide-line-soft p-0">
        {runs.map((run) => (
          <li key={run.id} className="flex flex-col py-2">
            <span className="flex items-baseline justify-between gap-3">
              <a href={`/inbox/all/${run.ticket.number}`} target="_blank" rel="noreferrer" className="min-w-0 truncate hover:underline"><span className="tabular text-muted">#{run.ticket.number}</span> {run.ticket.subject}</a>
              <span className="shrink-0 text-small text-faint"><RelativeTime at={run.created_at} /></span>
            </span>
            <span className={cx('text-small [overflow-wrap:anywhere]', run.outcome === 'refused' || run.outcome === 'stopped' ? 'text-red' : 'text-muted')}>{words(run)}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.showMore')}</Button>}
    </Dialog>
  );
}
