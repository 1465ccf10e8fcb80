/** One step that `z` takes back: several tickets at once when they were changed together. */
export interface UndoStep {
  undo(): Promise<void> | void;
}

const deepest = 50;
let steps: UndoStep[] = [];

/** Answers a function that forgets the step, for when the change itself failed or was taken back otherwise. */
export function rememberStep(step: UndoStep): () => void {
  steps = [...steps.slice(1 - deepest), step];
  return () => {
    steps = steps.filter((other) => other !== step);
  };
}

/** The newest step, which leaves the stack; undefined when there is nothing to take back. */
export function takeStep(): UndoStep | undefined {
  const step = steps.at(-1);
  steps = steps.slice(0, -1);
  return step;
}
