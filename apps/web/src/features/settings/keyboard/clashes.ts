import { keysOf, mayActWhileTyping, type Command } from '../../../lib/keys/index.ts';

export type KeyCommand = Pick<Command, 'id' | 'label' | 'values' | 'group' | 'keys' | 'whileTyping'>;

/** One is the other, or its first stroke: then only one of them could ever act. */
export function clash(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** Keys that come with two commands stand in places where only one of them counts, such as Esc. */
function bornTogether(one: KeyCommand, other: KeyCommand, combo: string): boolean {
  return Boolean(one.keys?.includes(combo) && other.keys?.includes(combo));
}

/** Commands of screens that are never there together, by how their ids begin. What begins otherwise may stand beside any. */
const screens = [/^(?:ticket|compose)\./, /^base\./];
const screenOf = ({ id }: KeyCommand) => screens.findIndex((screen) => screen.test(id));

function neverMeet(one: KeyCommand, other: KeyCommand): boolean {
  const [here, there] = [screenOf(one), screenOf(other)];
  return here >= 0 && there >= 0 && here !== there;
}

/** The commands that already act on a key, or would be cut off by it. */
export function findClashes(all: readonly KeyCommand[], command: KeyCommand, combo: string): KeyCommand[] {
  return all.filter((other) => other.id !== command.id && keysOf(other).some((key) => clash(key, combo)) && !bornTogether(command, other, combo) && !neverMeet(command, other));
}

export type Unfit = 'typing' | 'reserved' | null;

/** What browsers and systems keep for themselves, or what leads out of the page. */
const reserved = /^(?:tab|mod\+(?:[acflnpqrtvwxz]|shift\+[trwn])|f5|f11|f12|shift\+tab)$/;

/** Why a key cannot be given to a command. */
export function whyUnfit({ whileTyping }: KeyCommand, combo: string): Unfit {
  if (combo.split(' ').some((stroke) => reserved.test(stroke))) return 'reserved';
  return whileTyping && !mayActWhileTyping(combo) ? 'typing' : null;
}

/** The keys after one command was given some, and those that had one of them lost it; only what differs from the defaults stays. */
export function withKeys(all: readonly KeyCommand[], own: Readonly<Record<string, readonly string[]>>, command: KeyCommand, keys: readonly string[]): Record<string, string[]> {
  const next: Record<string, string[]> = {};
  for (const [id, combos] of Object.entries(own)) next[id] = [...combos];
  next[command.id] = [...keys];
  for (const combo of keys)
    for (const other of findClashes(all, command, combo)) next[other.id] = keysOf(other).filter((key) => !clash(key, combo));
  for (const each of all) if (next[each.id] && JSON.stringify(next[each.id]) === JSON.stringify(each.keys ?? [])) delete next[each.id];
  return next;
}
