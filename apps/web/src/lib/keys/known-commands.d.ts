/** Made by the build (apps/web/known-commands.ts). */
declare module 'virtual:known-commands' {
  import type { MessageKey } from '@ombud/i18n';
  import type { CommandGroup } from './registry.ts';

  export const knownCommands: readonly { id: string; label: MessageKey; group: CommandGroup; keys: string[]; whileTyping: boolean }[];
}
