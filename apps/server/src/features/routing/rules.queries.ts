import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { RoutingMethod } from './routing.rules.ts';

export type DefaultNeed = { skill_id: number; skill_name: string; brand_id: number | null; brand_name: string | null; need: 'required' | 'preferred'; level: number };

export type RuleRow = {
  team_id: number;
  mode: 'pull' | 'push';
  method: RoutingMethod;
  sticky_account: boolean;
  sticky_last: boolean;
  language_need: 'required' | 'preferred' | 'none';
  relax_minutes: number;
  overflow_team_id: number | null;
  overflow_minutes: number;
  delivery: 'assign' | 'offer';
  offer_seconds: number;
  offer_misses: number;
};
export type RuleWithNeeds = RuleRow & { overflow_team_name: string | null; needs: DefaultNeed[] };

/** What holds for a team that nobody has said anything of. The same as the columns' defaults. */
export const usualRule: Omit<RuleRow, 'team_id'> = { mode: 'pull', method: 'least_busy', sticky_account: true, sticky_last: true, language_need: 'preferred', relax_minutes: 5, overflow_team_id: null, overflow_minutes: 60, delivery: 'assign', offer_seconds: 30, offer_misses: 2 };

const columns = sql`r.team_id, r.mode, r.method, r.sticky_account, r.sticky_last, r.language_need, r.relax_minutes, r.overflow_team_id, r.overflow_minutes, r.delivery, r.offer_seconds, r.offer_misses`;

/** The rule of a team, the usual one where it has none; null when there is no such team. Primary keys; a team has at most `mostNeeds`. */
export async function findRule(db: Queryable, workspaceId: number, teamId: number): Promise<RuleWithNeeds | null> {
  const { rows } = await sql<Partial<RuleRow> & { team: number; overflow_team_name: string | null; needs: DefaultNeed[] }>`
    select t.id as team, ${columns}, o.name as overflow_team_name,
      (select coalesce(json_agg(json_build_object('skill_id', n.skill_id, 'skill_name', s.name, 'brand_id', n.brand_id, 'brand_name', b.name, 'need', n.need, 'level', n.level) order by n.id), '[]')
        from routing_needs n join skills s on s.workspace_id = n.workspace_id and s.id = n.skill_id and s.archived_at is null
        left join brands b on b.workspace_id = n.workspace_id and b.id = n.brand_id
        where n.workspace_id = t.workspace_id and n.team_id = t.id) as needs
    from teams t
    left join routing_rules r on r.workspace_id = t.workspace_id and r.team_id = t.id
    left join teams o on o.workspace_id = r.workspace_id and o.id = r.overflow_team_id
    where t.workspace_id = ${workspaceId} and t.id = ${teamId}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { team, overflow_team_name, needs, ...stored } = row;
  return { ...(stored.mode ? (stored as RuleRow) : usualRule), team_id: team, overflow_team_name, needs }; // a left join: all of its columns or none
}

/** Whoever changes how a team hands out takes turns. False when there is no such team. */
export async function lockTeamOfRule(tx: Tx, workspaceId: number, teamId: number): Promise<boolean> {
  const { rows } = await sql`select id from teams where workspace_id = ${workspaceId} and id = ${teamId} for no key update`.execute(tx);
  return rows.length > 0;
}

export async function saveRule(tx: Tx, workspaceId: number, { team_id, mode, method, sticky_account, sticky_last, language_need, relax_minutes, overflow_team_id, overflow_minutes, delivery, offer_seconds, offer_misses }: RuleRow): Promise<void> {
  await sql`insert into routing_rules (workspace_id, team_id, mode, method, sticky_account, sticky_last, language_need, relax_minutes, overflow_team_id, overflow_minutes, delivery, offer_seconds, offer_misses)
    values (${workspaceId}, ${team_id}, ${mode}, ${method}, ${sticky_account}, ${sticky_last}, ${language_need}, ${relax_minutes}, ${overflow_team_id}, ${overflow_minutes}, ${delivery}, ${offer_seconds}, ${offer_misses})
    on conflict (workspace_id, team_id) do update set mode = excluded.mode, method = excluded.method, sticky_account = excluded.sticky_account, sticky_last = excluded.sticky_last,
      language_need = excluded.language_need, relax_minutes = excluded.relax_minutes, overflow_team_id = excluded.overflow_team_id, overflow_minutes = excluded.overflow_minutes,
      delivery = excluded.delivery, offer_seconds = excluded.offer_seconds, offer_misses = excluded.offer_misses, updated_at = now()`.execute(tx);
}

export type NewNeed = { skill: number; brand: number | null; need: 'required' | 'preferred'; level: number };

/** Those of brands that the scope does not see stay as they are. */
export async function replaceNeeds(tx: Tx, scope: Scope, teamId: number, needs: readonly NewNeed[]): Promise<void> {
  const { workspaceId } = scope;
  await sql`delete from routing_needs where workspace_id = ${workspaceId} and team_id = ${teamId} and (brand_id is null or ${brandVisible(scope, sql`brand_id`)})`.execute(tx);
  if (needs.length === 0) return;
  await sql`insert into routing_needs (workspace_id, team_id, skill_id, brand_id, need, level)
    select ${workspaceId}, ${teamId}, x.skill, x.brand, x.need, x.level from jsonb_to_recordset(${json(needs)}) as x(skill bigint, brand bigint, need text, level smallint)`.execute(tx);
}

/** Which of these are skills that are in use. */
export async function knownSkills(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select id from skills where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[]) and archived_at is null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Which of these brands the scope sees. */
export async function knownBrands(db: Queryable, scope: Scope, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select id from brands where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::bigint[]) and ${brandVisible(scope, sql`id`)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** There, and not archived. */
export async function isLiveTeam(db: Queryable, workspaceId: number, teamId: number): Promise<boolean> {
  const { rows } = await sql`select id from teams where workspace_id = ${workspaceId} and id = ${teamId} and archived_at is null`.execute(db);
  return rows.length > 0;
}

/** A team that begins or ends to hand out: where any does, the feed is followed from here, and what waits is gathered. */
export async function beginAnew(tx: Tx, workspaceId: number): Promise<void> {
  await sql`delete from routing_progress where workspace_id = ${workspaceId}`.execute(tx);
}

export async function emptyQueue(tx: Tx, workspaceId: number, teamId: number): Promise<void> {
  await sql`delete from routing_queue where workspace_id = ${workspaceId} and team_id = ${teamId}`.execute(tx);
}
