export { recountWrapUp } from './recount.commands.ts';
export { nameTopics } from './topics.queries.ts';
export { refuseUnwrapped } from './wrap-ups.commands.ts';
export { findWrappedTicket, listWrapUpVersions } from './wrap-ups.queries.ts';
export { toWrapUp, type WrapUp } from './wrap-ups.views.ts';
export { degrees, type Degree } from './wrap-ups.schemas.ts';
export { wrapUpRoutes } from './wrap-ups.routes.ts';
