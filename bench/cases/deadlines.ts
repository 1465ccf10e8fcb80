import type { BenchDesk } from '../desk.ts';
import { latencies, shown, type Result } from '../measure.ts';

const open = 1_000_000;
const kinds = ['pickup', 'first_reply', 'next_reply', 'update', 'resolution'];
const due = 2_000;
const overSeconds = 20;

/** A million promised times that stand (at most five a ticket); some fall due, and each is marked and told so much later. */
export async function dueDeadlines(desk: BenchDesk): Promise<Result[]> {
  const each = Math.max(1, Math.min(kinds.length, Math.ceil(open / desk.tickets)));
  const { rowCount } = await desk.raw.query(
    `insert into sla_targets (workspace_id, ticket_id, brand_id, kind, cycle_at, policy_id, policy_version, priority, business, target_minutes, reason, began_at, due_at, left_seconds, next_at)
     select t.workspace_id, t.id, t.brand_id, k.kind, t.created_at, 1, 1, t.priority, false, 60, 'started', t.created_at, later.at, 3600, later.at
     from tickets t cross join unnest($1::text[]) k(kind) cross join lateral (select now() + interval '1 day' + (t.id % 100000) * interval '1 second' as at) later
     limit ${open} on conflict do nothing`,
    [kinds.slice(0, each)],
  );
  await desk.raw.query('analyze sla_targets');
  await desk.raw.query(
    `update sla_targets s set due_at = x.at, next_at = x.at
     from (select workspace_id, id, now() + interval '2 seconds' + (row_number() over (order by id)) * interval '${overSeconds} seconds' / ${due} as at from sla_targets where ended_at is null order by id limit ${due}) x
     where s.workspace_id = x.workspace_id and s.id = x.id`,
  );
  await new Promise((resolve) => setTimeout(resolve, (overSeconds + 5) * 1_000));
  const { rows } = await desk.raw.query<{ late: string }>(`select extract(epoch from created_at - (data ->> 'at')::timestamptz) * 1000 as late from events where type = 'sla.breached'`);
  const samples = rows.map((row) => Number(row.late));
  const late = latencies(samples.slice());
  const latest = Math.max(...samples);
  return [{ what: `${due} of ${rowCount ?? 0} deadlines fall due`, tickets: desk.tickets, product: `${shown(late)}, at most ${Math.round(latest)} ms late`, raw: '', ratio: `${rows.length} of ${due} marked`, budget: '≤ 1 s late', holds: rows.length === due && latest <= 1_000, figures: { ...late, latest, rows: rowCount } }];
}
