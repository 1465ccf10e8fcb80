import type { MessageKey, MessageValues } from '@ombud/i18n';
import type { ReactNode } from 'react';
import { createStore } from '../store.ts';
import { isSingleKey } from './combo.ts';

/** In the order in which the sheet of keys shows them */
export const commandGroups = ['general', 'go', 'list', 'ticket', 'compose'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  /** Stable and unique, e.g. "ticket.reply"; a later registration with the same id stands in front of the earlier */
  id: string;
  label: MessageKey;
  values?: MessageValues;
  group: CommandGroup;
  icon?: ReactNode;
  /** Combinations such as "r", "mod+enter", "g i"; the first is the one shown */
  keys?: readonly string[];
  run(): void;
  /** Not offered and not run while false; a function is asked at the moment of the key */
  enabled?: boolean | (() => boolean);
  /** Also acts while typing; only for combinations with mod, and for esc */
  whileTyping?: boolean;
  /** Puts the focus into a field, sooner or later: what is typed until then goes into it */
  leadsToField?: boolean;
  /** Stands in front of all others with its id or its keys, whenever they are registered */
  leads?: boolean;
  /** Has keys, but makes no sense in the command bar (next row, previous row) */
  keysOnly?: boolean;
}

const registered = createStore<readonly Command[]>([]);
const singleKeysOn = createStore(true);
/** The keys that a person has given to commands, by their ids; of none: switched off. */
export const ownKeys = createStore<Readonly<Record<string, readonly string[]>>>({});

/** Adds commands until the returned function is called. Screens use the hook useCommands. */
export function registerCommands(commands: readonly Command[]): () => void {
  for (const command of commands) checkKeys(command);
  registered.set([...registered.get(), ...commands]);
  return () => registered.set(registered.get().filter((command) => !commands.includes(command)));
}

function checkKeys({ id, keys = [], whileTyping }: Command): void {
  for (const combo of keys) {
    if (/\balt\+/.test(combo)) throw new Error(`${id}: Alt with a letter types a sign on many keyboards`);
    if (whileTyping && isSingleKey(combo)) throw new Error(`${id}: "${combo}" would act while somebody types`);
  }
}

/** Those that count now: of two with one id, the one that leads, else the one registered last. */
export function listCommands(all: readonly Command[] = registered.get()): Command[] {
  const byId = new Map<string, Command>();
  for (const command of [...all.filter(({ leads }) => !leads), ...all.filter(({ leads }) => leads)]) {
    byId.delete(command.id);
    byId.set(command.id, command);
  }
  return [...byId.values()];
}

export function isEnabled({ enabled = true }: Command): boolean {
  return typeof enabled === 'function' ? enabled() : enabled;
}

/** A command's keys as the person has them. */
export function keysOf({ id, keys = [] }: Pick<Command, 'id' | 'keys'>): readonly string[] {
  return Object.hasOwn(ownKeys.get(), id) ? (ownKeys.get()[id] ?? []) : keys;
}

/** The keys of a command that work at present: none of a single letter if those are switched off. */
export function activeKeys(command: Pick<Command, 'id' | 'keys'>): readonly string[] {
  const keys = keysOf(command);
  return singleKeysOn.get() ? keys : keys.filter((combo) => !isSingleKey(combo));
}

/** For a tooltip or a menu: the key to show of a command, if it has one that works. */
export function keyOf(id: string): string | undefined {
  const command = listCommands().find((candidate) => candidate.id === id);
  return command && activeKeys(command)[0];
}

/** The key to show where the one that something comes with is written down; undefined: none works. */
export function shownKeys(combo: string): string | undefined {
  const command = listCommands().findLast(({ keys }) => keys?.includes(combo));
  const active = activeKeys(command ?? { id: '', keys: [combo] });
  return active.includes(combo) ? combo : active[0];
}

/** What may act in the middle of a text: a key that types nothing and moves nothing. */
export function mayActWhileTyping(combo: string): boolean {
  return /^(?:mod\+\S+|esc|(?:shift\+)?f\d{1,2})$/.test(combo);
}

export const commandStore = { get: registered.get, subscribe: registered.subscribe };
export const singleKeys = singleKeysOn;
