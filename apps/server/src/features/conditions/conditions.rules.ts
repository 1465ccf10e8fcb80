import { Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import type { KnownField } from '../custom-fields/index.ts';

/** Which tickets: several values of one condition mean any of them, several conditions mean all of them. The API's shape is `ticketConditions` of the views. */
export type TicketConditions = {
  kind?: string[] | undefined;
  priority?: string[] | undefined;
  channel?: string[] | undefined;
  language?: string[] | undefined;
  tag?: string[] | undefined;
  /** Options of custom fields, by the field's key. */
  fields?: Record<string, string[]> | undefined;
};

/**
 * Conditions as they are stored.
 * @throws Problem invalid_input that names each field or option that no ticket of the brand can have
 */
export function readConditions<Conditions extends TicketConditions>(conditions: Conditions, brandId: number | null, known: readonly KnownField[]): Conditions {
  refuseUnknown(conditions.fields ?? {}, brandId, known);
  return tidyConditions(conditions) as Conditions; // the same lists, each value once
}

/** Each value once. */
function tidyConditions({ fields, ...lists }: TicketConditions): TicketConditions {
  const once = (values: object) => Object.fromEntries(Object.entries(values).flatMap(([key, list]) => (Array.isArray(list) ? [[key, [...new Set(list)]]] : [])));
  return { ...once(lists), ...(fields && Object.keys(fields).length > 0 && { fields: once(fields) }) } as TicketConditions; // the same lists, each value once
}

function refuseUnknown(fields: NonNullable<TicketConditions['fields']>, brandId: number | null, known: readonly KnownField[]): void {
  const problems = Object.entries(fields).flatMap(([key, options]): FieldProblem[] => {
    const name = `conditions.fields.${key}`;
    const field = known.find((each) => each.key === key && (each.brandId === null || each.brandId === brandId));
    if (!field || (field.type !== 'choice' && field.type !== 'tree')) return [{ field: name, code: 'unknown_field', message: `There is no field ${key} of the type choice or tree for tickets of this brand` }];
    const missing = options.find((option) => !field.options.has(option));
    return missing === undefined ? [] : [{ field: name, code: 'no_such_option', message: `${key} cannot be ${missing}` }];
  });
  if (problems.length > 0) throw new Problem('invalid_input', problems.map(({ message }) => message).join('; '), problems);
}
