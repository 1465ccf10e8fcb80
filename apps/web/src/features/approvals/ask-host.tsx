import { Button, Dialog, TextArea } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, type Body } from '../../lib/api.ts';
import { useFormats, useT } from '../../lib/i18n.ts';
import { problemText } from '../../lib/problem.ts';
import { useStore } from '../../lib/store.ts';
import { toastDone } from '../../lib/toasts.ts';
import { refusedChanges, type RefusedChange } from '../tickets/steps/steps-store.ts';
import { refreshApprovals, ruleOptions } from './approval-queries.ts';
import { Excerpt, textIn } from './excerpt.tsx';
import { useChangeLines } from './use-change-words.ts';

type Change = Body<'/api/v1/tickets/{number}/approvals', 'post'>['change'];
const parts = ['status', 'priority', 'kind', 'folder', 'team', 'assignee', 'brand', 'inbox', 'language', 'add_tags', 'remove_tags', 'fields', 'route', 'note', 'promise', 'webhook', 'macros', 'move', 'make_promise', 'withdraw', 'escalate', 'split', 'unmerge', 'merge_into', 'reply', 'forward', 'write_aside'] as const;

/** Asks, in the same step, for what a change takes. */
export function ApprovalAskHost() {
  const [refused, ...others] = useStore(refusedChanges);
  return refused && <AskDialog key={keyOf(refused)} refused={refused} waiting={1 + others.length} />;
}

const keys = new WeakMap<RefusedChange, number>();
let given = 0;

/** Each has a dialog of its own: what is written in one is not taken along to the next. */
function keyOf(refused: RefusedChange): number {
  const key = keys.get(refused) ?? (given += 1);
  keys.set(refused, key);
  return key;
}

/** `waiting`: how many there are to be asked for or left, this one among them. */
function AskDialog({ refused, waiting }: { refused: RefusedChange; waiting: number }) {
  const { ticket, change: whole, error } = refused;
  const t = useT();
  const client = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = Object.fromEntries(Object.entries(whole).filter(([part]) => parts.some((each) => each === part))) as Change; // the parts that a ticket's route takes as well
  const lines = useChangeLines(change, ticket);
  const message = change.reply ?? change.forward ?? change.write_aside;
  const { data: rule } = useQuery(ruleOptions(ruleOf(error.fields[0]?.field)));
  const close = () => refusedChanges.set(refusedChanges.get().filter((each) => each !== refused));

  async function ask() {
    if (reason.trim() === '') return setFailed(t('refusals.invalid_type'));
    setBusy(true);
    try {
      await api.post('/api/v1/tickets/{number}/approvals', { path: { number: ticket }, body: { change, reason: reason.trim() } });
      close();
      whole.asked?.();
      toastDone(t('approvals.ask.done'));
      await refreshApprovals(client);
    } catch (refusal) {
      setFailed(problemText(refusal));
      setBusy(false);
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && close()}
      title={t('approvals.ask.title')}
      description={[t(message ? 'approvals.ask.message' : 'approvals.ask.then'), whole.unsent && t(rule?.guard === 'macro' ? 'approvals.ask.unsentMacro' : 'approvals.ask.unsent')].filter(Boolean).join(' ')}
      initialFocus={field}
      guarded={reason.trim() !== ''}
      actions={
        <>
          {waiting > 1 && <Button tone="plain" disabled={busy} onClick={() => refusedChanges.set([])}>{t('approvals.ask.leaveAll', { count: waiting })}</Button>}
          <Button tone="plain" keys="esc" onClick={close}>{t('common.cancel')}</Button>
          <Button tone="primary" busy={busy} onClick={() => void ask()}>{t('approvals.ask.send')}</Button>
        </>
      }
    >
      <p className="m-0 text-small text-muted tabular">#{ticket}</p>
      <ul className="m-0 list-none p-0 font-strong whitespace-pre-line [overflow-wrap:anywhere]">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
      {message?.html && <Excerpt text={textIn(message.html)} />}
      {error.fields.map(({ field: rule, message }) => <WhoApproves key={rule} id={ruleOf(rule)} name={message} />)}
      <TextArea ref={field} label={t('approvals.ask.reason')} rows={2} maxLength={500} value={reason} onValueChange={(text) => setReason(text.replaceAll(/[\r\n]+/g, ' '))} error={failed ?? undefined} className="mt-4" />
    </Dialog>
  );
}

const ruleOf = (field = '') => Number(field.replace('approval.', ''));

/** Whom a rule asks; until it is read, its name alone. */
function WhoApproves({ id, name }: { id: number; name: string }) {
  const t = useT();
  const formats = useFormats();
  const { data: rule } = useQuery(ruleOptions(id));
  const who = rule && (rule.approver === 'named' ? formats.list(rule.approvers.map((each) => each.name)) : t(`approvals.who.${rule.approver}`));
  return (
    <p className="m-0 mt-1 text-muted [overflow-wrap:anywhere]">
      {name}
      {who && `: ${t('approvals.ask.people', { people: who })}`}
      {rule && rule.approvals > 1 && ` ${t('approvals.ask.two')}`}
    </p>
  );
}
