import { fieldProblem } from '../../platform/errors/problem.ts';
import { readConditions } from '../conditions/index.ts';
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
  const conditions = readConditions(body.conditions ?? {}, brandId, known);
  return { text: body.text, moments: guidelineMoments.filter((moment) => body.moments.includes(moment)), conditions, from, until };
}
