export { finishHandOvers } from './hand-over.commands.ts';
export { handOverRoutes } from './hand-over.routes.ts';
