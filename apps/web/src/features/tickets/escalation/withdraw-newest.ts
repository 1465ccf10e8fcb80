import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import type { TicketPatch } from '../store/types.ts';
import { escalationsOptions, refreshEscalations } from './escalation-queries.ts';

/** Takes back what a macro of this agent has escalated just now. One that is over by now stays as it is. @throws ApiProblem */
export async function withdrawNewest(client: QueryClient, number: number, agent: number, { to }: NonNullable<TicketPatch['escalate']>): Promise<void> {
  const made = await client.fetchQuery({ ...escalationsOptions(number), staleTime: 0 });
  const kind = 'lead' in to ? 'hierarchical' : 'functional';
  const own = made.find((each) => each.state === 'open' && each.kind === kind && each.by?.id === agent);
  if (own) await api.post('/api/v1/tickets/{number}/escalations/{escalation}/withdraw', { path: { number, escalation: own.id }, body: {} });
  refreshEscalations(client, number);
}
