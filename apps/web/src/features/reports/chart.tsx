import { Button } from '@ombud/ui';
import { useId, useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { scaleOf } from './chart-scale.ts';
import { useFigureWords, type Drawn, type Figure } from './figures.ts';
import type { Report } from './reports-queries.ts';

const width = 600;
const height = 140;

/** Bars, a line, or both over time. Whoever cannot see it, or wants the numbers, takes the table behind it. */
export function Chart({ title, bars, line, series, step }: Drawn & Pick<Report, 'series' | 'step'>) {
  const t = useT();
  const formats = useFormats();
  const words = useFigureWords();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const drawn = [bars, line].filter((each): each is Figure => each !== undefined);
  const kind = drawn[0]?.kind ?? 'count';
  const valuesOf = (figure: Figure | undefined) => (figure ? series.map(({ figures }) => figure.of(figures)) : []);
  const [barValues, lineValues] = [valuesOf(bars), valuesOf(line)];
  const top = scaleOf(kind, [...barValues, ...lineValues]);
  const start = (at: number) => (step === 'month' ? formats.day(series[at]?.start ?? '').replace(/^\D*\d+\.?\s+(?:de\s+)?/, '') : formats.day(series[at]?.start ?? ''));
  const summary = series.map((_, at) => `${start(at)} ${drawn.map((figure) => `${words(figure.kind, figure.of(series[at]!.figures))}`).join(' / ')}`).join('; '); // `at` comes from the series
  const nothing = [...barValues, ...lineValues].every((value) => value === null || value === 0);
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="m-0 flex-1 font-strong">{t(title)}</h2>
        {!nothing && <Button tone="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'reports.chart.asChart' : 'reports.chart.asTable')}</Button>}
      </div>
      {nothing && <p className="m-0 rounded-lg bg-sunken px-4 py-6 text-center text-muted">{t('reports.chart.nothing')}</p>}
      {!nothing && asTable && <ChartTable title={t(title)} drawn={drawn} series={series} start={start} />}
      {!nothing && !asTable && (
        <>
          <div className="grid grid-cols-[auto_1fr] gap-x-2">
            <div aria-hidden className="tabular flex flex-col justify-between text-right text-[11px] leading-none text-faint" style={{ height }}>
              <span>{words(kind, top)}</span>
              <span>{words(kind, top / 2)}</span>
              <span>{words(kind, 0)}</span>
            </div>
            <svg role="img" aria-label={t('reports.chart.say', { title: t(title), points: summary })} viewBox={`0 -2 ${width} ${height + 4}`} preserveAspectRatio="none" className="block w-full" style={{ height }}>
              {[0, 0.5, 1].map((share) => <line key={share} x1={0} x2={width} y1={height * share} y2={height * share} stroke="var(--line-soft)" vectorEffect="non-scaling-stroke" />)}
              {barValues.map((value, at) => {
                const [room, size] = [width / series.length, ((value ?? 0) / top) * height];
                return <rect key={series[at]?.start} x={at * room + room * 0.15} width={room * 0.7} y={height - size} height={size} fill="var(--accent)" opacity={0.75} />;
              })}
              <Line values={lineValues} top={top} over={bars !== undefined} />
              {series.map(({ start: key, figures }, at) => (
                <rect key={key} x={(at * width) / series.length} width={width / series.length} y={0} height={height} fill="transparent" className="hover:fill-[var(--text)] hover:opacity-5">
                  <title>{`${start(at)}\n${drawn.map((figure) => `${t(figure.label)}: ${words(figure.kind, figure.of(figures))}`).join('\n')}`}</title>
                </rect>
              ))}
            </svg>
            <span />
            <div aria-hidden className="mt-1 flex justify-between text-[11px] text-faint">
              <span>{start(0)}</span>
              {series.length > 2 && <span>{start(Math.floor((series.length - 1) / 2))}</span>}
              {series.length > 1 && <span>{start(series.length - 1)}</span>}
            </div>
          </div>
          {drawn.length > 1 && (
            <p aria-hidden className="mt-1 mb-0 flex flex-wrap gap-x-4 text-small text-muted">
              <span className="inline-flex items-center gap-1.5"><span className="size-2.5 bg-accent opacity-75" />{bars && t(bars.label)}</span>
              <span className="inline-flex items-center gap-1.5"><span className="h-0.5 w-4 bg-amber" />{line && t(line.label)}</span>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A gap where there is no value; a single one between two gaps is a dot. */
function Line({ values, top, over }: { values: readonly (number | null)[]; top: number; over: boolean }) {
  const colour = over ? 'var(--amber)' : 'var(--accent)';
  const x = (at: number) => ((at + 0.5) * width) / values.length;
  const y = (value: number) => height - (value / top) * height;
  const path = values.map((value, at) => (value === null ? '' : `${at === 0 || values[at - 1] == null ? 'M' : 'L'}${x(at)} ${y(value)}`)).join('');
  return (
    <>
      <path d={path} fill="none" stroke={colour} strokeWidth={2} strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      {values.map((value, at) => value !== null && values[at - 1] == null && values[at + 1] == null && <path key={x(at)} d={`M${x(at)} ${y(value)}h0.01`} stroke={colour} strokeWidth={7} strokeLinecap="round" vectorEffect="non-scaling-stroke" />)}
    </>
  );
}

function ChartTable({ title, drawn, series, start }: { title: string; drawn: readonly Figure[]; series: Report['series']; start(at: number): string }) {
  const t = useT();
  const words = useFigureWords();
  return (
    <div tabIndex={0} role="group" aria-label={title} className="max-h-64 overflow-y-auto rounded-lg border border-line-soft">
      <table className="tabular w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line-soft text-small text-faint">
            <th scope="col" className="px-3 py-1.5 text-left font-normal">{t('reports.column.since')}</th>
            {drawn.map(({ label }) => <th key={label} scope="col" className="px-3 py-1.5 text-right font-normal">{t(label)}</th>)}
          </tr>
        </thead>
        <tbody>
          {series.map(({ start: key, figures }, at) => (
            <tr key={key} className="border-b border-line-soft last:border-0">
              <th scope="row" className="px-3 py-1 text-left font-normal">{start(at)}</th>
              {drawn.map((figure) => <td key={figure.label} className="px-3 py-1 text-right">{words(figure.kind, figure.of(figures))}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
