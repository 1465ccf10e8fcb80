import { Chip, SelectField, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { listOf } from '../../../lib/resource.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { AvailabilityDot } from '../../availability/availability-dot.tsx';
import { workOptions, type AgentWork } from '../../availability/availability-queries.ts';
import { useSkillWords, useStateWords } from '../../availability/work-words.ts';
import { useCalendarName } from '../calendars/calendar-words.ts';
import { PageForm } from '../parts/page-form.tsx';
import { Section, SettingsPage } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { PersonSkills } from './person-skills.tsx';
import { ShiftsSection } from './shifts-section.tsx';
import { TimeOffSection } from './time-off-section.tsx';

const route = getRouteApi('/signed-in/settings/people/$id');
/** Nothing written is the usual. */
const isLimit = (text = ''): boolean => text.trim() === '' || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 500);

/** What cases come by, those with people behind them first. */
const channels = ['email', 'phone', 'chat', 'form', 'web', 'walk_in', 'letter', 'api'] as const;

/** What somebody takes, and when they are there: for leads, and for everybody their own. */
export function PersonPage() {
  const t = useT();
  const { id } = route.useParams();
  const { agent } = useMe();
  const leads = useMay('teams.manage');
  const work = useQuery(workOptions(id));
  const stateWords = useStateWords();
  return (
    <SettingsPage
      title={work.data?.agent.name ?? t('people.today.title')}
      lead={t('people.person.lead')}
      needs={id === agent.id ? 'tickets.write' : 'teams.manage'}
      back={leads && (
        <Link to="/settings/people" className="mb-3 inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {t('people.today.title')}
        </Link>
      )}
    >
      {work.data && (
        <>
          <p className="mb-6 flex items-center gap-2 text-muted">
            <AvailabilityDot availability={work.data.availability} />
            <span className="min-w-0">{stateWords(work.data).join(' · ')}</span>
          </p>
          {work.data.may_edit ? <Arranged key={work.data.agent.id} work={work.data} /> : <Told work={work.data} />}
          {(work.data.may_edit || id === agent.id) && <TimeOffSection agentId={id} />}
          {(work.data.may_edit || id === agent.id) && <ShiftsSection agentId={id} />}
        </>
      )}
      {work.isLoading && <SkeletonLines />}
      {work.error && !work.data && <LoadFailed error={work.error} retry={() => void work.refetch()} />}
    </SettingsPage>
  );
}

function Arranged({ work }: { work: AgentWork }) {
  const t = useT();
  const client = useQueryClient();
  const nameOf = useCalendarName();
  const calendars = useQuery(listOf('calendars'));
  const form = useEditForm({
    initial: {
      tier: work.tier,
      calendar: work.calendar?.id ?? null,
      limits: Object.fromEntries(work.limits.map(({ channel, most }) => [channel, String(most)])) as Partial<Record<(typeof channels)[number], string>>, // keyed by what the server takes
    },
    save: async ({ tier, calendar, limits }) => {
      const set = channels.flatMap((channel) => (limits[channel]?.trim() ? [{ channel, most: Number(limits[channel]) }] : []));
      const saved = await api.patch('/api/v1/agents/{id}/work', { path: { id: work.agent.id }, body: { tier, calendar, limits: set } });
      client.setQueryData(workOptions(work.agent.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['availability'] });
      void client.invalidateQueries({ queryKey: ['calendars'] });
      return saved;
    },
    onSaved: () => toastDone(t('common.saved')),
    validate: ({ limits }) => Object.fromEntries(channels.map((channel) => [`limits.${channel}`, isLimit(limits[channel]) ? undefined : t('people.limits.wrong')])),
  });
  const { values } = form;
  const own = (calendars.data ?? []).filter(({ is_default }) => !is_default);
  return (
    <>
      <PageForm form={form}>
        <Section title={t('people.work')} hint={t('people.work.hint')}>
          <div className="flex max-w-lg flex-col gap-5">
            <Segments
              label={t('people.tier')}
              hint={t('people.tier.hint')}
              value={String(values.tier) as '1' | '2' | '3'} // the server's three
              choices={(['1', '2', '3'] as const).map((value) => ({ value, label: t('people.tier.short', { tier: Number(value) }) }))}
              onChange={(tier) => form.set('tier', Number(tier))}
            />
            <SelectField
              label={t('people.hours')}
              hint={t('people.hours.hint')}
              value={values.calendar === null ? 'desk' : String(values.calendar)}
              choices={[{ value: 'desk', label: t('people.hours.desk') }, ...own.map((calendar) => ({ value: String(calendar.id), label: nameOf(calendar) }))]}
              onChange={(value) => form.set('calendar', value === 'desk' ? null : Number(value))}
              error={form.errors['calendar']}
            />
          </div>
        </Section>
        <Section title={t('people.limits')} hint={t('people.limits.hint')}>
          <div className="grid max-w-xl grid-cols-2 gap-3 sm:grid-cols-4">
            {channels.map((channel) => (
              <TextField key={channel} label={t(`tickets.channel.${channel}`)} inputMode="numeric" maxLength={3} placeholder={t('people.limits.usual')} value={values.limits[channel] ?? ''} onValueChange={(most) => form.set('limits', { ...values.limits, [channel]: most })} error={form.errors[`limits.${channel}`]} />
            ))}
          </div>
        </Section>
        <FormActions form={form} />
      </PageForm>
      <div className="mt-7">
        <PersonSkills work={work} />
      </div>
    </>
  );
}

/** As those read it who may not change it. */
function Told({ work }: { work: AgentWork }) {
  const t = useT();
  const skillWords = useSkillWords();
  return (
    <Section title={t('people.work')} hint={t('people.work.told')}>
      <p>{t('people.tier.short', { tier: work.tier })} · {work.calendar?.name || t('people.hours.desk')}</p>
      <p className="mt-2 flex flex-wrap gap-1.5">{work.skills.filter(({ counts }) => counts).map((skill) => <Chip key={skill.id}>{skillWords(skill)}</Chip>)}</p>
    </Section>
  );
}
