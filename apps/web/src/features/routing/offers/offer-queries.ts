import type { Shape } from '@ombud/sdk';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { say } from '../../../lib/i18n.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { showToast } from '@ombud/ui';

export type Offer = Shape<'Offer'>;

export const ownOffersOptions = queryOptions({ queryKey: ['offers'], queryFn: ({ signal }) => api.get('/api/v1/offers', { signal }), staleTime: 0 });

/** Accepts or declines what is offered; an offer that is over meanwhile says so and goes. */
export function useAnswerOffer(open: (number: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ offer: { id }, accept, note }: { offer: Offer; accept: boolean; note: string }) =>
      accept ? api.post('/api/v1/offers/{id}/accept', { path: { id } }) : api.post('/api/v1/offers/{id}/decline', { path: { id }, body: { note } }),
    onSuccess: (_answer, { offer: { ticket }, accept }) => {
      if (accept) showToast({ title: say('routing.offer.taken', { number: ticket.number }), tone: 'done', action: { label: say('routing.offer.open.ticket'), run: () => open(ticket.number) } });
      else toastDone(say('routing.offer.passed'));
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'conflict') showToast({ title: say('routing.offer.over') });
      else toastProblem(error);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ownOffersOptions.queryKey }),
  });
}
