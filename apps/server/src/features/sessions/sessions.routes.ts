import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkOrigin } from '../../platform/http/access.ts';
import { emailAddress, problemShape } from '../../platform/http/shapes.ts';
import { createAttemptQueue } from './attempt-queue.ts';
import { signIn, signOut } from './sessions.commands.ts';

const done = z.object({ ok: z.literal(true) });
const tags = ['Sessions'];

/** Sign-in and sign-out of people. Programs use API tokens instead. */
export function sessionRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const inTurn = createAttemptQueue();
  // Signing somebody in or out from another site is refused too, although no login is needed for it.
  const onlyOwnPages = async (request: FastifyRequest) => checkOrigin(request, [new URL(context.config.publicUrl).origin]);

  routes.route({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    config: { access: 'public' },
    onRequest: onlyOwnPages,
    schema: {
      operationId: 'signIn',
      tags,
      summary: 'Sign in with an e-mail address and a password; sets the session cookie',
      security: [],
      body: z.strictObject({ email: emailAddress, password: z.string().min(1).max(256) }),
      response: { 200: done, 400: problemShape, 401: problemShape, 403: problemShape, 429: problemShape },
    },
    handler: async (request, reply) => {
      const { email, password } = request.body;
      const caller = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
      await context.signInLimits.check(email, caller.ip);
      const answer = await inTurn(() => signIn(context, { email, password }, caller));
      setCookies(reply, answer);
      return { ok: true as const };
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/auth/sign-out',
    config: { access: 'public' },
    onRequest: onlyOwnPages,
    schema: {
      operationId: 'signOut',
      tags,
      summary: 'End the session of the cookie, on every screen that uses it',
      security: [],
      response: { 200: done, 403: problemShape },
    },
    handler: async (request, reply) => {
      setCookies(reply, await signOut(context, request.headers.cookie ?? ''));
      return { ok: true as const };
    },
  });
}

function setCookies(reply: FastifyReply, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
}
