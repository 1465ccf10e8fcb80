import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { hashPassword } from '../../platform/auth/sign-in-library.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { emailAddress, problemShape } from '../../platform/http/shapes.ts';
import { endSessions, password, savePasswordHash } from '../agents/index.ts';
import { onlyOwnPages } from '../sessions/index.ts';
import { canSendMail, insertSystemMail, linkToken } from '../system-mail/index.ts';
import { findAgentIds, isOpenReset, takeReset } from './password-resets.queries.ts';

const tags = ['Sessions'];
const problems = { 400: problemShape, 403: problemShape, 410: problemShape, 429: problemShape };
/** Milliseconds: one mail an address in each. */
const slot = 5 * 60_000;

/** A forgotten password: a link by mail, and the new password with it. */
export function passwordResetRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = onlyOwnPages(context);

  app.route({
    method: 'POST',
    url: '/api/auth/forgot-password',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'forgotPassword', tags, summary: 'Ask for a link to choose a new password', security: [], body: z.strictObject({ email: emailAddress }),
      response: { 200: z.object({ ok: z.literal(true), can_mail: z.boolean().describe('false: this installation has no way to send mail') }), ...problems },
      description: 'The answer is the same whether or not the address signs in here.',
    },
    // The same statements for every address; whether it is known is looked up later, by whoever sends the mail.
    handler: async (request) => {
      const { email } = request.body;
      await context.resetLimits.attempt(email, request.ip);
      const can_mail = await canSendMail(context, null);
      const now = context.clock.now();
      if (can_mail) await context.db.transaction().execute((tx) => insertSystemMail(tx, { kind: 'password_reset', address: email, slot: { number: Math.floor(now.getTime() / slot), length: slot }, now }));
      context.wake.say('outbox');
      return { ok: true as const, can_mail };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/auth/new-password',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'setForgottenPassword', tags, summary: 'Choose a new password with the link; all sessions end', security: [], body: z.strictObject({ token: linkToken, password }),
      response: { 200: z.object({ ok: z.literal(true) }), ...problems },
    },
    handler: async (request) => {
      const { token, password: chosen } = request.body;
      const linkHash = hashToken(token);
      await context.signInLimits.checkAddress(request.ip);
      if (!(await isOpenReset(context.db, linkHash, context.clock.now()))) {
        await context.signInLimits.failedFrom(request.ip);
        throw new Problem('link_not_valid');
      }
      const hash = await context.inTurn(() => hashPassword(context.signIn, chosen));
      const email = await context.db.transaction().execute(async (tx) => {
        const taken = await takeReset(tx, linkHash, context.clock.now());
        if (!taken) throw new Problem('link_not_valid');
        await savePasswordHash(tx, taken.user_id, hash);
        await endSessions(tx, taken.user_id);
        for (const { workspace_id, agent_id } of await findAgentIds(tx, taken.user_id))
          await appendEvent(tx, systemActor(workspace_id), { type: 'agent.updated', data: { agent_id, changes: { password: true } } });
        return taken.email;
      });
      // Who has proved that the mailbox is theirs is not kept out by the guesses of others.
      await context.signInLimits.succeeded(email, request.ip);
      context.wake.say('access');
      context.wake.say('events');
      return { ok: true as const };
    },
  });
}
