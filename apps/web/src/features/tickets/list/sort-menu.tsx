import { IconButton, Menu, MenuChoices, MenuItem, MenuSeparator, MenuTicks, SubMenu } from '@ombud/ui';
import { BookmarkPlus, Columns3, Group, ListChecks, ListFilter as FilterIcon, PanelRight, Pencil, Rows3 } from 'lucide-react';
import { densities } from '../../../lib/appearance.ts';
import { useT } from '../../../lib/i18n.ts';
import { chooseColumns, mostColumns, useColumns, useFields, useFieldWords } from '../../fields/index.ts';
import { useIsWide } from '../../../lib/media.ts';
import { useChangeMe, useMay, useMe } from '../../../lib/session.ts';
import { openEditor } from '../store/view-editor.ts';
import type { Grouping, SavedView } from '../store/types.ts';
import { sortWord } from '../views/sort-word.ts';
import { groupings, listSorts, type ListFilter, type ListSort } from '../store/view-filters.ts';
import { columnsOf, ownColumnLabel, ownColumns } from './own-columns.ts';

export interface SortMenuProps {
  value: ListSort;
  group: Grouping;
  filter: ListFilter;
  /** A view that somebody built has its own columns */
  saved: SavedView | undefined;
  onGroup(group: Grouping): void;
  /** The list of one brand offers that brand's fields */
  brand: number | undefined;
  onChange(sort: ListSort): void;
  /** Shows every row’s box, or hides them again; where a row’s box comes with the pointer there is none */
  choosing: boolean;
  onChoose?(on: boolean): void;
  defaultOpen: boolean;
  autoFocus: boolean;
}

/** How the list is sorted, grouped and shown, and how it becomes a view. */
export function SortMenu({ value, group, filter, saved, brand, onGroup, onChange, choosing, onChoose, defaultOpen, autoFocus }: SortMenuProps) {
  const t = useT();
  const words = useFieldWords();
  const wide = useIsWide();
  const may = useMay('tickets.write');
  const { preferences } = useMe();
  const change = useChangeMe();
  const fields = useFields(brand);
  const columns = columnsOf(useColumns(), fields).map((column) => (typeof column === 'string' ? column : column.key));
  return (
    <Menu align="end" defaultOpen={defaultOpen} trigger={<IconButton autoFocus={autoFocus} label={t('tickets.list.sort')} icon={<FilterIcon />} className="-mr-2" />}>
      <MenuChoices<ListSort> label={t('tickets.list.sort')} value={value} choices={listSorts.map((sort) => ({ value: sort, label: sortWord(t, sort) }))} onChange={onChange} />
      <MenuSeparator />
      <SubMenu icon={<Group />} label={t('views.group')}>
        <MenuChoices<Grouping> label={t('views.group')} value={group} choices={groupings.map((each) => ({ value: each, label: t(`views.group.${each}`) }))} onChange={onGroup} />
      </SubMenu>
      <SubMenu icon={<Rows3 />} label={t('shell.density')}>
        <MenuChoices label={t('shell.density')} value={preferences.density} choices={densities.map((each) => ({ value: each, label: t(`shell.density.${each}`) }))} onChange={(density) => void change({ preferences: { density } })} />
      </SubMenu>
      {!saved && (
        <SubMenu icon={<Columns3 />} label={t('views.columns')}>
          <MenuTicks label={t('fields.columns', { most: mostColumns })} choices={[...ownColumns.map((column) => ({ value: column as string, label: ownColumnLabel(t, column) })), ...fields.map((field) => ({ value: field.key, label: words.label(field) }))]} ticked={columns} most={mostColumns} onChange={chooseColumns} />
        </SubMenu>
      )}
      {wide && (
        <SubMenu icon={<PanelRight />} label={t('views.reading')}>
          <MenuChoices label={t('views.reading')} value={preferences.reading} choices={(['split', 'full'] as const).map((each) => ({ value: each, label: t(`views.reading.${each}`) }))} onChange={(reading) => void change({ preferences: { reading } })} />
        </SubMenu>
      )}
      {may && (
        <>
          <MenuSeparator />
          {onChoose && <MenuItem icon={<ListChecks />} onSelect={() => onChoose(!choosing)}>{t(choosing ? 'views.choosingEnds' : 'views.choosing')}</MenuItem>}
          {saved?.may_edit && <MenuItem icon={<Pencil />} onSelect={() => openEditor({ edit: saved })}>{t('views.edit')}</MenuItem>}
          <MenuItem icon={<BookmarkPlus />} onSelect={() => openEditor({ from: filter })}>{t('views.save')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
