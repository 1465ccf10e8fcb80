import { cx } from '@ombud/ui';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { TicketDetail } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import { AddressField } from './address-field.tsx';
import type { DraftContent, Person } from './draft-content.ts';
import { addPerson, copiedOf, modeOf, recipientsOf, removePerson, requesterOf, type Field } from './recipients.ts';

/** In whose name and from which address it goes out; where there is little room, the address is what stays. */
export function FromLine({ ticket: { reply_from: from } }: { ticket: TicketDetail }) {
  const t = useT();
  if (!from) return <span className="ml-auto min-w-0 truncate text-small text-red">{t('composer.noInbox')}</span>;
  return (
    <span title={from.name ? `${from.name} <${from.address}>` : from.address} className="ml-auto flex min-w-0 items-baseline gap-1.5 text-small text-faint">
      <span className={cx('min-w-0 truncate', from.name && 'max-desk:sr-only')}>{t('composer.from', { name: from.name || from.address })}</span>
      {from.name && <span className="max-w-56 shrink-0 truncate max-desk:max-w-full max-desk:shrink">{from.address}</span>}
    </span>
  );
}

/** Who gets it, in one line, while nobody writes. */
export function ToLine({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const everyone = [nameOf(ticket.requester), ...copiedOf(ticket).map((participant) => t('composer.cc.chip', { who: nameOf(participant) }))];
  return <span className="min-w-0 shrink-[2] truncate text-small text-muted">{everyone.join(', ')}</span>;
}

export interface AddresseesProps {
  ticket: TicketDetail;
  content: DraftContent;
  onEdit(change: Partial<DraftContent>): void;
}

/** Who gets it: in sight for as long as somebody writes, and to be changed before it goes. */
export function Addressees({ ticket, content, onEdit }: AddresseesProps) {
  const t = useT();
  const [adding, setAdding] = useState<Field | null>(null);
  const now = recipientsOf(ticket, content);
  const mode = modeOf(ticket, content);
  const others = copiedOf(ticket).length > 0;
  const labels = { to: t('tickets.address.to'), cc: t('tickets.address.cc'), bcc: t('sending.bcc') };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 px-3.5 pt-2 text-small text-muted">
      {(['to', 'cc', 'bcc'] as const).map((field) =>
        now[field].length === 0 && field !== 'to' ? null : (
          <span key={field} role="group" aria-label={labels[field]} className="contents">
            <span aria-hidden className="text-faint">{labels[field]}</span>
            {now[field].length === 0 && <span className="text-amber">{t('sending.nobody')}</span>}
            {now[field].map((person) => (
              <PersonChip key={person.address} person={person} onRemove={() => onEdit(removePerson(ticket, content, field, person.address))} />
            ))}
          </span>
        ),
      )}
      {adding ? (
        <AddressField
          label={t('sending.address', { field: labels[adding] })}
          onDone={(person) => {
            if (person) onEdit(addPerson(ticket, content, adding, person));
            setAdding(null);
          }}
        />
      ) : (
        (['to', 'cc', 'bcc'] as const).map((field) => (
          <button key={field} type="button" aria-label={t('sending.address', { field: labels[field] })} onClick={() => setAdding(field)} className="h-6 min-h-target rounded-sm px-1 text-small text-faint hover:bg-hover hover:text-text">
            + {labels[field]}
          </button>
        ))
      )}
      {others && (
        <span role="group" aria-label={t('sending.who')} className="ml-auto flex gap-0.5">
          <ModeButton pressed={mode === 'all'} onClick={() => onEdit({ to: null, cc: [] })}>{t('sending.replyAll')}</ModeButton>
          <ModeButton pressed={mode === 'one'} onClick={() => onEdit({ to: requesterOf(ticket), cc: [] })}>{t('sending.replyOne', { who: nameOf(ticket.requester) })}</ModeButton>
        </span>
      )}
    </div>
  );
}

function ModeButton({ pressed, onClick, children }: { pressed: boolean; onClick(): void; children: string }) {
  return (
    <button type="button" aria-pressed={pressed} onClick={onClick} className={cx('h-6 min-h-target max-w-48 truncate rounded-sm px-1.5 text-small hover:text-text', pressed ? 'bg-pressed font-strong text-text' : 'text-faint hover:bg-hover')}>
      {children}
    </button>
  );
}

export function PersonChip({ person, onRemove }: { person: Person; onRemove(): void }) {
  const t = useT();
  const who = person.name || person.address;
  return (
    <span className="inline-flex h-6 min-w-0 max-w-full items-center gap-0.5 rounded-[5px] bg-chip pl-1.5 text-small text-text coarse:h-8">
      <span title={person.address} className="truncate">{who}</span>
      <button type="button" aria-label={t('sending.remove', { who })} onClick={onRemove} className="grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-text">
        <X aria-hidden className="size-3" />
      </button>
    </span>
  );
}
