import type { TicketDetail } from '../store/types.ts';
import { cards } from './cards.ts';

export function ContextPanel({ ticket }: { ticket: TicketDetail }) {
  return cards.map(({ id, Component }) => <Component key={id} ticket={ticket} />);
}
