import { SelectField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import { macrosOptions } from '../../tickets/macros/index.ts';
import { MacroActionsFields } from '../macros/macro-actions.tsx';
import type { AutomationDraft } from './automation-draft.ts';

/** What is done: what macros do, and the mail, whose text is a macro's. */
export function ThenFields({ draft, errors, onChange }: { draft: AutomationDraft; errors: FieldErrors; onChange(change: Partial<AutomationDraft>): void }) {
  const t = useT();
  const { data: macros = [] } = useQuery(macrosOptions);
  const brandId = draft.brand === 'all' ? null : Number(draft.brand);
  const replies = macros.filter(({ shared, archived, texts, brand }) => shared && !archived && texts.length > 0 && (brand === null || brand.id === brandId)).map(({ id, name }) => ({ value: String(id), label: name }));
  const choices = [{ value: '', label: t('automations.nothing') }, ...replies, ...(draft.reply !== '' && !replies.some(({ value }) => value === draft.reply) ? [{ value: draft.reply, label: t('views.unknown') }] : [])];
  return (
    <section aria-labelledby="automation-then" className="flex flex-col gap-4">
      <h3 id="automation-then" className="font-strong">{t('automations.then')}</h3>
      <MacroActionsFields automatic draft={{ ...draft.shared, brand: draft.brand }} errors={errors} onChange={(change) => onChange({ shared: { ...draft.shared, ...change } })} />
      <SelectField label={t('automations.reply')} hint={t('automations.reply.hint')} value={draft.reply} choices={choices} onChange={(reply) => onChange({ reply })} error={errors['actions.reply.macro']} />
      {errors['actions'] && <p role="alert" className="text-small text-red">{errors['actions']}</p>}
    </section>
  );
}
