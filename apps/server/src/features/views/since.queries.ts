import { sql, type RawBuilder } from 'kysely';

/** What time can be counted from on a ticket: this list and no other. */
export const sinces = ['created', 'last_message', 'customer_wrote', 'we_wrote', 'updated', 'solved'] as const;
export type Since = (typeof sinces)[number];
/** Those for which this moment lies before then. */
export type TimeBase = { since: Since; before: Date };

/** The moment on a ticket `x`; null where there is none, so also where somebody else has written last. */
export function sinceColumn(since: Since, x: RawBuilder<unknown>): RawBuilder<Date | null> {
  const columns: Record<Since, RawBuilder<Date | null>> = {
    created: sql`${x}.created_at`,
    last_message: sql`${x}.last_message_at`,
    customer_wrote: written(x, 'in'),
    we_wrote: written(x, 'out'),
    updated: sql`${x}.updated_at`,
    solved: sql`(select t.solved_at from tickets t where t.workspace_id = ${x}.workspace_id and t.id = ${x}.id)`,
  };
  return columns[since];
}

/** When they wrote, if nobody has answered since: the newest that a person wrote to or for the customer. Index: messages_ticket. */
function written(x: RawBuilder<unknown>, direction: 'in' | 'out'): RawBuilder<Date | null> {
  return sql`(select case when m.direction = ${sql.lit(direction)} then m.created_at end from messages m
    where m.workspace_id = ${x}.workspace_id and m.ticket_id = ${x}.id and m.kind = 'public' and m.automatic is null order by m.id desc limit 1)`;
}
