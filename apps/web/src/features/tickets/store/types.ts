import type { z } from 'zod';
import type {
  addMessageBody,
  attachmentShape,
  createTicketBody,
  deliveryShape,
  draftShape,
  linkShape,
  messageShape,
  participantShape,
  ticketDetailShape,
  ticketShape,
  timelineEventShape,
  updateTicketBody,
  viewsShape,
} from '../../../../../server/src/features/tickets/tickets.schemas.ts';

/** The API's shapes, taken from the schemas that the routes answer with; erased when the browser bundle is built. */
export type Ticket = z.infer<typeof ticketShape>;
export type TicketDetail = z.infer<typeof ticketDetailShape>;
export type Message = z.infer<typeof messageShape>;
export type TimelineEvent = z.infer<typeof timelineEventShape>;
export type Attachment = z.infer<typeof attachmentShape>;
export type Delivery = z.infer<typeof deliveryShape>;
export type Participant = z.infer<typeof participantShape>;
export type TicketLink = z.infer<typeof linkShape>;
export type Draft = z.infer<typeof draftShape>;
export type Views = z.infer<typeof viewsShape>;
export type ViewKey = Views['views'][number]['key'];
export type TicketStatus = Ticket['status'];
export type TicketPriority = Ticket['priority'];
export type MessageKind = Message['kind'];
export type TicketPatch = z.input<typeof updateTicketBody>;
export type NewMessage = z.input<typeof addMessageBody>;
export type NewTicket = z.input<typeof createTicketBody>;
export type TimelineEntry = Message | TimelineEvent;

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

export function isMessage(entry: TimelineEntry): entry is Message {
  return entry.type === 'message';
}
