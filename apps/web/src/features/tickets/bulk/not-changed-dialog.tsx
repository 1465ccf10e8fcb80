import { Button, buttonBase, buttonTones, cx, Dialog } from '@ombud/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useId } from 'react';
import { say, sayable, useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useStore } from '../../../lib/store.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { refusedChanges, tellUnapproved } from '../steps/steps-store.ts';
import { changeTicket } from '../store/ticket-api.ts';
import { itemsQuery, type BulkChange, type BulkItem, type BulkValues } from './bulk-queries.ts';

/** The tickets that stayed as they were, each with why and a way there. Stands aside while one of them is asked for. */
export function NotChangedDialog({ bulk, onClose }: { bulk: BulkChange; onClose(): void }) {
  const t = useT();
  const { language } = useTranslator();
  const isAsking = useStore(refusedChanges).length > 0;
  if (isAsking) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('bulk.list.title')}
      description={bulk.undoes === null ? t('bulk.list.lead') : undefined}
      actions={
        <>
          <a href={`/api/v1/bulk-changes/${bulk.id}/report?language=${language}`} download className={cx(buttonBase, buttonTones.outline)}>
            <Download aria-hidden className="size-4" />
            {t('bulk.list.download')}
          </a>
          <Button tone="primary" onClick={onClose}>{t('common.close')}</Button>
        </>
      }
    >
      {(['refused', 'left'] as const).map((outcome) => bulk.counts[outcome] > 0 && <Items key={outcome} id={bulk.id} change={bulk.change} outcome={outcome} onGo={onClose} />)}
    </Dialog>
  );
}

/** Does it to one of them by itself, which leads to asking for it. */
async function tryAlone(number: number, change: BulkValues): Promise<void> {
  try {
    await changeTicket(number, change);
    toastDone(say('tickets.bulk.done', { count: 1 }));
  } catch (error) {
    if (!tellUnapproved(number, change, error)) toastProblem(error);
  }
}

function Items({ id, change, outcome, onGo }: { id: number; change: BulkValues | null; outcome: 'refused' | 'left'; onGo(): void }) {
  const t = useT();
  const reason = useReason();
  const name = useId();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(itemsQuery(id, outcome));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ul className="m-0 list-none divide-y divide-line-soft p-0">
        {items.map(({ ticket, problem }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a ticket that is not seen has no name of its own, and the order is fixed
          <li key={ticket?.number ?? `at-${at}`} className="py-2">
            {ticket ? (
              <Link to="/inbox/$view/$number" params={{ view: 'all', number: ticket.number }} onClick={onGo} className="flex min-w-0 gap-2 rounded-[5px] hover:underline">
                <span id={`${name}-${ticket.number}`} className="tabular shrink-0 font-strong text-accent-text">#{ticket.number}</span>
                <span className="min-w-0 truncate">{ticket.subject || t('tickets.noSubject')}</span>
              </Link>
            ) : (
              <p>{t('bulk.list.gone')}</p>
            )}
            <p className="text-muted">{reason(problem)}</p>
            {ticket && change && problem?.code === 'approval_needed' && <Button id={`${name}-ask-${ticket.number}`} aria-labelledby={`${name}-ask-${ticket.number} ${name}-${ticket.number}`} className="mt-1" onClick={() => void tryAlone(ticket.number, change)}>{t('approvals.ask.send')}</Button>}
          </li>
        ))}
      </ul>
      {hasNextPage && <Button tone="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('bulk.list.more')}</Button>}
    </>
  );
}

function useReason(): (problem: BulkItem['problem']) => string {
  const t = useT();
  const formats = useFormats();
  const fields = useAllFields();
  const words = useFieldWords();
  return (problem) => {
    if (!problem) return '';
    const { code, fields: names } = problem;
    const word = (name: string) => {
      const key = `bulk.field.${name}`;
      return sayable(key) ? t(key) : name;
    };
    if (code === 'changed_since') return t('bulk.problem.changed_since', { fields: formats.list(names.map(word)) });
    if (code === 'fields_missing') return t('bulk.problem.fields_missing', { fields: formats.list(names.map((key) => words.labelOf(fields, key))) });
    if (code === 'steps_missing') return t('playbooks.bulk', { steps: names.join('; ') });
    if (code === 'approval_needed') return t('approvals.bulk', { rules: names.join('; ') });
    const key = [`bulk.problem.${code}`, `refusals.${code}`, `errors.${code}`].find(sayable);
    return key === undefined ? t('errors.unknown') : t(key);
  };
}
