import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findAgentsOfUser } from '../../platform/auth/identity.queries.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { newChallenge, placeOf, takeAssertion, toRequestOptions, type Assertion, type requestOptions } from '../passkeys/index.ts';
import type { Caller } from './sessions.commands.ts';
import { deleteHeldSession } from './sessions.queries.ts';

/** Seconds that a browser keeps the mark of its attempts: longer than a challenge lives. */
const attemptLife = 3600;

type Asked = { options: z.input<typeof requestOptions>; cookies: string[] };

/**
 * What a browser is to have signed. It names nobody, so that nothing is told of who has passkeys, and only the browser that
 * asked can bring the answer: a mark of its own says so, which all of its pages share.
 * @throws Problem passkeys_not_possible, too_many_attempts
 */
export async function askForPasskey(context: Context, cookie: string, { ip }: Caller): Promise<Asked> {
  const place = placeOf(context.config.publicUrl);
  if (typeof place === 'string') throw new Problem('passkeys_not_possible');
  const attempt = attemptIn(context, cookie) ?? randomBytes(32).toString('base64url');
  const challenge = await newChallenge(context, 'sign_in', { attempt }, { ip });
  return { options: toRequestOptions(challenge, place, []), cookies: [attemptCookie(context, attempt)] };
}

/**
 * In by a passkey alone: its key and the finger, face or PIN that it asked for are two factors. A session of this browser that waits for
 * a code has become needless. @throws Problem passkey_refused, passkey_expired, too_many_attempts, passkeys_not_possible
 */
export async function signInByPasskey(context: Context, cookie: string, given: Assertion, { ip, userAgent }: Caller): Promise<string[]> {
  const attempt = attemptIn(context, cookie);
  if (attempt === null) throw new Problem('passkey_expired');
  const { userId } = await takeAssertion(context, given, { purpose: 'sign_in', holder: { attempt } }, ip);
  if ((await findAgentsOfUser(context.db, userId)).length === 0) throw new Problem('passkey_refused');
  const before = await context.signIn.api.getSession({ headers: new Headers({ cookie }) });
  const headers = new Headers({ 'user-agent': userAgent.slice(0, 300), 'x-forwarded-for': ip });
  const answer = await context.signIn.api.openSession({ body: { userId }, headers, asResponse: true });
  if (answer.status !== 200) throw new Error(`the sign-in library answered ${answer.status}`);
  if (before) await deleteHeldSession(context.db, before.session.id);
  return answer.headers.getSetCookie();
}

const isSecure = (context: Context) => context.config.publicUrl.startsWith('https:');
const cookieName = (context: Context) => `${isSecure(context) ? '__Host-' : ''}ombud.attempt`;

function attemptIn(context: Context, header: string): string | null {
  const wanted = `${cookieName(context)}=`;
  const value = header.split(';').map((part) => part.trim()).find((part) => part.startsWith(wanted))?.slice(wanted.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

function attemptCookie(context: Context, attempt: string): string {
  return `${cookieName(context)}=${attempt}; Path=/; Max-Age=${attemptLife}; HttpOnly; SameSite=Strict${isSecure(context) ? '; Secure' : ''}`;
}
