import { Button, EmptyState, MenuItem, SelectField, Table, TextField, VisuallyHidden, type Column } from '@ombud/ui';
import type { Shape } from '@ombud/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, GraduationCap, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { api, readAll } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { useTellSaved } from '../parts/tell-saved.ts';

type Skill = Shape<'Skill'>;
const kinds = ['product', 'technology', 'language', 'certificate'] as const;

export function SkillsPage() {
  const t = useT();
  const query = useQuery({ queryKey: ['skills', 'all'], queryFn: ({ signal }): Promise<Skill[]> => readAll('/api/v1/skills', { show: 'all' }, signal), enabled: useMay('teams.manage') });
  const [edited, edit] = useState<Skill | 'new' | null>(null);
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => edit('new')}>{t('people.skills.add')}</Button>;
  return (
    <SettingsPage title={t('people.skills.title')} lead={t('people.skills.lead')} needs="teams.manage" action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<GraduationCap />} title={t('people.skills.empty')} action={add}>{t('people.skills.empty.text')}</EmptyState>}>
        {(skills) => <Groups skills={skills} edit={edit} />}
      </ListState>
      {edited && <SkillDialog skill={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </SettingsPage>
  );
}

/** By kind, then what was archived. */
function Groups({ skills, edit }: { skills: Skill[]; edit(skill: Skill): void }) {
  const t = useT();
  const { compare } = useFormats();
  const sorted = skills.toSorted((one, other) => compare(one.name, other.name));
  const groups = [
    ...kinds.map((kind) => ({ key: kind as string, title: t(`people.kinds.${kind}`), skills: sorted.filter((skill) => skill.kind === kind && !skill.archived) })),
    { key: 'archived', title: t('settings.archived'), skills: sorted.filter(({ archived }) => archived) },
  ];
  return groups
    .filter((group) => group.skills.length > 0)
    .map((group) => (
      <section key={group.key} aria-label={group.title} className="pb-9">
        <h2 className="text-title">{group.title}</h2>
        <SkillTable caption={group.title} skills={group.skills} edit={edit} />
      </section>
    ));
}

function SkillTable({ caption, skills, edit }: { caption: string; skills: Skill[]; edit(skill: Skill): void }) {
  const t = useT();
  const client = useQueryClient();
  async function setArchived(skill: Skill, archived: boolean) {
    try {
      await api.patch('/api/v1/skills/{id}', { path: { id: skill.id }, body: { archived } });
      if (archived) offerUndo(t('settings.done.archived', { name: skill.name }), () => void setArchived(skill, false));
      else toastDone(t('settings.done.restored', { name: skill.name }));
    } catch (error) {
      toastProblem(error);
    }
    await Promise.all(['skills', 'availability'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  }
  const columns: Column<Skill>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (skill) => (
        <span className="flex min-w-0 items-center gap-2">
          {skill.archived ? <span className="truncate text-muted">{skill.name}</span> : <RowButton onClick={() => edit(skill)}>{skill.name}</RowButton>}
          <span className="text-small text-faint">{skill.language ?? (skill.archived && t(`people.kind.${skill.kind}`))}</span>
        </span>
      ),
    },
    { key: 'people', head: t('people.skills.who'), cell: ({ people }) => <span className="tabular text-muted">{t('people.skills.count', { count: people })}</span> },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (skill) => (
        <RowMenu name={skill.name}>
          {!skill.archived && <MenuItem icon={<Pencil />} onSelect={() => edit(skill)}>{t('common.edit')}</MenuItem>}
          {skill.archived ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(skill, false)}>{t('settings.restore')}</MenuItem>
          ) : (
            <MenuItem icon={<Archive />} onSelect={() => void setArchived(skill, true)}>{t('settings.archive')}</MenuItem>
          )}
        </RowMenu>
      ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={skills} rowKey={({ id }) => id} />;
}

function SkillDialog({ skill, onClose }: { skill: Skill | null; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const tellSaved = useTellSaved(skill === null, onClose);
  const form = useEditForm({
    initial: { kind: skill?.kind ?? 'product', name: skill?.name ?? '', language: skill?.language ?? '' },
    save: async ({ kind, name, language }) => {
      const saved = skill ? await api.patch('/api/v1/skills/{id}', { path: { id: skill.id }, body: { name } }) : await api.post('/api/v1/skills', { body: { kind, name, ...(kind === 'language' && { language: language.trim().toLowerCase() }) } });
      await Promise.all(['skills', 'availability'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      return saved;
    },
    onSaved: (saved) => tellSaved(saved.name),
    validate: ({ kind, name, language }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      language: kind === 'language' && !/^[a-z]{2,3}$/i.test(language.trim()) ? t('people.skill.code.wrong') : undefined,
    }),
  });
  return (
    <FormDialog title={skill ? t('people.skills.edit') : t('people.skills.add')} form={form} submitLabel={skill ? t('common.save') : t('settings.add')} onClose={onClose}>
      {!skill && <SelectField label={t('people.skills.kind')} hint={t('people.skills.kind.hint')} value={form.values.kind} choices={kinds.map((kind) => ({ value: kind, label: t(`people.kind.${kind}`) }))} onChange={(kind) => form.set('kind', kind)} />}
      <TextField label={t('settings.name')} hint={t('people.skills.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={100} autoComplete="off" />
      {!skill && form.values.kind === 'language' && <TextField label={t('people.skill.code')} hint={t('people.skill.code.hint')} value={form.values.language} onValueChange={(language) => form.set('language', language)} error={form.errors.language} maxLength={3} autoComplete="off" />}
    </FormDialog>
  );
}
