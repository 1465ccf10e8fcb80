import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { notKept } from '../../apps/server/src/platform/backup/database.queries.ts';

/** Of these only some rows are somebody's word; the others a running desk finds by itself, sooner or later. */
const told: Record<string, string> = { 'public.customer_pairs': 'where dismissed_at is not null' };

/** All rows of all tables that are kept, as one checksum a table. */
export async function sumRows(ownerUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c search_path=public' });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity') and schemaname || '.' || tablename <> all($1) order by 1",
      [notKept],
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows) {
      const sum = await client.query<{ sum: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${name} t ${told[name] ?? ''}`);
      sums[name] = sum.rows[0]?.sum ?? '';
    }
    return sums;
  } finally {
    await client.end();
  }
}

/** The tables whose rows differ, each with what either side has. */
export function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);
  return names.map((name) => `${name}: ${one[name] ?? 'nothing'} / ${other[name] ?? 'nothing'}`);
}

/** The files of a store by their path, each with its checksum. */
export async function sumFiles(store: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const entry of await readdir(store, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile() || entry.parentPath.endsWith('incoming')) continue;
    sums[entry.name] = createHash('sha256').update(await readFile(join(entry.parentPath, entry.name))).digest('hex');
  }
  return sums;
}

/** References that no foreign key holds, and the files that rows name: what is not there. */
export async function findLooseEnds(ownerUrl: string, store: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ loose: string }>(`
      select 'event ' || e.id || ' without message' as loose from events e where e.message_id is not null and not exists (select from messages m where m.workspace_id = e.workspace_id and m.id = e.message_id)
      union all select 'event ' || e.id || ' without ticket' from events e where e.ticket_id is not null and not exists (select from tickets t where t.workspace_id = e.workspace_id and t.id = e.ticket_id)
      union all select 'ticket ' || t.id || ' without event' from tickets t where not exists (select from events e where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.type = 'ticket.created')
      union all select 'ticket ' || t.id || ' counts wrong' from tickets t where t.message_count <> (select count(*) from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id)
      union all select 'message ' || m.id || ' without raw file' from messages m where m.raw_file_id is not null and not exists (select from files f where f.workspace_id = m.workspace_id and f.id = m.raw_file_id)
      union all select 'intake ' || i.id || ' without ticket' from intake i where i.ticket_id is not null and not exists (select from tickets t where t.workspace_id = i.workspace_id and t.id = i.ticket_id)`);
    const named = await client.query<{ sha: string }>('select sha256 as sha from files union select raw_sha256 from intake');
    const there = await sumFiles(store);
    return [...rows.map(({ loose }) => loose), ...named.rows.filter(({ sha }) => there[sha] !== sha).map(({ sha }) => `file ${sha}`)];
  } finally {
    await client.end();
  }
}
