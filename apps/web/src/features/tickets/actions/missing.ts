import { showToast } from '@ombud/ui';
import { say } from '../../../lib/i18n.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { showMissingFields } from '../../fields/index.ts';

/** Whether the server refused to solve a ticket because fields of it are empty. */
export function isUnsolvable(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'fields_missing';
}

/** Brings what has to be filled in forward, and says why the ticket stays as it is. */
export function tellMissing(number: number, missing: ApiProblem | readonly string[]): void {
  const keys = missing instanceof ApiProblem ? missing.fields.map(({ field }) => field.replace('fields.', '')) : missing;
  showMissingFields(number, keys);
  showToast({ id: `ticket-${number}`, title: say('fields.missing.toast', { number: `#${number}`, count: keys.length }), tone: 'failed' });
}
