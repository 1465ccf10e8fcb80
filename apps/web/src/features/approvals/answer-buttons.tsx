import { Button, showToast, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { api } from '../../lib/api.ts';
import { useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { refreshApprovals, type Approval } from './approval-queries.ts';

/** Yes at once, no with a word why; wherever a request is shown. */
export function AnswerButtons({ approval: { id, rule, requester }, onAnswered }: { approval: Pick<Approval, 'id' | 'rule' | 'requester'>; onAnswered?(): void }) {
  const t = useT();
  const client = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);

  async function answer(approved: boolean) {
    setBusy(true);
    try {
      const { state, problem } = await api.post('/api/v1/approvals/{id}/answer', { path: { id }, body: { approved, ...(words.trim() !== '' && { words: words.trim() }) } });
      if (problem === null) showToast({ title: t(approved ? 'approvals.answered.yes' : 'approvals.answered.no'), ...(state !== 'waiting' && { tone: 'done' }) });
      onAnswered?.();
    } catch (error) {
      toastProblem(error);
    }
    setBusy(false);
    await refreshApprovals(client);
  }
  function refuse(event: FormEvent) {
    event.preventDefault();
    void answer(false);
  }

  if (refusing)
    return (
      <form onSubmit={refuse} className="flex flex-wrap items-end gap-2">
        <TextField label={t('approvals.words')} value={words} onValueChange={setWords} maxLength={500} autoComplete="off" autoFocus className="min-w-40 flex-1" />
        <Button type="submit" busy={busy}>{t('approvals.refuse')}</Button>
        <Button tone="plain" onClick={() => setRefusing(false)}>{t('common.cancel')}</Button>
      </form>
    );
  return (
    <span className="flex flex-wrap gap-2">
      <Button tone="primary" busy={busy} icon={<Check className="size-4" />} aria-label={t('approvals.approve.one', { rule: rule.name, who: requester.name })} onClick={() => void answer(true)}>{t('approvals.approve')}</Button>
      <Button disabled={busy} icon={<X className="size-4" />} aria-label={t('approvals.refuse.one', { rule: rule.name, who: requester.name })} onClick={() => setRefusing(true)}>{t('approvals.refuse')}</Button>
    </span>
  );
}
