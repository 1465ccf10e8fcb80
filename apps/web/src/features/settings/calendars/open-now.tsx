import { cx } from '@ombud/ui';
import { useMemo } from 'react';
import { useT, useTranslator } from '../../../lib/i18n.ts';
import type { CalendarPreview } from './calendar-words.ts';

/** Moments as the clocks of a calendar's zone show them. */
export function useZonedFormats(timeZone: string) {
  const { language } = useTranslator();
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language;
    const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
    const dayTime = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    const day = new Intl.DateTimeFormat('sv', { timeZone });
    const isSameDay = (one: Date, other: Date) => day.format(one) === day.format(other);
    return {
      time: (moment: Date) => time.format(moment),
      dayTime: (moment: Date) => dayTime.format(moment),
      /** The time alone where it is today */
      near: (moment: Date, now: Date) => (isSameDay(moment, now) ? time : dayTime).format(moment),
      span: (from: Date, to: Date) => (isSameDay(from, to) ? `${dayTime.format(from)} – ${time.format(to)}` : `${dayTime.format(from)} – ${dayTime.format(to)}`),
    };
  }, [language, timeZone]);
}

/** "Open now, until 17:00", or when it opens. */
export function OpenNow({ preview }: { preview: CalendarPreview }) {
  const t = useT();
  const zoned = useZonedFormats(preview.time_zone);
  const now = new Date();
  const next = preview.next[0];
  const text = preview.current
    ? preview.current.closes
      ? t('calendars.openUntil', { time: zoned.near(new Date(preview.current.closes), now) })
      : t('calendars.openAlways')
    : next
      ? t('calendars.opensAt', { time: zoned.near(new Date(next.opens), now) })
      : t('calendars.opensNever');
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span aria-hidden className={cx('size-2 shrink-0 rounded-full', preview.open_now ? 'bg-green' : 'border border-muted')} />
      <span className="min-w-0">{text}</span>
    </span>
  );
}
