export { queueReply } from './queue-reply.commands.ts';
export { findReplyInbox } from './queue-reply.queries.ts';
export { issueMessageId, loopMark, readMessageId, readReplyAddress, replyAddress, type ThreadMark } from './thread-tokens.ts';
export type { MailAddress, QueuedReply, ReplyToQueue } from './delivery.types.ts';
