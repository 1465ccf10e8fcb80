import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { canSendMail, linkTo } from '../system-mail/index.ts';
import { invite, renewInvitation, withdrawInvitation, type Invited } from './invitations.commands.ts';
import { findInvitation, listInvitations, type InvitationRow } from './invitations.queries.ts';
import { invitationListQuery, invitationShape, inviteBody, newInvitationShape, renewInvitationBody } from './invitations.schemas.ts';

const tags = ['Invitations'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };

/** Colleagues who have not come yet. */
export function invitationRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url: '/api/v1/invitations',
    config: { access: 'admin' },
    schema: { operationId: 'listInvitations', tags, summary: 'Invitations that wait to be accepted, newest first', querystring: invitationListQuery, response: { 200: page(invitationShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      const rows = await listInvitations(context.db, actor.scope.workspaceId, { before, limit: limit + 1 });
      return toPage(rows, limit, (row) => [row.id], (row) => toInvitation(row, actor));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/invitations',
    config: { access: 'admin' },
    schema: {
      operationId: 'invite', tags, summary: 'Invite a colleague by mail', body: inviteBody, response: { 201: newInvitationShape, ...problems },
      description: 'The link works once and for 7 days. Without a way to send mail it is in the answer instead, to hand over by yourself.',
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const { by, ...input } = request.body;
      const byMail = by === 'mail' && (await canSendMail(context, actor.scope.workspaceId));
      const invited = await context.db.transaction().execute((tx) => invite(tx, actor, context, { ...input, byMail }));
      return reply.code(201).send(await told(actor, invited, byMail));
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/invitations/:id/renew',
    config: { access: 'admin' },
    schema: { operationId: 'renewInvitation', tags, summary: 'Send it again with a new link; the old link is dead', params, body: renewInvitationBody, response: { 200: newInvitationShape, ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const byMail = request.body.by === 'mail' && (await canSendMail(context, actor.scope.workspaceId));
      const invited = await context.db.transaction().execute((tx) => renewInvitation(tx, actor, context, request.params.id, byMail));
      return told(actor, invited, byMail);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/invitations/:id',
    config: { access: 'admin' },
    schema: { operationId: 'withdrawInvitation', tags, summary: 'Withdraw it; its link is dead', params, response: { 200: z.object({ ok: z.literal(true) }), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => withdrawInvitation(tx, actor, request.params.id));
      context.wake.say('events');
      return { ok: true as const };
    },
  });

  async function told(actor: AgentActor, { invitationId, token }: Invited, byMail: boolean): Promise<z.input<typeof newInvitationShape>> {
    context.wake.say('events');
    if (byMail) context.wake.say('outbox');
    const row = await findInvitation(context.db, actor.scope.workspaceId, invitationId);
    if (!row) throw notFound('invitation');
    return { ...toInvitation(row, actor), link: byMail ? null : linkTo(context.config.publicUrl, 'invitation', token) };
  }
}

function toInvitation(row: InvitationRow, actor: AgentActor): z.input<typeof invitationShape> {
  const { id, email, role, language, all_brands, teams, mail } = row;
  return {
    id, email, role, language, all_brands, teams, mail,
    brands: row.brands.filter((brand) => seesBrand(actor.scope, brand)),
    invited_by: row.inviter_id === null ? null : { id: row.inviter_id, name: row.inviter_name ?? '' },
    expires_at: row.expires_at.toISOString(),
    created_at: row.created_at.toISOString(),
  };
}
