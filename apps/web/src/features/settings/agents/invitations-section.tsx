import { Chip, type Column, MenuItem, RelativeTime, Table, VisuallyHidden, type Tone } from '@ombud/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { listOf, useRemove } from '../../../lib/resource.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';
import { RowMenu } from '../parts/row-menu.tsx';
import type { Invitation, NewInvitation } from '../types.ts';

const tones: Record<Invitation['mail'], Tone> = { none: 'neutral', waiting: 'amber', sent: 'green', failed: 'red' };

/** Who has been invited and has not come yet; nothing at all when there is nobody. */
export function InvitationsSection({ onLink }: { onLink(invitation: NewInvitation, byChoice: boolean): void }) {
  const t = useT();
  const client = useQueryClient();
  const invitations = useQuery(listOf('invitations'));
  const remove = useRemove('invitations');
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  const renew = useMutation({
    mutationFn: ({ id, by }: { id: number; by: 'mail' | 'link' }) => api.post('/api/v1/invitations/{id}/renew', { path: { id }, body: { by } }),
    onSuccess: (renewed, { by }) => {
      if (renewed.link === null) toastDone(t('people.invitation.sentAgain', { email: renewed.email }));
      else onLink(renewed, by === 'link');
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  });

  async function withdraw({ id, email }: Invitation) {
    try {
      await remove(id);
      toastDone(t('people.invitation.withdrawn', { email }));
    } catch (error) {
      toastProblem(error);
    }
  }

  if (!invitations.data?.length) return null;
  const columns: Column<Invitation>[] = [
    {
      key: 'email',
      head: t('settings.email'),
      cell: (invitation) => (
        <span className="min-w-0">
          <span className="block truncate font-strong">{invitation.email}</span>
          <span className="block truncate text-small text-muted">
            {t(`settings.agents.role.${invitation.role}`)}
            {invitation.invited_by && <> · {t('people.invitation.by', { name: invitation.invited_by.name })}</>} · <RelativeTime at={invitation.created_at} />
          </span>
        </span>
      ),
    },
    { key: 'state', head: t('people.invitation.state'), cell: (invitation) => <State invitation={invitation} /> },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (invitation) => (
        <RowMenu name={invitation.email}>
          <MenuItem icon={<Send />} onSelect={() => renew.mutate({ id: invitation.id, by: 'mail' })}>{t('people.invitation.again')}</MenuItem>
          <MenuItem icon={<Link2 />} onSelect={() => renew.mutate({ id: invitation.id, by: 'link' })}>{t('people.invitation.link')}</MenuItem>
          <MenuItem icon={<Trash2 />} onSelect={() => setWithdrawing(invitation)}>{t('people.invitation.withdraw')}</MenuItem>
        </RowMenu>
      ),
    },
  ];
  return (
    <Section title={t('people.invitations')} hint={t('people.invitations.hint')} className="mt-8">
      <Table caption={t('people.invitations')} columns={columns} rows={invitations.data} rowKey={({ id }) => id} />
      {withdrawing && (
        <ConfirmDialog
          title={t('people.invitation.withdraw.title', { email: withdrawing.email })}
          text={t('people.invitation.withdraw.text')}
          confirmLabel={t('people.invitation.withdraw')}
          onConfirm={() => void withdraw(withdrawing)}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Section>
  );
}

function State({ invitation: { mail, expires_at } }: { invitation: Invitation }) {
  const t = useT();
  if (new Date(expires_at) < new Date()) return <Chip tone="amber">{t('people.invitation.expired')}</Chip>;
  return <Chip tone={tones[mail]}>{t(`people.invitation.mail.${mail}`)}</Chip>;
}
