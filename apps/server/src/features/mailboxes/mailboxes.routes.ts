import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { idInPath, problemShape } from '../../platform/http/shapes.ts';
import { findInbox } from '../inboxes/index.ts';
import { mailAccessToken } from '../mail-sign-in/index.ts';
import { checkMailbox } from './check-mailbox.ts';
import { keptPassword, removeMailbox, setMailbox } from './mailboxes.commands.ts';
import { findMailbox, type MailboxRow } from './mailboxes.queries.ts';
import { checkMailboxBody, mailboxBody, mailboxShape, mailCheckShape } from './mailboxes.schemas.ts';

const tags = ['Inboxes'];
const params = z.strictObject({ id: idInPath });
const url = '/api/v1/inboxes/:id/mailbox';

/** The mailbox that an inbox's mail is fetched from by IMAP. */
export function mailboxRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.route({
    method: 'GET',
    url,
    config: { access: 'admin' },
    schema: { operationId: 'getMailbox', tags, summary: 'Where an inbox’s mail is fetched from, and how that goes', params, response: { 200: mailboxShape, '4xx': problemShape } },
    handler: (request) => shown(agentOf(request).scope, request.params.id),
  });

  app.route({
    method: 'PUT',
    url,
    config: { access: 'admin' },
    schema: {
      operationId: 'setMailbox', tags, summary: 'Have an inbox’s mail fetched by IMAP',
      description: 'Mail is fetched, never removed or moved. An earlier `import_from`, another server or another account reads the folders from the beginning; what is here already is not taken twice.',
      params, body: mailboxBody, response: { 200: mailboxShape, '4xx': problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => setMailbox(tx, actor, context.sealer, request.params.id, request.body));
      context.wake.say('events');
      context.wake.say('mailboxes');
      return shown(actor.scope, request.params.id);
    },
  });

  app.route({
    method: 'DELETE',
    url,
    config: { access: 'admin' },
    schema: { operationId: 'removeMailbox', tags, summary: 'Fetch an inbox’s mail no longer, and forget the password', params, response: { 200: z.object({ ok: z.literal(true) }), '4xx': problemShape } },
    handler: async (request) => {
      const actor = agentOf(request);
      await context.db.transaction().execute((tx) => removeMailbox(tx, actor, request.params.id));
      context.wake.say('events');
      context.wake.say('mailboxes');
      return { ok: true as const };
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/check`,
    config: { access: 'admin' },
    schema: { operationId: 'checkMailbox', tags, summary: 'Try a mailbox’s settings without storing them', params, body: checkMailboxBody, response: { 200: mailCheckShape, '4xx': problemShape } },
    handler: async (request) => {
      const { scope } = agentOf(request);
      if (!(await findInbox(context.db, scope, request.params.id))) throw notFound('inbox');
      const { password, folders, sign_in, ...door } = request.body;
      const { workspaceId } = scope;
      if (sign_in !== 'password') return checkMailbox(door, { token: ({ fresh }) => mailAccessToken(context, workspaceId, request.params.id, { provider: sign_in, username: door.username }, { fresh }) }, folders);
      const secret = password ?? context.sealer.open(keptPassword(await findMailbox(context.db, scope, request.params.id), door));
      return checkMailbox(door, { password: secret }, folders);
    },
  });

  async function shown(scope: Scope, inboxId: number) {
    const row = await findMailbox(context.db, scope, inboxId);
    if (!row) throw notFound('mailbox');
    return toMailbox(row);
  }
}

function toMailbox(row: MailboxRow): z.infer<typeof mailboxShape> {
  return {
    inbox: row.inbox_id,
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    sign_in: row.sign_in,
    account: row.account_provider === null ? null : { provider: row.account_provider, username: row.account_username ?? '', revoked_at: row.account_revoked_at?.toISOString() ?? null },
    folders: row.folders,
    import_from: row.import_from.toISOString(),
    mark_seen: row.mark_seen,
    active: row.active,
    state: row.active && row.inbox_active ? row.state : 'off',
    trouble: row.trouble,
    trouble_detail: row.trouble_detail,
    trouble_since: row.trouble_since?.toISOString() ?? null,
    next_attempt_at: row.state === 'trouble' && row.trouble !== 'folder_missing' ? (row.next_attempt_at?.toISOString() ?? null) : null,
    checked_at: row.checked_at?.toISOString() ?? null,
    last_message_at: row.last_message_at?.toISOString() ?? null,
  };
}
