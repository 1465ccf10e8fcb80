import { dimensions } from './measures.ts';
import type { Narrowing } from './sums.queries.ts';

export type Filter = { brand?: number | undefined } & Partial<Record<(typeof dimensions)[number], string | number | undefined>>;

/** A filter as callers write it, as the sums hold it. */
export function narrowingOf(filter: Filter): Narrowing {
  const narrow: Narrowing = filter.brand === undefined ? {} : { brandId: filter.brand };
  for (const dimension of dimensions) {
    const value = filter[dimension];
    if (value !== undefined) narrow[dimension] = value === 'none' ? '' : String(value);
  }
  return narrow;
}
