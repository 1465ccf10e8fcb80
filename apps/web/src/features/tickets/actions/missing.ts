import { showToast } from '@ombud/ui';
import { useEffect } from 'react';
import { say } from '../../../lib/i18n.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { showMissingFields } from '../../fields/index.ts';
import type { MessageKind, Ticket } from '../store/types.ts';

/** Whether the server refused to solve a ticket because fields of it are empty. */
export function isUnsolvable(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'fields_missing';
}

/** The keys of the fields that the server asked for. */
export function missingKeys(refusal: ApiProblem): string[] {
  return refusal.fields.map(({ field }) => field.replace('fields.', ''));
}

/** What was told last, until it is no longer true. */
let told: { ticket: number; close(): void } | null = null;

/** Brings what has to be filled in forward, and says why the ticket stays as it is; with `unsent`, that what was written stays too. */
export function tellMissing(number: number, missing: ApiProblem | readonly string[], unsent?: MessageKind): void {
  const keys = missing instanceof ApiProblem ? missingKeys(missing) : missing;
  told?.close();
  showMissingFields(number, keys);
  const close = showToast({
    title: say('fields.missing.toast', { number: `#${number}`, count: keys.length }),
    description: unsent && say('fields.missing.unsent', { kind: unsent }),
    tone: 'failed',
  });
  told = { ticket: number, close };
}

function untellMissing(number: number): void {
  if (told?.ticket !== number) return;
  told.close();
  told = null;
}

/** Takes what was told of the open ticket away when it is solved after all, or left. */
export function useMissingUntold({ number, status }: Ticket): void {
  const isDone = status === 'solved' || status === 'closed';
  useEffect(() => {
    if (isDone) untellMissing(number);
  }, [number, isDone]);
  useEffect(() => () => untellMissing(number), [number]);
}
