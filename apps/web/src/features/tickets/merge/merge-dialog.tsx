import { Button, Dialog, StatusIcon, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { listTickets } from '../store/ticket-api.ts';
import type { TicketDetail } from '../store/types.ts';
import { statusWord } from '../store/words.ts';
import { useMerge } from './use-merge.ts';

/** Chooses the ticket that this one goes into: one of the same customer's, or any by its number. */
export function MergeDialog({ ticket, onClose }: { ticket: TicketDetail; onClose(): void }) {
  const t = useT();
  const form = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { merge } = useMerge();
  const others = useQuery({ queryKey: ['tickets', 'of-requester', ticket.requester.id], queryFn: ({ signal }) => listTickets({ requester: ticket.requester.id, sort: '-updated_at', limit: 20 }, signal) });
  const choices = (others.data?.items ?? []).filter(({ number, brand, status, merged_into }) => number !== ticket.number && brand.id === ticket.brand.id && status !== 'closed' && merged_into === null);

  async function go(into: number) {
    setBusy(true);
    setProblem(null);
    try {
      await merge(ticket.number, into);
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const number = Number(typed.replace(/\D/g, ''));
    if (number > 0 && !busy) void go(number);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('tickets.merge.title', { number: `#${ticket.number}` })}
      description={t('tickets.merge.lead')}
      actions={
        <>
          <Button tone="plain" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} tone="primary" busy={busy} disabled={!/\d/.test(typed)}>{t('tickets.merge.do')}</Button>
        </>
      }
    >
      {/* The number first, so that the next key leads to the customer’s own. */}
      <form id={form} noValidate onSubmit={submit}>
        <TextField
          label={t('tickets.merge.number')}
          autoFocus
          inputMode="numeric"
          value={typed}
          onValueChange={(text) => {
            setTyped(text);
            setProblem(null);
          }}
          error={problem ? mergeProblem(t, problem) : undefined}
          autoComplete="off"
        />
      </form>
      {choices.length > 0 && (
        <>
          <h3 className="mt-4 text-small text-muted">{t('tickets.merge.sameCustomer', { name: ticket.requester.name || (ticket.requester.email ?? '') })}</h3>
          <ul className="-mx-2 mt-1 flex flex-col">
            {choices.map((choice) => (
              <li key={choice.number}>
                <button type="button" disabled={busy} onClick={() => void go(choice.number)} className="flex min-h-control w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover">
                  <StatusIcon status={choice.status} label={t(statusWord(choice.status))} />
                  <span className="min-w-0 flex-1 truncate">{choice.subject || t('tickets.noSubject')}</span>
                  <span className="tabular text-small text-faint">#{choice.number}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** Why these two cannot be one, in words of its own where it is the other ticket's fault. */
function mergeProblem(t: ReturnType<typeof useT>, problem: unknown): string {
  const code = (problem as { fields?: { field: string; code: string }[] }).fields?.find(({ field }) => field === 'into')?.code;
  if (code === 'same_ticket') return t('tickets.merge.same');
  if (code === 'other_brand') return t('tickets.merge.otherBrand');
  if (code === 'is_merged') return t('tickets.merge.isMerged');
  if (code === 'not_found') return t('tickets.merge.notFound');
  return fieldTexts(problem)['into'] ?? problemText(problem);
}
