import { Button, TextField, useNow } from '@ombud/ui';
import { Inbox } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { Offer } from './offer-queries.ts';

/** Said once more when so many seconds are left of a longer time. */
const nearly = 10;

/** One offer with its countdown, by the server's clock. `readAt`: when this browser read it, ms. */
export function OfferCard({ offer, readAt, onAnswer, onOver }: { offer: Offer; readAt: number; onAnswer(accept: boolean, note?: string): void; onOver(): void }) {
  const t = useT();
  const now = useNow('second');
  const [note, setNote] = useState<string | null>(null);
  const left = Math.max(0, Math.ceil(offer.seconds_left - Math.max(0, now - readAt) / 1_000));
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) onOver();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when its time is over
  }, [isOver]);
  const { ticket, team, why, seconds } = offer;
  return (
    <section aria-label={t('routing.offer.title')} className="appear pointer-events-auto rounded-lg bg-raised px-3.5 pt-3 pb-3.5 shadow-float">
      <div className="flex items-center gap-2">
        <Inbox aria-hidden className="size-4 shrink-0 text-accent" />
        <h2 className="m-0 min-w-0 flex-1 text-base font-strong">{t('routing.offer.title')}</h2>
        <span className={`tabular shrink-0 text-small ${left <= nearly ? 'font-strong text-text' : 'text-muted'}`}>{t('routing.offer.left', { count: left })}</span>
      </div>
      <div aria-hidden className="mt-2 h-1 overflow-hidden rounded-full bg-line">
        <div style={{ width: `${Math.min(100, (left / Math.max(1, seconds)) * 100)}%` }} className="h-full rounded-full bg-accent transition-[width] duration-1000 ease-linear" />
      </div>
      <p className="mt-2.5 line-clamp-2 font-strong [overflow-wrap:anywhere]"><span className="tabular font-normal text-faint">#{ticket.number}</span> {ticket.subject}</p>
      <p className="truncate text-muted">{ticket.customer} · {team.name}</p>
      {why && <p className="mt-1 text-small text-muted">{t(`routing.offer.you.${why}`)}</p>}
      {note !== null && (
        <form className="mt-2" onSubmit={(event) => (event.preventDefault(), onAnswer(false, note.trim()))}>
          <TextField label={t('routing.offer.why')} value={note} onValueChange={setNote} maxLength={200} autoFocus />
        </form>
      )}
      <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
        {note === null && <Button tone="plain" onClick={() => setNote('')} className="mr-auto -ml-3 text-small text-muted">{t('routing.offer.note')}</Button>}
        <Button keys="shift+n" onClick={() => onAnswer(false, note?.trim() ?? '')}>{t('routing.offer.decline')}</Button>
        <Button tone="primary" keys="shift+y" onClick={() => onAnswer(true)}>{t('routing.offer.accept')}</Button>
      </div>
      <p role="status" className="sr-only">{seconds > nearly * 2 && left > 0 && left <= nearly && t('routing.offer.nearly', { count: nearly })}</p>
    </section>
  );
}
