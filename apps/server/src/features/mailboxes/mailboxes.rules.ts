/** Waiting times in seconds after each failure in a row; then the last again. */
const waits = [3, 15, 60, 300, 900];
/** A wrong password tried too often locks the account at many providers. */
const waitsForLogin = [60, 300, 900, 3600];

/** With jitter of a quarter either way, so that what failed together does not come back together. `random` is 0 to 1. */
export function secondsToWait(failures: number, isLogin: boolean, random: number): number {
  const steps = isLogin ? waitsForLogin : waits;
  const wait = steps[Math.min(Math.max(failures, 1), steps.length) - 1] ?? 900;
  return Math.max(1, Math.round(wait * (0.75 + random / 2)));
}

export type Door = { host: string; port: number; security: 'tls' | 'starttls' | 'none'; username: string };

/** With a password, or by the sign-in of a provider. */
export type SignIn = 'password' | 'microsoft' | 'google';

/** A stored password goes to the server and account that it was given for, and nowhere else. */
export function isSameDoor(a: Door, b: Door): boolean {
  return a.host === b.host && a.port === b.port && a.security === b.security && a.username === b.username;
}

/** Another account or server: what was read there says nothing of what is here. */
export function isSameAccount(a: Door, b: Door): boolean {
  return a.host === b.host && a.username === b.username;
}
