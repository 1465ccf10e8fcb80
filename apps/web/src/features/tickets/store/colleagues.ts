import type { Shape } from '@ombud/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

export type Colleague = Shape<'AgentRef'>;

const seldomChanges = 5 * 60_000;

/** Who may see a ticket of this brand, and can be named in its notes. */
const colleaguesOptions = (number: number, brand: number) =>
  queryOptions({ queryKey: ['colleagues', brand], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/colleagues', { path: { number }, signal }).then(({ items }) => items), staleTime: seldomChanges });

export function useColleagues(ticket: { number: number; brand: { id: number } }, wanted: boolean): readonly Colleague[] | undefined {
  const { data } = useQuery({ ...colleaguesOptions(ticket.number, ticket.brand.id), enabled: wanted });
  return wanted ? (data ?? []) : undefined;
}
