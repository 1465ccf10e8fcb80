import { useNavigate } from '@tanstack/react-router';
import { Command, Keyboard, LogOut, SunMoon, UserRoundCheck } from 'lucide-react';
import { themes, useAppearance } from '../lib/appearance.ts';
import { useCommands } from '../lib/keys/index.ts';
import { useChangeMe } from '../lib/session.ts';
import { undoLast } from '../lib/undo.ts';
import { destinations } from './destinations.tsx';
import { openCommandBar, openKeysSheet } from './overlays.ts';
import { useSignOut } from './use-sign-out.ts';

/** The commands that work on every screen. */
export function useShellCommands(): void {
  const navigate = useNavigate();
  const appearance = useAppearance();
  const change = useChangeMe();
  const signOut = useSignOut();
  useCommands([
    { id: 'commands.open', label: 'keys.commandBar', group: 'general', icon: <Command />, keys: ['mod+k'], whileTyping: true, keysOnly: true, leadsToField: true, run: openCommandBar },
    { id: 'keys.show', label: 'keys.showKeys', group: 'general', icon: <Keyboard />, keys: ['?'], run: openKeysSheet },
    { id: 'undo', label: 'keys.undo', group: 'general', keys: ['z'], run: () => void undoLast() },
    ...destinations.map(({ to, go, icon: Icon, keys }) => ({
      id: `go${to}`,
      label: go,
      group: 'go' as const,
      icon: <Icon />,
      keys: [keys],
      leadsToField: to === '/search',
      run: () => void navigate({ to }),
    })),
    { id: 'go/base', label: 'keys.goBase', group: 'go', icon: <UserRoundCheck />, keys: ['g b'], run: () => void navigate({ to: '/customers', search: { show: 'base' } }) },
    ...themes.map((theme) => ({
      id: `theme.${theme}`,
      label: 'shell.themeCommand' as const,
      values: { theme },
      group: 'general' as const,
      icon: <SunMoon />,
      enabled: () => appearance.theme !== theme,
      run: () => void change({ preferences: { theme } }),
    })),
    { id: 'signOut', label: 'shell.signOut', group: 'general', icon: <LogOut />, run: () => void signOut() },
  ]);
}
