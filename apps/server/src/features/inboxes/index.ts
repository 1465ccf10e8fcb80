export { createInbox } from './inboxes.commands.ts';
export { findInbox, type InboxRow } from './inboxes.queries.ts';
export { inboxRoutes } from './inboxes.routes.ts';
export { smtpUrl } from './inboxes.schemas.ts';
