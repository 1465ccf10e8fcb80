import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';
import type { DropReason, SurveyState } from './satisfaction.rules.ts';

export type SurveyRow = {
  id: number; ticket_number: number; state: SurveyState; dropped_for: DropReason | null; next_at: Date | null; asked_at: Date | null; language: string | null; score: number | null; words: string | null; low: boolean;
  answered_at: Date | null; changed_at: Date | null; had_task: boolean; task_id: number | null; task_due: Date | null; task_done: Date | null; task_assignee_id: number | null; task_assignee_name: string | null;
};

const columns = sql`s.id, t.number as ticket_number, s.state, s.dropped_for, s.next_at, s.asked_at, s.language, s.score, s.words, s.low, s.answered_at, s.changed_at, s.task_id is not null as had_task,
  k.id as task_id, k.due_at as task_due, k.done_at as task_done, ka.id as task_assignee_id, ka.name as task_assignee_name`;
const joins = sql`join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
  left join tasks k on k.workspace_id = s.workspace_id and k.id = s.task_id
  left join agents ka on ka.workspace_id = k.workspace_id and ka.id = k.assignee_id`;

/** Of a ticket and of what was merged into it, the newest first. Index: the unique key on the ticket. */
export async function listSurveys(db: Queryable, workspaceId: number, ticketIds: readonly number[]): Promise<SurveyRow[]> {
  const { rows } = await sql<SurveyRow>`
    select ${columns} from surveys s ${joins} where s.workspace_id = ${workspaceId} and s.ticket_id = any(${[...ticketIds]}::bigint[]) order by s.id desc limit 100`.execute(db);
  return rows;
}

export type AnswerRow = SurveyRow & {
  cursor_moment: string; subject: string; requester_id: number; requester_name: string; assignee_id: number | null; assignee_name: string | null; brand_id: number; brand_name: string; brand_color: string;
};
export type WantedAnswers = { brandId?: number; score?: number; unfinished: boolean; since?: Date; until?: Date };

/**
 * The newest first. Who sees some brands only reads each one's own newest and merges these few, so that what others were answered is not
 * gone through; those that nobody has followed up are few. Indexes, backwards: surveys_unfinished, surveys_brand, surveys_score, or surveys_answered.
 */
export async function listAnswers(db: Queryable, scope: Scope, { brandId, score, unfinished, since, until }: WantedAnswers, page: { before?: { moment: string; id: number }; limit: number }): Promise<AnswerRow[]> {
  const heads = (ofBrand: RawBuilder<unknown>) => sql`
    select s.id, s.answered_at from surveys s join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    where s.workspace_id = ${scope.workspaceId} and s.score is not null and t.folder = 'inbox' and ${brandVisible(scope, sql`t.brand_id`)} ${ofBrand}
      ${unfinished ? sql`and s.unfinished` : sql``} ${score === undefined ? sql`` : sql`and s.score = ${score}`}
      ${since ? sql`and s.answered_at >= ${since}` : sql``} ${until ? sql`and s.answered_at < ${until}` : sql``}
      ${page.before ? sql`and (s.answered_at, s.id) < (${page.before.moment}::timestamptz, ${page.before.id})` : sql``}
    order by s.answered_at desc, s.id desc limit ${sql.lit(page.limit)}`;
  const found = brandId !== undefined ? heads(sql`and s.brand_id = ${brandId}`)
    : scope.brands === 'all' || unfinished ? heads(sql``)
    : sql`select h.* from unnest(${[...scope.brands]}::bigint[]) seen(id) cross join lateral (${heads(sql`and s.brand_id = seen.id`)}) h order by h.answered_at desc, h.id desc limit ${sql.lit(page.limit)}`;
  // Found once, also where the database does not know yet how many there are.
  const { rows } = await sql<AnswerRow>`
    with page as materialized (${found})
    select ${columns}, ${exactMoment(sql`s.answered_at`)} as cursor_moment, t.subject, coalesce(c.person_id, c.id) as requester_id, c.name as requester_name, a.id as assignee_id, a.name as assignee_name,
      b.id as brand_id, b.name as brand_name, b.color as brand_color
    from page join surveys s on s.workspace_id = ${scope.workspaceId} and s.id = page.id ${joins}
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    left join agents a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
    order by s.answered_at desc, s.id desc`.execute(db);
  return rows;
}

export type FigureRow = { brand_id: number; brand_name: string; brand_color: string; asked: number; score_1: number; score_2: number; score_3: number; score_4: number; score_5: number };

/** One row for each seen brand that asked anybody from one day to another: a row a day and brand is read. Index: the primary key. */
export async function readFigures(db: Queryable, scope: Scope, { brandId, since, until }: { brandId?: number; since: string; until: string }): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select b.id as brand_id, b.name as brand_name, b.color as brand_color, d.*
    from brands b cross join lateral (
      select count(*) as rows, coalesce(sum(asked), 0)::int as asked, coalesce(sum(score_1), 0)::int as score_1, coalesce(sum(score_2), 0)::int as score_2, coalesce(sum(score_3), 0)::int as score_3,
        coalesce(sum(score_4), 0)::int as score_4, coalesce(sum(score_5), 0)::int as score_5
      from satisfaction_days x where x.workspace_id = b.workspace_id and x.brand_id = b.id and x.day between ${since} and ${until}) d
    where b.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`b.id`)} ${brandId === undefined ? sql`` : sql`and b.id = ${brandId}`} and d.rows > 0 order by b.name, b.id`.execute(db);
  return rows;
}
