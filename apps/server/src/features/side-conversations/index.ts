export { sideConversationRoutes } from './side-conversations.routes.ts';
export { receiveAside } from './receive-aside.commands.ts';
export { findSideOfMail, type SideOfMail } from './side-conversations.queries.ts';
