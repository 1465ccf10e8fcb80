import type { EventRow } from '../../platform/events/events.queries.ts';
import { automationActions, type AutomationActions } from '../actions/index.ts';
import { automationConditions, triggerShape, type AutomationConditions, type Trigger, type TriggerEvent } from './automations.schemas.ts';

/** More runs on one ticket in an hour than any desk needs: automations go round in a circle. */
export const mostRunsAnHour = 10;
/** Mails by automations to one customer in an hour. */
export const mostRepliesAnHour = 3;

export type Content = { trigger: Trigger; conditions: AutomationConditions; actions: AutomationActions };

/** As it is stored, if it is still of the closed lists: nothing else comes near a query. */
export function readContent(stored: { trigger: unknown; conditions: unknown; actions: unknown }): Content | null {
  const trigger = triggerShape.safeParse(stored.trigger);
  const conditions = automationConditions.safeParse(stored.conditions);
  const actions = automationActions.safeParse(stored.actions);
  return trigger.success && conditions.success && actions.success ? { trigger: trigger.data, conditions: conditions.data, actions: actions.data } : null;
}

type Fact = Pick<EventRow, 'type' | 'actor_type' | 'data'>;

/** Which of the list an event is. A machine's mail is no reply. */
export function eventsOf({ type, actor_type: by, data }: Fact): TriggerEvent[] {
  const changes = typeof data['changes'] === 'object' && data['changes'] !== null ? (data['changes'] as Record<string, unknown>) : {}; // an object, as it was just seen to be
  const found: TriggerEvent[] = [];
  if (type === 'ticket.created') found.push('created');
  if (type === 'message.added' && data['automatic'] === undefined) {
    if (data['kind'] === 'public') found.push(data['direction'] === 'in' ? 'customer_replied' : 'agent_replied');
    if (data['kind'] === 'note') found.push('note_added');
  }
  if ('status' in changes) found.push('status_changed');
  if (type === 'ticket.updated') {
    found.push('changed');
    if ('assignee' in changes && by !== 'customer') found.push('assigned');
    if ('team' in changes) found.push('team_changed');
    if (hasAdded(changes['tags'])) found.push('tag_added');
  }
  if (type === 'sla.warning') found.push('sla_warning');
  if (type === 'sla.breached') found.push('sla_breached');
  if (type === 'commitment.due_soon') found.push('promise_due_soon');
  if (type === 'commitment.broken') found.push('promise_broken');
  if ((type === 'survey.answered' || type === 'survey.changed') && data['low'] === true) found.push('low_score');
  return found;
}

function hasAdded(tags: unknown): boolean {
  return typeof tags === 'object' && tags !== null && 'added' in tags && Array.isArray(tags.added) && tags.added.length > 0;
}

/** None hears of what it has done itself. */
export function hears(automation: { id: number; trigger: Trigger }, event: Fact): boolean {
  const { trigger } = automation;
  return trigger.on === 'events' && event.data['automation'] !== automation.id && eventsOf(event).some((each) => trigger.events.includes(each));
}
