import type { Decision, Refusal, RefusalCode, Standing, WhyCode } from './routing.rules.ts';

/** What is kept of a decision: ids, codes and numbers, of the next best and of those who could not only so many. */
export type Reasons = {
  why: WhyCode | 'overflow' | null;
  relaxed: boolean;
  /** Seconds in the queue. */
  waited: number;
  chosen: KeptStanding | null;
  /** How many could have got it. */
  eligible: number;
  others: (KeptStanding & { agent: number })[];
  /** How many could not, by why. */
  refused: Partial<Record<RefusalCode, number>>;
  not: Refusal[];
};
/** `idle` in seconds. */
type KeptStanding = Pick<Standing, 'open' | 'most' | 'idle' | 'score' | 'preferred'>;

const mostShown = 10;

export function reasonsOf({ chosen, why, relaxed, others, refused }: Decision, waitedMs: number): Reasons {
  const counts: Reasons['refused'] = {};
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1;
  return {
    why,
    relaxed,
    waited: Math.round(waitedMs / 1000),
    chosen: chosen && kept(chosen),
    eligible: others.length + (chosen ? 1 : 0),
    others: others.slice(0, mostShown).map((each) => ({ agent: each.agent, ...kept(each) })),
    refused: counts,
    not: refused.slice(0, mostShown),
  };
}

/** Nobody could take it for so long. */
export function overflowReasons(waitedMs: number): Reasons {
  return { why: 'overflow', relaxed: false, waited: Math.round(waitedMs / 1000), chosen: null, eligible: 0, others: [], refused: {}, not: [] };
}

function kept({ open, most, idle, score, preferred }: Standing): KeptStanding {
  return { open, most, idle: Math.round(idle / 1000), score, preferred };
}
