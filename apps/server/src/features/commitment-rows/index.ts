export { checkDue, type CommitmentKind, commitmentKinds, commitmentSources, type CommitmentState, commitmentStates, type DueTime, isUnkept, nextAt, stateWhenKept, warnAt } from './commitments.rules.ts';
export { dueWithin, type Within } from './due-within.ts';
export { bindToMessage, insertCommitment, mostUnkept, type NewCommitment } from './insert-commitment.queries.ts';
