/** What can be wrong with a mail server that somebody has named: a closed list, each with its text on the screen. */
export const mailTroubles = [
  'name_not_found',
  'refused',
  'unreachable',
  'timed_out',
  'certificate',
  'encryption',
  'login_refused',
  'sign_in_again',
  'app_refused',
  'folder_missing',
  'not_a_mail_server',
  'too_much',
  'connection_lost',
  'other',
] as const;
export type MailTrouble = (typeof mailTroubles)[number];

export type DescribedTrouble = { code: MailTrouble; /** The server's own words, one line; null where it said none that may be shown. */ detail: string | null };

/** Thrown where we know ourselves what is wrong. */
export class MailTroubleError extends Error {
  readonly trouble: DescribedTrouble;
  constructor(code: MailTrouble, detail: string | null = null, options?: ErrorOptions) {
    super(`mail server: ${code}`, options);
    this.name = 'MailTroubleError';
    this.trouble = { code, detail };
  }
}

/** What imapflow, nodemailer, TLS and the network put on their errors. */
type Raised = { code?: string; authenticationFailed?: boolean; responseText?: string; response?: unknown; responseStatus?: string; responseCode?: number; command?: string; cause?: unknown };

const byCode: Record<string, MailTrouble> = {
  ENOTFOUND: 'name_not_found', EAI_AGAIN: 'name_not_found', EAI_NODATA: 'name_not_found', EAI_NONAME: 'name_not_found', EDNS: 'name_not_found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable', EHOSTDOWN: 'unreachable', EADDRNOTAVAIL: 'unreachable', EACCES: 'unreachable',
  ETIMEDOUT: 'timed_out', ETIMEOUT: 'timed_out', CONNECT_TIMEOUT: 'timed_out', GREETING_TIMEOUT: 'timed_out', UPGRADE_TIMEOUT: 'timed_out', LockTimeout: 'timed_out',
  EPROTO: 'encryption', ETLS: 'encryption', EREQUIRETLS: 'encryption', STARTTLS_INJECTION: 'encryption', MissingServerExtension: 'encryption', ClosedAfterConnectTLS: 'encryption',
  EAUTH: 'login_refused', ENOAUTH: 'login_refused',
  EPROTOCOL: 'not_a_mail_server', InvalidResponse: 'not_a_mail_server', UnexpectedTag: 'not_a_mail_server',
  LineTooLarge: 'too_much', LiteralTooLarge: 'too_much', ResponseTooLarge: 'too_much', MAX_IMAP_NESTING_REACHED: 'too_much', DownloadOverflow: 'too_much',
  NoConnection: 'connection_lost', EConnectionClosed: 'connection_lost', ClosedAfterConnectText: 'connection_lost', ECONNRESET: 'connection_lost', EPIPE: 'connection_lost', ECONNECTION: 'connection_lost', ESOCKET: 'connection_lost',
};
const certificate = /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY|DECODE)|HOSTNAME_MISMATCH|INVALID_PURPOSE|CA_|PATH_LENGTH_EXCEEDED)/;

/**
 * Puts an error of the network, of TLS, IMAP or SMTP into the closed list. A server's words are kept only where it speaks
 * the protocol: whatever else answers there may be anything in the network beside us, and is not quoted.
 */
export function describeMailTrouble(error: unknown): DescribedTrouble {
  if (error instanceof MailTroubleError) return error.trouble;
  if (!(error instanceof Error)) return { code: 'other', detail: null };
  const raised = error as Error & Raised;
  const code = codeOf(raised);
  if (raised.authenticationFailed) return { code: 'login_refused', detail: wordsOf(raised) };
  if (certificate.test(code)) return { code: 'certificate', detail: null };
  // A mail library may wrap what TLS said.
  const hidden = certificate.exec(error.message) ?? /self[- ]signed certificate|certificate has expired|Hostname\/IP does not match|unable to verify the first certificate|unable to get local issuer/i.exec(error.message);
  if (hidden) return { code: 'certificate', detail: null };
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return { code: 'encryption', detail: null };
  if (code.startsWith('ParserError')) return { code: 'not_a_mail_server', detail: null };
  const known = byCode[code];
  if (known) return { code: known, detail: known === 'login_refused' ? wordsOf(raised) : null };
  return { code: 'other', detail: wordsOf(raised) };
}

/** nodemailer puts a code of its own over the network's; the message still names it. */
function codeOf({ code = '', message }: Error & Raised): string {
  return /^(ESOCKET|ECONNECTION|EDNS)$/.test(code) ? (/\b(E[A-Z]{3,}(?:_[A-Z_]+)?)\b/.exec(message)?.[1] ?? code) : code;
}

function wordsOf({ responseText, response, responseStatus, responseCode }: Raised): string | null {
  const answered = responseStatus === 'NO' || responseStatus === 'BAD' || responseCode !== undefined;
  const words = responseText ?? (typeof response === 'string' ? response : undefined);
  if (!answered || words === undefined) return null;
  return words.replace(/[\0-\x1f\x7f]+/g, ' ').toWellFormed().trim().slice(0, 300) || null;
}
