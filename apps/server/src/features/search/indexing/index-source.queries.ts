import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/db.ts';
import type { CustomerSource, OrganizationSource, TicketSource } from './documents.ts';

/** The newest so many messages of a ticket, and so many characters of each. */
const mostMessages = 120;
const mostCharacters = 20_000;
const mostFiles = 40;

/**
 * Everything that is looked for of these tickets, in one statement. Of the first message the whole text (a signature has
 * numbers and addresses), of the others what is new in them. Indexes: the keys, participants (ticket), messages_ticket.
 */
export async function readTickets(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<TicketSource[]> {
  const { rows } = await sql<TicketSource>`
    select t.id, t.number, coalesce(s.version, 0) as version, t.subject, t.status, t.priority, t.channel, t.folder, t.language,
      t.brand_id, t.team_id, t.assignee_id, t.tags, t.wrapped, t.created_at,
      (select w.topic_id from wrap_ups w join topics p on p.workspace_id = w.workspace_id and p.id = w.topic_id
        where w.workspace_id = t.workspace_id and w.ticket_id = t.id and (p.brand_id is null or p.brand_id = t.brand_id)) as topic_id,
      (select coalesce(json_agg(json_build_object('name', concat_ws(' ', c.name, nullif(p.name, c.name)), 'addresses', array(
          select a.address from (select p.customer_id as id union select m.id from customers m where m.workspace_id = c.workspace_id and m.person_id = coalesce(c.person_id, c.id) union select c.person_id) f
          cross join lateral (select a.address from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = f.id order by a.id limit 20) a
          order by f.id <> p.customer_id limit 20) || array[p.address])), '[]')
        from (select p.workspace_id, p.customer_id, p.address, p.name from participants p where p.workspace_id = t.workspace_id and p.ticket_id = t.id
              union all select t.workspace_id, t.requester_id, '', ''
              where not exists (select from participants r where r.workspace_id = t.workspace_id and r.ticket_id = t.id and r.customer_id = t.requester_id) limit 60) p
        join customers c on c.workspace_id = p.workspace_id and c.id = p.customer_id) as people,
      (select coalesce(json_agg(json_build_object('from_name', m.from_name, 'from_address', m.from_address, 'recipients', m.recipients_to || m.recipients_cc,
          'text', left(case when m.place = 1 or m.reply_text = '' then m.text else m.reply_text end, ${sql.lit(mostCharacters)}), 'language', m.language) order by m.id), '[]')
        from (select m.*, case when m.id = (select f.id from messages f where f.workspace_id = t.workspace_id and f.ticket_id = t.id order by f.id limit 1) then 1 end as place
              from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id order by m.id desc limit ${sql.lit(mostMessages)}) m) as messages,
      (select coalesce(json_agg(json_build_object('name', f.name, 'text', f.text, 'attached', not f.inline)), '[]')
        from (select mf.name, mf.inline, coalesce(sf.text, '') as text
              from messages m join message_files mf on mf.workspace_id = m.workspace_id and mf.message_id = m.id
              join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id
              left join search_files sf on sf.workspace_id = f.workspace_id and sf.sha256 = f.sha256
              where m.workspace_id = t.workspace_id and m.ticket_id = t.id order by m.id desc, mf.position limit ${sql.lit(mostFiles)}) f) as files,
      (select coalesce(json_agg(json_build_object('id', v.field_id, 'type', f.type, 'number', v.number_value, 'text', v.text_value, 'text_key', v.text_key, 'options', array(
          with recursive up as (
            select o.id, o.parent_id, 1 as depth from custom_field_options o where o.workspace_id = v.workspace_id and o.id = v.option_id
            union all select o.id, o.parent_id, u.depth + 1 from up u join custom_field_options o on o.workspace_id = v.workspace_id and o.id = u.parent_id where u.depth < 10)
          select id from up))), '[]')
        from ticket_fields v join custom_fields f on f.workspace_id = v.workspace_id and f.id = v.field_id and f.archived_at is null and (f.brand_id is null or f.brand_id = t.brand_id)
        where v.workspace_id = t.workspace_id and v.ticket_id = t.id) as fields
    from tickets t left join search_tickets s on s.workspace_id = t.workspace_id and s.ticket_id = t.id
    where t.workspace_id = ${workspaceId} and t.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

/** Those merged into another are found by the other's row. */
export async function readCustomers(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<CustomerSource[]> {
  const { rows } = await sql<CustomerSource>`
    select c.id, coalesce(s.version, 0) as version, c.name, c.note, o.name as organization, c.language,
      array(select m.own_name from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id) as own_names,
      array(select m.note from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id and m.note <> '') as own_notes,
      array(select a.address from (select c.id union all select m.id from customers m where m.workspace_id = c.workspace_id and m.person_id = c.id) f
        cross join lateral (select a.address from customer_addresses a where a.workspace_id = c.workspace_id and a.customer_id = f.id order by a.id limit 50) a limit 100) as addresses,
      array(select k.brand_id from customer_brands k where k.workspace_id = c.workspace_id and k.customer_id = c.id) as brands
    from customers c left join organizations o on o.workspace_id = c.workspace_id and o.id = c.organization_id
    left join search_customers s on s.workspace_id = c.workspace_id and s.customer_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::bigint[]) and c.person_id is null`.execute(db);
  return rows;
}

export async function readOrganizations(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<OrganizationSource[]> {
  const { rows } = await sql<OrganizationSource>`
    select o.id, coalesce(s.version, 0) as version, o.name, o.domains, o.note
    from organizations o left join search_organizations s on s.workspace_id = o.workspace_id and s.organization_id = o.id
    where o.workspace_id = ${workspaceId} and o.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

/** The newest tickets of customers, whose names and addresses stand in their rows too. Index: tickets_requester. */
export async function ticketsOfCustomers(db: Queryable, workspaceId: number, customerIds: readonly number[], each: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from unnest(${[...customerIds]}::bigint[]) as c(id) cross join lateral (
      select t.id from tickets t where t.workspace_id = ${workspaceId} and t.requester_id = c.id order by t.created_at desc, t.id desc limit ${each}) t`.execute(db);
  return rows.map(({ id }) => id);
}

/** Index: the unique one of numbers. */
export async function ticketsOfNumbers(db: Queryable, workspaceId: number, numbers: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from tickets where workspace_id = ${workspaceId} and number = any(${[...numbers]}::bigint[])`.execute(db);
  return rows.map(({ id }) => id);
}

/** Customers of organizations, whose name stands in their rows too. Index: customers_organization. */
export async function customersOfOrganizations(db: Queryable, workspaceId: number, organizationIds: readonly number[], each: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from unnest(${[...organizationIds]}::bigint[]) as o(id) cross join lateral (
      select c.id from customers c where c.workspace_id = ${workspaceId} and c.organization_id = o.id limit ${each}) c`.execute(db);
  return rows.map(({ id }) => id);
}

/** The next ids below one, newest first, for the sweep over what is there. */
export async function idsBelow(db: Queryable, table: 'tickets' | 'customers' | 'organizations', workspaceId: number, below: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where workspace_id = ${workspaceId} and id < ${below} order by id desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
