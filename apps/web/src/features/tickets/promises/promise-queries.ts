import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';

export type Promised = Shape<'Commitment'>;
export type OwnPromised = Shape<'OwnCommitment'>;
export type NewPromise = Body<'/api/v1/tickets/{number}/commitments', 'post'>;
export type PromiseMove = Body<'/api/v1/tickets/{number}/commitments/{commitment}/move', 'post'>;
export type PromisePatch = Body<'/api/v1/tickets/{number}/commitments/{commitment}', 'patch'>;

/** Everything below `all` is read again when an event tells of it (lib/live-queries.ts). */
export const promiseKeys = {
  all: ['commitments'] as const,
  of: (number: number) => ['commitments', number] as const,
};

export function promisesOptions(number: number) {
  return queryOptions({ queryKey: promiseKeys.of(number), queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/commitments', { path: { number }, signal }).then(({ items }) => items), refetchOnWindowFocus: false });
}

/** The agent's own that are not kept yet, the longest overdue first. */
export const ownPromisesOptions = queryOptions({
  queryKey: ['commitments', 'mine'],
  queryFn: ({ signal }) => api.get('/api/v1/commitments', { query: { limit: 8 }, signal }),
});

/** What anybody has promised to one customer and not kept yet, the longest overdue first. */
export function customerPromisePages(customer: number) {
  return infiniteQueryOptions({
    queryKey: [...promiseKeys.all, 'customer', customer],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/commitments', { query: { owner: 'any', customer, limit: 8, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
}

/** What a customer would be told of another time. */
export function moveTextOptions(number: number, commitment: number, due: string | null, from: string | null) {
  return queryOptions({
    queryKey: ['commitments', number, commitment, 'move-text', due, from],
    queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/commitments/{commitment}/move-text', { path: { number, commitment }, query: { ...(due && { due }), ...(from && { from }) }, signal }),
  });
}

export const isUnkept = ({ state }: Pick<Promised, 'state'>) => state === 'open' || state === 'broken';
