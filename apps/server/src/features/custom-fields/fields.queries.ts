import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import type { FieldNeed, FieldType, PerLanguage } from './fields.schemas.ts';
import type { PlannedOption } from './fields.rules.ts';

export type FieldRow = {
  id: number;
  key: string;
  type: FieldType;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  label: string;
  labels: PerLanguage;
  help: string;
  helps: PerLanguage;
  required: FieldNeed;
  filterable: boolean;
  values_indexed: boolean;
  position: number;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
};
export type OptionRow = { id: number; field_id: number; key: string; parent: string | null; parent_id: number | null; label: string; labels: PerLanguage; archived: boolean };

const columns = sql`f.id, f.key, f.type, f.brand_id, b.name as brand_name, b.color as brand_color, f.label, f.labels, f.help, f.helps, f.required,
  f.filterable, f.values_indexed, f.position, f.archived_at, f.created_at, f.updated_at`;

/** A field of all brands is everybody's; one of a brand is seen by who sees that brand. */
function visible(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(f.brand_id is null or ${brandVisible(scope, sql`f.brand_id`)})`;
}

/** In their order. Index: custom_fields_position. */
export async function listFields(db: Queryable, scope: Scope, { show, after, limit }: { show: 'active' | 'archived' | 'all'; after: [number, number]; limit: number }): Promise<FieldRow[]> {
  const shown = show === 'all' ? sql`true` : show === 'active' ? sql`f.archived_at is null` : sql`f.archived_at is not null`;
  const { rows } = await sql<FieldRow>`
    select ${columns} from custom_fields f left join brands b on b.workspace_id = f.workspace_id and b.id = f.brand_id
    where f.workspace_id = ${scope.workspaceId} and (f.position, f.id) > (${after[0]}, ${after[1]}) and ${shown} and ${visible(scope)}
    order by f.position, f.id limit ${limit}`.execute(db);
  return rows;
}

export async function findField(db: Queryable, scope: Scope, fieldId: number): Promise<FieldRow | null> {
  const { rows } = await sql<FieldRow>`
    select ${columns} from custom_fields f left join brands b on b.workspace_id = f.workspace_id and b.id = f.brand_id
    where f.workspace_id = ${scope.workspaceId} and f.id = ${fieldId} and ${visible(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** The field is the caller's until the commit: whoever writes a value of it waits, and then sees what became of it. */
export async function lockField(tx: Tx, workspaceId: number, fieldId: number): Promise<void> {
  await sql`select from custom_fields where workspace_id = ${workspaceId} and id = ${fieldId} for update`.execute(tx);
}

/** Whoever adds, restores or moves fields takes this first, so that limits and places hold for two at once. */
export async function lockFields(tx: Tx, workspaceId: number): Promise<void> {
  await sql`select from identity.workspaces where id = ${workspaceId} for no key update`.execute(tx);
}

/** In their order: by position, and with it each branch before what hangs on it. Index: the unique one of keys. */
export async function listOptions(db: Queryable, workspaceId: number, fieldIds: readonly number[]): Promise<OptionRow[]> {
  if (fieldIds.length === 0) return [];
  const { rows } = await sql<OptionRow>`
    select o.id, o.field_id, o.key, p.key as parent, o.parent_id, o.label, o.labels, o.archived
    from custom_field_options o left join custom_field_options p on p.workspace_id = o.workspace_id and p.id = o.parent_id
    where o.workspace_id = ${workspaceId} and o.field_id = any(${[...fieldIds]}::bigint[]) order by o.field_id, o.position, o.id`.execute(db);
  return rows;
}

/** Live fields for all brands, the most that one brand has of its own, all fields, and the next free place. */
export async function countFields(db: Queryable, workspaceId: number, brandId: number | null): Promise<{ live: number; all: number; options: number; next: number }> {
  const { rows } = await sql<{ live: number; all: number; options: number; next: number }>`
    with own as (select * from custom_fields where workspace_id = ${workspaceId})
    select (select count(*)::int from own where archived_at is null and brand_id is null)
        + coalesce((select max(n)::int from (select count(*) as n from own where archived_at is null and brand_id is not null
            and (${brandId}::bigint is null or brand_id = ${brandId}::bigint) group by brand_id) each), 0) as live,
      (select count(*)::int from own) as all,
      (select count(*)::int from custom_field_options where workspace_id = ${workspaceId}) as options,
      coalesce((select max(position) + 1 from own), 0)::int as next`.execute(db);
  return rows[0] ?? { live: 0, all: 0, options: 0, next: 0 };
}

export type NewField = { brandId: number | null; key: string; type: FieldType; label: string; labels: PerLanguage; help: string; helps: PerLanguage; required: FieldNeed; filterable: boolean; position: number };

/** Null when the key is taken. */
export async function insertField(tx: Tx, workspaceId: number, field: NewField): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into custom_fields (workspace_id, brand_id, key, type, label, labels, help, helps, required, filterable, values_indexed, position)
    values (${workspaceId}, ${field.brandId}, ${field.key}, ${field.type}, ${field.label}, ${json(field.labels)}, ${field.help}, ${json(field.helps)},
      ${field.required}, ${field.filterable}, ${field.filterable}, ${field.position})
    on conflict (workspace_id, key) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export type FieldPatch = Partial<Pick<FieldRow, 'label' | 'labels' | 'help' | 'helps' | 'required' | 'filterable'>> & { archived?: boolean };

export async function updateFieldRow(tx: Tx, workspaceId: number, fieldId: number, { archived, labels, helps, ...patch }: FieldPatch): Promise<void> {
  await tx
    .updateTable('custom_fields')
    .set({
      ...patch,
      ...(labels && { labels: json(labels) }),
      ...(helps && { helps: json(helps) }),
      // Nothing is filled in yet: the filter works at once. Else all values are gone through, also when the switch turns back
      // before they were: some had followed it, and some were written meanwhile.
      ...(patch.filterable !== undefined && {
        values_indexed: sql<boolean>`case when filterable = ${patch.filterable} then values_indexed
          when exists (select from ticket_fields v where v.workspace_id = ${workspaceId} and v.field_id = ${fieldId}) then not ${patch.filterable}::boolean else ${patch.filterable} end`,
      }),
      ...(archived === undefined ? {} : { archived_at: archived ? sql<Date>`coalesce(archived_at, now())` : null }),
      updated_at: sql<Date>`now()`,
    } as never) // jsonb columns take our json()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', fieldId)
    .execute();
}

/** Puts a field before another one, or at the end; all others keep their order. */
export async function placeField(tx: Tx, workspaceId: number, fieldId: number, beforeId: number | null): Promise<void> {
  await sql`
    with rest as (select id, row_number() over (order by position, id) * 2 as place from custom_fields where workspace_id = ${workspaceId} and id <> ${fieldId}),
    wanted as (
      select id, place from rest
      union all select ${fieldId}::bigint, coalesce((select place - 1 from rest where id = ${beforeId}::bigint), 1000000)
    ), numbered as (select id, row_number() over (order by place) as place from wanted)
    update custom_fields f set position = n.place from numbered n
    where f.workspace_id = ${workspaceId} and f.id = n.id and f.position <> n.place`.execute(tx);
}

/** Makes these the options; those that are not among them are archived, and none is ever removed. */
export async function writeOptions(tx: Tx, workspaceId: number, fieldId: number, options: readonly PlannedOption[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${json(options)}) as x(key text, parent text, label text, labels jsonb, position int, archived boolean)`;
  await sql`
    insert into custom_field_options (workspace_id, field_id, key, label, labels, position, archived)
    select ${workspaceId}, ${fieldId}, x.key, x.label, x.labels, x.position, x.archived from ${given}
    on conflict (workspace_id, field_id, key) do update
      set label = excluded.label, labels = excluded.labels, position = excluded.position, archived = excluded.archived`.execute(tx);
  await sql`
    update custom_field_options o set parent_id = w.parent_id, archived = w.archived, position = w.position
    from (select o.id, case when x.key is null then o.parent_id else p.id end as parent_id, x.key is null or x.archived as archived,
            case when x.key is null then least(1000000, ${options.length} + o.position) else x.position end as position
          from custom_field_options o left join ${given} on x.key = o.key
          left join custom_field_options p on p.workspace_id = o.workspace_id and p.field_id = o.field_id and p.key = x.parent
          where o.workspace_id = ${workspaceId} and o.field_id = ${fieldId}) w
    where o.workspace_id = ${workspaceId} and o.id = w.id and (o.parent_id, o.archived, o.position) is distinct from (w.parent_id, w.archived, w.position)`.execute(tx);
}

/** How many tickets have a value, counting no further than `most`. Index: ticket_fields_field. */
export async function countUses(db: Queryable, workspaceId: number, fieldId: number, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from ticket_fields where workspace_id = ${workspaceId} and field_id = ${fieldId} limit ${most}) v`.execute(db);
  return rows[0]?.count ?? 0;
}
