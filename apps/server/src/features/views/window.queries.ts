import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import { hasFieldValue } from '../custom-fields/index.ts';
import { topicIs } from '../wrap-up-topics/index.ts';
import { sinceColumn, type TimeBase } from './since.queries.ts';
import { ticketColumns, ticketJoins, ticketStatuses, wordsQuery, wroteLast, type ListPosition, type ListToOrder, type MomentSort, type TicketRow, type TicketStatus } from '../tickets/index.ts';
import { promisedSo, standsSo } from './few-tickets.queries.ts';
import type { Span, Wanted } from './wanted.ts';

/** Tickets that one page of a view looks through at most; then it answers what it has, and the cursor goes on from there. */
export const pageWindow = 5_000;
/** Tickets that a count looks through at most. */
export const countWindow = 2_000;
/** More index scans than this are not merged; the last condition is then asked of each row instead. */
const mostScans = 60;

/** What `fits` asks of a ticket. */
const asked = sql`t.id, t.workspace_id, t.status, t.brand_id, t.team_id, t.assignee_id, t.priority, t.kind, t.channel, t.language, t.tags, t.subject,
  t.requester_id, t.created_at, t.updated_at, t.last_message_at, ${wroteLast} as wrote_last, t.snoozed_until, t.promise_due_at, t.escalated_at`;

type Order = { sort: MomentSort; after?: ListPosition; /** False: one scan after the other, each in order. */ merged?: boolean };
export type ViewPage = { rows: (TicketRow & { cursor_moment: string })[]; /** Where to go on, when the window ended before the page was full. */ lookedTo: ListPosition | null };

/** The next tickets of a view, in order, at most `limit`. */
export async function listWanted(db: Queryable, scope: Scope, agentId: number, wanted: Wanted, { limit, ...order }: Order & { limit: number }): Promise<ViewPage> {
  const direction = sql.raw(order.sort.startsWith('-') ? 'desc' : 'asc');
  const { rows } = await sql<TicketRow & { cursor_moment: string }>`
    select ${ticketColumns(agentId)}, ${exactMoment(sql`h.moment`)} as cursor_moment
    from (select x.id, x.moment from (${scanWindow(scope, wanted, order, pageWindow)}) x where ${fits(scope, wanted)}
          order by x.moment ${direction}, x.id ${direction} limit ${sql.lit(limit)}) h
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = h.id
    ${ticketJoins(agentId)}
    order by h.moment ${direction}, h.id ${direction}`.execute(db);
  const lookedTo = rows.length < limit && !wanted.ticketIds ? await endOfWindow(db, scope, wanted, order) : null;
  return { rows, lookedTo };
}

/** The same tickets for an order that comes in parts. */
export function listToOrder(scope: Scope, wanted: Wanted): ListToOrder {
  const statuses = sql.join(wanted.statuses.map((status) => sql.lit(status)));
  return {
    folder: wanted.folder,
    statuses: wanted.statuses,
    ticket: (id) => sql`select ${asked} from tickets t where t.workspace_id = ${scope.workspaceId} and t.id = ${id} and t.folder = ${sql.lit(wanted.folder)} and t.status in (${statuses})`,
    fits: fits(scope, wanted),
    window: (after, most) => scanWindow(scope, wanted, { sort: '-updated_at', ...(after && { after }) }, most),
  };
}

/** Only asked when a page did not get full. */
async function endOfWindow(db: Queryable, scope: Scope, wanted: Wanted, order: Order): Promise<ListPosition | null> {
  const direction = sql.raw(order.sort.startsWith('-') ? 'desc' : 'asc');
  const { rows } = await sql<ListPosition>`
    select ${exactMoment(sql`x.moment`)} as moment, x.id from (${scanWindow(scope, wanted, order, pageWindow)}) x
    order by x.moment ${direction}, x.id ${direction} offset ${sql.lit(pageWindow - 1)} limit 1`.execute(db);
  return rows[0] ?? null;
}

