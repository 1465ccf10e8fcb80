import { Button, FilterList, IconButton, Popover, TextField } from '@ombud/ui';
import { ChevronLeft, Funnel } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { filterParts, OptionList, useFieldWords, withFilter, type Field, type FieldFilter } from '../../fields/index.ts';

export interface FieldFilterMenuProps {
  fields: readonly Field[];
  filters: readonly FieldFilter[] | undefined;
  defaultOpen: boolean;
  autoFocus: boolean;
  onChange(filters: FieldFilter[] | undefined): void;
}

/** First the field, then what it shall be; each by a control of its type. */
export function FieldFilterMenu({ fields, filters, defaultOpen, autoFocus, onChange }: FieldFilterMenuProps) {
  const t = useT();
  const words = useFieldWords();
  const [open, setOpen] = useState(defaultOpen);
  const [key, setKey] = useState<string | null>(null);
  const field = fields.find((each) => each.key === key);
  const now = filters?.map(filterParts).find((each) => each.key === key)?.value ?? null;
  function show(next: boolean) {
    setOpen(next);
    if (next) setKey(null);
  }
  function choose(value: string | null) {
    setOpen(false);
    if (field && value !== now) onChange(withFilter(filters, field.key, value));
  }
  return (
    <Popover
      label={t('fields.filter')}
      align="end"
      open={open}
      onOpenChange={show}
      className="w-72 !p-0"
      trigger={<IconButton autoFocus={autoFocus} label={t('fields.filter')} icon={<Funnel />} pressed={filters !== undefined || undefined} />}
    >
      {field ? (
        <>
          <div className="flex items-center gap-1 border-b border-line-soft p-1">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the list that had the focus has gone */}
            <IconButton label={t('fields.filter.back')} icon={<ChevronLeft />} onClick={() => setKey(null)} autoFocus={field.type === 'checkbox'} />
            <span className="min-w-0 truncate font-strong">{words.label(field)}</span>
          </div>
          <FilterValue key={field.key} field={field} value={now} onChoose={choose} />
        </>
      ) : (
        <FilterList label={t('fields.filter')} selected={(filters ?? []).map((filter) => filterParts(filter).key)} choices={fields.map((each) => ({ value: each.key, label: words.label(each), opens: true }))} onChoose={setKey} />
      )}
    </Popover>
  );
}

function FilterValue({ field, value, onChoose }: { field: Field; value: string | null; onChoose(value: string | null): void }) {
  const t = useT();
  switch (field.type) {
    case 'choice':
    case 'tree':
      return <Focused><OptionList field={field} value={value} clearable={value !== null} onChoose={onChoose} /></Focused>;
    case 'checkbox':
      return (
        <div className="flex gap-2 p-3">
          {(['true', 'false'] as const).map((each) => (
            <Button key={each} onClick={() => onChoose(each)} tone={value === each ? 'primary' : undefined} className="flex-1">{t(each === 'true' ? 'fields.yes' : 'fields.no')}</Button>
          ))}
        </div>
      );
    case 'text':
      return <TextFilter value={value} onChoose={onChoose} />;
    case 'number':
    case 'date':
      return <RangeFilter field={field} value={value} onChoose={onChoose} />;
  }
}

/** The list takes the focus from the one before it. */
function Focused({ children }: { children: ReactNode }) {
  return <div ref={(frame) => frame?.querySelector('input')?.focus()}>{children}</div>;
}

function TextFilter({ value, onChoose }: { value: string | null; onChoose(value: string | null): void }) {
  const t = useT();
  const [typed, setTyped] = useState(value ?? '');
  function submit(event: FormEvent) {
    event.preventDefault();
    onChoose(typed.trim() || null);
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2.5 p-3">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the list that had the focus has gone */}
      <TextField autoFocus label={t('fields.filter.begins')} value={typed} onValueChange={setTyped} maxLength={100} autoComplete="off" />
      <Button type="submit" tone="primary">{t('fields.filter.apply')}</Button>
    </form>
  );
}

function RangeFilter({ field, value, onChoose }: { field: Field; value: string | null; onChoose(value: string | null): void }) {
  const t = useT();
  const formats = useFormats();
  const isDate = field.type === 'date';
  const [first = '', last = first] = value === null ? [] : value.split('..');
  const written = (part: string) => (isDate || part === '' ? part : formats.decimal(Number(part)));
  const [from, setFrom] = useState(() => written(first));
  const [to, setTo] = useState(() => written(last));
  const [wrong, setWrong] = useState<{ from?: boolean; to?: boolean }>({});
  function read(text: string): string | null {
    if (text.trim() === '') return '';
    if (isDate) return text;
    const number = formats.readDecimal(text);
    return number === null ? null : plainNumber(number);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const [start, end] = [read(from), read(to)];
    setWrong({ from: start === null, to: end === null });
    if (start === null || end === null) return;
    onChoose(start === '' && end === '' ? null : start === end ? start : `${start}..${end}`);
  }
  const kind = isDate ? { type: 'date' as const, max: '9999-12-31' } : { inputMode: 'decimal' as const, maxLength: 24 };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2.5 p-3">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the list that had the focus has gone */}
      <TextField {...kind} autoFocus label={t('fields.filter.fromLabel')} value={from} onValueChange={setFrom} error={wrong.from ? t('fields.error.number') : undefined} autoComplete="off" />
      <TextField {...kind} label={t('fields.filter.toLabel')} value={to} onValueChange={setTo} error={wrong.to ? t('fields.error.number') : undefined} autoComplete="off" />
      <Button type="submit" tone="primary">{t('fields.filter.apply')}</Button>
    </form>
  );
}

/** Without an exponent, as the API takes it. */
function plainNumber(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 10 });
}
