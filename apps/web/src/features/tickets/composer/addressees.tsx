import { Chip, cx } from '@ombud/ui';
import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { TicketDetail } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import type { Person } from './draft-content.ts';

/** Good enough to catch slips; whether it exists only mail can tell. */
function looksLikeAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && text.indexOf('.', at) > at + 1 && !text.endsWith('.') && !/\s/.test(text) && text.length <= 254;
}

export function copiedOf(ticket: TicketDetail) {
  return ticket.participants.filter((participant) => participant.role === 'cc' && participant.confirmed);
}

/** In whose name it goes out. */
export function FromLine({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  return (
    <span className={cx('ml-auto min-w-0 truncate text-small', ticket.reply_from ? 'text-faint' : 'text-red')} title={ticket.reply_from?.address}>
      {ticket.reply_from ? t('composer.from', { name: ticket.reply_from.name || ticket.reply_from.address }) : t('composer.noInbox')}
    </span>
  );
}

/** Who gets it, in one line, while nobody writes. */
export function ToLine({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const everyone = [nameOf(ticket.requester), ...copiedOf(ticket).map((participant) => t('composer.cc.chip', { who: nameOf(participant) }))];
  return <span className="min-w-0 shrink-[2] truncate text-small text-muted">{everyone.join(', ')}</span>;
}

/** Who gets it: in sight for as long as somebody writes. */
export function Addressees({ ticket, cc, onCc }: { ticket: TicketDetail; cc: readonly Person[]; onCc(cc: Person[]): void }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const copied = copiedOf(ticket);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 px-3.5 pt-2 text-small text-muted">
      <span className="text-faint">{t('tickets.address.to')}</span>
      <span title={ticket.requester.email ?? undefined} className="max-w-full truncate text-text">{nameOf(ticket.requester)}</span>
      {copied.map((participant) => (
        <Chip key={participant.id} title={participant.address}>{t('composer.cc.chip', { who: nameOf(participant) })}</Chip>
      ))}
      {cc.map((person) => (
        <span key={person.address} className="inline-flex h-6 min-w-0 max-w-full items-center gap-0.5 rounded-[5px] bg-chip pl-1.5 text-small">
          <span title={person.address} className="truncate">{t('composer.cc.chip', { who: person.name || person.address })}</span>
          <button type="button" aria-label={t('composer.cc.remove', { who: person.name || person.address })} onClick={() => onCc(cc.filter((other) => other !== person))} className="grid size-6 place-items-center rounded-sm text-faint hover:text-text">
            <X className="size-3" />
          </button>
        </span>
      ))}
      {adding ? (
        <CcField
          onDone={(address) => {
            if (address && !cc.some((person) => person.address === address)) onCc([...cc, { name: '', address }]);
            setAdding(false);
          }}
        />
      ) : (
        <button type="button" onClick={() => setAdding(true)} className="h-6 min-h-target rounded-sm px-1 text-small text-faint hover:bg-hover hover:text-text">
          {t('composer.cc.add')}
        </button>
      )}
    </div>
  );
}

function CcField({ onDone }: { onDone(address: string | null): void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  function finish(leaving: boolean) {
    const address = typed.trim().toLowerCase().replace(/[,;]$/, '');
    if (address === '' || (leaving && !looksLikeAddress(address))) onDone(null);
    else if (looksLikeAddress(address)) onDone(address);
    else setWrong(true);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone(null);
    }
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      event.preventDefault();
      event.stopPropagation();
      finish(false);
    }
  }
  return (
    <input
      type="email"
      autoFocus
      aria-label={t('composer.cc.address')}
      aria-invalid={wrong || undefined}
      title={wrong ? t('composer.cc.wrong') : undefined}
      placeholder={t('composer.cc.address')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      className={cx('h-6 min-h-target w-48 rounded-sm border bg-pane px-1.5 text-small', wrong ? 'border-red' : 'border-field-line')}
    />
  );
}
