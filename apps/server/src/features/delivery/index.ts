export { startDelivery, type DeliveryOptions } from './delivery-worker.ts';
export { outboxRoutes } from './outbox.routes.ts';
export { queueReply } from './queue-reply.commands.ts';
export { showNewestThatStays } from './newest-line.queries.ts';
export { findOurAddresses, findReplyInbox } from './queue-reply.queries.ts';
export { issueMessageId, loopHeader, readLoopHeader, readMessageId, readReplyAddress, replyAddress, type ThreadMark } from './thread-tokens.ts';
export type { MailAddress, QueuedReply, ReplyToQueue } from './delivery.types.ts';
export { describeTrouble, giveUpAfter, isPermanent, secondsToWait, type SendTrouble } from './attempt.rules.ts';
export { createTransports, type Transports } from './transports.ts';
