import type { Shape } from '@ombud/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api, readAll, type Body } from '../../lib/api.ts';

export type RoutingRule = Shape<'RoutingRule'>;
export type TicketRouting = Shape<'TicketRouting'>;
export type RoutingReasons = Shape<'RoutingReasons'>;
export type RoutingRulePatch = Body<'/api/v1/teams/{id}/routing', 'patch'>;
export type TicketSkills = Body<'/api/v1/tickets/{number}/skills', 'put'>;

/** Everything below `all` is read again when an event tells of it (lib/live-queries.ts). */
export const routingKeys = {
  all: ['routing'] as const,
  ticket: (number: number) => ['routing', 'ticket', number] as const,
  team: (id: number) => ['routing', 'team', id] as const,
};

/** ms: somebody may be back, or have room again, without a word about this ticket. */
const readAgainEvery = 20_000;

export function ticketRoutingOptions(number: number) {
  return queryOptions({
    queryKey: routingKeys.ticket(number),
    queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/routing', { path: { number }, signal }),
    staleTime: 10_000,
    refetchInterval: ({ state }) => (state.data?.waiting_since ? readAgainEvery : false),
    refetchOnWindowFocus: false,
  });
}

export function routingRuleOptions(team: number) {
  return queryOptions({ queryKey: routingKeys.team(team), queryFn: ({ signal }) => api.get('/api/v1/teams/{id}/routing', { path: { id: team }, signal }) });
}

/** Those in use, for whoever chooses some. */
export const skillChoicesOptions = queryOptions({ queryKey: ['skills', 'choices'], queryFn: ({ signal }) => readAll('/api/v1/skills', { limit: 100 }, signal), staleTime: 60_000 });
