export {
  findPresence,
  findSeenTicket,
  moveConnection,
  presenceStates,
  refreshConnections,
  removeConnection,
  removeStalePresence,
  type PresenceState,
  type TicketPresence,
} from './presence.queries.ts';
