import { Avatar, Button, CountBadge, cx, IconButton, Menu, MenuItem, MenuSeparator } from '@ombud/ui';
import { CalendarClock, Check, CheckCheck, Ellipsis, Handshake, PhoneCall, Plus, RotateCcw, TriangleAlert, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { Card } from '../context/card.tsx';
import type { TicketDetail } from '../store/types.ts';
import { AssigneePicker } from '../ticket/pickers.tsx';
import { usePromiseDue } from './due-words.ts';
import { isUnkept, type Promised } from './promise-queries.ts';
import { promiseRoom, promiseSomething } from './promise-store.ts';
import { urgencyColor, useTimeLeft } from './time-left.tsx';
import { usePromises, type Promises } from './use-promises.ts';

/** What the customer was promised on this ticket: what is open with its countdown, what is over behind a word. */
export function PromisesCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const [all, setAll] = useState(false);
  const promises = usePromises(ticket.number);
  const open = promises.promises.filter(isUnkept);
  const over = promises.promises.filter((each) => !isUnkept(each));
  if (promises.promises.length === 0 && !may) return null;
  return (
    <Card id="promises" title={t('commitments.title')} aside={open.length > 0 && <CountBadge count={open.length} />}>
      <ul aria-label={t('commitments.title')} className="m-0 flex list-none flex-col p-0">
        {open.map((promise) => <OpenPromise key={promise.id} promise={promise} promises={promises} may={may} />)}
        {all && over.map((promise) => <OverPromise key={promise.id} promise={promise} promises={promises} may={may} />)}
      </ul>
      <div className="flex flex-wrap items-center gap-x-3">
        {may && (
          <button type="button" onClick={() => promiseSomething(ticket.number, 'button')} className="-ml-1 flex h-control min-w-0 items-center gap-1.5 rounded-md pr-2 pl-0.5 text-faint hover:bg-pressed hover:text-text coarse:h-11">
            <Plus aria-hidden className="size-4 shrink-0" /><span className="truncate">{t('commitments.make')}</span>
          </button>
        )}
        {over.length > 0 && <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="ml-auto min-h-6 rounded-sm text-small text-muted hover:text-text coarse:min-h-11">{t('commitments.earlier', { count: over.length })}</button>}
      </div>
    </Card>
  );
}

interface RowProps {
  promise: Promised;
  promises: Promises;
  may: boolean;
}

function OpenPromise({ promise, promises, may }: RowProps) {
  const t = useT();
  const due = usePromiseDue();
  const { text: left, urgency, counts } = useTimeLeft(promise.due_at);
  const isOver = urgency === 'over';
  const Icon = isOver ? TriangleAlert : promise.kind === 'callback' ? PhoneCall : Handshake;
  return (
    <li className="flex items-start gap-2 py-1.5">
      <span className={cx('flex h-6 items-center', urgencyColor[urgency])}><Icon aria-hidden className="size-4" /></span>
      <span className="min-w-0 flex-1">
        <span className="block min-h-6 py-0.5 [overflow-wrap:anywhere]">{promise.text}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-small text-muted">
          <span className={cx('tabular', urgencyColor[urgency])}>
            {isOver && <span className="font-strong">{t('commitments.overdue')} · </span>}
            {due(promise)}{!isOver && counts && ` · ${t('commitments.left', { time: left })}`}
          </span>
          {promise.agreed_at && <span className="flex items-center gap-1 text-green"><CheckCheck aria-hidden className="size-3.5" />{t('commitments.agreed')}</span>}
        </span>
        <span className="flex flex-wrap items-center gap-x-2 text-small">
          {promise.phone && <a href={`tel:${promise.phone}`} className="flex min-h-6 items-center gap-1 rounded-sm text-accent-text underline-offset-2 hover:underline coarse:min-h-11">{promise.phone}</a>}
          <Owner promise={promise} promises={promises} may={may} />
          <Moves promise={promise} />
        </span>
        {promise.proposal && <Proposal promise={promise} promises={promises} may={may} />}
      </span>
      {may && (
        <span className="flex shrink-0">
          <IconButton label={t('commitments.keepOf', { text: promise.text })} icon={<Check />} className="size-6 min-h-target min-w-target" onClick={() => void promises.keep(promise)} />
          <Menu align="end" trigger={<button type="button" aria-label={t('commitments.moreOf', { text: promise.text })} className="grid size-6 min-h-target min-w-target place-items-center rounded-md text-faint hover:bg-pressed hover:text-text data-[popup-open]:bg-pressed"><Ellipsis aria-hidden className="size-3.5" /></button>}>
            <MenuItem icon={<Check />} onSelect={() => void promises.keep(promise)}>{t('commitments.keep')}</MenuItem>
            <MenuItem icon={<CalendarClock />} onSelect={() => promiseRoom.set({ ticket: promise.ticket, move: promise })}>{t('commitments.move')}</MenuItem>
            <MenuSeparator />
            <MenuItem icon={<RotateCcw />} onSelect={() => void promises.withdraw(promise)}>{t('commitments.withdraw')}</MenuItem>
          </Menu>
        </span>
      )}
    </li>
  );
}

