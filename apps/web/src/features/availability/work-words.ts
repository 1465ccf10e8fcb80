import { useFormats, useT } from '../../lib/i18n.ts';
import type { AgentWork } from './availability-queries.ts';

type Skill = AgentWork['skills'][number];

/** "Online · since 09:12 · from home", and whatever else decides whether cases come to them. */
export function useStateWords(): (work: AgentWork) => string[] {
  const t = useT();
  const formats = useFormats();
  return ({ availability, since, from_home, off, in_working_hours }) => {
    const at = new Date(since);
    const isToday = formats.date(at) === formats.date(new Date());
    return [
      t(`people.state.${availability}`),
      t('people.since', { when: isToday ? formats.time(at) : formats.shortDate(at) }),
      from_home && availability !== 'away' && t('people.home.short'),
      off?.now ? t('people.off.until', { when: formats.shortDate(new Date(new Date(off.ends_at).getTime() - 1)) }) : !in_working_hours && t('people.hours.outside'),
      off && !off.now && t('people.off.next', { when: formats.shortDate(new Date(off.starts_at)) }),
    ].filter((word): word is string => Boolean(word));
  };
}

/** "E-mail 12 of 20"; without a limit the number alone. */
export function useCaseWords(): (work: Pick<AgentWork, 'open' | 'limits'>) => { channel: string; text: string; full: boolean }[] {
  const t = useT();
  return ({ open, limits }) => {
    const channels = [...new Set([...open.map(({ channel }) => channel), ...limits.map(({ channel }) => channel)])];
    return channels.map((channel) => {
      const cases = open.find((each) => each.channel === channel)?.cases ?? 0;
      const most = limits.find((each) => each.channel === channel)?.most;
      const name = t(`tickets.channel.${channel}`);
      return { channel, full: most !== undefined && cases >= most, text: most === undefined ? t('people.cases', { channel: name, cases }) : t('people.cases.of', { channel: name, cases, most }) };
    });
  };
}

export function useSkillWords(): (skill: Skill) => string {
  const t = useT();
  return ({ name, level }) => t('people.skill.level', { name, level });
}
