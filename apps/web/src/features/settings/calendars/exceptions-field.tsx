import { Button, Checkbox, Chip, IconButton, TextField } from '@ombud/ui';
import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { Segments } from '../parts/segments.tsx';
import { DaySpans, inOrder, officeDay } from '../parts/week-hours-field.tsx';
import type { CalendarException } from './calendar-words.ts';

export interface ExceptionsFieldProps {
  value: CalendarException[];
  error?: string;
  onChange(exceptions: CalendarException[]): void;
}

/** Own days off, and days with other hours. */
export function ExceptionsField({ value, error, onChange }: ExceptionsFieldProps) {
  const t = useT();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const ordered = value.map((exception, index) => ({ exception, index })).toSorted((one, other) => one.exception.date.localeCompare(other.exception.date));
  const save = (exception: CalendarException) => onChange(edited === 'new' ? [...value, exception] : value.map((before, index) => (index === edited ? exception : before)));
  return (
    <div className="flex flex-col items-start gap-3">
      {value.length > 0 && (
        <ul className="w-full divide-y divide-line-soft">
          {ordered.map(({ exception, index }) => (
            <ExceptionRow key={index} exception={exception} onEdit={() => setEdited(index)} onRemove={() => onChange(value.filter((_, at) => at !== index))} />
          ))}
        </ul>
      )}
      <Button icon={<Plus className="size-4" />} onClick={() => setEdited('new')}>{t('calendars.exceptions.add')}</Button>
      <div role="alert" className="text-small text-red empty:hidden">{error}</div>
      {edited !== null && <ExceptionDialog exception={edited === 'new' ? null : (value[edited] ?? null)} onSave={save} onClose={() => setEdited(null)} />}
    </div>
  );
}

function ExceptionRow({ exception, onEdit, onRemove }: { exception: CalendarException; onEdit(): void; onRemove(): void }) {
  const t = useT();
  const formats = useFormats();
  const days = exception.until ? `${formats.day(exception.date)} – ${formats.day(exception.until)}` : formats.day(exception.date);
  const name = exception.name || days;
  return (
    <li className="flex items-center gap-2 py-2">
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="min-w-0 truncate font-strong">{name}</span>
          {exception.yearly && <Chip>{t('calendars.yearly.short')}</Chip>}
        </span>
        <span className="block text-small text-muted">
          {[exception.name && days, exception.hours.length === 0 ? t('settings.hours.closed') : exception.hours.map(({ from, to }) => `${from}–${to}`).join(', ')].filter(Boolean).join(' · ')}
        </span>
      </span>
      <IconButton label={t('calendars.exceptions.edit', { name })} icon={<Pencil />} onClick={onEdit} />
      <IconButton label={t('calendars.exceptions.remove', { name })} icon={<X />} onClick={onRemove} />
    </li>
  );
}

function ExceptionDialog({ exception, onSave, onClose }: { exception: CalendarException | null; onSave(exception: CalendarException): void; onClose(): void }) {
  const t = useT();
  const form = useEditForm({
    initial: { date: exception?.date ?? '', until: exception?.until ?? '', yearly: exception?.yearly ?? false, name: exception?.name ?? '', hours: exception?.hours ?? [] },
    save: async ({ until, ...rest }) => onSave({ ...rest, name: rest.name.trim(), until: until === '' || until === rest.date ? null : until }),
    onSaved: onClose,
    validate: ({ date, until, hours }) => ({ date: date === '' ? t('refusals.invalid_type') : undefined, until: until !== '' && until < date ? t('calendars.exceptions.order') : undefined, hours: inOrder(hours) ? undefined : t('calendars.week.order') }),
  });
  const { values, errors } = form;
  return (
    <FormDialog title={exception ? t('calendars.exceptions.change') : t('calendars.exceptions.add')} form={form} submitLabel={exception ? t('calendars.exceptions.apply') : t('settings.add')} onClose={onClose}>
      <TextField label={t('settings.name')} aside={t('common.optional')} placeholder={t('calendars.exceptions.name.example')} value={values.name} onValueChange={(name) => form.set('name', name)} maxLength={100} autoComplete="off" />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t('calendars.exceptions.day')} type="date" min="1970-01-01" max="2199-12-31" value={values.date} onValueChange={(date) => form.set('date', date)} error={errors.date} />
        <TextField label={t('calendars.exceptions.until')} aside={t('common.optional')} type="date" min={values.date || '1970-01-01'} max="2199-12-31" value={values.until} onValueChange={(until) => form.set('until', until)} error={errors.until} />
      </div>
      <Checkbox label={t('calendars.yearly')} checked={values.yearly} onCheckedChange={(yearly) => form.set('yearly', yearly)} />
      <Segments
        label={t('calendars.exceptions.thatDay')}
        value={values.hours.length === 0 ? 'closed' : 'open'}
        choices={[{ value: 'closed', label: t('settings.hours.closed') }, { value: 'open', label: t('calendars.exceptions.otherHours') }]}
        onChange={(which) => form.set('hours', which === 'closed' ? [] : officeDay())}
      />
      {values.hours.length > 0 && <DaySpans nights day={t('calendars.exceptions.thatDay')} spans={values.hours} onChange={(hours) => form.set('hours', hours)} />}
      <div role="alert" className="text-small text-red empty:hidden">{errors.hours}</div>
    </FormDialog>
  );
}