function Owner({ promise, promises, may }: RowProps) {
  const t = useT();
  const { owner, team } = promise;
  const name = owner?.name ?? team?.name ?? t('commitments.owner.nobody');
  const shown = (
    <span className="flex min-w-0 items-center gap-1 text-faint">
      {owner ? <Avatar name={owner.name} className="!size-4 !text-[8px]" /> : <UserRound aria-hidden className="size-3.5" />}
      <span className="truncate">{name}</span>
    </span>
  );
  if (!may) return shown;
  return (
    <AssigneePicker
      value={owner?.id ?? null}
      onChange={(next) => promises.change(promise, { owner: next })}
      trigger={<button type="button" title={t('commitments.owner')} className="-ml-1 inline-flex min-h-6 max-w-full items-center rounded-md px-1 hover:bg-pressed data-[popup-open]:bg-pressed coarse:min-h-11"><span className="sr-only">{t('commitments.owner')}: </span>{shown}</button>}
    />
  );
}

/** How often it was moved, and why, for whoever points at it. */
function Moves({ promise: { moves } }: Pick<RowProps, 'promise'>) {
  const t = useT();
  const formats = useFormats();
  if (moves.length === 0) return null;
  const history = moves.map(({ from, to, reason, by }) => `${formats.dateTime(new Date(from))} → ${formats.dateTime(new Date(to))}: ${reason}${by ? ` (${by.name})` : ''}`).join('\n');
  return <span title={history} className="text-faint">{t('commitments.movedTimes', { count: moves.length })}</span>;
}

function Proposal({ promise, promises, may }: RowProps) {
  const t = useT();
  const formats = useFormats();
  const { proposal } = promise;
  if (!proposal) return null;
  return (
    <span className="mt-1 block rounded-md bg-amber-soft px-2.5 py-2">
      <span className="block font-strong">{t('commitments.asks', { when: formats.weekdayTime(new Date(proposal.due_at)) + `, ${formats.shortDate(new Date(proposal.due_at))}` })}</span>
      {proposal.text && <span className="block whitespace-pre-wrap [overflow-wrap:anywhere]">{proposal.text}</span>}
      {may && (
        <span className="mt-1.5 flex flex-wrap gap-1.5">
          <Button tone="primary" onClick={() => promises.answer(promise, true)}>{t('commitments.accept')}</Button>
          <Button onClick={() => promises.answer(promise, false)}>{t('commitments.decline')}</Button>
        </span>
      )}
    </span>
  );
}

function OverPromise({ promise, promises, may }: RowProps) {
  const t = useT();
  const formats = useFormats();
  const at = promise.kept_at ?? promise.withdrawn_at;
  const state = promise.state === 'kept' || promise.state === 'kept_late' || promise.state === 'withdrawn' ? promise.state : 'kept';
  return (
    <li className="flex items-start gap-2 py-1 text-small text-faint">
      <span className="min-w-0 flex-1">
        <span className="block [overflow-wrap:anywhere]">{promise.text}</span>
        <span className={cx(state === 'kept_late' && 'text-amber')}>{t(`commitments.state.${state}`)}{at && ` · ${formats.dateTime(new Date(at))}`}</span>
      </span>
      {may && <IconButton label={t('commitments.reopen')} icon={<RotateCcw />} className="size-6 min-h-target min-w-target" onClick={() => promises.reopen(promise.id)} />}
    </li>
  );
}
