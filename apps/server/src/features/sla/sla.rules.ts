import type { OpenCalendar } from '../calendars/index.ts';
import type { TicketStatus } from '../tickets/index.ts';
import type { SlaKind } from './sla.schemas.ts';

/** What happened on a ticket, as far as its promised times go by it; in order, ms. A message that moves the status is two facts, the message first. */
export type Fact = { at: number } & (
  | { type: 'created'; by: 'customer' | 'agent'; status: TicketStatus; assigned: boolean }
  | { type: 'message'; by: 'customer' | 'agent' }
  | { type: 'status'; status: TicketStatus }
  | { type: 'assigned'; assigned: boolean }
);

/**
 * One time that something was to be done. It runs in `spans` only: it rests while the ticket waits in a status that pauses,
 * and while it is solved. `how`: done, or there was nothing left to do.
 */
export type Cycle = { kind: SlaKind; started: number; spans: { from: number; to: number | null }[]; ended: number | null; how: 'done' | 'dropped' | null };

const isOver = (status: TicketStatus) => status === 'solved' || status === 'closed';

/**
 * Every cycle of one kind, in order; only the last may be open.
 *
 * pickup: from the customer's first word to somebody's having it. first_reply: from the customer's first word to our first
 * answer. next_reply: from the customer's first unanswered word after that to our answer. update: from each answer of
 * ours to the next. resolution: from the beginning to solved; a ticket that is opened again goes on where it stood.
 */
export function cyclesOf(kind: SlaKind, facts: readonly Fact[], pausing: ReadonlySet<TicketStatus>): Cycle[] {
  const cycles: Cycle[] = [];
  let status: TicketStatus = 'new';
  let answered = false;

  const open = () => {
    const last = cycles.at(-1);
    return last && last.ended === null ? last : null;
  };
  const begin = (at: number) => void cycles.push({ kind, started: at, spans: [], ended: null, how: null });
  const end = (at: number, how: 'done' | 'dropped') => {
    const cycle = open();
    if (!cycle) return;
    stop(cycle, at);
    cycle.ended = at;
    cycle.how = how;
  };
  /** Runs or rests from now on, as the status says. */
  const settle = (at: number) => {
    const cycle = open();
    if (!cycle) return;
    const last = cycle.spans.at(-1);
    const runs = last?.to === null;
    const shall = !pausing.has(status) && !isOver(status);
    if (runs && !shall) stop(cycle, at);
    if (!runs && shall) {
      if (last?.to === at) last.to = null;
      else cycle.spans.push({ from: at, to: null });
    }
  };

  for (const fact of facts) {
    if (fact.type === 'created') {
      ({ status } = fact);
      answered = fact.by === 'agent';
      const waits = kind === 'resolution' || (fact.by === 'customer' && (kind === 'first_reply' || (kind === 'pickup' && !fact.assigned))) || (fact.by === 'agent' && kind === 'update');
      if (waits && (kind === 'resolution' || !isOver(status))) begin(fact.at);
      if (isOver(status)) end(fact.at, 'done');
    } else if (fact.type === 'message' && fact.by === 'agent') {
      if (kind !== 'resolution') end(fact.at, 'done');
      answered = true;
      if (kind === 'update' && !isOver(status)) begin(fact.at);
    } else if (fact.type === 'message') {
      if (kind === 'next_reply' && answered && !open()) begin(fact.at);
    } else if (fact.type === 'assigned') {
      if (kind === 'pickup' && fact.assigned) end(fact.at, 'done');
    } else if (fact.type === 'status') {
      const was = isOver(status);
      ({ status } = fact);
      if (!was && isOver(status)) end(fact.at, kind === 'resolution' ? 'done' : 'dropped');
      const last = cycles.at(-1);
      if (was && !isOver(status) && kind === 'resolution' && last) Object.assign(last, { ended: null, how: null });
    }
    settle(fact.at);
  }
  return cycles;
}

function stop(cycle: Cycle, at: number): void {
  const last = cycle.spans.at(-1);
  if (last?.to === null) last.to = at;
}

/** What was promised: so many ms of open time, by a calendar (or around the clock), with a warning so long before. */
export type Terms = { target: number; warn: number; clock: OpenCalendar };

/**
 * How a cycle stands by its terms. `due`: the moment at which it is too late, while the clock runs or once it was too
 * late; null while it rests, once it is over in time, and where the hours never come. `left`: open time that was not used.
 */
export type Standing = { due: number | null; breachedAt: number | null; warnAt: number | null; used: number; left: number; resting: boolean };

/**
 * Too late is after the due moment: an answer at the due moment is in time, one in the closed hours behind it is not. What
 * rests at its due moment with nothing left is too late as soon as it runs again.
 */
export function standingOf(cycle: Cycle, { target, warn, clock }: Terms, now: number): Standing {
  let used = 0;
  let warnAt: number | null = null;
  for (const { from, to } of cycle.spans) {
    const end = to ?? Infinity;
    const due = clock.add(from, target - used);
    if (warnAt === null && warn > 0 && warn < target) {
      const at = clock.add(from, Math.max(0, target - warn - used));
      if (at !== null && at < end) warnAt = at;
    }
    if (due !== null && due < end) {
      const late = to !== null || due <= now;
      return { due, breachedAt: late ? due : null, warnAt, used: used + clock.between(from, Math.min(end, now)), left: late ? 0 : clock.between(Math.max(from, now), due), resting: false };
    }
    used += clock.between(from, to ?? Math.max(from, now));
    if (to === null) return { due: null, breachedAt: null, warnAt, used, left: Math.max(0, target - used), resting: false };
  }
  return { due: null, breachedAt: null, warnAt, used, left: Math.max(0, target - used), resting: cycle.ended === null };
}
