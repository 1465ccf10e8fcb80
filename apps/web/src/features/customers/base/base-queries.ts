import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

export type Account = Shape<'Account'>;
export type NextContact = Shape<'NextContact'>;
export type BaseEntry = Shape<'BaseEntry'>;
export const baseSorts = ['next_contact', 'silence', 'name'] as const;
export type BaseSort = (typeof baseSorts)[number];

export interface BaseFilter {
  agent?: number;
  sort: BaseSort;
  silent_days?: number;
  open?: boolean;
  due?: boolean;
}

const asked = ({ open, due, ...filter }: BaseFilter) => ({ ...filter, ...(open && { open: 'true' as const }), ...(due && { due: 'true' as const }) });

export const basePages = (filter: BaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['base', filter],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/base', { query: { ...asked(filter), limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

/** Whom I am to be in touch with by now. */
export const dueContacts = queryOptions({ queryKey: ['base', 'due'], queryFn: ({ signal }) => api.get('/api/v1/base', { query: { due: 'true', limit: 6 }, signal }) });

export const keyOf = ({ kind, id }: Pick<BaseEntry, 'kind' | 'id'>) => `${kind}.${id}`;
