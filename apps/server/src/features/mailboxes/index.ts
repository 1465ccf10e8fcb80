export { startMailboxReader, type MailboxReader } from './mailbox-reader.ts';
export { inboxHealthRoutes } from './health.routes.ts';
export { mailboxRoutes } from './mailboxes.routes.ts';
