import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import { useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { offerUndo } from '../../lib/undo.ts';
import { useCustomerName } from './customer-names.ts';

/** Makes two customers one, and two again; whatever is done offers to be taken back. */
export function useMergeCustomers() {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const nameOf = useCustomerName();

  async function refresh() {
    await Promise.all([client.invalidateQueries({ queryKey: ['customers'] }), client.invalidateQueries({ queryKey: ['tickets'] })]);
  }

  async function remerge(id: number, into: number) {
    const stays = await api.post('/api/v1/customers/{id}/merge', { path: { id }, body: { into } });
    await refresh();
    return stays;
  }

  async function unmerge(id: number, from: number) {
    const restored = await api.post('/api/v1/customers/{id}/unmerge', { path: { id } });
    await refresh();
    offerUndo(t('customers.merged.unmerged', { name: nameOf(restored) }), () => void remerge(id, from).catch(toastProblem));
  }

  return {
    /** Throws what was refused. `leave`: goes to the page that stays. */
    async merge(id: number, into: number, { leave }: { leave: boolean }) {
      const stays = await remerge(id, into);
      if (leave) await navigate({ to: '/customers/$id', params: { id: stays.id }, replace: true });
      offerUndo(t('customers.merge.done', { name: nameOf(stays) }), () => void unmerge(id, stays.id).catch(toastProblem));
    },
    unmerge,
    async keepApart(id: number, other: number) {
      await api.post('/api/v1/customers/{id}/keep-apart', { path: { id }, body: { other } });
      await refresh();
      offerUndo(t('customers.duplicates.keptApart'), () => void api.post('/api/v1/customers/{id}/suggest-again', { path: { id }, body: { other } }).then(refresh).catch(toastProblem));
    },
  };
}
