import { Button, Chip, IconButton, Select, SelectField, Table, TextField, VisuallyHidden, type Column } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { api, readAll } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { workOptions, type AgentWork } from '../../availability/availability-queries.ts';
import { readFields } from '../../tickets/composer/zoned-time.ts';
import { dayAfter, lastDay } from '../guidelines/guideline-draft.ts';
import { Section } from '../parts/page.tsx';

type Skill = AgentWork['skills'][number];
const levels = ['1', '2', '3', '4', '5'] as const;
type Level = (typeof levels)[number];

/** What they know, how well, and until when: every change counts at once. */
export function PersonSkills({ work }: { work: AgentWork }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const path = (skill: number) => ({ id: work.agent.id, skill });

  async function change(send: () => Promise<AgentWork>, done?: () => void) {
    try {
      client.setQueryData(workOptions(work.agent.id).queryKey, await send());
      done?.();
      return true;
    } catch (error) {
      toastProblem(error);
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: ['availability'] });
      void client.invalidateQueries({ queryKey: ['skills'] });
    }
  }
  const give = (skill: Pick<Skill, 'id' | 'level' | 'expires_at'>) => change(() => api.put('/api/v1/agents/{id}/skills/{skill}', { path: path(skill.id), body: { level: skill.level, expires_at: skill.expires_at } }));
  const take = (skill: Skill) => change(() => api.delete('/api/v1/agents/{id}/skills/{skill}', { path: path(skill.id) }), () => offerUndo(t('people.skill.taken', { name: skill.name }), () => void give(skill)));
  const zone = useMe().agent.time_zone;

  const columns: Column<Skill>[] = [
    {
      key: 'name',
      head: t('people.skill'),
      cell: (skill) => (
        <span className="flex min-w-0 flex-col items-start">
          <span className="max-w-full truncate font-strong">{skill.name}</span>
          <span className="text-small text-muted">
            {t(`people.kind.${skill.kind}`)}
            {skill.expires_at && ` · ${t(skill.counts ? 'people.skill.until' : 'people.skill.expired', { when: formats.day(lastDay(new Date(skill.expires_at), zone)) })}`}
          </span>
          {!skill.counts && <Chip tone="amber">{t('people.skill.counts.not')}</Chip>}
        </span>
      ),
    },
    {
      key: 'level',
      head: t('people.level'),
      cell: (skill) => (
        <Select<Level> ariaLabel={t('people.level.of', { name: skill.name })} value={String(skill.level) as Level /* 1 to 5, as the server says */} choices={levels.map((level) => ({ value: level, label: level, hint: t(`people.level.${level}`) }))} onChange={(level) => void give({ ...skill, level: Number(level) })} className="w-20" />
      ),
    },
    { key: 'menu', head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>, align: 'end', className: 'w-10', cell: (skill) => <IconButton label={t('people.skill.take', { name: skill.name })} icon={<X />} onClick={() => void take(skill)} /> },
  ];
  return (
    <Section title={t('people.skills')} hint={t('people.skills.hint')}>
      {work.skills.length > 0 && <Table caption={t('people.skills')} columns={columns} rows={work.skills} rowKey={({ id }) => id} />}
      <AddSkill had={work.skills.map(({ id }) => id)} zone={zone} onAdd={give} />
    </Section>
  );
}

function AddSkill({ had, zone, onAdd }: { had: readonly number[]; zone: string; /** False when it was refused */ onAdd(skill: Pick<Skill, 'id' | 'level' | 'expires_at'>): Promise<boolean> }) {
  const t = useT();
  const { compare } = useFormats();
  const known = useQuery({ queryKey: ['skills', 'active'], queryFn: ({ signal }) => readAll('/api/v1/skills', { show: 'active' }, signal) });
  const [chosen, choose] = useState<string | null>(null);
  const [level, setLevel] = useState<Level>('3');
  const [until, setUntil] = useState('');
  const choices = (known.data ?? []).filter(({ id }) => !had.includes(id)).toSorted((one, other) => compare(one.name, other.name)).map(({ id, name, kind }) => ({ value: String(id), label: name, hint: t(`people.kind.${kind}`) }));
  if (known.data?.length === 0) return <p className="text-muted">{t('people.skills.nothing')} <Link to="/settings/skills" className="text-accent-text underline">{t('people.skills.title')}</Link></p>;
  async function add() {
    if (chosen === null) return;
    const expires = until === '' ? null : (readFields({ date: dayAfter(until), time: '00:00' }, zone)?.toISOString() ?? null);
    if (!(await onAdd({ id: Number(chosen), level: Number(level), expires_at: expires }))) return;
    choose(null);
    setUntil('');
  }
  return (
    <form
      className="mt-4 grid max-w-xl items-end gap-3 sm:grid-cols-[1fr_7rem_9.5rem_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <SelectField label={t('people.skill.add')} value={chosen} choices={choices} onChange={choose} placeholder={t('people.skill.choose')} disabled={choices.length === 0} />
      <SelectField<Level> label={t('people.level')} value={level} choices={levels.map((each) => ({ value: each, label: each, hint: t(`people.level.${each}`) }))} onChange={setLevel} />
      <TextField label={t('people.skill.valid')} aside={t('common.optional')} type="date" max="9999-12-30" value={until} onValueChange={setUntil} />
      <Button type="submit" icon={<Plus className="size-4" />} disabled={chosen === null}>{t('settings.add')}</Button>
    </form>
  );
}
