import { isLanguage, pickLanguage } from '@ombud/i18n';
import type { Shape } from '@ombud/sdk';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, type Answer, type Body } from './api.ts';
import { applyAppearance, toAppearance } from './appearance.ts';
import { speak } from './i18n.ts';
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

/** Changes the agent's own settings: shown first, then saved; put back and thrown if the server refuses. */
export function useSaveMe(): (patch: MePatch) => Promise<void> {
  const client = useQueryClient();
  return async function save(patch) {
    const before = client.getQueryData(meQuery.queryKey);
    if (!before) return;
    const after = merge(before, patch);
    client.setQueryData(meQuery.queryKey, after);
    await followSettings(after);
    try {
      client.setQueryData(meQuery.queryKey, await api.patch('/api/v1/me', { body: patch }));
    } catch (error) {
      client.setQueryData(meQuery.queryKey, before);
      await followSettings(before);
      throw error;
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
