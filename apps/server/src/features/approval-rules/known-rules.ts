import type { Database } from '../../platform/db/db.ts';
import { createRemembered, type Remembered, type Remembering } from '../../platform/events/remembered.ts';
import { listGuardingRules } from './rules.queries.ts';

/** The statuses that a rule may guard. */
export const guardedByApproval = ['pending', 'on_hold', 'solved', 'closed'] as const;
export type ApprovalStatus = (typeof guardedByApproval)[number];

/** What an agent does to a ticket, and a rule may guard; each is told apart in docs/approvals.md. */
export const guardedActions = ['assign', 'unassign', 'team', 'brand', 'priority', 'kind', 'spam', 'trash', 'escalate', 'promise', 'withdraw_promise', 'split', 'unmerge', 'reply', 'forward'] as const;
export type GuardedAction = (typeof guardedActions)[number];

/** Those of them that hold a message back until its words were read: one to the customer, or one to somebody beside them. */
export const guardedWords = ['reply', 'forward'] as const satisfies GuardedAction[];
export type GuardedWords = (typeof guardedWords)[number];

/** Of a rule that is on only what it guards, and of which brand; null: of all. */
export type KnownApprovalRule = { id: number; brandId: number | null } & (
  | { guard: 'status'; statuses: readonly ApprovalStatus[] }
  | { guard: 'amount'; field: string; above: number }
  | { guard: 'choice'; field: string; options: readonly string[] }
  | { guard: 'macro'; macro: number }
  | { guard: 'promise'; laterHours: number }
  | { guard: 'merge' }
  | { guard: 'action'; actions: readonly GuardedAction[] }
);

export type KnownApprovalRules = Remembered<readonly KnownApprovalRule[]>;

/** The rules of each workspace, so that tickets of one without any cost nothing; forgotten at the wake-ups `approval_rules` and `fields`. */
export function createKnownApprovalRules(db: Database, remembering: Remembering): KnownApprovalRules {
  return createRemembered((workspaceId) => listGuardingRules(db, workspaceId), remembering);
}
