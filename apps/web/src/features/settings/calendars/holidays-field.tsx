import { Checkbox, Combobox, Field, SelectField, type Choice } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useHolidayName, type Calendar, type CalendarPreview } from './calendar-words.ts';

type Source = NonNullable<Calendar['holidays']>;
type Holiday = CalendarPreview['holidays'][number];

export interface HolidaysFieldProps {
  value: Source | null;
  /** Shown first, because the desk is there */
  suggested: string | null;
  error?: string;
  onChange(source: Source | null): void;
}

const none = 'none';

/** Whose public holidays are days off, and which of them are not. */
export function HolidaysField({ value, suggested, error, onChange }: HolidaysFieldProps) {
  const t = useT();
  const { language } = useTranslator();
  const countries = useQuery({ queryKey: ['holiday-countries'], queryFn: ({ signal }) => api.get('/api/v1/calendars/holiday-countries', { signal }), staleTime: Infinity });
  const choices = useMemo<Choice[]>(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const all = (countries.data?.items ?? []).map(({ country }) => ({ value: country, label: names.of(country) ?? country }));
    const sorted = all.sort((one, other) => Number(other.value === suggested) - Number(one.value === suggested) || one.label.localeCompare(other.label, language));
    return [{ value: none, label: t('calendars.holidays.none') }, ...sorted];
  }, [countries.data, language, suggested, t]);
  const regions = countries.data?.items.find(({ country }) => country === value?.country)?.regions ?? [];
  const chosen = choices.find((choice) => choice.value === (value?.country ?? none)) ?? { value: value?.country ?? none, label: value?.country ?? t('calendars.holidays.none') };
  const choose = (country: string) => onChange(country === none ? null : { country, region: null, left_out: [], taken_in: [] });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex max-w-lg flex-col gap-4">
        <Field label={t('calendars.country')} error={error}>
          <Combobox clearable={false} disabled={countries.isPending} value={chosen} choices={choices} onChange={(choice) => choice && choose(choice.value)} />
        </Field>
        {value && regions.length > 0 && (
          <SelectField
            label={t('calendars.region')}
            value={value.region ?? none}
            choices={[{ value: none, label: t('calendars.region.none') }, ...regions.map(({ code, name }) => ({ value: code, label: name }))]}
            onChange={(region) => onChange({ ...value, region: region === none ? null : region })}
          />
        )}
      </div>
      {value && <HolidayList source={value} onChange={onChange} />}
    </div>
  );
}

function HolidayList({ source, onChange }: { source: Source; onChange(source: Source): void }) {
  const t = useT();
  const formats = useFormats();
  const nameOf = useHolidayName();
  const { country, region } = source;
  const preview = useQuery({
    queryKey: ['holidays-of', country, region],
    queryFn: ({ signal }) => api.post('/api/v1/calendars/preview', { body: { holidays: { country, region } }, signal }),
    staleTime: Infinity,
  });
  const holidays = [...new Map((preview.data?.holidays ?? []).map((each) => [each.rule, each])).values()];
  const isOff = ({ rule, type }: Holiday) => (type === 'optional' ? source.taken_in.includes(rule) : !source.left_out.includes(rule));
  const toggle = ({ rule, type }: Holiday, off: boolean) => {
    const key = type === 'optional' ? 'taken_in' : 'left_out';
    const listed = type === 'optional' ? off : !off;
    onChange({ ...source, [key]: listed ? [...source[key], rule] : source[key].filter((each) => each !== rule) });
  };
  if (holidays.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 font-strong">{t('calendars.holidays.closedOn')}</legend>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {holidays.map((holiday) => (
          <li key={holiday.rule} className="flex min-h-8 min-w-0 items-center">
            <Checkbox
              label={<span>{nameOf(holiday.names)} <span className="text-small text-faint">{formats.day(holiday.date)}</span></span>}
              checked={isOff(holiday)}
              onCheckedChange={(off) => toggle(holiday, off)}
            />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small text-faint">{t('calendars.holidays.source')}</p>
    </fieldset>
  );
}