/**
 * The next `step` tickets, least recently changed first, and which of them fit. That order loses none: a ticket that somebody changes
 * meanwhile moves on, to where it is still to be looked at. `lookedTo` is null at the end.
 */
export async function listWantedIds(db: Queryable, scope: Scope, wanted: Wanted, { after, step }: { after?: ListPosition; step: number }): Promise<{ ids: number[]; lookedTo: ListPosition | null }> {
  const { rows } = await sql<{ ids: number[]; looked: number; moment: string | null; id: number | null }>`
    select coalesce(json_agg(x.id) filter (where ${fits(scope, wanted)}), '[]') as ids, count(*)::int as looked,
      ${exactMoment(sql`(array_agg(x.moment order by x.moment desc, x.id desc))[1]`)} as moment, (array_agg(x.id order by x.moment desc, x.id desc))[1] as id
    from (${scanWindow(scope, wanted, { sort: 'updated_at', after }, step)}) x`.execute(db);
  const [{ ids, looked, moment, id } = { ids: [], looked: 0, moment: null, id: null }] = rows;
  // Tickets that an index named are few, and are all looked at in one step.
  const isEnd = moment === null || id === null || looked < step || wanted.ticketIds !== undefined;
  return { ids, lookedTo: isEnd ? null : { moment, id } };
}

/**
 * How many fit: at most `most`, and among `countWindow` tickets; `capped` when there may be more. Which of them are looked at
 * first says nothing about their number, so the scans follow each other instead of being merged.
 */
export async function countWanted(db: Queryable, scope: Scope, wanted: Wanted, most: number): Promise<{ count: number; capped: boolean }> {
  const { rows } = await sql<{ fit: number; looked: number }>`
    select count(*) filter (where ${fits(scope, wanted)})::int as fit, count(*)::int as looked from (${scanWindow(scope, wanted, { sort: '-updated_at', merged: false }, countWindow)}) x`.execute(db);
  const { fit = 0, looked = 0 } = rows[0] ?? {};
  return { count: Math.min(fit, most), capped: fit >= most || (!wanted.ticketIds && looked >= countWindow) };
}

/**
 * The first `most` tickets in order that the indexes can give: one scan for each status and, where it narrows most, each
 * assignee, team or brand, merged on the way, so that no more rows are read than are wanted. Words of closed lists stand in
 * the text; everything else is a parameter.
 */
function scanWindow({ workspaceId }: Scope, wanted: Wanted, { sort, after, merged = true }: Order, most: number): RawBuilder<unknown> {
  const descending = sort.startsWith('-');
  const direction = sql.raw(descending ? 'desc' : 'asc');
  const column = sort.endsWith('created_at') ? sql`t.created_at` : sql`t.updated_at`;
  const columns = sql`${column} as moment, ${asked}`;
  const folder = sql`t.workspace_id = ${workspaceId} and t.folder = ${sql.lit(wanted.folder)}`;
  if (wanted.ticketIds) {
    const beyond = after ? sql`and (${column}, t.id) ${sql.raw(descending ? '<' : '>')} (${after.moment}::timestamptz, ${after.id})` : sql``;
    return sql`select ${columns} from tickets t where ${folder} and t.id = any(${[...wanted.ticketIds]}::bigint[]) and t.status in (${sql.join(wanted.statuses.map((status) => sql.lit(status)))}) ${beyond}`;
  }
  const within = sort.endsWith('created_at') ? wanted.created : wanted.updated;
  const scans = wanted.statuses.flatMap((status) =>
    narrowed(wanted, sort).map(
      ({ lead, nobody }) => sql`(select ${columns} from tickets t where ${folder} and t.status = ${sql.lit(status)} ${lead} ${between(column, within)}
        ${after ? sql`and (${column}, t.id) ${sql.raw(descending ? '<' : '>')} (${after.moment}::timestamptz, ${after.id})` : sql``}
        order by ${nobody ? sql`${nobody} ${sql.raw(descending ? 'asc' : 'desc')},` : sql``} ${column} ${direction}, t.id ${direction} limit ${sql.lit(most)})`,
    ),
  );
  return sql`select * from (${sql.join(scans, sql` union all `)}) scans ${merged ? sql`order by moment ${direction}, id ${direction}` : sql``} limit ${sql.lit(most)}`;
}

