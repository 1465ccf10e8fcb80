import { redirect } from '@tanstack/react-router';
import { ApiProblem } from '../lib/problem.ts';
import { followSettings, meQuery, type Me } from '../lib/session.ts';
import type { RouterContext } from './root.ts';

let followed: number | null = null;

/**
 * Whoever is signed in, their settings in effect; nobody is led to where they sign in, and client readers and the people
 * who work here each to their own pages.
 */
export async function whoIsHere({ context, location }: { context: RouterContext; location: { href: string } }, asClient = false): Promise<{ me: Me }> {
  try {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (followed !== me.agent.id) {
      followed = me.agent.id;
      await followSettings(me);
    }
    if ((me.role === 'client') !== asClient) throw redirect({ to: asClient ? '/' : '/cases/$' });
    return { me };
  } catch (error) {
    followed = null;
    if (error instanceof ApiProblem && error.code === 'second_factor_needed') throw redirect({ to: '/second-factor' });
    const signedOut = error instanceof ApiProblem && error.code === 'not_signed_in';
    if (!signedOut) throw error;
    throw redirect({ to: '/sign-in', search: { return: location.href === '/' ? undefined : location.href } });
  }
}
