import { commandStore, isEnabled, listCommands } from './registry.ts';

/** Runs a command of a screen that may not be shown yet: `go` leads to it. Given up when it does not come. */
export function runWhenThere(id: string, go: () => void, patience = 10_000): void {
  const run = () => {
    const command = listCommands().find((each) => each.id === id && isEnabled(each));
    command?.run();
    return command !== undefined;
  };
  if (run()) return;
  const leave = commandStore.subscribe(() => {
    if (!run()) return;
    leave();
    clearTimeout(timer);
  });
  const timer = setTimeout(leave, patience);
  go();
}
