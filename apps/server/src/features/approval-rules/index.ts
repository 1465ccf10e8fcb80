export { createKnownApprovalRules, guardedActions, guardedByApproval, type ApprovalStatus, type GuardedAction, type GuardedWords, type KnownApprovalRule, type KnownApprovalRules } from './known-rules.ts';
export { findMacroYes, spendMacroYes, type MacroYes } from './approved-before.queries.ts';
export { nobodysAction, refuseHeld, refuseUnapproved, type ApprovalGate } from './refuse-unapproved.command.ts';
export { findApprovers, isApprover, mostApprovers, findFittingRules, mostRules, type ApproverKind, type FittingRule } from './rules.queries.ts';
export { rulesFitting, rulesMet } from './rules-met.queries.ts';
export { rulesTouched, type Done } from './unapproved.rules.ts';
