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
export { wordsOf } from './list-filter.ts';
export { findTeamsOf } from './mentioned.queries.ts';
export { findRoots } from './merges.queries.ts';
export { insertLink } from './links.queries.ts';
export { insertParticipants, listParticipants } from './participants.queries.ts';
export { createRecount, scopeKey } from './recount.ts';
export { findCustomersByAddress, wordsQuery, type ListPosition } from './ticket-list.queries.ts';
export { createNumberLeases, type NumberLeases } from './ticket-numbers.ts';
export { findDesk, findTeamName, workspaceIds, type Desk } from './ticket-lookups.queries.ts';
export { countCap } from './ticket-views.ts';
export { withColumns } from './tickets.routes.ts';
export { findTicketByNumber, findTicketsById, findTicketState, ticketColumns, ticketJoins, type TicketRow, type TicketState } from './ticket-row.queries.ts';
export type { MailAddress, NewMessage, NewParticipant, NewTicket, TicketEnding } from './ticket-writes.queries.ts';
export type { TicketChannel, TicketFolder, TicketKind, TicketPriority, TicketSort, TicketStatus } from './tickets.schemas.ts';
export { solvedMarks, statusAfterIncoming } from './tickets.rules.ts';
export { ticketChannels, ticketFolders, ticketKinds, ticketPriorities, ticketShape, ticketSorts, ticketStatuses } from './tickets.schemas.ts';
export { toTicket } from './tickets.views.ts';
export { updateTicket } from './update-ticket.command.ts';
