import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'accent' | 'red' | 'amber' | 'green' | 'blue' | 'violet' | 'note';

export const toneClasses: Record<Tone, string> = {
  neutral: 'bg-chip text-muted',
  accent: 'bg-accent-soft text-accent-text',
  red: 'bg-red-soft text-red',
  amber: 'bg-amber-soft text-amber',
  green: 'bg-green-soft text-green',
  blue: 'bg-blue-soft text-blue',
  violet: 'bg-violet-soft text-violet',
  note: 'bg-note text-note-text',
};

export interface ChipProps {
  tone?: Tone;
  icon?: ReactNode;
  /** Long names are cut, with the whole in the title */
  title?: string;
  className?: string;
  children: ReactNode;
}

export function Chip({ tone = 'neutral', icon, title, className, children }: ChipProps) {
  return (
    <span
      title={title}
      className={cx('inline-flex h-5 min-w-0 max-w-full items-center gap-1 rounded-[5px] px-1.5 text-small whitespace-nowrap', toneClasses[tone], className)}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A small count beside a word; says nothing when there is nothing. */
export function CountBadge({ count, tone = 'neutral' }: { count: number | string; tone?: Tone }) {
  if (count === 0) return null;
  return <span className={cx('tabular rounded-[5px] px-1.5 text-small leading-5', toneClasses[tone])}>{count}</span>;
}
