import { useStore } from '../../../lib/store.ts';
import type { TicketDetail } from '../store/types.ts';
import { AskAlongDialog } from './ask-along-dialog.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { escalationRoom } from './escalation-store.ts';
import { HandBackDialog } from './hand-back-dialog.tsx';

/** The dialogs of escalations over a ticket. */
export function EscalationRoomOf({ ticket }: { ticket: TicketDetail }) {
  const room = useStore(escalationRoom);
  const close = () => escalationRoom.set(null);
  if (room?.ticket !== ticket.number) return null;
  if (room.kind === 'handBack') return <HandBackDialog escalation={room.escalation} onClose={close} />;
  return room.kind === 'ask' ? <AskAlongDialog ticket={ticket} onClose={close} /> : <EscalateDialog ticket={ticket} onClose={close} />;
}
