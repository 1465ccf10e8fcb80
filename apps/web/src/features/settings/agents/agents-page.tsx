import { Avatar, Button, Chip, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BookOpen, IdCard, Pencil, Plus, Power, ShieldCheck, ShieldOff, SlidersHorizontal, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useUpdate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { SecretDialog } from '../parts/secret-dialog.tsx';
import type { Agent, NewInvitation } from '../types.ts';
import { AgentDialog } from './agent-dialog.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import { OpeningsDialog } from './openings-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';

type Shown = { edited: Agent | null } | { leaving: Agent } | { read: Agent } | { resetting: Agent } | { linked: NewInvitation; byChoice: boolean } | 'invite';

export function AgentsPage() {
  const t = useT();
  const me = useMe();
  const agents = useQuery(listOf('agents', { show: 'all', clients: 'also' }));
  const update = useUpdate('agents');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);

  async function attempt(work: () => Promise<unknown>, done?: string) {
    try {
      await work();
      if (done) toastDone(done);
    } catch (error) {
      toastProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['agents'] });
  }

  function invited(invitation: NewInvitation) {
    if (invitation.link !== null) return setShown({ linked: invitation, byChoice: false });
    close();
    toastDone(t('people.invite.sent', { email: invitation.email }));
  }

  const columns: Column<Agent>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (agent) => (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={agent.name} size="medium" />
          <span className="min-w-0">
            <span className="flex min-w-0 flex-wrap items-center gap-x-2">
              <RowButton onClick={() => setShown({ edited: agent })}>{agent.name}</RowButton>
              {agent.id === me.agent.id && <span className="text-small text-faint">{t('settings.agents.you')}</span>}
              {agent.second_factor && <ShieldCheck aria-label={t('people.factor.has')} role="img" className="size-4 text-green" />}
              {!agent.active && <Chip>{t('settings.switchedOff')}</Chip>}
              {agent.active && agent.can_sign_in === false && <Chip tone="amber">{t('settings.agents.noPassword')}</Chip>}
            </span>
            <span className="block truncate text-small text-muted">
              <span className="sm:hidden">{t(`settings.agents.role.${agent.role}`)} · </span>
              {agent.email}
            </span>
          </span>
        </span>
      ),
    },
    { key: 'role', head: t('settings.agents.role'), wide: true, cell: ({ role }) => <span className="text-muted">{t(`settings.agents.role.${role}`)}</span> },
    {
      key: 'brands',
      head: t('settings.agents.brands'),
      wide: true,
      cell: ({ all_brands, brands = [] }) => <span className="text-muted">{all_brands ? t('settings.agents.brands.all') : t('settings.agents.brands.count', { count: brands.length })}</span>,
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (agent) => (
        <RowMenu name={agent.name}>
          <MenuItem icon={<Pencil />} onSelect={() => setShown({ edited: agent })}>{t('common.edit')}</MenuItem>
          {agent.active && agent.role !== 'viewer' && agent.role !== 'client' && <MenuItem icon={<SlidersHorizontal />} onSelect={() => void navigate({ to: '/settings/people/$id', params: { id: agent.id } })}>{t('people.arrange')}</MenuItem>}
          {agent.role === 'client' && <MenuItem icon={<BookOpen />} onSelect={() => setShown({ read: agent })}>{t('clients.openings')}</MenuItem>}
          {agent.second_factor && agent.id !== me.agent.id && (
            <MenuItem icon={<ShieldOff />} onSelect={() => setShown({ resetting: agent })}>{t('people.factor.reset')}</MenuItem>
          )}
          {agent.active ? (
            <MenuItem icon={<Power />} disabled={agent.id === me.agent.id} onSelect={() => setShown({ leaving: agent })}>{t('people.leave')}</MenuItem>
          ) : (
            <MenuItem icon={<Power />} onSelect={() => void attempt(() => update(agent.id, { active: true }), t('settings.done.switchedOn', { name: agent.name }))}>{t('settings.agents.activate')}</MenuItem>
          )}
        </RowMenu>
      ),
    },
  ];
  const add = (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Plus className="size-4" />} onClick={() => setShown({ edited: null })}>{t('settings.agents.add')}</Button>
      <Button tone="primary" icon={<UserRoundPlus className="size-4" />} onClick={() => setShown('invite')}>{t('people.invite')}</Button>
    </div>
  );

  return (
    <SettingsPage title={t('settings.agents.title')} lead={t('settings.agents.lead')} needs="agents.manage" action={add}>
      <ListState query={agents} empty={<EmptyState icon={<IdCard />} title={t('settings.agents.title')} action={add} />}>
        {(items) => <Table caption={t('settings.agents.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      <InvitationsSection onLink={(linked, byChoice) => setShown({ linked, byChoice })} />
      {shown === 'invite' && <InviteDialog onInvited={invited} onClose={close} />}
      {shown && typeof shown === 'object' && 'edited' in shown && <AgentDialog agent={shown.edited} onClose={close} />}
      {shown && typeof shown === 'object' && 'read' in shown && <OpeningsDialog agent={shown.read} onClose={close} />}
      {shown && typeof shown === 'object' && 'leaving' in shown && <DeactivateDialog agent={shown.leaving} onClose={close} />}
      {shown && typeof shown === 'object' && 'linked' in shown && shown.linked.link !== null && (
        <SecretDialog
          title={shown.byChoice ? t('people.invitation.copy.title') : t('people.invitation.copy.noServer')}
          text={t('people.invitation.copy.text', { email: shown.linked.email })}
          label={t('people.invitation.copy.label')}
          secret={shown.linked.link}
          doneLabel={t('settings.tokens.done')}
          onClose={close}
        />
      )}
      {shown && typeof shown === 'object' && 'resetting' in shown && (
        <ConfirmDialog
          title={t('people.factor.reset.title', { name: shown.resetting.name })}
          text={t('people.factor.reset.text')}
          confirmLabel={t('people.factor.reset')}
          onConfirm={() => void attempt(() => api.post('/api/v1/agents/{id}/reset-second-factor', { path: { id: shown.resetting.id } }), t('people.factor.reset.done', { name: shown.resetting.name }))}
          onClose={close}
        />
      )}
    </SettingsPage>
  );
}
