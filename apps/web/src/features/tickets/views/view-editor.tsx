import { Button, Menu, MenuItem, SelectField, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { currentColumns, mostColumns, useFields, useFieldWords } from '../../fields/index.ts';
import { FieldFilterButton, FieldFilterLine } from '../list/field-filters.tsx';
import { ownColumnLabel, ownColumns } from '../list/own-columns.ts';
import { useTeams } from '../store/people.ts';
import { knownViews } from '../store/saved-views.ts';
import { editing, openEditor, type Editing } from '../store/view-editor.ts';
import { groupings, listSorts, type ListSort } from '../store/view-filters.ts';
import type { Grouping, SavedView } from '../store/types.ts';
import { ConditionRow } from './condition-row.tsx';
import { conditionKeys, conditionsOfList, filledIn, firstValue } from './conditions.ts';
import { ColumnsField } from './columns-field.tsx';
import { sortWord } from './sort-word.ts';
import { useSaveView, type Conditions } from './saved-view-queries.ts';
import { countText } from './views-column.tsx';

/** Stands wherever the list is; the dialog comes when somebody asks for it. */
export function ViewEditorHost() {
  const what = useStore(editing);
  return what && <ViewEditor key={JSON.stringify(what)} what={what} onClose={() => openEditor(null)} />;
}

interface Draft {
  name: string;
  audience: SavedView['audience'];
  team: string | null;
  conditions: Conditions;
  sort: ListSort;
  group: Grouping;
  columns: string[];
}

function startOf(what: NonNullable<Editing>, copyName: (name: string) => string, isLead: boolean): Draft {
  if ('from' in what) {
    const { from } = what;
    const saved = from.saved === undefined ? undefined : knownViews.get(from.saved);
    const columns = saved ? (saved.display.columns ?? []) : (currentColumns()?.split(',') ?? []);
    return { name: '', audience: 'own', team: null, conditions: conditionsOfList(from, saved?.conditions), sort: from.sort ?? saved?.display.sort ?? '-updated_at', group: from.group ?? saved?.display.group ?? 'none', columns };
  }
  const view = 'edit' in what ? what.edit : what.copy;
  const { sort = '-updated_at', group = 'none', columns = [] } = view.display;
  const shared = { audience: view.audience, team: view.team === null ? null : String(view.team.id) };
  return { name: 'edit' in what ? view.name : copyName(view.name), ...('edit' in what || isLead ? shared : { audience: 'own' as const, team: null }), conditions: view.conditions, sort, group, columns };
}

function ViewEditor({ what, onClose }: { what: NonNullable<Editing>; onClose(): void }) {
  const t = useT();
  const navigate = useNavigate();
  const { role } = useMe();
  const isLead = useMay('teams.manage');
  const teams = useTeams();
  const words = useFieldWords();
  const fields = useFields();
  const save = useSaveView();
  const id = 'edit' in what ? what.edit.id : null;
  const form = useEditForm<Draft, SavedView>({
    initial: startOf(what, (name) => t('views.copyOf', { name }).slice(0, 100), isLead),
    save: ({ name, audience, team, conditions, sort, group, columns }) =>
      save({ id, body: { name, audience, team: audience === 'team' && team ? Number(team) : null, conditions: filledIn(conditions), display: { sort, group, columns } } }) as Promise<SavedView>,
    onSaved: (view) => {
      toastDone(t('views.saved', { name: view.name }));
      onClose();
      if (id === null) void navigate({ to: '/inbox/$view', params: { view: 'all' }, search: { saved: view.id } });
    },
    validate: ({ name, audience, team }) => ({ name: name.trim() === '' ? t('views.error.name') : undefined, team: audience === 'team' && !team ? t('views.error.team') : undefined }),
  });
  const { values, set, errors } = form;
  const shown = conditionKeys.filter((key) => values.conditions[key] !== undefined);
  const others = conditionKeys.filter((key) => !shown.includes(key));
  const change = (next: Conditions) => set('conditions', { ...values.conditions, ...next });
  const audiences = (['own', 'team', 'everyone'] as const).filter((each) => isLead || each === 'own' || each === values.audience);
  return (
    <FormDialog title={t(id === null ? 'views.new' : 'views.edit')} form={form} submitLabel={t('common.save')} onClose={onClose}>
      <TextField label={t('views.name')} value={values.name} onValueChange={(name) => set('name', name)} error={errors.name} maxLength={100} autoComplete="off" />
      {isLead && role !== 'viewer' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField label={t('views.audience')} value={values.audience} choices={audiences.map((each) => ({ value: each, label: t(`views.audience.${each}`) }))} onChange={(audience) => set('audience', audience)} />
          {values.audience === 'team' && <SelectField label={t('tickets.field.team')} value={values.team} choices={teams.map((team) => ({ value: String(team.id), label: team.name }))} onChange={(team) => set('team', team)} error={errors.team} />}
        </div>
      )}
      <section aria-labelledby="view-conditions" className="flex flex-col gap-2">
        <h3 id="view-conditions" className="font-strong">{t('views.conditions')}</h3>
        {shown.length === 0 && !values.conditions.field && <p className="text-muted">{t('views.conditions.none')}</p>}
        <div className="flex flex-col gap-2">
          {shown.map((key) => (
            <ConditionRow key={key} of={key} conditions={values.conditions} onChange={change} onRemove={() => change({ [key]: undefined })} />
          ))}
        </div>
        <div className="-mx-3.5"><FieldFilterLine filters={values.conditions.field} onChange={(field) => change({ field })} /></div>
        <div className="flex flex-wrap items-center gap-2">
          {others.length > 0 && (
            <Menu trigger={<Button icon={<Plus className="size-4" />}>{t('views.addCondition')}</Button>}>
              {others.map((key) => (
                <MenuItem key={key} onSelect={() => change(firstValue(key))}>{t(`views.condition.${key}`)}</MenuItem>
              ))}
            </Menu>
          )}
          <FieldFilterButton filters={values.conditions.field} brand={undefined} onChange={(field) => change({ field })} />
          <span className="flex-1" />
          <Holds conditions={filledIn(values.conditions)} />
        </div>
      </section>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField<ListSort> label={t('tickets.list.sort')} value={values.sort} choices={listSorts.map((sort) => ({ value: sort, label: sortWord(t, sort) }))} onChange={(sort) => set('sort', sort)} />
        <SelectField<Grouping> label={t('views.group')} value={values.group} choices={groupings.map((group) => ({ value: group, label: t(`views.group.${group}`) }))} onChange={(group) => set('group', group)} />
      </div>
      <ColumnsField most={mostColumns} choices={[...ownColumns.map((column) => ({ value: column as string, label: ownColumnLabel(t, column) })), ...fields.map((field) => ({ value: field.key, label: words.label(field) }))]} value={values.columns} onChange={(columns) => set('columns', columns)} />
    </FormDialog>
  );
}

/** How many tickets the view would hold now. */
function Holds({ conditions }: { conditions: Conditions }) {
  const t = useT();
  const formats = useFormats();
  const { data } = useQuery({
    queryKey: ['tickets', 'view-preview', conditions],
    queryFn: ({ signal }) => api.post('/api/v1/saved-views/preview', { body: { conditions }, signal }),
    placeholderData: (before) => before,
    staleTime: 10_000,
    retry: false,
  });
  return <p role="status" className="tabular text-small text-muted">{data && t('views.holds', { count: data.count, shown: countText(data, formats.number) })}</p>;
}
