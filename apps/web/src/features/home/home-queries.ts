import type { Shape } from '@ombud/sdk';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../lib/api.ts';
import { live } from '../../lib/live.ts';

export type Home = Shape<'Home'>;
export type TeamHome = Shape<'TeamHome'>;
export type HomeTicket = Shape<'Ticket'>;
export type HomeChange = Home['changes'][number];

export const homeOptions = queryOptions({ queryKey: ['home', 'own'], queryFn: ({ signal }) => api.get('/api/v1/home', { signal }), staleTime: 0 });
export const teamHomeOptions = queryOptions({ queryKey: ['home', 'team'], queryFn: ({ signal }) => api.get('/api/v1/home/team', { signal }), staleTime: 0 });

/** ms: what happens is followed, but a burst of it is read once. */
const gatherMs = 1_000;

/** The page follows the live line for as long as it is shown. */
export function useLiveHome(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = live.subscribe((message) => {
      const isOurs = message.type === 'reset' || (message.type === 'event' && message.event.ticket !== null);
      if (!isOurs) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['home'] });
      }, gatherMs);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [client]);
}
