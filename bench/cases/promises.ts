import { performance } from 'node:perf_hooks';
import type { BenchDesk } from '../desk.ts';
import { ms, percentile, type Result } from '../measure.ts';

const open = 1_000_000;
/** Come due while they are watched, one after the other. */
const watched = 2_000;
const forSeconds = 20;
/** And some at one moment, which are caught up in a row. */
const atOnce = 1_000;

const insert = `insert into commitments (workspace_id, ticket_id, text, due_at, next_at, source, owner_id, created_at)
  select $1, t.id, 'Call back about the invoice', x.due, x.due, 'api', $2, now() - interval '1 day'
  from (select n, %DUE% as due from generate_series(1, $3::int) n) x
  join (select id, row_number() over (order by id) as place from tickets where workspace_id = $1 order by id limit 10000) t on t.place = 1 + x.n % least(10000, (select count(*) from (select 1 from tickets where workspace_id = $1 limit 10000) c))`;

/** How late promises are found broken with a million open ones, whatever else waits. */
export async function duePromises(desk: BenchDesk): Promise<Result[]> {
  const { raw, generated } = desk;
  const workspace = generated.workspaceId;
  const agent = (await raw.query<{ id: string }>('select id from agents where workspace_id = $1 order by id limit 1', [workspace])).rows[0]!.id; // it has 200
  const add = (count: number, due: string) => raw.query(insert.replace('%DUE%', due), [workspace, agent, count]);
  await add(open, `now() + interval '30 days' + n * interval '1 second'`);
  await raw.query('vacuum analyze commitments');
  const began = performance.now();
  await add(watched, `now() + interval '8 seconds' + n * interval '${forSeconds / watched} seconds'`);
  await add(atOnce, `now() + interval '${forSeconds + 14} seconds'`);
  await raw.query(`select pg_notify('ombud_wake', 'timers')`);
  const fired = async () => Number((await raw.query<{ count: string }>(`select count(*) from events where workspace_id = $1 and type = 'commitment.broken'`, [workspace])).rows[0]!.count); // a count has its row
  while ((await fired()) < watched + atOnce && performance.now() - began < 120_000) await new Promise((resolve) => setTimeout(resolve, 500));
  const { rows } = await raw.query<{ late: number; many: boolean }>(
    `select extract(epoch from e.created_at - c.due_at)::float8 * 1000 as late, (count(*) over (partition by c.due_at)) > 1 as many
     from events e join commitments c on c.workspace_id = e.workspace_id and c.id = (e.data ->> 'commitment')::bigint where e.workspace_id = $1 and e.type = 'commitment.broken'`,
    [workspace],
  );
  await raw.query(`delete from commitments where workspace_id = $1`, [workspace]);
  const told = (what: string, late: number[], expected: number): Result => {
    const figures = { p50: percentile(late, 0.5), p99: percentile(late, 0.99), max: Math.max(...late), fired: late.length, expected };
    return { what, tickets: desk.tickets, product: `p50 ${ms(figures.p50)}, p99 ${ms(figures.p99)}, max ${ms(figures.max)} late`, raw: '', ratio: `${late.length} of ${expected} fired`, budget: '≤ 1 s late', holds: figures.max <= 1_000 && late.length === expected, figures };
  };
  return [
    told(`due promises, ${open} open`, rows.filter(({ many }) => !many).map(({ late }) => late), watched),
    told(`${atOnce} promises due at once`, rows.filter(({ many }) => many).map(({ late }) => late), atOnce),
  ];
}
