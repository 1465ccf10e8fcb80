import { viewRules, type ListFilter } from '../store/view-filters.ts';
import type { Conditions } from './saved-view-queries.ts';

/** Conditions in the order in which the editor offers them; each is a key of the API's closed list. */
export const manyOf = ['status', 'assignee', 'team', 'brand', 'priority', 'tag', 'without_tag', 'kind', 'channel', 'language', 'requester', 'organization', 'sla', 'topic'] as const;
export const moments = ['created', 'updated', 'last_message'] as const;
export const oneOf = { last_from: ['customer', 'us'], promise: ['any', 'within_day', 'overdue'], snoozed: ['no', 'only', 'any'], folder: ['inbox', 'spam', 'trash'] } as const;
export type ManyKey = (typeof manyOf)[number];
export type MomentKey = (typeof moments)[number];
export type OneKey = keyof typeof oneOf;
export type ConditionKey = ManyKey | MomentKey | OneKey | 'followed' | 'escalated';
export const conditionKeys: readonly ConditionKey[] = ['status', 'assignee', 'team', 'brand', 'priority', 'sla', 'promise', 'escalated', 'last_from', 'topic', 'tag', 'without_tag', 'created', 'updated', 'last_message', 'kind', 'channel', 'language', 'requester', 'organization', 'snoozed', 'followed', 'folder'];

/** What a condition begins with when it is added. */
export function firstValue(key: ConditionKey): Conditions {
  if (key === 'followed') return { followed: true };
  if (key === 'escalated') return { escalated: true };
  if (key in oneOf) return { [key]: oneOf[key as OneKey][key === 'snoozed' ? 1 : 0] };
  if (key === 'status') return { status: ['new', 'open'] };
  if (key === 'assignee') return { assignee: ['me'] };
  if (key === 'sla') return { sla: ['breached'] };
  if (key === 'priority') return { priority: ['urgent', 'high'] };
  if ((moments as readonly string[]).includes(key)) return { [key]: { newer_than: { count: 7, unit: 'days' } } };
  return { [key]: [] } as Conditions; // empty while it is being filled in; never sent so
}

/** Without those that nothing was chosen for: the API takes no empty list. */
export function filledIn(conditions: Conditions): Conditions {
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) as Conditions;
}

/** The list that is shown, as conditions. What only a standard view can say (mentions, a search) has none. */
export function conditionsOfList({ view, brand, team, field }: ListFilter, saved: Conditions | undefined): Conditions {
  const rule = viewRules[view];
  if (saved) return filledIn({ ...saved, field: [...(saved.field ?? []).filter((each) => !field?.some((other) => other.split(':')[0] === each.split(':')[0])), ...(field ?? [])].slice(0, 5) });
  return filledIn({
    ...(rule.statuses && { status: rule.statuses }),
    ...(rule.assignee && { assignee: [rule.assignee] }),
    ...(team ? { team: [team] } : rule.team && { team: [rule.team] }),
    ...(brand && { brand: [brand] }),
    ...(rule.snoozed === 'only' && { snoozed: 'only' }),
    ...(!rule.snoozed && { snoozed: 'any' }),
    ...(rule.folder !== 'inbox' && { folder: rule.folder }),
    ...(field && { field }),
  });
}
