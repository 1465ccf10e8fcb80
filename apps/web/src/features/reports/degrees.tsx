import { Link } from '@tanstack/react-router';
import { useFormats, useT } from '../../lib/i18n.ts';
import type { Figures } from './reports-search.ts';

const order = ['solved', 'partly', 'worked_around', 'not_solved', 'withdrawn'] as const;

/** How far matters were brought, as wrap-ups say; each bar leads to its tickets. */
export function Degrees({ degrees }: { degrees: NonNullable<Figures['degrees']> }) {
  const t = useT();
  const formats = useFormats();
  const all = order.reduce((sum, degree) => sum + degrees[degree], 0);
  return (
    <section className="min-w-0">
      <h2 className="m-0 mb-2 font-strong">{t('reports.degrees')}</h2>
      {all === 0 ? (
        <p className="m-0 rounded-lg bg-sunken px-4 py-6 text-center text-muted">{t('reports.degrees.none')}</p>
      ) : (
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {order.map((degree) => (
            <li key={degree}>
              <Link to="/reports" search={(now) => ({ ...now, show: `degree_${degree}` })} className="block rounded-sm px-1 py-0.5 hover:bg-hover">
                <span className="flex justify-between gap-3">
                  <span className="min-w-0 truncate">{t(`wrapup.degree.${degree}`)}</span>
                  <span className="tabular text-muted">{formats.number(degrees[degree])} · {formats.number(Math.round((degrees[degree] / all) * 100))} %</span>
                </span>
                <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-sunken"><span className="block h-full rounded-full bg-accent" style={{ width: `${(degrees[degree] / all) * 100}%` }} /></span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
