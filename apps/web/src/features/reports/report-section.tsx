import { EmptyState, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { BreakdownTable } from './breakdown-table.tsx';
import { Chart } from './chart.tsx';
import { Degrees } from './degrees.tsx';
import { parts } from './figures.ts';
import { ReportFailed } from './report-failed.tsx';
import { reportOf } from './reports-queries.ts';
import type { Asked, Section } from './reports-search.ts';
import { Tiles } from './tiles.tsx';

/** One part of the report: its numbers, how they went, and the same taken apart. */
export function ReportSection({ asked, section }: { asked: Asked; section: Exclude<Section, 'staffing' | 'mail'> }) {
  const t = useT();
  const query = useQuery(reportOf(asked));
  const { data } = query;
  if (!data) return query.error ? <div className="mt-4"><ReportFailed error={query.error} asked={asked} retry={() => void query.refetch()} /></div> : <SkeletonLines count={6} className="py-4" />;
  const { figures, before, series, step, counting, only } = data;
  const { tiles, charts, by, columns } = parts[section];
  const nothing = figures.tickets + figures.solved + figures.open === 0;
  const said = (given: typeof tiles) => (only === 'volume' ? given.filter(({ of }) => of(figures) !== null) : given);
  return (
    <>
      {counting !== null && <p role="status" className="mt-3 mb-0 rounded-md bg-amber-soft px-3 py-2 text-amber">{t('reports.counting', { percent: counting })}</p>}
      {only !== 'all' && <p className="mt-3 mb-0 text-muted">{t(only === 'own' ? 'reports.only.own' : 'reports.only.volume')}</p>}
      {nothing ? (
        <EmptyState icon={<ChartColumn />} title={t('reports.empty.title')} className="py-16">{t('reports.empty.text')}</EmptyState>
      ) : (
        <>
          <Tiles tiles={said(tiles)} figures={figures} before={before} />
          <div className="mt-6 grid gap-6 desk:grid-cols-[repeat(auto-fit,minmax(380px,1fr))]">
            {charts.map((drawn) => (
              <Chart key={drawn.title} {...drawn} step={step} series={series} />
            ))}
            {section === 'quality' && figures.degrees && <Degrees degrees={figures.degrees} />}
          </div>
          <BreakdownTable asked={asked} by={asked.by ?? by} columns={columns} whole={figures} />
        </>
      )}
    </>
  );
}
