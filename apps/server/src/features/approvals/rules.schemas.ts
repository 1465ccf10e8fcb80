import { z } from 'zod';
import { id, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { guardedActions, guardedByApproval } from '../approval-rules/index.ts';
import { agentRef, brandRef } from '../tickets/index.ts';
import { ticketConditions } from '../views/index.ts';

export const approverKinds = z.enum(['lead', 'admin', 'named']).describe('Who answers: whoever leads and sees the brand (admins and owners do too), whoever administers, or the agents in `approvers`');
const guards = z.enum(['status', 'amount', 'choice', 'macro', 'promise', 'merge', 'action']).describe('A status, a number, a choice, a macro that is run, a promise that is moved later, two tickets that are merged, or what else is done to a ticket');
const statuses = z.array(z.enum(guardedByApproval)).describe('With `guard` status: what a ticket does not become without the approval');
const actions = z.array(z.enum(guardedActions)).describe('With `guard` action, one of these: the ticket becomes an agent’s (taken by oneself too), or nobody’s; it goes to another team or none (also by `route`), or to another brand; gets another priority or kind; goes to spam or trash; is escalated in any way; a promise is made, or withdrawn; a message becomes a ticket of its own; a merge is taken back; the customer is written to (`reply`); somebody beside the customer is, by a forward or in a side conversation (`forward`)');
const above = z.number().min(-1e12).max(1e12);

export const approvalRuleShape = z
  .object({
    id,
    name: z.string(),
    brand: brandRef.nullable().describe('Null: all brands. Never changes'),
    active: z.boolean().describe('One that is off holds nothing back'),
    conditions: ticketConditions,
    guard: guards,
    statuses: statuses.nullable(),
    field: z.string().nullable().describe('The key of the custom field'),
    above: z.number().nullable().describe('With `guard` amount: more than this takes the approval'),
    macro: z.object({ id, name: z.string() }).nullable().describe('With `guard` macro'),
    later_hours: z.int().nullable().describe('With `guard` promise: a promise moved later by more than so many hours; 0: at all'),
    actions: actions.nullable(),
    options: z.array(z.string()).nullable().describe('With `guard` choice: what takes the approval; a branch stands for all that hangs on it'),
    approver: approverKinds,
    approvers: z.array(agentRef),
    approvals: z.int().describe('So many different people have to say yes; never whoever asks'),
    expires_after_hours: z.int(),
    may_edit: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'ApprovalRule' });

export const ruleListQuery = z.strictObject(pageQuery);

const parts = {
  conditions: ticketConditions.describe('All of them; every ticket of the brand where there is none'),
  guard: guards,
  statuses: statuses.min(1).max(4).optional(),
  field: z.string().max(50).regex(/^[a-z][a-z0-9_]*$/).optional().describe('With `guard` amount the key of a number, with choice of a choice or tree'),
  above: above.optional(),
  options: z.array(z.string().max(50).regex(/^[a-z0-9][a-z0-9_]*$/)).min(1).max(20).optional(),
  macro: id.optional().describe('With `guard` macro: a shared one that tickets of the brand have'),
  later_hours: z.int().min(0).max(8_760).optional(),
  actions: actions.min(1).max(guardedActions.length).optional(),
  approver: approverKinds,
  approvers: z.array(id).max(20),
  approvals: z.int().min(1).max(2),
  expires_after_hours: z.int().min(1).max(720),
};

export const createRuleBody = z.strictObject({
  name: line(100),
  brand: id.nullable().optional().describe('Null or left out: all brands, which takes an admin who sees them all'),
  active: z.boolean().default(true),
  ...parts,
  conditions: parts.conditions.default({}),
  approvers: parts.approvers.default([]),
  approvals: parts.approvals.default(1),
  expires_after_hours: parts.expires_after_hours.default(48),
});
export type CreateRuleBody = z.infer<typeof createRuleBody>;

export const updateRuleBody = z.strictObject({
  name: line(100).optional(),
  active: z.boolean().optional(),
  conditions: parts.conditions.optional(),
  guard: parts.guard.optional().describe('With it everything that belongs to it'),
  statuses: parts.statuses,
  field: parts.field,
  above: parts.above,
  options: parts.options,
  macro: parts.macro,
  later_hours: parts.later_hours,
  actions: parts.actions,
  approver: parts.approver.optional(),
  approvers: parts.approvers.optional(),
  approvals: parts.approvals.optional(),
  expires_after_hours: parts.expires_after_hours.optional(),
  seen: moment.optional().describe('`updated_at` as the writer had it before them: if it has been changed since, nothing is written'),
});
export type UpdateRuleBody = z.infer<typeof updateRuleBody>;
