import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { exactMoment } from '../../platform/db/scope.ts';
import { hasFieldValue, type FieldFilter } from '../custom-fields/index.ts';
import type { ListToOrder } from './parted-order.queries.ts';
import { ticketColumns, ticketJoins, type TicketRow } from './ticket-row.queries.ts';
import { topicIs } from '../wrap-up-topics/index.ts';
import { ticketStatuses, type MomentSort, type TicketFolder, type TicketStatus } from './tickets.schemas.ts';

export type TicketFilter = {
  folder: TicketFolder;
  statuses?: readonly TicketStatus[];
  brandId?: number;
  teamId?: number | null;
  /** Of any of these teams. */
  teamIds?: readonly number[];
  snoozed?: 'no' | 'only';
  assigneeId?: number | null;
  requesterIds?: readonly number[];
  tag?: string;
  /** Custom fields. */
  fields?: readonly FieldFilter[];
  /** Only these, which the index of a custom field's values gave: few. */
  ticketIds?: readonly number[];
  /** Topics of wrap-ups. */
  topicIds?: readonly number[];
  /** Words of the subject, each the beginning of a word. */
  words?: readonly string[];
};

export type ListPosition = { moment: string; id: number };

/**
 * Tickets that fit, in order, from an index alone: for every status (and, for an actor who sees only some brands, every
 * brand) the index gives its own next rows, and the few heads are merged. So a page costs the same at any size.
 */
export async function listTickets(
  db: Queryable,
  scope: Scope,
  agentId: number | null,
  filter: TicketFilter,
  order: { sort: MomentSort; after?: ListPosition; limit: number },
): Promise<(TicketRow & { cursor_moment: string })[]> {
  const descending = order.sort.startsWith('-');
  const column = sql.ref(`x.${order.sort.replace('-', '')}`);
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = order.after
    ? sql`and (${column}, x.id) ${descending ? sql`<` : sql`>`} (${order.after.moment}::timestamptz, ${order.after.id})`
    : sql``;
  const heads = probe(scope, filter, sql`x.id, ${column} as moment`, sql`${beyond} order by ${column} ${direction}, x.id ${direction} limit ${sql.lit(order.limit)}`);
  const { rows } = await sql<TicketRow & { cursor_moment: string }>`
    select ${ticketColumns(agentId)}, ${exactMoment(sql`h.moment`)} as cursor_moment
    from (select h.id, h.moment ${heads} order by h.moment ${direction}, h.id ${direction} limit ${sql.lit(order.limit)}) h
    join tickets t on t.workspace_id = ${scope.workspaceId} and t.id = h.id
    ${ticketJoins(agentId)}
    order by h.moment ${direction}, h.id ${direction}`.execute(db);
  return rows;
}

/** How many fit, counting no further than `most`. */
export function countUpTo(scope: Scope, filter: TicketFilter, most: number): RawBuilder<number> {
  return sql<number>`(select count(*)::int from (select 1 ${probe(scope, filter, sql`1`, sql`limit ${sql.lit(most)}`)} limit ${sql.lit(most)}) c)`;
}

/** The same tickets for an order that comes in parts. */
export function listToOrder(scope: Scope, filter: TicketFilter): ListToOrder {
  const brands = visibleBrands(scope, filter.brandId);
  const own = sql`${brands === 'all' ? sql`` : sql`and x.brand_id = any(${brands}::bigint[])`} ${filter.teamIds ? sql`and x.team_id = any(${[...filter.teamIds]}::bigint[])` : sql``}
    ${filter.ticketIds ? sql`and x.id = any(${[...filter.ticketIds]}::bigint[])` : sql``}`;
  return {
    folder: filter.folder,
    statuses: filter.statuses ?? ticketStatuses,
    ticket: (id) => sql`select x.id, x.updated_at, x.priority, x.promise_due_at from tickets x
      where x.workspace_id = ${scope.workspaceId} and x.id = ${id} and x.folder = ${sql.lit(filter.folder)} and x.status in (${sql.join((filter.statuses ?? ticketStatuses).map((status) => sql.lit(status)))}) ${own} ${conditions(scope, filter)}`,
    fits: sql<boolean>`true`,
    window(after, most) {
      const beyond = after ? sql`and (x.updated_at, x.id) < (${after.moment}::timestamptz, ${after.id})` : sql``;
      const columns = sql`x.id, x.updated_at as moment, x.priority, x.promise_due_at`;
      const tail = sql`${beyond} order by x.updated_at desc, x.id desc limit ${sql.lit(most)}`;
      if (filter.ticketIds) return sql`select h.id, h.moment, h.priority, h.promise_due_at ${probe(scope, filter, columns, tail)} order by h.moment desc, h.id desc limit ${sql.lit(most)}`;
      const statuses = [...(filter.statuses ?? ticketStatuses)];
      // Scans in order, merged on the way: many rows are wanted here, and each scan of a `probe` would be read to its limit.
      const scans = statuses.flatMap((status) => leads(filter.teamIds, brands, Math.floor(mostScans / statuses.length)).map((lead) => sql`(select ${columns} from tickets x
        where x.workspace_id = ${scope.workspaceId} and x.folder = ${sql.lit(filter.folder)} and x.status = ${sql.lit(status)} ${lead} ${own} ${conditions(scope, filter)} ${tail})`));
      return sql`select h.id, h.moment, h.priority, h.promise_due_at from (${sql.join(scans, sql` union all `)}) h order by h.moment desc, h.id desc limit ${sql.lit(most)}`;
    },
  };
}

