import { Avatar, cx, PriorityIcon, RelativeTime, StatusIcon } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { memo, Suspense } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { PromiseMark, SlaMark } from '../later-parts.tsx';
import { PresenceFaces } from '../presence/presence-faces.tsx';
import type { Ticket } from '../store/types.ts';
import type { ListFilter } from '../store/view-filters.ts';
import { nameOf, priorityWord, statusWord } from '../store/words.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { searchOf } from './list-link.ts';
import { RowCheckbox } from './row-checkbox.tsx';
import { SnoozeMark } from './snooze-mark.tsx';
import type { RowColumn } from './own-columns.ts';
import { RowColumns } from './row-columns.tsx';

export interface TicketRowProps {
  ticket: Ticket;
  /** What gets a line of its own; none, no line */
  columns: readonly RowColumn[];
  filter: ListFilter;
  /** Its ticket is open beside the list */
  open: boolean;
  /** Where j and k stand */
  cursor: boolean;
  selected: boolean;
  /** While a selection is under way every row shows its box */
  selecting: boolean;
  onSelect(number: number, range: boolean): void;
  onPoint(number: number): void;
}

/** Four lines of fixed height: who and when, about what, the newest line, and where it stands; a fifth for chosen columns. */
export const TicketRow = memo(function TicketRow({ ticket, columns, filter, open, cursor, selected, selecting, onSelect, onPoint }: TicketRowProps) {
  const t = useT();
  const who = nameOf(ticket.requester);
  const status = t(statusWord(ticket.status));
  const line = ticket.last_line === '' ? t('tickets.message.empty') : ticket.last_direction === 'out' ? t('tickets.row.answered', { who: ticket.last_author, line: ticket.last_line }) : ticket.last_line;
  return (
    <div
      data-number={ticket.number}
      onPointerEnter={() => onPoint(ticket.number)}
      className={cx(
        'group/row relative min-h-0 flex-1 border-b border-line-soft',
        open ? 'bg-accent-soft' : selected ? 'bg-hover' : 'hover:bg-hover',
        (open || cursor) && 'before:absolute before:inset-y-0 before:left-0 before:w-0.5',
        open ? 'before:bg-accent' : cursor && 'before:bg-field-line',
      )}
    >
      <Link
        to="/inbox/$view/$number"
        params={{ view: filter.view, number: ticket.number }}
        search={searchOf(filter)}
        preload={false}
        draggable={false}
        aria-current={open || undefined}
        onClick={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          onSelect(ticket.number, true);
        }}
        className="grid h-full grid-cols-[1.375rem_minmax(0,1fr)] gap-x-2 py-[0.4375rem] pr-3.5 pl-3 outline-offset-[-2px] [[data-density=comfortable]_&]:py-2.5"
      >
        <ChannelIcon channel={ticket.channel} className={cx('pt-0.5 text-faint', selected || selecting ? 'invisible' : 'desk:group-hover/row:invisible')} />
        <span className="flex min-w-0 flex-col">
          <span className="flex items-center gap-1.5">
            {ticket.unread && <span role="img" aria-label={t('tickets.row.unread')} className="size-1.5 shrink-0 rounded-full bg-accent" />}
            <span className={cx('min-w-0 flex-1 truncate', ticket.unread && 'font-strong')}>{who}</span>
            <RelativeTime at={ticket.updated_at} className="shrink-0 text-small text-faint" />
          </span>
          <span className={cx('flex items-center gap-1.5', ticket.unread && 'font-strong')}>
            <span className="min-w-0 flex-1 truncate">{ticket.subject || t('tickets.noSubject')}</span>
            {(ticket.priority === 'high' || ticket.priority === 'urgent') && <PriorityIcon priority={ticket.priority} label={t(priorityWord(ticket.priority))} />}
          </span>
          <span className="truncate text-muted">{line}</span>
          {columns.length > 0 && <RowColumns ticket={ticket} columns={columns} />}
          <span className="mt-auto flex min-w-0 items-center gap-1.5 text-small text-muted">
            <StatusIcon status={ticket.status} />
            <span className="shrink-0">{status}</span>
            <span aria-hidden className="ml-1.5 size-2 shrink-0 rounded-[2.5px]" style={{ background: ticket.brand.color }} />
            <span className="min-w-0 truncate">{ticket.brand.name}</span>
            <span className="ml-auto flex shrink-0 items-center gap-1 pl-1">
              <Suspense>
                <SlaMark number={ticket.number} />
              </Suspense>
              {ticket.promise_due_at && <Suspense><PromiseMark due={ticket.promise_due_at} /></Suspense>}
              <SnoozeMark until={ticket.snoozed_until} />
              <PresenceFaces ticket={ticket.number} most={2} />
              {ticket.assignee && <Avatar name={ticket.assignee.name} label={t('tickets.row.assignee', { name: ticket.assignee.name })} className="rounded-[6px]" />}
            </span>
          </span>
        </span>
      </Link>
      <RowCheckbox
        label={t('tickets.row.select', { number: ticket.number, who })}
        checked={selected}
        onToggle={(range) => onSelect(ticket.number, range)}
        className={cx('!absolute top-1 left-2 coarse:-top-0.5 coarse:-left-0.5 [[data-density=comfortable]_&]:top-[0.4375rem]', !selected && !selecting && 'opacity-0 focus-visible:opacity-100 desk:group-hover/row:opacity-100 coarse:hidden')}
      />
    </div>
  );
});
