import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { say } from '../../../lib/i18n.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { mergeTicket, splitTicket, unmergeTicket } from '../store/ticket-api.ts';
import { tellUnapproved } from '../steps/steps-store.ts';
import { ticketKeys } from '../store/ticket-queries.ts';

/** Merging, splitting and taking a merge back; afterwards the screen shows where the case is now. */
export function useMerge() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { view } = useParams({ strict: false });
  const open = (number: number) => navigate({ to: '/inbox/$view/$number', params: { view: view ?? 'all', number }, search: true });
  const refresh = (...numbers: number[]) =>
    Promise.all([
      ...numbers.flatMap((number) => [ticketKeys.detail(number), ticketKeys.timeline(number)].map((queryKey) => client.invalidateQueries({ queryKey }))),
      client.invalidateQueries({ queryKey: ticketKeys.lists }),
    ]);

  async function unmerge(number: number, from: number): Promise<void> {
    try {
      await unmergeTicket(number);
      await refresh(number, from);
      toastDone(say('tickets.done.unmerged', { number: `#${number}` }));
    } catch (error) {
      if (!tellUnapproved(number, { unmerge: true }, error)) toastProblem(error, () => void unmerge(number, from));
    }
  }

  return {
    unmerge,
    /** @throws ApiProblem for the dialog to show */
    async merge(number: number, into: number): Promise<void> {
      try {
        await mergeTicket(number, into);
      } catch (error) {
        if (tellUnapproved(number, { merge_into: into }, error)) return;
        throw error;
      }
      await refresh(number, into);
      await open(into);
      offerUndo(say('tickets.done.merged', { number: `#${number}`, into: `#${into}` }), () => void unmerge(number, into));
    },
    async split(number: number, message: number): Promise<void> {
      try {
        const made = await splitTicket(number, message);
        await refresh(number);
        await open(made.number);
        offerUndo(say('tickets.done.split', { number: `#${made.number}` }), () => void mergeTicket(made.number, number).then(() => refresh(number, made.number)).then(() => open(number)).catch((error: unknown) => tellUnapproved(made.number, { merge_into: number }, error) || toastProblem(error)));
      } catch (error) {
        if (!tellUnapproved(number, { split: { message } }, error)) toastProblem(error, () => void this.split(number, message));
      }
    },
  };
}
