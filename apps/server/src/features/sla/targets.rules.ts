import { aroundTheClock, type OpenCalendar } from '../calendars/index.ts';
import type { TicketPriority, TicketStatus } from '../tickets/index.ts';
import { promisedBy, type SlaPolicy } from './policy.rules.ts';
import { cyclesOf, standingOf, type Cycle, type Fact, type Standing } from './sla.rules.ts';
import type { SlaKind } from './sla.schemas.ts';

const minute = 60_000;

/** One promised time by the policy of now. */
export type Reckoned = { kind: SlaKind; business: boolean; minutes: number; cycle: Cycle; standing: Standing };

/** Every cycle of everything that the policy promises this ticket, from the facts. `open`: the hours of its brand. */
export function reckon(facts: readonly Fact[], policy: SlaPolicy, priority: TicketPriority, open: OpenCalendar, now: number): Reckoned[] {
  const pausing = new Set<TicketStatus>(policy.pause);
  return promisedBy(policy, priority).flatMap(({ kind, minutes, business }) =>
    cyclesOf(kind, facts, pausing).map((cycle) => ({ kind, business, minutes, cycle, standing: standingOf(cycle, { target: minutes * minute, warn: policy.warn_minutes * minute, clock: business ? open : aroundTheClock }, now) })),
  );
}

/** A row of a target's history, as far as keeping it up goes by it. */
export type TargetRow = {
  id: number;
  kind: SlaKind;
  cycle_at: Date;
  policy_id: number;
  policy_version: number;
  priority: TicketPriority;
  business: boolean;
  target_minutes: number;
  due_at: Date | null;
  resting: boolean;
  warned_at: Date | null;
  breached_at: Date | null;
  ended_at: Date | null;
  outcome: 'met' | 'breached' | 'dropped' | 'replaced' | null;
};

export type NewTarget = {
  kind: SlaKind;
  cycle_at: number;
  policy_id: number;
  policy_version: number;
  priority: TicketPriority;
  business: boolean;
  target_minutes: number;
  reason: 'started' | 'paused' | 'resumed' | 'reopened' | 'terms';
  began_at: number;
  due_at: number | null;
  resting: boolean;
  left_seconds: number;
  next_at: number | null;
  warned_at: number | null;
  breached_at: number | null;
  ended_at: number | null;
  outcome: 'met' | 'breached' | 'dropped' | null;
};

export type Ending = { id: number; ended_at: number; outcome: 'met' | 'breached' | 'dropped' | 'replaced'; breached_at: number | null };
export type SlaEvent = { type: 'sla.met' | 'sla.breached'; kind: SlaKind; cycle_at: number; policy_id: number; at: number };
export type Step = { endings: Ending[]; beginnings: NewTarget[]; events: SlaEvent[] };

/**
 * What must be written so that the stored rows say what was reckoned. A row that stands is ended or left; whatever differs
 * begins the next one of its cycle. Done twice, it does nothing the second time.
 * @param stored the last row of each cycle, standing ones among them
 */
export function stepsFor(stored: readonly TargetRow[], reckoned: readonly Reckoned[], policy: SlaPolicy | null, priority: TicketPriority, now: number): Step {
  const step: Step = { endings: [], beginnings: [], events: [] };
  const keyOf = (kind: SlaKind, at: number) => `${kind} ${at}`;
  const wanted = new Set(reckoned.map(({ kind, cycle }) => keyOf(kind, cycle.started)));
  const latest = new Map<string, TargetRow>();
  for (const row of stored) latest.set(keyOf(row.kind, row.cycle_at.getTime()), row);
  for (const row of stored) if (row.ended_at === null && !wanted.has(keyOf(row.kind, row.cycle_at.getTime()))) step.endings.push({ id: row.id, ended_at: now, outcome: row.breached_at ? 'breached' : 'dropped', breached_at: ms(row.breached_at) });
  if (policy === null) return step;
  for (const each of reckoned) {
    const before = latest.get(keyOf(each.kind, each.cycle.started)) ?? null;
    if (each.cycle.ended === null) stand(step, each, before, policy, priority, now);
    else close(step, each, before, policy, priority);
  }
  return step;
}

function close(step: Step, { kind, business, minutes, cycle, standing }: Reckoned, before: TargetRow | null, policy: SlaPolicy, priority: TicketPriority): void {
  const ended = cycle.ended ?? 0;
  if (before && before.ended_at !== null && before.outcome !== 'replaced') return;
  // What was over before anything was promised is not judged by it.
  if (!before && ended < policy.created_at.getTime()) return;
  // Ended rows keep the terms under which they stood.
  const breached = before ? (ms(before.breached_at) ?? standing.breachedAt) : standing.breachedAt;
  const outcome = breached !== null ? 'breached' : cycle.how === 'done' ? 'met' : 'dropped';
  if (before && before.ended_at === null) step.endings.push({ id: before.id, ended_at: ended, outcome, breached_at: breached });
  else {
    const terms = { policy_id: policy.id, policy_version: policy.version, priority, business, target_minutes: minutes };
    step.beginnings.push({ kind, cycle_at: cycle.started, ...terms, reason: 'started', began_at: cycle.started, due_at: standing.due, resting: false, left_seconds: minutes * 60, next_at: null, warned_at: null, breached_at: breached, ended_at: ended, outcome });
  }
  if (outcome === 'met') step.events.push({ type: 'sla.met', kind, cycle_at: cycle.started, policy_id: policy.id, at: ended });
  if (breached !== null && !before?.breached_at) step.events.push({ type: 'sla.breached', kind, cycle_at: cycle.started, policy_id: policy.id, at: breached });
}

function stand(step: Step, { kind, business, minutes, cycle, standing }: Reckoned, before: TargetRow | null, policy: SlaPolicy, priority: TicketPriority, now: number): void {
  const standing_ = before !== null && before.ended_at === null;
  const sameTerms = before !== null && before.policy_id === policy.id && before.policy_version === policy.version && before.priority === priority && before.business === business && before.target_minutes === minutes;
  const same = standing_ && sameTerms && before.resting === standing.resting && (standing.resting || ms(before.due_at) === standing.due);
  if (same) return;
  // A promise that was broken under these terms stays broken; under other terms it is reckoned anew.
  const breached = standing.breachedAt !== null && before?.breached_at ? before.breached_at.getTime() : standing.resting ? standing.breachedAt : null;
  const warned = before && sameTerms ? ms(before.warned_at) : null;
  if (standing_) step.endings.push({ id: before.id, ended_at: now, outcome: 'replaced', breached_at: ms(before.breached_at) });
  const reason = before === null ? 'started' : !standing_ ? 'reopened' : !sameTerms ? 'terms' : standing.resting === before.resting ? 'terms' : standing.resting ? 'paused' : 'resumed';
  const waits = !standing.resting && breached === null;
  const next = !waits ? null : warned === null && standing.warnAt !== null && standing.due !== null && standing.warnAt < standing.due ? standing.warnAt : standing.due;
  step.beginnings.push({
    kind, cycle_at: cycle.started, policy_id: policy.id, policy_version: policy.version, priority, business, target_minutes: minutes,
    reason, began_at: before === null ? cycle.started : now, due_at: standing.due, resting: standing.resting, left_seconds: Math.round(standing.left / 1000), next_at: next,
    warned_at: warned, breached_at: breached, ended_at: null, outcome: null,
  });
  if (breached !== null && !before?.breached_at) step.events.push({ type: 'sla.breached', kind, cycle_at: cycle.started, policy_id: policy.id, at: breached });
}

const ms = (moment: Date | null) => moment?.getTime() ?? null;
