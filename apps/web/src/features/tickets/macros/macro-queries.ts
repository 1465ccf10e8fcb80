import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, readAll } from '../../../lib/api.ts';

/** All that can be used, whole: found, shown and filled in without asking again. Read anew when the live line tells of a change. */
export const macrosOptions = queryOptions({ queryKey: ['macros', 'active'], queryFn: ({ signal }) => readAll('/api/v1/macros', { show: 'active', limit: 100 }, signal), staleTime: 5 * 60_000 });

/** They were used just now: next time they stand in front, without reading the list anew. */
export function noteUses(client: QueryClient, ids: readonly number[]): void {
  const now = new Date().toISOString();
  const used = ({ count }: { count: number }) => ({ count: count + 1, last_used_at: now });
  client.setQueryData(macrosOptions.queryKey, (macros) => macros?.map((macro) => (ids.includes(macro.id) ? { ...macro, used: used(macro.used), used_by_me: used(macro.used_by_me) } : macro)));
}

/** For the settings, the archived ones too. */
export const allMacrosOptions = queryOptions({ queryKey: ['macros', 'all'], queryFn: ({ signal }) => readAll('/api/v1/macros', { show: 'all', limit: 100 }, signal) });

/** What placeholders stand for on a ticket, and the signature below a reply. */
export function placeholdersOptions(number: number) {
  return queryOptions({ queryKey: ['placeholders', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/placeholders', { path: { number }, signal }), staleTime: 30_000 });
}
