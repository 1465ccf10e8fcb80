import { useEffect, useRef, useSyncExternalStore } from 'react';
import { commandStore, keyOf, ownKeys, registerCommands, singleKeys, type Command } from './registry.ts';

/**
 * Registers a screen's commands while it is shown. `run` and `enabled` may close over the newest props: what is
 * called is always what the last render gave. The set of ids and keys has to stay the same between renders
 * unless `key` changes.
 */
export function useCommands(commands: readonly Command[], key: string | number = ''): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const now = (id: string) => latest.current.find((command) => command.id === id);
    return registerCommands(
      latest.current.map((command) => ({
        ...command,
        run: () => now(command.id)?.run(),
        enabled: () => {
          const { enabled = true } = now(command.id) ?? { enabled: false };
          return typeof enabled === 'function' ? enabled() : enabled;
        },
      })),
    );
  }, [key]);
}

/** The key to show for a command in a tooltip; follows registrations and the setting for single keys. */
export function useKeyOf(id: string): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      const stops = [commandStore.subscribe(listener), singleKeys.subscribe(listener), ownKeys.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
    () => keyOf(id),
  );
}
