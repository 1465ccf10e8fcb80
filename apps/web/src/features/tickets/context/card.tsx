import { cx } from '@ombud/ui';
import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useFolded } from './folded.ts';

export interface CardProps {
  /** Stable: folded or not is remembered under it */
  id: string;
  title: string;
  /** A quiet word or a button at the right of the title */
  aside?: ReactNode;
  children: ReactNode;
}

/**
 * One part of the context panel (the contract of a card stands in cards.ts). What has nothing to say renders nothing: there
 * are no empty cards.
 */
export function Card({ id, title, aside, children }: CardProps) {
  const body = useId();
  const [folded, setFolded] = useFolded(id);
  return (
    <section aria-label={title} className="border-b border-line-soft px-4 py-3 last:border-b-0">
      <header className={cx('flex min-h-6 items-center justify-between gap-2', !folded && 'pb-1.5')}>
        <h2 className="m-0 min-w-0 text-small font-strong text-muted">
          <button type="button" aria-expanded={!folded} aria-controls={body} onClick={() => setFolded(!folded)} className="group/fold flex min-h-6 max-w-full items-center gap-1 rounded-sm hover:text-text">
            <span className="truncate">{title}</span>
            <ChevronDown aria-hidden className={cx('size-3.5 shrink-0 text-faint transition-transform duration-[var(--quick)]', folded ? '-rotate-90' : 'desk:opacity-0 desk:group-hover/fold:opacity-100 desk:group-focus-visible/fold:opacity-100')} />
          </button>
        </h2>
        {aside && <span className="flex shrink-0 items-center gap-1.5 text-small text-faint">{aside}</span>}
      </header>
      <div id={body} hidden={folded}>{!folded && children}</div>
    </section>
  );
}

export interface Property {
  label: string;
  value: ReactNode;
}

/** Label and value: the same columns in every card, so that values stand below each other. */
export const propertyGrid = 'm-0 grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-0.5';

export function Properties({ rows }: { rows: readonly Property[] }) {
  return (
    <dl className={cx(propertyGrid, 'items-start')}>
      {rows.map(({ label, value }, at) => (
        <div key={`${label}-${at}`} className="contents">
          <dt className="flex min-h-7 items-center truncate text-faint coarse:min-h-11" title={label}>{label}</dt>
          <dd className="m-0 flex min-h-7 min-w-0 items-center coarse:min-h-11">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value that is a button: looks like text until it is pointed at. */
export const valueButton = '-mx-1.5 inline-flex h-7 min-w-0 max-w-full items-center gap-1.5 rounded-md px-1.5 text-left hover:bg-pressed data-[popup-open]:bg-pressed coarse:h-11';
