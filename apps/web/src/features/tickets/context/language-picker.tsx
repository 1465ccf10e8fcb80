import { FilterList, Popover } from '@ombud/ui';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useLanguageChoices } from '../../../lib/language-choices.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { valueButton } from './card.tsx';

export interface LanguagePickerProps {
  value: string | null;
  /** Null when the one that was chosen is taken away */
  onChange(language: string | null): void;
  open?: boolean;
  onOpenChange?(open: boolean): void;
}

/** A language where it stands, of a customer or a ticket: any there is, found by typing. */
export function LanguagePicker({ value, onChange, open: wanted, onOpenChange }: LanguagePickerProps) {
  const t = useT();
  const language = useLanguageName();
  const choices = useLanguageChoices(value);
  const [own, setOwn] = useState(false);
  const open = wanted ?? own;
  const setOpen = onOpenChange ?? setOwn;
  const label = t('tickets.field.language');
  return (
    <Popover label={label} open={open} onOpenChange={setOpen} className="w-56 !p-0" trigger={<button type="button" aria-label={t('fields.valueIs', { field: label, value: value ? language(value) : t('fields.empty') })} className={valueButton}>{value ? language(value) : <span className="text-faint">{t('fields.empty')}</span>}</button>}>
      <FilterList
        label={label}
        selected={value ? [value] : []}
        choices={choices}
        onChoose={(next) => {
          setOpen(false);
          onChange(next === value ? null : next);
        }}
      />
    </Popover>
  );
}
