import { Checkbox, MultiCombobox, SelectField, TextField } from '@ombud/ui';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import { sinces, triggerEvents, type AutomationDraft } from './automation-draft.ts';

/** What sets it off: something that happens, or a time that has passed. */
export function WhenFields({ draft, errors, onChange }: { draft: AutomationDraft; errors: FieldErrors; onChange(change: Partial<AutomationDraft>): void }) {
  const t = useT();
  const events = triggerEvents.map((value) => ({ value, label: t(`automations.on.${value}`) }));
  return (
    <section aria-labelledby="automation-when" className="flex flex-col gap-3">
      <h3 id="automation-when" className="font-strong">{t('automations.when')}</h3>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <SelectField<'events' | 'time'> label={t('automations.kind')} value={draft.on} choices={(['events', 'time'] as const).map((value) => ({ value, label: t(`automations.kind.${value}`) }))} onChange={(on) => onChange({ on })} />
        {draft.on === 'time' && <SelectField label={t('automations.since')} value={draft.since} choices={sinces.map((value) => ({ value, label: t(`automations.since.${value}`) }))} onChange={(since) => onChange({ since })} />}
      </div>
      {draft.on === 'events' ? (
        <>
          <MultiCombobox ariaLabel={t('automations.events')} placeholder={t('views.choose')} value={events.filter(({ value }) => draft.events.includes(value))} choices={events} onChange={(chosen) => onChange({ events: triggerEvents.filter((each) => chosen.some(({ value }) => value === each)) })} />
          {errors['trigger.events'] && <p role="alert" className="text-small text-red">{errors['trigger.events']}</p>}
        </>
      ) : (
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <TextField label={t('automations.hours')} inputMode="numeric" value={draft.hours} onValueChange={(hours) => onChange({ hours })} error={errors['trigger.hours']} maxLength={4} autoComplete="off" className="w-40" />
          <div className="flex min-h-control items-center"><Checkbox label={t('automations.business')} checked={draft.business} onCheckedChange={(business) => onChange({ business })} /></div>
        </div>
      )}
    </section>
  );
}
