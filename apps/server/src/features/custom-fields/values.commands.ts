import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { dayText, readValue, type Stored } from './fields.rules.ts';
import type { FieldInputs, FieldValues } from './fields.schemas.ts';
import type { KnownField } from './known-fields.ts';
import { fieldsToFill, fieldsToIndex, indexNextValues, writeValues, type FieldToFill, type IndexedTo, type ValueToWrite } from './values.queries.ts';

/** Ids and codes only: from which option to which, ticked or not; of texts, numbers and dates that they changed, or `to: null`. */
export type FieldChanges = Record<string, { from?: string | boolean | null; to?: string | boolean | null }>;

/** Checked and ready to be written. */
export type FilledFields = { write: ValueToWrite[]; emptied: number[]; changes: FieldChanges; shown: FieldValues };

type Place = { workspaceId: number; ticketId: number | null; brandId: number };

/**
 * What is given for a ticket's custom fields, checked against the fields that its brand has; nothing is written yet.
 * @throws Problem invalid_input that names each wrong one (`fields.serial_number`)
 */
export async function fillFields(tx: Tx, place: Place, given: FieldInputs): Promise<FilledFields> {
  const filled: FilledFields = { write: [], emptied: [], changes: {}, shown: {} };
  const keys = Object.keys(given);
  if (keys.length === 0) return filled;
  const wanted = keys.map((key) => ({ key, option: typeof given[key] === 'string' ? given[key] : null }));
  const fields = new Map((await fieldsToFill(tx, place, wanted)).map((field) => [field.key, field]));
  const problems: FieldProblem[] = [];
  for (const key of keys) {
    const field = fields.get(key);
    const problem = field ? fillField(filled, field, given[key] ?? null) : { code: 'unknown_field', message: 'Tickets of this brand have no such field' };
    if (problem) problems.push({ field: `fields.${key}`, ...problem });
  }
  if (problems.length > 0) throw new Problem('invalid_input', problems.map(({ field, message }) => `${field}: ${message}`).join('; '), problems);
  return filled;
}

function fillField(filled: FilledFields, field: FieldToFill, given: string | number | boolean | null): { code: string; message: string } | null {
  const isOption = field.type === 'choice' || field.type === 'tree';
  const read = isOption ? readOption(field, given) : readValue(field.type as Exclude<FieldToFill['type'], 'choice' | 'tree'>, given); // not an option's type
  if (!read.ok) return read;
  const { stored } = read;
  const was = { option: field.now_option, number: field.now_number, text: field.now_text };
  const isEmpty = was.option === null && was.number === null && was.text === null;
  if (stored === null) {
    if (!isEmpty) {
      filled.emptied.push(field.id);
      filled.changes[field.key] = changeOf(field, null);
    }
    return null;
  }
  const same = isOption ? was.option === given : was.number === stored.number && was.text === stored.text;
  if (!same && field.option_archived) return { code: 'option_archived', message: 'This is not offered any more' };
  filled.shown[field.key] = shownOf(field, stored, given);
  if (same) return null;
  filled.write.push({ field_id: field.id, option_id: isOption ? field.option_id : null, number_value: stored.number, text_value: stored.text, text_key: stored.textKey, indexed: field.filterable });
  filled.changes[field.key] = changeOf(field, filled.shown[field.key] ?? null);
  return null;
}

function readOption(field: FieldToFill, given: string | number | boolean | null): ReturnType<typeof readValue> {
  if (given === null || given === '') return { ok: true, stored: null };
  if (typeof given !== 'string') return { ok: false, code: 'wrong_type', message: 'The key of an option' };
  if (field.option_id === null) return { ok: false, code: 'no_such_option', message: 'There is no such option' };
  return { ok: true, stored: { number: null, text: null, textKey: null } };
}

function shownOf(field: FieldToFill, stored: Stored, given: string | number | boolean | null): string | number | boolean {
  if (field.type === 'checkbox') return true;
  if (field.type === 'date') return dayText(stored.number ?? 0);
  return stored.text ?? stored.number ?? given ?? '';
}

function changeOf(field: FieldToFill, to: string | number | boolean | null): FieldChanges[string] {
  if (field.type === 'checkbox') return { from: field.now_number === 1, to: to === true };
  if (field.type === 'choice' || field.type === 'tree') return { from: field.now_option, to: typeof to === 'string' ? to : null };
  return to === null ? { to: null } : {};
}

/** What the fields that really change are to hold; null: nothing. */
export function changedTo({ changes, shown }: FilledFields): FieldValuesOrNone {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, shown[key] ?? null]));
}
type FieldValuesOrNone = Record<string, string | number | boolean | null>;

/** Writes what was checked. */
export async function writeFields(tx: Tx, workspaceId: number, ticketId: number, { write, emptied }: FilledFields): Promise<void> {
  if (write.length + emptied.length > 0) await writeValues(tx, workspaceId, ticketId, write, emptied);
}

/**
 * Refuses a new ticket whose brand asks for more than was filled in.
 * @throws Problem invalid_input that names each missing one
 */
export function refuseUnfilled(fields: readonly KnownField[], brandId: number, shown: FieldValues, solved: boolean): void {
  const needed = fields.filter((field) => (field.brandId === null || field.brandId === brandId) && (field.required === 'create' || (solved && field.required === 'solve')));
  const missing = needed.filter(({ key }) => shown[key] === undefined);
  if (missing.length === 0) return;
  const problems = missing.map(({ key }) => ({ field: `fields.${key}`, code: 'required', message: 'Must be filled in' }));
  throw new Problem('invalid_input', `Must be filled in: ${missing.map(({ key }) => key).join(', ')}`, problems);
}

/** @throws Problem fields_missing that names each field which has to be filled in before the ticket is solved */
export function refuseUnsolvable(missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new Problem('fields_missing', `To be filled in before it is solved: ${missing.join(', ')}`, missing.map((key) => ({ field: `fields.${key}`, code: 'required', message: 'Must be filled in before the ticket is solved' })));
}

const valuesAtOnce = 2_000;

/**
 * Brings the values of fields whose filter was switched on or off into the filters' indexes or out of them, in short
 * transactions; begun by the switch, and begun again each minute until it is through.
 */
export async function indexFieldValues({ db, wake }: Pick<Context, 'db' | 'wake'>, workspaceId: number): Promise<void> {
  const fields = await fieldsToIndex(db, workspaceId);
  for (const fieldId of fields) {
    let to: IndexedTo | null = null;
    do {
      const from: IndexedTo | null = to;
      to = await db.transaction().execute(async (tx) => {
        const step = await indexNextValues(tx, workspaceId, fieldId, from, valuesAtOnce);
        if ('to' in step) return step.to;
        if (step.byUs) await appendEvent(tx, systemActor(workspaceId), { type: 'field.updated', brandId: step.brandId, data: { field_id: fieldId, changes: { filter_ready: true } } });
        return null;
      });
    } while (to);
  }
  if (fields.length === 0) return;
  wake.say('fields');
  wake.say('events');
}
