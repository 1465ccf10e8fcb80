import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import type { LaterChoice } from '../composer/later-dialog.tsx';
import { putBackSide, takeBack } from '../composer/take-back.ts';
import { sideKeys } from '../side/side-queries.ts';
import { scheduleMessage } from '../store/ticket-api.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Message } from '../store/types.ts';

const LaterDialog = lazy(() => import('../composer/later-dialog.tsx').then((module) => ({ default: module.LaterDialog })));
const action = 'min-h-target rounded-sm px-1 font-strong text-accent-text underline-offset-2 hover:underline';

export function isScheduled({ delivery }: Message): boolean {
  return delivery?.status === 'queued' && delivery.scheduled_for !== null && delivery.attempts === 0;
}

export function isStopped({ delivery }: Message): boolean {
  return delivery?.status === 'cancelled' && delivery.cancel_reason === 'answered';
}

/** A reply that waits for its time: when, on what condition, and what can still be done about it. */
export function ScheduledState({ message, onTakeBack }: { message: Message; onTakeBack(): void }) {
  const t = useT();
  const formats = useFormats();
  const may = useMay('tickets.write');
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const move = useMutation({
    mutationFn: (choice: LaterChoice | null) => scheduleMessage(message.id, choice ? { send_at: choice.at.toISOString(), unless_answered: choice.unlessAnswered } : { send_at: null }),
    onError: (error) => toastProblem(error),
    meta: { quiet: true },
    onSettled: () => {
      if (message.side !== null) void client.invalidateQueries({ queryKey: sideKeys.messages(message.side) });
      return client.invalidateQueries({ queryKey: ticketKeys.timeline(message.ticket) });
    },
  });
  const at = message.delivery?.scheduled_for ? new Date(message.delivery.scheduled_for) : null;
  if (!message.delivery || !at) return null;
  const { unless_answered: unlessAnswered } = message.delivery;
  return (
    <div className="mt-2 flex max-w-[72ch] flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md bg-accent-soft px-2.5 py-1 text-small text-accent-text">
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      <span title={formats.fullDateTime(at)} className="min-w-0 flex-1 basis-48">
        <b>{t('sending.later.goesOut', { when: formats.dateTime(at) })}</b> {unlessAnswered && t('sending.later.onlyUnanswered')}
      </span>
      {may && (
        <span className="flex flex-wrap gap-x-1">
          <button type="button" disabled={move.isPending} onClick={() => move.mutate(null)} className={action}>{t('sending.later.now')}</button>
          <button type="button" onClick={() => setAsks(true)} className={action}>{t('sending.later.change')}</button>
          <button type="button" onClick={onTakeBack} className={action}>{t('sending.later.takeBack')}</button>
        </span>
      )}
      {asks && <Suspense><LaterDialog aside={message.side !== null} planned={{ at, unlessAnswered }} onClose={() => setAsks(false)} onChoose={(choice) => (setAsks(false), move.mutate(choice))} /></Suspense>}
    </div>
  );
}

/** It did not go out, because the customer wrote first; its text is not lost. */
export function StoppedState({ message }: { message: Message }) {
  const t = useT();
  const me = useMe().agent;
  const may = useMay('tickets.write');
  const client = useQueryClient();
  const isAside = message.side !== null;
  return (
    <p className="mt-2 flex max-w-[72ch] flex-wrap items-center gap-x-3 rounded-md bg-amber-soft px-2.5 py-1 text-small text-amber">
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1">{t(isAside ? 'sending.later.stoppedAside' : 'sending.later.stopped')}</span>
      {may && <button type="button" onClick={() => void (isAside ? putBackSide : takeBack)(client, message, me.id)} className={action}>{t('sending.later.putBack')}</button>}
    </p>
  );
}
