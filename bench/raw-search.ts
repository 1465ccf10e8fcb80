import type pg from 'pg';

/**
 * What a search is at the least, written for the index by hand: the newest 500 that fit, ranked, 50 of them with the
 * names that a row shows, and the newest messages of these, in which the words are shown; the people and firms beside.
 */
const fits = (block: string) => `d.workspace_id = $1 and ombud.search_words_in_block(d.workspace_id, d.slice, d.words) @@ replace($4, '$', to_hex(${block}))::tsquery and ($2::text is null or d.words @@ $2::tsquery)`;
const newest = '(select max(slice) from search_tickets where workspace_id = $1 and ticket_id = (select max(ticket_id) from search_tickets where workspace_id = $1))';
const ranked = `with newest as (
    select d.ticket_id, d.words from generate_series(${newest}, ${newest} - 3, -1) s
    cross join lateral (select d.ticket_id, d.words from search_tickets d where ${fits('s / 4')} and d.slice = s limit 500) d limit 500),
  older as (
    select d.ticket_id, d.words from generate_series((${newest} - 4) / 4, 0, -1) b
    cross join lateral (select d.ticket_id, d.words from search_tickets d where ${fits('b')} and d.slice + 0 <= ${newest} - 4 limit 500) d limit 500),
  c as materialized (select * from newest union all select * from older limit 500),
  best as (
    select t.id, ts_rank('{0.1, 0.3, 0.6, 1.0}', c.words, $3::tsquery, 1) * exp(-extract(epoch from now() - t.last_message_at) / 15552000) as score
    from c join tickets t on t.workspace_id = $1 and t.id = c.ticket_id order by score desc, t.id desc limit 50)
  select t.*, b.name as brand_name, b.color as brand_color, tm.name as team_name, a.name as assignee_name, cu.name as requester_name, ca.address as requester_email, i.address as inbox_address
  from best join tickets t on t.workspace_id = $1 and t.id = best.id
  join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
  join customers cu on cu.workspace_id = t.workspace_id and cu.id = t.requester_id
  left join customer_addresses ca on ca.workspace_id = t.workspace_id and ca.customer_id = t.requester_id and ca.kind = 'email' and ca.is_primary
  left join teams tm on tm.workspace_id = t.workspace_id and tm.id = t.team_id
  left join agents a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
  left join inboxes i on i.workspace_id = t.workspace_id and i.id = t.inbox_id
  order by best.score desc`;
const texts = `select t.id, m.text from unnest($2::bigint[]) as t(id) cross join lateral (
  select m.id, left(m.reply_text, 6000) as text from messages m where m.workspace_id = $1 and m.ticket_id = t.id order by m.id desc limit 12) m`;

const people = `select c.id, c.name, c.note, o.name as organization, ca.address from (
    select d.customer_id, ts_rank('{0.1, 0.2, 0.6, 1.0}', d.words, $2::tsquery, 1) as rank from search_customers d where d.workspace_id = $1 and d.words @@ $2::tsquery limit 500) d
  join customers c on c.workspace_id = $1 and c.id = d.customer_id
  left join organizations o on o.workspace_id = c.workspace_id and o.id = c.organization_id
  left join customer_addresses ca on ca.workspace_id = c.workspace_id and ca.customer_id = c.id and ca.kind = 'email' and ca.is_primary
  where c.person_id is null order by d.rank desc limit 5`;
const firms = `select o.* from search_organizations d join organizations o on o.workspace_id = d.workspace_id and o.id = d.organization_id
  where d.workspace_id = $1 and d.words @@ $2::tsquery order by ts_rank('{0.1, 0.2, 0.6, 1.0}', d.words, $2::tsquery, 1) desc limit 5`;
const nearby = `(select c.name from search_customers d join customers c on c.workspace_id = d.workspace_id and c.id = d.customer_id where d.workspace_id = $1 and d.words @@ $2::tsquery limit 200)
  union all (select o.name from search_organizations d join organizations o on o.workspace_id = d.workspace_id and o.id = d.organization_id where d.workspace_id = $1 and d.words @@ $2::tsquery limit 200)`;

export type RawSearch = { condition: string; rank: string; /** A tsquery of people and firms: asked beside tickets, unless filters are of tickets only. */ beside: string | null; /** Of names that are spelled like it, where nothing has it. */ nearby: string | null };

/** For the index by block: `$` where the block stands, and no places of words. */
const inBlockByHand = (workspaceId: number, condition: string): string => condition.replaceAll(/'([^']+)'/g, `'${workspaceId.toString(16)}/$$/$1'`).replaceAll('<->', '&');

/** How many tickets it found. */
export async function searchRaw(pool: pg.Pool, workspaceId: number, asked: RawSearch): Promise<number> {
  const client = await pool.connect();
  try {
    const hits = await client.query<{ id: string }>({ name: 'search', text: ranked, values: [workspaceId, asked.condition.includes('<->') ? asked.condition : null, asked.rank, inBlockByHand(workspaceId, asked.condition)] });
    if (asked.beside) {
      await client.query({ name: 'people', text: people, values: [workspaceId, asked.beside] });
      await client.query({ name: 'firms', text: firms, values: [workspaceId, asked.beside] });
    }
    if (asked.nearby) await client.query({ name: 'nearby', text: nearby, values: [workspaceId, asked.nearby] });
    if (hits.rows.length > 0) await client.query({ name: 'texts', text: texts, values: [workspaceId, hits.rows.map(({ id }) => id)] });
    return hits.rows.length;
  } finally {
    client.release();
  }
}
