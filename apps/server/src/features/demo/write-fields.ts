import type { Tx } from '../../platform/db/db.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import type { PlannedTicket } from './plan/plan.types.ts';
import { day } from './plan/moments.ts';
import { fields, productKey, topics } from './texts/fields.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';

type Row = Record<string, unknown>;
type Value = { option?: string; number?: number; text?: string };

export type FieldIds = { fields: Map<string, number>; options: Map<string, number> };

/** Custom fields with their options, and the events that tell of them. */
export async function writeFields(tx: Tx, ids: CastIds, now: Date): Promise<{ fieldIds: FieldIds; events: WrittenEvent[] }> {
  const began = new Date(now.getTime() - 75 * day);
  const common = { workspace_id: ids.workspaceId };
  const taken = await takeIds(tx, 'custom_fields', fields.length);
  const fieldIds = new Map(fields.map(({ key }, index) => [key, taken[index]!])); // as many as asked for
  await insertRows(tx, 'custom_fields', fields.map(({ key, brand, type, label, labels, help, helps, filterable }, position) => ({
    ...common, id: fieldIds.get(key), brand_id: brand === null ? null : ids.brands.get(brand), key, type, label, labels, help: help ?? '', helps: helps ?? {}, required: 'never', filterable, values_indexed: filterable, position, created_at: began, updated_at: began,
  })));
  const offered = fields.flatMap(({ key: field, options }) => (options ?? []).map((option, position) => ({ field, position, ...option })));
  const optionIds = await takeIds(tx, 'custom_field_options', offered.length);
  const options = new Map(offered.map(({ field, key }, index) => [`${field} ${key}`, optionIds[index]!])); // as many as asked for
  await insertRows(tx, 'custom_field_options', offered.map(({ field, key, parent, label, labels, position }) => ({
    ...common, id: options.get(`${field} ${key}`), field_id: fieldIds.get(field), parent_id: parent === undefined ? null : options.get(`${field} ${parent}`), key, label, labels: labels ?? {}, position, archived: false,
  })));
  const events = fields.map(({ key, brand }): WrittenEvent => ({ at: began, row: { type: 'field.created', brand_id: brand === null ? null : (ids.brands.get(brand) ?? null), ticket_id: null, message_id: null, actor_type: 'system', actor_id: null, data: { field_id: fieldIds.get(key) } } }));
  return { fieldIds: { fields: fieldIds, options }, events };
}

/** What agents have filled in on some of the tickets. */
export async function writeFieldValues(tx: Tx, { workspaceId }: CastIds, { fields: fieldIds, options }: FieldIds, tickets: PlannedTicket[], ticketIds: number[]): Promise<void> {
  const rows = tickets.flatMap((ticket, index) =>
    Object.entries(valuesOf(ticket)).map(([key, { option, number, text }]): Row => ({
      workspace_id: workspaceId, ticket_id: ticketIds[index], field_id: fieldIds.get(key), option_id: option === undefined ? null : options.get(`${key} ${option}`), number_value: number ?? null, text_value: text ?? null, text_key: text?.toLowerCase() ?? null, indexed: true,
    })),
  );
  await insertRows(tx, 'ticket_fields', rows);
}

/** Of a ticket that somebody has taken, nearly always its topic; the rest where it fits. Its number decides, so that the demo is the same each time. */
function valuesOf({ number, about, assignee, brand, steps }: PlannedTicket): Record<string, Value> {
  if (!about || assignee === null) return {};
  const values: Record<string, Value> = {};
  if (number % 10 !== 0) values['topic'] = { option: topics[about.situation] };
  if (brand === 'skarnet' && number % 3 !== 0 && about.situation !== 'invoice') values['router_serial'] = { text: `SK${(number * 7919) % 90 + 10}-${String((number * 104_729) % 100_000).padStart(5, '0')}` };
  if (brand === 'skarnet' && number % 6 === 1) values['credit'] = { number: [49, 99, 149.5, 199, 299][number % 5] ?? 99 };
  if (brand === 'lumenhus') {
    values['product'] = { option: productKey(about.product) };
    const bought = new Date((steps[0]?.at.getTime() ?? 0) - (2 + (number % 40)) * day);
    if (number % 4 !== 0) values['bought_on'] = { number: Number(bought.toISOString().slice(0, 10).replaceAll('-', '')) };
  }
  if (brand === 'sundbank' && number % 5 !== 0) values['identity_checked'] = { number: 1 };
  return values;
}
