import { Button, cx, RelativeTime } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleX, Hourglass, TimerOff, Undo2, type LucideIcon } from 'lucide-react';
import { api } from '../../lib/api.ts';
import { sayable, useFormats, useT } from '../../lib/i18n.ts';
import { ApiProblem } from '../../lib/problem.ts';
import { useMe } from '../../lib/session.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { tellUnapproved } from '../tickets/steps/steps-store.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import { refreshApprovals, type Approval } from './approval-queries.ts';
import { HeldMessage } from './held-message.tsx';
import { useChangeLines } from './use-change-words.ts';

const marks: Record<Approval['state'], [LucideIcon, string]> = { waiting: [Hourglass, 'text-accent-text'], approved: [CircleCheck, 'text-green'], refused: [CircleX, 'text-red'], expired: [TimerOff, 'text-faint'], withdrawn: [Undo2, 'text-faint'] };

const notDone: [LucideIcon, string] = [CircleX, 'text-red'];

/** The same once more; whoever answers sees it anew. */
function askAnew({ ticket, change, rule }: Approval): void {
  tellUnapproved(ticket.number, change, new ApiProblem({ code: 'approval_needed', status: 409, fields: [{ field: `approval.${rule.id}`, code: 'required', message: rule.name }] }));
}

/** One request: what is to be done, who asks and why, what was said to it, and what one may do about it. */
export function ApprovalItem({ approval, withTicket = false, whole = false }: { approval: Approval; withTicket?: boolean; /** With all that it says */ whole?: boolean }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const me = useMe().agent.id;
  const lines = useChangeLines(approval.change, approval.ticket.number);
  const [Mark, color] = approval.problem === null ? marks[approval.state] : notDone;
  const yes = approval.answers.filter(({ approved, rule }) => approved && rule === approval.rule.id).length;

  // The words of whoever asked, that did not go out.
  const isBack = approval.message !== null && approval.requester.id === me && approval.state !== 'waiting' && (approval.state !== 'approved' || approval.problem !== null);

  async function withdraw() {
    try {
      await api.post('/api/v1/approvals/{id}/withdraw', { path: { id: approval.id } });
    } catch (error) {
      toastProblem(error);
    }
    await refreshApprovals(client);
  }
  const reason = ['approvals.problem.merged', `refusals.${approval.problem}`, `errors.${approval.problem}`].find((key) => (key === 'approvals.problem.merged' ? approval.problem === 'is_merged' : sayable(key)));

  return (
    <div className="flex min-w-0 items-start gap-3">
      <Mark aria-hidden className={cx('mt-0.5 size-4 shrink-0', color)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-strong [overflow-wrap:anywhere]">{lines.join(' · ') || approval.rule.name}</span>
          <span className="text-small text-muted">{t(approval.problem === null ? `approvals.state.${approval.state}` : 'approvals.state.notDone')}</span>
        </span>
        {withTicket && <Link to="/inbox/$view/$number" params={{ view: 'all', number: approval.ticket.number }} search={{}} className="max-w-full truncate text-accent-text hover:underline">#{approval.ticket.number} {approval.ticket.subject || t('tickets.noSubject')}</Link>}
        <span className="text-small text-muted [overflow-wrap:anywhere]">{t('approvals.asks', { who: approval.requester.name })} · {approval.rule.name} · <RelativeTime at={approval.created_at} /></span>
        <p className="m-0 [overflow-wrap:anywhere]">{approval.reason}</p>
        {approval.message && <HeldMessage approval={approval} message={approval.message} whole={whole} />}
        {approval.answers.map(({ agent, approved, words, rule }) => (
          <p key={`${rule}-${agent.id}`} className="m-0 text-small text-muted [overflow-wrap:anywhere]">{t(approved ? 'approvals.said.yes' : 'approvals.said.no', { who: agent.name })}{words && `: ${words}`}</p>
        ))}
        {approval.state === 'waiting' && (
          <p className="m-0 text-small text-faint">
            {[approval.approvals > 1 && t('approvals.progress', { done: yes, of: approval.approvals }), approval.people.length > 0 && t('approvals.waitsFor', { people: formats.list(approval.people.map(({ name }) => name)) }), t('approvals.until', { time: formats.dateTime(new Date(approval.expires_at)) })].filter(Boolean).join(' · ')}
          </p>
        )}
        {approval.problem !== null && <p role="note" className="m-0 text-small text-red">{t('approvals.problem', { reason: t((reason ?? 'errors.invalid_input') as 'errors.unknown') })}</p>}
        {isBack && <p className="m-0 text-small text-muted">{t('approvals.message.back')}</p>}
        {approval.may_answer && <div className="pt-1"><AnswerButtons approval={approval} /></div>}
        {approval.may_withdraw && <Button className="mt-1 self-start" onClick={() => void withdraw()}>{t('approvals.withdraw')}</Button>}
        {approval.may_ask_anew && <Button className="mt-1 self-start" onClick={() => askAnew(approval)}>{t('approvals.askAnew')}</Button>}
      </div>
    </div>
  );
}
