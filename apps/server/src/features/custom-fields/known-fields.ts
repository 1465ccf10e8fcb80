import type { Database } from '../../platform/db/db.ts';
import { createRemembered, type Remembered, type Remembering } from '../../platform/events/remembered.ts';
import { listFields, listOptions } from './fields.queries.ts';
import { mostFieldsInAll, type FieldNeed, type FieldType } from './fields.schemas.ts';

/** A live field as lists and forms need it. */
export type KnownField = {
  id: number;
  key: string;
  type: FieldType;
  brandId: number | null;
  required: FieldNeed;
  filterable: boolean;
  ready: boolean;
  /** Key → id, archived ones too. */
  options: ReadonlyMap<string, number>;
  /** Id → ids of what hangs on it. */
  below: ReadonlyMap<number, readonly number[]>;
};

export type KnownFields = Remembered<readonly KnownField[]>;

/** The live fields of each workspace, so that one without fields asks the database next to nothing; forgotten at the wake-up `fields`. */
export function createKnownFields(db: Database, remembering: Remembering): KnownFields {
  return createRemembered((workspaceId) => readKnown(db, workspaceId), remembering);
}

async function readKnown(db: Database, workspaceId: number): Promise<KnownField[]> {
  const rows = await listFields(db, { workspaceId, brands: 'all' }, { show: 'active', after: [-1, 0], limit: mostFieldsInAll });
  const options = Map.groupBy(await listOptions(db, workspaceId, rows.map(({ id }) => id)), ({ field_id }) => field_id);
  return rows.map((row) => {
    const own = options.get(row.id) ?? [];
    const below = new Map<number, number[]>();
    for (const { id, parent_id } of own) if (parent_id !== null) below.set(parent_id, [...(below.get(parent_id) ?? []), id]);
    return {
      id: row.id, key: row.key, type: row.type, brandId: row.brand_id, required: row.required, filterable: row.filterable,
      ready: row.values_indexed, options: new Map(own.map(({ key, id }) => [key, id])), below,
    };
  });
}
