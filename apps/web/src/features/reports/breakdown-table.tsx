import { Select, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useFigureWords, type Figure } from './figures.ts';
import { useRowName } from './names.ts';
import { ReportFailed } from './report-failed.tsx';
import { partsOf } from './reports-queries.ts';
import { groupings, type Asked, type Breakdown, type Figures, type Grouping } from './reports-search.ts';

/** The same numbers by team, channel and the like. A row's name narrows the report to it, its numbers lead to their tickets. */
export function BreakdownTable({ asked, by, columns, whole }: { asked: Asked; by: Grouping; columns: readonly Figure[]; whole: Figures }) {
  const t = useT();
  const formats = useFormats();
  const navigate = useNavigate();
  const nameOf = useRowName();
  const id = useId();
  const query = useQuery(partsOf(asked, by));
  const rows = query.data?.rows.map((row) => ({ ...row, name: nameOf(by, row.value, row.label) }));
  // People stand in the order of their names: this is no race.
  const shown = by === 'assignee' ? rows?.toSorted((one, other) => formats.compare(one.name, other.name)) : rows;
  const said = query.data?.only === 'volume' ? columns.filter(({ of }) => of(whole) !== null) : columns;
  return (
    <section aria-labelledby={id} className="mt-8">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={id} className="m-0 font-strong">{t('reports.by')}</h2>
        <div className="w-40">
          <Select
            ariaLabel={t('reports.by')}
            value={by}
            choices={groupings.map((each) => ({ value: each, label: t(`reports.by.${each}`) }))}
            onChange={(next) => void navigate({ to: '/reports', search: (before) => ({ ...before, by: next }), replace: true })}
          />
        </div>
      </div>
      {!shown && (query.error ? <ReportFailed error={query.error} asked={asked} retry={() => void query.refetch()} /> : <SkeletonLines count={4} className="py-2" />)}
      {shown && (
        <div tabIndex={0} role="group" aria-labelledby={id} className="overflow-x-auto">
          <table className="tabular w-full border-collapse">
            <thead>
              <tr className="border-b border-line text-small text-faint">
                <th scope="col" className="py-2 pr-3 text-left font-normal">{t(`reports.by.${by}`)}</th>
                {said.map(({ label }) => <th key={label} scope="col" className="px-3 py-2 text-right align-bottom font-normal">{t(label)}</th>)}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => <Row key={row.value ?? ''} row={row} by={by} columns={said} share={whole.tickets > 0 ? row.figures.tickets / whole.tickets : 0} />)}
            </tbody>
          </table>
          {query.data?.more && <p className="text-small text-muted">{t('reports.by.more')}</p>}
        </div>
      )}
    </section>
  );
}

function Row({ row, by, columns, share }: { row: Breakdown['rows'][number] & { name: string }; by: Grouping; columns: readonly Figure[]; share: number }) {
  const words = useFigureWords();
  // Nobody's tickets are of no tier, which no filter says.
  const value = row.value === null ? (by === 'tier' || by === 'brand' ? null : 'none') : by === 'channel' || by === 'language' || by === 'kind' ? row.value : Number(row.value);
  return (
    <tr className="border-b border-line-soft">
      <th scope="row" className="min-w-40 py-1.5 pr-3 text-left font-normal">
        {value === null ? row.name : <Link to="/reports" search={(now) => ({ ...now, [by]: value, by: undefined })} className="rounded-sm hover:text-accent-text hover:underline">{row.name}</Link>}
        <span aria-hidden className="mt-1 block h-1 max-w-48 overflow-hidden rounded-full bg-sunken"><span className="block h-full rounded-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} /></span>
      </th>
      {columns.map(({ label, kind, of, show }) => {
        const figure = of(row.figures);
        return (
          <td key={label} className="px-3 py-1.5 text-right">
            {show && figure !== null && figure !== 0 && value !== null ? <Link to="/reports" search={(now) => ({ ...now, [by]: value, show })} className="rounded-sm underline decoration-line underline-offset-4 hover:text-accent-text">{words(kind, figure)}</Link> : words(kind, figure)}
          </td>
        );
      })}
    </tr>
  );
}
