import { randomBytes } from 'node:crypto';
import { createOTP } from '@better-auth/utils/otp';

/** Seconds of one time step (RFC 6238 §4). */
const period = 30;
/** Steps that a clock may be off, either way. */
const tolerance = 1;

/** 144 random bits, as text that the authenticator app gets in base32. */
export function newSecret(): string {
  return randomBytes(18).toString('base64url');
}

/** What the QR code says to an authenticator app. */
export function keyUri(secret: string, issuer: string, account: string): string {
  return createOTP(secret, { period }).url(issuer, account);
}

/** The step whose code this is, later than `after`; null when it is none of those that count now. */
export async function stepOf(secret: string, code: string, now: Date, after: number): Promise<number | null> {
  const otp = createOTP(secret, { period });
  const current = Math.floor(now.getTime() / 1000 / period);
  for (let step = current - tolerance; step <= current + tolerance; step += 1) if (step > after && (await otp.hotp(step)) === code) return step;
  return null;
}
