import { sql } from 'kysely';
import type { Queryable, Tx } from '../../../platform/db/db.ts';

export type RatedRow = {
  id: number; ticket_id: number; brand_id: number; survey_brand: number; customer_id: number; asked_at: Date; answered_at: Date | null; answered_on: string | null; score: number | null; words: string | null; has_words: boolean; task_id: number | null; language: string | null;
  brand_name: string; brand_color: string; default_language: string; time_zone: string; low_score: number; change_days: number; lead_id: number | null; settings_team: number | null; ticket_team: number | null;
};

/** One survey that has been asked, with what its page needs; of a ticket in the trash there is none. Primary keys. */
export async function findRated(db: Queryable, workspaceId: number, id: number, { lock = false } = {}): Promise<RatedRow | null> {
  const { rows } = await sql<RatedRow>`
    select s.id, s.ticket_id, t.brand_id, s.brand_id as survey_brand, s.customer_id, s.asked_at, s.answered_at, s.answered_on, s.score, s.words, s.words is not null as has_words, s.task_id, s.language,
      coalesce(nullif(b.from_name, ''), b.name) as brand_name, b.color as brand_color, b.default_language, w.time_zone,
      coalesce(g.low_score, 2) as low_score, coalesce(g.change_days, 7) as change_days, g.lead_id, g.team_id as settings_team, t.team_id as ticket_team
    from surveys s
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    join brands b on b.workspace_id = s.workspace_id and b.id = s.brand_id
    join identity.workspaces w on w.id = s.workspace_id
    left join satisfaction_settings g on g.workspace_id = s.workspace_id and g.brand_id = s.brand_id
    where s.workspace_id = ${workspaceId} and s.id = ${id} and s.asked_at is not null and t.folder <> 'trash' ${lock ? sql`for no key update of s` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type Answer = { id: number; score: number; words: string | null; low: boolean; answeredOn: string; /** Of a follow-up that this answer opens. */ taskId: number | null };

/** Words that are left out stay as they were. */
export async function writeAnswer(tx: Tx, workspaceId: number, it: Answer, now: Date): Promise<void> {
  await sql`
    update surveys set state = 'answered', score = ${it.score}, words = coalesce(${it.words}, words), low = ${it.low}, answered_on = ${it.answeredOn},
      changed_at = case when answered_at is null then null else ${now}::timestamptz end, answered_at = coalesce(answered_at, ${now}::timestamptz),
      task_id = coalesce(task_id, ${it.taskId}::bigint), unfinished = unfinished or ${it.taskId !== null}
    where workspace_id = ${workspaceId} and id = ${it.id}`.execute(tx);
}

const column = (score: number) => sql.ref(`score_${score}`);

/** Counts an answer in its day; one that was changed stays in the day of the first. */
export async function countAnswer(tx: Tx, workspaceId: number, { brandId, day, from, to }: { brandId: number; day: string; from: number | null; to: number }): Promise<void> {
  if (from === to) return;
  await sql`
    insert into satisfaction_days (workspace_id, brand_id, day, ${column(to)}) values (${workspaceId}, ${brandId}, ${day}, 1)
    on conflict (workspace_id, brand_id, day) do update set ${column(to)} = satisfaction_days.${column(to)} + 1 ${from === null ? sql`` : sql`, ${column(from)} = satisfaction_days.${column(from)} - 1`}`.execute(tx);
}

export type Lead = { id: number; language: string };

/** Whoever is named, while they may work on the brand; else whoever leads one of these teams, the first named team first. */
export async function findLead(db: Queryable, workspaceId: number, brandId: number, { leadId, teamIds }: { leadId: number | null; teamIds: readonly number[] }): Promise<Lead | null> {
  const works = sql`a.workspace_id = ${workspaceId} and a.active and a.role not in ('viewer', 'client')
    and (a.all_brands or exists (select from agent_brands ab where ab.workspace_id = a.workspace_id and ab.agent_id = a.id and ab.brand_id = ${brandId}))`;
  const { rows } = await sql<Lead>`
    (select a.id, a.language, 0 as place from agents a where ${works} and a.id = ${leadId})
    union all
    (select a.id, a.language, array_position(${[...teamIds]}::bigint[], m.team_id) as place
      from team_members m join agents a on a.workspace_id = m.workspace_id and a.id = m.agent_id
      where m.workspace_id = ${workspaceId} and m.team_id = any(${[...teamIds]}::bigint[]) and ${works} and a.role in ('lead', 'admin', 'owner')
      order by place, a.role <> 'lead', a.id limit 1)
    order by place limit 1`.execute(db);
  return rows[0] ?? null;
}
