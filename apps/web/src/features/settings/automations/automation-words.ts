import { useFormats, useT } from '../../../lib/i18n.ts';
import type { AutomationActions, Trigger } from '../../automations/automation-queries.ts';
import { partsOf, useChangeWords } from '../../tickets/macros/index.ts';

/** An automation in sentences. */
export function useAutomationWords(): { when(trigger: Trigger): string; does(actions: AutomationActions): string } {
  const t = useT();
  const { list } = useFormats();
  const changes = useChangeWords();
  return {
    when: (trigger) => (trigger.on === 'events' ? list(trigger.events.map((each) => t(`automations.on.${each}`))) : t(trigger.business ? 'automations.after.business' : 'automations.after', { count: trigger.hours, since: t(`automations.since.${trigger.since}`) })),
    does: ({ reply, ...shared }) => [...partsOf(shared).map(changes), ...(reply ? [t('automations.did.reply')] : [])].join(' · '),
  };
}
