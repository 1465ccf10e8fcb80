import { IconButton, Menu, MenuChoices, MenuSeparator, MenuTicks } from '@ombud/ui';
import { ListFilter as FilterIcon } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { chooseColumns, mostColumns, useColumns, useFields, useFieldWords } from '../../fields/index.ts';
import { listSorts, type ListSort } from '../store/view-filters.ts';

export interface SortMenuProps {
  value: ListSort;
  /** The list of one brand offers that brand's fields */
  brand: number | undefined;
  onChange(sort: ListSort): void;
  defaultOpen: boolean;
  autoFocus: boolean;
}

/** How the list is sorted, and which fields its rows show. */
export function SortMenu({ value, brand, onChange, defaultOpen, autoFocus }: SortMenuProps) {
  const t = useT();
  const words = useFieldWords();
  const fields = useFields(brand);
  const columns = useColumns()?.split(',').filter((key) => fields.some((field) => field.key === key)) ?? [];
  return (
    <Menu align="end" defaultOpen={defaultOpen} trigger={<IconButton autoFocus={autoFocus} label={t('tickets.list.sort')} icon={<FilterIcon />} className="-mr-2" />}>
      <MenuChoices<ListSort> label={t('tickets.list.sort')} value={value} choices={listSorts.map((sort) => ({ value: sort, label: t(`tickets.sort.${sort}`) }))} onChange={onChange} />
      {fields.length > 0 && (
        <>
          <MenuSeparator />
          <MenuTicks label={t('fields.columns', { most: mostColumns })} choices={fields.map((field) => ({ value: field.key, label: words.label(field) }))} ticked={columns} most={mostColumns} onChange={chooseColumns} />
        </>
      )}
    </Menu>
  );
}
