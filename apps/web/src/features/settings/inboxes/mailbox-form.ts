import type { Body } from '../../../lib/api.ts';
import type { Mailbox } from '../types.ts';

export interface MailboxValues {
  host: string;
  port: string;
  security: Mailbox['security'];
  username: string;
  sign_in: Mailbox['sign_in'];
  password: string;
  folders: string;
  importFrom: string;
  mark_seen: boolean;
  active: boolean;
}

export type MailboxBody = Body<'/api/v1/inboxes/{id}/mailbox', 'put'>;
export type CheckBody = Body<'/api/v1/inboxes/{id}/mailbox/check', 'post'>;

/** Where the providers' servers are (learn.microsoft.com: POP, IMAP and SMTP settings; support.google.com: IMAP). */
export const providerHosts: Record<Mailbox['sign_in'], string> = { password: '', microsoft: 'outlook.office365.com', google: 'imap.gmail.com' };

/** The day of a moment, as a date field has it, in the time zone of this browser. */
export function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

export function initialValues(mailbox: Mailbox | null, address: string, now: Date): MailboxValues {
  return {
    host: mailbox?.host ?? '',
    port: String(mailbox?.port ?? 993),
    security: mailbox?.security ?? 'tls',
    username: mailbox?.username ?? address,
    sign_in: mailbox?.sign_in ?? 'password',
    password: '',
    folders: (mailbox?.folders.map(({ path }) => path) ?? ['INBOX']).join('\n'),
    importFrom: dayOf(mailbox ? new Date(mailbox.import_from) : now),
    mark_seen: mailbox?.mark_seen ?? false,
    active: mailbox?.active ?? true,
  };
}

export function foldersOf({ folders }: MailboxValues): string[] {
  return [...new Set(folders.split('\n').map((path) => path.trim()).filter(Boolean))];
}

export function checkBody(values: MailboxValues): CheckBody {
  const { host, port, security, username, sign_in, password } = values;
  return { host: host.trim(), port: Number(port), security, username: username.trim(), sign_in, folders: foldersOf(values), ...(password === '' || sign_in !== 'password' ? {} : { password }) };
}

/** A day that was not changed keeps its moment, or all would be read again. */
export function mailboxBody(values: MailboxValues, mailbox: Mailbox | null): MailboxBody {
  const kept = mailbox && dayOf(new Date(mailbox.import_from)) === values.importFrom;
  const import_from = kept ? mailbox.import_from : new Date(`${values.importFrom}T00:00:00`).toISOString();
  return { ...checkBody(values), import_from, mark_seen: values.mark_seen, active: values.active };
}

export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}
