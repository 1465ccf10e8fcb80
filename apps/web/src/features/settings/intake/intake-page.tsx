import { Button, Chip, type Column, EmptyState, FileSize, RelativeTime, Table, Tabs, VisuallyHidden } from '@ombud/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MailCheck, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf } from '../../../lib/resource.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { SettingsPage } from '../parts/page.tsx';
import type { IntakeMail } from '../types.ts';

const statuses = ['failed', 'blocked'] as const;

export function IntakePage() {
  const t = useT();
  const client = useQueryClient();
  const [status, setStatus] = useState<(typeof statuses)[number]>('failed');
  const mails = useQuery(listOf('intake', { status }));
  const retry = useMutation({
    mutationFn: (id: number) => api.post('/api/v1/intake/{id}/retry', { path: { id } }),
    onSuccess: () => toastDone(t('settings.intake.retried')),
    onSettled: () => client.invalidateQueries({ queryKey: ['intake'] }),
  });

  const columns: Column<IntakeMail>[] = [
    {
      key: 'from',
      head: t('settings.intake.from'),
      cell: (mail) => (
        <>
          <span className="block truncate font-strong">{mail.envelope_from || t('settings.intake.noSender')}</span>
          {mail.error && <span className="line-clamp-2 text-small text-red [overflow-wrap:anywhere]">{mail.error}</span>}
          {!mail.error && mail.status === 'blocked' && <Chip tone="amber">{t('settings.intake.status.blocked')}</Chip>}
        </>
      ),
    },
    { key: 'inbox', head: t('settings.intake.inbox'), wide: true, className: 'max-w-52', cell: ({ inbox }) => <span className="block truncate text-muted">{inbox.address}</span> },
    {
      key: 'when',
      head: t('settings.intake.when'),
      wide: true,
      cell: ({ created_at, size }) => (
        <span className="text-muted">
          <RelativeTime at={created_at} className="block" />
          <FileSize bytes={size} className="text-small text-faint" />
        </span>
      ),
    },
    {
      key: 'retry',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      cell: ({ id }) => (
        <Button icon={<RotateCw className="size-4" />} busy={retry.isPending && retry.variables === id} onClick={() => retry.mutate(id)}>
          {t('settings.intake.retry')}
        </Button>
      ),
    },
  ];

  return (
    <SettingsPage title={t('settings.intake.title')} lead={t('settings.intake.lead')} needs="settings.manage">
      <Tabs<typeof status> label={t('settings.intake.filter')} className="mb-5" value={status} tabs={statuses.map((value) => ({ value, label: t(`settings.intake.status.${value}`) }))} onChange={setStatus} />
      <ListState query={mails} empty={<EmptyState icon={<MailCheck />} title={t('settings.intake.empty.title')}>{t('settings.intake.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('settings.intake.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
    </SettingsPage>
  );
}
