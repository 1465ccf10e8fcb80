import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { acceptRoutes } from './accept.routes.ts';
import { invitationRoutes as ownRoutes } from './invitations.routes.ts';

export function invitationRoutes(app: FastifyInstance, context: Context): void {
  ownRoutes(app, context);
  acceptRoutes(app, context);
}

export { writeInvitation } from './invitation-mail.ts';
