import type { Shape } from '@ombud/sdk';
import { Checkbox, IconButton } from '@ombud/ui';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useT, useTranslator } from '../../../lib/i18n.ts';

export type WeekHours = NonNullable<Shape<'Workspace'>['hours']>;
type Span = WeekHours[number][number];

const officeDay = (): Span[] => [{ from: '08:00', to: '17:00' }];
const mostSpans = 6;

/** Monday to Friday, office hours: what is offered before anybody has said anything. */
export function officeWeek(): WeekHours {
  return [officeDay(), officeDay(), officeDay(), officeDay(), officeDay(), [], []];
}

/** A field for a time ends its day with 24:00, which it writes as 00:00. */
const shownEnd = (time: string) => (time === '24:00' ? '00:00' : time);
const storedEnd = (time: string) => (time === '00:00' ? '24:00' : time);

export interface WeekHoursFieldProps {
  value: WeekHours;
  onChange(hours: WeekHours): void;
  error?: string;
}

/** When the desk is staffed: each day on or off, with as many spans as breaks make. */
export function WeekHoursField({ value, onChange, error }: WeekHoursFieldProps) {
  const t = useT();
  const { language } = useTranslator();
  const id = useId();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const setDay = (day: number, spans: Span[]) => onChange(value.map((before, index) => (index === day ? spans : before)));
  return (
    <fieldset data-wrong={error ? true : undefined} aria-describedby={`${id}-hint`} className="min-w-0">
      <legend className="font-strong">{t('settings.hours.title')}</legend>
      <p id={`${id}-hint`} className="max-w-prose text-small text-muted">{t('settings.hours.hint')}</p>
      <ul className="mt-2 flex flex-col divide-y divide-line-soft">
        {value.map((spans, day) => {
          const name = weekday.format(Date.UTC(2024, 0, 1 + day));
          return (
            <li key={day} className="flex flex-wrap items-start gap-x-4 gap-y-1.5 py-2">
              <span className="flex min-h-9 w-32 items-center first-letter:uppercase">
                <Checkbox label={<span className="inline-block first-letter:uppercase">{name}</span>} checked={spans.length > 0} onCheckedChange={(on) => setDay(day, on ? officeDay() : [])} />
              </span>
              <DaySpans day={name} spans={spans} onChange={(next) => setDay(day, next)} />
            </li>
          );
        })}
      </ul>
      <div role="alert" className="text-small text-red empty:hidden">{error}</div>
    </fieldset>
  );
}

function DaySpans({ day, spans, onChange }: { day: string; spans: Span[]; onChange(spans: Span[]): void }) {
  const t = useT();
  const set = (index: number, change: Partial<Span>) => onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));
  if (spans.length === 0) return <span className="flex min-h-9 items-center text-faint">{t('settings.hours.closed')}</span>;
  return (
    <ul className="flex min-w-0 flex-col gap-1.5">
      {spans.map((span, index) => (
        <li key={index} className="flex items-center gap-1.5">
          <TimeInput label={t('settings.hours.from', { day })} value={span.from} onChange={(from) => set(index, { from })} />
          <span aria-hidden>–</span>
          <TimeInput label={t('settings.hours.to', { day })} value={shownEnd(span.to)} onChange={(to) => set(index, { to: storedEnd(to) })} />
          {spans.length > 1 && <IconButton label={t('settings.hours.remove', { day })} icon={<X />} onClick={() => onChange(spans.filter((_, at) => at !== index))} />}
          {index === spans.length - 1 && spans.length < mostSpans && <IconButton label={t('settings.hours.add', { day })} icon={<Plus />} onClick={() => onChange(withBreak(spans))} />}
        </li>
      ))}
    </ul>
  );
}

/** A break in the last span where it is long enough, else an hour behind it. */
function withBreak(spans: Span[]): Span[] {
  const last = spans.at(-1);
  if (!last) return officeDay();
  if (last.from < '12:00' && last.to > '13:00') return [...spans.slice(0, -1), { from: last.from, to: '12:00' }, { from: '13:00', to: last.to }];
  const hour = Math.min(23, Number(last.to.slice(0, 2)) + 1);
  return [...spans, { from: `${String(hour).padStart(2, '0')}:00`, to: hour === 23 ? '24:00' : `${String(hour + 1).padStart(2, '0')}:00` }];
}

function TimeInput({ label, value, onChange }: { label: string; value: string; onChange(time: string): void }) {
  return (
    <input
      type="time"
      aria-label={label}
      required
      value={value}
      onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value)}
      className="h-control min-w-0 rounded-md border border-field-line bg-pane px-2 text-body tabular-nums hover:border-muted focus:border-accent focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus"
    />
  );
}
