import { Problem } from '../../platform/errors/problem.ts';
import type { RunProblem } from './runs.queries.ts';

/** Why an automation does nothing on a ticket, beside what the ticket's own commands refuse. */
export const refusalCodes = ['machine', 'no_address', 'no_inbox', 'too_many_replies', 'macro_gone', 'webhook_gone', 'never_open', 'not_worked_on', 'ticket_closed'] as const;

export class Refusal extends Error {
  readonly code: (typeof refusalCodes)[number];
  constructor(code: (typeof refusalCodes)[number]) {
    super(code);
    this.code = code;
  }
}

const mostNamed = 10;

/** For the log: missing steps by their words, other refusals by the fields that they name; null for what is no refusal. */
export function problemOf(error: unknown): RunProblem | null {
  if (error instanceof Refusal) return { code: error.code, fields: [] };
  if (!(error instanceof Problem)) return null;
  const { code, fields } = error;
  if (code === 'steps_missing') return { code, fields: fields.slice(0, mostNamed).map(({ message }) => message) };
  return { code: code === 'invalid_input' && fields[0] ? fields[0].code : code, fields: fields.slice(0, mostNamed).map(({ field }) => field.replace(/^fields\./, '')) };
}