/** More index scans than this are not merged; the condition is then asked of each row alone. */
const mostScans = 60;

/** What leads each scan, for the index that begins with it. */
function leads(teamIds: readonly number[] | undefined, brands: readonly number[] | 'all', room: number): RawBuilder<unknown>[] {
  // In no team, or of no brand: there is nothing to scan.
  if (teamIds?.length === 0 || brands.length === 0) return [sql`and false`];
  if (teamIds && teamIds.length <= room) return teamIds.map((id) => sql`and x.team_id = ${id}`);
  if (brands !== 'all' && brands.length <= room) return brands.map((id) => sql`and x.brand_id = ${id}`);
  return [sql``];
}

/**
 * `from …` that yields rows `h` for each status (and brand) the index can serve. Statuses, folder and limits are words of
 * closed lists and small numbers: they stand in the text, so that the kept plan fits them (ADR 9).
 */
function probe(scope: Scope, filter: TicketFilter, columns: RawBuilder<unknown>, tail: RawBuilder<unknown>): RawBuilder<unknown> {
  const statuses = [...(filter.statuses ?? ticketStatuses)];
  const brands = visibleBrands(scope, filter.brandId);
  const rest = conditions(scope, filter);
  if (filter.ticketIds) {
    // Each by its key, and then the few are sorted.
    return sql`from (select ${columns} from tickets x
      where x.workspace_id = ${scope.workspaceId} and x.id = any(${[...filter.ticketIds]}::bigint[]) and x.folder = ${sql.lit(filter.folder)}
        and x.status in (${sql.join(statuses.map((status) => sql.lit(status)))})
        ${brands === 'all' ? sql`` : sql`and x.brand_id = any(${brands}::bigint[])`}
        ${filter.teamIds ? sql`and x.team_id = any(${[...filter.teamIds]}::bigint[])` : sql``} ${rest} ${tail}) h`;
  }
  const perBrand = brands === 'all' ? sql`` : sql`cross join unnest(${brands}::bigint[]) as p_brand(id)`;
  const perTeam = filter.teamIds ? sql`cross join unnest(${[...filter.teamIds]}::bigint[]) as p_team(id)` : sql``;
  return sql`from (values ${sql.join(statuses.map((status) => sql`(${sql.lit(status)})`))}) as p_status(status) ${perBrand} ${perTeam} cross join lateral (
    select ${columns} from tickets x
    where x.workspace_id = ${scope.workspaceId} and x.folder = ${sql.lit(filter.folder)} and x.status = p_status.status
      ${brands === 'all' ? sql`` : sql`and x.brand_id = p_brand.id`}
      ${filter.teamIds ? sql`and x.team_id = p_team.id` : sql``}
      ${rest}
    ${tail}) h`;
}

/** What is asked of each ticket `x` beside folder, status, brand and teams. */
function conditions(scope: Scope, filter: TicketFilter): RawBuilder<unknown> {
  return sql`
      ${personCondition(sql`x.assignee_id`, filter.assigneeId)}
      ${personCondition(sql`x.team_id`, filter.teamId)}
      ${filter.snoozed ? sql`and x.snoozed_until is ${sql.raw(filter.snoozed === 'no' ? 'null' : 'not null')}` : sql``}
      ${filter.requesterIds ? sql`and x.requester_id = any(${[...filter.requesterIds]}::bigint[])` : sql``}
      ${filter.tag ? sql`and x.tags @> array[${filter.tag}]` : sql``}
      ${filter.words?.length ? sql`and to_tsvector('simple', x.subject) @@ to_tsquery('simple', ${wordsQuery(filter.words)})` : sql``}
      ${filter.fields?.length ? sql`and ${sql.join(filter.fields.map((field) => hasFieldValue(scope.workspaceId, field)), sql` and `)}` : sql``}
      ${filter.topicIds ? sql`and ${topicIs(scope.workspaceId, filter.topicIds)}` : sql``}`;
}

function visibleBrands(scope: Scope, brandId: number | undefined): 'all' | number[] {
  if (scope.brands === 'all') return brandId === undefined ? 'all' : [brandId];
  return brandId === undefined ? [...scope.brands] : scope.brands.filter((id) => id === brandId);
}

function personCondition(column: RawBuilder<unknown>, id: number | null | undefined): RawBuilder<unknown> {
  if (id === undefined) return sql``;
  return id === null ? sql`and ${column} is null` : sql`and ${column} = ${id}`;
}

/** Each word quoted, so that nothing in it is an operator. */
export function wordsQuery(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll(/['\\]/g, ' ')}':*`).join(' & ');
}

/**
 * Customers whose e-mail address begins so, at most 100, with all who are one person with them. Indexes: the unique one of
 * addresses, the key, customers_person.
 */
export async function findCustomersByAddress(db: Queryable, scope: Scope, beginning: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with found as materialized (
      select customer_id from customer_addresses
      where workspace_id = ${scope.workspaceId} and kind = 'email' and address >= ${beginning} and address < ${`${beginning}\u{10ffff}`} limit 100
    ), persons as materialized (
      select distinct coalesce(c.person_id, c.id) as id from found f
      cross join lateral (select c.id, c.person_id from customers c where c.workspace_id = ${scope.workspaceId} and c.id = f.customer_id offset 0) c
    )
    select id from persons
    union all select m.id from persons p cross join lateral (select m.id from customers m where m.workspace_id = ${scope.workspaceId} and m.person_id = p.id offset 0) m`.execute(db);
  return rows.map(({ id }) => id);
}
