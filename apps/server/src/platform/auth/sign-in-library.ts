import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { z } from 'zod';
import type { Database } from '../db/db.ts';

export type SignIn = ReturnType<typeof createSignIn>;

/** A session for somebody who has proved who they are by other means than a password. Not to be reached by HTTP. */
const openSession = createAuthEndpoint('/open-session', { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } }, async (request) => {
  const { internalAdapter } = request.context;
  const user = await internalAdapter.findUserById(request.body.userId);
  if (!user) throw new Error('a session for nobody');
  const session = await internalAdapter.createSession(user.id);
  await setSessionCookie(request, { session, user });
  return request.json({ ok: true });
});

/**
 * Passwords and sessions. The library keeps its tables in the schema `identity`; nobody can sign up by
 * themselves, and limits on guessing are ours (sign-in-limits.ts) because they hold over all nodes.
 */
export function createSignIn(db: Database, options: { secret: string; publicUrl: string }) {
  const secure = options.publicUrl.startsWith('https:');
  return betterAuth({
    appName: 'Ombud',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: kyselyAdapter(db.withSchema('identity'), { type: 'postgres' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 256 },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    plugins: [{ id: 'ombud', endpoints: { openSession } }],
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'ombud',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure },
      // Origins are checked by our own guard for every changing request (http/origin-guard.ts).
      disableCSRFCheck: true,
    },
  });
}

/** Slow on purpose (scrypt): call it outside of any transaction. */
export async function hashPassword(signIn: SignIn, password: string): Promise<string> {
  return (await signIn.$context).password.hash(password);
}

/** Makes a user who signs in with a password, or sets the password of an existing one. Returns the user's id. */
export async function setPassword(signIn: SignIn, user: { email: string; name: string; password: string }): Promise<string> {
  return keepPassword(signIn, user, await hashPassword(signIn, user.password));
}

/** The same with what `hashPassword` made of it. */
export async function keepPassword(signIn: SignIn, user: { email: string; name: string }, hash: string): Promise<string> {
  const context = await signIn.$context;
  const existing = await context.internalAdapter.findUserByEmail(user.email, { includeAccounts: true });
  if (existing) {
    const hasPassword = existing.accounts.some((account) => account.providerId === 'credential');
    if (hasPassword) await context.internalAdapter.updatePassword(existing.user.id, hash);
    else await linkPassword(signIn, existing.user.id, hash);
    return existing.user.id;
  }
  const created = await context.internalAdapter.createUser({ email: user.email, name: user.name, emailVerified: true }, { method: 'email-password' });
  await linkPassword(signIn, created.id, hash);
  return created.id;
}

async function linkPassword(signIn: SignIn, userId: string, hash: string): Promise<void> {
  const context = await signIn.$context;
  await context.internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
}
