import { Avatar, Button, Chip, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { IdCard, Pencil, Plus, Power } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useUpdate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import type { Agent } from '../types.ts';
import { AgentDialog } from './agent-dialog.tsx';

export function AgentsPage() {
  const t = useT();
  const me = useMe();
  const agents = useQuery(listOf('agents', { show: 'all' }));
  const update = useUpdate('agents');
  const [edited, setEdited] = useState<Agent | 'new' | null>(null);

  async function setActive(agent: Agent, active: boolean) {
    try {
      await update(agent.id, { active });
      if (!active) offerUndo(t('settings.done.switchedOff', { name: agent.name }), () => void setActive(agent, true));
    } catch (error) {
      toastProblem(error);
    }
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
              <RowButton onClick={() => setEdited(agent)}>{agent.name}</RowButton>
              {agent.id === me.agent.id && <span className="text-small text-faint">{t('settings.agents.you')}</span>}
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
          <MenuItem icon={<Pencil />} onSelect={() => setEdited(agent)}>{t('common.edit')}</MenuItem>
          <MenuItem icon={<Power />} disabled={agent.id === me.agent.id} onSelect={() => void setActive(agent, !agent.active)}>
            {agent.active ? t('settings.agents.deactivate') : t('settings.agents.activate')}
          </MenuItem>
        </RowMenu>
      ),
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setEdited('new')}>{t('settings.agents.add')}</Button>;

  return (
    <SettingsPage title={t('settings.agents.title')} lead={t('settings.agents.lead')} needs="agents.manage" action={add}>
      <ListState query={agents} empty={<EmptyState icon={<IdCard />} title={t('settings.agents.title')} action={add} />}>
        {(items) => <Table caption={t('settings.agents.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {edited && <AgentDialog agent={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsPage>
  );
}
