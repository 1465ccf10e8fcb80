import { performance } from 'node:perf_hooks';
import { decide, take, type Candidate } from '../../apps/server/src/features/routing/routing.rules.ts';
import type { BenchDesk } from '../desk.ts';
import type { Result } from '../measure.ts';

const agents = 1_000;
const tickets = 5_000;
const inOne = 50;

/** Tickets handed out in a second to a team of a thousand, each decided, assigned with its event, and kept with its reasons. */
export async function handOutTickets(desk: BenchDesk): Promise<Result[]> {
  const { raw, generated } = desk;
  const workspace = generated.workspaceId;
  const team = (await raw.query<{ id: string }>(`insert into teams (workspace_id, name) values ($1, 'Handed out') returning id`, [workspace])).rows[0]!.id; // returning gives a row
  await raw.query(
    `with made as (insert into agents (workspace_id, name, email, role, availability) select $1, 'Agent ' || n, 'routed-' || n || '@bench.example', 'agent', 'online' from generate_series(1, $3::int) n returning id)
     insert into team_members (workspace_id, team_id, agent_id) select $1, $2, id from made`,
    [workspace, team, agents],
  );
  const waiting = (await raw.query<{ id: string }>(
    `update tickets set team_id = $2, assignee_id = null, status = 'open', folder = 'inbox', snoozed_until = null where workspace_id = $1 and id in (select id from tickets where workspace_id = $1 and merged_into is null order by id limit $3) returning id`,
    [workspace, team, tickets],
  )).rows.map(({ id }) => Number(id));
  await raw.query('vacuum analyze tickets');
  await raw.query('analyze agents');
  const limit = await rawRate(desk, waiting);
  await raw.query(`update tickets set assignee_id = null where workspace_id = $1 and team_id = $2`, [workspace, team]);
  const decided = async () => (await raw.query<{ count: number; seconds: number }>(`select count(*)::int as count, extract(epoch from max(decided_at) - min(decided_at))::float8 as seconds from routing_decisions where workspace_id = $1`, [workspace])).rows[0]!; // an aggregate gives a row
  const began = performance.now();
  await raw.query(`insert into routing_rules (workspace_id, team_id, mode, sticky_last) values ($1, $2, 'push', false)`, [workspace, team]);
  await raw.query(`select pg_notify('ombud_wake', 'events')`);
  while ((await decided()).count < waiting.length && performance.now() - began < 120_000) await new Promise((resolve) => setTimeout(resolve, 250));
  const { count, seconds } = await decided();
  const rate = count / seconds;
  const alone = decisionsAlone();
  await raw.query(`delete from routing_rules where workspace_id = $1`, [workspace]);
  return [
    { what: `hand out ${count} tickets to ${agents} agents`, tickets: desk.tickets, product: `${Math.round(rate)} tickets/s`, raw: `${Math.round(limit)} tickets/s`, ratio: `${Math.round((rate / limit) * 100)} %`, budget: '≥ 40 tickets/s', holds: count === waiting.length && rate >= 40, figures: { rate, limit, count } },
    { what: `decide alone, ${agents} agents`, tickets: desk.tickets, product: `${Math.round(alone)} decisions/s`, raw: '', ratio: '', budget: '≥ 1,000/s', holds: alone >= 1_000, figures: { alone } },
  ];
}

/** The assignee and its event by plain SQL, as many to a transaction. */
async function rawRate({ raw, generated }: BenchDesk, ids: readonly number[]): Promise<number> {
  const client = await raw.connect();
  const began = performance.now();
  try {
    for (let from = 0; from < ids.length; from += inOne) {
      await client.query('begin');
      for (const id of ids.slice(from, from + inOne)) {
        await client.query('update tickets set assignee_id = (select min(id) from agents where workspace_id = $1), updated_at = now() where workspace_id = $1 and id = $2', [generated.workspaceId, id]);
        await client.query(`insert into events (workspace_id, type, ticket_id, actor_type, data) values ($1, 'ticket.updated', $2, 'system', '{}')`, [generated.workspaceId, id]);
      }
      await client.query('commit');
    }
  } finally {
    client.release();
  }
  return ids.length / ((performance.now() - began) / 1_000);
}

function decisionsAlone(): number {
  const now = Date.UTC(2026, 10, 27);
  const candidates = Array.from({ length: agents }, (_each, id): Candidate => ({ id, member: true, tier: 1, active: true, brands: 'all', availability: 'online', atWork: true, timeOff: false, skills: new Map([[id % 7, 1 + (id % 5)]]), most: () => 20, open: new Map(), turn: 0, offered: false, idleSince: now }));
  const count = 5_000;
  const began = performance.now();
  for (let turn = 1; turn <= count; turn += 1) {
    const { chosen } = decide({ method: 'least_busy', stickyAccount: true, stickyLast: true, relaxAfter: 300_000, offers: false }, { brand: 1, tier: null, channel: 'email', needs: [{ skill: turn % 7, need: 'required', level: 1 }], since: now, accountAgents: [], lastAgent: null, gaveBack: new Set(), passed: new Map() }, candidates, now);
    if (chosen) take(candidates[chosen.agent]!, 'email', turn, now); // their ids are their places
  }
  return count / ((performance.now() - began) / 1_000);
}
