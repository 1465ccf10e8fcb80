export { eventRoutes } from './events.routes.ts';
export { eventShape, viewEvent, type EventView } from './events.schemas.ts';
