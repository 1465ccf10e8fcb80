import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { savedViewRoutes } from './saved-views.routes.ts';

export function viewRoutes(app: FastifyInstance, context: Context): void {
  savedViewRoutes(app, context);
}
