import { sql, type RawBuilder } from 'kysely';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { dayText } from './fields.rules.ts';
import type { FieldType, FieldValues } from './fields.schemas.ts';

type Place = { workspaceId: number; ticketId: number; brandId: number };

/** A field that somebody wants to fill in, with what it holds now and the option that they named. */
export type FieldToFill = {
  id: number;
  key: string;
  type: FieldType;
  filterable: boolean;
  option_id: number | null;
  option_archived: boolean | null;
  now_option: string | null;
  now_number: number | null;
  now_text: string | null;
};

/**
 * The live fields of these keys that a ticket of the brand can have. They cannot change until the commit (a key share lock,
 * which the keys between tables take anyway), so a value is never written under an option or a filter that was taken away.
 */
export async function fieldsToFill(tx: Tx, { workspaceId, ticketId, brandId }: Omit<Place, 'ticketId'> & { ticketId: number | null }, wanted: readonly { key: string; option: string | null }[]): Promise<FieldToFill[]> {
  await sql`
    select from custom_fields where workspace_id = ${workspaceId} and key = any(${wanted.map(({ key }) => key)}::text[]) order by id for key share`.execute(tx);
  const { rows } = await sql<FieldToFill>`
    select f.id, f.key, f.type, f.filterable, o.id as option_id, o.archived as option_archived, n.key as now_option, v.number_value as now_number, v.text_value as now_text
    from jsonb_to_recordset(${json(wanted)}) as x(key text, option text)
    join custom_fields f on f.workspace_id = ${workspaceId} and f.key = x.key and f.archived_at is null and (f.brand_id is null or f.brand_id = ${brandId})
    left join custom_field_options o on o.workspace_id = f.workspace_id and o.field_id = f.id and o.key = x.option
    left join ticket_fields v on v.workspace_id = f.workspace_id and v.ticket_id = ${ticketId}::bigint and v.field_id = f.id
    left join custom_field_options n on n.workspace_id = v.workspace_id and n.id = v.option_id`.execute(tx);
  return rows;
}

export type ValueToWrite = { field_id: number; option_id: number | null; number_value: number | null; text_value: string | null; text_key: string | null; indexed: boolean };

/** Each field by itself: what somebody else wrote into another field stays. */
export async function writeValues(tx: Tx, workspaceId: number, ticketId: number, values: readonly ValueToWrite[], emptied: readonly number[]): Promise<void> {
  await sql`
    with gone as (delete from ticket_fields where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and field_id = any(${[...emptied]}::bigint[]))
    insert into ticket_fields (workspace_id, ticket_id, field_id, option_id, number_value, text_value, text_key, indexed)
    select ${workspaceId}, ${ticketId}, x.field_id, x.option_id, x.number_value, x.text_value, x.text_key, x.indexed
    from jsonb_to_recordset(${json(values)}) as x(field_id bigint, option_id bigint, number_value double precision, text_value text, text_key text, indexed boolean)
    on conflict (workspace_id, ticket_id, field_id) do update set option_id = excluded.option_id, number_value = excluded.number_value,
      text_value = excluded.text_value, text_key = excluded.text_key, indexed = excluded.indexed, merged_from = null`.execute(tx);
}

/**
 * What is filled in on these tickets, in one statement: live fields of all brands and of the ticket's own. What was filled
 * in under another brand stays in its row and is shown again when the ticket comes back.
 * @param keys only these
 */
export async function readValues(db: Queryable, workspaceId: number, ticketIds: readonly number[], keys?: readonly string[]): Promise<Map<number, FieldValues>> {
  const found = new Map<number, FieldValues>(ticketIds.map((id) => [id, {}]));
  if (ticketIds.length === 0 || keys?.length === 0) return found;
  const { rows } = await sql<{ ticket_id: number; key: string; type: FieldType; option: string | null; number: number | null; text: string | null }>`
    select v.ticket_id, f.key, f.type, v.number_value as number, v.text_value as text,
      (select o.key from custom_field_options o where o.workspace_id = v.workspace_id and o.id = v.option_id) as option
    from ticket_fields v
    join custom_fields f on f.workspace_id = v.workspace_id and f.id = v.field_id and f.archived_at is null
    join tickets t on t.workspace_id = v.workspace_id and t.id = v.ticket_id and (f.brand_id is null or f.brand_id = t.brand_id)
    where v.workspace_id = ${workspaceId} and v.ticket_id = any(${[...ticketIds]}::bigint[]) ${keys ? sql`and f.key = any(${[...keys]}::text[])` : sql``}
    order by f.position, f.id`.execute(db);
  for (const row of rows) {
    const value = shown(row.type, row);
    const values = found.get(row.ticket_id);
    if (values && value !== null) values[row.key] = value;
  }
  return found;
}

