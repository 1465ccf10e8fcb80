import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { mergeRoutes } from './merges.routes.ts';
import { messageRoutes } from './messages.routes.ts';
import { peopleRoutes } from './people.routes.ts';
import { ticketRoutes as caseRoutes } from './tickets.routes.ts';

export function ticketRoutes(app: FastifyInstance, context: Context): void {
  caseRoutes(app, context);
  messageRoutes(app, context);
  mergeRoutes(app, context);
  peopleRoutes(app, context);
}

export { addIncomingMessage, addMessage } from './add-message.command.ts';
export { closeDueTickets } from './close-due.command.ts';
export { openTicket, type TicketToOpen } from './create-ticket.command.ts';
export { findRoots } from './merges.queries.ts';
export { insertLink } from './links.queries.ts';
export { insertParticipants, listParticipants } from './participants.queries.ts';
export { createNumberLeases, type NumberLeases } from './ticket-numbers.ts';
export { findDesk, findTeamName, markRead, workspaceIds, type Desk } from './ticket-lookups.queries.ts';
export { findTicketByNumber, findTicketsById, findTicketState, type TicketRow, type TicketState } from './ticket-row.queries.ts';
export type { MailAddress, NewMessage, NewParticipant, NewTicket, TicketEnding } from './ticket-writes.queries.ts';
export type { TicketChannel, TicketFolder, TicketKind, TicketPriority, TicketStatus } from './tickets.schemas.ts';
export { solvedMarks, statusAfterIncoming, statusAfterReply } from './tickets.rules.ts';
export { ticketShape } from './tickets.schemas.ts';
export { toTicket } from './tickets.views.ts';
export { updateTicket } from './update-ticket.command.ts';
