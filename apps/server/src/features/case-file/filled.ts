import type { Formats, Translator } from '@ombud/i18n';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { listFields, listOptions, readValues, type FieldRow, type FieldValues } from '../custom-fields/index.ts';

/** A custom field of a ticket with its value, and the options that a reader of it may need. */
export type Filled = { field: FieldRow; value: FieldValues[string]; options: ReadonlyMap<string, { label: string; labels: FieldRow['labels']; parent: string | null }> };

/** The active fields of a ticket that hold something, in their order. */
export async function readFilled(db: Queryable, scope: Scope, ticketId: number): Promise<Filled[]> {
  const values = (await readValues(db, scope.workspaceId, [ticketId])).get(ticketId) ?? {};
  if (Object.keys(values).length === 0) return [];
  return withOptions(db, scope.workspaceId, await listFields(db, scope, { show: 'active', after: [-1, 0], limit: 200 }), values);
}

export async function withOptions(db: Queryable, workspaceId: number, fields: readonly FieldRow[], values: FieldValues): Promise<Filled[]> {
  const filled = fields.filter(({ key }) => values[key] != null);
  const options = filled.length > 0 ? await listOptions(db, workspaceId, filled.map(({ id }) => id)) : [];
  return filled.map((field) => ({
    field,
    value: values[field.key] as Filled['value'], // not null, as filtered above
    options: new Map(options.filter(({ field_id }) => field_id === field.id).map(({ key, label, labels, parent }) => [key, { label, labels, parent }])),
  }));
}

export function shownValue({ field, value, options }: Filled, { t, language }: Translator, formats: Formats): string {
  if (typeof value === 'boolean') return t(value ? 'bulk.doc.yes' : 'bulk.doc.no');
  if (typeof value === 'number') return formats.decimal(value);
  const text = String(value);
  if (field.type === 'date') return formats.day(text);
  const path: string[] = [];
  for (let at = options.get(text); at && path.length < 10; at = at.parent === null ? undefined : options.get(at.parent)) path.unshift(at.labels[language] ?? at.label);
  return path.length > 0 ? path.join(' › ') : text;
}