function shown(type: FieldType, { option, number, text }: { option: string | null; number: number | null; text: string | null }): string | number | boolean | null {
  if (type === 'checkbox') return number === 1;
  if (type === 'date') return number === null ? null : dayText(number);
  return option ?? text ?? number;
}

/** An array of the keys that are still to be filled in before a ticket of the brand may be solved. */
export function keysMissingToSolve({ workspaceId, ticketId, brandId }: Place): RawBuilder<string[]> {
  return sql<string[]>`array(
    select f.key from custom_fields f
    where f.workspace_id = ${workspaceId} and f.required = 'solve' and f.archived_at is null and (f.brand_id is null or f.brand_id = ${brandId})
      and not exists (select from ticket_fields v where v.workspace_id = f.workspace_id and v.ticket_id = ${ticketId} and v.field_id = f.id)
    order by f.position, f.id)`;
}

/**
 * A merge: the ticket that stays takes what it lacks, and remembers where it came from. Whether it is indexed says the field:
 * the other's row may not have followed a switch yet.
 */
export async function takeOverValues(tx: Tx, workspaceId: number, { source, target }: { source: number; target: number }): Promise<void> {
  await sql`
    insert into ticket_fields (workspace_id, ticket_id, field_id, option_id, number_value, text_value, text_key, indexed, merged_from)
    select v.workspace_id, ${target}, v.field_id, v.option_id, v.number_value, v.text_value, v.text_key, f.filterable, ${source}
    from ticket_fields v join custom_fields f on f.workspace_id = v.workspace_id and f.id = v.field_id
    where v.workspace_id = ${workspaceId} and v.ticket_id = ${source} order by f.id for key share of f
    on conflict (workspace_id, ticket_id, field_id) do nothing`.execute(tx);
}

/** The merge is taken back: what came by it leaves, unless somebody has changed it since. */
export async function giveValuesBack(tx: Tx, workspaceId: number, { source, target }: { source: number; target: number }): Promise<void> {
  await sql`delete from ticket_fields where workspace_id = ${workspaceId} and ticket_id = ${target} and merged_from = ${source}`.execute(tx);
}

/** Fields whose values do not say yet whether they are filtered by. */
export async function fieldsToIndex(db: Queryable, workspaceId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from custom_fields where workspace_id = ${workspaceId} and filterable <> values_indexed order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** How far the values of a field are gone through, and which of its changes that was for. */
export type IndexedTo = { ticketId: number; change: string };

/**
 * Brings the next values of a field into the filters' indexes, or out of them; the field is locked meanwhile, so that nobody
 * turns it around. When it was changed since the last step, it begins anew: the switch may have been turned there and back.
 * @returns how far it came; or that all is done, by this or by somebody else
 */
export async function indexNextValues(tx: Tx, workspaceId: number, fieldId: number, before: IndexedTo | null, limit: number): Promise<{ to: IndexedTo } | { done: true; brandId: number | null; byUs: boolean }> {
  const { rows: fields } = await sql<{ filterable: boolean; brand_id: number | null; change: string }>`
    select filterable, brand_id, updated_at::text as change from custom_fields where workspace_id = ${workspaceId} and id = ${fieldId} and filterable <> values_indexed for no key update`.execute(tx);
  const [field] = fields;
  if (!field) return { done: true, brandId: null, byUs: false };
  const after = before?.change === field.change ? before.ticketId : 0;
  const { rows } = await sql<{ last: number | null }>`
    with next as (select ticket_id from ticket_fields where workspace_id = ${workspaceId} and field_id = ${fieldId} and ticket_id > ${after} order by ticket_id limit ${limit}),
    done as (update ticket_fields v set indexed = ${field.filterable} from next
      where v.workspace_id = ${workspaceId} and v.field_id = ${fieldId} and v.ticket_id = next.ticket_id and v.indexed <> ${field.filterable})
    select max(ticket_id) as last from next`.execute(tx);
  const last = rows[0]?.last ?? null;
  if (last !== null) return { to: { ticketId: last, change: field.change } };
  await sql`update custom_fields set values_indexed = ${field.filterable} where workspace_id = ${workspaceId} and id = ${fieldId}`.execute(tx);
  return { done: true, brandId: field.brand_id, byUs: true };
}
