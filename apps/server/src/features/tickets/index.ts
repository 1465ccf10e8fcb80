import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { draftRoutes } from './drafts.routes.ts';
import { mergeRoutes } from './merges.routes.ts';
import { messageRoutes } from './messages.routes.ts';
import { peopleRoutes } from './people.routes.ts';
import { ticketRoutes as caseRoutes } from './tickets.routes.ts';

export function ticketRoutes(app: FastifyInstance, context: Context): void {
  caseRoutes(app, context);
  messageRoutes(app, context);
  draftRoutes(app, context);
  mergeRoutes(app, context);
  peopleRoutes(app, context);
}

export { addIncomingMessage, addMessage } from './add-message.command.ts';
export { closeDueTickets } from './close-due.command.ts';
export { snoozedQueue, startWaking } from './due-snoozed.ts';
export { assignReason, openTicket, type TicketToOpen } from './create-ticket.command.ts';
export { deleteDraft } from './drafts.queries.ts';
export { lockRoot } from './lock-root.ts';
export { mergeTickets, unmergeTicket } from './merge-tickets.commands.ts';
export { findMergedInto, findRoots, listMerged, lockTickets } from './merges.queries.ts';
export { writtenText, type WrittenText } from './message-text.ts';
export { insertLink, type LinkRow, listLinks } from './links.queries.ts';
export { insertParticipants, listParticipants, type ParticipantRow } from './participants.queries.ts';
export { createNumberLeases, type NumberLeases } from './ticket-numbers.ts';
export { authorName, messageFields, type MessageRow, readTimeline, type TimelineRow, whoAnsweredAside } from './timeline.queries.ts';
export { type Desk, findAssigneeName, findDesk, findServingTeam, findTeamName, markRead, serves, workspaceIds } from './ticket-lookups.queries.ts';
export { refreshPromise } from './promises.queries.ts';
export { isParted, listInParts, listPlaceOf } from './ordered-list.queries.ts';
export { type ListPlace, type ListToOrder } from './parted-order.queries.ts';
export { priorityParts } from './priority-order.queries.ts';
export { findTicketByNumber, findTicketsById, findTicketState, ticketColumns, ticketJoins, wroteLast, type TicketRow, type TicketState } from './ticket-row.queries.ts';
export { type MailAddress, type NewMessage, type NewParticipant, type NewTicket, type TicketEnding } from './ticket-writes.queries.ts';
export { agentRef, brandRef, type ChangeTicketBody, splitTicketBody, changeTicketBody, draftChanges, fileIds, handOverSources, messageShape, personInput, type PromiseWithin, teamRef, type TicketChannel, ticketChannels, type TicketFolder, ticketFolders, type TicketKind, ticketKinds, ticketListQuery, ticketPriorities, type TicketPriority, ticketShape, type TicketSort, ticketSorts, type MomentSort, type TicketStatus, ticketStatuses, updateTicketBody } from './tickets.schemas.ts';
export { solvedMarks, statusAfterIncoming, statusAfterReply } from './tickets.rules.ts';
export { linkerFor, numberInPath, problems, withColumns, withPlacedColumns } from './tickets.routes.ts';
export { toMessage, toTicket } from './tickets.views.ts';
export { wordsOf } from './list-filter.ts';
export { findCustomersByAddress, type ListPosition, wordsQuery } from './ticket-list.queries.ts';
export { findTeamsOf, listMentionedIds } from './mentioned.queries.ts';
export { splitTicket } from './split-ticket.command.ts';
export { createRecount, scopeKey } from './recount.ts';
export { countCap } from './ticket-views.ts';
export { changeTicket, type ChangeKnown } from './change-ticket.command.ts';
export { promiseAlong, writeNoteAlong } from './alongside.command.ts';
export { updateTicket } from './update-ticket.command.ts';
