import type { MessageKey } from '@ombud/i18n';
import { Avatar, type PresenceState } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import { usePresence } from './presence-store.ts';

const words: Record<PresenceState, MessageKey> = { open: 'tickets.presence.open', looking: 'tickets.presence.looking', writing: 'tickets.presence.writing' };
const rank: Record<PresenceState, number> = { writing: 0, looking: 1, open: 2 };

/** Colleagues on the ticket: dimmed has it open, plain is looking, ringed is writing. */
export function PresenceFaces({ ticket, most = 4, size }: { ticket: number; most?: number; size?: 'small' | 'medium' }) {
  const t = useT();
  const present = usePresence(ticket).toSorted((one, other) => rank[one.state] - rank[other.state]);
  if (present.length === 0) return null;
  const rest = present.slice(most);
  return (
    <span className="flex items-center gap-1.5">
      {present.slice(0, most).map((agent) => (
        <Avatar key={agent.id} name={agent.name} size={size} presence={agent.state} label={t(words[agent.state], { name: agent.name })} />
      ))}
      {rest.length > 0 && <span title={rest.map((agent) => agent.name).join(', ')} className="text-small text-faint">+{rest.length}</span>}
    </span>
  );
}
