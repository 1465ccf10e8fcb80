import { Menu, MenuChoices } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { listOf } from '../../../lib/resource.ts';
import type { TicketDetail } from '../store/types.ts';

/** The inboxes that a ticket can be answered from: those of its brand first; one of another brand takes the ticket there. Fetched when it opens. */
export function InboxPicker({ ticket, trigger, onChange }: { ticket: TicketDetail; trigger: ReactElement; onChange(place: { inbox: number; brand?: number }): void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { data: inboxes = [], error } = useQuery({ ...listOf('inboxes'), enabled: open });
  const here = (inbox: (typeof inboxes)[number]) => inbox.brand.id === ticket.brand.id;
  const offered = inboxes.filter(({ id, active }) => active || id === ticket.inbox?.id).toSorted((one, other) => Number(here(other)) - Number(here(one)));

  function choose(value: string) {
    const chosen = inboxes.find(({ id }) => String(id) === value);
    if (!chosen || chosen.id === ticket.inbox?.id) return;
    onChange({ inbox: chosen.id, ...(!here(chosen) && { brand: chosen.brand.id }) });
  }

  return (
    <Menu trigger={trigger} open={open} onOpenChange={setOpen}>
      {inboxes.length === 0 && <p role="status" className="m-0 px-3 py-2 text-muted">{error ? problemText(error) : t('common.loading')}</p>}
      <MenuChoices label={t('work.inbox')} value={String(ticket.inbox?.id ?? '')} choices={offered.map((inbox) => ({ value: String(inbox.id), label: here(inbox) ? inbox.address : `${inbox.address} (${inbox.brand.name})` }))} onChange={choose} />
    </Menu>
  );
}
