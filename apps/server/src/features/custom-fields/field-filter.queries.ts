import { sql, type RawBuilder } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';
import type { FieldFilter } from './filters.rules.ts';

/** Up to so many tickets of a value are taken from its index; of more, the list's own index is walked and each row asked. */
const fewEnough = 3_000;

/** Whether ticket `x` has it: one look at the value's key. Never a join, so that the list's order leads. */
export function hasFieldValue(workspaceId: number, filter: FieldFilter): RawBuilder<boolean> {
  const row = sql`from ticket_fields v where v.workspace_id = ${workspaceId} and v.ticket_id = x.id and v.field_id = ${filter.fieldId}`;
  if (filter.kind === 'unticked') return sql<boolean>`(select v.field_id ${row}) is null`;
  // A branch can have 2,000 options: as a set they are hashed once, as an array they would be gone through for each row.
  const wanted = filter.kind === 'options' ? sql<boolean>`v.option_id in (select unnest(${filter.ids}::bigint[]))` : condition(filter);
  return sql<boolean>`(select ${wanted} ${row})`;
}

/**
 * The tickets that have it, newest first, if they are few; null when there are more. Indexes: ticket_fields_option,
 * ticket_fields_number, ticket_fields_text, which hold filterable fields only.
 */
export async function findFewTickets(db: Queryable, workspaceId: number, filter: FieldFilter): Promise<number[] | null> {
  if (filter.kind === 'unticked') return null;
  const { rows } = await sql<{ ticket_id: number }>`
    select v.ticket_id from ticket_fields v
    where v.workspace_id = ${workspaceId} and v.field_id = ${filter.fieldId} and v.indexed and ${condition(filter)} limit ${sql.lit(fewEnough + 1)}`.execute(db);
  return rows.length > fewEnough ? null : rows.map(({ ticket_id }) => ticket_id);
}

function condition(filter: Exclude<FieldFilter, { kind: 'unticked' }>): RawBuilder<boolean> {
  switch (filter.kind) {
    case 'options':
      return sql<boolean>`v.option_id = any(${filter.ids}::bigint[])`;
    case 'numbers': {
      if (filter.from !== null && filter.from === filter.to) return sql<boolean>`v.number_value = ${filter.from}`;
      return sql<boolean>`(v.number_value is not null and ${filter.from === null ? sql`true` : sql`v.number_value >= ${filter.from}`} and ${filter.to === null ? sql`true` : sql`v.number_value <= ${filter.to}`})`;
    }
    case 'beginning':
      return sql<boolean>`(v.text_key >= ${filter.text} and v.text_key < ${`${filter.text}\u{10ffff}`})`;
  }
}
