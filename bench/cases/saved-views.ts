import type { BenchDesk } from '../desk.ts';
import { latencies, ms, shown, time, type Latencies, type Result } from '../measure.ts';

/** What leads save: common and rare conditions, some that an index leads, some that are asked of each ticket. */
const saved: Record<string, Record<string, unknown>> = {
  'urgent and open': { status: ['new', 'open'], priority: ['urgent'] },
  'open, in Polish, older than two days': { status: ['new', 'open'], language: ['pl'], created: { older_than: { count: 2, unit: 'days' } } },
  'mine and waiting': { status: ['pending', 'on_hold'], assignee: ['me'] },
  'nobody’s, of my teams': { status: ['new', 'open'], assignee: ['none'], team: ['mine'] },
  'a tag': { status: ['new', 'open', 'pending'], tag: ['tag7'] },
  'without a tag': { without_tag: ['tag7'] },
  'solved this week': { status: ['solved'], updated: { newer_than: { count: 7, unit: 'days' } } },
  'a rare word of each ticket': { kind: ['order'], channel: ['phone'] },
};

/** Each count by itself, never from memory: the whole desk's and that of somebody who sees three brands. */
export async function savedViewCounts(desk: BenchDesk): Promise<Result[]> {
  const found = new Map<string, Latencies>();
  const count = (conditions: Record<string, unknown>, turn: number) => desk.ask('POST', '/api/v1/saved-views/preview', { conditions }, Math.abs(turn) % 2);
  // What the program does behind its start is over then, and its code is warm.
  for (let turn = 0; turn < 100; turn += 1) for (const conditions of Object.values(saved)) await count(conditions, turn);
  for (const [name, conditions] of Object.entries(saved)) {
    const samples: number[] = [];
    for (let turn = -10; turn < 60; turn += 1) {
      const spent = await time(() => count(conditions, turn));
      if (turn >= 0) samples.push(spent);
    }
    found.set(name, latencies(samples));
  }
  const [slowest, most] = [...found].reduce((one, other) => (other[1].p50 > one[1].p50 ? other : one));
  const p99 = Math.max(...[...found.values()].map((each) => each.p99));
  return [
    { what: `counts of ${found.size} saved views; the slowest: ${slowest}`, tickets: desk.tickets, product: shown(most), raw: '', ratio: `p99 of any ${ms(p99)}`, budget: '≤ 5 ms each (p50)', holds: most.p50 <= 5, figures: Object.fromEntries(found) },
  ];
}
