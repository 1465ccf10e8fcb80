import type { ApprovalRule } from '../../approvals/approval-queries.ts';
import type { GuidelineConditions } from '../../tickets/guidelines/index.ts';
import { chosenConditions, everyBrand } from '../guidelines/guideline-draft.ts';

export type Guard = ApprovalRule['guard'];
export type GuardedStatus = NonNullable<ApprovalRule['statuses']>[number];
export const guardedStatuses: readonly GuardedStatus[] = ['pending', 'on_hold', 'solved', 'closed'];

export type GuardedAction = NonNullable<ApprovalRule['actions']>[number];
/** In the order in which they are offered: whose it is and where, what it is, what is promised, what it is made of, what goes out. */
export const guardedActions: readonly GuardedAction[] = ['assign', 'unassign', 'team', 'brand', 'escalate', 'priority', 'kind', 'spam', 'trash', 'promise', 'withdraw_promise', 'split', 'unmerge', 'reply', 'forward'];

export interface RuleDraft {
  name: string;
  /** An id, or `all` */
  brand: string;
  guard: Guard;
  statuses: readonly GuardedStatus[];
  field: string;
  above: string;
  options: readonly string[];
  /** The id of a macro */
  macro: string;
  /** Hours by which a promise may be later */
  later: string;
  actions: readonly GuardedAction[];
  approver: ApprovalRule['approver'];
  approvers: readonly { id: number; name: string }[];
  two: boolean;
  expires_after_hours: string;
  conditions: GuidelineConditions;
}

export function newDraft(brand: string): RuleDraft {
  return { name: '', brand, guard: 'amount', statuses: ['solved'], field: '', above: '', options: [], macro: '', later: '0', actions: [], approver: 'lead', approvers: [], two: false, expires_after_hours: '48', conditions: {} };
}

export function draftOf(rule: ApprovalRule): RuleDraft {
  return {
    name: rule.name, brand: rule.brand ? String(rule.brand.id) : everyBrand, guard: rule.guard, statuses: rule.statuses ?? ['solved'], field: rule.field ?? '', above: rule.above === null ? '' : String(rule.above),
    options: rule.options ?? [], macro: rule.macro ? String(rule.macro.id) : '', later: String(rule.later_hours ?? 0), actions: rule.actions ?? [], approver: rule.approver, approvers: rule.approvers, two: rule.approvals === 2, expires_after_hours: String(rule.expires_after_hours), conditions: rule.conditions,
  };
}

/** As people write it, with a comma or a point; NaN where it is no number. */
export const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

/** What the API takes. */
export function toBody({ name, guard, statuses, field, above, options, macro, later, actions, approver, approvers, two, expires_after_hours, conditions }: RuleDraft) {
  return {
    name: name.trim(),
    guard,
    ...(guard === 'status' && { statuses: [...statuses] }),
    ...(guard === 'amount' && { field, above: numberOf(above) }),
    ...(guard === 'choice' && { field, options: [...options] }),
    ...(guard === 'macro' && { macro: Number(macro) }),
    ...(guard === 'promise' && { later_hours: numberOf(later) }),
    ...(guard === 'action' && { actions: [...actions] }),
    approver,
    approvers: approver === 'named' ? approvers.map(({ id }) => id) : [],
    approvals: two ? 2 : 1,
    expires_after_hours: numberOf(expires_after_hours),
    conditions: chosenConditions(conditions),
  };
}
