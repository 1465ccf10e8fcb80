import pg from 'pg';

export type Breach = { table: string; rule: string };

const tables = `select c.oid, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`;

const rules: Record<string, string> = {
  'starts with workspace_id bigint not null': `
    select t.name from (${tables}) t
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = 1
    where a.attname is distinct from 'workspace_id' or a.atttypid <> 'bigint'::regtype or not a.attnotnull`,
  'has a primary key': `
    select t.name from (${tables}) t where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  'every index and unique constraint begins with workspace_id': `
    select t.name || ' (' || i.indexrelid::regclass || ')' as name from (${tables}) t
    join pg_index i on i.indrelid = t.oid
    join pg_class x on x.oid = i.indexrelid join pg_am am on am.oid = x.relam
    where case when am.amname = 'btree' then i.indkey[0] else (select min(k) from unnest(i.indkey) k where k = 1) end is distinct from 1`,
  'every foreign key to a tenant table names workspace_id on both sides': `
    select t.name || ' (' || k.conname || ')' as name from (${tables}) t
    join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    join pg_class f on f.oid = k.confrelid join pg_namespace n on n.oid = f.relnamespace
    where n.nspname <> 'public' or k.conkey[1] <> 1 or k.confkey[1] <> 1`,
  'has no triggers': `select t.name || ' (' || g.tgname || ')' as name from (${tables}) t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`,
  'has no rules or row security that hides rows': `select t.name from (${tables}) t join pg_class c on c.oid = t.oid where c.relrowsecurity or c.relhasrules`,
};

/** Where the tables of the schema `public` break the tenant rules (docs/adr/0002-tenant-rules.md). Empty: nowhere. */
export async function findTenantBreaches(ownerUrl: string): Promise<Breach[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const breaches: Breach[] = [];
    for (const [rule, query] of Object.entries(rules)) {
      const { rows } = await client.query<{ name: string }>(query);
      breaches.push(...rows.map(({ name }) => ({ table: name, rule })));
    }
    return breaches;
  } finally {
    await client.end();
  }
}
