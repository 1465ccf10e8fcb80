import { sql, type RawBuilder } from 'kysely';
import type { AgentRole, Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { SkillKind } from '../skills/index.ts';
import type { TicketChannel } from '../tickets/index.ts';
import type { Availability } from './availability.rules.ts';

export type PersonRow = {
  id: number;
  name: string;
  role: AgentRole;
  active: boolean;
  all_brands: boolean;
  brands: number[];
  tier: number;
  availability: Availability;
  availability_since: Date;
  works_from_home: boolean;
  calendar_id: number | null;
  calendar_name: string | null;
  skills: { id: number; kind: SkillKind; name: string; language: string | null; level: number; expires_at: string | null }[];
  limits: { channel: TicketChannel; most: number }[];
  open: { channel: TicketChannel; cases: number }[];
  /** That is running, or comes next. */
  off: { from: string; to: string } | null;
  /** That is running. */
  shift: { from: string; to: string } | null;
};

/**
 * Somebody with all that is said of them, in one statement; of their cases those of brands that the reader sees. Indexes: the primary keys of agent_skills and agent_limits,
 * agent_time_off_agent, agent_shifts_agent, tickets_assignee.
 */
const read = ({ scope }: { scope: Scope }, now: Date) => sql`
  select a.id, a.name, a.role, a.active, a.all_brands, a.tier, a.availability, a.availability_since, a.works_from_home, a.calendar_id, c.name as calendar_name,
    array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id order by b.brand_id) as brands,
    (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'language', s.language, 'level', k.level, 'expires_at', k.expires_at) order by s.kind, lower(s.name), s.id), '[]')
      from agent_skills k join skills s on s.workspace_id = k.workspace_id and s.id = k.skill_id
      where k.workspace_id = a.workspace_id and k.agent_id = a.id and s.archived_at is null) as skills,
    (select coalesce(json_agg(json_build_object('channel', l.channel, 'most', l.most) order by l.channel), '[]')
      from agent_limits l where l.workspace_id = a.workspace_id and l.agent_id = a.id) as limits,
    (select coalesce(json_agg(json_build_object('channel', o.channel, 'cases', o.cases) order by o.channel), '[]') from (
      select t.channel, count(*)::int as cases from (
        select channel from tickets where workspace_id = a.workspace_id and assignee_id = a.id and folder = 'inbox' and status in ('new', 'open') and ${brandVisible(scope, sql`brand_id`)} limit 1000) t
      group by t.channel) o) as open,
    (select json_build_object('from', f.starts_at, 'to', f.ends_at) from agent_time_off f
      where f.workspace_id = a.workspace_id and f.agent_id = a.id and f.ends_at > ${now} order by f.starts_at, f.id limit 1) as off,
    (select json_build_object('from', s.starts_at, 'to', s.ends_at) from agent_shifts s
      where s.workspace_id = a.workspace_id and s.agent_id = a.id and s.ends_at > ${now} and s.starts_at <= ${now} order by s.ends_at desc limit 1) as shift
  from agents a left join calendars c on c.workspace_id = a.workspace_id and c.id = a.calendar_id
  where a.workspace_id = ${scope.workspaceId}`;

/** Whoever works for a brand that the asker sees, and themselves. */
export function personVisible(reader: { id: number; scope: Scope }): RawBuilder<boolean> {
  const { brands } = reader.scope;
  if (brands === 'all') return sql<boolean>`a.role <> 'client'`;
  return sql<boolean>`a.role <> 'client' and (a.id = ${reader.id} or a.all_brands or exists (
    select from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id and b.brand_id = any(${[...brands]}::bigint[])))`;
}

type Wanted = { availability: Availability | undefined; team: number | undefined; skill: number | undefined; now: Date; after: number; limit: number };

/** Active agents who work on tickets, oldest first. Index: the primary key. */
export async function listPeople(db: Queryable, reader: { id: number; scope: Scope }, { availability, team, skill, now, after, limit }: Wanted): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    ${read(reader, now)} and a.active and a.role not in ('viewer', 'client') and a.id > ${after} and ${personVisible(reader)}
      and ${availability === undefined ? sql`true` : sql`a.availability = ${availability}`}
      and ${team === undefined ? sql`true` : sql`exists (select from team_members m where m.workspace_id = a.workspace_id and m.team_id = ${team} and m.agent_id = a.id)`}
      and ${skill === undefined ? sql`true` : sql`exists (select from agent_skills k join skills s on s.workspace_id = k.workspace_id and s.id = k.skill_id
        where k.workspace_id = a.workspace_id and k.agent_id = a.id and k.skill_id = ${skill} and s.archived_at is null and (k.expires_at is null or k.expires_at > ${now}))`}
    order by a.id limit ${limit}`.execute(db);
  return rows;
}

/** Null for somebody of whom the asker sees no brand. */
export async function findPerson(db: Queryable, reader: { id: number; scope: Scope }, agentId: number, now: Date): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`${read(reader, now)} and a.id = ${agentId} and ${personVisible(reader)}`.execute(db);
  return rows[0] ?? null;
}

export type KnownPerson = Pick<PersonRow, 'id' | 'all_brands' | 'brands' | 'tier' | 'availability' | 'works_from_home' | 'calendar_id'>;

/** Who is to be changed; nobody else changes them until the commit. */
export async function lockPerson(tx: Tx, reader: { id: number; scope: Scope }, agentId: number): Promise<KnownPerson | null> {
  const { rows } = await sql<KnownPerson>`
    select a.id, a.all_brands, a.tier, a.availability, a.works_from_home, a.calendar_id,
      array(select b.brand_id from agent_brands b where b.workspace_id = a.workspace_id and b.agent_id = a.id order by b.brand_id) as brands
    from agents a where a.workspace_id = ${reader.scope.workspaceId} and a.id = ${agentId} and ${personVisible(reader)} for no key update of a`.execute(tx);
  return rows[0] ?? null;
}
