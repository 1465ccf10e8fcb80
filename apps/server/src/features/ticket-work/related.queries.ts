import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { TicketStatus } from '../tickets/index.ts';

export type RelatedRow = { of: 'requester' | 'organization'; number: number; subject: string; status: TicketStatus; requester_name: string; assignee_name: string | null; updated_at: Date };

export const shownRelated = 10;
/** Of one person and of a company, so many of the newest are looked at: an open ticket older than these is found by searching. */
const ofPerson = 200;
const people = 200;
const ofEach = 10;

/**
 * Open tickets beside this one: of who asked (all rows of the person), and of the others in their organization, latest change
 * first, one more than is shown. Indexes: customers_person, customers_organization, then tickets_requester for each of them.
 */
export async function findRelated(db: Queryable, scope: Scope, ticket: { id: number; requester_id: number }): Promise<{ organization: { id: number; name: string } | null; rows: RelatedRow[] }> {
  const { workspaceId } = scope;
  const newest = (of: RawBuilder<unknown>, most: number) => sql`
    select t.id, t.requester_id, t.number, t.subject, t.status, t.assignee_id, t.updated_at from (
      select * from tickets x where x.workspace_id = ${workspaceId} and x.requester_id = ${of} order by x.created_at desc, x.id desc limit ${sql.lit(most)}) t
    where t.folder = 'inbox' and t.status in ('new', 'open', 'pending', 'on_hold') and t.id <> ${ticket.id} and ${brandVisible(scope, sql`t.brand_id`)}`;
  const { rows } = await sql<RelatedRow & { organization_id: number | null; organization_name: string | null }>`
    with asked as materialized (
      select p.id, p.organization_id from customers c join customers p on p.workspace_id = c.workspace_id and p.id = coalesce(c.person_id, c.id)
      where c.workspace_id = ${workspaceId} and c.id = ${ticket.requester_id}
    ), own as materialized (
      select id from asked union select c.id from asked a join customers c on c.workspace_id = ${workspaceId} and c.person_id = a.id
    ), colleagues as materialized (
      select c.id from asked a join customers c on c.workspace_id = ${workspaceId} and c.organization_id = a.organization_id
      where c.id not in (select id from own) order by c.id desc limit ${sql.lit(people)}
    ), found as (
      (select 'requester' as of, t.* from own cross join lateral (${newest(sql`own.id`, ofPerson)}) t order by t.updated_at desc limit ${sql.lit(shownRelated + 1)})
      union all
      (select 'organization', t.* from colleagues cross join lateral (${newest(sql`colleagues.id`, ofEach)}) t order by t.updated_at desc limit ${sql.lit(shownRelated + 1)})
    )
    select o.id as organization_id, o.name as organization_name, f.of, f.number, f.subject, f.status, f.updated_at, c.name as requester_name,
      (select g.name from agents g where g.workspace_id = ${workspaceId} and g.id = f.assignee_id) as assignee_name
    from asked a
    left join organizations o on o.workspace_id = ${workspaceId} and o.id = a.organization_id
    left join found f on true
    left join customers c on c.workspace_id = ${workspaceId} and c.id = f.requester_id
    order by f.updated_at desc`.execute(db);
  const [first] = rows;
  const organization = first?.organization_id == null ? null : { id: first.organization_id, name: first.organization_name ?? '' };
  return { organization, rows: rows.filter(({ of }) => of !== null) };
}
