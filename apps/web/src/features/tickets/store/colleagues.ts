import type { Shape } from '@ombud/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../lib/api.ts';
import { useMe } from '../../../lib/session.ts';

export type Colleague = Shape<'AgentRef'>;

const seldomChanges = 5 * 60_000;

/** Who may see a ticket of this brand. */
const colleaguesOptions = (number: number, brand: number) =>
  queryOptions({ queryKey: ['colleagues', brand], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/colleagues', { path: { number }, signal }).then(({ items }) => items), staleTime: seldomChanges });

/** Who can be named in a note: everybody but who writes it. */
export function useColleagues(ticket: { number: number; brand: { id: number } }, wanted: boolean): readonly Colleague[] | undefined {
  const me = useMe().agent.id;
  const others = useCallback((people: readonly Colleague[]) => people.filter(({ id }) => id !== me), [me]);
  const { data } = useQuery({ ...colleaguesOptions(ticket.number, ticket.brand.id), enabled: wanted, select: others });
  return wanted ? (data ?? []) : undefined;
}
