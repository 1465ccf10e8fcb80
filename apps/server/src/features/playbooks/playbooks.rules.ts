import { Problem, type FieldProblem } from '../../platform/errors/problem.ts';
import type { KnownField } from '../custom-fields/index.ts';
import type { StepDoneBy, StepEvent } from '../required-steps/index.ts';
import type { StepInput } from './playbooks.schemas.ts';

/** A step as it is stored; without an id it is new. */
export type StepToWrite = { id: number | null; text: string; done_by: StepDoneBy; field_id: number | null; options: string[] | null; event: StepEvent | null };

/**
 * Steps of a playbook of this brand.
 * @throws Problem invalid_input that names each wrong one: `steps.2.field`
 */
export function readSteps(steps: readonly StepInput[], brandId: number | null, known: readonly KnownField[]): StepToWrite[] {
  const problems: FieldProblem[] = [];
  const read = steps.map((step, at): StepToWrite => {
    const refuse = (part: keyof StepInput, code: string, message: string) => problems.push({ field: `steps.${at}.${part}`, code, message });
    const field = step.field === undefined ? undefined : known.find((each) => each.key === step.field && (each.brandId === null || each.brandId === brandId));
    if ((step.by === 'field') !== (step.field !== undefined)) refuse('field', step.by === 'field' ? 'required' : 'does_not_belong', 'A field belongs to a step that a field does, and to no other');
    else if (step.field !== undefined && !field) refuse('field', 'unknown_field', `Tickets of this brand have no field ${step.field}`);
    if ((step.by === 'event') !== (step.event !== undefined)) refuse('event', step.by === 'event' ? 'required' : 'does_not_belong', 'An event belongs to a step that an event does, and to no other');
    if (step.options && step.by !== 'field') refuse('options', 'does_not_belong', 'Options belong to a step that a field does');
    const missing = field && step.options?.find((option) => !field.options.has(option));
    if (missing !== undefined) refuse('options', 'no_such_option', `${step.field} cannot be ${missing}`);
    if (step.id !== undefined && steps.findIndex(({ id }) => id === step.id) !== at) refuse('id', 'twice', 'The same step stands there twice');
    return { id: step.id ?? null, text: step.text, done_by: step.by, field_id: field?.id ?? null, options: step.options ? [...new Set(step.options)] : null, event: step.event ?? null };
  });
  if (problems.length > 0) throw new Problem('invalid_input', problems.map(({ message }) => message).join('; '), problems);
  return read;
}
