import { Checkbox, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { customerOptions, useNames } from '../store/people.ts';
import { tellUnapproved, useIsAsked } from '../steps/steps-store.ts';
import type { TicketDetail } from '../store/types.ts';
import { AssigneePicker } from '../ticket/pickers.tsx';
import type { NewPromise } from './promise-queries.ts';
import { usePromises } from './use-promises.ts';
import { dueOf, noWhen, WhenFields } from './when-fields.tsx';

/** What is promised to the customer, by when and by whom; a call with its number and slot. */
export function PromiseDialog({ ticket, source, onClose }: { ticket: TicketDetail; source: NonNullable<NewPromise['source']>; onClose(): void }) {
  const t = useT();
  const me = useMe().agent;
  const names = useNames();
  const { make } = usePromises(ticket.number);
  const { data: customer } = useQuery(customerOptions(ticket.requester.id));
  const known = customer?.addresses.find(({ kind }) => kind === 'phone')?.shown ?? '';
  const form = useEditForm({
    initial: { text: '', when: noWhen, isCall: false, phone: known, owner: me.id as number | null },
    validate: ({ text, when, isCall, phone }) => ({
      text: text.trim() === '' && !isCall ? t('refusals.too_small') : undefined,
      due: dueOf(when, me.time_zone) ? undefined : t('refusals.in_the_past'),
      phone: isCall && phone.trim() === '' ? t('refusals.too_small') : undefined,
    }),
    save: async ({ text, when, isCall, phone, owner }) => {
      const body: NewPromise = { text: text.trim() || t('commitments.text.ofCall'), ...dueOf(when, me.time_zone)!, kind: isCall ? 'callback' : 'promise', ...(isCall && { phone: phone.trim() }), owner, source }; // checked just before
      try {
        return await make(body);
      } catch (error) {
        // What is written stays until it is asked for.
        tellUnapproved(ticket.number, { make_promise: body, asked: onClose }, error);
        throw error;
      }
    },
    onSaved: onClose,
  });
  const { values, errors } = form;
  const isAsked = useIsAsked(ticket.number, 'make_promise');
  if (isAsked) return null;
  return (
    <FormDialog title={t('commitments.make')} description={t('commitments.make.hint')} form={form} submitLabel={t('commitments.make.submit')} onClose={onClose}>
      <TextField autoFocus label={t('commitments.text')} hint={t('commitments.text.hint')} maxLength={500} autoComplete="off" placeholder={values.isCall ? t('commitments.text.ofCall') : undefined} value={values.text} onValueChange={(text) => form.set('text', text)} error={errors['text']} />
      <WhenFields value={values.when} slot={values.isCall} onChange={(when) => form.set('when', when)} error={errors['due'] ?? errors['from']} />
      <Checkbox label={t('commitments.callback')} checked={values.isCall} onCheckedChange={(isCall) => form.set('isCall', isCall)} />
      {values.isCall && <TextField label={t('commitments.phone')} type="tel" maxLength={50} value={values.phone} onValueChange={(phone) => form.set('phone', phone)} error={errors['phone']} />}
      <div className="flex items-center justify-between gap-3">
        <span className="text-small font-strong">{t('commitments.owner')}</span>
        <AssigneePicker
          value={values.owner}
          onChange={(owner) => form.set('owner', owner)}
          trigger={
            <button type="button" className="inline-flex h-control min-w-0 items-center gap-1.5 rounded-md px-2 hover:bg-pressed data-[popup-open]:bg-pressed coarse:h-11">
              <span className="truncate">{values.owner === null ? t('commitments.owner.nobody') : names.agent(values.owner)}</span>
              <ChevronDown aria-hidden className="size-3.5 text-faint" />
            </button>
          }
        />
      </div>
    </FormDialog>
  );
}
