import { sql } from 'kysely';
import type { Alone, Queryable } from '../db/db.ts';
import type { AgentRole } from './actor.ts';

export type IdentityRow = {
  workspace_id: number;
  agent_id: number;
  role: AgentRole;
  name: string;
  email: string;
  language: string;
  time_zone: string;
  all_brands: boolean;
  brand_ids: number[];
};

const columns = sql`a.workspace_id, a.id as agent_id, a.role, a.name, a.email, a.language, a.time_zone, a.all_brands,
  array(select b.brand_id from public.agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id) as brand_ids`;

type TokenParts = { token_id: number; expires_at: Date | null; scopes: string[] | null };

/** The active agent that a token's SHA-256 stands for, unless the token has expired. A client reader has none. */
export async function findAgentByTokenHash(db: Queryable, hash: Buffer, now: Date): Promise<(IdentityRow & TokenParts) | null> {
  const { rows } = await sql<IdentityRow & TokenParts>`
    select t.id as token_id, t.expires_at, t.scopes, ${columns}
    from identity.api_tokens t
    join public.agents a on a.workspace_id = t.workspace_id and a.id = t.agent_id
    where t.hash = ${hash} and (t.expires_at is null or t.expires_at > ${now}) and a.active and a.role <> 'client'`.execute(db);
  return rows[0] ?? null;
}

/** The agents that a signed-in user is: one a workspace, the oldest membership first. */
export async function findAgentsOfUser(db: Queryable, userId: string): Promise<IdentityRow[]> {
  const { rows } = await sql<IdentityRow>`
    select ${columns}
    from identity.memberships m
    join public.agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
    where m.user_id = ${userId} and a.active
    order by m.created_at, m.workspace_id
    limit 50`.execute(db);
  return rows;
}

/** The same for a session that has nothing more to prove. */
export async function findAgentsOfSession(db: Queryable, sessionId: string): Promise<(IdentityRow & { lacks_second_factor: boolean })[]> {
  const { rows } = await sql<IdentityRow & { lacks_second_factor: boolean }>`
    select ${columns}, a.role = any(w.second_factor_roles)
      and not exists (select from identity.second_factors f where f.user_id = m.user_id and f.confirmed_at is not null)
      and not exists (select from identity.passkeys p where p.user_id = m.user_id) as lacks_second_factor
    from identity.session s
    join identity.memberships m on m.user_id = s."userId"
    join identity.workspaces w on w.id = m.workspace_id
    join public.agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
    where s.id = ${sessionId} and s.awaits is null and a.active
    order by m.created_at, m.workspace_id
    limit 50`.execute(db);
  return rows;
}

/** To the minute. */
export async function touchSession(alone: Alone, sessionId: string, now: Date): Promise<void> {
  await sql`update identity.session set last_seen_at = ${now}
    where id = ${sessionId} and (last_seen_at is null or last_seen_at < ${new Date(now.getTime() - 60_000)})`.execute(alone);
}

export async function touchToken(alone: Alone, tokenId: number, now: Date): Promise<void> {
  await sql`update identity.api_tokens set last_used_at = ${now}
    where id = ${tokenId} and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})`.execute(alone);
}

/** Failed sign-ins under each key since a moment. */
export async function countFailures(db: Queryable, keys: string[], since: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; failures: number }>`
    select key, count(*)::int as failures from (
      select f.key from unnest(${keys}::text[]) k(key)
      cross join lateral (select key from identity.sign_in_failures where key = k.key and at > ${since} limit 1000) f
    ) counted group by key`.execute(db);
  return new Map(rows.map((row) => [row.key, row.failures]));
}

export async function recordFailures(alone: Alone, keys: string[], now: Date): Promise<void> {
  await sql`insert into identity.sign_in_failures (key, at) select key, ${now} from unnest(${keys}::text[]) k(key)`.execute(alone);
}

export async function forgetFailures(alone: Alone, keys: string[], before: Date): Promise<void> {
  await sql`delete from identity.sign_in_failures where key = any(${keys}::text[]) or at < ${before}`.execute(alone);
}
