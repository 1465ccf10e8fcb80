import type { Page } from 'playwright-core';

/** What a job took of the person who did it. */
export type Effort = {
  /** Keys pressed; a combination such as Ctrl Enter is one. */
  keys: number;
  /** Letters of the person's own words, which any desk asks for. */
  letters: number;
  /** ms that the program let them wait for what they needed to see */
  waited: number;
};

/** Two hands on a keyboard: they press, they type, and they wait until they see what they need. */
export type Hand = {
  press(key: string): Promise<void>;
  /** Own words: an answer, a name, what is looked for. */
  type(words: string): Promise<void>;
  until(isSeen: Promise<unknown>): Promise<void>;
  effort(): Effort;
};

/** `after` is called whenever they have seen what they waited for, and before they go on. */
export function takeHand(page: Page, after: () => Promise<void> = () => Promise.resolve()): Hand {
  const effort: Effort = { keys: 0, letters: 0, waited: 0 };
  return {
    async press(key) {
      effort.keys += 1;
      await page.keyboard.press(key);
      await after();
    },
    async type(words) {
      effort.letters += words.length;
      await page.keyboard.type(words);
    },
    async until(isSeen) {
      const began = performance.now();
      await isSeen;
      effort.waited += performance.now() - began;
      await after();
    },
    effort: () => ({ ...effort }),
  };
}

/** s for one key of somebody who types as most people do: Card, Moran, Newell, The Keystroke-Level Model (CACM 23/7, 1980), 40 words a minute. */
const secondsAKey = 0.28;

/** s that a job takes without the own words. */
export const secondsOf = ({ keys, waited }: Effort): number => keys * secondsAKey + waited / 1000;
