import { Button, type Column, EmptyState, MenuItem, MenuSeparator, RelativeTime, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Pause, Pencil, Play, Plus, ScrollText, Trash2, UserRoundCheck, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf } from '../../../lib/resource.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { SecretDialog } from '../parts/secret-dialog.tsx';
import { useWebhookActions } from './webhook-actions.ts';
import { WebhookDialog } from './webhook-dialog.tsx';
import type { NewWebhook, Webhook } from './webhook-queries.ts';
import { WebhookState } from './webhook-state.tsx';

type Shown = { edited: Webhook | null } | { made: NewWebhook } | null;

/** Other programs that hear of what happens here, and how they fare. */
export function WebhooksPage() {
  const t = useT();
  const { number } = useFormats();
  const navigate = useNavigate();
  const webhooks = useQuery({ ...listOf('webhooks'), refetchInterval: 10_000 });
  const { setActive, takeOver, remove } = useWebhookActions();
  const [shown, show] = useState<Shown>(null);
  const open = ({ id }: { id: number }) => void navigate({ to: '/settings/webhooks/$id', params: { id } });

  const columns: Column<Webhook>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (webhook) => (
        <span className="flex min-w-0 flex-col items-start py-0.5">
          <span className="flex max-w-full min-w-0 flex-wrap items-center gap-x-2">
            <RowButton onClick={() => open(webhook)}>{webhook.name}</RowButton>
            <WebhookState webhook={webhook} />
          </span>
          <span className="max-w-full truncate text-small text-muted">{webhook.url}</span>
          <span className="max-w-full truncate text-small text-faint">{webhook.event_types ? webhook.event_types.join(', ') : t('webhooks.events.all')}</span>
        </span>
      ),
    },
    { key: 'delivered', head: t('webhooks.lastDelivered'), wide: true, cell: ({ health }) => <span className="text-muted">{health.last_delivered_at ? <RelativeTime at={health.last_delivered_at} /> : t('webhooks.never')}</span> },
    {
      key: 'open',
      head: t('webhooks.openDeliveries'),
      wide: true,
      align: 'end',
      cell: ({ health }) => (
        <span className="tabular flex flex-col items-end text-small text-muted">
          <span>{t('webhooks.count.waiting', { shown: atMost(number, health.waiting) })}</span>
          {health.failed > 0 && <span className="text-red">{t('webhooks.count.failed', { shown: atMost(number, health.failed) })}</span>}
        </span>
      ),
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (webhook) => (
        <RowMenu name={webhook.name}>
          <MenuItem icon={<ScrollText />} onSelect={() => open(webhook)}>{t('webhooks.log')}</MenuItem>
          <MenuItem icon={<Pencil />} onSelect={() => show({ edited: webhook })}>{t('common.edit')}</MenuItem>
          {webhook.status === 'active' ? <MenuItem icon={<Pause />} onSelect={() => void setActive(webhook, false)}>{t('webhooks.pause')}</MenuItem> : <MenuItem icon={<Play />} onSelect={() => void setActive(webhook, true)}>{t('webhooks.resume')}</MenuItem>}
          {!webhook.owner_may && <MenuItem icon={<UserRoundCheck />} onSelect={() => void takeOver(webhook)}>{t('webhooks.takeOver')}</MenuItem>}
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onSelect={() => void remove(webhook)}>{t('common.delete')}</MenuItem>
        </RowMenu>
      ),
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => show({ edited: null })}>{t('webhooks.add')}</Button>;

  return (
    <SettingsPage title={t('webhooks.title')} lead={t('webhooks.lead')} needs="settings.manage" action={webhooks.data?.length ? add : undefined}>
      <ListState query={webhooks} empty={<EmptyState icon={<WebhookIcon />} title={t('webhooks.empty.title')} action={add}>{t('webhooks.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('webhooks.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {shown && 'edited' in shown && <WebhookDialog webhook={shown.edited} onClose={() => show(null)} onCreated={(made) => show({ made })} />}
      {shown && 'made' in shown && (
        <SecretDialog
          title={t('webhooks.secret.made')}
          text={t('webhooks.secret.text')}
          label={t('webhooks.secret')}
          secret={shown.made.secret}
          doneLabel={t('webhooks.secret.done')}
          onClose={() => {
            show(null);
            open(shown.made);
          }}
        />
      )}
    </SettingsPage>
  );
}

/** Counts stop at 1,000. */
const atMost = (number: (value: number) => string, count: number) => (count >= 1_000 ? `${number(999)}+` : number(count));
