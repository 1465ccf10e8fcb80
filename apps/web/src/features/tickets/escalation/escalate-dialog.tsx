import { Checkbox, TextArea } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { say, useT } from '../../../lib/i18n.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { tellUnapproved, useIsAsked } from '../steps/steps-store.ts';
import type { TicketDetail } from '../store/types.ts';
import { expertsOptions, handOverOptions, refreshEscalations } from './escalation-queries.ts';
import { startsWith, targetOf, TargetFields, type Target } from './target-fields.tsx';

/** Whom a ticket goes to, what is wanted, and what they have to know; the rest is put together from the timeline. */
export function EscalateDialog({ ticket, onClose }: { ticket: TicketDetail; onClose(): void }) {
  const t = useT();
  const head = useId();
  const client = useQueryClient();
  const { number } = ticket;
  const people = useQuery(expertsOptions(number)).data;
  const facts = useQuery(handOverOptions(number)).data;
  const form = useEditForm({
    initial: { to: startsWith(people) as Target, question: '', known: facts?.known ?? '', tried: facts?.tried ?? '', promised: facts?.promised ?? '', tell: true },
    validate: ({ to, question }) => ({ to: targetOf(to) ? undefined : t('refusals.required'), question: question.trim() === '' ? t('refusals.required') : undefined }),
    // What has not come yet is put together over there.
    save: async ({ to, question, known, tried, promised, tell }) => {
      const body = { to: targetOf(to)!, question: question.trim(), ...(facts && { known, tried, promised }), ...(facts?.customer && { tell_customer: tell }) }; // checked just before
      try {
        return await api.post('/api/v1/tickets/{number}/escalations', { path: { number }, body });
      } catch (error) {
        // What is written stays until it is asked for.
        tellUnapproved(number, { escalate: body, asked: onClose }, error);
        throw error;
      }
    },
    onSaved: (made) => {
      refreshEscalations(client, number);
      onClose();
      offerUndo(say('escalations.done.escalated'), () => {
        api.post('/api/v1/tickets/{number}/escalations/{escalation}/withdraw', { path: { number, escalation: made.id }, body: {} }).then(() => refreshEscalations(client, number), (error: unknown) => toastProblem(error));
      });
    },
  });
  const { values, errors, set } = form;
  const isAsked = useIsAsked(number, 'escalate');
  if (isAsked) return null;
  return (
    <FormDialog title={t('escalations.escalate.title')} description={ticket.subject} form={form} submitLabel={t('escalations.escalate.submit')} onClose={onClose}>
      <TargetFields ticket={ticket} people={people} value={values.to} onChange={(to) => set('to', to)} error={errors['to']} />
      <TextArea autoFocus label={t('escalations.question')} rows={2} maxLength={4_000} value={values.question} onValueChange={(question) => set('question', question)} error={errors['question']} />
      <div role="group" aria-labelledby={head} aria-busy={!facts} className="flex flex-col gap-3 rounded-md border border-line-soft bg-sunken px-3 pt-2.5 pb-3">
        <div>
          <p id={head} className="m-0 font-strong">{t('escalations.handOver')}</p>
          <p className="m-0 text-small text-muted">{t('escalations.handOver.hint')}</p>
        </div>
        {(['known', 'tried', 'promised'] as const).map((part) => (
          <TextArea key={part} label={t(`escalations.${part}`)} rows={2} maxLength={10_000} value={values[part]} onValueChange={(text) => set(part, text)} error={errors[part]} />
        ))}
      </div>
      {facts?.customer && (
        <div>
          <Checkbox label={t('escalations.tellCustomer')} checked={values.tell} onCheckedChange={(tell) => set('tell', tell)} />
          {values.tell && <p lang={facts.customer.language} className="m-0 mt-1.5 ml-6 rounded-md bg-sunken px-3 py-2 text-small whitespace-pre-wrap text-muted">{facts.customer.text}</p>}
        </div>
      )}
    </FormDialog>
  );
}
