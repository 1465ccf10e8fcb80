import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { agentOf } from '../../platform/http/access.ts';
import { id, idInPath, moment, problemShape } from '../../platform/http/shapes.ts';
import { findInbox } from '../inboxes/index.ts';
import { beginSignIn, completeSignIn } from './mail-sign-in.ts';
import { deleteApp, deleteGrant, findGrant, listApps, saveApp } from './mail-sign-in.queries.ts';
import { mailProviders, redirectUri, type MailProvider } from './providers.ts';

const tags = ['Inboxes'];
const params = z.strictObject({ id: idInPath });
const provider = z.enum(mailProviders);
const token = z.string().min(1).max(1000).regex(/^[\x21-\x7e]*$/, 'One word without spaces');

const appShape = z.object({ client_id: z.string(), tenant: z.string() }).meta({ id: 'MailApp' });
const appsShape = z.object({ redirect_uri: z.string().describe('To be registered at the provider, letter by letter'), microsoft: appShape.nullable(), google: appShape.nullable() }).meta({ id: 'MailApps' });
const appBody = z.strictObject({
  client_id: token,
  client_secret: token.optional().describe('Written, never shown; without it the stored one stays'),
  tenant: z.string().regex(/^[A-Za-z0-9.-]{1,100}$/).optional().describe('Microsoft’s directory (tenant) id; `organizations` without it'),
});
const appsBody = z.strictObject({ microsoft: appBody.nullable().optional(), google: appBody.nullable().optional() }).describe('What is absent stays; null is removed');
const grantShape = z.object({ provider, username: z.string(), revoked_at: moment.nullable().describe('Since then the provider takes it no more: connect again') }).meta({ id: 'MailGrant' });

/** Sign-in to mail accounts that take no passwords, with the administrator's own app registration. */
export function mailSignInRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const answers = { '4xx': problemShape };

  app.route({
    method: 'GET',
    url: '/api/v1/mail-apps',
    config: { access: 'admin' },
    schema: { operationId: 'getMailApps', tags, summary: 'The app registrations for mail at Microsoft and Google', response: { 200: appsShape, ...answers }, querystring: z.strictObject({}) },
    handler: (request) => shownApps(agentOf(request)),
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/mail-apps',
    config: { access: 'admin' },
    schema: { operationId: 'setMailApps', tags, summary: 'Set or remove the app registrations for mail', body: appsBody, response: { 200: appsShape, ...answers } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => setApps(tx, actor, request.body));
      context.wake.say('events');
      return shownApps(actor);
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/inboxes/:id/mail-sign-in',
    config: { access: 'admin' },
    schema: { operationId: 'getMailSignIn', tags, summary: 'The mail account that an inbox is connected with', params, response: { 200: grantShape, ...answers } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      const grant = (await findInbox(context.db, scope, request.params.id)) && (await findGrant(context.db, scope.workspaceId, request.params.id));
      if (!grant) throw notFound('sign-in');
      return { provider: grant.provider, username: grant.username, revoked_at: grant.revoked_at?.toISOString() ?? null };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/inboxes/:id/mail-sign-in',
    config: { access: 'admin' },
    schema: {
      operationId: 'beginMailSignIn', tags, summary: 'Begin to connect a mail account: answers where to send the browser',
      params, body: z.strictObject({ provider, username: z.string().trim().min(1).max(320).regex(/^[^\0-\x1f\x7f]*$/, 'One line without control characters') }), response: { 200: z.object({ url: z.string() }), ...answers },
    },
    handler: (request) => beginSignIn(context, agentOf(request), request.params.id, request.body),
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/inboxes/:id/mail-sign-in',
    config: { access: 'admin' },
    schema: { operationId: 'removeMailSignIn', tags, summary: 'Forget the connection with a mail account', description: 'To take the right back at the provider as well, remove the app there.', params, response: { 200: z.object({ ok: z.literal(true) }), ...answers } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute(async (tx) => {
        const inbox = await findInbox(tx, actor.scope, request.params.id, { lock: true });
        if (!inbox || !(await findGrant(tx, actor.scope.workspaceId, inbox.id))) throw notFound('sign-in');
        await deleteGrant(tx, actor.scope.workspaceId, inbox.id);
        await appendEvent(tx, actor, { type: 'inbox.updated', brandId: inbox.brand_id, data: { inbox_id: inbox.id, changes: { mail_sign_in: true } } });
      });
      context.wake.say('events');
      return { ok: true as const };
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/mail-sign-ins',
    config: { access: 'admin' },
    schema: {
      operationId: 'completeMailSignIn', tags, summary: 'Complete the connection with what the provider sent back', description: 'Only for the agent who began it, within 15 minutes.',
      body: z.strictObject({ code: z.string().min(1).max(4000).regex(/^[^\0]*$/), state: z.string().min(1).max(4000).regex(/^[A-Za-z0-9_-]*$/) }), response: { 200: z.object({ inbox: id }), ...answers },
    },
    handler: async (request) => {
      const done = await completeSignIn(context, agentOf(request), request.body);
      for (const topic of ['events', 'mailboxes', 'outbox'] as const) context.wake.say(topic);
      return done;
    },
  });

  async function setApps(tx: Tx, actor: AgentActor, body: z.infer<typeof appsBody>): Promise<void> {
    const { workspaceId } = actor.scope;
    const stored = await listApps(tx, workspaceId);
    for (const name of mailProviders) {
      const given = body[name];
      if (given === null) await deleteApp(tx, workspaceId, name);
      if (given) await saveApp(tx, workspaceId, { provider: name, client_id: given.client_id, client_secret_sealed: secretFor(name, given, stored), tenant: given.tenant ?? 'organizations' });
    }
    await appendEvent(tx, actor, { type: 'workspace.updated', data: { changes: { mail_apps: true } } });
  }

  /** The secret belongs to its client id. */
  function secretFor(name: MailProvider, given: z.infer<typeof appBody>, stored: Awaited<ReturnType<typeof listApps>>): string {
    if (given.client_secret !== undefined) return context.sealer.seal(given.client_secret);
    const before = stored.find((each) => each.provider === name && each.client_id === given.client_id);
    if (!before) throw fieldProblem(`${name}.client_secret`, 'invalid_type', 'The secret of this app');
    return before.client_secret_sealed;
  }

  async function shownApps({ scope }: AgentActor): Promise<z.infer<typeof appsShape>> {
    const stored = await listApps(context.db, scope.workspaceId);
    const shown = (name: MailProvider) => {
      const found = stored.find((each) => each.provider === name);
      return found ? { client_id: found.client_id, tenant: found.tenant } : null;
    };
    return { redirect_uri: redirectUri(context.config), microsoft: shown('microsoft'), google: shown('google') };
  }
}
