import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { taskRoutes } from './tasks.routes.ts';
import { ticketWorkRoutes as besideRoutes } from './ticket-work.routes.ts';
import { timeRoutes } from './time.routes.ts';

export { insertFollowers } from './followers.queries.ts';
export { sumTime } from './time.queries.ts';

export function ticketWorkRoutes(app: FastifyInstance, context: Context): void {
  besideRoutes(app, context);
  taskRoutes(app, context);
  timeRoutes(app, context);
}

export { insertTask } from './tasks.queries.ts';
