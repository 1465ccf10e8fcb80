import { cx } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { Handshake, PhoneCall, TriangleAlert } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { usePromiseDue } from './due-words.ts';
import type { OwnPromised } from './promise-queries.ts';
import { urgencyColor, useTimeLeft } from './time-left.tsx';

/** One in a list of several tickets' promises; leads to its ticket. */
export function PromiseRow({ promise, who = promise.requester }: { promise: OwnPromised; /** Whom it is said with: the customer, or where that is plain who keeps it */ who?: string }) {
  const t = useT();
  const due = usePromiseDue();
  const { text, urgency, counts } = useTimeLeft(promise.due_at);
  const isOver = urgency === 'over';
  const Icon = isOver ? TriangleAlert : promise.kind === 'callback' ? PhoneCall : Handshake;
  return (
    <li>
      <Link data-home to="/inbox/$view/$number" params={{ view: 'all', number: promise.ticket }} search={{}} className="flex items-start gap-3 rounded-md px-2 py-2 outline-offset-[-2px] hover:bg-hover">
        <span className={cx('flex h-5 items-center', urgencyColor[urgency])}><Icon aria-hidden className="size-4" /></span>
        <span className="min-w-0 flex-1">
          <span className="block truncate">{promise.text}</span>
          <span className="flex min-w-0 gap-1.5 text-small text-muted">
            <span className="max-w-[45%] shrink-0 truncate">{who}</span>
            <span aria-hidden className="text-faint">·</span>
            <span className="min-w-0 truncate">{promise.subject || t('tickets.noSubject')}</span>
          </span>
        </span>
        <span className={cx('tabular shrink-0 text-right text-small', urgencyColor[urgency])}>
          <span className="block">{due(promise)}</span>
          {counts && <span className="block">{t(isOver ? 'commitments.over' : 'commitments.left', { time: text })}</span>}
        </span>
      </Link>
    </li>
  );
}
