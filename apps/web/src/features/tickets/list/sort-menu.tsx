import { IconButton, Menu, MenuChoices } from '@ombud/ui';
import { ListFilter as FilterIcon } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { listSorts, type ListSort } from '../store/view-filters.ts';

export interface SortMenuProps {
  value: ListSort;
  onChange(sort: ListSort): void;
  defaultOpen: boolean;
  autoFocus: boolean;
}

export function SortMenu({ value, onChange, defaultOpen, autoFocus }: SortMenuProps) {
  const t = useT();
  return (
    <Menu align="end" defaultOpen={defaultOpen} trigger={<IconButton autoFocus={autoFocus} label={t('tickets.list.sort')} icon={<FilterIcon />} className="-mr-2" />}>
      <MenuChoices<ListSort> label={t('tickets.list.sort')} value={value} choices={listSorts.map((sort) => ({ value: sort, label: t(`tickets.sort.${sort}`) }))} onChange={onChange} />
    </Menu>
  );
}
