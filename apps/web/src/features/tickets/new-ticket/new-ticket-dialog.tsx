import { Button, Dialog, Field, Select, showToast, Tabs, TextField, type Choice } from '@ombud/ui';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { say, useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import type { Customer } from '../store/people.ts';
import { holdsWords } from '../steps/steps-store.ts';
import { createTicket } from '../store/ticket-api.ts';
import { channelWord, nameOf } from '../store/words.ts';
import { KeptForLater } from '../unsent/send-once.ts';
import { openUnsent } from '../unsent/unsent-open.ts';
import { NewTicketFields, useNewTicketFields } from './new-ticket-fields.tsx';
import { NewTicketText } from './new-ticket-text.tsx';
import { beginFor, RequesterField, requesterOf } from './requester-field.tsx';
import { channels, useUnfinishedTicket, type Channel, type Direction } from './unfinished-ticket.ts';

/**
 * A case that did not come by itself: somebody called or came by, or the agent writes first. What is written outlives the dialog.
 * `customer`: whom it is for, unless another was begun before, which is gone on with.
 */
export function NewTicketDialog({ customer, onClose }: { customer?: Customer; onClose(): void }) {
  const t = useT();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { brands, agent } = useMe();
  const navigate = useNavigate();
  const unfinished = useUnfinishedTicket(agent.id, brands, customer && beginFor(customer, brands));
  const { written, edit } = unfinished;
  const { direction, channel, subject, name, text, brand } = written;
  const requester = requesterOf(written);
  const fields = useNewTicketFields(brand, written.fields, (changed) => edit({ fields: changed }));

  const create = useMutation({
    mutationFn: () =>
      createTicket({
        direction,
        channel: direction === 'out' ? 'email' : channel,
        requester: requester ?? {}, // asked for before anything is sent
        subject: subject.trim(),
        text,
        // Who asks for something is their account agent's, where they have one; whoever writes first goes on with it.
        ...(direction === 'in' ? { fallback_assignee: agent.id } : { assignee: agent.id }),
        ...(brand && { brand }),
        ...(fields.filled && { fields: fields.filled }),
        ...(direction === 'out' && { undo_seconds: 10 }),
      }),
    meta: { quiet: true },
    onSuccess: (ticket) => {
      unfinished.forget();
      onClose();
      const taker = ticket.assignee && ticket.assignee.id !== agent.id ? ticket.assignee.name : null;
      if (taker) showToast({ title: say('base.new.theirs', { name: taker }) });
      return navigate({ to: '/inbox/$view/$number', params: { view: taker ? 'all' : 'mine', number: ticket.number } });
    },
    onError: (error) => {
      if (!(error instanceof KeptForLater)) return;
      unfinished.forget();
      onClose();
      showToast({ title: say('around.unsent.kept'), action: { label: say('around.unsent.look'), run: openUnsent } });
    },
  });
  const [tries, setTries] = useState(0);
  // The first thing to mend comes into view, however far the form is scrolled.
  useEffect(() => {
    if (tries > 0 || create.isError) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, create.isError]);
  const missing = {
    email: requester ? undefined : t(direction === 'in' ? 'tickets.new.missing.caller' : 'tickets.new.missing.requester'),
    subject: subject.trim() === '' ? t('tickets.new.missing.subject') : undefined,
    text: text.trim() === '' ? t('tickets.new.missing.text') : undefined,
  };
  const whole = !missing.email && !missing.subject && !missing.text && fields.whole;
  const told: Partial<typeof missing> = tries > 0 ? missing : {};
  const errors = fieldTexts(create.error);
  const isHeld = holdsWords(create.error);
  const brandChoices: Choice[] = brands.map((each) => ({ value: String(each.id), label: each.name }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!whole) setTries(tries + 1);
    else if (!create.isPending) create.mutate();
  }
  const replaceAll = (replace: () => void) => () => {
    replace();
    setTries(0);
    create.reset();
    first.current?.focus();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('tickets.new.title')}
      initialFocus={first}
      actions={
        <>
          {create.isError && (isHeld || Object.keys(errors).length === 0) && <p role="alert" className="m-0 basis-full text-red">{isHeld ? t('approvals.newLetter') : problemText(create.error)}</p>}
          {unfinished.isBegun && !create.isPending && <Button tone="plain" onClick={replaceAll(unfinished.startOver)} className="mr-auto">{t('tickets.new.startOver')}</Button>}
          {unfinished.canTakeBack && <Button tone="plain" onClick={replaceAll(unfinished.takeBack)} className="mr-auto">{t('common.undo')}</Button>}
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button type="submit" form={id} tone="primary" keys="mod+enter" busy={create.isPending}>{t(direction === 'in' ? 'tickets.new.create' : 'tickets.new.send')}</Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit} onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)} className="flex flex-col gap-3.5 pb-1">
        <Tabs<Direction>
          label={t('tickets.new.direction')}
          value={direction}
          tabs={[
            { value: 'in', label: t('tickets.new.in') },
            { value: 'out', label: t('tickets.new.out') },
          ]}
          onChange={(next) => edit({ direction: next })}
        />
        <p className="m-0 -mt-1.5 text-small text-muted">{t(direction === 'in' ? 'tickets.new.inHint' : 'tickets.new.outHint')}</p>
        {customer && unfinished.isOthers && <p role="status" className="m-0 rounded-lg bg-sunken px-3 py-2">{t('customers.new.goesOn', { name: nameOf(customer) })}</p>}
        <RequesterField inputRef={first} written={written} error={told.email ?? errors['requester']} onChange={edit} />
        <TextField label={t('tickets.new.name')} aside={t('common.optional')} value={name} onValueChange={(next) => edit({ name: next })} error={errors['requester.name']} autoComplete="off" />
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          {brands.length > 1 && (
            <Field label={t('tickets.field.brand')}>
              <Select value={brand === null ? null : String(brand)} choices={brandChoices} onChange={(value) => edit({ brand: Number(value) })} />
            </Field>
          )}
          {direction === 'in' && (
            <Field label={t('tickets.field.channel')}>
              <Select<Channel> value={channel} choices={channels.map((each) => ({ value: each, label: t(channelWord(each)) }))} onChange={(next) => edit({ channel: next })} />
            </Field>
          )}
        </div>
        <TextField label={t('tickets.new.subject')} value={subject} onValueChange={(next) => edit({ subject: next })} error={told.subject ?? errors['subject']} maxLength={500} autoComplete="off" />
        <NewTicketText label={t(direction === 'in' ? 'tickets.new.text' : 'tickets.new.mail')} written={written} error={told.text ?? errors['text']} onChange={(next) => edit({ text: next })} />
        <NewTicketFields key={unfinished.version} fields={fields} told={tries > 0} refused={errors} />
      </form>
    </Dialog>
  );
}
