import { Button, Chip, type Column, EmptyState, MenuItem, SelectField, Table, TextField, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CalendarClock, Pencil, Plus, Star, Trash } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { ConfirmDialog, FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useCreate, useRemove, useUpdate } from '../../../lib/resource.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowMenu } from '../parts/row-menu.tsx';
import { officeWeek } from '../parts/week-hours-field.tsx';
import { useCalendarName, type Calendar } from './calendar-words.ts';
import { OpenNow } from './open-now.tsx';

export function CalendarsPage() {
  const t = useT();
  const formats = useFormats();
  const navigate = useNavigate();
  const nameOf = useCalendarName();
  const calendars = useQuery(listOf('calendars'));
  const update = useUpdate('calendars');
  const remove = useRemove('calendars');
  const [adding, setAdding] = useState(false);
  const [going, setGoing] = useState<Calendar | null>(null);
  const open = ({ id }: { id: number }) => void navigate({ to: '/settings/hours/$id', params: { id } });

  const columns: Column<Calendar>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (calendar) => (
        <span className="flex min-w-0 flex-col items-start">
          <span className="flex min-w-0 max-w-full items-center gap-2">
            <Link to="/settings/hours/$id" params={{ id: calendar.id }} className="min-w-0 truncate rounded-sm py-0.5 font-strong hover:underline hover:decoration-line hover:underline-offset-4">{nameOf(calendar)}</Link>
            {calendar.is_default && <Chip tone="accent">{t('settings.default')}</Chip>}
          </span>
          <Now id={calendar.id} />
        </span>
      ),
    },
    { key: 'brands', head: t('people.keptBy'), wide: true, cell: ({ used_by, is_default }) => <span className="text-muted">{used_by.length > 0 ? formats.list(used_by.map(({ name }) => name)) : is_default ? t('calendars.allOthers') : t('calendars.nobody')}</span> },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (calendar) => (
        <RowMenu name={nameOf(calendar)}>
          <MenuItem icon={<Pencil />} onSelect={() => open(calendar)}>{t('common.edit')}</MenuItem>
          {!calendar.is_default && <MenuItem icon={<Star />} onSelect={() => void update(calendar.id, { is_default: true }).catch((error: unknown) => toastProblem(error))}>{t('settings.brands.makeDefault')}</MenuItem>}
          <MenuItem icon={<Trash />} disabled={calendar.is_default || calendar.used_by.length > 0} onSelect={() => setGoing(calendar)}>{t('common.delete')}</MenuItem>
        </RowMenu>
      ),
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>{t('calendars.add')}</Button>;
  return (
    <SettingsPage title={t('calendars.title')} lead={t('calendars.lead')} needs="settings.manage" action={add}>
      <ListState query={calendars} empty={<EmptyState icon={<CalendarClock />} title={t('calendars.empty.title')} action={add}>{t('calendars.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('calendars.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {adding && <AddDialog calendars={calendars.data ?? []} onClose={() => setAdding(false)} onAdded={open} />}
      {going && (
        <ConfirmDialog
          title={t('calendars.delete.title', { name: nameOf(going) })}
          text={t('calendars.delete.text')}
          confirmLabel={t('common.delete')}
          onConfirm={() => void remove(going.id).catch((error: unknown) => toastProblem(error))}
          onClose={() => setGoing(null)}
        />
      )}
    </SettingsPage>
  );
}

function Now({ id }: { id: number }) {
  const preview = useQuery({ queryKey: ['calendars', 'preview', id], queryFn: ({ signal }) => api.get('/api/v1/calendars/{id}/preview', { path: { id }, signal }), refetchInterval: 60_000 });
  return <span className="flex min-h-5 text-small text-muted">{preview.data && <OpenNow preview={preview.data} />}</span>;
}

function AddDialog({ calendars, onClose, onAdded }: { calendars: Calendar[]; onClose(): void; onAdded(calendar: Calendar): void }) {
  const t = useT();
  const nameOf = useCalendarName();
  const create = useCreate('calendars');
  const form = useEditForm({
    initial: { name: '', like: 'office' },
    save: ({ name, like }) => {
      const model = calendars.find(({ id }) => String(id) === like);
      return create(model ? { name, time_zone: model.time_zone, week: model.week, holidays: model.holidays, exceptions: model.exceptions } : { name, week: officeWeek() });
    },
    onSaved: onAdded,
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  const choices = [{ value: 'office', label: t('calendars.like.office') }, ...calendars.map((calendar) => ({ value: String(calendar.id), label: t('calendars.like.copy', { name: nameOf(calendar) }) }))];
  return (
    <FormDialog title={t('calendars.add')} form={form} submitLabel={t('settings.add')} width="narrow" onClose={onClose}>
      <TextField label={t('settings.name')} hint={t('calendars.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={100} autoComplete="off" />
      <SelectField label={t('calendars.like')} value={form.values.like} choices={choices} onChange={(like) => form.set('like', like)} />
    </FormDialog>
  );
}
