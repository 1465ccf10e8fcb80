import { createStore } from './store.ts';

/** What is told to those who hear the screen, of something that others see happen: the inbox says it in a live region. */
export const whispered = createStore('');

export function whisper(text: string): void {
  whispered.set(text);
}
