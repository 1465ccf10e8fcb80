export { createKnownPlaybooks, guardedStatuses, isGuarded, type GuardedStatus, type KnownPlaybook, type KnownPlaybooks } from './known-playbooks.ts';
export { refuseMissingSteps, type StepsGate } from './refuse-missing-steps.command.ts';
export { findTicketSteps, mostOnATicket, mostPlaybooks, stepEvents, stepWords, type StepDoneBy, type StepEvent, type StepWords, type TicketStepRow } from './required-steps.queries.ts';
