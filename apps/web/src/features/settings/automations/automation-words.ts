import { useFormats, useT } from '../../../lib/i18n.ts';
import type { AutomationActions, Trigger } from '../../automations/automation-queries.ts';
import { partsOf, useChangeWords } from '../../tickets/macros/index.ts';
import { useAgents, useTeams } from '../../tickets/index.ts';

/** An automation in sentences. */
export function useAutomationWords(): { when(trigger: Trigger): string; does(actions: AutomationActions): string } {
  const t = useT();
  const { list } = useFormats();
  const changes = useChangeWords();
  const teams = useTeams();
  const agents = useAgents();
  const whom = (to: NonNullable<AutomationActions['escalate']>['to']) => {
    if ('tier' in to) return t('automations.escalate.tier', { tier: to.tier });
    if ('lead' in to) return t('automations.escalate.lead');
    const [named, id] = 'team' in to ? [teams, to.team] : [agents, to.agent];
    return named.find((each) => each.id === id)?.name ?? `#${id}`;
  };
  return {
    when: (trigger) => (trigger.on === 'events' ? list(trigger.events.map((each) => t(`automations.on.${each}`))) : t(trigger.business ? 'automations.after.business' : 'automations.after', { count: trigger.hours, since: t(`automations.since.${trigger.since}`) })),
    does: ({ reply, escalate, webhook, ...shared }) =>
      [
        ...partsOf(shared).map(changes),
        ...(reply ? [t('automations.did.reply')] : []),
        ...(escalate ? [t('automations.does.escalate', { who: whom(escalate.to) })] : []),
        ...(webhook === undefined ? [] : [t('automations.did.webhook')]),
      ].join(' · '),
  };
}
