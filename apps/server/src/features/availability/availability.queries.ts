import { sql } from 'kysely';
import { json, type Alone, type Queryable, type Tx } from '../../platform/db/db.ts';
import type { TicketChannel } from '../tickets/index.ts';
import type { Availability } from './availability.rules.ts';

/** `spoke`: they say it themselves, so they are there now. */
export async function saveAvailability(tx: Tx, workspaceId: number, agentId: number, { availability, fromHome, changed, spoke, now }: { availability: Availability; fromHome: boolean; changed: boolean; spoke: boolean; now: Date }): Promise<void> {
  await sql`
    update agents set availability = ${availability}, works_from_home = ${fromHome}
      ${changed ? sql`, availability_since = ${now}` : sql``} ${spoke ? sql`, live_at = ${now}` : sql``}
    where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}

/** Notes that screens of these agents are open, of those who are not away, and at most every few minutes. */
export async function noteLive(alone: Alone, workspaceId: number, agentIds: readonly number[], { now, unlessSince }: { now: Date; unlessSince: Date }): Promise<void> {
  await sql`
    update agents set live_at = ${now}
    where workspace_id = ${workspaceId} and id = any(${[...agentIds]}::bigint[]) and availability <> 'away' and (live_at is null or live_at < ${unlessSince})`.execute(alone);
}

/**
 * Sets those away of whom nothing has been seen for so long, and tells each with one event; answers how many. There are a few
 * hundred agents at most. Index: the primary key.
 */
export async function setGoneAway(alone: Alone, workspaceId: number, { working, onBreak, now }: { working: Date; onBreak: Date; now: Date }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (
      select id, availability from agents
      where workspace_id = ${workspaceId} and availability <> 'away'
        and greatest(availability_since, live_at) < case availability when 'break' then ${onBreak}::timestamptz else ${working}::timestamptz end
      order by id limit 500 for no key update skip locked
    ), moved as (
      update agents a set availability = 'away', availability_since = ${now} from gone where a.workspace_id = ${workspaceId} and a.id = gone.id
      returning a.id, gone.availability as before
    ), told as (
      insert into events (workspace_id, type, actor_type, data, created_at)
      select ${workspaceId}, 'availability.updated', 'system',
        jsonb_build_object('agent_id', m.id, 'reason', 'gone', 'changes', jsonb_build_object('availability', jsonb_build_object('from', m.before, 'to', 'away'))), ${now}::timestamptz
      from moved m
    )
    select count(*)::int as count from moved`.execute(alone);
  return rows[0]?.count ?? 0;
}

/** Sets these away who answered no offer, of those who are not away, and tells each with one event. Index: the primary key. */
export async function setMissingAway(tx: Tx, workspaceId: number, agentIds: readonly number[], now: Date): Promise<void> {
  await sql`
    with who as (
      select id, availability from agents where workspace_id = ${workspaceId} and id = any(${[...agentIds]}::bigint[]) and availability <> 'away' order by id for no key update
    ), moved as (
      update agents a set availability = 'away', availability_since = ${now} from who where a.workspace_id = ${workspaceId} and a.id = who.id
      returning a.id, who.availability as before
    )
    insert into events (workspace_id, type, actor_type, data, created_at)
    select ${workspaceId}, 'availability.updated', 'system',
      jsonb_build_object('agent_id', m.id, 'reason', 'missed_offers', 'changes', jsonb_build_object('availability', jsonb_build_object('from', m.before, 'to', 'away'))), ${now}::timestamptz
    from moved m`.execute(tx);
}

export async function saveTierAndCalendar(tx: Tx, workspaceId: number, agentId: number, { tier, calendar }: { tier: number; calendar: number | null }): Promise<void> {
  await sql`update agents set tier = ${tier}, calendar_id = ${calendar} where workspace_id = ${workspaceId} and id = ${agentId}`.execute(tx);
}

export type Limit = { channel: TicketChannel; most: number };

export async function readLimits(db: Queryable, workspaceId: number, agentId: number): Promise<Limit[]> {
  const { rows } = await sql<Limit>`select channel, most from agent_limits where workspace_id = ${workspaceId} and agent_id = ${agentId} order by channel`.execute(db);
  return rows;
}

export async function replaceLimits(tx: Tx, workspaceId: number, agentId: number, limits: readonly Limit[]): Promise<void> {
  await sql`delete from agent_limits where workspace_id = ${workspaceId} and agent_id = ${agentId}`.execute(tx);
  await sql`
    insert into agent_limits (workspace_id, agent_id, channel, most)
    select ${workspaceId}, ${agentId}, l.channel, l.most from jsonb_to_recordset(${json(limits)}::jsonb) as l(channel text, most smallint)`.execute(tx);
}

export type OwnSkill = { skill_id: number; level: number; expires_at: Date | null };

export async function findOwnSkill(db: Queryable, workspaceId: number, agentId: number, skillId: number): Promise<OwnSkill | null> {
  const { rows } = await sql<OwnSkill>`select skill_id, level, expires_at from agent_skills where workspace_id = ${workspaceId} and agent_id = ${agentId} and skill_id = ${skillId}`.execute(db);
  return rows[0] ?? null;
}

export async function countOwnSkills(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from agent_skills where workspace_id = ${workspaceId} and agent_id = ${agentId}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function saveOwnSkill(tx: Tx, workspaceId: number, agentId: number, { skill_id, level, expires_at }: OwnSkill): Promise<void> {
  await sql`
    insert into agent_skills (workspace_id, agent_id, skill_id, level, expires_at) values (${workspaceId}, ${agentId}, ${skill_id}, ${level}, ${expires_at})
    on conflict (workspace_id, agent_id, skill_id) do update set level = excluded.level, expires_at = excluded.expires_at`.execute(tx);
}

export async function deleteOwnSkill(tx: Tx, workspaceId: number, agentId: number, skillId: number): Promise<void> {
  await sql`delete from agent_skills where workspace_id = ${workspaceId} and agent_id = ${agentId} and skill_id = ${skillId}`.execute(tx);
}
