import { createStore } from '../../../lib/store.ts';

/** What is shown of the queue over the page: its sheet, or the question before somebody signs out. */
export const unsentView = createStore<'none' | 'sheet' | 'sign-out'>('none');

export function openUnsent(): void {
  unsentView.set('sheet');
}
