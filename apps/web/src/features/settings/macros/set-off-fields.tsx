import { SelectField, TextArea, type Choice } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { readAll } from '../../../lib/api.ts';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { useAgents, useTeams } from '../../tickets/index.ts';
import type { MacroDraft } from './macro-draft.ts';

interface SetOffFieldsProps {
  draft: MacroDraft;
  errors: FieldErrors;
  /** Of an automation, which tells webhooks as the desk's own */
  automatic: boolean;
  onChange(change: Partial<MacroDraft>): void;
}

/** Whom it escalates to, and which program hears of it. */
export function SetOffFields({ draft, errors, automatic, onChange }: SetOffFieldsProps) {
  const t = useT();
  const teams = useTeams();
  const agents = useAgents();
  const none: Choice = { value: '', label: t('automations.nothing') };
  const targets: Choice[] = [
    none,
    ...[2, 3].map((tier) => ({ value: `tier:${tier}`, label: t('automations.escalate.tier', { tier }) })),
    { value: 'lead', label: t('automations.escalate.lead') },
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: t('automations.escalate.team', { team: name }) })),
    ...agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
  ];
  return (
    <>
      <SelectField label={t('automations.escalate')} hint={t('automations.escalate.hint')} value={draft.escalate} choices={withChosen(targets, draft.escalate, t('views.unknown'))} onChange={(escalate) => onChange({ escalate })} error={errors['actions.escalate'] ?? errors['actions.escalate.to']} />
      {draft.escalate !== '' && <TextArea label={t('automations.escalate.question')} rows={2} value={draft.question} onValueChange={(question) => onChange({ question })} error={errors['actions.escalate.question']} maxLength={4000} />}
      {(automatic || draft.shared) && <WebhookField draft={draft} errors={errors} automatic={automatic} onChange={onChange} />}
    </>
  );
}

/** Who sets webhooks up chooses among them; others see that one is chosen, and may take it away. */
function WebhookField({ draft, errors, automatic, onChange }: SetOffFieldsProps) {
  const t = useT();
  const mayAdminister = useMay('settings.manage');
  const { data: webhooks = [] } = useQuery({ queryKey: ['webhooks', 'choices'], queryFn: ({ signal }) => readAll('/api/v1/webhooks', { limit: 100 }, signal), enabled: mayAdminister });
  if (webhooks.length === 0 && draft.webhook === '') return null;
  const choices: Choice[] = [{ value: '', label: t('automations.nothing') }, ...webhooks.map(({ id, name }) => ({ value: String(id), label: name }))];
  return <SelectField label={t('automations.webhook')} hint={t(automatic ? 'automations.webhook.hint' : 'macros.webhook.hint')} value={draft.webhook} choices={withChosen(choices, draft.webhook, t('views.unknown'))} onChange={(webhook) => onChange({ webhook })} error={errors['actions.webhook']} />;
}

/** What is chosen can still be seen, and taken away, where it is not offered any more. */
function withChosen(choices: Choice[], chosen: string, unknown: string): Choice[] {
  return choices.some(({ value }) => value === chosen) ? choices : [...choices, { value: chosen, label: unknown }];
}