/**
 * The condition that leads each scan, for the index that begins with it; one that says nothing when there is none. `nobody`: a
 * column that is null, which PostgreSQL takes for ordered by the index only when the order names it; the scan is then read
 * to its limit, so it leads only where there is little to read.
 */
type Lead = { lead: RawBuilder<unknown>; nobody?: RawBuilder<unknown> };

function narrowed({ statuses, assigneeIds, teamIds, brandIds }: Wanted, sort: MomentSort): Lead[] {
  const room = Math.floor(mostScans / statuses.length);
  const leads = (ids: readonly (number | null)[] | undefined) => ids !== undefined && sort.endsWith('updated_at') && ids.length <= room && (statuses.length <= 2 || !ids.includes(null));
  const each = (column: RawBuilder<unknown>, ids: readonly (number | null)[]): Lead[] => ids.map((id) => (id === null ? { lead: sql`and ${column} is null`, nobody: column } : { lead: sql`and ${column} = ${id}` }));
  if (assigneeIds && leads(assigneeIds)) return each(sql`t.assignee_id`, assigneeIds);
  if (teamIds && leads(teamIds)) return each(sql`t.team_id`, teamIds);
  if (brandIds !== 'all' && brandIds.length <= room) return each(sql`t.brand_id`, brandIds);
  return [{ lead: sql`` }];
}

