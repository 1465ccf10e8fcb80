export { recountWrapUp } from './recount.commands.ts';
export { listTopics, nameTopics, type TopicName } from './topics.queries.ts';
export { refuseUnwrapped } from './wrap-ups.commands.ts';
export { findWrapUp, findWrappedTicket, type WrapUpRow } from './wrap-ups.queries.ts';
export { wrapUpRoutes } from './wrap-ups.routes.ts';
