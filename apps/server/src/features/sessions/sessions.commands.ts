import type { Context } from '../../context.ts';
import { findAgentsOfUser } from '../../platform/auth/identity.queries.ts';
import { Problem } from '../../platform/errors/problem.ts';

type Caller = { ip: string; userAgent: string };

/**
 * The answer's cookies are the new session. Whether the account is unknown, has no password, belongs to nobody who
 * is still active, or the password is wrong: same answer, and the library hashes the password in each case.
 * @throws Problem sign_in_failed, too_many_attempts
 */
export async function signIn(context: Context, { email, password }: { email: string; password: string }, caller: Caller): Promise<Response> {
  await context.signInLimits.check(email, caller.ip);
  const headers = new Headers({ 'user-agent': caller.userAgent.slice(0, 300), 'x-forwarded-for': caller.ip });
  const answer = await context.signIn.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (answer.status === 200 && (await isActive(context, answer))) {
    await context.signInLimits.succeeded(email, caller.ip);
    return answer;
  }
  if (answer.status >= 500) throw new Error(`the sign-in library answered ${answer.status}`);
  await context.signInLimits.failed(email, caller.ip);
  throw new Problem('sign_in_failed');
}

/** Ends the session for good; other screens that use it are told at once. Without a session it does nothing. */
export async function signOut(context: Context, cookie: string): Promise<Response> {
  const answer = await context.signIn.api.signOut({ headers: new Headers({ cookie }), asResponse: true });
  context.identify.forget();
  context.wake.say('access');
  return answer;
}

async function isActive(context: Context, answer: Response): Promise<boolean> {
  const { user } = (await answer.clone().json()) as { user: { id: string } }; // the library's documented answer
  if ((await findAgentsOfUser(context.db, user.id)).length > 0) return true;
  const cookie = answer.headers.getSetCookie().map((header) => header.split(';')[0]).join('; ');
  await context.signIn.api.signOut({ headers: new Headers({ cookie }), asResponse: true });
  return false;
}
