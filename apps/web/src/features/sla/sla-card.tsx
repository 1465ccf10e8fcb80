import { cx } from '@ombud/ui';
import { useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { Card } from '../tickets/context/card.tsx';
import type { TicketDetail } from '../tickets/store/types.ts';
import { useCountdown } from './countdown.ts';
import { slaTones } from './sla-mark.tsx';
import { useTicketSla, type SlaTarget } from './sla-queries.ts';

/** Each promised time of the ticket: how it stands or how it ended, and on request how it came to that. */
export function SlaCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const { data } = useTicketSla(ticket.number);
  const [whole, setWhole] = useState(false);
  if (!data || data.length === 0) return null;
  // The last row of each kind; the answer begins with the newest.
  const latest = [...new Map(data.toReversed().map((row) => [row.kind, row])).values()].toSorted((one, other) => Number(one.ended_at !== null) - Number(other.ended_at !== null) || (one.due_at ?? '9').localeCompare(other.due_at ?? '9'));
  return (
    <Card id="sla" title={t('sla.card.title')}>
      <ul className="flex flex-col gap-1">
        {latest.map((row) => <li key={row.kind}><Standing row={row} /></li>)}
      </ul>
      <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)} className="mt-1 min-h-6 rounded-sm text-small text-faint hover:text-text coarse:min-h-11">{t(whole ? 'sla.history.hide' : 'sla.history.show')}</button>
      {whole && (
        <ol className="mt-1 flex flex-col gap-1.5 border-l border-line pl-3 text-small">
          {data.map((row) => <li key={row.id}><Past row={row} /></li>)}
        </ol>
      )}
    </Card>
  );
}

function Standing({ row }: { row: SlaTarget }) {
  const t = useT();
  const formats = useFormats();
  const { tone, words } = useCountdown(row);
  const ended = row.ended_at !== null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <span className="min-w-0 truncate">{t(`sla.kind.${row.kind}`)}</span>
      {ended ? <Outcome row={row} /> : <span className={cx('tabular text-right', slaTones[tone])}>{words}</span>}
      {!ended && row.due_at && <span className="col-span-2 text-small text-faint">{t('sla.dueAt', { time: formats.dateTime(new Date(row.due_at)) })}</span>}
    </div>
  );
}

function Outcome({ row }: { row: SlaTarget }) {
  const t = useT();
  const formats = useFormats();
  if (row.state === 'breached' && row.breached_at && row.ended_at) {
    const seconds = (Date.parse(row.ended_at) - Date.parse(row.breached_at)) / 1000;
    return <span className="text-right text-red">{t('sla.outcome.breached', { time: formats.duration(Math.max(60, seconds)) })}</span>;
  }
  return <span className={cx('text-right', row.state === 'met' ? 'text-green' : 'text-faint')}>{t(`sla.outcome.${row.state === 'met' ? 'met' : 'dropped'}`)}</span>;
}

function Past({ row }: { row: SlaTarget }) {
  const t = useT();
  const formats = useFormats();
  return (
    <>
      <span className="block">{t(`sla.kind.${row.kind}`)} · {t(`sla.reason.${row.reason}`)}</span>
      <span className="block text-faint">
        {[formats.dateTime(new Date(row.began_at)), t(row.business ? 'sla.terms.business' : 'sla.terms.calendar', { time: formats.duration(row.minutes * 60) }), row.policy.name ?? t('sla.policy.gone')].join(' · ')}
      </span>
      {row.ended_at && row.state !== 'replaced' && <span className="block"><Outcome row={row} /></span>}
    </>
  );
}
