import { Avatar, Chip, cx, EmptyState, MenuItem, Table, VisuallyHidden, type Column } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Moon, SlidersHorizontal, UserCheck } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { AvailabilityDot } from '../../availability/availability-dot.tsx';
import { availabilities, teamOptions, type AgentWork } from '../../availability/availability-queries.ts';
import { useCaseWords, useSkillWords, useStateWords } from '../../availability/work-words.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowMenu } from '../parts/row-menu.tsx';

const mostSkills = 3;

/** Who is there today, and what each takes. */
export function TeamPage() {
  const t = useT();
  const query = useQuery({ ...teamOptions, enabled: useMay('teams.manage') });
  return (
    <SettingsPage title={t('people.today.title')} lead={t('people.today.lead')} needs="teams.manage">
      <ListState query={query} empty={<EmptyState icon={<UserCheck />} title={t('people.today.empty')} />}>
        {(people) => <Team people={people} />}
      </ListState>
    </SettingsPage>
  );
}

function Team({ people }: { people: AgentWork[] }) {
  const t = useT();
  const { compare } = useFormats();
  const sorted = people.toSorted((one, other) => availabilities.indexOf(one.availability) - availabilities.indexOf(other.availability) || compare(one.agent.name, other.agent.name));
  return (
    <>
      <ul className="mb-5 flex flex-wrap gap-x-5 gap-y-1.5">
        {availabilities.map((availability) => (
          <li key={availability} className="flex items-center gap-2 text-muted">
            <AvailabilityDot availability={availability} />
            {t('people.today.count', { state: t(`people.state.${availability}`), count: people.filter((each) => each.availability === availability).length })}
          </li>
        ))}
      </ul>
      <TeamTable people={sorted} />
    </>
  );
}

function TeamTable({ people }: { people: AgentWork[] }) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const stateWords = useStateWords();
  const caseWords = useCaseWords();
  const skillWords = useSkillWords();

  async function setAway({ agent }: AgentWork) {
    try {
      await api.put('/api/v1/agents/{id}/availability', { path: { id: agent.id }, body: { availability: 'away' } });
      toastDone(t('people.setAway.done', { name: agent.name }));
    } catch (error) {
      toastProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['availability'] });
  }

  const cases = (work: AgentWork) => {
    const words = caseWords(work);
    return words.length === 0 ? <span className="text-faint">{t('people.cases.none')}</span> : words.map(({ channel, text, full }) => <span key={channel} className={cx('tabular block', full ? 'text-amber' : 'text-muted')}>{text}</span>);
  };
  const columns: Column<AgentWork>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (work) => (
        <span className="flex min-w-0 items-start gap-3 py-1">
          <span className="relative">
            <Avatar name={work.agent.name} size="medium" />
            <AvailabilityDot availability={work.availability} className="absolute -right-0.5 -bottom-0.5 shadow-[0_0_0_2px_var(--pane)]" />
          </span>
          <span className="flex min-w-0 flex-col items-start gap-0.5">
            <Link to="/settings/people/$id" params={{ id: work.agent.id }} className="min-h-target max-w-full truncate rounded-sm font-strong hover:underline hover:decoration-line hover:underline-offset-4">
              {work.agent.name}
            </Link>
            <span className="max-w-full text-small text-muted whitespace-normal">{stateWords(work).join(' · ')}</span>
            <span className="flex max-w-full flex-wrap gap-1 pt-0.5 empty:hidden">
              {work.skills.filter(({ counts }) => counts).slice(0, mostSkills).map((skill) => <Chip key={skill.id}>{skillWords(skill)}</Chip>)}
              {work.skills.filter(({ counts }) => counts).length > mostSkills && <Chip>{t('people.skills.more', { count: work.skills.filter(({ counts }) => counts).length - mostSkills })}</Chip>}
            </span>
            <span className="text-small sm:hidden">{t('people.tier.short', { tier: work.tier })}</span>
            <span className="text-small sm:hidden">{cases(work)}</span>
          </span>
        </span>
      ),
    },
    { key: 'tier', head: t('people.tier'), wide: true, cell: ({ tier }) => <span className="tabular text-muted">{tier}</span> },
    { key: 'cases', head: t('people.cases.head'), wide: true, cell: cases },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (work) => (
        <RowMenu name={work.agent.name}>
          <MenuItem icon={<SlidersHorizontal />} onSelect={() => void navigate({ to: '/settings/people/$id', params: { id: work.agent.id } })}>{t('people.arrange')}</MenuItem>
          <MenuItem icon={<Moon />} disabled={work.availability === 'away' || !work.may_edit} onSelect={() => void setAway(work)}>{t('people.setAway')}</MenuItem>
        </RowMenu>
      ),
    },
  ];
  return <Table caption={t('people.today.title')} columns={columns} rows={people} rowKey={({ agent }) => agent.id} />;
}
