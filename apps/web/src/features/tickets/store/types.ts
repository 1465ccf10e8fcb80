import type { Shape } from '@ombud/sdk';
import type { Body } from '../../../lib/api.ts';

export type { Page } from '../../../lib/api.ts';

export type Ticket = Shape<'Ticket'>;
export type TicketDetail = Shape<'TicketDetail'>;
export type Message = Shape<'Message'>;
export type TimelineEvent = Shape<'TimelineEvent'>;
export type Attachment = Shape<'Attachment'>;
export type Delivery = Shape<'Delivery'>;
export type Participant = Shape<'Participant'>;
export type TicketLink = Shape<'TicketLink'>;
export type Draft = Shape<'Draft'>;
export type SavedView = Shape<'SavedView'>;
export type Grouping = NonNullable<Shape<'ViewDisplay'>['group']>;
export type Views = Shape<'Views'>;
export type ViewKey = Views['views'][number]['key'];
export type TicketStatus = Ticket['status'];
export type TicketPriority = Ticket['priority'];
/** Where one writes to the ticket itself; a side conversation has rooms of its own. */
export type MessageKind = Exclude<Message['kind'], 'side'>;
export type SideConversation = Shape<'SideConversation'>;
export type TicketPatch = Body<'/api/v1/tickets/{number}', 'patch'>;
export type NewMessage = Body<'/api/v1/tickets/{number}/messages', 'post'>;
export type NewTicket = Body<'/api/v1/tickets', 'post'>;
export type DraftInput = Body<'/api/v1/tickets/{number}/draft', 'put'>;
export type TimelineEntry = Message | TimelineEvent;

export function isMessage(entry: TimelineEntry): entry is Message {
  return entry.type === 'message';
}
