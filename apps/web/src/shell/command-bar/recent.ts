import { readRemembered, remember } from '../../lib/remembered.ts';

const most = 8;
const keyOf = (agent: number) => `ombud.bar.${agent}`;

/** What somebody chose before, without its run: a command by its id, everything else by where it is. */
export type Recent =
  | { kind: 'command'; id: string }
  | { kind: 'ticket'; number: number; label: string }
  | { kind: 'customer' | 'organization'; id: number; label: string }
  | { kind: 'place'; id: string };

const nameOf = (recent: Recent) => `${recent.kind} ${'number' in recent ? recent.number : recent.id}`;

/** Of this agent in this browser, the newest first; anything odd that is stored is passed over. */
export function readRecent(agent: number): Recent[] {
  const kept = readRemembered(keyOf(agent));
  return Array.isArray(kept) ? kept.filter(isRecent).slice(0, most) : [];
}

function isRecent(value: unknown): value is Recent {
  const { kind, id, number, label } = (value ?? {}) as Partial<Record<'kind' | 'id' | 'number' | 'label', unknown>>;
  if (kind === 'command' || kind === 'place') return typeof id === 'string';
  if (kind === 'ticket') return typeof number === 'number' && typeof label === 'string';
  return (kind === 'customer' || kind === 'organization') && typeof id === 'number' && typeof label === 'string';
}

export function noteRecent(agent: number, recent: Recent): void {
  remember(keyOf(agent), [recent, ...readRecent(agent).filter((each) => nameOf(each) !== nameOf(recent))].slice(0, most));
}
