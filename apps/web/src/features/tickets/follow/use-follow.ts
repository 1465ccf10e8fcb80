import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useMe } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { useNames } from '../store/people.ts';
import { editWork, workOptions } from '../work/work-queries.ts';

/** Who follows a ticket, and how that is changed: shown first, then saved. */
export function useFollow(number: number) {
  const client = useQueryClient();
  const me = useMe().agent;
  const names = useNames();
  const followers = useQuery(workOptions(number)).data?.followers ?? [];
  const isMine = followers.some(({ id }) => id === me.id);

  function set(agent: number, on: boolean): void {
    const path = { number, agent };
    const save = () => (on ? api.put('/api/v1/tickets/{number}/followers/{agent}', { path }) : api.delete('/api/v1/tickets/{number}/followers/{agent}', { path }));
    const edited = editWork(client, number, (work) => ({ ...work, followers: [...work.followers.filter(({ id }) => id !== agent), ...(on ? [{ id: agent, name: names.agent(agent) }] : [])] }), save);
    edited.catch((error: unknown) => toastProblem(error, () => set(agent, on)));
  }
  return { followers, isMine, set, toggle: () => set(me.id, !isMine) };
}
