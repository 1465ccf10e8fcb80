import { Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import type { KnownField } from '../custom-fields/index.ts';
import type { CreateRuleBody } from './rules.schemas.ts';

type Given = Pick<CreateRuleBody, 'guard' | 'statuses' | 'field' | 'above' | 'options' | 'macro' | 'later_hours' | 'actions'>;
export type GuardToWrite = { guard: Given['guard']; statuses: string[] | null; field_id: number | null; above: number | null; options: string[] | null; macro_id: number | null; later_hours: number | null; actions: string[] | null };

/** What belongs to one kind or another. */
export const guardParts = ['statuses', 'field', 'above', 'options', 'macro', 'later_hours', 'actions'] as const;
const belongs = { status: ['statuses'], amount: ['field', 'above'], choice: ['field', 'options'], macro: ['macro'], promise: ['later_hours'], merge: [], action: ['actions'] } as const satisfies Record<Given['guard'], readonly (keyof Given)[]>;

/**
 * What a rule guards, with exactly what belongs to it.
 * @throws Problem invalid_input that names each wrong part
 */
export function readGuard(given: Given, brandId: number | null, known: readonly KnownField[]): GuardToWrite {
  const problems: FieldProblem[] = [];
  const parts: readonly string[] = belongs[given.guard];
  for (const part of guardParts) {
    if (parts.includes(part) === (given[part] !== undefined)) continue;
    problems.push({ field: part, code: parts.includes(part) ? 'required' : 'does_not_belong', message: `It ${parts.includes(part) ? 'takes' : 'does not belong to'} a rule of the kind ${given.guard}` });
  }
  const field = given.field === undefined ? undefined : known.find(({ key, brandId: of }) => key === given.field && (of === null || of === brandId));
  const fits = field && (given.guard === 'amount' ? field.type === 'number' : field.type === 'choice' || field.type === 'tree');
  if (given.field !== undefined && !fits) problems.push({ field: 'field', code: 'unknown_field', message: `Tickets of this brand have no such field ${given.field}` });
  const missing = field && given.options?.find((option) => !field.options.has(option));
  if (missing !== undefined) problems.push({ field: 'options', code: 'no_such_option', message: `${given.field} cannot be ${missing}` });
  if (problems.length > 0) throw new Problem('invalid_input', problems.map(({ message }) => message).join('; '), problems);
  return { guard: given.guard, statuses: once(given.statuses), field_id: field?.id ?? null, above: given.above ?? null, options: once(given.options), macro_id: given.macro ?? null, later_hours: given.later_hours ?? null, actions: once(given.actions) };
}

const once = (values: readonly string[] | undefined) => (values ? [...new Set(values)] : null);
