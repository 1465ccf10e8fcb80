import { Button, SelectField, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { automationKeys, type Automation } from '../../automations/automation-queries.ts';
import { everyBrand, hasHours, hasQuestion, mostHours } from '../macros/macro-draft.ts';
import { draftOf, emptyAutomation, toActions, toBody, toQuestion, type AutomationDraft } from './automation-draft.ts';
import { IfFields } from './if-fields.tsx';
import { TestResult } from './test-result.tsx';
import { ThenFields } from './then-fields.tsx';
import { WhenFields } from './when-fields.tsx';

/** What is edited; without `automation` a new one is written, after another where `from` says so. */
export interface Editing {
  automation: Automation | null;
  from: Automation | null;
}

export function AutomationDialog({ automation, from, onClose }: Editing & { onClose(): void }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const [tested, setTested] = useState<Parameters<typeof TestResult>[0]['question'] | null>(null);
  const [initial] = useState<AutomationDraft>(() => {
    const ownBrand = me.all_brands ? everyBrand : String(me.brands[0]?.id ?? everyBrand);
    if (!from) return emptyAutomation(ownBrand);
    const draft = draftOf(from);
    return automation ? draft : { ...draft, name: t('guidelines.copyOf', { name: from.name }).slice(0, 100), brand: from.brand === null ? ownBrand : draft.brand };
  });
  const form = useEditForm<AutomationDraft, unknown>({
    initial,
    save: (draft) =>
      automation
        ? api.patch('/api/v1/automations/{id}', { path: { id: automation.id }, body: { ...toBody(draft), seen: automation.updated_at } })
        : api.post('/api/v1/automations', { body: { ...toBody(draft), brand: draft.brand === everyBrand ? null : Number(draft.brand) } }),
    onSaved() {
      void client.invalidateQueries({ queryKey: automationKeys.list });
      onClose();
    },
    validate: (draft) => ({
      name: draft.name.trim() === '' ? t('refusals.invalid_type') : undefined,
      'trigger.events': draft.on === 'events' && draft.events.length === 0 ? t('automations.error.events') : undefined,
      'trigger.hours': draft.on === 'time' && !isHours(draft.hours, 8_760) ? t('automations.error.hours', { most: 8_760 }) : undefined,
      'actions.promise.hours': hasHours(draft.shared) ? undefined : t('automations.error.hours', { most: mostHours }),
      'actions.escalate.question': hasQuestion(draft.shared) ? undefined : t('refusals.invalid_type'),
      actions: Object.keys(toActions(draft)).length === 0 ? t('automations.error.actions') : undefined,
    }),
  });
  const { values, errors, set } = form;
  const change = (part: Partial<AutomationDraft>) => (Object.keys(part) as (keyof AutomationDraft)[]).forEach((name) => set(name, part[name] as never /* of the same name */));
  const brandId = values.brand === everyBrand ? null : Number(values.brand);
  const canTest = values.on === 'events' ? values.events.length > 0 : isHours(values.hours, 8_760);
  return (
    <FormDialog title={t(automation ? 'automations.edit' : 'automations.add')} form={form} width="wide" submitLabel={t(automation ? 'common.save' : 'settings.add')} onClose={onClose}>
      <div className="grid grid-cols-[2fr_1fr] gap-3 max-sm:grid-cols-1">
        <TextField label={t('automations.name')} hint={t('automations.name.hint')} value={values.name} onValueChange={(name) => set('name', name)} error={errors['name']} maxLength={100} autoComplete="off" />
        <SelectField label={t('guidelines.brand')} disabled={automation !== null} value={values.brand} choices={[...(me.all_brands || automation ? [{ value: everyBrand, label: t('guidelines.allBrands') }] : []), ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(brand) => set('brand', brand)} error={errors['brand']} />
      </div>
      <WhenFields draft={values} errors={errors} onChange={change} />
      <IfFields conditions={values.conditions} brandId={brandId} errors={errors} onChange={(conditions) => set('conditions', conditions)} />
      <div className="flex flex-col gap-2">
        <span><Button icon={<FlaskConical className="size-4" />} disabled={!canTest} onClick={() => setTested({ brand: brandId, ...toQuestion(values) })}>{t('automations.test')}</Button></span>
        {tested && <TestResult question={tested} />}
      </div>
      <ThenFields draft={values} errors={errors} onChange={change} />
    </FormDialog>
  );
}

function isHours(typed: string, most: number): boolean {
  return /^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most;
}
