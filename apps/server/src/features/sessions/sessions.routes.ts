import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkOrigin } from '../../platform/http/access.ts';
import { emailAddress, line, problemShape } from '../../platform/http/shapes.ts';
import { callerOf, enterCode, signIn, signOut } from './sessions.commands.ts';

const done = z.object({ ok: z.literal(true) });
export const signedInShape = z.object({
  ok: z.literal(true),
  next: z.enum(['code']).nullable().describe('`code`: signed in only after POST /api/auth/sign-in/code, or by a passkey'),
  ways: z.array(z.enum(['app', 'passkey', 'recovery_code'])).describe('What the person has for that'),
});
const tags = ['Sessions'];
const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 429: problemShape };

/** Signing somebody in or out from another site is refused too, although no login is needed for it. */
export function onlyOwnPages(context: Context) {
  return async (request: FastifyRequest): Promise<void> => checkOrigin(request, [new URL(context.config.publicUrl).origin]);
}

export function setCookies(reply: FastifyReply, cookies: string[]): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
}

/** Sign-in and sign-out of people. Programs use API tokens instead. */
export function sessionRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const onRequest = onlyOwnPages(context);

  routes.route({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'signIn',
      tags,
      summary: 'Sign in with an e-mail address and a password; sets the session cookie',
      security: [],
      body: z.strictObject({ email: emailAddress, password: z.string().min(1).max(256) }),
      response: { 200: signedInShape, ...problems },
    },
    handler: async (request, reply) => {
      const { email, password } = request.body;
      const caller = callerOf(request);
      await context.signInLimits.check(email, caller.ip);
      const { cookies, next, ways } = await context.inTurn(() => signIn(context, { email, password }, caller));
      setCookies(reply, cookies);
      return { ok: true as const, next, ways };
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/auth/sign-in/code',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'enterCode',
      tags,
      summary: 'The second step of a sign-in: a code from the app, or a recovery code',
      security: [],
      body: z.strictObject({ code: line(40) }),
      response: { 200: done, ...problems },
    },
    handler: async (request) => {
      await enterCode(context, request.headers.cookie ?? '', request.body.code, callerOf(request));
      return { ok: true as const };
    },
  });

  routes.route({
    method: 'POST',
    url: '/api/auth/sign-out',
    config: { access: 'public' },
    onRequest,
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
