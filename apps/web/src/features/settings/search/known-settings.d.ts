/** Made by the build (apps/web/known-settings.ts). */
declare module 'virtual:known-settings' {
  import type { MessageKey } from '@ombud/i18n';
  import type { SettingsPageEntry } from '../settings-pages.ts';

  export const knownSettings: readonly { to: SettingsPageEntry['to']; label: MessageKey; hint?: MessageKey }[];
}
