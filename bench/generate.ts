import { createHash } from 'node:crypto';
import pg from 'pg';
import { makeNames, makeSubjects, makeTexts } from './texts.ts';

/**
 * A workspace of any size, the same for the same seed: T tickets with 5 messages of about 600 characters each in five
 * languages, T/10 customers, 200 agents, 20 teams, 10 brands, over one year up to now. Written by the database itself
 * in multi-row inserts; constraints and indexes stay as they are.
 * Alone: node bench/generate.ts postgres://… [tickets] [seed]
 */
export type Generated = {
  workspaceId: number;
  brandIds: number[];
  agentIds: number[];
  inbox: { id: number; address: string };
  /** API tokens by agent; the first is an administrator who sees all brands, the second sees three. */
  tokens: string[];
  /** Numbers of tickets whose timeline has 20 entries. */
  longTickets: number[];
  newestNumber: number;
  seconds: number;
};

const messagesEach = 5;
const eventsEach = 6;
const longCount = 100;
const batch = 2_500;
/** A whole number from 0 to n - 1 for ticket i that repeats with the seed ($1). */
const chance = (i: string, salt: number, n: string) => `((hashint8extended((${i})::bigint, $1::bigint + ${salt}) & 9223372036854775807) % ${n})`;

export async function generateWorkspace(ownerUrl: string, { tickets, seed = 1, log = () => undefined }: { tickets: number; seed?: number; log?: (line: string) => void }): Promise<Generated> {
  const began = performance.now();
  const [client, second] = await Promise.all([connect(ownerUrl, seed), connect(ownerUrl, seed)]);
  try {
    const cast = await generateCast(client, tickets, seed);
    const bases = { ticket: await reserve(client, 'tickets', tickets), message: await reserve(client, 'messages', tickets * messagesEach), event: await reserve(client, 'events', tickets * eventsEach), participant: await reserve(client, 'participants', tickets) };
    await generateInBatches([client, second], seed, tickets, { ...cast, ...bases }, log);
    const longTickets = await generateLongTimelines(client, cast.workspaceId, tickets);
    await client.query('insert into ticket_number_blocks (workspace_id, next_number) values ($1, $2)', [cast.workspaceId, tickets + 1]);
    const seconds = (performance.now() - began) / 1000;
    log(`${tickets} tickets in ${seconds.toFixed(1)} s, ${Math.round(tickets / seconds)} a second`);
    await client.query('vacuum (analyze)');
    return { workspaceId: cast.workspaceId, brandIds: cast.brandIds, agentIds: cast.agentIds, inbox: cast.inbox, tokens: cast.tokens, longTickets, newestNumber: tickets, seconds };
  } finally {
    await Promise.all([client.end(), second.end()]);
  }
}

const made = new Map<number, ReturnType<typeof makeTexts>>();
function textsOf(seed: number): ReturnType<typeof makeTexts> {
  const known = made.get(seed) ?? makeTexts(seed, 1_000);
  made.set(seed, known);
  return known;
}

async function connect(ownerUrl: string, seed: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query("set synchronous_commit = off; set work_mem = '256MB'");
  // Consistent by construction; where we may not, every reference is checked, which takes longer.
  await client.query('set session_replication_role = replica').catch(() => undefined);
  const texts = textsOf(seed);
  await client.query('create temp table pool (id bigint primary key, language text, text text, line text)');
  await client.query('insert into pool select n - 1, l, t, s from unnest($1::text[], $2::text[], $3::text[]) with ordinality as p(l, t, s, n)', [texts.map(({ language }) => language), texts.map(({ text }) => text), texts.map(({ line }) => line)]);
  await client.query('create temp table words (id bigint primary key, subject text, name text)');
  const subjects = makeSubjects();
  const names = makeNames();
  await client.query('insert into words select n - 1, s, ($2::text[])[1 + (n - 1) % $3::int] from unnest($1::text[]) with ordinality as p(s, n)', [subjects, names, names.length]);
  return client;
}

