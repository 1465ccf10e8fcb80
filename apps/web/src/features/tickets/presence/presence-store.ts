import { useSyncExternalStore } from 'react';
import type { PresentAgent, ServerMessage } from '../../../lib/live.ts';

/** Who is on which ticket, as the live connection tells it; colleagues only. */
const onTickets = new Map<number, readonly PresentAgent[]>();
const listeners = new Set<() => void>();
const nobody: readonly PresentAgent[] = [];

export function hearPresence(message: ServerMessage, me: number): void {
  // After either, the server tells of everybody anew.
  if (message.type === 'reset' || message.type === 'ready') onTickets.clear();
  else if (message.type !== 'presence') return;
  else {
    const others = message.agents.filter((agent) => agent.id !== me);
    if (others.length > 0) onTickets.set(message.ticket, others);
    else if (!onTickets.delete(message.ticket)) return;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The colleagues who have this ticket open, whoever writes first. */
export function usePresence(ticket: number): readonly PresentAgent[] {
  return useSyncExternalStore(subscribe, () => onTickets.get(ticket) ?? nobody);
}
