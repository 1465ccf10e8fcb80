import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';

export type ParticipantRow = {
  id: number;
  customer_id: number;
  /** Whose page it is. */
  person_id: number;
  customer_name: string;
  address: string;
  name: string;
  role: 'requester' | 'cc';
  confirmed: boolean;
};

export async function listParticipants(db: Queryable, scope: Scope, ticketId: number): Promise<ParticipantRow[]> {
  const { rows } = await sql<ParticipantRow>`
    select p.id, p.customer_id, coalesce(c.person_id, c.id) as person_id, c.name as customer_name, p.address, p.name, p.role, p.confirmed
    from participants p join customers c on c.workspace_id = p.workspace_id and c.id = p.customer_id
    where p.workspace_id = ${scope.workspaceId} and p.ticket_id = ${ticketId}
    order by p.role = 'requester' desc, p.id limit 200`.execute(db);
  return rows;
}

/** Adds them; who takes part already stays as they are. Returns the ids of the new ones. */
export async function insertParticipants(
  tx: Tx,
  workspaceId: number,
  ticketId: number,
  people: { customerId: number; address: string; name: string; role: 'requester' | 'cc'; confirmed: boolean }[],
): Promise<number[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .insertInto('participants')
    .values(
      people.map((person) => ({
        workspace_id: workspaceId,
        ticket_id: ticketId,
        customer_id: person.customerId,
        address: person.address,
        name: person.name,
        role: person.role,
        confirmed: person.confirmed,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'ticket_id', 'address']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function confirmParticipantRow(tx: Tx, workspaceId: number, ticketId: number, participantId: number): Promise<boolean> {
  const result = await tx
    .updateTable('participants')
    .set({ confirmed: true })
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', '=', participantId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes a copied person out; the requester stays. */
export async function deleteParticipant(tx: Tx, workspaceId: number, ticketId: number, participantId: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('participants')
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', '=', participantId)
    .where('role', '=', 'cc')
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** From now on the brand knows everybody who takes part in the ticket. */
export async function linkPeopleToBrand(tx: Tx, workspaceId: number, ticketId: number, brandId: number): Promise<void> {
  await sql`insert into customer_brands (workspace_id, customer_id, brand_id, merged_from)
    with present as materialized (
      select customer_id from participants where workspace_id = ${workspaceId} and ticket_id = ${ticketId}
      union select requester_id from tickets where workspace_id = ${workspaceId} and id = ${ticketId})
    select ${workspaceId}::bigint, x.id, ${brandId}::bigint, x.merged_from from (
      select customer_id as id, null::bigint as merged_from from present
      union select c.person_id, c.id from present p join customers c on c.workspace_id = ${workspaceId} and c.id = p.customer_id and c.person_id is not null) x
    order by 2, 4 nulls first on conflict do nothing`.execute(tx);
}