/** The first of `count` ids that nobody else gets. */
async function reserve(client: pg.Client, table: string, count: number): Promise<number> {
  const { rows } = await client.query<{ first: string }>(`select nextval(pg_get_serial_sequence('public.${table}', 'id'))::text as first`);
  const first = Number(rows[0]!.first); // one row always
  await client.query(`select setval(pg_get_serial_sequence('public.${table}', 'id'), $1)`, [first + count]);
  return first;
}

async function ids(client: pg.Client, text: string, values: unknown[]): Promise<number[]> {
  const { rows } = await client.query<{ id: string }>(text, values);
  return rows.map(({ id }) => Number(id));
}

async function generateCast(client: pg.Client, tickets: number, seed: number) {
  const [workspaceId = 0] = await ids(client, `insert into identity.workspaces (slug, name) values ($1, 'Bench') returning id`, [`bench-${tickets}-${seed}`]);
  const brandIds = await ids(client, `insert into brands (workspace_id, slug, name, is_default) select $1, 'brand-' || n, 'Brand ' || n, n = 1 from generate_series(1, 10) n returning id`, [workspaceId]);
  const teamIds = await ids(client, `insert into teams (workspace_id, name) select $1, 'Team ' || n from generate_series(1, 20) n returning id`, [workspaceId]);
  const agentIds = await ids(client, `insert into agents (workspace_id, name, email, role, all_brands) select $1, w.name || ' ' || n, 'agent' || n || '@bench.example', case n when 1 then 'admin' else 'agent' end, n <> 2 from generate_series(1, 200) n join words w on w.id = n % 60 returning id`, [workspaceId]);
  await client.query('insert into agent_brands select $1, $2, unnest($3::bigint[])', [workspaceId, agentIds[1], brandIds.slice(0, 3)]);
  await client.query('insert into team_members select $1, t, a from unnest($2::bigint[]) with ordinality as t(t, n) join unnest($3::bigint[]) with ordinality as a(a, m) on m % 20 = n % 20', [workspaceId, teamIds, agentIds]);
  const tokens = agentIds.map((id) => `omb_${createHash('sha256').update(`bench ${seed} ${workspaceId} ${id}`).digest('base64url')}`);
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
  await client.query(`insert into identity.api_tokens (hash, workspace_id, agent_id, name, prefix) select h, $1, a, 'bench', 'omb_' from unnest($2::bytea[], $3::bigint[]) as x(h, a)`, [workspaceId, hashes, agentIds]);
  const address = `desk-${workspaceId}@bench.example`;
  const inboxIds = await ids(client, `insert into inboxes (workspace_id, brand_id, address) select $1, b, case n when 1 then $3 else 'b' || n || '-' || $3 end from unnest($2::bigint[]) with ordinality as b(b, n) returning id`, [workspaceId, brandIds, address]);
  await client.query('insert into identity.inbox_addresses select address, workspace_id, id from inboxes where workspace_id = $1', [workspaceId]);
  const customers = Math.max(10, Math.floor(tickets / 10));
  const customer = await reserve(client, 'customers', customers);
  await client.query(`insert into customers (workspace_id, id, name, language) select $2, $3 + n, w.name || ' ' || n, (array['en', 'sv', 'es', 'da', 'pl'])[1 + ${chance('n', 1, '5')}] from generate_series(0::bigint, $4::bigint - 1) n join words w on w.id = n % 60`, [seed, workspaceId, customer, customers]);
  await client.query(`insert into customer_addresses (workspace_id, customer_id, kind, address, is_primary) select $1, $2::bigint + n, 'email', 'c' || n || '@firm' || n % 500 || '.example', true from generate_series(0::bigint, $3::bigint - 1) n`, [workspaceId, customer, customers]);
  await client.query('insert into customer_brands select $1, $2::bigint + n, ($4::bigint[])[1 + n % 10] from generate_series(0::bigint, $3::bigint - 1) as s(n)', [workspaceId, customer, customers, brandIds]);
  return { workspaceId, brandIds, teamIds, agentIds, inboxIds, inbox: { id: inboxIds[0]!, address }, tokens, customer, customers }; // ten inboxes
}

type Cast = Awaited<ReturnType<typeof generateCast>> & { ticket: number; message: number; event: number; participant: number };

