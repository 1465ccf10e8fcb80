import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context.ts';
import { findAgentsOfUser } from '../../platform/auth/identity.queries.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { placeOf } from '../passkeys/index.ts';
import { findSecondSteps, takeCode } from '../second-factor/index.ts';
import { findHeldSession, holdSession, releaseSession } from './sessions.queries.ts';

export type Caller = { ip: string; userAgent: string };
export type Way = 'app' | 'passkey' | 'recovery_code';
/** `cookies` are the new session; with `next: 'code'` it opens nothing before a code has come, or a passkey opens another. */
export type SignedIn = { cookies: string[]; next: 'code' | null; ways: Way[] };

/** Milliseconds between the password and the code. */
const codeWithin = 10 * 60_000;

export function callerOf(request: FastifyRequest): Caller {
  return { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}

/**
 * Whether the account is unknown, has no password, belongs to nobody who is still active, or the password is wrong:
 * same answer, and the library hashes the password in each case.
 * @throws Problem sign_in_failed, too_many_attempts
 */
export async function signIn(context: Context, { email, password }: { email: string; password: string }, caller: Caller): Promise<SignedIn> {
  await context.signInLimits.check(email, caller.ip);
  const headers = new Headers({ 'user-agent': caller.userAgent.slice(0, 300), 'x-forwarded-for': caller.ip });
  const answer = await context.signIn.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (answer.status === 200) {
    const { token, user } = (await answer.clone().json()) as { token: string; user: { id: string } }; // the library's documented answer
    if ((await findAgentsOfUser(context.db, user.id)).length > 0) {
      const { app, passkeys, recovery_codes } = await findSecondSteps(context.db, user.id);
      const asksForMore = app || passkeys > 0;
      // Before the cookie is handed out, so that it never opens anything by itself.
      if (asksForMore) await holdSession(context.db, token);
      await context.signInLimits.succeeded(email, caller.ip);
      const possible = passkeys > 0 && typeof placeOf(context.config.publicUrl) !== 'string';
      const ways: Way[] = asksForMore ? [...(app ? ['app' as const] : []), ...(possible ? ['passkey' as const] : []), ...(recovery_codes > 0 ? ['recovery_code' as const] : [])] : [];
      return { cookies: answer.headers.getSetCookie(), next: asksForMore ? 'code' : null, ways };
    }
    await context.signIn.api.signOut({ headers: new Headers({ cookie: cookieOf(answer) }), asResponse: true });
  }
  if (answer.status >= 500) throw new Error(`the sign-in library answered ${answer.status}`);
  await context.signInLimits.failed(email, caller.ip);
  throw new Problem('sign_in_failed');
}

/**
 * The second step: a code for the session that waits for one.
 * @throws Problem not_signed_in when none waits (any more), wrong_code, too_many_attempts
 */
export async function enterCode(context: Context, cookie: string, code: string, caller: Caller): Promise<void> {
  const session = await context.signIn.api.getSession({ headers: new Headers({ cookie }) });
  const held = session ? await findHeldSession(context.db, session.session.id, new Date(context.clock.now().getTime() - codeWithin)) : null;
  if (!session || !held) throw new Problem('not_signed_in', 'Sign in with your password first');
  await context.codeLimits.attempt(held.user_id, caller.ip);
  await context.db.transaction().execute(async (tx) => {
    await takeCode(tx, context, held.user_id, code);
    await releaseSession(tx, session.session.id);
  });
  await context.codeLimits.succeeded(held.user_id, caller.ip);
  context.identify.forget();
}

/** Ends the session for good; other screens that use it are told at once. Without a session it does nothing. */
export async function signOut(context: Context, cookie: string): Promise<string[]> {
  const answer = await context.signIn.api.signOut({ headers: new Headers({ cookie }), asResponse: true });
  context.identify.forget();
  context.wake.say('access');
  return answer.headers.getSetCookie();
}

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie().map((header) => header.split(';')[0]).join('; ');
}
