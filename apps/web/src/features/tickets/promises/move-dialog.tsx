import { Checkbox, TextArea, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { tellUnapproved, useIsAsked } from '../steps/steps-store.ts';
import { moveTextOptions, type Promised } from './promise-queries.ts';
import { refreshPromises } from './use-promises.ts';
import { dueOf, noWhen, WhenFields } from './when-fields.tsx';

/** Another time for what was promised: why, and what the customer is told. */
export function MoveDialog({ promise, onClose }: { promise: Promised; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const zone = useMe().agent.time_zone;
  const form = useEditForm({
    initial: { when: noWhen, reason: '', message: null as string | null, otherwise: false },
    validate: ({ when, reason }) => ({
      due: dueOf(when, zone) ? undefined : t('refusals.in_the_past'),
      reason: reason.trim() === '' ? t('refusals.too_small') : undefined,
    }),
    save: async ({ when, reason, message, otherwise }) => {
      const body = { ...dueOf(when, zone)!, reason: reason.trim(), ...(otherwise ? { told_otherwise: true } : message?.trim() ? { message: message.trim() } : {}) }; // checked just before
      try {
        await api.post('/api/v1/tickets/{number}/commitments/{commitment}/move', { path: { number: promise.ticket, commitment: promise.id }, body });
      } catch (error) {
        // What is written stays until it is asked for.
        tellUnapproved(promise.ticket, { move: { commitment: promise.id, ...body }, asked: onClose }, error);
        throw error;
      }
    },
    onSaved: () => {
      refreshPromises(client, promise.ticket);
      toastDone(t('commitments.done.moved'));
      onClose();
    },
  });
  const { values, errors } = form;
  const due = dueOf(values.when, zone);
  const { data: words } = useQuery({ ...moveTextOptions(promise.ticket, promise.id, due?.due ?? null, due?.from ?? null), placeholderData: (before) => before });
  // Out of the way, with what is written, while its approval is asked for.
  const isAsked = useIsAsked(promise.ticket, 'move');
  const unreachable = words?.mailable === false;
  if (isAsked) return null;
  return (
    <FormDialog title={t('commitments.move.title')} description={promise.text} form={form} submitLabel={t(values.otherwise ? 'commitments.move.submitOnly' : 'commitments.move.submit')} onClose={onClose}>
      <WhenFields autoFocus value={values.when} slot={promise.kind === 'callback'} onChange={(when) => form.set('when', when)} error={errors['due'] ?? errors['from']} />
      <TextField label={t('commitments.move.reason')} hint={t('commitments.move.reasonHint')} maxLength={500} value={values.reason} onValueChange={(reason) => form.set('reason', reason)} error={errors['reason']} />
      {unreachable && <p className="m-0 rounded-md bg-amber-soft px-3 py-2 text-amber">{t('commitments.move.noMail')}</p>}
      <Checkbox label={t('commitments.move.otherwise')} hint={t('commitments.move.otherwiseHint')} checked={values.otherwise} onCheckedChange={(otherwise) => form.set('otherwise', otherwise)} />
      {!values.otherwise && !unreachable && due && <TextArea label={t('commitments.move.message')} rows={7} maxLength={20_000} lang={words?.language} value={values.message ?? words?.text ?? ''} onValueChange={(message) => form.set('message', message)} error={errors['message']} />}
    </FormDialog>
  );
}
