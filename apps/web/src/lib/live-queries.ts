import type { QueryClient } from '@tanstack/react-query';
import type { ServerMessage } from './live.ts';

/** Which lists an event touches. Tickets are kept up to date by their own feature, row by row. */
const touched: Record<string, readonly string[]> = {
  customer: ['customers', 'base'],
  customer_import: ['customer-imports'],
  bulk_change: ['bulk-changes'],
  organization: ['organizations', 'customers', 'base'],
  brand: ['brands', 'me', 'calendars'],
  calendar: ['calendars', 'workspace', 'sla', 'availability'],
  sla_policy: ['sla-policies', 'sla'],
  sla: ['sla'],
  'ticket.created': ['sla'],
  'ticket.updated': ['sla', 'routing'],
  inbox: ['inboxes'],
  team: ['teams', 'me', 'routing'],
  field: ['fields', 'ticket-steps'],
  macro: ['macros'],
  'macro.used': [],
  automation: ['automations', 'automation-runs'],
  guideline: ['guidelines'],
  playbook: ['playbooks', 'ticket-steps'],
  approval: ['approvals'],
  step: ['ticket-steps'],
  steps: ['ticket-steps'],
  saved_view: ['saved-views'],
  agent: ['agents', 'me', 'availability'],
  availability: ['availability'],
  time_off: ['availability'],
  shift: ['availability'],
  skill: ['skills', 'availability'],
  token: ['tokens'],
  webhook: ['webhooks'],
  block: ['blocks'],
  workspace: ['workspace', 'me'],
  intake: ['intake'],
  message: ['outbox', 'sla'],
  'message.sent': ['outbox', 'sla', 'satisfaction'],
  task: ['ticket-work', 'satisfaction'],
  survey: ['satisfaction', 'ticket-work'],
  satisfaction_settings: ['satisfaction'],
  time: ['ticket-work'],
  commitment: ['commitments'],
  escalation: ['escalations', 'routing'],
  swarm: ['escalations', 'ticket-work'],
  topics: ['topics', 'wrap-ups'],
  'ticket.wrapped_up': ['wrap-ups', 'ticket-steps'],
  'ticket.followed': ['ticket-work'],
  'ticket.unfollowed': ['ticket-work'],
  'ticket.merged': ['ticket-work', 'commitments', 'ticket-steps'],
  'ticket.unmerged': ['ticket-work', 'commitments', 'ticket-steps'],
};

/** Many events in one moment (an import, a bulk change) fetch each list once. */
const gatherMs = 250;
/** Promised times are reckoned behind the feed, and bring no event of their own while they only begin. */
const reckonedAfterMs = 1_500;

export function keysTouchedBy(type: string): readonly string[] {
  return touched[type] ?? touched[type.split('.')[0] ?? ''] ?? [];
}

/** Marks as stale what the live line says has changed; only lists on the screen are fetched again. */
export function createLiveQueries(client: QueryClient): (message: ServerMessage) => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    for (const key of waiting) void client.invalidateQueries({ queryKey: [key] });
    if (waiting.has('sla')) late ??= setTimeout(() => ((late = undefined), void client.invalidateQueries({ queryKey: ['sla'] })), reckonedAfterMs);
    waiting.clear();
  }

  return (message) => {
    if (message.type === 'reset') void client.invalidateQueries();
    if (message.type !== 'event') return;
    for (const key of keysTouchedBy(message.event.type)) waiting.add(key);
    if (waiting.size > 0) timer ??= setTimeout(flush, gatherMs);
  };
}
