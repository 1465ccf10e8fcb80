import { Avatar, Button, Chip, type Column, EmptyState, Field, MenuItem, MultiCombobox, Table, TextField, VisuallyHidden } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pencil, Plus, Route, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useCreate, useUpdate } from '../../../lib/resource.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { RoutingRuleDialog } from '../../routing/routing-rule-dialog.tsx';
import { routingRuleOptions, type RoutingRule } from '../../routing/routing-queries.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { useTellSaved } from '../parts/tell-saved.ts';
import type { Team } from '../types.ts';

export function TeamsPage() {
  const t = useT();
  const formats = useFormats();
  const teams = useQuery(listOf('teams', { show: 'all' }));
  const update = useUpdate('teams');
  const client = useQueryClient();
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  const [handing, setHanding] = useState<{ team: Team; rule: RoutingRule } | null>(null);

  async function openHanding(team: Team) {
    try {
      setHanding({ team, rule: await client.fetchQuery({ ...routingRuleOptions(team.id), staleTime: 0 }) });
    } catch (error) {
      toastProblem(error, () => void openHanding(team));
    }
  }

  async function setArchived(team: Team, archived: boolean) {
    try {
      await update(team.id, { archived });
      if (archived) offerUndo(t('settings.done.archived', { name: team.name }), () => void setArchived(team, false));
      else toastDone(t('settings.done.restored', { name: team.name }));
    } catch (error) {
      toastProblem(error, () => void setArchived(team, archived));
    }
  }

  const columns: Column<Team>[] = [
    { key: 'name', head: t('settings.name'), cell: (team) => <span className="flex min-w-0 items-center gap-2"><RowButton onClick={() => setEdited(team)}>{team.name}</RowButton>{team.hands_out && <Chip>{t('routing.handing.chip')}</Chip>}{team.archived && <Chip>{t('settings.archived')}</Chip>}</span> },
    {
      key: 'members',
      head: t('settings.teams.members'),
      wide: true,
      cell: ({ members }) => (
        <span className="flex items-center gap-2 text-muted" title={formats.list(members.map(({ name }) => name))}>
          <span className="flex gap-0.5">
            {members.slice(0, 5).map(({ id, name }) => (
              <Avatar key={id} name={name} />
            ))}
          </span>
          {t('settings.teams.members.count', { count: members.length })}
        </span>
      ),
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (team) => (
        <RowMenu name={team.name}>
          <MenuItem icon={<Pencil />} onSelect={() => setEdited(team)}>{t('common.edit')}</MenuItem>
          {!team.archived && <MenuItem icon={<Route />} onSelect={() => void openHanding(team)}>{t('routing.handing')}</MenuItem>}
          {team.archived ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(team, false)}>{t('settings.restore')}</MenuItem>
          ) : (
            <MenuItem icon={<Archive />} onSelect={() => void setArchived(team, true)}>{t('settings.archive')}</MenuItem>
          )}
        </RowMenu>
      ),
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setEdited('new')}>{t('settings.teams.add')}</Button>;

  return (
    <SettingsPage title={t('settings.teams.title')} lead={t('settings.teams.lead')} needs="teams.manage" action={teams.data?.length ? add : undefined}>
      <ListState query={teams} empty={<EmptyState icon={<UsersRound />} title={t('settings.teams.empty.title')} action={add}>{t('settings.teams.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('settings.teams.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {edited && <TeamDialog team={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {handing && <RoutingRuleDialog team={handing.team} rule={handing.rule} onClose={() => setHanding(null)} />}
    </SettingsPage>
  );
}

function TeamDialog({ team, onClose }: { team: Team | null; onClose(): void }) {
  const t = useT();
  const agents = useQuery(listOf('agents', { show: 'active' }));
  const create = useCreate('teams');
  const update = useUpdate('teams');
  const tellSaved = useTellSaved(team === null, onClose);
  const form = useEditForm({
    initial: { name: team?.name ?? '', members: (team?.members ?? []).map(({ id, name }) => ({ value: String(id), label: name })) },
    save: ({ name, members }) => {
      const body = { name, members: members.map(({ value }) => Number(value)) };
      return team ? update(team.id, body) : create(body);
    },
    onSaved: (saved) => tellSaved(saved.name),
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={team ? t('settings.teams.edit') : t('settings.teams.add')} form={form} submitLabel={team ? t('common.save') : t('settings.add')} onClose={onClose}>
      <TextField label={t('settings.name')} hint={t('settings.teams.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      <Field label={t('settings.teams.members')} hint={t('settings.teams.members.hint')} aside={t('common.optional')} error={form.errors.members}>
        <MultiCombobox
          value={form.values.members}
          choices={(agents.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(members) => form.set('members', members.map(({ value, label }) => ({ value, label })))}
          placeholder={t('settings.teams.members.placeholder')}
        />
      </Field>
    </FormDialog>
  );
}
