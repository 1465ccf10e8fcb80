import { readRemembered, remember } from './remembered.ts';
import { createStore, useStore } from './store.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['dense', 'comfortable'] as const;
export const textSizes = ['small', 'medium', 'large', 'larger'] as const;

export const motions = ['system', 'reduced'] as const;
export const contrasts = ['system', 'more'] as const;

export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];
export type TextSize = (typeof textSizes)[number];

export interface Appearance {
  theme: Theme;
  density: Density;
  text_size: TextSize;
  motion: (typeof motions)[number];
  contrast: (typeof contrasts)[number];
  underline_links: boolean;
}

const key = 'ombud.appearance';

/** Takes whatever was stored, here or on the server, and makes a whole appearance of it. */
export function toAppearance(stored: unknown): Appearance {
  const { theme, density, text_size, motion, contrast, underline_links } = (stored ?? {}) as Partial<Record<keyof Appearance, unknown>>;
  return {
    theme: themes.find((known) => known === theme) ?? 'system',
    density: densities.find((known) => known === density) ?? 'comfortable',
    text_size: textSizes.find((known) => known === text_size) ?? 'medium',
    motion: motions.find((known) => known === motion) ?? 'system',
    contrast: contrasts.find((known) => known === contrast) ?? 'system',
    underline_links: underline_links === true,
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
  root.dataset.motion = next.motion;
  root.dataset.contrast = next.contrast;
  root.dataset.links = next.underline_links ? 'underlined' : 'plain';
  remember(key, next);
  appearance.set(next);
}

export function currentAppearance(): Appearance {
  return appearance.get();
}

export function useAppearance(): Appearance {
  return useStore(appearance);
}

/** Whether what would glide has to jump: by the person's own setting, or by the system's. */
export function mayNotMove(): boolean {
  return appearance.get().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