async function generateInBatches(clients: pg.Client[], seed: number, tickets: number, cast: Cast, log: (line: string) => void): Promise<void> {
  let next = 0;
  await Promise.all(clients.map(async (client) => {
    while (next < tickets) {
      const from = next;
      next += batch;
      await generateBatch(client, seed, tickets, cast, from, Math.min(tickets, from + batch));
      if (next % 100_000 === 0) log(`${next} of ${tickets}`);
    }
  }));
}

async function generateBatch(client: pg.Client, seed: number, tickets: number, cast: Cast, from: number, to: number): Promise<void> {
  const values = [seed, cast.workspaceId, from, to, tickets, cast.ticket, cast.message, cast.event, cast.participant, cast.brandIds, cast.teamIds, cast.agentIds, cast.inboxIds, cast.customer, cast.customers];
  await client.query('begin');
  await client.query('drop table if exists planned');
  await client.query(
    `create temp table planned on commit drop as
     select i, $6::bigint + i as id, i + 1 as number, c, $14::bigint + c as customer_id, 1 + c % 10 as brand, p.language, p.lang, w.subject, w.name || ' ' || c as name, 'c' || c || '@firm' || c % 500 || '.example' as address,
       ($12::bigint[])[1 + ${chance('i', 4, '200')}] as agent_id, s.status, now() - make_interval(secs => 31536000.0 * ($5::bigint - i) / $5::bigint) as at
     from generate_series($3::bigint, $4::bigint - 1) i
     cross join lateral (select ${chance('i', 2, '$15::bigint')} as c, ${chance('i', 3, '100')} as dice, ${chance('i', 6, '5')} as lang) d
     cross join lateral (select case when dice < 1 then 'new' when dice < 4 then 'open' when dice < 7 then 'pending' when dice < 8 then 'on_hold' when dice < 14 then 'solved' else 'closed' end as status) s
     cross join lateral (select d.lang, (array['en', 'sv', 'es', 'da', 'pl'])[1 + d.lang] as language) p
     join words w on w.id = ${chance('i', 5, '60')}
     where $2::bigint is not null and $7::bigint is not null and $8::bigint is not null and $9::bigint is not null and $10::bigint[] is not null and $11::bigint[] is not null and $13::bigint[] is not null`,
    values,
  );
  await client.query('analyze planned');
  await client.query(
    `insert into tickets (workspace_id, id, number, subject, status, priority, kind, channel, language, brand_id, inbox_id, team_id, assignee_id, requester_id, tags, last_line, last_author, last_direction, last_message_at, message_count, solved_at, close_at, created_at, updated_at)
     select $2, t.id, t.number, t.subject, t.status, (array['low', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + ${chance('i', 7, '6')}], 'question', 'email', t.language, ($3::bigint[])[t.brand], ($4::bigint[])[t.brand], ($5::bigint[])[1 + ${chance('i', 8, '20')}],
       case when t.status = 'new' or (t.status = 'open' and ${chance('i', 9, '5')} = 0) then null else t.agent_id end, t.customer_id, array['tag' || ${chance('i', 10, '50')}], p.line, t.name, 'in', t.at + interval '4 hours', ${messagesEach},
       case when t.status in ('solved', 'closed') then t.at + interval '4 hours' end, case when t.status = 'solved' then now() + interval '5 days' end, t.at, t.at + interval '4 hours'
     from planned t join pool p on p.id = t.lang * 1000 + ${chance('i * 5 + 4', 11, '1000')}`,
    [seed, cast.workspaceId, cast.brandIds, cast.inboxIds, cast.teamIds],
  );
  await client.query(
    `insert into messages (workspace_id, id, ticket_id, kind, direction, channel, author_type, author_id, from_name, from_address, recipients_to, subject, text, reply_text, language, message_id, sender_check, created_at)
     select $2, $3::bigint + t.i * ${messagesEach} + k, t.id, case when k = 2 then 'note' else 'public' end, case when k % 2 = 0 and k <> 2 then 'in' else 'out' end, 'email', case when k % 2 = 0 and k <> 2 then 'customer' else 'agent' end,
       case when k % 2 = 0 and k <> 2 then t.customer_id else t.agent_id end, t.name, t.address, jsonb_build_array(jsonb_build_object('name', t.name, 'address', t.address)), t.subject, p.text, p.text, t.language,
       '<' || t.id || '.' || k || '@bench.example>', 'verified', t.at + make_interval(hours => k)
     from planned t cross join generate_series(0, ${messagesEach - 1}) k join pool p on p.id = t.lang * 1000 + ${chance('i * 5 + k', 11, '1000')}
     where $1::bigint is not null order by 2`,
    [seed, cast.workspaceId, cast.message],
  );
  await client.query(`insert into participants (workspace_id, id, ticket_id, customer_id, address, name, role) select $1, $2::bigint + i, id, customer_id, address, name, 'requester' from planned`, [cast.workspaceId, cast.participant]);
  await client.query(
    `insert into events (workspace_id, id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data, created_at)
     select $1, $2::bigint + t.i * ${eventsEach} + k, case k when 0 then 'ticket.created' when 1 then 'ticket.updated' else 'message.added' end, t.id, ($4::bigint[])[t.brand], case k when 0 then $3::bigint + t.i * ${messagesEach} when 1 then null else $3::bigint + t.i * ${messagesEach} + k - 1 end,
       case when k in (0, 5) then 'customer' else 'agent' end, case when k in (0, 5) then t.customer_id else t.agent_id end,
       case k when 0 then jsonb_build_object('number', t.number, 'channel', 'email') when 1 then jsonb_build_object('changes', jsonb_build_object('assignee', jsonb_build_object('from', null, 'to', t.agent_id))) else jsonb_build_object('kind', case when k = 3 then 'note' else 'public' end, 'direction', case when k = 5 then 'in' else 'out' end) end,
       t.at + make_interval(mins => case k when 0 then 0 when 1 then 10 else (k - 1) * 60 end)
     from planned t cross join generate_series(0, ${eventsEach - 1}) k order by 2`,
    [cast.workspaceId, cast.event, cast.message, cast.brandIds],
  );
  await client.query('commit');
}

