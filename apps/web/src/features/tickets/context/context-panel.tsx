import type { TicketDetail } from '../store/types.ts';
import { CustomerCard, OtherTicketsCard } from './customer-card.tsx';
import { FieldsCard } from './fields-card.tsx';
import { LinksCard } from './links-card.tsx';
import { ParticipantsCard } from './participants-card.tsx';
import { PropertiesCard } from './properties-card.tsx';
import { SidesCard } from './sides-card.tsx';

/** In the order in which they stand; each renders a Card or nothing. */
const cards = [CustomerCard, PropertiesCard, FieldsCard, OtherTicketsCard, ParticipantsCard, SidesCard, LinksCard];

export function ContextPanel({ ticket }: { ticket: TicketDetail }) {
  return cards.map((TicketCard, at) => <TicketCard key={at} ticket={ticket} />);
}
