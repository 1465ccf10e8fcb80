import { StatusIcon } from '@ombud/ui';
import { Building2, Languages, Shapes, TextCursorInput, UsersRound } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { holdTyping } from '../../../lib/keys/held-typing.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMe } from '../../../lib/session.ts';
import { unfoldCard } from '../context/folded.ts';
import { propertyWish, type WishedProperty } from '../context/property-wish.ts';
import type { TicketDetail, TicketStatus } from '../store/types.ts';
import { statusWord } from '../store/words.ts';
import type { TicketControls } from './use-ticket-controls.ts';

const statuses: readonly TicketStatus[] = ['open', 'on_hold', 'solved', 'closed'];

export interface PropertyCommandsOptions {
  may: boolean;
  controls: TicketControls;
}

/** Whatever of the ticket has no key of its own, in the command bar by name: “Status: On hold” at once, the others where they stand. */
export function usePropertyCommands(ticket: TicketDetail, { may, controls }: PropertyCommandsOptions): void {
  const t = useT();
  const { brands } = useMe();
  const ask = (property: WishedProperty) => () => {
    unfoldCard('ticket');
    propertyWish.set({ ticket: ticket.number, property });
  };
  const toField = (property: WishedProperty) => ({
    leadsToField: true,
    run: () => {
      ask(property)();
      // By its name as well as by a key: the panel may have to slide in first.
      holdTyping(performance.now());
    },
  });
  useCommands(
    [
      ...statuses.map((status) => ({
        id: `ticket.status.${status}`,
        label: 'tickets.field.statusIs' as const,
        values: { status: t(statusWord(status)) },
        group: 'ticket' as const,
        icon: <StatusIcon status={status} />,
        enabled: may && status !== ticket.status && ticket.allowed_statuses.includes(status),
        run: () => controls.set({ status }),
      })),
      { id: 'ticket.subject', label: 'work.change.subject', group: 'ticket', icon: <TextCursorInput />, enabled: may, ...toField('subject') },
      { id: 'ticket.team', label: 'work.change.team', group: 'ticket', icon: <UsersRound />, enabled: may, ...toField('team') },
      { id: 'ticket.kind', label: 'work.change.kind', group: 'ticket', icon: <Shapes />, enabled: may, run: ask('kind') },
      { id: 'ticket.language', label: 'work.change.language', group: 'ticket', icon: <Languages />, enabled: may, ...toField('language') },
      { id: 'ticket.brand', label: 'tickets.action.move', group: 'ticket', icon: <Building2 />, enabled: may && brands.length > 1 && ticket.merged_into === null, run: ask('brand') },
    ],
    ticket.number,
  );
}
