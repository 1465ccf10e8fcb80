import { Button, Chip, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Pencil, Plus, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useUpdate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { fieldsOptions, useFieldWords, type Field } from '../../fields/index.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { FieldDialog } from './field-dialog.tsx';

interface Group {
  id: number | null;
  name: string;
  color?: string;
  fields: Field[];
}

/** The custom fields of tickets: those of all brands, then each brand's own. */
export function FieldsPage() {
  const t = useT();
  const query = useQuery(fieldsOptions);
  const [edited, setEdited] = useState<Field | 'new' | null>(null);
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setEdited('new')}>{t('fields.add')}</Button>;
  return (
    <SettingsPage title={t('fields.settings.title')} lead={t('fields.settings.lead')} needs="settings.manage" action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<Rows3 />} title={t('fields.settings.empty.title')} action={add}>{t('fields.settings.empty.text')}</EmptyState>}>
        {(fields) => <Groups fields={fields} onEdit={setEdited} />}
      </ListState>
      {edited && <FieldDialog field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsPage>
  );
}

function Groups({ fields, onEdit }: { fields: Field[]; onEdit(field: Field): void }) {
  const t = useT();
  const { brands } = useMe();
  const live = fields.filter(({ archived }) => !archived);
  const archived = fields.filter((field) => field.archived);
  const groups: Group[] = [
    { id: null, name: t('fields.allBrands'), fields: live.filter(({ brand }) => brand === null) },
    ...brands.map(({ id, name, color }) => ({ id, name, color, fields: live.filter(({ brand }) => brand?.id === id) })),
  ].filter((group) => group.fields.length > 0);
  return (
    <>
      {groups.map(({ id, name, color, fields: own }) => (
        <section key={id ?? 'all'} aria-label={name} className="pt-9 first:pt-0">
          <h2 className="flex items-center gap-2 text-title">{color && <BrandDot color={color} />}{name}</h2>
          <FieldTable caption={name} fields={own} onEdit={onEdit} />
        </section>
      ))}
      {archived.length > 0 && (
        <section aria-label={t('fields.archived')} className="pt-9">
          <h2 className="text-title">{t('fields.archived')}</h2>
          <p className="mt-0.5 max-w-prose text-muted">{t('fields.archived.hint')}</p>
          <FieldTable caption={t('fields.archived')} fields={archived} onEdit={onEdit} />
        </section>
      )}
    </>
  );
}

function FieldTable({ caption, fields, onEdit }: { caption: string; fields: Field[]; onEdit(field: Field): void }) {
  const t = useT();
  const words = useFieldWords();
  const update = useUpdate('fields');
  async function setArchived(field: Field, archived: boolean) {
    try {
      await update(field.id, { archived });
      if (archived) offerUndo(t('settings.done.archived', { name: words.label(field) }), () => void setArchived(field, false));
      else toastDone(t('settings.done.restored', { name: words.label(field) }));
    } catch (error) {
      toastProblem(error, () => void setArchived(field, archived));
    }
  }
  const place = (field: Field, before: number | null) => void update(field.id, { before }).catch((error: unknown) => toastProblem(error));
  const columns: Column<Field>[] = [
    {
      key: 'label',
      head: <VisuallyHidden>{t('fields.label')}</VisuallyHidden>,
      cell: (field) => (
        <span className="flex min-w-0 flex-col items-start">
          <RowButton onClick={() => onEdit(field)}>{words.label(field)}</RowButton>
          <span className="max-w-full truncate text-small text-faint">{[t(`fields.type.${field.type}`), field.key].join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'rules',
      head: <VisuallyHidden>{t('fields.required')}</VisuallyHidden>,
      cell: (field) => (
        <span className="flex flex-wrap justify-end gap-1 max-sm:max-w-44">
          {field.required !== 'never' && <Chip tone="amber">{t(`fields.required.short.${field.required}`)}</Chip>}
          {field.filterable && <Chip>{t(field.filter_ready ? 'fields.filterable.short' : 'fields.filterable.preparing')}</Chip>}
        </span>
      ),
      align: 'end',
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (field) => {
        const at = fields.findIndex(({ id }) => id === field.id);
        return (
          <RowMenu name={words.label(field)}>
            <MenuItem icon={<Pencil />} onSelect={() => onEdit(field)}>{t('common.edit')}</MenuItem>
            {!field.archived && <MenuItem icon={<ArrowUp />} disabled={at === 0} onSelect={() => place(field, fields[at - 1]?.id ?? null)}>{t('fields.moveUp')}</MenuItem>}
            {!field.archived && <MenuItem icon={<ArrowDown />} disabled={at === fields.length - 1} onSelect={() => place(field, fields[at + 2]?.id ?? null)}>{t('fields.moveDown')}</MenuItem>}
            {field.archived ? (
              <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(field, false)}>{t('settings.restore')}</MenuItem>
            ) : (
              <MenuItem icon={<Archive />} onSelect={() => void setArchived(field, true)}>{t('settings.archive')}</MenuItem>
            )}
          </RowMenu>
        );
      },
    },
  ];
  return <Table caption={caption} columns={columns} rows={fields} rowKey={({ id }) => id} />;
}
