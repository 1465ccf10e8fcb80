import { Button, Checkbox, Menu, MenuItem, SelectField, TextField } from '@ombud/ui';
import { Plus } from 'lucide-react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useCreate, useUpdate } from '../../../lib/resource.ts';
import { ConditionRow } from '../../tickets/views/condition-row.tsx';
import { filledIn, firstValue } from '../../tickets/views/conditions.ts';
import { draftTargets, targetsOf, unreadable, usualTargets, type SlaPolicy } from './policy-draft.ts';
import { TargetsTable } from './targets-table.tsx';

const offered = ['brand', 'priority', 'kind', 'channel', 'tag', 'without_tag', 'organization', 'requester'] as const;
/** Also those that only the API sets. */
const shownKeys = [...offered, 'team'] as const;
const warnings = [0, 5, 15, 30, 60, 120, 240, 480];

/** Whom a policy is for, and what it promises them. */
export function PolicyDialog({ policy, onClose }: { policy: SlaPolicy | null; onClose(): void }) {
  const t = useT();
  const formats = useFormats();
  const create = useCreate('sla-policies');
  const update = useUpdate('sla-policies');
  const form = useEditForm({
    initial: { name: policy?.name ?? '', conditions: policy?.conditions ?? {}, targets: draftTargets(policy?.targets ?? usualTargets), pause: policy?.pause ?? (['pending', 'on_hold'] as SlaPolicy['pause']), warn_minutes: policy?.warn_minutes ?? 30 },
    save: ({ conditions, targets, ...rest }) => {
      const body = { ...rest, conditions: filledIn(conditions) as SlaPolicy['conditions'] /* of the same keys */, targets: targetsOf(targets) };
      return policy ? update(policy.id, body) : create(body);
    },
    onSaved: onClose,
    validate: ({ name, targets }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      targets: unreadable(targets).length > 0 ? t('sla.targets.unreadable') : targetsOf(targets).length === 0 ? t('sla.targets.none') : undefined,
    }),
  });
  const { values, errors } = form;
  const shown = shownKeys.filter((key) => values.conditions[key] !== undefined);
  const others = offered.filter((key) => !shown.includes(key));
  const change = (next: object) => form.set('conditions', { ...values.conditions, ...next });
  const rests = (status: 'pending' | 'on_hold', on: boolean) => form.set('pause', on ? [...values.pause, status] : values.pause.filter((each) => each !== status));
  return (
    <FormDialog title={t(policy ? 'sla.edit' : 'sla.add')} form={form} submitLabel={t('common.save')} width="wide" onClose={onClose}>
      <TextField label={t('settings.name')} hint={t('sla.name.example')} value={values.name} onValueChange={(name) => form.set('name', name)} error={errors.name} maxLength={100} autoComplete="off" />
      <section aria-labelledby="sla-for" className="flex flex-col gap-2">
        <h3 id="sla-for" className="font-strong">{t('sla.for')}</h3>
        {shown.length === 0 && <p className="text-muted">{t('sla.for.all.hint')}</p>}
        {shown.map((key) => <ConditionRow key={key} of={key} conditions={values.conditions} onChange={change} onRemove={() => change({ [key]: undefined })} />)}
        {others.length > 0 && (
          <span>
            <Menu trigger={<Button icon={<Plus className="size-4" />}>{t('views.addCondition')}</Button>}>
              {others.map((key) => <MenuItem key={key} onSelect={() => change(firstValue(key))}>{t(`views.condition.${key}`)}</MenuItem>)}
            </Menu>
          </span>
        )}
      </section>
      <TargetsTable value={values.targets} onChange={(targets) => form.set('targets', targets)} error={errors.targets} />
      <fieldset>
        <legend className="font-strong">{t('sla.pause')}</legend>
        <p className="mb-1.5 max-w-prose text-small text-muted">{t('sla.pause.hint')}</p>
        <span className="flex flex-wrap gap-x-6 gap-y-2">
          {(['pending', 'on_hold'] as const).map((status) => <Checkbox key={status} label={t(`tickets.status.${status}`)} checked={values.pause.includes(status)} onCheckedChange={(on) => rests(status, on)} />)}
        </span>
      </fieldset>
      <SelectField
        label={t('sla.warn')}
        hint={t('sla.warn.hint')}
        value={String(values.warn_minutes)}
        choices={[...new Set([...warnings, values.warn_minutes])].sort((one, other) => one - other).map((minutes) => ({ value: String(minutes), label: minutes === 0 ? t('sla.warn.never') : t('sla.warn.before', { time: formats.duration(minutes * 60) }) }))}
        onChange={(minutes) => form.set('warn_minutes', Number(minutes))}
      />
    </FormDialog>
  );
}
