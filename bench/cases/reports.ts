import { randomUUID } from 'node:crypto';
import { followReports } from '../../apps/server/src/features/reports/index.ts';
import { createDatabase, createPool } from '../../apps/server/src/platform/db/db.ts';
import type { BenchDesk } from '../desk.ts';
import { inTurn, perSecond, shown, type Result } from '../measure.ts';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Counting a desk that was there before; then a year of it, against one plain sum over the same tickets. */
export async function yearOfReports(desk: BenchDesk): Promise<Result[]> {
  const { workspaceId } = desk.generated;
  const db = createDatabase(createPool(String(desk.raw.options.connectionString), { max: 2 }));
  try {
    const began = performance.now();
    const lease = randomUUID();
    while ((await followReports({ db }, workspaceId, lease)).more) continue;
    const rate = desk.tickets / ((performance.now() - began) / 1000);
    await desk.raw.query('vacuum (analyze) report_tickets, report_days, report_day_times');
    const period = `since=${day(364)}&until=${day(0)}`;
    const sum = `select count(*), count(*) filter (where status in ('solved', 'closed')), count(*) filter (where status not in ('solved', 'closed')), avg(extract(epoch from solved_at - created_at))
      from tickets where workspace_id = $1 and folder = 'inbox' and merged_into is null and created_at >= $2 group by created_at::date`;
    const raw = () => desk.raw.query({ name: 'year', text: sum, values: [workspaceId, day(364)] });
    const results: Result[] = [{ what: 'reports: tickets counted after an upgrade', tickets: desk.tickets, product: perSecond(rate), raw: '', ratio: '', budget: '', holds: null }];
    for (const [what, path] of [['a year with the one before, and how it went', `/api/v1/reports?${period}`], ['a year by team', `/api/v1/reports/by?${period}&by=team`], ['a year by team, of one channel and kind', `/api/v1/reports/by?${period}&by=team&channel=email&kind=question`]] as const) {
      const { product, raw: limit } = await inTurn(40, () => desk.ask('GET', path), raw);
      const ratio = product.p50 / limit.p50;
      results.push({ what: `reports: ${what}`, tickets: desk.tickets, product: shown(product), raw: `${shown(limit)} (a sum over the tickets)`, ratio: `${ratio.toFixed(2)} × (p50)`, budget: what.includes('channel') ? '' : '≤ 3 ×', holds: what.includes('channel') ? null : ratio <= 3, figures: { product, raw: limit } });
    }
    return results;
  } finally {
    await db.destroy();
  }
}
