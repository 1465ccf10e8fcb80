export { StepLine } from './step-line.tsx';
export { allPlaybooksOptions, stepKeys, type GuardedStatus, type Playbook, type PlaybookStep, type StepEvent } from './step-queries.ts';
export { guardedStatuses, happenedWord, stepEvents, useStepWords } from './step-words.ts';
