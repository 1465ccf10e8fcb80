import { IconButton, SkeletonLines } from '@ombud/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useHolidayName, type Calendar, type CalendarPreview } from './calendar-words.ts';
import { OpenNow, useZonedFormats } from './open-now.tsx';
import { YearStrip } from './year-strip.tsx';

type Values = Pick<Calendar, 'time_zone' | 'week' | 'holidays' | 'exceptions'>;

/** Typing rests for so long before it is asked what it means. */
const restMs = 350;
const shownDays = 8;

/** What the hours mean as they are filled in, saved or not. */
export function PreviewSection({ values }: { values: Values }) {
  const t = useT();
  const [year, setYear] = useState(() => new Date().getFullYear());
  const { time_zone, week, holidays, exceptions } = useRested({ time_zone: values.time_zone, week: values.week, holidays: values.holidays, exceptions: values.exceptions });
  const preview = useQuery({
    queryKey: ['calendars', 'draft', time_zone, week, holidays, exceptions, year],
    queryFn: ({ signal }) => api.post('/api/v1/calendars/preview', { body: { time_zone, week, holidays, exceptions, year }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (preview.error && !preview.isFetching) return <p className="text-muted">{problemText(preview.error)}</p>;
  if (!preview.data) return <SkeletonLines count={6} className="h-64" />;
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Openings preview={preview.data} />
        <DaysAhead preview={preview.data} year={year} />
      </div>
      <div>
        <div className="mb-2 flex items-center gap-1">
          <h3 className="flex-1 font-strong">{t('calendars.year', { year })}</h3>
          <IconButton label={t('calendars.year.before')} icon={<ChevronLeft />} onClick={() => setYear(year - 1)} />
          <IconButton label={t('calendars.year.after')} icon={<ChevronRight />} onClick={() => setYear(year + 1)} />
        </div>
        <YearStrip year={year} week={week} days={preview.data.days} />
      </div>
    </div>
  );
}

function Openings({ preview }: { preview: CalendarPreview }) {
  const t = useT();
  const formats = useFormats();
  const zoned = useZonedFormats(preview.time_zone);
  return (
    <div>
      <p aria-live="polite" className="font-strong"><OpenNow preview={preview} /></p>
      <ul className="mt-1.5 text-muted tabular-nums">
        {preview.next.map(({ opens, closes }) => (
          <li key={opens}>{closes ? zoned.span(new Date(opens), new Date(closes)) : zoned.dayTime(new Date(opens))}</li>
        ))}
      </ul>
      <p className="mt-1.5 text-small text-faint">{t('calendars.hoursAWeek', { hours: formats.number(preview.week_hours) })} · {preview.time_zone.replaceAll('_', ' ')}</p>
    </div>
  );
}

function DaysAhead({ preview, year }: { preview: CalendarPreview; year: number }) {
  const t = useT();
  const formats = useFormats();
  const nameOf = useHolidayName();
  const today = new Date().toISOString().slice(0, 10);
  const ahead = preview.days.filter(({ date }) => date >= today || year !== new Date().getFullYear());
  return (
    <div className="min-w-0">
      <h3 className="font-strong">{t('calendars.daysAhead', { year })}</h3>
      {ahead.length === 0 && <p className="mt-1.5 text-muted">{t('calendars.daysAhead.none')}</p>}
      <ul className="mt-1.5 text-muted">
        {ahead.slice(0, shownDays).map(({ date, names, open }) => (
          <li key={date} className="flex gap-2">
            <span className="w-28 shrink-0 tabular-nums">{formats.day(date)}</span>
            <span className="min-w-0 flex-1">{[nameOf(names), open && t('calendars.exceptions.otherHours')].filter(Boolean).join(' · ') || t('settings.hours.closed')}</span>
          </li>
        ))}
      </ul>
      {ahead.length > shownDays && <p className="mt-1 text-small text-faint">{t('calendars.daysAhead.more', { count: ahead.length - shownDays })}</p>}
    </div>
  );
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(text) as Value /* what was just written */), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
