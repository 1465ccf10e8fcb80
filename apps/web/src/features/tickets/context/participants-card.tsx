import { Avatar, Button, IconButton, Popover, TextField } from '@ombud/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { fieldTexts } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import { addParticipant, confirmParticipant, removeParticipant } from '../store/ticket-api.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Participant, TicketDetail } from '../store/types.ts';
import { nameOf } from '../store/words.ts';
import { Card } from './card.tsx';

/** Who gets copies. Somebody who came in by a forwarded mail waits here for a person's yes. */
export function ParticipantsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const edit = useDetailEdit(ticket.number);
  const remove = useMutation({ mutationFn: (one: Participant) => removeParticipant(ticket.number, one.id), ...edit((one, list) => list.filter((other) => other.id !== one.id)) });
  const confirm = useMutation({ mutationFn: (one: Participant) => confirmParticipant(ticket.number, one.id), ...edit((one, list) => list.map((other) => (other.id === one.id ? { ...other, confirmed: true } : other))) });
  const copied = ticket.participants.filter((participant) => participant.role === 'cc');
  if (copied.length === 0 && !may) return null;
  return (
    <Card id="participants" title={t('tickets.card.participants')} aside={may && <AddParticipant number={ticket.number} />}>
      {copied.length === 0 && <p className="m-0 text-faint">{t('tickets.participants.none')}</p>}
      <ul className="flex flex-col gap-1">
        {copied.map((participant) => (
          <li key={participant.id} className="group/person flex min-h-8 items-start gap-2 py-0.5">
            <Avatar name={nameOf(participant)} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{nameOf(participant)}</span>
              {participant.name && <span className="block truncate text-small text-faint">{participant.address}</span>}
              {!participant.confirmed && <span className="block text-small text-amber">{t('tickets.participants.unconfirmed')}</span>}
              {may && !participant.confirmed && <Button onClick={() => confirm.mutate(participant)} className="mt-1 mb-1.5">{t('tickets.participants.confirm')}</Button>}
            </span>
            {may && <IconButton label={t('tickets.participants.remove', { who: nameOf(participant) })} icon={<X />} onClick={() => remove.mutate(participant)} className="desk:opacity-0 desk:group-hover/person:opacity-100 desk:focus-visible:opacity-100" />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Shown at once, put back when the server refuses. */
function useDetailEdit(number: number) {
  const client = useQueryClient();
  const key = ticketKeys.detail(number);
  return (change: (one: Participant, list: Participant[]) => Participant[]) => ({
    onMutate: (one: Participant) => {
      const before = client.getQueryData<TicketDetail>(key);
      client.setQueryData<TicketDetail>(key, (detail) => detail && { ...detail, participants: change(one, detail.participants) });
      return { before };
    },
    onError: (_error: unknown, _one: Participant, kept?: { before: TicketDetail | undefined }) => kept?.before && client.setQueryData(key, kept.before),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

function AddParticipant({ number }: { number: number }) {
  const t = useT();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const add = useMutation({
    mutationFn: () => addParticipant(number, { email: email.trim() }),
    meta: { quiet: true },
    onSuccess: () => {
      setOpen(false);
      setEmail('');
      return client.invalidateQueries({ queryKey: ticketKeys.detail(number) });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (email.trim() !== '') add.mutate();
  }
  return (
    <Popover label={t('tickets.participants.add')} align="end" open={open} onOpenChange={setOpen} trigger={<IconButton label={t('tickets.participants.add')} icon={<Plus />} className="-mr-1.5 size-6" />} className="w-72">
      <form onSubmit={submit} className="flex flex-col gap-2.5">
        <TextField label={t('tickets.participants.address')} hint={t('tickets.participants.hint')} type="email" value={email} onValueChange={setEmail} error={add.isError ? (fieldTexts(add.error)['email'] ?? t('errors.unknown')) : undefined} autoComplete="off" />
        <Button type="submit" tone="primary" busy={add.isPending}>{t('tickets.participants.add')}</Button>
      </form>
    </Popover>
  );
}
