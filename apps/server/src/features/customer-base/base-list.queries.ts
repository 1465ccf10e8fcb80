import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible, exactMoment } from '../../platform/db/scope.ts';
import { accountOfCustomer, accountOfOrganization, type Account } from './account.queries.ts';

/** More than one agent looks after; and of how many people of an organization, and tickets of each, the figures are. */
export const mostEntries = 5_000;
const mostPeople = 1_000;
const mostTickets = 100;

export const baseKinds = ['customer', 'organization'] as const;
export type BaseKind = (typeof baseKinds)[number];

export const baseSorts = ['next_contact', 'silence', 'name'] as const;
export type BaseSort = (typeof baseSorts)[number];

export type BaseEntry = {
  kind: BaseKind;
  id: number;
  name: string;
  email: string | null;
  organization: { id: number; name: string } | null;
  account: Account;
  next_contact_on: string | null;
  next_contact_note: string;
  open_count: number;
  promise_due_at: Date | null;
  last_contact_at: Date | null;
  sort_key: string;
};

export type BaseFilter = {
  agentId: number;
  /** Nobody was in touch since, or ever. */
  silentSince?: Date;
  withOpen?: boolean;
  /** The next contact is due on this day (YYYY-MM-DD) or was before it. */
  dueOn?: string;
};
export type BasePosition = { key: string; kind: BaseKind; id: number };

/** A customer or an organization is seen through a brand that the scope sees, as everywhere. */
export const customerSeen = (scope: Scope) =>
  scope.brands === 'all' ? sql`true` : sql`exists (select from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id and ${brandVisible(scope, sql`k.brand_id`)})`;

export function organizationSeen(scope: Scope): RawBuilder<unknown> {
  if (scope.brands === 'all') return sql`true`;
  const people = sql`customers c where c.workspace_id = o.workspace_id and c.organization_id = o.id`;
  return sql`(not exists (select from ${people}) or exists (select from ${people} and ${customerSeen(scope)}))`;
}

/** As agent or as deputy. Indexes: customers_account, customers_deputy, organizations_account, organizations_deputy. */
function entriesOf(scope: Scope, agentId: number) {
  const theirs = (table: 'customers' | 'organizations') => sql`(
    select id from ${sql.table(table)} where workspace_id = ${scope.workspaceId} and account_agent_id = ${agentId}
    union select id from ${sql.table(table)} where workspace_id = ${scope.workspaceId} and account_deputy_id = ${agentId})`;
  return sql`
    (select 'organization' as kind, o.id, o.name, null::text as email, null::json as organization, ${accountOfOrganization} as account, o.next_contact_on, o.next_contact_note
      from organizations o where o.workspace_id = ${scope.workspaceId} and o.id in ${theirs('organizations')} and ${organizationSeen(scope)} order by o.id limit ${sql.lit(mostEntries)})
    union all
    (select 'customer', c.id, c.name,
        (select a.address from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = c.id and a.kind = 'email' order by a.is_primary desc, a.id limit 1),
        case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end, ${accountOfCustomer}, c.next_contact_on, c.next_contact_note
      from customers c left join organizations o on o.workspace_id = c.workspace_id and o.id = c.organization_id
      where c.workspace_id = ${scope.workspaceId} and c.id in ${theirs('customers')} and c.person_id is null and ${customerSeen(scope)} order by c.id limit ${sql.lit(mostEntries)})`;
}

/**
 * What stands open with `e`, what is promised, and when anybody last wrote something public: of their own tickets, of the rows
 * merged into them, and of an organization's people. A ticket's row says when its last message was; only where that was not
 * public, its last public one is looked up. Indexes: customers_organization, customers_person, tickets_requester, messages_ticket.
 */
const figures = (scope: Scope) => sql`
  select least(count(*) filter (where t.is_open), 1000)::int as open_count, min(t.promise_due_at) filter (where t.is_open) as promise_due_at,
    max(case when t.last_public_direction is null then t.last_message_at else (
      select m.created_at from messages m where m.workspace_id = ${scope.workspaceId} and m.ticket_id = t.id and m.kind = 'public' and m.automatic is null order by m.id desc limit 1) end) as last_contact_at
  from (
    (select c.id from customers c where e.kind = 'organization' and c.workspace_id = ${scope.workspaceId} and c.organization_id = e.id and c.person_id is null order by c.id desc limit ${sql.lit(mostPeople)})
    union all select e.id where e.kind = 'customer'
  ) person
  cross join lateral (select person.id union all select m.id from customers m where m.workspace_id = ${scope.workspaceId} and m.person_id = person.id offset 0) r
  cross join lateral (
    select x.id, x.last_public_direction, x.last_message_at, x.promise_due_at, x.merged_into is null and x.status in ('new', 'open', 'pending', 'on_hold') as is_open
    from tickets x where x.workspace_id = ${scope.workspaceId} and x.requester_id = r.id and x.folder = 'inbox' and ${brandVisible(scope, sql`x.brand_id`)}
    order by x.created_at desc, x.id desc limit ${sql.lit(mostTickets)}) t`;

const keys: Record<BaseSort, RawBuilder<string>> = {
  next_contact: sql`coalesce(e.next_contact_on, '9999-99-99')`,
  silence: sql`coalesce(${exactMoment(sql`f.last_contact_at`)}, '')`,
  name: sql`left(lower(coalesce(nullif(e.name, ''), e.email, '')), 40)`,
};

/**
 * A page of whom the agent looks after. By next contact or name, the figures are those of the page alone; by silence, or where
 * a filter asks for them, they are of the whole base, which is what one person looks after.
 */
export async function listBase(db: Queryable, scope: Scope, filter: BaseFilter, sort: BaseSort, page: { after?: BasePosition; limit: number }): Promise<BaseEntry[]> {
  const key = keys[sort];
  const later = page.after ? sql`(${key}, e.kind, e.id) > (${page.after.key}, ${page.after.kind}, ${page.after.id}::bigint)` : sql`true`;
  const due = filter.dueOn === undefined ? sql`true` : sql`e.next_contact_on <= ${filter.dueOn}`;
  const needsFigures = sort === 'silence' || filter.silentSince !== undefined || filter.withOpen === true;
  const inOrder = sql`order by sort_key, kind, id limit ${page.limit}`;
  const fits = sql`${filter.silentSince ? sql`(f.last_contact_at is null or f.last_contact_at < ${filter.silentSince})` : sql`true`} and ${filter.withOpen ? sql`f.open_count > 0` : sql`true`}`;
  const chosen = needsFigures ? sql`select e.*, f.*, ${key} as sort_key from entries e cross join lateral (${figures(scope)}) f where ${due} and ${later} and ${fits} ${inOrder}` : sql`
    select e.*, f.* from (select e.*, ${key} as sort_key from entries e where ${due} and ${later} ${inOrder}) e cross join lateral (${figures(scope)}) f order by sort_key, kind, id`;
  const { rows } = await sql<BaseEntry>`with entries as materialized (${entriesOf(scope, filter.agentId)}) ${chosen}`.execute(db);
  return rows;
}

/** What they look after themselves, not as a deputy; stops at 1,000. Indexes: customers_account, organizations_account. */
export async function countBase(db: Queryable, workspaceId: number, agentId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      (select from organizations where workspace_id = ${workspaceId} and account_agent_id = ${agentId} limit 1000)
      union all (select from customers where workspace_id = ${workspaceId} and account_agent_id = ${agentId} and person_id is null limit 1000) limit 1000) counted`.execute(db);
  return rows[0]?.count ?? 0;
}
