import { cx } from '@ombud/ui';
import type { ReactNode } from 'react';

export interface CardProps {
  title: string;
  /** A quiet word or a button at the right of the title */
  aside?: ReactNode;
  children: ReactNode;
}

/**
 * One part of the context panel. What comes later (promises, guideline, remedies, knowledge) is a component that renders
 * one of these, or nothing when it has nothing to say: there are no empty cards.
 */
export function Card({ title, aside, children }: CardProps) {
  return (
    <section aria-label={title} className="border-b border-line-soft px-4 py-3 last:border-b-0">
      <header className="flex min-h-6 items-center justify-between gap-2 pb-1.5">
        <h2 className="truncate text-small font-strong text-muted">{title}</h2>
        {aside && <span className="shrink-0 text-small text-faint">{aside}</span>}
      </header>
      {children}
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
    <dl className={cx(propertyGrid, 'items-center')}>
      {rows.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="truncate text-faint" title={label}>{label}</dt>
          <dd className="m-0 flex min-h-7 min-w-0 items-center coarse:min-h-11">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value that is a button: looks like text until it is pointed at. */
export const valueButton = '-mx-1.5 inline-flex h-7 min-w-0 max-w-full items-center gap-1.5 rounded-md px-1.5 text-left hover:bg-pressed data-[popup-open]:bg-pressed coarse:h-11';
