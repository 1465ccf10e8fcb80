import { Button, IconButton, Popover, StatusIcon, TextField } from '@ombud/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Merge, Plus, ShieldAlert, Undo2, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { fieldTexts, problemText } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import { useMerge } from '../merge/use-merge.ts';
import { linkTicket, unlinkTicket } from '../store/ticket-api.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { TicketDetail, TicketLink } from '../store/types.ts';
import { statusWord } from '../store/words.ts';
import { Card } from './card.tsx';

/** Tickets that belong together. Mail that only says it belongs to another ticket is named as a claim, never joined. */
export function LinksCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  if (ticket.links.length + ticket.merged_from.length === 0 && !may) return null;
  return (
    <Card id="links" title={t('tickets.card.links')} aside={may && <AddLink number={ticket.number} />}>
      {ticket.links.length + ticket.merged_from.length === 0 && <p className="m-0 text-faint">{t('tickets.links.none')}</p>}
      <ul className="-mx-2 flex flex-col">
        {ticket.links.map((link) => (
          <LinkRow key={`${link.kind}-${link.number}`} ticket={ticket} link={link} may={may} />
        ))}
        {ticket.merged_from.map((merged) => (
          <MergedRow key={merged.number} ticket={ticket} merged={merged} may={may} />
        ))}
      </ul>
    </Card>
  );
}

function LinkRow({ ticket, link, may }: { ticket: TicketDetail; link: TicketLink; may: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const remove = useMutation({ mutationFn: () => unlinkTicket(ticket.number, link.number), onSettled: () => client.invalidateQueries({ queryKey: ticketKeys.detail(ticket.number) }) });
  return (
    <li className="group/link">
      {link.kind !== 'related' && (
        <p className="m-0 flex items-center gap-1.5 px-2 pt-1 text-small text-amber">
          <ShieldAlert aria-hidden className="size-3.5 shrink-0" />
          {t(link.kind === 'claims_to_continue' ? 'tickets.links.claims' : 'tickets.links.continued')}
        </p>
      )}
      <div className="flex items-center">
        <Link to="/inbox/$view/$number" params={{ view: 'all', number: link.number }} search={{}} className="flex h-control min-w-0 flex-1 items-center gap-2 rounded-md px-2 hover:bg-pressed">
          <StatusIcon status={link.status} label={t(statusWord(link.status))} />
          <span className="min-w-0 flex-1 truncate">{link.subject || t('tickets.noSubject')}</span>
          <span className="tabular text-small text-faint">#{link.number}</span>
        </Link>
        {may && <IconButton label={t('tickets.links.remove', { number: `#${link.number}` })} icon={<X />} onClick={() => remove.mutate()} className="size-6 desk:opacity-0 desk:group-hover/link:opacity-100 desk:focus-visible:opacity-100" />}
      </div>
    </li>
  );
}

/** A ticket that is read in this one. */
function MergedRow({ ticket, merged, may }: { ticket: TicketDetail; merged: TicketDetail['merged_from'][number]; may: boolean }) {
  const t = useT();
  const { unmerge } = useMerge();
  return (
    <li className="group/link flex items-center">
      <Link to="/inbox/$view/$number" params={{ view: 'all', number: merged.number }} search={{}} className="flex h-control min-w-0 flex-1 items-center gap-2 rounded-md px-2 hover:bg-pressed">
        <Merge aria-hidden className="size-3.5 shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate">{merged.subject || t('tickets.noSubject')}</span>
        <span className="tabular text-small text-faint">#{merged.number}</span>
      </Link>
      {may && <IconButton label={t('tickets.merge.undoOf', { number: `#${merged.number}` })} icon={<Undo2 />} onClick={() => void unmerge(merged.number, ticket.number)} className="size-6 desk:opacity-0 desk:group-hover/link:opacity-100 desk:focus-visible:opacity-100" />}
    </li>
  );
}

function AddLink({ number }: { number: number }) {
  const t = useT();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const add = useMutation({
    mutationFn: () => linkTicket(number, Number(typed.replace(/\D/g, ''))),
    meta: { quiet: true },
    onSuccess: () => {
      setOpen(false);
      setTyped('');
      return client.invalidateQueries({ queryKey: ticketKeys.detail(number) });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (/\d/.test(typed)) add.mutate();
  }
  return (
    <Popover label={t('tickets.links.add')} align="end" open={open} onOpenChange={setOpen} trigger={<IconButton label={t('tickets.links.add')} icon={<Plus />} className="-mr-1.5 size-6" />} className="w-64">
      <form onSubmit={submit} className="flex flex-col gap-2.5">
        <TextField label={t('tickets.links.number')} inputMode="numeric" value={typed} onValueChange={setTyped} error={add.isError ? (fieldTexts(add.error)['number'] ?? problemText(add.error)) : undefined} autoComplete="off" />
        <Button type="submit" tone="primary" busy={add.isPending}>{t('tickets.links.add')}</Button>
      </form>
    </Popover>
  );
}
