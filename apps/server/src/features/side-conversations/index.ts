export { sideConversationRoutes } from './side-conversations.routes.ts';
export { receiveAside } from './receive-aside.commands.ts';
export { findSideOfMail, findSideState, type SideOfMail } from './side-conversations.queries.ts';
export { openSideBody, writeSideBody } from './side-conversations.schemas.ts';
export { openSideIn, prepareAnswer, prepareSide, writeSideIn } from './write-side.commands.ts';
