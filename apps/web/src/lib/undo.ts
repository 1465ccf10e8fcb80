import { showToast } from '@ombud/ui';
import { say } from './i18n.ts';

interface Step {
  run(): void;
  dismiss(): void;
}

let steps: Step[] = [];

/** Tells what was done and offers to take it back: by the button in the toast, or by `z` for the newest. */
export function offerUndo(title: string, undo: () => void, { seconds = 10, onExpire }: { seconds?: number; onExpire?(): void } = {}): void {
  const forget = () => {
    steps = steps.filter((other) => other !== step);
  };
  const run = () => {
    forget();
    undo();
  };
  const dismiss = showToast({
    title,
    timeout: seconds * 1_000,
    action: { label: say('common.undo'), keys: 'z', run },
    onExpire: () => {
      forget();
      onExpire?.();
    },
  });
  const step: Step = { run, dismiss };
  steps.push(step);
}

const deepest = 50;

/** A step that `z` takes back for as long as the page lives, told by whoever did it. Answers a function that forgets it. */
export function rememberUndo(undo: () => void): () => void {
  const forget = () => {
    steps = steps.filter((other) => other !== step);
  };
  const step: Step = {
    run: () => {
      forget();
      undo();
    },
    dismiss: () => {},
  };
  steps = [...steps.slice(1 - deepest), step];
  return forget;
}

/** Takes back the newest step that still can be. False when there is none. */
export function undoLast(): boolean {
  const step = steps.at(-1);
  if (!step) return false;
  step.dismiss();
  step.run();
  return true;
}
