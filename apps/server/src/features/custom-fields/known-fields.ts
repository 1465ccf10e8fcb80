import { monotonicNow } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/db/db.ts';
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

export type KnownFields = ReturnType<typeof createKnownFields>;

const mostWorkspaces = 1_000;
/** Milliseconds */
const trustFor = 30_000;

/**
 * The live fields of each workspace, kept in memory until one changes (the wake-up `fields`, on every node), so that
 * a workspace without fields asks the database next to nothing. While other nodes cannot be heard, nothing is trusted from
 * memory; a node that died before it could say what it had changed is outlived by `trustFor`.
 */
export function createKnownFields(db: Database, { mayRemember, now = monotonicNow }: { mayRemember(): boolean; now?(): number }) {
  const known = new Map<number, { fields: Promise<readonly KnownField[]>; until: number }>();
  return {
    of(workspaceId: number): Promise<readonly KnownField[]> {
      const kept = known.get(workspaceId);
      if (kept && kept.until > now() && mayRemember()) return kept.fields;
      const read = { fields: readKnown(db, workspaceId), until: now() + trustFor };
      if (known.size >= mostWorkspaces) known.clear();
      known.set(workspaceId, read);
      // A failed look is not an answer to keep.
      read.fields.catch(() => known.get(workspaceId) === read && known.delete(workspaceId));
      return read.fields;
    },
    forget(): void {
      known.clear();
    },
  };
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
