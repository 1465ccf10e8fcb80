import { readRemembered, remember } from './remembered.ts';
import { createStore, useStore } from './store.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['dense', 'comfortable'] as const;
export const textSizes = ['small', 'medium', 'large', 'larger'] as const;

export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];
export type TextSize = (typeof textSizes)[number];

export interface Appearance {
  theme: Theme;
  density: Density;
  text_size: TextSize;
}

const key = 'ombud.appearance';

/** Takes whatever was stored, here or on the server, and makes a whole appearance of it. */
export function toAppearance(stored: unknown): Appearance {
  const { theme, density, text_size } = (stored ?? {}) as Partial<Record<keyof Appearance, unknown>>;
  return {
    theme: themes.find((known) => known === theme) ?? 'system',
    density: densities.find((known) => known === density) ?? 'comfortable',
    text_size: textSizes.find((known) => known === text_size) ?? 'medium',
  };
}

const appearance = createStore<Appearance>(toAppearance(readRemembered(key)));

/** Shows it at once and remembers it for the first paint of the next visit (public/appearance.js). */
export function applyAppearance(next: Appearance): void {
  const root = document.documentElement;
  if (next.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = next.theme;
  root.dataset.density = next.density;
  root.dataset.textSize = next.text_size;
  remember(key, next);
  appearance.set(next);
}

export function currentAppearance(): Appearance {
  return appearance.get();
}

export function useAppearance(): Appearance {
  return useStore(appearance);
}
