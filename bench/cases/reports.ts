import { randomUUID } from 'node:crypto';
import { followReports } from '../../apps/server/src/features/reports/index.ts';
import { createDatabase, createPool } from '../../apps/server/src/platform/db/db.ts';
import type { BenchDesk } from '../desk.ts';
import { inTurn, perSecond, shown, type Result } from '../measure.ts';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Of a page behind a number, further down: where the first one ends. */
async function nextPage(desk: BenchDesk, path: string, agent: number): Promise<string> {
  const { next_cursor: cursor } = JSON.parse(await desk.ask('GET', path, undefined, agent)) as { next_cursor: string | null };
  return cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
}

/** What people open every day, who sees all brands (0) and who sees three (1), against the same sums and pages written plainly. */
async function daily(desk: BenchDesk): Promise<Result[]> {
  const { workspaceId } = desk.generated;
  const [month, year] = [[day(29), day(0)], [day(364), day(0)]] as const;
  const inMonth = `since=${month[0]}&until=${month[1]}`;
  const inYear = `since=${year[0]}&until=${year[1]}`;
  const days = (columns: string, group: string, [since, until]: readonly [string, string]) => () =>
    desk.raw.query({ name: `days ${columns} ${group}`, text: `select ${columns}, sum(tickets), sum(open), sum(solved), sum(resolution_seconds) from report_days where workspace_id = $1 and dimension = 'all' and day between $2 and $3 group by ${group}`, values: [workspaceId, since, until] });
  const page = (column: 'day' | 'solved_day', where: string) => () =>
    desk.raw.query({ name: `page ${column} ${where}`, text: `select f.ticket_id, t.number, t.subject from report_tickets f join tickets t on t.workspace_id = f.workspace_id and t.id = f.ticket_id where f.workspace_id = $1 and ${where} and f.${column} between $2 and $3 order by f.${column} desc, f.ticket_id desc limit 51`, values: [workspaceId, ...year] });
  const solved = `/api/v1/reports/tickets?${inYear}&show=solved&limit=50`;
  const missed = `/api/v1/reports/tickets?${inYear}&show=sla_missed&limit=50`;
  const cases: [string, string, number, () => Promise<unknown>][] = [
    ['the last 30 days with those before', `/api/v1/reports?${inMonth}`, 0, days('day', 'day', [day(59), day(0)])],
    ['the same, who sees 3 of 10 brands', `/api/v1/reports?${inMonth}`, 1, days('day', 'day', [day(59), day(0)])],
    ['30 days by brand', `/api/v1/reports/by?${inMonth}&by=brand`, 0, days('brand_id', 'brand_id', month)],
    ['a year by brand', `/api/v1/reports/by?${inYear}&by=brand`, 0, days('brand_id', 'brand_id', year)],
    ['a year by brand, who sees 3 of 10 brands', `/api/v1/reports/by?${inYear}&by=brand`, 1, days('brand_id', 'brand_id', year)],
    ['50 tickets behind a number, the second page', await nextPage(desk, solved, 0), 0, page('solved_day', 'f.solved > 0')],
    ['the same, who sees 3 of 10 brands', await nextPage(desk, solved, 1), 1, page('solved_day', 'f.solved > 0')],
    ['50 tickets behind a rare number', missed, 0, page('day', 'f.sla_missed > 0')],
  ];
  const results: Result[] = [];
  for (const [what, path, agent, plain] of cases) {
    const found = await inTurn(60, () => desk.ask('GET', path, undefined, agent), plain);
    results.push({ what: `reports: ${what}`, tickets: desk.tickets, product: shown(found.product), raw: shown(found.raw), ratio: `${(found.product.p50 / found.raw.p50).toFixed(1)} × (p50)`, budget: 'p99 ≤ 100 ms', holds: found.product.p99 <= 100, figures: found });
  }
  return results;
}

/** Counting a desk that was there before; then a year of it, against one plain sum over the same tickets; then what is opened every day. */
export async function yearOfReports(desk: BenchDesk): Promise<Result[]> {
  const { workspaceId } = desk.generated;
  const db = createDatabase(createPool(String(desk.raw.options.connectionString), { max: 2 }));
  try {
    const began = performance.now();
    const lease = randomUUID();
    while ((await followReports({ db }, workspaceId, lease)).more) continue;
    const spent = (performance.now() - began) / 1000;
    const { rows } = await desk.raw.query<{ count: number }>('select count(*)::int as count from report_tickets where workspace_id = $1', [workspaceId]);
    const rate = rows[0]!.count / spent; // a count is one row
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
    return [...results, ...(await daily(desk))];
  } finally {
    await db.destroy();
  }
}
