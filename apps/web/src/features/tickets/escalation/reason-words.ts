import type { Translate } from '@ombud/i18n';
import type { Expert } from './escalation-queries.ts';

/** Why somebody is named: "solved 4 like it · R200 3 · tier 2 · online now". */
export function reasonsOf({ solved, skills, tier, member, availability, at_work: atWork, open, most }: Expert, t: Translate): string {
  const there = availability === 'online' && atWork;
  return [
    ...(solved.length > 0 ? [t('escalations.reason.solved', { count: solved.length })] : []),
    ...skills.map(({ name: skill, level }) => t('escalations.reason.skill', { skill, level })),
    ...(tier > 1 ? [t('escalations.reason.tier', { tier })] : []),
    ...(member ? [t('escalations.reason.team')] : []),
    t(!there ? 'escalations.reason.away' : open >= most ? 'escalations.reason.full' : 'escalations.reason.online'),
  ].join(' · ');
}
