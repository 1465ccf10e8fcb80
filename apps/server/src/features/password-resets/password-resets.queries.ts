import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type Forgetful = { user_id: string; workspace_id: number; language: string };

/** Who signs in with this address: an active agent (in their oldest workspace), or somebody known who is invited. */
export async function findForgetful(db: Queryable, email: string, now: Date): Promise<Forgetful | null> {
  const { rows } = await sql<Forgetful>`
    select u.id as user_id, f.workspace_id, f.language from identity."user" u
    cross join lateral (
      (select 0 as rank, m.workspace_id, a.language from identity.memberships m join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
       where m.user_id = u.id and a.active order by m.created_at, m.workspace_id limit 1)
      union all
      (select 1, v.workspace_id, v.language from identity.invitations v where v.email = u.email and v.expires_at > ${now} order by v.id limit 1)
    ) f
    where u.email = ${email} order by f.rank limit 1`.execute(db);
  return rows[0] ?? null;
}

/** One link a person: a newer one replaces it. */
export async function saveReset(tx: Tx, reset: { userId: string; hash: Buffer; expiresAt: Date }): Promise<void> {
  await sql`insert into identity.password_resets (user_id, hash, expires_at) values (${reset.userId}, ${reset.hash}, ${reset.expiresAt})
    on conflict (user_id) do update set hash = excluded.hash, expires_at = excluded.expires_at`.execute(tx);
}

export async function isOpenReset(db: Queryable, hash: Buffer, now: Date): Promise<boolean> {
  const { rows } = await sql`select from identity.password_resets where hash = ${hash} and expires_at > ${now}`.execute(db);
  return rows.length > 0;
}

/** Uses the link up: of two that come with it one gets the user. */
export async function takeReset(tx: Tx, hash: Buffer, now: Date): Promise<{ user_id: string; email: string } | null> {
  const { rows } = await sql<{ user_id: string; email: string }>`
    delete from identity.password_resets r using identity."user" u
    where r.hash = ${hash} and r.expires_at > ${now} and u.id = r.user_id returning r.user_id, u.email`.execute(tx);
  return rows[0] ?? null;
}

/** For the events: one in each workspace that they work in. */
export async function findAgentIds(db: Queryable, userId: string): Promise<{ workspace_id: number; agent_id: number }[]> {
  return db.selectFrom('identity.memberships').select(['workspace_id', 'agent_id']).where('user_id', '=', userId).orderBy('workspace_id').limit(100).execute();
}
