import { StatusIcon } from '@ombud/ui';
import { Building2, Languages, Shapes, TextCursorInput, UsersRound } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
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
  /** Brings the panel forward where it is folded */
  onShowContext(): void;
}

/** Whatever of the ticket has no key of its own, in the command bar by name: “Status: On hold” at once, the others where they stand. */
export function usePropertyCommands(ticket: TicketDetail, { may, controls, onShowContext }: PropertyCommandsOptions): void {
  const t = useT();
  const { brands } = useMe();
  const ask = (property: WishedProperty) => () => {
    unfoldCard('ticket');
    propertyWish.set({ ticket: ticket.number, property });
    onShowContext();
  };
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
      { id: 'ticket.subject', label: 'work.change.subject', group: 'ticket', icon: <TextCursorInput />, leadsToField: true, enabled: may, run: ask('subject') },
      { id: 'ticket.team', label: 'work.change.team', group: 'ticket', icon: <UsersRound />, leadsToField: true, enabled: may, run: ask('team') },
      { id: 'ticket.kind', label: 'work.change.kind', group: 'ticket', icon: <Shapes />, enabled: may, run: ask('kind') },
      { id: 'ticket.language', label: 'work.change.language', group: 'ticket', icon: <Languages />, leadsToField: true, enabled: may, run: ask('language') },
      { id: 'ticket.brand', label: 'tickets.action.move', group: 'ticket', icon: <Building2 />, enabled: may && brands.length > 1 && ticket.merged_into === null, run: ask('brand') },
    ],
    ticket.number,
  );
}
