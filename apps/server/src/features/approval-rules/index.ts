export { createKnownApprovalRules, guardedByApproval, type ApprovalStatus, type KnownApprovalRule, type KnownApprovalRules } from './known-rules.ts';
export { refuseUnapproved, type ApprovalGate } from './refuse-unapproved.command.ts';
export { findApprovers, isApprover, mostApprovers, mostRules, type ApproverKind } from './rules.queries.ts';
export { rulesMet, whatIsHeld } from './rules-met.queries.ts';
export { rulesTouched } from './unapproved.rules.ts';
