import { Link } from '@tanstack/react-router';
import { useT } from '../../lib/i18n.ts';
import { useFigureWords, type Figure } from './figures.ts';
import type { Figures } from './reports-search.ts';

/** Numbers with what they were in the period before; each leads to its tickets. */
export function Tiles({ tiles, figures, before }: { tiles: readonly Figure[]; figures: Figures; before: Figures }) {
  return (
    <dl className="m-0 mt-4 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line-soft desk:grid-cols-4">
      {tiles.map((tile) => (
        <Tile key={tile.label} tile={tile} figures={figures} before={before} />
      ))}
    </dl>
  );
}

function Tile({ tile: { label, hint, kind, of, show }, figures, before }: { tile: Figure; figures: Figures; before: Figures }) {
  const t = useT();
  const words = useFigureWords();
  const value = of(figures);
  const text = words(kind, value);
  const more = hint ? t(hint) : label === 'reports.figure.satisfaction' ? t('reports.hint.satisfaction', { count: figures.satisfaction?.answers ?? 0 }) : null;
  return (
    <div className="flex min-w-0 flex-col px-4 py-3 shadow-[0_0_0_1px_var(--line-soft)]">
      <dt className="text-small text-muted">{t(label)}</dt>
      <dd className="tabular m-0 mt-0.5 text-title">
        {show && value !== null && value !== 0 ? (
          <Link to="/reports" search={(now) => ({ ...now, show })} aria-label={`${text}. ${t('reports.tickets.of', { figure: t(label) })}`} className="rounded-sm text-text underline decoration-line decoration-1 underline-offset-4 hover:text-accent-text hover:decoration-accent">
            {text}
          </Link>
        ) : (
          text
        )}
      </dd>
      {show !== 'open' && <dd className="tabular m-0 mt-0.5 text-small text-faint">{t('reports.compare', { value: words(kind, of(before)) })}</dd>}
      {more && <dd className="m-0 mt-1 text-small text-faint">{more}</dd>}
    </div>
  );
}
