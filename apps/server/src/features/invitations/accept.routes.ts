import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../../context.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { provePassword } from '../../platform/auth/prove-password.ts';
import { hashPassword } from '../../platform/auth/sign-in-library.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { callerOf, onlyOwnPages, setCookies, signedInShape, signIn, type Caller } from '../sessions/index.ts';
import { acceptInvitation } from './invitations.commands.ts';
import { findOpenInvitation, type OpenInvitation } from './invitations.queries.ts';
import { acceptBody, invitationView, lookBody, type AcceptBody } from './invitations.schemas.ts';

const tags = ['Invitations'];
const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 410: problemShape, 429: problemShape };

/** What the invited person does with the link; they have no login yet. */
export function acceptRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = onlyOwnPages(context);

  app.route({
    method: 'POST',
    url: '/api/auth/invitations/look',
    config: { access: 'public' },
    onRequest,
    schema: { operationId: 'lookAtInvitation', tags, summary: 'Who invites whom to what, for who has the link', security: [], body: lookBody, response: { 200: invitationView, ...problems } },
    handler: async (request) => {
      const { workspace, inviter_name, email, role, language, known } = await opened(request.body.token, request.ip);
      return { workspace, invited_by: inviter_name, email, role, language, known };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/auth/invitations/accept',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'acceptInvitation', tags, summary: 'Accept with a name and a password, or with the password that the address has here; sets the session cookie', security: [],
      body: acceptBody, response: { 200: signedInShape, ...problems },
    },
    handler: async (request, reply) => {
      const invitation = await opened(request.body.token, request.ip);
      const caller = callerOf(request);
      const { cookies, next, ways } = await accept(invitation, request.body, caller);
      setCookies(reply, cookies);
      // Somebody who works in several workspaces lands in this one.
      reply.header('set-cookie', `ombud.workspace=${invitation.workspace_id}; Path=/; HttpOnly; SameSite=Lax${context.config.publicUrl.startsWith('https:') ? '; Secure' : ''}`);
      return { ok: true as const, next, ways };
    },
  });

  /** Guessing at links is limited per IP address like guessing at passwords. */
  async function opened(token: string, ip: string): Promise<OpenInvitation> {
    await context.signInLimits.checkAddress(ip);
    const invitation = await findOpenInvitation(context.db, { hash: hashToken(token) }, context.clock.now());
    if (invitation) return invitation;
    await context.signInLimits.failedFrom(ip);
    throw new Problem('link_not_valid');
  }

  async function accept(invitation: OpenInvitation, { token, name, password }: AcceptBody, caller: Caller) {
    const { email } = invitation;
    const person = invitation.known ? await provePassword(context, { email, password }, caller.ip) : null;
    if (!person && name === undefined) throw fieldProblem('name', 'invalid_type', 'Tell your name');
    const admission = person ? { userId: person.userId } : { hash: await context.inTurn(() => hashPassword(context.signIn, password)) };
    const now = context.clock.now();
    await context.db.transaction().execute((tx) => acceptInvitation(tx, invitation, hashToken(token), { name: name ?? person?.name ?? email, admission }, now));
    context.wake.say('access');
    context.wake.say('events');
    return context.inTurn(() => signIn(context, { email, password }, caller));
  }
}
