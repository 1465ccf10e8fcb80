import { Button, Dialog, Field, Select, Tabs, TextArea, TextField, type Choice } from '@ombud/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { useMe } from '../../../lib/session.ts';
import { customerSearchOptions } from '../store/people.ts';
import { createTicket } from '../store/ticket-api.ts';
import type { NewTicket } from '../store/types.ts';
import { channelWord, nameOf } from '../store/words.ts';
import { NewTicketFields, useNewTicketFields } from './new-ticket-fields.tsx';

type Direction = NonNullable<NewTicket['direction']>;
type Channel = NonNullable<NewTicket['channel']>;

const channels: Channel[] = ['phone', 'walk_in', 'letter', 'chat', 'web', 'email'];

/** A case that did not come by itself: somebody called or came by, or the agent writes first. */
export function NewTicketDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { brands, agent } = useMe();
  const navigate = useNavigate();
  const [direction, setDirection] = useState<Direction>('in');
  const [channel, setChannel] = useState<Channel>('phone');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [brand, setBrand] = useState(() => (brands.find((each) => each.is_default) ?? brands[0])?.id ?? null);
  const fields = useNewTicketFields(brand);

  const create = useMutation({
    mutationFn: () =>
      createTicket({
        direction,
        channel: direction === 'out' ? 'email' : channel,
        requester: { email: email.trim(), ...(name.trim() && { name: name.trim() }) },
        subject: subject.trim(),
        text,
        assignee: agent.id,
        ...(brand && { brand }),
        ...(fields.filled && { fields: fields.filled }),
        ...(direction === 'out' && { undo_seconds: 10 }),
      }),
    meta: { quiet: true },
    onSuccess: (ticket) => {
      onClose();
      return navigate({ to: '/inbox/$view/$number', params: { view: 'mine', number: ticket.number } });
    },
  });
  const [tries, setTries] = useState(0);
  // The first thing to mend comes into view, however far the form is scrolled.
  useEffect(() => {
    if (tries > 0 || create.isError) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, create.isError]);
  const missing = {
    email: /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? undefined : t('tickets.new.missing.requester'),
    subject: subject.trim() === '' ? t('tickets.new.missing.subject') : undefined,
    text: text.trim() === '' ? t('tickets.new.missing.text') : undefined,
  };
  const whole = !missing.email && !missing.subject && !missing.text && fields.whole;
  const told: Partial<typeof missing> = tries > 0 ? missing : {};
  const errors = fieldTexts(create.error);
  const brandChoices: Choice[] = brands.map((each) => ({ value: String(each.id), label: each.name }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!whole) setTries(tries + 1);
    else if (!create.isPending) create.mutate();
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('tickets.new.title')}
      initialFocus={first}
      actions={
        <>
          {create.isError && Object.keys(errors).length === 0 && <p role="alert" className="m-0 basis-full text-red">{problemText(create.error)}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
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
          onChange={setDirection}
        />
        <p className="m-0 -mt-1.5 text-small text-muted">{t(direction === 'in' ? 'tickets.new.inHint' : 'tickets.new.outHint')}</p>
        <RequesterField inputRef={first} email={email} error={told.email ?? errors['requester.email'] ?? errors['requester']} onEmail={setEmail} onChoose={(found) => (setEmail(found.email), setName(found.name))} />
        <TextField label={t('tickets.new.name')} aside={t('common.optional')} value={name} onValueChange={setName} error={errors['requester.name']} autoComplete="off" />
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          {brands.length > 1 && (
            <Field label={t('tickets.field.brand')}>
              <Select value={brand === null ? null : String(brand)} choices={brandChoices} onChange={(value) => setBrand(Number(value))} />
            </Field>
          )}
          {direction === 'in' && (
            <Field label={t('tickets.field.channel')}>
              <Select<Channel> value={channel} choices={channels.map((each) => ({ value: each, label: t(channelWord(each)) }))} onChange={setChannel} />
            </Field>
          )}
        </div>
        <TextField label={t('tickets.new.subject')} value={subject} onValueChange={setSubject} error={told.subject ?? errors['subject']} maxLength={500} autoComplete="off" />
        <TextArea label={t(direction === 'in' ? 'tickets.new.text' : 'tickets.new.mail')} value={text} onValueChange={setText} error={told.text ?? errors['text']} rows={6} />
        <NewTicketFields fields={fields} told={tries > 0} refused={errors} />
      </form>
    </Dialog>
  );
}

/** An address, with the customers that are known under what is typed so far. */
function RequesterField({ inputRef, email, error, onEmail, onChoose }: { inputRef: RefObject<HTMLInputElement | null>; email: string; error?: string; onEmail(email: string): void; onChoose(found: { email: string; name: string }): void }) {
  const t = useT();
  const listId = useId();
  const { data } = useQuery(customerSearchOptions(email.trim()));
  const found = (data?.items ?? []).filter((customer) => customer.email !== null);
  return (
    <>
      <TextField
        ref={inputRef}
        label={t('tickets.new.requester')}
        type="email"
        value={email}
        error={error}
        autoComplete="off"
        list={listId}
        onValueChange={(value) => {
          const known = found.find((customer) => customer.email === value);
          if (known?.email) onChoose({ email: known.email, name: known.name });
          else onEmail(value);
        }}
      />
      <datalist id={listId}>
        {found.map((customer) => (
          <option key={customer.id} value={customer.email ?? ''}>{nameOf(customer)}</option>
        ))}
      </datalist>
    </>
  );
}
