import type { Shape } from '@ombud/sdk';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, readAll } from '../../lib/api.ts';
import { say } from '../../lib/i18n.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { offerUndo } from '../../lib/undo.ts';

export type AgentWork = Shape<'AgentWork'>;
export type Availability = AgentWork['availability'];
export const availabilities: readonly Availability[] = ['online', 'busy', 'break', 'away'];

/** Hours begin and end, and cases come and go, without an event of their own. */
const readAgainMs = 60_000;

export const teamOptions = queryOptions({
  queryKey: ['availability', 'team'],
  queryFn: ({ signal }): Promise<AgentWork[]> => readAll('/api/v1/availability', {}, signal),
  refetchInterval: readAgainMs,
});

export const workOptions = (id: number) =>
  queryOptions({
    queryKey: ['availability', 'one', id],
    queryFn: ({ signal }) => api.get('/api/v1/agents/{id}/work', { path: { id }, signal }),
  });

/** Null until it is known, and for viewers, who take no cases. */
export function useOwnAvailability(): AgentWork | null {
  const { agent } = useMe();
  const works = useMay('tickets.write');
  return useQuery({ ...workOptions(agent.id), enabled: works }).data ?? null;
}

type Said = { availability?: Availability; from_home?: boolean };

/** Says it of oneself: shown first, then saved; put back where it is refused, and taken back by `z`. */
export function useSayAvailability(): (said: Said) => Promise<void> {
  const client = useQueryClient();
  const { agent } = useMe();
  const { queryKey } = workOptions(agent.id);
  return async function sayIt(said) {
    const before = client.getQueryData(queryKey) ?? (await client.fetchQuery(workOptions(agent.id)).catch(toastProblem));
    if (!before) return;
    const after = { availability: before.availability, from_home: before.from_home, ...said };
    if (after.availability === before.availability && after.from_home === before.from_home) return;
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, { ...before, ...after });
    try {
      client.setQueryData(queryKey, await api.put('/api/v1/agents/{id}/availability', { path: { id: agent.id }, body: after }));
      const done = said.availability ? say(`people.now.${said.availability}`) : say(after.from_home ? 'people.now.home' : 'people.now.office');
      offerUndo(done, () => void sayIt({ availability: before.availability, from_home: before.from_home }));
    } catch (error) {
      client.setQueryData(queryKey, before);
      toastProblem(error, () => void sayIt(said));
    }
    void client.invalidateQueries({ queryKey: ['availability'] });
  };
}
