import { queryOptions } from '@tanstack/react-query';
import { api, readAll } from '../../../lib/api.ts';

/** All that can be used, whole: found, shown and filled in without asking again. Read anew when the live line tells of a change. */
export const macrosOptions = queryOptions({ queryKey: ['macros', 'active'], queryFn: ({ signal }) => readAll('/api/v1/macros', { show: 'active', limit: 100 }, signal), staleTime: 5 * 60_000 });

/** For the settings, the archived ones too. */
export const allMacrosOptions = queryOptions({ queryKey: ['macros', 'all'], queryFn: ({ signal }) => readAll('/api/v1/macros', { show: 'all', limit: 100 }, signal) });

/** What placeholders stand for on a ticket, and the signature below a reply. */
export function placeholdersOptions(number: number) {
  return queryOptions({ queryKey: ['placeholders', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/placeholders', { path: { number }, signal }), staleTime: 30_000 });
}
