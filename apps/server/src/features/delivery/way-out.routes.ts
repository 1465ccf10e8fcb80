import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { describeMailTrouble, mailTroubles } from '../../platform/mail/mail-trouble.ts';
import { findInbox, smtpUrl, type InboxRow } from '../inboxes/index.ts';
import { domainOf, findKey, lookForRecord, recordName, recordText, signDomain, stopSigning, type SenderKey } from '../sender-keys/index.ts';
import { readInboxWay } from './outbox.queries.ts';
import { readSenderDomain } from './read-sender-domain.ts';
import { senderReasons } from './sender-domain.rules.ts';
import { tryWayOut, type Way } from './transports.ts';
import { ownWay, wayOf } from './way-of.ts';

const wayCheckShape = z
  .object({
    ok: z.boolean(),
    /** Also where there is no server to ask. */
    way: z.enum(['given', 'own', 'installation', 'none']).describe('Which server was asked'),
    trouble: z.enum(mailTroubles).nullable(),
    detail: z.string().nullable().describe('The server’s own words'),
  })
  .meta({ id: 'WayOutCheck' });

const domainShape = z
  .object({
    domain: z.string(),
    server: z.string().nullable().describe('The host that the inbox’s mail is handed to'),
    checks: z.array(
      z.object({
        kind: z.enum(['spf', 'dkim', 'dmarc']),
        state: z.enum(['good', 'missing', 'weak', 'wrong', 'unknown']),
        reason: z.enum(senderReasons).nullable(),
        name: z.string().describe('Where the record stands or should stand'),
        found: z.array(z.string()),
        suggested: z.string().nullable().describe('The TXT record to have instead'),
      }),
    ),
    signing: z
      .object({
        name: z.string().describe('Where the TXT record of our key stands or should stand'),
        record: z.string(),
        signs: z.boolean().describe('Mail from the domain is signed: the record is there'),
        stopped: z.boolean().describe('Switched off; the key is kept'),
      })
      .nullable()
      .describe('The key that Ombud signs mail from the domain with; null where it has none'),
  })
  .meta({ id: 'SenderDomain' });

/** Whether an inbox's mail can go out, and is believed where it arrives. */
export function wayOutRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  async function inboxOf(scope: Scope, id: number): Promise<InboxRow> {
    const inbox = await findInbox(context.db, scope, id);
    if (!inbox) throw notFound('inbox');
    return inbox;
  }

  async function senderDomain(workspaceId: number, inbox: InboxRow): Promise<z.infer<typeof domainShape>> {
    const { smtp_url_sealed } = await readInboxWay(context.db, workspaceId, inbox.id);
    const way = wayOf(context, workspaceId, inbox.id, smtp_url_sealed);
    const host = way === null ? null : new URL(way.url).hostname;
    const domain = domainOf(inbox.address);
    // An address says nothing that a record could name.
    const named = host !== null && isIP(host.replace(/^\[|\]$/g, '')) === 0 && host.includes('.') ? host : null;
    const key = await findKey(context.db, workspaceId, domain);
    const own = key && key.stopped_at === null ? await lookFor(workspaceId, key) : null;
    return { domain, server: host, checks: await readSenderDomain(context.dns, domain, named, own), signing: key && { name: recordName(key), record: recordText(key), signs: own?.signs ?? false, stopped: key.stopped_at !== null } };
  }

  async function lookFor(workspaceId: number, key: SenderKey) {
    const { seen, found } = await lookForRecord(context, workspaceId, key);
    return { name: recordName(key), record: recordText(key), seen, found, signs: seen === 'there' || (seen === 'unknown' && key.signs_since !== null) };
  }

  app.route({
    method: 'GET',
    url: '/api/v1/inboxes/:id/sender-domain',
    config: { access: 'admin' },
    schema: {
      operationId: 'getSenderDomain', tags: ['Inboxes'], summary: 'What DNS says of the domain that an inbox sends from: SPF, DKIM and DMARC, with the records to have',
      params: z.strictObject({ id: idInPath }), response: { 200: domainShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const { scope } = agentOf(request);
      return senderDomain(scope.workspaceId, await inboxOf(scope, request.params.id));
    },
  });

  app.route({
    method: 'PUT',
    url: '/api/v1/inboxes/:id/sender-key',
    config: { access: 'admin' },
    schema: {
      operationId: 'signSenderDomain', tags: ['Inboxes'], summary: 'Sign mail from the inbox’s domain with DKIM',
      description: 'Makes a key, or takes up the one that was stopped, for all inboxes of the domain. Mail is signed from the moment that its record stands in DNS, which is looked for now, whenever the domain is looked at, and every hour.',
      params: z.strictObject({ id: idInPath }), response: { 200: domainShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const inbox = await inboxOf(actor.scope, request.params.id);
      await signDomain(context, actor, inbox);
      return senderDomain(actor.scope.workspaceId, inbox);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/inboxes/:id/sender-key',
    config: { access: 'admin' },
    schema: {
      operationId: 'stopSigningSenderDomain', tags: ['Inboxes'], summary: 'Sign mail from the inbox’s domain no longer',
      description: 'The key is kept, so that its record in DNS holds again when signing is taken up.',
      params: z.strictObject({ id: idInPath }), response: { 200: domainShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const inbox = await inboxOf(actor.scope, request.params.id);
      await stopSigning(context, actor, inbox);
      return senderDomain(actor.scope.workspaceId, inbox);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/inboxes/:id/smtp/check',
    config: { access: 'admin' },
    schema: {
      operationId: 'checkWayOut', tags: ['Inboxes'], summary: 'Try the server that an inbox sends by; nothing is sent',
      description: 'With `smtp_url` that one, which is not stored; without it the inbox’s own, or the installation’s.',
      params: z.strictObject({ id: idInPath }), body: z.strictObject({ smtp_url: smtpUrl.optional() }), response: { 200: wayCheckShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const { scope } = agentOf(request);
      if (!(await findInbox(context.db, scope, request.params.id))) throw notFound('inbox');
      const { smtp_url_sealed } = await readInboxWay(context.db, scope.workspaceId, request.params.id);
      const given = request.body.smtp_url;
      const way = given === undefined ? wayOf(context, scope.workspaceId, request.params.id, smtp_url_sealed) : ownWay(context, scope.workspaceId, request.params.id, given);
      const which = given !== undefined ? 'given' : smtp_url_sealed !== null ? 'own' : way !== null ? 'installation' : 'none';
      return { way: which, ...(await tried(way)) } as const;
    },
  });
}

async function tried(way: Way | null): Promise<Omit<z.infer<typeof wayCheckShape>, 'way'>> {
  if (way === null) return { ok: false, trouble: null, detail: null };
  try {
    await tryWayOut(way);
    return { ok: true, trouble: null, detail: null };
  } catch (error) {
    const { code, detail } = describeMailTrouble(error);
    return { ok: false, trouble: code, detail };
  }
}
