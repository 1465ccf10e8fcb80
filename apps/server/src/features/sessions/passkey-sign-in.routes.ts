import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { problemShape } from '../../platform/http/shapes.ts';
import { assertion, requestOptions } from '../passkeys/index.ts';
import { askForPasskey, signInByPasskey } from './passkey-sign-in.ts';
import { callerOf } from './sessions.commands.ts';
import { onlyOwnPages, setCookies } from './sessions.routes.ts';

const tags = ['Sessions'];
const problems = { 400: problemShape, 401: problemShape, 403: problemShape, 409: problemShape, 410: problemShape, 429: problemShape };

/** Sign-in without a password, and the second step after one. */
export function passkeySignInRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const onRequest = onlyOwnPages(context);

  app.route({
    method: 'POST',
    url: '/api/auth/sign-in/passkey/begin',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'beginPasskeySignIn', tags, summary: 'What to ask the browser, to sign in with a passkey', security: [], response: { 200: requestOptions, ...problems },
      description: 'The same for everybody. Sets a cookie that marks the browser: only it can answer.',
    },
    handler: async (request, reply) => {
      const { options, cookies } = await askForPasskey(context, request.headers.cookie ?? '', callerOf(request));
      setCookies(reply, cookies);
      return options;
    },
  });

  app.route({
    method: 'POST',
    url: '/api/auth/sign-in/passkey',
    config: { access: 'public' },
    onRequest,
    schema: {
      operationId: 'signInByPasskey', tags, summary: 'Sign in with a passkey; sets the session cookie, and no code is asked for', security: [], body: assertion,
      response: { 200: z.object({ ok: z.literal(true) }), ...problems },
    },
    handler: async (request, reply) => {
      setCookies(reply, await signInByPasskey(context, request.headers.cookie ?? '', request.body, callerOf(request)));
      return { ok: true as const };
    },
  });
}
