import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';
import type { Degree, WrapUpListQuery } from './wrap-ups.schemas.ts';

export type WrapUpRow = {
  version: number;
  /** Null too where the ticket has left the topic's brand. */
  topic_id: number | null;
  degree: Degree;
  cause: string;
  resolution: string;
  minutes: number | null;
  written_by: number;
  author_name: string;
  written_at: Date;
};

export type WrappedTicket = { id: number; number: number; brand_id: number; need: 'off' | 'asked' | 'required' };

/** The ticket, if the scope may see its brand; with `lock` its row is the caller's until the commit. */
export async function findWrappedTicket(db: Queryable, scope: Scope, number: number, { lock = false } = {}): Promise<WrappedTicket | null> {
  const { rows } = await sql<WrappedTicket>`
    select t.id, t.number, t.brand_id, b.wrap_up as need from tickets t join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    where t.workspace_id = ${scope.workspaceId} and t.number = ${number} and ${brandVisible(scope, sql`t.brand_id`)} ${lock ? sql`for no key update of t` : sql``}`.execute(db);
  return rows[0] ?? null;
}

const columns = sql`w.version, case when p.brand_id is null or p.brand_id = t.brand_id then w.topic_id end as topic_id, w.degree, w.cause, w.resolution, w.minutes, w.written_by, a.name as author_name, w.written_at`;
const joins = sql`
  join tickets t on t.workspace_id = w.workspace_id and t.id = w.ticket_id
  join agents a on a.workspace_id = w.workspace_id and a.id = w.written_by
  left join topics p on p.workspace_id = w.workspace_id and p.id = w.topic_id`;

/** The newest version of a ticket's. */
export async function findWrapUp(db: Queryable, workspaceId: number, ticketId: number): Promise<WrapUpRow | null> {
  const { rows } = await sql<WrapUpRow>`select ${columns} from wrap_ups w ${joins} where w.workspace_id = ${workspaceId} and w.ticket_id = ${ticketId}`.execute(db);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listWrapUpVersions(db: Queryable, workspaceId: number, ticketId: number, { before, limit }: { before: number; limit: number }): Promise<WrapUpRow[]> {
  const { rows } = await sql<WrapUpRow>`
    select ${columns} from wrap_up_versions w ${joins}
    where w.workspace_id = ${workspaceId} and w.ticket_id = ${ticketId} and w.version < ${before} order by w.version desc limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

export type WrapUpToWrite = { version: number; topicId: number | null; degree: Degree; cause: string; resolution: string; minutes: number | null; authorId: number; now: Date };

/** The newest version, kept beside those before it; the ticket's row says that there is one. */
export async function writeVersion(tx: Tx, workspaceId: number, ticketId: number, w: WrapUpToWrite): Promise<void> {
  const values = sql`${workspaceId}, ${ticketId}, ${w.version}, ${w.topicId}, ${w.degree}, ${w.cause}, ${w.resolution}, ${w.minutes}, ${w.authorId}, ${w.now}`;
  const names = sql.raw('workspace_id, ticket_id, version, topic_id, degree, cause, resolution, minutes, written_by, written_at');
  await sql`
    insert into wrap_ups (${names}) values (${values})
    on conflict (workspace_id, ticket_id) do update set version = excluded.version, topic_id = excluded.topic_id, degree = excluded.degree, cause = excluded.cause,
      resolution = excluded.resolution, minutes = excluded.minutes, written_by = excluded.written_by, written_at = excluded.written_at`.execute(tx);
  await sql`insert into wrap_up_versions (${names}) values (${values})`.execute(tx);
  if (w.version === 1) await sql`update tickets set wrapped = true where workspace_id = ${workspaceId} and id = ${ticketId}`.execute(tx);
}

export type ListedRow = WrapUpRow & { number: number; subject: string; brand_id: number; brand_name: string; brand_color: string; solved_at: Date; cursor_moment: string; ticket_id: number };

type Listing = Pick<WrapUpListQuery, 'degree' | 'from' | 'until'> & { brands: readonly number[] | 'all'; topics: readonly number[] | null; before?: { moment: string; id: number }; limit: number };

/**
 * Those of solved tickets, the last solved first. Each topic, or else each brand, gives its own next rows from an index, and
 * the few heads are merged. Indexes: wrap_ups_topic, wrap_ups_brand, wrap_ups_degree, wrap_ups_solved.
 */
export async function listWrapUps(db: Queryable, workspaceId: number, { brands, topics, degree, from, until, before, limit }: Listing): Promise<ListedRow[]> {
  const rest = sql`
    ${degree === undefined ? sql`` : sql`and w.counted_degree = ${degree}`} ${from === undefined ? sql`` : sql`and w.solved_at >= ${from}::timestamptz`} ${until === undefined ? sql`` : sql`and w.solved_at < ${until}::timestamptz`}
    ${before === undefined ? sql`` : sql`and (w.solved_at, w.ticket_id) < (${before.moment}::timestamptz, ${before.id}::bigint)`}
    order by w.solved_at desc, w.ticket_id desc limit ${sql.lit(limit)}`;
  const own = sql`select w.ticket_id, w.solved_at from wrap_ups w where w.workspace_id = ${workspaceId} and w.solved_at is not null`;
  const ofBrands = brands === 'all' ? sql`` : sql`and w.counted_brand_id = any(${[...brands]}::bigint[])`;
  const heads = topics !== null ? sql`select h.* from unnest(${[...topics]}::bigint[]) x(id) cross join lateral (${own} and w.counted_topic_id = x.id ${ofBrands} ${rest}) h`
    : brands === 'all' ? sql`(${own} ${rest})`
    : sql`select h.* from unnest(${[...brands]}::bigint[]) x(id) cross join lateral (${own} and w.counted_brand_id = x.id ${rest}) h`;
  const { rows } = await sql<ListedRow>`
    with page as (select * from (${heads}) heads order by solved_at desc, ticket_id desc limit ${sql.lit(limit)})
    select ${columns}, t.number, t.subject, b.id as brand_id, b.name as brand_name, b.color as brand_color, w.solved_at, ${exactMoment(sql`w.solved_at`)} as cursor_moment, w.ticket_id
    from page join wrap_ups w on w.workspace_id = ${workspaceId} and w.ticket_id = page.ticket_id ${joins}
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    order by w.solved_at desc, w.ticket_id desc`.execute(db);
  return rows;
}
