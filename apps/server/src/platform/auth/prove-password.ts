import type { AttemptQueue } from './attempt-queue.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import type { SignIn } from './sign-in-library.ts';
import { Problem } from '../errors/problem.ts';

type Services = { signIn: SignIn; signInLimits: SignInLimits; inTurn: AttemptQueue };

/**
 * Asks for the password again, within the limits of the sign-in; unknown accounts cost the same time.
 * @throws Problem sign_in_failed, too_many_attempts
 */
export async function provePassword({ signIn, signInLimits, inTurn }: Services, { email, password }: { email: string; password: string }, ip: string): Promise<{ userId: string; name: string }> {
  await signInLimits.check(email, ip);
  return inTurn(async () => {
    await signInLimits.check(email, ip);
    const context = await signIn.$context;
    const found = await context.internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
    const right = hash ? await context.password.verify({ hash, password }) : (await context.password.hash(password), false);
    if (found && right) {
      await signInLimits.succeeded(email, ip);
      return { userId: found.user.id, name: found.user.name };
    }
    await signInLimits.failed(email, ip);
    throw new Problem('sign_in_failed');
  });
}
