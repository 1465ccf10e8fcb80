import type { Body } from '../../../lib/api.ts';
import type { Automation, AutomationActions, AutomationConditions, Trigger } from '../../automations/automation-queries.ts';
import { filledIn } from '../../tickets/views/conditions.ts';
import { draftOfActions, everyBrand, readActions, type MacroDraft } from '../macros/macro-draft.ts';

export const triggerEvents = ['created', 'customer_replied', 'agent_replied', 'note_added', 'status_changed', 'assigned', 'team_changed', 'tag_added', 'changed', 'sla_warning', 'sla_breached', 'promise_due_soon', 'promise_broken', 'low_score'] as const;
export const sinces = ['customer_wrote', 'we_wrote', 'last_message', 'updated', 'created', 'solved'] as const;

export interface AutomationDraft {
  name: string;
  /** An id, or `all` */
  brand: string;
  on: Trigger['on'];
  events: readonly (typeof triggerEvents)[number][];
  since: (typeof sinces)[number];
  hours: string;
  business: boolean;
  conditions: AutomationConditions;
  /** What macros do as well */
  shared: MacroDraft;
  /** The id of a macro */
  reply: string;
}

export function emptyAutomation(brand: string): AutomationDraft {
  return { name: '', brand, on: 'events', events: ['created'], since: 'customer_wrote', hours: '72', business: false, conditions: {}, shared: draftOfActions({}), reply: '' };
}

export function draftOf({ name, brand, trigger, conditions, actions }: Automation): AutomationDraft {
  const { reply, ...shared } = actions;
  return {
    ...emptyAutomation(brand === null ? everyBrand : String(brand.id)),
    name,
    on: trigger.on,
    ...(trigger.on === 'events' ? { events: trigger.events } : { since: trigger.since, hours: String(trigger.hours), business: trigger.business ?? false }),
    conditions,
    shared: draftOfActions(shared),
    reply: reply ? String(reply.macro) : '',
  };
}

type Written = Required<Pick<Body<'/api/v1/automations', 'post'>, 'name' | 'trigger' | 'conditions' | 'actions'>>;

/** What the API takes. */
export function toBody(draft: AutomationDraft): Written {
  return { name: draft.name.trim(), ...toQuestion(draft), actions: toActions(draft) };
}

/** When and if: what is tried on past tickets. */
export function toQuestion({ on, events, since, hours, business, conditions }: AutomationDraft): Pick<Written, 'trigger' | 'conditions'> {
  return { trigger: on === 'events' ? { on, events: [...events] } : { on, since, hours: Number(hours), business }, conditions: filledIn(conditions) as AutomationConditions }; // the same conditions, fewer
}

export function toActions({ shared, reply }: AutomationDraft): AutomationActions {
  return {
    ...(readActions(shared) as AutomationActions), // `me` is not offered
    ...(reply !== '' && { reply: { macro: Number(reply) } }),
  };
}