/** Some tickets get nine more messages and five more changes: 20 entries. */
async function generateLongTimelines(client: pg.Client, workspaceId: number, tickets: number): Promise<number[]> {
  const step = Math.max(1, Math.floor(tickets / longCount));
  const chosen = `select id, number, brand_id, requester_id, assignee_id from tickets where workspace_id = $1 and number % ${step} = 0 order by number limit ${longCount}`;
  await client.query('begin');
  await client.query(`create temp table long on commit drop as ${chosen}`, [workspaceId]);
  await client.query(
    `with m as (
       insert into messages (workspace_id, ticket_id, kind, direction, channel, author_type, author_id, from_name, from_address, subject, text, reply_text, language, created_at)
       select $1, l.id, 'public', case when k % 2 = 0 then 'in' else 'out' end, 'email', 'customer', l.requester_id, 'Somebody', 'c@firm.example', 'Re: again', p.text, p.text, p.language, now() from long l cross join generate_series(1, 9) k join pool p on p.id = (l.id * 9 + k) % 5000 order by l.id, k
       returning id, ticket_id)
     insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data)
     select $1, 'message.added', l.id, l.brand_id, m.id, 'customer', l.requester_id, '{"kind": "public", "direction": "in"}' from m join long l on l.id = m.ticket_id order by m.id`,
    [workspaceId],
  );
  await client.query(`insert into events (workspace_id, type, ticket_id, brand_id, actor_type, actor_id, data) select $1, 'ticket.updated', l.id, l.brand_id, 'agent', l.assignee_id, '{"changes": {"priority": {"from": "normal", "to": "high"}}}' from long l cross join generate_series(1, 5) k`, [workspaceId]);
  await client.query('update tickets t set message_count = 14 from long l where t.workspace_id = $1 and t.id = l.id', [workspaceId]);
  const numbers = await ids(client, 'select number as id from long order by number', []);
  await client.query('commit');
  return numbers;
}

if (import.meta.main) {
  const [url, tickets = '10000', seed = '1'] = process.argv.slice(2);
  if (!url) throw new Error('node bench/generate.ts postgres://… [tickets] [seed]');
  await generateWorkspace(url, { tickets: Number(tickets), seed: Number(seed), log: (line) => process.stdout.write(`${line}\n`) });
}
