import { Checkbox, MultiCombobox, SelectField, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { approvalKeys, type ApprovalRule } from '../../approvals/approval-queries.ts';
import { useAgents } from '../../tickets/index.ts';
import { everyBrand } from '../guidelines/guideline-draft.ts';
import { TicketConditions } from '../parts/ticket-conditions.tsx';
import { GuardFields } from './guard-fields.tsx';
import { draftOf, newDraft, numberOf, toBody, type Guard, type RuleDraft } from './rule-draft.ts';

const guards: readonly Guard[] = ['amount', 'choice', 'status', 'macro', 'promise', 'merge', 'action'];
const approvers = ['lead', 'admin', 'named'] as const;

export function RuleDialog({ rule, onClose }: { rule: ApprovalRule | null; onClose(): void }) {
  const t = useT();
  const me = useMe();
  const mayAll = useMay('settings.manage') && me.all_brands;
  const client = useQueryClient();
  const agents = useAgents();
  const [initial] = useState<RuleDraft>(() => (rule ? draftOf(rule) : newDraft(mayAll ? everyBrand : String(me.brands[0]?.id ?? everyBrand))));
  const form = useEditForm<RuleDraft, unknown>({
    initial,
    save: (draft) =>
      rule
        ? api.patch('/api/v1/approval-rules/{id}', { path: { id: rule.id }, body: { ...toBody(draft), seen: rule.updated_at } })
        : api.post('/api/v1/approval-rules', { body: { ...toBody(draft), brand: draft.brand === everyBrand ? null : Number(draft.brand) } }),
    onSaved() {
      void client.invalidateQueries({ queryKey: approvalKeys.rules });
      onClose();
    },
    validate: ({ name, guard, statuses, field, above, options, macro, later, actions, approver, approvers: named, two, expires_after_hours }) => {
      const hours = numberOf(expires_after_hours);
      return {
        name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
        statuses: guard === 'status' && statuses.length === 0 ? t('approvals.error.choose') : undefined,
        field: (guard === 'amount' || guard === 'choice') && field === '' ? t('approvals.error.choose') : undefined,
        above: guard === 'amount' && !Number.isFinite(numberOf(above)) ? t('approvals.error.above') : undefined,
        options: guard === 'choice' && options.length === 0 ? t('approvals.error.choose') : undefined,
        macro: guard === 'macro' && macro === '' ? t('approvals.error.choose') : undefined,
        later_hours: guard === 'promise' && !(Number.isInteger(numberOf(later)) && numberOf(later) >= 0 && numberOf(later) <= 8_760) ? t('approvals.error.later') : undefined,
        actions: guard === 'action' && actions.length === 0 ? t('approvals.error.choose') : undefined,
        approvers: approver === 'named' && named.length < (two ? 2 : 1) ? t(two ? 'approvals.error.two' : 'approvals.error.choose') : undefined,
        expires_after_hours: Number.isInteger(hours) && hours >= 1 && hours <= 720 ? undefined : t('approvals.error.hours'),
      };
    },
  });
  const { values, errors, set } = form;
  const brandId = values.brand === everyBrand ? null : Number(values.brand);
  const failure = (name: string) => errors[name] && <p role="alert" className="mt-1 text-small text-red">{errors[name]}</p>;

  return (
    <FormDialog title={t(rule ? 'approvals.edit' : 'approvals.add')} form={form} width="wide" submitLabel={t(rule ? 'common.save' : 'settings.add')} onClose={onClose}>
      <div className="grid grid-cols-[2fr_1fr] gap-3 max-sm:grid-cols-1">
        <TextField label={t('approvals.name')} value={values.name} onValueChange={(name) => set('name', name)} error={errors['name']} maxLength={100} autoComplete="off" />
        <SelectField label={t('guidelines.brand')} disabled={rule !== null} value={values.brand} choices={[...(mayAll || rule ? [{ value: everyBrand, label: t('guidelines.allBrands') }] : []), ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(brand) => set('brand', brand)} error={errors['brand']} />
      </div>
      <SelectField label={t('approvals.guard')} value={values.guard} choices={guards.map((value) => ({ value, label: t(`approvals.guard.${value}`) }))} onChange={(guard) => set('guard', guard)} />
      <GuardFields form={form} brandId={brandId} />
      <div className="grid grid-cols-2 items-end gap-3 max-sm:grid-cols-1">
        <SelectField label={t('approvals.who')} value={values.approver} choices={approvers.map((value) => ({ value, label: t(`approvals.who.${value}`) }))} onChange={(approver) => set('approver', approver)} />
        <TextField label={t('approvals.expires')} hint={t('approvals.expires.hint')} inputMode="numeric" value={values.expires_after_hours} onValueChange={(hours) => set('expires_after_hours', hours)} error={errors['expires_after_hours']} autoComplete="off" />
      </div>
      {values.approver === 'named' && (
        <div>
          <span className="font-strong">{t('approvals.people')}</span>
          <MultiCombobox ariaLabel={t('approvals.people')} placeholder={t('views.choose')} value={values.approvers.map(({ id, name }) => ({ value: String(id), label: name }))} choices={agents.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(next) => set('approvers', next.map(({ value, label }) => ({ id: Number(value), name: label })))} />
          {failure('approvers')}
        </div>
      )}
      <Checkbox label={t('approvals.two')} hint={t('approvals.two.hint')} checked={values.two} onCheckedChange={(two) => set('two', two)} />
      <TicketConditions conditions={values.conditions} brandId={brandId} none={t('approvals.conditions.none')} error={errors['conditions']} onChange={(conditions) => set('conditions', conditions)} />
    </FormDialog>
  );
}
