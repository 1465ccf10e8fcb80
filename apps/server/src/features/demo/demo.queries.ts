import { sql } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';

type Row = Record<string, unknown>;

/** `count` fresh ids of a table, for rows that refer to each other before they are written. */
export async function takeIds(tx: Tx, table: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${`public.${table}`}, 'id')) as id from generate_series(1, ${count})`.execute(tx);
  return rows.map(({ id }) => id);
}

/** As many rows as one statement takes: all at once, the program and PostgreSQL hold each of them several times. */
const rowsAtOnce = 200;

/** Rows of one shape; JSON carries every type that the columns have. */
export async function insertRows(tx: Tx, table: string, rows: Row[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json(rows.slice(from, from + rowsAtOnce))})`.execute(tx);
}

/** To a colleague, who is to work on it now. */
export async function handOverTicket(tx: Tx, workspaceId: number, ticketId: number, { assigneeId, at }: { assigneeId: number; at: Date }): Promise<void> {
  await sql`update tickets set assignee_id = ${assigneeId}, status = 'open', updated_at = ${at} where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(tx);
}

/** What their tickets hold of promises that are not kept and of open escalations. */
export async function noteCare(tx: Tx, workspaceId: number, ticketIds: readonly number[]): Promise<void> {
  await sql`
    update tickets t set
      promise_due_at = (select min(c.due_at) from commitments c where c.workspace_id = t.workspace_id and c.ticket_id = t.id and c.state in ('open', 'broken')),
      escalated_at = (select min(e.created_at) from escalations e where e.workspace_id = t.workspace_id and e.ticket_id = t.id and e.state = 'open')
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ticketIds]}::bigint[])`.execute(tx);
}

/** Automations and surveys follow the feed from here on: what the demo tells of is history. */
export async function followFromHere(tx: Tx, workspaceId: number): Promise<void> {
  for (const table of ['automation_progress', 'satisfaction_progress'])
    await sql`insert into ${sql.table(table)} (workspace_id, xid, event_id) select workspace_id, xid, id from events where workspace_id = ${workspaceId} order by id desc limit 1`.execute(tx);
}

export type DemoWorkspace = { id: number };

export async function findDemo(db: Queryable): Promise<DemoWorkspace | null> {
  return (await db.selectFrom('identity.workspaces').select('id').where('demo', '=', true).orderBy('id').executeTakeFirst()) ?? null;
}

/** The workspace under the first free slug; two programs that start together make one. Null when it is there already. */
export async function insertDemoWorkspace(tx: Tx, firm: { slug: string; name: string; language: string; timeZone: string }, createdAt: Date): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ombud demo', 0))`.execute(tx);
  if (await findDemo(tx)) return null;
  for (let turn = 1; ; turn += 1) {
    const slug = turn === 1 ? firm.slug : `${firm.slug}-${turn}`;
    const values = { slug, name: firm.name, default_language: firm.language, time_zone: firm.timeZone, demo: true, created_at: createdAt };
    const row = await tx.insertInto('identity.workspaces').values(values).onConflict((conflict) => conflict.column('slug').doNothing()).returning('id').executeTakeFirst();
    if (row) return row.id;
  }
}

/** A sign-in for each agent, with one password. A user whom another workspace knows already keeps their own. */
export async function insertLogins(tx: Tx, workspaceId: number, logins: { agentId: number; name: string; email: string }[], passwordHash: string, makeId: () => string): Promise<void> {
  for (const { agentId, name, email } of logins) {
    const made = await tx.insertInto('identity.user').values({ id: makeId(), name, email, emailVerified: true }).onConflict((conflict) => conflict.column('email').doNothing()).returning('id').executeTakeFirst();
    const { id } = made ?? (await tx.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirstOrThrow());
    if (made) await tx.insertInto('identity.account').values({ id: makeId(), accountId: id, providerId: 'credential', userId: id, password: passwordHash }).execute();
    await tx.insertInto('identity.memberships').values({ user_id: id, workspace_id: workspaceId, agent_id: agentId }).execute();
    await sql`update agents set user_id = ${id} where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
  }
}

/** Addresses that no other inbox of the installation has. */
export async function claimInboxAddresses(tx: Tx, workspaceId: number, inboxes: { id: number; address: string }[]): Promise<void> {
  const values = inboxes.map(({ id, address }) => ({ address, workspace_id: workspaceId, inbox_id: id }));
  await tx.insertInto('identity.inbox_addresses').values(values).onConflict((conflict) => conflict.column('address').doNothing()).execute();
}

export async function listLogins(db: Queryable, workspaceId: number): Promise<{ name: string; email: string; role: string }[]> {
  return db.selectFrom('agents').select(['name', 'email', 'role']).where('workspace_id', '=', workspaceId).where('user_id', 'is not', null).where('active', '=', true).orderBy('id').execute();
}

/** The password hashes of those who belong to this workspace only. */
export async function listPasswordHashes(db: Queryable, workspaceId: number): Promise<{ account: string; hash: string | null }[]> {
  const { rows } = await sql<{ account: string; hash: string | null }>`
    select a.id as account, a.password as hash from identity.account a
    join identity.memberships m on m.user_id = a."userId" and m.workspace_id = ${workspaceId}
    where a."providerId" = 'credential'
      and not exists (select from identity.memberships o where o.user_id = m.user_id and o.workspace_id <> ${workspaceId})`.execute(db);
  return rows;
}

export async function setPasswordHashes(tx: Tx, accounts: string[], hash: string): Promise<void> {
  await sql`update identity.account set password = ${hash} where id = any(${accounts}::text[])`.execute(tx);
}

/**
 * Every table with rows of workspaces, those first that refer to others. From the catalog, so that none is forgotten.
 * @throws Error when tables refer to each other in a circle
 */
export async function tenantTables(db: Queryable): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
    order by c.relname`.execute(db);
  const { rows: references } = await sql<{ child: string; parent: string }>`
    select distinct ch.relname as child, pa.relname as parent from pg_constraint k
    join pg_class ch on ch.oid = k.conrelid join pg_class pa on pa.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid and ch.relnamespace = 'public'::regnamespace and pa.relnamespace = 'public'::regnamespace`.execute(db);
  const ordered: string[] = [];
  let left = tables.map(({ name }) => name);
  while (left.length > 0) {
    const free = left.filter((name) => !references.some(({ child, parent }) => parent === name && left.includes(child)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${left.join(', ')}`);
    ordered.push(...free);
    left = left.filter((name) => !free.includes(name));
  }
  return ordered;
}

/** All rows of one workspace, its row and the sign-ins of those who belong nowhere else. Only the tables' owner may. */
export async function deleteWorkspace(tx: Tx, workspaceId: number): Promise<void> {
  const { rows: users } = await sql<{ user_id: string }>`
    select m.user_id from identity.memberships m where m.workspace_id = ${workspaceId}
      and not exists (select from identity.memberships o where o.user_id = m.user_id and o.workspace_id <> ${workspaceId})`.execute(tx);
  for (const table of await tenantTables(tx)) await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx);
  await sql`delete from identity.workspaces where id = ${workspaceId}`.execute(tx);
  await sql`delete from identity."user" where id = any(${users.map(({ user_id }) => user_id)}::text[])`.execute(tx);
}

export async function setWork(tx: Tx, workspaceId: number, agentId: number, { tier, availability, since, home, liveAt }: { tier: number; availability: string; since: Date; home: boolean; liveAt: Date }): Promise<void> {
  await sql`
    update agents set tier = ${tier}, availability = ${availability}, availability_since = ${since}, works_from_home = ${home}, live_at = ${liveAt}
    where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}
