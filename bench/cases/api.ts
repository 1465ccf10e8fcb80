import { setTimeout as wait } from 'node:timers/promises';
import type { BenchDesk } from '../desk.ts';
import { inTurn, latencies, ms, perSecond, ratesInTurn, shown, time, type Result } from '../measure.ts';
import { createRaw, listRaw, makeBody, openRaw } from '../raw-sql.ts';

const times = (product: number, raw: number) => product / raw;

export async function createTickets(desk: BenchDesk): Promise<Result[]> {
  const { workspaceId, brandIds, agentIds, inbox } = desk.generated;
  const { rows } = await desk.raw.query<{ id: string }>('select id from customers where workspace_id = $1 order by id limit 1000', [workspaceId]);
  let turn = 0;
  let number = 500_000_000;
  const product = () => desk.ask('POST', '/api/v1/tickets', makeBody(turn++, desk.tickets));
  const raw = () => createRaw(desk.raw, { workspaceId, number: number++, brandId: brandIds[0]!, inboxId: inbox.id, customerId: Number(rows[number % rows.length]!.id), agentId: agentIds[0]!, address: `c${number % 1000}@firm.example` }); // all were generated
  const rates = await ratesInTurn({ clients: 8, slices: 5, sliceMs: 2_000 }, product, raw);
  const one = await inTurn(200, product, raw);
  const share = rates.product / rates.raw;
  return [
    { what: 'ticket by API, durable, 8 clients', tickets: desk.tickets, product: perSecond(rates.product), raw: perSecond(rates.raw), ratio: `${(share * 100).toFixed(0)} %`, budget: '≥ 40 % of raw', holds: share >= 0.4, figures: rates },
    { what: 'ticket by API, one client', tickets: desk.tickets, product: shown(one.product), raw: shown(one.raw), ratio: `p50 ${times(one.product.p50, one.raw.p50).toFixed(1)} ×`, budget: '', holds: null, figures: one },
  ];
}

export async function listOpen(desk: BenchDesk): Promise<Result[]> {
  const { workspaceId, agentIds } = desk.generated;
  const path = '/api/v1/tickets?status=new,open&limit=50';
  const all = await inTurn(600, () => desk.ask('GET', path), () => listRaw(desk.raw, workspaceId, agentIds[0]!)); // 200 agents
  const some = await inTurn(200, () => desk.ask('GET', path, undefined, 1), () => listRaw(desk.raw, workspaceId, agentIds[1]!)); // likewise
  const rates = await ratesInTurn({ clients: 8, slices: 3, sliceMs: 1_500 }, () => desk.ask('GET', path), () => listRaw(desk.raw, workspaceId, agentIds[0]!)); // likewise
  return [
    { what: 'list: 50 open, newest first', tickets: desk.tickets, product: shown(all.product), raw: shown(all.raw), ratio: `p99 ${times(all.product.p99, all.raw.p99).toFixed(1)} ×`, budget: 'p99 ≤ 3 × raw', holds: all.product.p99 <= 3 * all.raw.p99, figures: all },
    { what: 'the same, who sees 3 of 10 brands', tickets: desk.tickets, product: shown(some.product), raw: shown(some.raw), ratio: `p99 ${times(some.product.p99, some.raw.p99).toFixed(1)} ×`, budget: 'p99 ≤ 3 × raw', holds: some.product.p99 <= 3 * some.raw.p99, figures: some },
    { what: 'the same, 8 clients', tickets: desk.tickets, product: perSecond(rates.product), raw: perSecond(rates.raw), ratio: `${((rates.product / rates.raw) * 100).toFixed(0)} %`, budget: '', holds: null, figures: rates },
  ];
}

export async function openTicket(desk: BenchDesk): Promise<Result[]> {
  const { workspaceId, agentIds, longTickets } = desk.generated;
  const pick = (round: number) => longTickets[round % longTickets.length]!; // a hundred of them
  const open = async (round: number) => {
    // As the screen does: both at once.
    const [, timeline] = await Promise.all([desk.ask('GET', `/api/v1/tickets/${pick(round)}`), desk.ask('GET', `/api/v1/tickets/${pick(round)}/timeline`)]);
    return (JSON.parse(timeline) as { items: unknown[] }).items.length;
  };
  const entries = [await open(0), await openRaw(desk.raw, workspaceId, agentIds[0]!, pick(0))]; // 200 agents
  if (entries.some((count) => count !== 20)) throw new Error(`20 entries were expected, not ${entries.join(' and ')}`);
  const found = await inTurn(600, open, (round) => openRaw(desk.raw, workspaceId, agentIds[0]!, pick(round))); // likewise
  return [{ what: 'open a ticket of 20 entries', tickets: desk.tickets, product: shown(found.product), raw: shown(found.raw), ratio: `p99 ${times(found.product.p99, found.raw.p99).toFixed(1)} ×`, budget: 'p99 ≤ 3 × raw', holds: found.product.p99 <= 3 * found.raw.p99, figures: found }];
}

export async function viewCounts(desk: BenchDesk): Promise<Result[]> {
  const samples: number[] = [];
  for (let turn = -20; turn < 100; turn += 1) {
    // Another agent each time, and no two within the moment (recount.ts) in which what all share is counted once: nothing is waited for.
    await wait(300);
    const spent = await time(() => desk.ask('GET', '/api/v1/views', undefined, 2 + (Math.abs(turn) % 190)));
    if (turn >= 0) samples.push(spent);
  }
  const { views, brands, teams } = JSON.parse(await desk.ask('GET', '/api/v1/views', undefined, 2)) as Record<'views' | 'brands' | 'teams', unknown[]>;
  const counts = views.length + brands.length + teams.length;
  const { p50, p99 } = latencies(samples);
  return [{ what: `view counts: all ${counts} in one answer`, tickets: desk.tickets, product: shown({ p50, p99 }), raw: '', ratio: `${ms(p50 / counts)} each`, budget: '≤ 5 ms each', holds: p50 / counts <= 5 && p99 / counts <= 5, figures: { p50, p99, counts } }];
}
