import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

export type Webhook = Shape<'Webhook'>;
export type NewWebhook = Shape<'NewWebhook'>;
export type Delivery = Shape<'WebhookDelivery'>;
export type DeliveryState = Delivery['state'];

/** Attempts are no events of the live line: what is on the screen is asked for again. */
const lookMs = 5_000;

export const webhookQuery = (id: number) => queryOptions({ queryKey: ['webhooks', id], queryFn: ({ signal }) => api.get('/api/v1/webhooks/{id}', { path: { id }, signal }), refetchInterval: lookMs });

export const deliveriesQuery = (id: number, state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries', state ?? 'all'],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/webhooks/{id}/deliveries', { path: { id }, query: { state, cursor: pageParam, limit: 25 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: lookMs,
  });

export const eventTypesQuery = queryOptions({ queryKey: ['webhook-event-types'], queryFn: async ({ signal }) => (await api.get('/api/v1/webhooks/event-types', { signal })).items, staleTime: Infinity });
