import { showToast } from '@ombud/ui';
import { say } from './i18n.ts';
import { problemText } from './problem.ts';

/** Tells of a failure, with a way to try again where there is one. */
export function toastProblem(error: unknown, retry?: () => void): void {
  showToast({ title: problemText(error), tone: 'failed', action: retry && { label: say('common.retry'), run: retry } });
}

/** Tells that something is done. What can be taken back is told by offerUndo (lib/undo.ts) instead. */
export function toastDone(title: string): void {
  showToast({ title, tone: 'done' });
}
