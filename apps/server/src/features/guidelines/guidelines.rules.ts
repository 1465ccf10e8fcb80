import { fieldProblem, Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import type { KnownField } from '../custom-fields/index.ts';
import { guidelineMoments, type AddVersionBody, type GuidelineConditions, type GuidelineMoment } from './guidelines.schemas.ts';

export type VersionToWrite = { text: string; moments: GuidelineMoment[]; conditions: GuidelineConditions; from: Date; until: Date | null };

/**
 * A version as it is stored: moments in their order, each value once.
 * @throws Problem invalid_input that names the field: a beginning in the past, an end before it, a field or an option that no ticket of the brand can have
 */
export function readVersion(body: Omit<AddVersionBody, 'seen'>, { now, brandId, known }: { now: Date; brandId: number | null; known: readonly KnownField[] }): VersionToWrite {
  const from = body.effective_from === undefined ? now : new Date(body.effective_from);
  const until = body.effective_until == null ? null : new Date(body.effective_until);
  if (from < now) throw fieldProblem('effective_from', 'in_the_past', 'A version begins now or later: what was in force then stays as it was');
  if (until && until <= from) throw fieldProblem('effective_until', 'before_beginning', 'It ends before it begins');
  const conditions = tidyConditions(body.conditions ?? {});
  refuseUnknown(conditions.fields ?? {}, brandId, known);
  return { text: body.text, moments: guidelineMoments.filter((moment) => body.moments.includes(moment)), conditions, from, until };
}

function tidyConditions({ fields, ...lists }: GuidelineConditions): GuidelineConditions {
  const once = (values: object) => Object.fromEntries(Object.entries(values).flatMap(([key, list]) => (Array.isArray(list) ? [[key, [...new Set(list)]]] : [])));
  return { ...once(lists), ...(fields && Object.keys(fields).length > 0 && { fields: once(fields) }) } as GuidelineConditions; // the same lists, each value once
}

function refuseUnknown(fields: NonNullable<GuidelineConditions['fields']>, brandId: number | null, known: readonly KnownField[]): void {
  const problems = Object.entries(fields).flatMap(([key, options]): FieldProblem[] => {
    const name = `conditions.fields.${key}`;
    const field = known.find((each) => each.key === key && (each.brandId === null || each.brandId === brandId));
    if (!field || (field.type !== 'choice' && field.type !== 'tree')) return [{ field: name, code: 'unknown_field', message: `There is no field ${key} of the type choice or tree for tickets of this brand` }];
    const missing = options.find((option) => !field.options.has(option));
    return missing === undefined ? [] : [{ field: name, code: 'no_such_option', message: `${key} cannot be ${missing}` }];
  });
  if (problems.length > 0) throw new Problem('invalid_input', problems.map(({ message }) => message).join('; '), problems);
}
