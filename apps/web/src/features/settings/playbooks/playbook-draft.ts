import type { Body } from '../../../lib/api.ts';
import type { GuidelineConditions } from '../../tickets/guidelines/index.ts';
import type { GuardedStatus, Playbook, PlaybookStep, StepEvent } from '../../tickets/steps/index.ts';
import { chosenConditions, everyBrand } from '../guidelines/guideline-draft.ts';

/** A step while it is edited; `uid` is its name here, because a new one has no id yet. */
export interface StepDraft {
  uid: number;
  id: number | null;
  text: string;
  by: PlaybookStep['by'];
  field: string;
  options: readonly string[];
  event: StepEvent;
}

export interface PlaybookDraft {
  name: string;
  /** An id, or `all` */
  brand: string;
  guards: readonly GuardedStatus[];
  conditions: GuidelineConditions;
  steps: readonly StepDraft[];
}

export const mostSteps = 30;

let lastUid = 0;
export function newStep(): StepDraft {
  lastUid += 1;
  return { uid: lastUid, id: null, text: '', by: 'person', field: '', options: [], event: 'reply' };
}

export function draftOf({ name, brand, guards, conditions, steps }: Playbook): PlaybookDraft {
  return {
    name,
    brand: brand === null ? everyBrand : String(brand.id),
    guards,
    conditions,
    steps: steps.map(({ id, text, by, field, options, event }) => ({ ...newStep(), id, text, by, field: field ?? '', options: options ?? [], ...(event && { event }) })),
  };
}

/** The step moved by one place; at the ends it stays. */
export function moveStep(steps: readonly StepDraft[], uid: number, by: -1 | 1): readonly StepDraft[] {
  const from = steps.findIndex((step) => step.uid === uid);
  const to = from + by;
  if (from < 0 || to < 0 || to >= steps.length) return steps;
  const moved = steps[from];
  return moved ? steps.toSpliced(from, 1).toSpliced(to, 0, moved) : steps;
}

type Written = Pick<Body<'/api/v1/playbooks', 'post'>, 'name' | 'steps'> & { guards: GuardedStatus[]; conditions: GuidelineConditions };

/** What the API takes. */
export function toBody({ name, guards, conditions, steps }: PlaybookDraft): Written {
  return {
    name: name.trim(),
    guards: [...guards],
    conditions: chosenConditions(conditions),
    steps: steps.map(({ id, text, by, field, options, event }) => ({
      ...(id !== null && { id }),
      text: text.trim(),
      by,
      ...(by === 'field' && { field, ...(options.length > 0 && { options: [...options] }) }),
      ...(by === 'event' && { event }),
    })),
  };
}
