import { TextField } from '@ombud/ui';
import { isLanguage, type Language } from '@ombud/i18n';
import { useId, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { readMoment, toFields } from '../snooze/snooze-times.ts';
import { readWhen } from './when/read-when.ts';

export interface WhenValues {
  date: string;
  /** Empty: by the end of the day */
  time: string;
  /** Of a call: its slot begins then */
  from: string;
}

export const noWhen: WhenValues = { date: '', time: '', from: '' };

/** What the fields say, as the API takes it; null while they say nothing, or something that is over. */
export function dueOf({ date, time, from }: WhenValues, zone: string, now = new Date()): { due: string; from?: string } | null {
  if (date === '') return null;
  if (time === '') return date >= toFields(now, zone).date ? { due: date } : null;
  const at = readMoment(date, time, zone);
  const begins = from === '' ? null : readMoment(date, from, zone);
  if (!at || at <= now || (begins && begins > at)) return null;
  return { due: at.toISOString(), ...(begins && { from: begins.toISOString() }) };
}

/** What somebody typed, in their language or in English. */
function readTyped(text: string, language: Language, zone: string): WhenValues | null {
  const now = new Date();
  const when = readWhen(text, language, now, zone) ?? (language === 'en' ? null : readWhen(text, 'en', now, zone));
  if (!when) return null;
  if ('day' in when) return { date: when.day, time: '', from: '' };
  return { ...toFields(when.at, zone), from: when.from ? toFields(when.from, zone).time : '' };
}

interface WhenFieldsProps {
  value: WhenValues;
  /** A call has a slot */
  slot: boolean;
  error?: string;
  autoFocus?: boolean;
  onChange(value: WhenValues): void;
}

/** By when: typed as one would say it, with what was understood in the fields below, where it can be set as well. */
export function WhenFields({ value, slot, error, autoFocus, onChange }: WhenFieldsProps) {
  const t = useT();
  const id = useId();
  const formats = useFormats();
  const { language, time_zone: zone } = useMe().agent;
  const [typed, setTyped] = useState('');
  const spoken = isLanguage(language) ? language : 'en';
  const due = dueOf(value, zone);
  function type(text: string) {
    setTyped(text);
    onChange(readTyped(text, spoken, zone) ?? noWhen);
  }
  const set = (change: Partial<WhenValues>) => (setTyped(''), onChange({ ...value, ...change }));
  const read = !due ? (typed.trim() === '' ? '' : t('commitments.when.notRead')) : due.due.length === 10 ? t('commitments.when.byDay', { day: formats.day(due.due) }) : due.from ? t('commitments.when.slot', { from: formats.weekdayTime(new Date(due.from)), to: formats.dateTime(new Date(due.due)) }) : t('commitments.when.by', { when: formats.fullDateTime(new Date(due.due)) });
  return (
    <div className="flex flex-col gap-2">
      <TextField autoFocus={autoFocus} label={t('commitments.when')} hint={t('commitments.when.hint')} autoComplete="off" value={typed} onValueChange={type} error={error} aria-describedby={id} />
      <div className={slot ? 'grid grid-cols-[minmax(0,1.4fr)_1fr_1fr] gap-2' : 'grid grid-cols-[minmax(0,1.4fr)_1fr] gap-2'}>
        <TextField label={t('work.date')} type="date" max="9999-12-31" value={value.date} onValueChange={(date) => set({ date })} />
        {slot && <TextField label={t('commitments.from')} type="time" value={value.from} onValueChange={(from) => set({ from })} />}
        <TextField label={slot ? t('commitments.when.to') : t('work.clock')} type="time" value={value.time} onValueChange={(time) => set({ time })} />
      </div>
      <p id={id} role="status" className={due ? 'm-0 min-h-5 text-small text-muted' : 'm-0 min-h-5 text-small text-amber'}>{read}</p>
    </div>
  );
}
