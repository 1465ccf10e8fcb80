import { Button, Chip, type Column, EmptyState, MenuItem, MenuSeparator, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeftRight, AtSign, Pencil, Plus, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useUpdate } from '../../../lib/resource.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import type { Inbox } from '../types.ts';
import { InboxDialog } from './inbox-dialog.tsx';
import { MailboxState } from './mailbox-state.tsx';

export function InboxesPage() {
  const t = useT();
  const client = useQueryClient();
  const inboxes = useQuery(listOf('inboxes'));
  const navigate = useNavigate();
  const open = ({ id }: Inbox) => void navigate({ to: '/settings/inboxes/$id', params: { id } });
  const update = useUpdate('inboxes');
  const [edited, setEdited] = useState<Inbox | 'new' | null>(null);
  const [removing, setRemoving] = useState<Inbox | null>(null);

  async function setActive(inbox: Inbox, active: boolean) {
    try {
      await update(inbox.id, { active });
      if (!active) offerUndo(t('settings.done.switchedOff', { name: inbox.address }), () => void setActive(inbox, true));
      else toastDone(t('settings.done.switchedOn', { name: inbox.address }));
    } catch (error) {
      toastProblem(error, () => void setActive(inbox, active));
    }
  }

  async function remove(inbox: Inbox) {
    try {
      const { outcome } = await api.delete('/api/v1/inboxes/{id}', { path: { id: inbox.id } });
      await client.invalidateQueries({ queryKey: ['inboxes'] });
      toastDone(outcome === 'removed' ? t('settings.done.removed', { name: inbox.address }) : t('settings.inboxes.deactivated', { address: inbox.address }));
    } catch (error) {
      toastProblem(error, () => void remove(inbox));
    }
  }

  const columns: Column<Inbox>[] = [
    {
      key: 'address',
      head: t('settings.inboxes.address'),
      cell: (inbox) => (
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <RowButton onClick={() => open(inbox)}>{inbox.address}</RowButton>
          {!inbox.active && <Chip>{t('settings.switchedOff')}</Chip>}
          {inbox.mailbox && (inbox.active || inbox.mailbox.state !== 'off') && <MailboxState state={inbox.mailbox.state} />}
          {inbox.has_smtp && <Chip tone="blue">{t('settings.inboxes.smtp.own')}</Chip>}
          {inbox.name !== '' && <span className="w-full truncate text-small text-muted">{inbox.name}</span>}
        </span>
      ),
    },
    { key: 'brand', head: t('settings.inboxes.brand'), wide: true, className: 'max-w-48', cell: ({ brand }) => <span className="flex min-w-0 items-center gap-2 text-muted"><BrandDot color={brand.color} /><span className="truncate">{brand.name}</span></span> },
    { key: 'team', head: t('settings.inboxes.team'), wide: true, className: 'max-w-40', cell: ({ team }) => <span className="block truncate text-muted">{team?.name ?? t('settings.inboxes.noTeam')}</span> },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (inbox) => (
        <RowMenu name={inbox.address}>
          <MenuItem icon={<ArrowLeftRight />} onSelect={() => open(inbox)}>{t('settings.inboxes.open')}</MenuItem>
          <MenuItem icon={<Pencil />} onSelect={() => setEdited(inbox)}>{t('common.edit')}</MenuItem>
          <MenuItem icon={<Power />} onSelect={() => void setActive(inbox, !inbox.active)}>{inbox.active ? t('settings.agents.deactivate') : t('settings.agents.activate')}</MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onSelect={() => setRemoving(inbox)}>{t('common.delete')}</MenuItem>
        </RowMenu>
      ),
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setEdited('new')}>{t('settings.inboxes.add')}</Button>;

  return (
    <SettingsPage title={t('settings.inboxes.title')} lead={t('settings.inboxes.lead')} needs="settings.manage" action={inboxes.data?.length ? add : undefined}>
      <ListState query={inboxes} empty={<EmptyState icon={<AtSign />} title={t('settings.inboxes.empty.title')} action={add}>{t('settings.inboxes.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('settings.inboxes.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {edited && <InboxDialog inbox={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {removing && (
        <ConfirmDialog
          title={t('settings.inboxes.remove.title', { address: removing.address })}
          text={t('settings.inboxes.remove.text')}
          confirmLabel={t('common.delete')}
          onConfirm={() => void remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </SettingsPage>
  );
}
