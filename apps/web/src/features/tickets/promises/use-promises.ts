import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { say } from '../../../lib/i18n.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { tellUnapproved, type RefusedChange } from '../steps/steps-store.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import { promiseKeys, promisesOptions, type NewPromise, type Promised, type PromisePatch } from './promise-queries.ts';

const one = '/api/v1/tickets/{number}/commitments/{commitment}';

/** Reads again what shows promises; the live line does it for everybody else. */
export function refreshPromises(client: QueryClient, number: number): void {
  void client.invalidateQueries({ queryKey: promiseKeys.all });
  void client.invalidateQueries({ queryKey: ticketKeys.detail(number) });
}

/** The promises of a ticket; every change is shown first and saved after. */
export function usePromises(number: number) {
  const client = useQueryClient();
  const promises = useQuery(promisesOptions(number)).data ?? [];

  async function edit(id: number, patch: Partial<Promised>, save: () => Promise<unknown>, again: () => void, asks?: RefusedChange['change']): Promise<boolean> {
    await client.cancelQueries({ queryKey: promiseKeys.of(number), exact: true });
    client.setQueryData<Promised[]>(promiseKeys.of(number), (list) => list?.map((each) => (each.id === id ? { ...each, ...patch } : each)));
    try {
      await save();
      return true;
    } catch (error) {
      if (!asks || !tellUnapproved(number, asks, error)) toastProblem(error, again);
      return false;
    } finally {
      refreshPromises(client, number);
    }
  }
  const path = (id: number) => ({ number, commitment: id });
  const reopen = (id: number) => void edit(id, { state: 'open' }, () => api.post(`${one}/reopen`, { path: path(id) }), () => reopen(id));

  return {
    promises,
    async make(body: NewPromise): Promise<Promised> {
      return makePromise(client, number, body);
    },
    async keep({ id, text }: Pick<Promised, 'id' | 'text'>): Promise<void> {
      if (await edit(id, { state: 'kept' }, () => api.post(`${one}/keep`, { path: path(id) }), () => void this.keep({ id, text }))) offerUndo(say('commitments.done.kept', { text }), () => reopen(id));
    },
    async withdraw({ id }: Pick<Promised, 'id'>): Promise<void> {
      if (await edit(id, { state: 'withdrawn' }, () => api.post(`${one}/withdraw`, { path: path(id), body: {} }), () => void this.withdraw({ id }), { withdraw: { commitment: id } })) offerUndo(say('commitments.done.withdrawn'), () => reopen(id));
    },
    reopen,
    change({ id }: Promised, patch: PromisePatch): void {
      void edit(id, {}, () => api.patch(one, { path: path(id), body: patch }), () => this.change({ id } as Promised, patch)); // only its id is asked for
    },
    answer({ id }: Promised, accept: boolean): void {
      void edit(id, { proposal: null }, () => api.post(`${one}/proposal`, { path: path(id), body: { accept } }), () => this.answer({ id } as Promised, accept)); // likewise
    },
  };
}

/** Made, told, and taken back with one press. */
export async function makePromise(client: QueryClient, number: number, body: NewPromise): Promise<Promised> {
  const made = await api.post('/api/v1/tickets/{number}/commitments', { path: { number }, body });
  refreshPromises(client, number);
  offerUndo(say('commitments.done.made', { text: made.text }), () => {
    api.post(`${one}/withdraw`, { path: { number, commitment: made.id }, body: {} }).then(() => refreshPromises(client, number), (error: unknown) => tellUnapproved(number, { withdraw: { commitment: made.id } }, error) || toastProblem(error));
  });
  return made;
}

export type Promises = ReturnType<typeof usePromises>;
