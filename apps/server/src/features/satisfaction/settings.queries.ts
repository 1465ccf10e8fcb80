import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { FeedPosition } from '../../platform/events/events.queries.ts';

export type SettingsRow = {
  brand_id: number; brand_name: string; brand_color: string; enabled: boolean; enabled_at: Date | null; delay_hours: number; every_days: number; ask_employees: boolean; skip_tags: string[];
  questions: Record<string, string>; low_score: number; change_days: number; lead_id: number | null; lead_name: string | null; team_id: number | null; team_name: string | null;
};

const columns = sql`b.id as brand_id, b.name as brand_name, b.color as brand_color, coalesce(s.enabled, false) as enabled, s.enabled_at, coalesce(s.delay_hours, 24) as delay_hours,
  coalesce(s.every_days, 30) as every_days, coalesce(s.ask_employees, true) as ask_employees, coalesce(s.skip_tags, '{}') as skip_tags, coalesce(s.questions, '{}') as questions,
  coalesce(s.low_score, 2) as low_score, coalesce(s.change_days, 7) as change_days, s.lead_id, a.name as lead_name, s.team_id, tm.name as team_name`;
const joins = sql`left join satisfaction_settings s on s.workspace_id = b.workspace_id and s.brand_id = b.id
  left join agents a on a.workspace_id = s.workspace_id and a.id = s.lead_id
  left join teams tm on tm.workspace_id = s.workspace_id and tm.id = s.team_id`;
const mostBrands = 500;

/** Of every brand that is in use and seen; what nobody has set stands at its default. Index: the primary keys. */
export async function listSettings(db: Queryable, scope: Scope): Promise<SettingsRow[]> {
  const { rows } = await sql<SettingsRow>`
    select ${columns} from brands b ${joins}
    where b.workspace_id = ${scope.workspaceId} and b.archived_at is null and ${brandVisible(scope, sql`b.id`)} order by b.id limit ${sql.lit(mostBrands)}`.execute(db);
  return rows;
}

export async function findSettings(db: Queryable, scope: Scope, brandId: number): Promise<SettingsRow | null> {
  const { rows } = await sql<SettingsRow>`
    select ${columns} from brands b ${joins} where b.workspace_id = ${scope.workspaceId} and b.id = ${brandId} and ${brandVisible(scope, sql`b.id`)}`.execute(db);
  return rows[0] ?? null;
}

export type SettingsValues = Pick<SettingsRow, 'enabled' | 'enabled_at' | 'delay_hours' | 'every_days' | 'ask_employees' | 'skip_tags' | 'questions' | 'low_score' | 'change_days' | 'lead_id' | 'team_id'>;

export async function writeSettings(tx: Tx, workspaceId: number, brandId: number, it: SettingsValues, now: Date): Promise<void> {
  await sql`
    insert into satisfaction_settings (workspace_id, brand_id, enabled, enabled_at, delay_hours, every_days, ask_employees, skip_tags, questions, low_score, change_days, lead_id, team_id, updated_at)
    values (${workspaceId}, ${brandId}, ${it.enabled}, ${it.enabled_at}, ${it.delay_hours}, ${it.every_days}, ${it.ask_employees}, ${it.skip_tags}::text[], ${json(it.questions)}, ${it.low_score}, ${it.change_days},
      ${it.lead_id}, ${it.team_id}, ${now})
    on conflict (workspace_id, brand_id) do update set enabled = excluded.enabled, enabled_at = excluded.enabled_at, delay_hours = excluded.delay_hours, every_days = excluded.every_days,
      ask_employees = excluded.ask_employees, skip_tags = excluded.skip_tags, questions = excluded.questions, low_score = excluded.low_score, change_days = excluded.change_days,
      lead_id = excluded.lead_id, team_id = excluded.team_id, updated_at = excluded.updated_at`.execute(tx);
}

/** From now on the workspace's feed is followed; nothing where it is already. */
export async function beginFollowing(tx: Tx, workspaceId: number, { xid, id }: FeedPosition): Promise<void> {
  await sql`insert into satisfaction_progress (workspace_id, xid, event_id) values (${workspaceId}, ${xid}::xid8, ${id}) on conflict do nothing`.execute(tx);
}
