import { useStore } from '../../../lib/store.ts';
import type { TicketDetail } from '../store/types.ts';
import { MoveDialog } from './move-dialog.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { promiseRoom } from './promise-store.ts';

/** The dialogs of promises over a ticket. */
export function PromiseRoomOf({ ticket }: { ticket: TicketDetail }) {
  const room = useStore(promiseRoom);
  const close = () => promiseRoom.set(null);
  if (room?.ticket !== ticket.number) return null;
  return 'make' in room ? <PromiseDialog ticket={ticket} source={room.make.source} onClose={close} /> : <MoveDialog promise={room.move} onClose={close} />;
}
