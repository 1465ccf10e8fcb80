import type { Shape } from '@ombud/sdk';
import { useT, useTranslator } from '../../../lib/i18n.ts';

export type Calendar = Shape<'Calendar'>;
export type CalendarException = Shape<'CalendarException'>;
export type CalendarPreview = Shape<'CalendarPreview'>;

/** The default one that came with the desk has no name of its own. */
export function useCalendarName(): (calendar: { name: string }) => string {
  const t = useT();
  return ({ name }) => name || t('calendars.usual');
}

/** A holiday's name in the screen's language, else in English, else in whatever there is. */
export function useHolidayName(): (names: Record<string, string>) => string {
  const { language } = useTranslator();
  return (names) => names['own'] ?? names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
