import { SelectField, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import { readAll } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { useAgents, useTeams } from '../../tickets/index.ts';
import { macrosOptions } from '../../tickets/macros/index.ts';
import { MacroActionsFields } from '../macros/macro-actions.tsx';
import type { AutomationDraft } from './automation-draft.ts';

/** What is done: what macros do, and what takes no person. */
export function ThenFields({ draft, errors, onChange }: { draft: AutomationDraft; errors: FieldErrors; onChange(change: Partial<AutomationDraft>): void }) {
  const t = useT();
  const teams = useTeams();
  const agents = useAgents();
  const mayAdminister = useMay('settings.manage');
  const { data: macros = [] } = useQuery(macrosOptions);
  const { data: webhooks = [] } = useQuery({ queryKey: ['webhooks', 'choices'], queryFn: ({ signal }) => readAll('/api/v1/webhooks', { limit: 100 }, signal), enabled: mayAdminister });
  const brandId = draft.brand === 'all' ? null : Number(draft.brand);
  const replies = macros.filter(({ shared, archived, texts, brand }) => shared && !archived && texts.length > 0 && (brand === null || brand.id === brandId));
  const none = { value: '', label: t('automations.nothing') };
  const choices = (items: readonly { id: number; name: string }[], chosen: string) => [none, ...items.map(({ id, name }) => ({ value: String(id), label: name })), ...(chosen !== '' && !items.some(({ id }) => String(id) === chosen) ? [{ value: chosen, label: t('views.unknown') }] : [])];
  const targets = [
    none,
    ...[2, 3].map((tier) => ({ value: `tier:${tier}`, label: t('automations.escalate.tier', { tier }) })),
    { value: 'lead', label: t('automations.escalate.lead') },
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: t('automations.escalate.team', { team: name }) })),
    ...agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
  ];
  if (!targets.some(({ value }) => value === draft.escalate)) targets.push({ value: draft.escalate, label: t('views.unknown') });
  return (
    <section aria-labelledby="automation-then" className="flex flex-col gap-4">
      <h3 id="automation-then" className="font-strong">{t('automations.then')}</h3>
      <MacroActionsFields automatic draft={{ ...draft.shared, brand: draft.brand }} errors={errors} onChange={(change) => onChange({ shared: { ...draft.shared, ...change } })} />
      <SelectField label={t('automations.reply')} hint={t('automations.reply.hint')} value={draft.reply} choices={choices(replies, draft.reply)} onChange={(reply) => onChange({ reply })} error={errors['actions.reply.macro']} />
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <SelectField label={t('automations.escalate')} hint={t('automations.escalate.hint')} value={draft.escalate} choices={targets} onChange={(escalate) => onChange({ escalate })} error={errors['actions.escalate'] ?? errors['actions.escalate.to']} />
        {draft.escalate !== '' && <TextField label={t('automations.escalate.question')} value={draft.question} onValueChange={(question) => onChange({ question })} error={errors['actions.escalate.question']} maxLength={4000} autoComplete="off" />}
      </div>
      {(webhooks.length > 0 || draft.webhook !== '') && <SelectField label={t('automations.webhook')} hint={t('automations.webhook.hint')} value={draft.webhook} choices={choices(webhooks, draft.webhook)} onChange={(webhook) => onChange({ webhook })} error={errors['actions.webhook']} />}
      {errors['actions'] && <p role="alert" className="text-small text-red">{errors['actions']}</p>}
    </section>
  );
}
