import type { TimelineRow } from '../tickets/index.ts';

/** How colleagues divide the work: no step of the case (a task that is done is one). */
export const aside = new Set(['ticket.followed', 'ticket.unfollowed', 'task.added', 'task.removed', 'time.added', 'time.updated', 'time.removed', 'sla.warning', 'sla.met', 'commitment.updated', 'commitment.due_soon', 'swarm.answered', 'escalation.updated', 'automation.ran', 'macro.used']);
/** Of no concern to whoever a file without notes is for. */
const internal = new Set([...aside, 'sla.breached', 'task.updated', 'side.updated', 'ticket.wrapped_up', 'step.done', 'step.undone', 'steps.overridden', 'escalation.made', 'escalation.handed_back', 'escalation.withdrawn', 'escalation.ended', 'swarm.asked', 'swarm.closed', 'swarm.reopened', 'approval.asked', 'approval.answered', 'approval.expired', 'approval.withdrawn']);

export function isInternal({ event_type: type, message, data }: Pick<TimelineRow, 'event_type' | 'message' | 'data'>): boolean {
  return message ? message.kind !== 'public' : internal.has(type) || data['kind'] === 'note' || data['kind'] === 'side';
}
