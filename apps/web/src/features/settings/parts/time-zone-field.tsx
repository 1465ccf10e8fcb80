import { Combobox, Field, type Choice } from '@ombud/ui';
import { useMemo } from 'react';
import { useT } from '../../../lib/i18n.ts';

export interface TimeZoneFieldProps {
  hint?: string;
  value: string;
  error?: string;
  onChange(zone: string): void;
}

const readable = (zone: string) => zone.replaceAll('_', ' ');

/** All zones that the browser knows, found by typing a city. */
export function TimeZoneField({ hint, value, error, onChange }: TimeZoneFieldProps) {
  const t = useT();
  const choices = useMemo<Choice[]>(() => {
    const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), value]);
    return [...zones].map((zone) => ({ value: zone, label: readable(zone) }));
  }, [value]);
  return (
    <Field label={t('settings.timeZone')} hint={hint} error={error}>
      <Combobox clearable={false} value={{ value, label: readable(value) }} choices={choices} onChange={(choice) => choice && onChange(choice.value)} />
    </Field>
  );
}
