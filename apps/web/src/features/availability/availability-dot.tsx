import { cx } from '@ombud/ui';
import type { Availability } from './availability-queries.ts';

/** A shape for each, so that nobody needs the colours: full, barred, half and hollow. */
const looks: Record<Availability, string> = {
  online: 'border-green bg-green',
  busy: 'border-red bg-[linear-gradient(to_bottom,var(--red)_36%,var(--pane)_36%,var(--pane)_64%,var(--red)_64%)]',
  break: 'border-amber bg-[linear-gradient(to_right,var(--amber)_50%,var(--pane)_50%)]',
  away: 'border-faint bg-pane',
};

/** Says nothing by itself: the word stands beside it, or in the name of what it is on. */
export function AvailabilityDot({ availability, className }: { availability: Availability; className?: string }) {
  return <span aria-hidden className={cx('inline-block size-2.5 shrink-0 rounded-full border-2', looks[availability], className)} />;
}
