import { Button, IconButton, TextArea } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Check, MessageCircleQuestionMark, RotateCcw, ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormProblem, useSubmit } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { refreshEscalations, type Swarm } from './escalation-queries.ts';

const path = '/api/v1/tickets/{number}/swarms/{swarm}';

function useUpdateSwarm({ ticket, id }: Pick<Swarm, 'ticket' | 'id'>) {
  const t = useT();
  const client = useQueryClient();
  return async function update(body: { open: boolean; helpful?: number }): Promise<void> {
    try {
      await api.patch(path, { path: { number: ticket, swarm: id }, body });
      if (!body.open) offerUndo(t('escalations.done.closed'), () => void update({ open: true }));
    } catch (error) {
      toastProblem(error, () => void update(body));
    }
    refreshEscalations(client, ticket);
  };
}

export function OpenSwarm({ swarm, may }: { swarm: Swarm; may: boolean }) {
  const t = useT();
  const formats = useFormats();
  const me = useMe().agent;
  const update = useUpdateSwarm(swarm);
  const isAsked = swarm.people.some(({ agent, waits }) => agent.id === me.id && waits);
  const [writing, setWriting] = useState(false);
  const waiting = swarm.people.filter(({ waits }) => waits).map(({ agent }) => agent.name);
  return (
    <li className="rounded-md border border-line-soft px-2.5 py-2">
      <div className="flex items-start gap-2">
        <span className="flex h-6 items-center text-accent-text"><MessageCircleQuestionMark aria-hidden className="size-4" /></span>
        <span className="min-w-0 flex-1">
          <span className="block text-small text-muted">{t('escalations.swarm.asks', { who: swarm.by.name })} · {formats.dateTime(new Date(swarm.at))}</span>
          <span className="block whitespace-pre-wrap [overflow-wrap:anywhere]">{swarm.question}</span>
          {waiting.length > 0 && <span className="mt-1 block text-small text-faint">{t('escalations.swarm.waits', { names: formats.list(waiting) })}</span>}
        </span>
        {may && <IconButton label={t('escalations.swarm.close')} icon={<Check />} className="size-6 min-h-target min-w-target" onClick={() => void update({ open: false })} />}
      </div>
      <Answers swarm={swarm} onHelped={may ? (helpful) => void update({ open: false, helpful }) : undefined} />
      {may && (isAsked || writing ? <AnswerForm swarm={swarm} onDone={() => setWriting(false)} /> : <Button tone="plain" className="mt-1 -ml-2" onClick={() => setWriting(true)}>{t('escalations.swarm.reply')}</Button>)}
    </li>
  );
}

function Answers({ swarm: { answers, helpful }, onHelped }: { swarm: Swarm; onHelped?: ((message: number) => void) | undefined }) {
  const t = useT();
  if (answers.length === 0) return null;
  return (
    <ul className="m-0 mt-2 flex list-none flex-col gap-2 border-t border-line-soft p-0 pt-2">
      {answers.map(({ message, agent, text }) => (
        <li key={message} className="flex items-start gap-2">
          <span className="min-w-0 flex-1">
            <span className="block text-small font-strong text-muted">{agent?.name}{helpful === message && <span className="ml-1.5 text-green">{t('escalations.swarm.helpful')}</span>}</span>
            <span className="block whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>
          </span>
          {onHelped && <IconButton label={t('escalations.swarm.helped')} icon={<ThumbsUp />} className="size-6 min-h-target min-w-target" onClick={() => onHelped(message)} />}
        </li>
      ))}
    </ul>
  );
}

function AnswerForm({ swarm, onDone }: { swarm: Swarm; onDone(): void }) {
  const t = useT();
  const client = useQueryClient();
  const form = useEditForm({
    initial: { text: '' },
    validate: ({ text }) => ({ text: text.trim() === '' ? t('refusals.required') : undefined }),
    save: ({ text }) => api.post(`${path}/answers`, { path: { number: swarm.ticket, swarm: swarm.id }, body: { text: text.trim() } }),
    onSaved: () => {
      refreshEscalations(client, swarm.ticket);
      toastDone(t('escalations.done.answered'));
      onDone();
    },
  });
  const element = useSubmit(form);
  return (
    <form {...element} className="mt-2 flex flex-col gap-2">
      <TextArea label={t('escalations.swarm.answer')} rows={2} maxLength={20_000} value={form.values.text} onValueChange={(text) => form.set('text', text)} error={form.errors['text']} />
      <FormProblem text={form.problem} />
      <Button type="submit" busy={form.busy} className="self-start">{t('escalations.swarm.send')}</Button>
    </form>
  );
}

export function ClosedSwarm({ swarm, may }: { swarm: Swarm; may: boolean }) {
  const t = useT();
  const update = useUpdateSwarm(swarm);
  return (
    <li className="text-small text-faint">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">
          <span className="block">{t('escalations.swarm.asks', { who: swarm.by.name })}</span>
          <span className="block whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{swarm.question}</span>
        </span>
        {may && <IconButton label={t('escalations.swarm.reopen')} icon={<RotateCcw />} className="size-6 min-h-target min-w-target" onClick={() => void update({ open: true })} />}
      </span>
      <Answers swarm={swarm} />
    </li>
  );
}
