/**
 * How many people answer calls that wait in one line until somebody is free (A. K. Erlang, "Solution of some Problems in the
 * Theory of Probabilities of Significance in Automatic Telephone Exchanges", 1917; M/M/c). It assumes that calls come at random at a
 * steady rate, take exponentially distributed times, and that nobody hangs up: so it asks for rather too many than too few.
 */
export type Traffic = { /** An hour. */ calls: number; handlingSeconds: number };
export type Target = { /** 0 to 1, below 1. */ share: number; withinSeconds: number };

/** Calls in progress at once, on average: erlangs. */
export function loadOf({ calls, handlingSeconds }: Traffic): number {
  return (calls * handlingSeconds) / 3600;
}

/** The probability that a call has to wait; 1 where the line only grows. By the recursion of Erlang B, which neither overflows nor cancels. */
export function waitProbability(load: number, agents: number): number {
  if (load <= 0) return 0;
  if (agents <= load) return 1;
  let inverseB = 1;
  for (let n = 1; n <= agents; n += 1) inverseB = 1 + (inverseB * n) / load;
  const blocked = 1 / inverseB;
  return blocked / (1 - (load / agents) * (1 - blocked));
}

/** The share of calls answered within a time. */
export function serviceLevel(traffic: Traffic, agents: number, withinSeconds: number): number {
  const load = loadOf(traffic);
  if (load <= 0) return 1;
  if (agents <= load) return 0;
  return 1 - waitProbability(load, agents) * Math.exp((-(agents - load) * withinSeconds) / traffic.handlingSeconds);
}

/** Seconds; null where the line only grows. */
export function averageWait(traffic: Traffic, agents: number): number | null {
  const load = loadOf(traffic);
  if (load <= 0) return 0;
  return agents <= load ? null : (waitProbability(load, agents) * traffic.handlingSeconds) / (agents - load);
}

/** The fewest who reach the target; 0 where nobody calls. One pass, however many. */
export function agentsNeeded(traffic: Traffic, { share, withinSeconds }: Target): number {
  const load = loadOf(traffic);
  if (load <= 0) return 0;
  let inverseB = 1;
  for (let agents = 1; ; agents += 1) {
    inverseB = 1 + (inverseB * agents) / load;
    if (agents <= load) continue;
    const blocked = 1 / inverseB;
    const waits = blocked / (1 - (load / agents) * (1 - blocked));
    if (1 - waits * Math.exp((-(agents - load) * withinSeconds) / traffic.handlingSeconds) >= share) return agents;
  }
}

/** How many have to be planned so that so many are there, when a share of paid time is breaks, meetings and absence. */
export function withShrinkage(agents: number, shrinkage: number): number {
  return Math.max(0, Math.ceil(agents / (1 - shrinkage) - 1e-9));
}
