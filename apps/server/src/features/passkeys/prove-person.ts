import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { provePassword } from '../../platform/auth/prove-password.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { sessionOf } from '../../platform/http/access.ts';
import type { OwnProof } from './passkeys.schemas.ts';
import { takeAssertion } from './take-assertion.ts';

/**
 * A session that somebody else has got hold of must not change how its owner signs in.
 * @throws Problem invalid_input at `password`, passkey_refused, passkey_expired, too_many_attempts
 */
export async function provePerson(context: Context, actor: AgentActor, { password, passkey }: OwnProof, ip: string): Promise<void> {
  const { id, userId } = sessionOf(actor);
  if (password !== undefined) {
    try {
      await provePassword(context, { email: actor.email, password }, ip);
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign_in_failed') throw fieldProblem('password', 'wrong_password', 'This is not your password');
      throw error;
    }
  } else if (passkey) {
    await takeAssertion(context, passkey, { purpose: 'prove', holder: { session: id }, userId }, ip);
  } else {
    throw fieldProblem('password', 'invalid_type', 'Give your password, or a passkey');
  }
}
