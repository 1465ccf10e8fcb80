import { Button, Chip, EmptyState, RelativeTime, Select, SkeletonLines, Tabs, type Tone } from '@ombud/ui';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { ChevronRight, RotateCw, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';
import { outcomeWords } from './outcome.ts';
import { useWebhookActions } from './webhook-actions.ts';
import { deliveriesQuery, type Delivery, type DeliveryState, type Webhook } from './webhook-queries.ts';

const filters = ['all', 'waiting', 'failed', 'delivered'] as const;
const tones: Record<DeliveryState, Tone> = { waiting: 'amber', delivered: 'green', failed: 'red', dropped: 'neutral' };

/** What was sent and is to be sent, with what was answered; what failed is sent again from here. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const query = useInfiniteQuery(deliveriesQuery(webhook.id, filter === 'all' ? undefined : filter));
  const deliveries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('webhooks.log')} hint={t('webhooks.log.hint')}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Tabs<(typeof filters)[number]> label={t('webhooks.log.filter')} value={filter} tabs={filters.map((value) => ({ value, label: t(`webhooks.filter.${value}`) }))} onChange={setFilter} />
        {webhook.health.failed > 0 && <ReplayFailed webhook={webhook} />}
      </div>
      {query.isPending && <SkeletonLines count={4} />}
      {query.error && !query.data && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {query.data && deliveries.length === 0 && <EmptyState icon={<ScrollText />} title={t('webhooks.log.empty')} />}
      <ul aria-label={t('webhooks.log')} className="flex flex-col divide-y divide-line-soft empty:hidden">
        {deliveries.map((delivery) => <Entry key={delivery.id} webhook={webhook} delivery={delivery} />)}
      </ul>
      {query.hasNextPage && <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.showMore')}</Button>}
    </Section>
  );
}

function Entry({ webhook, delivery }: { webhook: Webhook; delivery: Delivery }) {
  const t = useT();
  const formats = useFormats();
  const { replay } = useWebhookActions();
  const [open, setOpen] = useState(false);
  const { id, state, type, attempts, next_attempt_at: next, last_attempt_at: last, duration_ms: took } = delivery;
  const outcome = outcomeWords(t, delivery);
  const facts: [string, string][] = [
    [t('webhooks.message'), delivery.message],
    [t('webhooks.attempts'), formats.number(attempts)],
    ...(last ? [[t('webhooks.lastAttempt'), formats.dateTime(new Date(last))] as [string, string]] : []),
    ...(outcome ? [[t('webhooks.outcome'), outcome] as [string, string]] : []),
    ...(next ? [[t('webhooks.nextAttempt'), formats.dateTime(new Date(next))] as [string, string]] : []),
  ];
  return (
    <li>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex min-h-10 w-full min-w-0 items-center gap-2 py-1.5 text-left hover:bg-hover">
        <ChevronRight aria-hidden className={open ? 'size-4 shrink-0 rotate-90 text-faint' : 'size-4 shrink-0 text-faint'} />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="min-w-0 truncate font-mono text-small">{type}</span>
          <Chip tone={tones[state]}>{t(`webhooks.delivery.${state}`)}</Chip>
          <span className="tabular text-small text-muted">{[delivery.status_code ?? '', took === null ? '' : t('webhooks.took', { ms: formats.number(took) })].filter(Boolean).join(' · ')}</span>
        </span>
        <RelativeTime at={delivery.created_at} className="shrink-0 text-small text-faint" />
      </button>
      {open && (
        <div className="pb-4 pl-6">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-small text-muted">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-faint">{name}</dt>
                <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
          {delivery.answer && <pre tabIndex={0} aria-label={t('webhooks.answer')} className="mt-2 max-h-60 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]">{delivery.answer}</pre>}
          {delivery.event !== null && <Button className="mt-3" icon={<RotateCw className="size-4" />} onClick={() => void replay(webhook, id)}>{t(state === 'waiting' ? 'webhooks.tryNow' : 'webhooks.replay')}</Button>}
        </div>
      )}
    </li>
  );
}

const spans = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 } as const;
type Span = keyof typeof spans;

function ReplayFailed({ webhook: { id } }: { webhook: Webhook }) {
  const t = useT();
  const { refresh } = useWebhookActions();
  const [span, setSpan] = useState<Span>('day');
  const replay = useMutation({
    mutationFn: () => api.post('/api/v1/webhooks/{id}/replay', { path: { id }, body: { since: new Date(Date.now() - spans[span]).toISOString() } }),
    onSuccess: ({ replayed, more }) => toastDone(more ? t('webhooks.replayed.more', { count: replayed }) : t('webhooks.replayed', { count: replayed })),
    onError: (error) => toastProblem(error),
    onSettled: refresh,
    meta: { quiet: true },
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select<Span> ariaLabel={t('webhooks.replaySince')} className="w-44" value={span} choices={(Object.keys(spans) as Span[]).map((value) => ({ value, label: t(`webhooks.since.${value}`) }))} onChange={setSpan} />
      <Button icon={<RotateCw className="size-4" />} busy={replay.isPending} onClick={() => replay.mutate()}>{t('webhooks.replayFailed')}</Button>
    </div>
  );
}
