import type { TimelineEvent } from '../store/types.ts';
import type { EventLine, EventNames } from '../thread/event-words.ts';

/** Who gave a ticket to whom, or asked whom; what was written stands below it. */
export function escalationLine({ type, data }: Pick<TimelineEvent, 'type' | 'data'>, by: { who: string; by: string }, names: Pick<EventNames, 'agent' | 'team'>): EventLine {
  const owner = typeof data['owner'] === 'number' ? names.agent(data['owner']) : '';
  const team = typeof data['team'] === 'number' ? names.team(data['team']) : '';
  switch (type) {
    case 'escalation.made':
      if (data['target'] === 'tier') return { key: 'escalations.event.tier', values: { ...by, tier: String(data['tier']) } };
      return { key: data['target'] === 'lead' ? 'escalations.event.lead' : 'escalations.event.agent', values: { ...by, to: data['target'] === 'team' ? team : owner } };
    case 'escalation.handed_back':
      return { key: data['kind'] === 'hierarchical' ? 'escalations.event.decided' : 'escalations.event.handedBack', values: by };
    case 'escalation.withdrawn':
      return { key: 'escalations.event.withdrawn', values: by };
    case 'escalation.ended':
      return { key: 'escalations.event.ended', values: by };
    case 'swarm.asked':
      return team ? { key: 'escalations.event.askedTeam', values: { ...by, team } } : { key: 'escalations.event.asked', values: { ...by, count: Array.isArray(data['tell']) ? data['tell'].length : 1 } };
    default:
      return { key: type === 'swarm.closed' ? 'escalations.event.closed' : 'escalations.event.reopened', values: by };
  }
}
