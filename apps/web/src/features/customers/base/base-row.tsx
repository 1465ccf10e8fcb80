import { Avatar, Checkbox, Chip, cx } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { CalendarClock, CalendarPlus, Handshake, Inbox, MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { keyOf, type BaseEntry } from './base-queries.ts';
import { dayIn, daysBetween, useToday } from './days.ts';

interface BaseRowProps {
  entry: BaseEntry;
  name: string;
  wide: boolean;
  /** Null where nothing can be selected */
  selected: boolean | null;
  onToggle(): void;
  /** Null for who may not */
  onNext: (() => void) | null;
}

/** One that somebody looks after: who, what stands open, how long it has been silent, and when to be in touch. */
export function BaseRow({ entry, name, wide, selected, onToggle, onNext }: BaseRowProps) {
  const t = useT();
  const formats = useFormats();
  const figures = (
    <span className={cx('flex shrink-0 items-center text-small text-muted', wide ? 'justify-end gap-x-3' : 'mt-0.5 min-w-0 gap-x-3 overflow-hidden')}>
      <Figure icon={<Inbox />} shows={entry.open > 0} className={wide ? 'w-24' : ''}>{t('base.open', { count: entry.open })}</Figure>
      <Promised entry={entry} className={wide ? 'w-20' : ''} />
      <Silence entry={entry} className={wide ? 'w-36' : ''} />
    </span>
  );
  return (
    <div className={cx('mx-auto flex h-full w-full max-w-4xl items-center gap-2 px-4 hover:bg-hover sm:rounded-md sm:px-6', selected && 'bg-hover')}>
      {selected !== null && <Checkbox ariaLabel={t('base.selectOne', { name })} checked={selected} onCheckedChange={onToggle} />}
      <Link
        {...(entry.kind === 'customer' ? ({ to: '/customers/$id', params: { id: entry.id } } as const) : ({ to: '/organizations/$id', params: { id: entry.id } } as const))}
        data-entry={keyOf(entry)}
        className="flex h-full min-w-0 flex-1 items-center gap-3 rounded-sm px-1 -outline-offset-2"
      >
        <Avatar name={name} size="medium" className={entry.kind === 'organization' ? 'rounded-lg' : undefined} />
        <span className="min-w-0 flex-1">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate font-strong">{name}</span>
            {entry.as === 'deputy' && <Chip title={t('base.asDeputy.of', { name: entry.account.agent.name })} className="shrink-0">{t('base.asDeputy')}</Chip>}
          </span>
          <span className="block truncate text-small text-muted">{entry.next_contact?.note || entry.organization?.name || (entry.kind === 'organization' ? t('base.organization') : entry.email)}</span>
          {!wide && figures}
        </span>
        {wide && figures}
      </Link>
      <Next entry={entry} name={name} day={formats.shortDate} onNext={onNext} />
    </div>
  );
}

function Figure({ icon, shows, title, className, children }: { icon: ReactNode; shows: boolean; title?: string; className?: string; children: ReactNode }) {
  if (!shows) return className ? <span className={className} /> : null;
  return (
    <span title={title} className={cx('tabular flex min-w-0 items-center gap-1.5 whitespace-nowrap [&>svg]:size-3.5 [&>svg]:shrink-0', className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

function Promised({ entry, className }: { entry: BaseEntry; className?: string }) {
  const t = useT();
  const formats = useFormats();
  const due = entry.promise_due_at === null ? null : new Date(entry.promise_due_at);
  const isOver = due !== null && due.getTime() < Date.now();
  return (
    <Figure icon={<Handshake aria-hidden />} shows={due !== null} title={due ? t(isOver ? 'base.promise.over' : 'base.promise', { time: formats.dateTime(due) }) : undefined} className={cx(className, isOver && 'text-red')}>
      {due && formats.shortDate(due)}
      {due && <span className="sr-only">{t(isOver ? 'base.promise.over' : 'base.promise', { time: formats.dateTime(due) })}</span>}
    </Figure>
  );
}

function Silence({ entry, className }: { entry: BaseEntry; className?: string }) {
  const t = useT();
  const formats = useFormats();
  const zone = useMe().agent.time_zone;
  const today = useToday();
  const at = entry.last_contact_at === null ? null : new Date(entry.last_contact_at);
  const days = at ? Math.max(0, daysBetween(dayIn(zone, at), today)) : null;
  return (
    <Figure icon={<MessageCircle aria-hidden />} shows title={at ? t('base.lastContact', { time: formats.dateTime(at) }) : t('base.never.long')} className={className}>
      {days === null ? t('base.never') : days === 0 ? t('base.silence.today') : t('base.silence.days', { count: days })}
    </Figure>
  );
}

function Next({ entry: { next_contact: next }, name, day, onNext }: { entry: BaseEntry; name: string; day(at: Date): string; onNext: (() => void) | null }) {
  const t = useT();
  const today = useToday();
  if (!next && !onNext) return <span className="w-24" />;
  const text = next && (next.on === today ? t('base.next.today') : day(new Date(`${next.on}T12:00:00Z`)));
  const tone = !next ? 'text-faint' : next.on < today ? 'text-red' : next.on === today ? 'text-amber' : 'text-muted';
  const label = next && text ? t(next.on < today ? 'base.next.overdueOf' : 'base.next.of', { name, day: text }) : t('base.next.addTo', { name });
  const content = (
    <>
      {next ? <CalendarClock aria-hidden className="size-4 shrink-0" /> : <CalendarPlus aria-hidden className="size-4 shrink-0" />}
      {text && <span className="tabular truncate">{text}</span>}
    </>
  );
  const classes = cx('flex h-8 w-24 shrink-0 max-sm:w-23 items-center gap-1.5 rounded-sm px-1.5 text-small', tone);
  return onNext ? <button type="button" aria-label={label} title={label} onClick={onNext} className={cx(classes, 'hover:bg-chip')}>{content}</button> : <span title={label} className={classes}>{content}</span>;
}
