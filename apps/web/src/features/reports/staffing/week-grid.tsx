import { cx } from '@ombud/ui';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useTranslator } from '../../../lib/i18n.ts';
import type { Staffing } from '../reports-queries.ts';

type Interval = Staffing['intervals'][number];
type Face = 'quiet' | 'enough' | 'tooFew' | 'much';

const faces: Record<Face, string> = { quiet: 'text-faint', enough: 'bg-green-soft text-green', tooFew: 'bg-red-soft text-red font-strong', much: 'bg-blue-soft text-blue' };

function faceOf({ planned, on_shift: here }: Interval): Face {
  const needed = planned ?? 0;
  if (needed === 0) return 'quiet';
  if (here < needed) return 'tooFew';
  return here > needed * 1.5 + 1 ? 'much' : 'enough';
}

/** A table, half hours down and days across: needed / on shift, in figures as well as in colours. Hours in which nothing ever comes are left out. */
export function WeekGrid({ intervals, monday }: { intervals: readonly Interval[]; monday: string }) {
  const t = useT();
  const formats = useFormats();
  const { language } = useTranslator();
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: 'short', timeZone: 'UTC' });
  const longDay = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: 'long', timeZone: 'UTC' });
  const dayAt = (at: number) => Date.parse(`${monday}T00:00:00Z`) + at * 86_400_000;
  const used = intervals.filter(({ tickets }) => tickets > 0).map(({ slot }) => slot);
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const slots = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const clock = (slot: number) => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
  return (
    <>
      <p className="mt-3 mb-2 flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
        <span>{t('reports.staffing.legend')}</span>
        {(['enough', 'tooFew', 'much'] as const).map((face) => <span key={face} className={cx('rounded-sm px-1.5', faces[face])}>{t(`reports.staffing.${face}`)}</span>)}
      </p>
      <div tabIndex={0} role="group" aria-label={t('reports.staffing.week', { week: formats.day(monday) })} className="overflow-x-auto">
        <table className="tabular w-full border-separate border-spacing-0.5 text-center text-small">
          <thead>
            <tr className="text-faint">
              <th scope="col" className="text-left font-normal">{t('reports.staffing.time')}</th>
              {[0, 1, 2, 3, 4, 5, 6].map((at) => <th key={at} scope="col" className="font-normal"><span aria-hidden>{weekday.format(dayAt(at))}</span><span className="sr-only">{longDay.format(dayAt(at))}</span></th>)}
            </tr>
          </thead>
          <tbody>
            {slots.map((slot) => (
              <tr key={slot}>
                <th scope="row" className="text-left font-normal text-muted">{clock(slot)}</th>
                {[0, 1, 2, 3, 4, 5, 6].map((at) => {
                  const interval = intervals[at * 48 + slot]!; // a week has 336 of them
                  const { planned, on_shift: here, tickets } = interval;
                  const when = `${longDay.format(dayAt(at))} ${clock(slot)}`;
                  return (
                    <td key={at} className={cx('rounded-sm px-1 py-0.5', faces[faceOf(interval)])} title={t('reports.staffing.cell', { when, tickets: formats.number(Math.round(tickets * 10) / 10), planned: planned ?? 0, here })}>
                      {planned ?? 0} / {here}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
