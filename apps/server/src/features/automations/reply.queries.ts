import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type Reached = { customer_id: number; name: string; address: string | null; machine: boolean; default_language: string };

/**
 * Who is written to: the requester, at an address that mail can reach — not one of ours, not blocked, not one that sent
 * everything back. `machine`: nobody but machines has written, or the newest mail wants no automatic answer or is not its
 * sender's. Indexes: primary keys, messages_ticket, customer_addresses_customer.
 */
export async function findReached(db: Queryable, workspaceId: number, ticketId: number): Promise<Reached | null> {
  const { rows } = await sql<Reached>`
    select p.id as customer_id, p.name, reached.address, b.default_language,
      coalesce((select m.sender_check = 'failed' or 'no_automatic_answers' = any(m.notices) or 'unreadable' = any(m.notices) from messages m
        where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.kind = 'public' and m.direction = 'in' and m.automatic is null order by m.id desc limit 1),
        exists (select from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.kind = 'public' and m.direction = 'in')) as machine
    from tickets t
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join customers p on p.workspace_id = c.workspace_id and p.id = coalesce(c.person_id, c.id)
    left join lateral (
      select a.address from customer_addresses a
      where a.workspace_id = t.workspace_id and a.kind = 'email' and a.bounced_at is null
        and a.customer_id in (select p.id union all select o.id from customers o where o.workspace_id = p.workspace_id and o.person_id = p.id)
        and not exists (select from participants x where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.address = a.address and not x.confirmed)
        and not exists (select from identity.inbox_addresses i where i.address = a.address)
        and not exists (select from block_list k where k.workspace_id = t.workspace_id and k.pattern in (a.address, '@' || split_part(a.address, '@', 2)))
      order by exists (select from participants x where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.address = a.address and x.role = 'requester') desc,
        a.customer_id = p.id desc, a.is_primary desc, a.id limit 1) reached on true
    where t.workspace_id = ${workspaceId} and t.id = ${ticketId}`.execute(db);
  return rows[0] ?? null;
}
