import { cx, IconButton, RelativeTime } from '@ombud/ui';
import { Link, type LinkOptions } from '@tanstack/react-router';
import { AlarmClock, ArrowUpFromLine, AtSign, Check, Frown, Handshake, Heart, Inbox, MailWarning, MessageSquareWarning, MessageCircleQuestionMark, MessageSquare, MessageSquareReply, Ticket, Stamp, Timer, TimerOff, TriangleAlert, Undo2, UserRoundCheck, type LucideIcon } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { BellAnswer } from '../approvals/bell-answer.tsx';
import type { Group } from './groups.ts';
import type { Notification, NotificationKind } from './notification-queries.ts';

const icons: Record<NotificationKind, LucideIcon> = {
  assigned: UserRoundCheck,
  mentioned: AtSign,
  answered: MessageSquareReply,
  colleague: MessageSquare,
  new_in_team: Ticket,
  failed: MailWarning,
  woken: AlarmClock,
  promise_due: Handshake,
  promise_broken: TriangleAlert,
  promise_answered: MessageSquareReply,
  sla_warning: Timer,
  sla_breached: TimerOff,
  low_score: Frown,
  escalated: ArrowUpFromLine,
  handed_back: Undo2,
  asked: MessageCircleQuestionMark,
  approval_asked: Stamp,
  approval_answered: Stamp,
  offered: Inbox,
  complaint_given: MessageSquareWarning,
  complaint_acknowledge_due: Timer,
  complaint_acknowledge_late: TimerOff,
  complaint_answer_due: Timer,
  complaint_answer_late: TimerOff,
  compliment: Heart,
};

const olderShown = 2;

/** Where it is read: the ticket, the file of a complaint, or what is about oneself. */
function placeOf({ ticket, feedback, kind }: Notification): LinkOptions {
  if (ticket) return { to: '/inbox/$view/$number', params: { view: 'all', number: ticket.number } };
  return kind === 'compliment' || !feedback ? { to: '/feedback', search: { of: 'me' } } : { to: '/feedback/$id', params: { id: feedback.id } };
}

/** One ticket or piece of feedback with what is told of it; opening it reads it. */
export function NotificationGroup({ group, onOpen, onRead }: { group: Group; onOpen(): void; onRead(): void }) {
  const t = useT();
  const { newest, older, unread } = group;
  const { ticket } = newest;
  const subject = ticket?.subject ?? t(`notifications.kind.${newest.kind}`);
  const asked = [newest, ...older].find(({ kind, approval }) => kind === 'approval_asked' && approval?.open);
  const left = older.length - olderShown;
  return (
    <li className="group relative border-b border-line-soft last:border-b-0">
      <Link
        {...placeOf(newest)}
        data-notification
        onClick={onOpen}
        className={cx('flex gap-2.5 py-2.5 pr-10 pl-3 outline-offset-[-2px] hover:bg-hover', !unread && 'text-muted')}
      >
        <span aria-hidden className={cx('mt-[7px] size-2 shrink-0 rounded-full', unread ? 'bg-accent' : 'bg-transparent')} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cx('min-w-0 flex-1 truncate', unread && 'font-strong')}>
              {unread && <span className="sr-only">{t('notifications.unread')} </span>}
              {subject}
            </span>
            <span className="shrink-0 text-small text-faint tabular-nums">{ticket ? `#${ticket.number}` : <RelativeTime at={newest.happened_at} />}</span>
          </span>
          {ticket ? <Told item={newest} withLine /> : <OfFeedback item={newest} />}
          {older.slice(0, olderShown).map((item) => (
            <Told key={item.id} item={item} />
          ))}
          {left > 0 && <span className="block text-small text-faint">{t('notifications.more', { count: left })}</span>}
        </span>
      </Link>
      {asked?.approval && <BellAnswer id={asked.approval.id} onAnswered={onRead} />}
      {unread && (
        <IconButton
          label={t('notifications.readOne', { subject })}
          icon={<Check />}
          onClick={onRead}
          className="absolute top-1.5 right-1.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 coarse:opacity-100"
        />
      )}
    </li>
  );
}

function Told({ item, withLine = false }: { item: Notification; withLine?: boolean }) {
  const t = useT();
  const Icon = icons[item.kind];
  return (
    <>
      <span className="mt-0.5 flex items-center gap-1.5 text-small text-muted">
        <Icon aria-hidden className={cx('size-3.5 shrink-0', item.kind === 'failed' && 'text-red')} />
        <span className="min-w-0 truncate">
          {item.aside ? t('notifications.aside', { who: item.actor.name ?? t('home.change.somebody') }) : t(`notifications.kind.${item.kind}`)}
          {!item.aside && item.actor.name && ` · ${item.actor.name}`}
        </span>
        <span className="ml-auto shrink-0 text-faint">
          <RelativeTime at={item.happened_at} />
        </span>
      </span>
      {withLine && item.line && <span className="mt-0.5 line-clamp-2 text-small break-words">{item.line}</span>}
    </>
  );
}

/** By when the owner of a complaint has to do what it tells of; what a compliment says, and who passed it on. */
function OfFeedback({ item: { kind, feedback, actor, line } }: { item: Notification }) {
  const t = useT();
  const formats = useFormats();
  const Icon = icons[kind];
  const due = feedback?.due_at ? new Date(feedback.due_at) : null;
  const isLate = due !== null && due.getTime() < Date.now();
  const what = kind.startsWith('complaint_answer') ? 'answer' : 'acknowledge';
  return (
    <>
      <span className="mt-0.5 flex items-start gap-1.5 text-small text-muted">
        <Icon aria-hidden className={cx('mt-0.5 size-3.5 shrink-0', isLate && 'text-red')} />
        <span className="min-w-0">{due ? t(`staff-feedback.${isLate ? 'late' : 'by'}.${what}`, { date: formats.dateTime(due) }) : actor.name && t('staff-feedback.own.by', { who: actor.name })}</span>
      </span>
      {line && <span className="mt-0.5 line-clamp-2 text-small break-words">{line}</span>}
    </>
  );
}
