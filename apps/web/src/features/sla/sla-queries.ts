import type { Shape } from '@ombud/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export type SlaDue = Shape<'SlaDue'>['items'][number];
export type SlaTarget = Shape<'TicketSla'>['items'][number];
export type SlaKind = SlaDue['kind'];

/** Rows that come onto the screen in one moment ask together. */
const gatherMs = 40;
const mostAtOnce = 100;
type Waiting = { number: number; resolve(due: SlaDue | null): void; reject(error: unknown): void };
let waiting: Waiting[] = [];

function askTogether(number: number): Promise<SlaDue | null> {
  return new Promise((resolve, reject) => {
    waiting.push({ number, resolve, reject });
    if (waiting.length === 1) setTimeout(() => void send(), gatherMs);
  });
}

async function send(): Promise<void> {
  const all = waiting;
  waiting = [];
  for (let at = 0; at < all.length; at += mostAtOnce) {
    const some = all.slice(at, at + mostAtOnce);
    try {
      const { items } = await api.get('/api/v1/sla/due', { query: { tickets: some.map(({ number }) => number).join(',') } });
      const byNumber = new Map(items.map((item) => [item.ticket, item]));
      for (const { number, resolve } of some) resolve(byNumber.get(number) ?? null);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }
}

const anyPolicy = queryOptions({ queryKey: ['sla-policies', 'any'], queryFn: async ({ signal }) => (await api.get('/api/v1/sla-policies', { query: { limit: 1 }, signal })).items.length > 0, staleTime: 5 * 60_000 });

/** What is due first on a ticket; a desk without policies asks nothing. */
export function useSlaDue(number: number): SlaDue | null {
  const { data: any } = useQuery(anyPolicy);
  const { data } = useQuery({ queryKey: ['sla', 'due', number], queryFn: () => askTogether(number), enabled: any === true, staleTime: 60_000 });
  return data ?? null;
}

export function useTicketSla(number: number) {
  return useQuery({ queryKey: ['sla', 'ticket', number], queryFn: async ({ signal }) => (await api.get('/api/v1/tickets/{number}/sla', { path: { number }, signal })).items, staleTime: 30_000 });
}
