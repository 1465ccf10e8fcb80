import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { homeRoutes } from './home.routes.ts';
import { savedViewRoutes } from './saved-views.routes.ts';

export { conditionsShape } from './conditions.schemas.ts';

export function viewRoutes(app: FastifyInstance, context: Context): void {
  savedViewRoutes(app, context);
  homeRoutes(app, context);
}
