export { listenForKeys } from './listen.ts';
export { activeKeys, commandGroups, commandStore, isEnabled, keysOf, listCommands, mayActWhileTyping, ownKeys, registerCommands, shownKeys, singleKeys, type Command, type CommandGroup } from './registry.ts';
export { useCommands, useKeyOf } from './use-commands.ts';
