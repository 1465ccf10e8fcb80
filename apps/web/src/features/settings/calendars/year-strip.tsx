import { cx } from '@ombud/ui';
import { useMemo } from 'react';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useHolidayName, type Calendar, type CalendarPreview } from './calendar-words.ts';

type Kind = 'open' | 'closed' | 'holiday' | 'other';
const looks: Record<Kind, string> = { open: 'bg-accent-soft', closed: 'bg-sunken', holiday: 'bg-red', other: 'bg-amber' };

/** A year, a line for each month: open, closed by the week, a day off, other hours. What it shows stands in words beside it. */
export function YearStrip({ year, week, days }: { year: number; week: Calendar['week']; days: CalendarPreview['days'] }) {
  const t = useT();
  const formats = useFormats();
  const { language } = useTranslator();
  const nameOf = useHolidayName();
  const unusual = useMemo(() => new Map(days.map((day) => [day.date, day])), [days]);
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const kindOf = (date: Date): Kind => {
    const day = unusual.get(date.toISOString().slice(0, 10));
    if (day) return day.open ? 'other' : 'holiday';
    return week === null || (week[(date.getUTCDay() + 6) % 7] ?? []).length > 0 ? 'open' : 'closed';
  };
  const legend: Kind[] = ['open', 'closed', 'holiday', 'other'];
  return (
    <div>
      <div aria-hidden className="flex flex-col gap-[3px]">
        {Array.from({ length: 12 }, (_, index) => (
          <div key={index} className="flex items-center gap-[2px]">
            <span className="w-9 shrink-0 truncate text-small text-faint">{month.format(Date.UTC(year, index, 1))}</span>
            {daysOf(year, index).map((date) => {
              const kind = kindOf(date);
              const iso = date.toISOString().slice(0, 10);
              const names = unusual.get(iso)?.names;
              return <span key={iso} title={[formats.day(iso), names && nameOf(names)].filter(Boolean).join(' · ')} className={cx('h-3.5 min-w-0 flex-1 rounded-[2px]', looks[kind])} />;
            })}
            {Array.from({ length: 31 - daysOf(year, index).length }, (_each, place) => <span key={place} className="min-w-0 flex-1" />)}
          </div>
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
        {legend.map((kind) => (
          <li key={kind} className="flex items-center gap-1.5">
            <span aria-hidden className={cx('size-3 rounded-[2px]', looks[kind])} />
            {t(`calendars.strip.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function daysOf(year: number, month: number): Date[] {
  return Array.from({ length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() }, (_, index) => new Date(Date.UTC(year, month, index + 1)));
}
