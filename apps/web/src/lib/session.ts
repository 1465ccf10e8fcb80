import { isLanguage, pickLanguage } from '@ombud/i18n';
import type { Shape } from '@ombud/sdk';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, type Answer, type Body } from './api.ts';
import { applyAppearance, toAppearance } from './appearance.ts';
import { speak } from './i18n.ts';
import { createTurns } from './in-turn.ts';
import { ownKeys, singleKeys } from './keys/registry.ts';
import { toastProblem } from './toasts.ts';

export type Me = Shape<'Me'>;
export type MePatch = Body<'/api/v1/me', 'patch'>;
export type Permission = Me['permissions'][number];
export type Preferences = Shape<'Preferences'>;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get('/api/v1/me', { signal }),
  staleTime: 5 * 60_000,
});

/** Who is signed in; only below the signed-in part of the router, which has loaded it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}

/** The agent's own settings take effect: language, time zone, theme, density, keys. */
export async function followSettings(me: Me): Promise<void> {
  applyAppearance(toAppearance(me.preferences));
  singleKeys.set(me.preferences.single_keys);
  ownKeys.set(me.preferences.keys);
  await speak(isLanguage(me.agent.language) ? me.agent.language : pickLanguage(navigator.languages), me.agent.time_zone);
}

function merge(me: Me, { preferences, ...agent }: MePatch): Me {
  return { ...me, agent: { ...me.agent, ...agent }, preferences: { ...me.preferences, ...preferences } };
}

/** As the server last told it, and what has been changed since and not been answered yet. */
let told: Me | undefined;
const unanswered: MePatch[] = [];
const turns = createTurns<'me'>();

/**
 * Changes the agent's own settings: shown first, then saved; taken back and thrown if the server refuses. They are sent one
 * after the other, and an answer that knows nothing of a later change does not take it back on the screen.
 */
export function useSaveMe(): (patch: MePatch) => Promise<void> {
  const client = useQueryClient();
  return async function save(patch) {
    const shown = client.getQueryData(meQuery.queryKey);
    if (!shown) return;
    if (unanswered.length === 0) told = shown;
    const show = async (): Promise<void> => {
      const me = unanswered.reduce(merge, told ?? shown);
      client.setQueryData(meQuery.queryKey, me);
      await followSettings(me);
    };
    unanswered.push(patch);
    const answer = turns.take('me', () => api.patch('/api/v1/me', { body: patch }));
    await show().catch(() => undefined); // texts that do not come now come later: the answer counts
    try {
      told = await answer;
    } catch (error) {
      // What came from elsewhere meanwhile is not known here.
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
      throw error;
    } finally {
      unanswered.splice(unanswered.indexOf(patch), 1);
      await show();
    }
  };
}

/** The same for menus and switches, which have no place of their own for a refusal: it is told in a toast. */
export function useChangeMe(): (patch: MePatch) => Promise<void> {
  const save = useSaveMe();
  return async function change(patch) {
    try {
      await save(patch);
    } catch (error) {
      toastProblem(error, () => void change(patch));
    }
  };
}

export type SecondStep = Answer<'/api/auth/sign-in/email', 'post'>['ways'];

/** What the person has for a second step, where one is asked for: nobody is signed in before it. */
export async function signIn(email: string, password: string): Promise<SecondStep | null> {
  const { next, ways } = await api.post('/api/auth/sign-in/email', { body: { email, password } });
  return next === 'code' ? ways : null;
}

export async function signOut(): Promise<void> {
  await api.post('/api/auth/sign-out');
}
