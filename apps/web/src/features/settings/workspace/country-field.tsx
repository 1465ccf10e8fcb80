import { Combobox, Field, type Choice } from '@ombud/ui';
import { useMemo } from 'react';
import { useT, useTranslator } from '../../../lib/i18n.ts';
import { countryCodes } from './countries.ts';

export interface CountryFieldProps {
  /** ISO 3166-1; null: as the time zone says */
  value: string | null;
  /** What that is now, where it is known */
  automatic: string | null;
  error?: string;
  onChange(country: string | null): void;
}

const auto = 'auto';

/** Where telephone numbers without a country code are at home. */
export function CountryField({ value, automatic, error, onChange }: CountryFieldProps) {
  const t = useT();
  const { language } = useTranslator();
  const { choices, follow } = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const nameOf = (code: string) => names.of(code) ?? code;
    const byTimeZone: Choice = { value: auto, label: automatic ? t('settings.workspace.country.autoIs', { country: nameOf(automatic) }) : t('settings.workspace.country.auto') };
    const countries: Choice[] = countryCodes.map((code) => ({ value: code, label: nameOf(code) })).sort((a, b) => a.label.localeCompare(b.label, language));
    return { choices: [byTimeZone, ...countries], follow: byTimeZone };
  }, [language, automatic, t]);
  const chosen = choices.find((choice) => choice.value === (value ?? auto)) ?? follow;
  return (
    <Field label={t('settings.workspace.country')} hint={t('settings.workspace.country.hint')} error={error}>
      <Combobox clearable={false} value={chosen} choices={choices} onChange={(choice) => choice && onChange(choice.value === auto ? null : choice.value)} />
    </Field>
  );
}
