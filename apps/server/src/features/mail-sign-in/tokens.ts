import { z } from 'zod';
import type { Context } from '../../context.ts';
import { MailTroubleError } from '../../platform/mail/mail-trouble.ts';
import { guardedFetch } from '../../platform/outbound/guarded-fetch.ts';
import { OutboundError } from '../../platform/outbound/guarded-lookup.ts';
import { findApp, findGrant, keepTokens, noteRevoked, type MailApp, type MailGrant } from './mail-sign-in.queries.ts';
import { endpointsOf, type MailProvider } from './providers.ts';

/** Milliseconds before its end at which an access token is no longer begun with. */
const early = 2 * 60_000;
/** Seconds that a token lives where its provider does not say (RFC 6749 §5.1). */
const usualLife = 3600;

const answerShape = z.object({ access_token: z.string().min(1).max(20_000), refresh_token: z.string().min(1).max(20_000).optional(), expires_in: z.coerce.number().optional() });
const errorShape = z.object({ error: z.string().max(200) });

export type Tokens = { access: string; refresh: string | null; expiresAt: Date };
type Wired = Pick<Context, 'db' | 'sealer' | 'config' | 'clock' | 'log'>;

/**
 * Asks a provider's token endpoint (RFC 6749 §3.2).
 * @throws MailTroubleError sign_in_again when the grant is taken back or the code is no good, app_refused when the app
 * registration is, unreachable, timed_out
 */
export async function askForTokens(context: Wired, app: MailApp, fields: Record<string, string>): Promise<Tokens> {
  const endpoints = endpointsOf(app.provider, app.tenant, context.config);
  const body = new URLSearchParams({ ...fields, client_id: app.client_id, client_secret: context.sealer.open(app.client_secret_sealed), scope: endpoints.scope });
  const asked = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }, body: body.toString(), mostRedirects: 0, timeout: 15_000, mostBytes: 100_000, allowPrivate: endpoints.own };
  const answer = await guardedFetch(endpoints.token, asked).catch((error: unknown) => {
    throw error instanceof OutboundError ? new MailTroubleError(error.code === 'too_slow' ? 'timed_out' : error.code === 'not_found' ? 'name_not_found' : 'unreachable', null, { cause: error }) : error;
  });
  const said = readJson(answer.body);
  const granted = answerShape.safeParse(said);
  if (answer.status === 200 && granted.success) {
    const { access_token, refresh_token, expires_in } = granted.data;
    const life = expires_in !== undefined && expires_in > 0 && expires_in < 30 * 24 * 3600 ? expires_in : usualLife;
    return { access: access_token, refresh: refresh_token ?? null, expiresAt: new Date(context.clock.now().getTime() + life * 1000) };
  }
  const refused = errorShape.safeParse(said);
  const code = refused.success ? refused.data.error : '';
  context.log.info({ provider: app.provider, status: answer.status, code: /^[a-z_]{1,50}$/.test(code) ? code : 'unknown' }, 'no tokens');
  if (['invalid_grant', 'interaction_required', 'consent_required', 'login_required'].includes(code)) throw new MailTroubleError('sign_in_again');
  if (['invalid_client', 'unauthorized_client', 'invalid_scope'].includes(code)) throw new MailTroubleError('app_refused');
  throw new MailTroubleError('unreachable');
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** Refreshes under way in this process: reader and sender want the same. */
const refreshing = new Map<string, Promise<string>>();

/**
 * An access token for the inbox's account; a new one when the last is about to end, or with `fresh`, after the mail server
 * refused it.
 * @throws MailTroubleError sign_in_again, app_refused, unreachable, timed_out
 */
export async function mailAccessToken(context: Wired, workspaceId: number, inboxId: number, account: { provider: MailProvider | null; username: string }, { fresh = false } = {}): Promise<string> {
  const grant = await findGrant(context.db, workspaceId, inboxId);
  if (!grant || grant.revoked_at !== null || (account.provider !== null && grant.provider !== account.provider) || grant.username !== account.username) throw new MailTroubleError('sign_in_again');
  const good = grant.access_expires_at !== null && grant.access_expires_at.getTime() - early > context.clock.now().getTime();
  if (good && !fresh && grant.access_token_sealed !== null) return context.sealer.open(grant.access_token_sealed);
  const key = `${workspaceId}/${inboxId}`;
  const running = refreshing.get(key) ?? refresh(context, workspaceId, inboxId, grant).finally(() => refreshing.delete(key));
  refreshing.set(key, running);
  return running;
}

async function refresh(context: Wired, workspaceId: number, inboxId: number, grant: MailGrant): Promise<string> {
  const app = await findApp(context.db, workspaceId, grant.provider);
  if (!app) throw new MailTroubleError('app_refused');
  try {
    const tokens = await askForTokens(context, app, { grant_type: 'refresh_token', refresh_token: context.sealer.open(grant.refresh_token_sealed) });
    const { seal } = context.sealer;
    await keepTokens(context.db, workspaceId, inboxId, grant, { access: seal(tokens.access), refresh: tokens.refresh === null ? null : seal(tokens.refresh), expiresAt: tokens.expiresAt });
    return tokens.access;
  } catch (error) {
    // Another node may have refreshed with it a moment ago, and then it is not the grant that ended.
    const ended = error instanceof MailTroubleError && error.trouble.code === 'sign_in_again';
    if (ended && !(await noteRevoked(context.db, workspaceId, inboxId, grant))) {
      const now = await findGrant(context.db, workspaceId, inboxId);
      if (now?.access_token_sealed) return context.sealer.open(now.access_token_sealed);
    }
    throw error;
  }
}
