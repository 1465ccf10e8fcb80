import { Button, useNow } from '@ombud/ui';
import { useMutation } from '@tanstack/react-query';
import { Check, CircleAlert, Clock } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { retryDelivery } from '../store/ticket-api.ts';
import type { Delivery } from '../store/types.ts';

/** Where an answer is on its way; what failed says why and can be tried again. */
export function DeliveryState({ delivery, onUndo }: { delivery: Delivery; onUndo(): void }) {
  const t = useT();
  const formats = useFormats();
  const retry = useMutation({ mutationFn: () => retryDelivery(delivery.id) });
  const left = useSecondsUntil(delivery.status === 'queued' ? delivery.undo_until : null);

  if (delivery.status === 'failed') {
    return (
      <div role="alert" className="mt-2 flex max-w-[72ch] flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-red-soft px-2.5 py-1.5 text-small text-red">
        <CircleAlert aria-hidden className="size-3.5 shrink-0" />
        <span className="min-w-0 flex-1 break-words">
          <b>{t('tickets.delivery.failed')}</b> {delivery.last_error}
        </span>
        <Button tone="outline" busy={retry.isPending} onClick={() => retry.mutate()}>
          {t('common.retry')}
        </Button>
      </div>
    );
  }
  if (left > 0) {
    return (
      <p className="mt-1.5 flex items-center gap-2 text-small text-muted">
        <Clock aria-hidden className="size-3.5 text-faint" />
        <span className="tabular">{t('tickets.delivery.undoable', { seconds: left })}</span>
        <button type="button" onClick={onUndo} className="min-h-target rounded-sm px-1 font-strong text-accent-text underline-offset-2 hover:underline">
          {t('tickets.delivery.undo')}
        </button>
      </p>
    );
  }
  if (delivery.status === 'queued' || delivery.status === 'sending') {
    return (
      <p title={delivery.last_error ?? undefined} className="mt-1.5 flex items-center gap-1.5 text-small text-faint">
        <Clock aria-hidden className="size-3.5" />
        {delivery.attempts > 0 && delivery.last_error ? t('tickets.delivery.retrying', { count: delivery.attempts }) : t(`tickets.delivery.${delivery.status}`)}
      </p>
    );
  }
  if (delivery.status !== 'sent') return null;
  return (
    <p title={delivery.sent_at ? formats.fullDateTime(new Date(delivery.sent_at)) : undefined} className="mt-1 flex items-center gap-1 text-small text-faint">
      <Check aria-hidden className="size-3.5" />
      {t('tickets.delivery.sent')}
    </p>
  );
}

function useSecondsUntil(moment: string | null): number {
  const now = useNow(moment ? 'second' : 'minute');
  return moment ? Math.max(0, Math.ceil((new Date(moment).getTime() - Math.max(now, Date.now() - 1_000)) / 1_000)) : 0;
}
