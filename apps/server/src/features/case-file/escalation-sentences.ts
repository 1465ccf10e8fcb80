import type { MessageKey, MessageValues } from '@ombud/i18n';
import type { CaseEntry } from './read-case.ts';

type Say = (key: MessageKey, values?: MessageValues) => string;

/** Who gave a ticket to whom and why, or asked whom: what happened, then what was written. */
export function escalationSentences({ event_type: type, data, names, escalation_words: words }: Pick<CaseEntry, 'event_type' | 'data' | 'names' | 'escalation_words'>, say: Say): string[] {
  const parts = (['known', 'tried', 'promised'] as const).flatMap((part) => (words?.[part] ? [`${say(`escalations.${part}`)}:\n${words[part]}`] : []));
  const written = [...(words?.question ? [words.question] : []), ...parts, ...(words?.explanation ? [words.explanation] : [])];
  return [happened(), ...written];

  function happened(): string {
    const agent = typeof data['owner'] === 'number' ? (names.agents.get(data['owner']) ?? `#${data['owner']}`) : '';
    const team = typeof data['team'] === 'number' ? (names.teams.get(data['team']) ?? `#${data['team']}`) : '';
    switch (type) {
      case 'escalation.made':
        if (data['target'] === 'tier') return say('escalations.event.tier', { tier: String(data['tier']) });
        return say(data['target'] === 'lead' ? 'escalations.event.lead' : 'escalations.event.agent', { to: data['target'] === 'team' ? team : agent });
      case 'escalation.handed_back':
        return say(data['kind'] === 'hierarchical' ? 'escalations.event.decided' : 'escalations.event.handedBack');
      case 'escalation.withdrawn':
        return say('escalations.event.withdrawn');
      case 'escalation.ended':
        return say('escalations.event.ended');
      case 'swarm.asked':
        return team ? say('escalations.event.askedTeam', { team }) : say('escalations.event.asked', { count: Array.isArray(data['tell']) ? data['tell'].length : 1 });
      default:
        return say(type === 'swarm.closed' ? 'escalations.event.closed' : 'escalations.event.reopened');
    }
  }
}
