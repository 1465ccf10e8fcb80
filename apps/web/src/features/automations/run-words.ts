import type { MessageKey } from '@ombud/i18n';
import { useFormats, useTranslator } from '../../lib/i18n.ts';
import type { AutomationRun } from './automation-queries.ts';

/** What a run did, or why it did not, in a sentence. */
export function useRunWords(): (run: Pick<AutomationRun, 'outcome' | 'done' | 'problem'>) => string {
  const { t, has } = useTranslator();
  const { list } = useFormats();
  return ({ outcome, done, problem }) => {
    if (outcome === 'unchanged') return t('automations.run.unchanged');
    if (outcome === 'done') return t('automations.run.done', { what: list(done.map((each) => t(`automations.did.${each}` as 'automations.did.note'))) }); // the closed list of the API
    const code = problem?.code ?? '';
    if (code === 'steps_missing') return t('automations.run.steps', { steps: list(problem?.fields ?? []) });
    const key = [`automations.problem.${code}`, `refusals.${code}`, `errors.${code}`].find(has) as MessageKey | undefined; // one that there is
    return t('automations.run.refused', { reason: key ? t(key) : code });
  };
}