/** Every condition, asked of a ticket `x` of the window. */
function fits({ workspaceId }: Scope, wanted: Wanted): RawBuilder<boolean> {
  const oneOf = (column: RawBuilder<unknown>, words: readonly string[] | undefined) => (words ? [sql`${column} = any(${[...words]}::text[])`] : []);
  const someone = (column: RawBuilder<unknown>, ids: readonly (number | null)[] | undefined) =>
    ids ? [sql`(${column} = any(${ids.filter((id) => id !== null)}::bigint[]) ${ids.includes(null) ? sql`or ${column} is null` : sql``})`] : [];
  const all = [
    ...(wanted.brandIds === 'all' ? [] : [sql`x.brand_id = any(${[...wanted.brandIds]}::bigint[])`]),
    ...someone(sql`x.assignee_id`, wanted.assigneeIds),
    ...someone(sql`x.team_id`, wanted.teamIds),
    ...oneOf(sql`x.priority`, wanted.priorities),
    ...oneOf(sql`x.kind`, wanted.kinds),
    ...oneOf(sql`x.channel`, wanted.channels),
    ...oneOf(sql`x.language`, wanted.languages),
    ...(wanted.tags ? [sql`x.tags && ${[...wanted.tags]}::text[]`] : []),
    ...(wanted.withoutTags ? [sql`not (x.tags && ${[...wanted.withoutTags]}::text[])`] : []),
    ...(wanted.requesterIds ? [sql`x.requester_id = any(${[...wanted.requesterIds]}::bigint[])`] : []),
    ...(wanted.subjectLike ? [sql`${spacedWords(sql`x.subject`)} like any(${[...wanted.subjectLike]}::text[])`] : []),
    ...(wanted.words ? [sql`to_tsvector('simple', x.subject) @@ to_tsquery('simple', ${wordsQuery(wanted.words)})`] : []),
    ...(wanted.fields ?? []).map((field) => hasFieldValue(workspaceId, field)),
    ...(wanted.topicIds ? [topicIs(workspaceId, wanted.topicIds)] : []),
    ...([[sql`x.created_at`, wanted.created], [sql`x.updated_at`, wanted.updated], [sql`x.last_message_at`, wanted.lastMessage]] as const).map(([column, span]) => sql`true ${between(column, span)}`),
    ...(wanted.wroteLast ? [sql`x.wrote_last = ${sql.lit(wanted.wroteLast)}`] : []),
    ...(wanted.sla ? [sql`exists (select from sla_targets s where s.workspace_id = ${workspaceId} and s.ticket_id = x.id and ${standsSo(wanted.sla)})`] : []),
    ...(wanted.promisedBefore === undefined ? [] : [sql`x.${promisedSo(wanted.promisedBefore)}`]),
    ...(wanted.escalated ? [sql`x.escalated_at is not null`] : []),
    ...(wanted.snoozed === 'any' ? [] : [wanted.snoozed === 'no' ? sql`x.snoozed_until is null` : sql`x.snoozed_until is not null`]),
    ...(wanted.followedBy ? [sql`exists (select from ticket_followers f where f.workspace_id = ${workspaceId} and f.ticket_id = x.id and f.agent_id = ${wanted.followedBy})`] : []),
    // The customer's newest, by messages_ticket from its end; its beginning alone.
    ...(wanted.messageLike ? [sql`${spacedWords(sql`left((select m.reply_text from messages m where m.workspace_id = ${workspaceId} and m.ticket_id = x.id and m.kind = 'public' and m.direction = 'in' order by m.id desc limit 1), 20000)`)} like any(${[...wanted.messageLike]}::text[])`] : []),
  ];
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** Small letters and figures, each run of others one blank, as `likePatterns` writes its words. */
function spacedWords(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`' ' || regexp_replace(lower(${text}), '[^[:alnum:]]+', ' ', 'g') || ' '`;
}

/** Which of these few tickets fit. Primary keys, beside what a condition takes. */
export async function listFitting(db: Queryable, scope: Scope, wanted: Wanted, ticketIds: readonly number[]): Promise<number[]> {
  const only = { ...wanted, ticketIds };
  const { rows } = await sql<{ id: number }>`select x.id from (${scanWindow(scope, only, { sort: '-created_at' }, ticketIds.length)}) x where ${fits(scope, only)}`.execute(db);
  return rows.map(({ id }) => id);
}

export type Match = { id: number; number: number; subject: string; status: TicketStatus; moment: string };
export type Matches = { looked: number; matched: number; tickets: Match[] };

/**
 * How many of the newest `most` tickets that the scope sees fit, and the next `limit` of them, the newest first. The window is
 * that of all statuses: what a condition on the status leaves out was looked at, too.
 */
export async function matchNewest(db: Queryable, scope: Scope, wanted: Wanted, { most, limit, after, base }: { most: number; limit: number; after: ListPosition | undefined; base: TimeBase | null }): Promise<Matches> {
  const all = { ...wanted, statuses: ticketStatuses, assigneeIds: undefined, teamIds: undefined, ticketIds: undefined, created: undefined };
  const due = base ? sql`and (${sinceColumn(base.since, sql`x`)}) <= ${base.before}::timestamptz` : sql``;
  const { rows } = await sql<{ looked: number; matched: number; tickets: Match[] }>`
    with looked as materialized (${scanWindow(scope, all, { sort: '-created_at' }, most)}),
      found as materialized (select x.id, x.moment, x.subject, x.status from looked x where x.status = any(${[...wanted.statuses]}::text[]) and ${fits(scope, wanted)} ${due})
    select (select count(*)::int from looked) as looked, (select count(*)::int from found) as matched, coalesce((
      select json_agg(json_build_object('id', p.id, 'number', t.number, 'subject', p.subject, 'status', p.status, 'moment', ${exactMoment(sql`p.moment`)}) order by p.moment desc, p.id desc)
      from (select * from found x ${after ? sql`where (x.moment, x.id) < (${after.moment}::timestamptz, ${after.id})` : sql``} order by x.moment desc, x.id desc limit ${sql.lit(limit)}) p
      join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = p.id), '[]') as tickets`.execute(db);
  return rows[0] ?? { looked: 0, matched: 0, tickets: [] };
}

function between(column: RawBuilder<unknown>, span: Span | undefined): RawBuilder<unknown> {
  return sql`${span?.from ? sql`and ${column} >= ${span.from}` : sql``} ${span?.to ? sql`and ${column} < ${span.to}` : sql``}`;
}
