import { useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import type { Webhook } from './webhook-queries.ts';

/** What is done with a webhook at once, and told afterwards. */
export function useWebhookActions() {
  const t = useT();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['webhooks'] });

  async function attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      toastProblem(error, () => void attempt(work));
    }
    await refresh();
  }
  const change = ({ id }: Webhook, body: Body<'/api/v1/webhooks/{id}', 'patch'>) => api.patch('/api/v1/webhooks/{id}', { path: { id }, body });

  return {
    refresh,
    setActive: (webhook: Webhook, active: boolean) =>
      attempt(async () => {
        await change(webhook, { status: active ? 'active' : 'paused' });
        if (active) toastDone(t('webhooks.done.resumed', { name: webhook.name }));
        else offerUndo(t('webhooks.done.paused', { name: webhook.name }), () => void attempt(async () => void (await change(webhook, { status: 'active' }))));
      }),
    takeOver: (webhook: Webhook) =>
      attempt(async () => {
        await change(webhook, { take_over: true });
        toastDone(t('webhooks.done.takenOver', { name: webhook.name }));
      }),
    remove: (webhook: Webhook) =>
      attempt(async () => {
        const path = { id: webhook.id };
        await api.delete('/api/v1/webhooks/{id}', { path });
        offerUndo(t('settings.done.removed', { name: webhook.name }), () => void attempt(async () => void (await api.post('/api/v1/webhooks/{id}/restore', { path }))));
      }),
    replay: ({ id }: Webhook, delivery: number) =>
      attempt(async () => {
        await api.post('/api/v1/webhooks/{id}/deliveries/{delivery}/replay', { path: { id, delivery } });
        toastDone(t('webhooks.done.replayed'));
      }),
  };
}
