import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { MailTroubleError } from '../../platform/mail/mail-trouble.ts';
import { findInbox } from '../inboxes/index.ts';
import { findApp, saveGrant } from './mail-sign-in.queries.ts';
import { endpointsOf, mailProviders, redirectUri, type MailProvider } from './providers.ts';
import { askForTokens } from './tokens.ts';

/** Milliseconds within which somebody has to come back from the provider. */
const patience = 15 * 60_000;

const stateShape = z.object({ purpose: z.literal('mail-sign-in'), workspace: z.number(), inbox: z.number(), agent: z.number(), provider: z.enum(mailProviders), username: z.string(), verifier: z.string(), at: z.number() });

/**
 * Where to send the browser (authorization code with PKCE, RFC 7636). All that is needed when it comes back is sealed in the
 * state, which so can neither be read nor made by others, and is good for the agent who began only.
 * @throws Problem not_found, invalid_input without an app registration
 */
export async function beginSignIn(context: Context, actor: AgentActor, inboxId: number, { provider, username }: { provider: MailProvider; username: string }): Promise<{ url: string }> {
  const { workspaceId } = actor.scope;
  if (!(await findInbox(context.db, actor.scope, inboxId))) throw notFound('inbox');
  const app = await findApp(context.db, workspaceId, provider);
  if (!app) throw fieldProblem('provider', 'no_mail_app', 'Register an app at the provider first');
  const verifier = randomBytes(32).toString('base64url');
  const state: z.infer<typeof stateShape> = { purpose: 'mail-sign-in', workspace: workspaceId, inbox: inboxId, agent: actor.id, provider, username, verifier, at: context.clock.now().getTime() };
  const endpoints = endpointsOf(provider, app.tenant, context.config);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.client_id,
    redirect_uri: redirectUri(context.config),
    scope: endpoints.scope,
    state: context.sealer.seal(JSON.stringify(state)),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: username,
    ...endpoints.extra,
  });
  return { url: `${endpoints.authorize}?${query}` };
}

/** @throws Problem mail_sign_in_failed for a state that is not ours, too old or another agent's, and when the provider refuses the code */
export async function completeSignIn(context: Context, actor: AgentActor, { code, state }: { code: string; state: string }): Promise<{ inbox: number }> {
  const begun = readState(context, state);
  const { workspaceId } = actor.scope;
  if (!begun || begun.workspace !== workspaceId || begun.agent !== actor.id || Math.abs(context.clock.now().getTime() - begun.at) > patience) throw new Problem('mail_sign_in_failed');
  const app = await findApp(context.db, workspaceId, begun.provider);
  if (!app) throw new Problem('mail_sign_in_failed');
  const tokens = await askForTokens(context, app, { grant_type: 'authorization_code', code, redirect_uri: redirectUri(context.config), code_verifier: begun.verifier }).catch((error: unknown) => {
    throw error instanceof MailTroubleError ? new Problem('mail_sign_in_failed', `The provider's answer: ${error.trouble.code}`) : error;
  });
  // Without one the account would be gone within the hour.
  const { refresh } = tokens;
  if (refresh === null) throw new Problem('mail_sign_in_failed', 'The provider gave no refresh token');
  const { seal } = context.sealer;
  await context.db.transaction().execute(async (tx) => {
    const inbox = await findInbox(tx, actor.scope, begun.inbox, { lock: true });
    if (!inbox) throw notFound('inbox');
    await saveGrant(tx, workspaceId, inbox.id, { provider: begun.provider, username: begun.username, refresh: seal(refresh), access: seal(tokens.access), expiresAt: tokens.expiresAt, grantedBy: actor.id });
    await appendEvent(tx, actor, { type: 'inbox.updated', brandId: inbox.brand_id, data: { inbox_id: inbox.id, changes: { mail_sign_in: true } } });
  });
  return { inbox: begun.inbox };
}

function readState(context: Context, state: string): z.infer<typeof stateShape> | null {
  try {
    return stateShape.parse(JSON.parse(context.sealer.open(state)));
  } catch {
    return null;
  }
}
