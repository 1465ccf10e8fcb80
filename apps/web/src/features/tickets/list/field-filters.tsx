import { IconButton, useLaterMenu } from '@ombud/ui';
import { Funnel, X } from 'lucide-react';
import { useT, withLaterTexts } from '../../../lib/i18n.ts';
import { filterParts, filterText, useAllFields, useFieldWords, withFilter, type Field, type FieldFilter } from '../../fields/index.ts';

interface Props {
  filters: readonly FieldFilter[] | undefined;
  onChange(filters: FieldFilter[] | undefined): void;
}

const loadFilterMenu = () => withLaterTexts(() => import('./field-filter-menu.tsx'));

/** The fields that the list can be filtered by; a brand's list has that brand's and everybody's. */
function useFilterable(brand: number | undefined): Field[] {
  return useAllFields().filter((field) => !field.archived && field.filterable && field.filter_ready && (!brand || field.brand === null || field.brand.id === brand));
}

/** Filters by a field; not there where no field can be filtered by. */
export function FieldFilterButton({ filters, brand, onChange }: Props & { brand: number | undefined }) {
  const t = useT();
  const fields = useFilterable(brand);
  const { part, standIn, start } = useLaterMenu(loadFilterMenu);
  if (fields.length === 0) return null;
  if (part) return <part.FieldFilterMenu {...start} fields={fields} filters={filters} onChange={onChange} />;
  return <IconButton {...standIn} aria-haspopup="dialog" label={t('fields.filter')} icon={<Funnel />} pressed={filters !== undefined || undefined} />;
}

/** What the list is filtered by, each with a way out. */
export function FieldFilterLine({ filters, onChange }: Props) {
  const t = useT();
  const fields = useAllFields();
  const words = useFieldWords();
  if (!filters) return null;
  const shown = filters.map((filter) => {
    const { key, value } = filterParts(filter);
    const field = fields.find((each) => each.key === key);
    const one = (part: string) => (field ? words.value(field, field.type === 'number' ? Number(part) : field.type === 'checkbox' ? part === 'true' : part) : part);
    const text = field && filterText(field, value, {
      one,
      or: (parts) => parts.join(', '),
      between: (from, to) => t('fields.filter.between', { from, to }),
      from: (from) => t('fields.filter.from', { from }),
      to: (to) => t('fields.filter.to', { to }),
      beginning: (beginning) => t('fields.filter.beginning', { beginning }),
    });
    return { key, text: t('fields.filter.chip', { field: field ? words.label(field) : key, value: text ?? value }) };
  });
  return (
    <ul aria-label={t('fields.filter.active')} className="m-0 flex list-none flex-wrap gap-1 px-3.5 pb-2">
      {shown.map(({ key, text }) => (
        <li key={key} className="flex min-w-0 max-w-full">
          <span title={text} className="flex h-6 min-w-0 items-center rounded-l-[5px] bg-accent-soft pl-2 text-small text-accent-text coarse:h-9"><span className="truncate">{text}</span></span>
          <button type="button" aria-label={t('fields.filter.remove', { filter: text })} onClick={() => onChange(withFilter(filters, key, null))} className="grid size-6 shrink-0 place-items-center rounded-r-[5px] bg-accent-soft text-accent-text hover:brightness-95 coarse:size-9">
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
