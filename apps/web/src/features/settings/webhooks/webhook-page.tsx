import { Button, SkeletonLines } from '@ombud/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, CircleAlert, FlaskConical, Pencil } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { SettingsPage } from '../parts/page.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { outcomeWords } from './outcome.ts';
import { SecretSection } from './secret-section.tsx';
import { useWebhookActions } from './webhook-actions.ts';
import { WebhookDialog } from './webhook-dialog.tsx';
import { webhookQuery, type Webhook } from './webhook-queries.ts';
import { stateOf, WebhookState } from './webhook-state.tsx';

const route = getRouteApi('/signed-in/settings/webhooks/$id');

/** One webhook: how it fares, what was sent to it, and how the other side checks it. */
export function WebhookPage() {
  const t = useT();
  const { id } = route.useParams();
  const webhook = useQuery(webhookQuery(id));
  const [editing, setEditing] = useState(false);
  return (
    <SettingsPage
      title={webhook.data?.name ?? t('webhooks.title')}
      lead={webhook.data ? <span className="[overflow-wrap:anywhere]">{webhook.data.url}</span> : t('webhooks.lead')}
      needs="settings.manage"
      action={webhook.data && <Button icon={<Pencil className="size-4" />} onClick={() => setEditing(true)}>{t('common.edit')}</Button>}
      back={
        <Link to="/settings/webhooks" className="mb-3 inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {t('webhooks.title')}
        </Link>
      }
    >
      {webhook.data && (
        <div key={webhook.data.id}>
          <Health webhook={webhook.data} />
          <DeliveryLog webhook={webhook.data} />
          <SecretSection webhook={webhook.data} />
        </div>
      )}
      {webhook.isPending && <SkeletonLines />}
      {webhook.error && !webhook.data && <LoadFailed error={webhook.error} retry={() => void webhook.refetch()} />}
      {editing && webhook.data && <WebhookDialog webhook={webhook.data} onClose={() => setEditing(false)} onCreated={() => {}} />}
    </SettingsPage>
  );
}

function Health({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const formats = useFormats();
  const { setActive, takeOver, refresh } = useWebhookActions();
  const test = useMutation({
    mutationFn: () => api.post('/api/v1/webhooks/{id}/test', { path: { id: webhook.id } }),
    onSuccess: (delivery) => (delivery.state === 'delivered' ? toastDone(t('webhooks.test.taken', { status: String(delivery.status_code) })) : undefined),
    onError: (error) => toastProblem(error),
    onSettled: refresh,
    meta: { quiet: true },
  });
  const state = stateOf(webhook);
  const { failing_since: since, last_delivered_at: last } = webhook.health;
  const explained = state === 'retrying' ? t('webhooks.explain.retrying', { since: since ? formats.dateTime(new Date(since)) : '' }) : state === 'ownerless' ? t('webhooks.explain.ownerless', { name: webhook.owner.name }) : t(`webhooks.explain.${state}`);
  return (
    <section aria-label={t('webhooks.health')} className="pb-7">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <WebhookState webhook={webhook} />
        <span className="min-w-0 flex-1 basis-60 text-muted">{explained}</span>
      </div>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-muted">
        <dt className="text-faint">{t('webhooks.lastDelivered')}</dt>
        <dd className="m-0">{last ? formats.dateTime(new Date(last)) : t('webhooks.never')}</dd>
        <dt className="text-faint">{t('webhooks.owner')}</dt>
        <dd className="m-0">{webhook.owner.name}</dd>
        <dt className="text-faint">{t('webhooks.events')}</dt>
        <dd className="m-0 [overflow-wrap:anywhere]">{webhook.event_types ? webhook.event_types.join(', ') : t('webhooks.events.all')}</dd>
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">
        {!webhook.owner_may && <Button tone="primary" onClick={() => void takeOver(webhook)}>{t('webhooks.takeOver')}</Button>}
        {webhook.status === 'active' ? <Button onClick={() => void setActive(webhook, false)}>{t('webhooks.pause')}</Button> : <Button tone="primary" onClick={() => void setActive(webhook, true)}>{t('webhooks.resume')}</Button>}
        <Button icon={<FlaskConical className="size-4" />} busy={test.isPending} onClick={() => test.mutate()}>{t('webhooks.test')}</Button>
      </div>
      <div role="alert" className="empty:hidden">
        {test.data?.state === 'failed' && !test.isPending && (
          <p className="mt-3 flex items-start gap-2 rounded-md bg-red-soft px-3 py-2 text-red">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t('webhooks.test.refused', { reason: outcomeWords(t, test.data) })}
          </p>
        )}
      </div>
    </section>
  );
}
