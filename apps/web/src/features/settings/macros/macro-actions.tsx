import { Checkbox, IconButton, PriorityIcon, Select, SelectField, StatusIcon, TextArea, TextField, type Choice } from '@ombud/ui';
import { X } from 'lucide-react';
import type { FieldErrors } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import { FieldInput, useFields, useFieldWords } from '../../fields/index.ts';
import { priorityWord, statusWord, useAgents, useTeams } from '../../tickets/index.ts';
import { everyBrand, nobody, type MacroDraft } from './macro-draft.ts';
import { SetOffFields } from './set-off-fields.tsx';

const kinds = ['question', 'incident', 'problem', 'task', 'complaint', 'order'] as const;

/** What it does with the ticket: a closed list, each left as it is unless chosen. */
export function MacroActionsFields({ draft, errors, automatic = false, onChange }: { draft: MacroDraft; /** Nobody uses it, so nobody is `me` */ automatic?: boolean; errors: FieldErrors; onChange(change: Partial<MacroDraft>): void }) {
  const t = useT();
  const teams = useTeams();
  const agents = useAgents();
  const keep: Choice = { value: '', label: t('macros.actions.unchanged') };
  const statuses: Choice[] = (['open', 'pending', 'on_hold', 'solved'] as const).map((value) => ({ value, label: t(statusWord(value)), icon: <StatusIcon status={value} /> }));
  const priorities: Choice[] = (['urgent', 'high', 'normal', 'low'] as const).map((value) => ({ value, label: t(priorityWord(value)), icon: <PriorityIcon priority={value} /> }));
  return (
    <section aria-label={t('macros.actions')} className="flex flex-col gap-3">
      <p className="font-strong">{t('macros.actions')}</p>
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        <SelectField label={t('tickets.field.status')} value={draft.status} choices={[keep, ...statuses]} onChange={(status) => onChange({ status })} />
        <SelectField label={t('tickets.field.assignee')} error={errors['actions.assignee']} value={draft.assignee} choices={[keep, ...(automatic ? [] : [{ value: 'me', label: t('macros.actions.me') }]), { value: nobody, label: t('tickets.assign.nobody') }, ...agents.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(assignee) => onChange({ assignee })} />
        <SelectField label={t('tickets.field.team')} error={errors['actions.team']} value={draft.team} choices={[keep, { value: nobody, label: t('tickets.assign.noTeam') }, ...teams.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={(team) => onChange({ team })} />
        <SelectField label={t('tickets.field.priority')} value={draft.priority} choices={[keep, ...priorities]} onChange={(priority) => onChange({ priority })} />
        <SelectField label={t('tickets.field.kind')} value={draft.kind} choices={[keep, ...kinds.map((value) => ({ value, label: t(`tickets.kind.${value}`) }))]} onChange={(kind) => onChange({ kind })} />
      </div>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <TextField label={t('macros.actions.addTags')} hint={t('macros.actions.tagsHint')} error={errors['actions.add_tags']} value={draft.addTags} onValueChange={(addTags) => onChange({ addTags })} maxLength={500} autoComplete="off" spellCheck={false} />
        <TextField label={t('macros.actions.removeTags')} hint={t('macros.actions.tagsHint')} error={errors['actions.remove_tags']} value={draft.removeTags} onValueChange={(removeTags) => onChange({ removeTags })} maxLength={500} autoComplete="off" spellCheck={false} />
      </div>
      <Fields draft={draft} errors={errors} onChange={onChange} />
      <Beside draft={draft} errors={errors} onChange={onChange} />
      <SetOffFields draft={draft} errors={errors} automatic={automatic} onChange={onChange} />
    </section>
  );
}

/** Whom it is handed to, and what is written and promised beside it. */
function Beside({ draft, errors, onChange }: { draft: MacroDraft; errors: FieldErrors; onChange(change: Partial<MacroDraft>): void }) {
  const t = useT();
  const teams = useTeams();
  const choices: Choice[] = [{ value: '', label: t('automations.nothing') }, ...teams.map(({ id, name }) => ({ value: String(id), label: name }))];
  if (!choices.some(({ value }) => value === draft.route)) choices.push({ value: draft.route, label: t('views.unknown') });
  const promises = draft.promise.trim() !== '';
  return (
    <>
      <SelectField label={t('automations.route')} hint={t('automations.route.hint')} value={draft.route} choices={choices} onChange={(route) => onChange({ route })} error={errors['actions.route']} />
      <TextArea label={t('automations.note')} hint={t('automations.note.hint')} rows={2} value={draft.note} onValueChange={(note) => onChange({ note })} error={errors['actions.note']} maxLength={5000} />
      <div className="grid grid-cols-[2fr_1fr] items-end gap-3 max-sm:grid-cols-1">
        <TextField label={t('automations.promise')} hint={t('automations.promise.hint')} value={draft.promise} onValueChange={(promise) => onChange({ promise })} error={errors['actions.promise.text']} maxLength={500} autoComplete="off" />
        {promises && <TextField label={t('automations.promise.hours')} inputMode="numeric" value={draft.promiseHours} onValueChange={(promiseHours) => onChange({ promiseHours })} error={errors['actions.promise.hours']} maxLength={3} autoComplete="off" />}
      </div>
      {promises && <Checkbox label={t('automations.business')} checked={draft.promiseBusiness} onCheckedChange={(promiseBusiness) => onChange({ promiseBusiness })} />}
    </>
  );
}

/** Custom fields that its brand's tickets have: chosen one by one, then filled in. */
function Fields({ draft, errors, onChange }: { draft: MacroDraft; errors: FieldErrors; onChange(change: Partial<MacroDraft>): void }) {
  const t = useT();
  const words = useFieldWords();
  const brandId = draft.brand === everyBrand ? null : Number(draft.brand);
  const all = useFields(brandId);
  const fields = brandId === null ? all.filter(({ brand }) => brand === null) : all;
  const chosen = fields.filter(({ key }) => key in draft.fields);
  const others = fields.filter(({ key }) => !(key in draft.fields));
  // What is filled in that its brand does not have (any more) can still be taken away.
  const lost = Object.keys(draft.fields).filter((key) => !fields.some((field) => field.key === key));
  const drop = (key: string) => onChange({ fields: Object.fromEntries(Object.entries(draft.fields).filter(([each]) => each !== key)) });
  if (fields.length + lost.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {chosen.map((field) => (
        <div key={field.key} className="flex items-end gap-2">
          <div className="min-w-0 flex-1"><FieldInput field={field} needed value={draft.fields[field.key] ?? null} error={errors[`actions.fields.${field.key}`]} onChange={(value) => onChange({ fields: { ...draft.fields, [field.key]: value } })} /></div>
          <IconButton label={t('macros.actions.removeField', { field: words.label(field) })} icon={<X />} onClick={() => drop(field.key)} />
        </div>
      ))}
      {lost.map((key) => (
        <div key={key} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-red">{key}{errors[`actions.fields.${key}`] && `: ${errors[`actions.fields.${key}`]}`}</span>
          <IconButton label={t('macros.actions.removeField', { field: key })} icon={<X />} onClick={() => drop(key)} />
        </div>
      ))}
      {others.length > 0 && (
        <Select ariaLabel={t('macros.actions.addField')} placeholder={t('macros.actions.addField')} value={null} choices={others.map((field) => ({ value: field.key, label: words.label(field) }))} onChange={(key) => onChange({ fields: { ...draft.fields, [key]: null } })} className="w-60 max-w-full" />
      )}
    </div>
  );
}
