import { say, sayable } from './i18n.ts';

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
  /** Who has it already, where it is somebody whom one may see */
  customer?: { id: number; name: string };
  /** By whom it was changed since one looked, and to what */
  changed?: { by: { type: string; name: string }; to: unknown };
  /** A rule of the approvals holds the message itself back */
  words?: true;
}

/** A problem answer of the server (RFC 9457), or `offline` when there was no answer at all. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly FieldProblem[];
  /** The number to quote of an unexpected failure */
  readonly reference: string | null;

  constructor(answer: { code: string; status: number; detail?: string; fields?: readonly FieldProblem[]; reference?: string | null }) {
    super(answer.detail ?? answer.code);
    this.name = 'ApiProblem';
    this.code = answer.code;
    this.status = answer.status;
    this.fields = answer.fields ?? [];
    this.reference = answer.reference ?? null;
  }
}

function fieldsIn(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry: unknown) => {
    const { field, code, message, customer, changed, approval } = (entry ?? {}) as Partial<Record<keyof FieldProblem | 'approval', unknown>>;
    if (typeof field !== 'string' || typeof code !== 'string') return [];
    return [{ field, code, message: typeof message === 'string' ? message : '', ...(isCustomer(customer) ? { customer } : {}), ...(isChange(changed) ? { changed } : {}), ...(holdsWords(approval) ? { words: true as const } : {}) }];
  });
}

function isChange(value: unknown): value is NonNullable<FieldProblem['changed']> {
  const by = ((value ?? {}) as { by?: Record<string, unknown> }).by;
  return typeof by?.['name'] === 'string' && typeof by['type'] === 'string';
}

const holdsWords = (approval: unknown) => ((approval ?? {}) as { words?: unknown }).words === true;

function isCustomer(value: unknown): value is { id: number; name: string } {
  const { id, name } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'number' && typeof name === 'string';
}

/** Reads a failed answer; anything that is not a problem document is judged by its status alone. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  const byStatus: Record<number, string> = { 401: 'not_signed_in', 403: 'not_allowed', 404: 'not_found', 413: 'too_large', 429: 'too_many_attempts', 502: 'not_ready', 503: 'not_ready', 504: 'not_ready' };
  const isProblem = typeof body?.code === 'string' && typeof body.status === 'number';
  return new ApiProblem({
    code: isProblem ? String(body.code) : (byStatus[response.status] ?? 'unknown'),
    status: response.status,
    detail: typeof body?.detail === 'string' ? body.detail : undefined,
    fields: fieldsIn(body?.errors),
    reference: typeof body?.instance === 'string' ? body.instance.replace('urn:ombud:', '') : null,
  });
}

/** What the person is told. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return say('errors.unknown');
  if (error.code === 'internal' && error.reference) return say('errors.internal.reference', { reference: error.reference });
  // What only pages that open later are answered with stands with their texts.
  return say([`errors.${error.code}`, `refusals.${error.code}`].find(sayable) ?? 'errors.unknown');
}

/** field → text, for forms; "a.0.b" is told under "a" as well, so that a list can show it. */
export function fieldTexts(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const texts: Record<string, string> = {};
  for (const { field, code } of error.fields) {
    // Forms open later than the first screen, and so their texts are there.
    const text = say([`refusals.${code}`, `errors.${code}`].find(sayable) ?? 'errors.not_usable');
    texts[field] ??= text;
    texts[field.split('.')[0] ?? field] ??= text;
  }
  return texts;
}
