/**
 * The closed list of what can go wrong for a caller. The code is stable, is the i18n key on the screen
 * (`errors.<code>`) and stands in the RFC 9457 answer.
 */
export const problemCodes = {
  invalid_input: { status: 400, title: 'Something in the request is not as it should be' },
  invalid_cursor: { status: 400, title: 'This cursor is not one of ours' },
  file_not_readable: { status: 400, title: 'This file cannot be read as CSV or vCard' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  setup_link_used: { status: 404, title: 'This set-up link was used or replaced' },
  sign_in_failed: { status: 401, title: 'The e-mail address or the password is wrong' },
  passkey_refused: { status: 401, title: 'This passkey does not sign in here' },
  wrong_code: { status: 401, title: 'The code is wrong or has been used' },
  not_allowed: { status: 403, title: 'Your role does not allow this' },
  second_factor_needed: { status: 403, title: 'Set up a second factor first' },
  wrong_origin: { status: 403, title: 'This request came from another site' },
  not_found: { status: 404, title: 'There is no such thing here' },
  conflict: { status: 409, title: 'Somebody changed this meanwhile' },
  already_exists: { status: 409, title: 'There is one already' },
  still_in_use: { status: 409, title: 'Something still uses this' },
  status_not_possible: { status: 409, title: 'The ticket cannot go to this status from where it is' },
  fields_missing: { status: 409, title: 'Fields have to be filled in before the ticket is solved' },
  wrap_up_missing: { status: 409, title: 'It has to be written down how the ticket ended before it is solved' },
  steps_missing: { status: 409, title: 'Required steps have to be done before the ticket gets this status' },
  approval_needed: { status: 409, title: 'Somebody else has to approve this first' },
  ticket_closed: { status: 409, title: 'The ticket is closed' },
  import_busy: { status: 409, title: 'The import is not at the point where this can be done' },
  bulk_busy: { status: 409, title: 'The bulk change is not at the point where this can be done' },
  already_sent: { status: 409, title: 'The message has gone out already' },
  last_owner: { status: 409, title: 'The workspace needs an owner' },
  mail_sign_in_failed: { status: 409, title: 'The provider did not accept the sign-in; start it again' },
  passkeys_not_possible: { status: 409, title: 'Browsers have no passkeys at the address of this desk' },
  too_many_passkeys: { status: 409, title: 'Remove a passkey before you add another' },
  no_recipient: { status: 409, title: 'Nobody here can get it by mail' },
  passkey_expired: { status: 410, title: 'This took too long, or has been used; ask again' },
  link_not_valid: { status: 410, title: 'This link has been used, replaced or is too old' },
  too_large: { status: 413, title: 'This is too large' },
  wrong_media_type: { status: 415, title: 'This kind of body is not taken here' },
  key_reused: { status: 422, title: 'This Idempotency-Key stands for another request' },
  too_many_attempts: { status: 429, title: 'Too many attempts; wait a little' },
  internal: { status: 500, title: 'Something went wrong here; quote the number' },
  not_ready: { status: 503, title: 'Not ready yet' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;

export type FieldProblem = {
  field: string;
  code: string;
  message: string;
  /** Who has it already, if the caller sees them. */
  customer?: { id: number; name: string };
  /** Which rule asks for whose word, and some of those who may give it; `words`: it holds the message itself back. */
  approval?: { rule: { id: number; name: string }; approver: 'lead' | 'admin' | 'named'; approvals: number; people: { id: number; name: string }[]; words?: true };
  /** By whom it was changed since the caller looked, and to what. */
  changed?: { by: { type: 'agent' | 'customer' | 'system'; id: number | null; name: string }; to: unknown };
};

/** Thrown where a request cannot be done; becomes a problem answer. `detail` is English and for developers. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblem[];

  constructor(code: ProblemCode, detail?: string, fields: FieldProblem[] = []) {
    super(detail ?? problemCodes[code].title);
    this.name = 'Problem';
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return problemCodes[this.code].status;
  }
}

/** For a row that is absent, another workspace's or another brand's: all the same to the caller. */
export function notFound(what: string): Problem {
  return new Problem('not_found', `${what} not found`);
}

export function fieldProblem(field: string, code: string, message: string): Problem {
  return new Problem('invalid_input', message, [{ field, code, message }]);
}
