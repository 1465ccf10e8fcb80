import { activeKeys, isEnabled, listCommands, mayActWhileTyping, type Command } from './registry.ts';

/** How long the second stroke of a sequence may take, ms. */
const sequenceTime = 1_200;

export interface Matcher {
  /** The command that this stroke completes; null when there is none (yet). */
  press(combo: string, at: number, typing: boolean): Command | null;
  /** True while a sequence such as "g i" has begun */
  isWaiting(at: number): boolean;
}

export function createMatcher(): Matcher {
  let begun = '';
  let begunAt = 0;

  const isWaiting = (at: number) => begun !== '' && at - begunAt <= sequenceTime;

  function find(combo: string, typing: boolean): Command | null {
    // Later registrations stand in front: a ticket that is open knows better than the list behind it.
    return (
      listCommands()
        .reverse()
        .find((command) => activeKeys(command).includes(combo) && (!typing || (command.whileTyping === true && mayActWhileTyping(combo))) && isEnabled(command)) ?? null
    );
  }

  const beginsSequence = (combo: string) =>
    listCommands().some((command) => isEnabled(command) && activeKeys(command).some((keys) => keys.startsWith(`${combo} `)));

  return {
    isWaiting,
    press(combo, at, typing) {
      const whole = isWaiting(at) && !typing ? `${begun} ${combo}` : combo;
      begun = '';
      const command = find(whole, typing);
      if (command) return command;
      // "g x" is no sequence: x is not taken as a key of its own, the person meant something else.
      if (whole === combo && !typing && beginsSequence(combo)) {
        begun = combo;
        begunAt = at;
      }
      return null;
    },
  };
}
