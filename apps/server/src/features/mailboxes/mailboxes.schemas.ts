import { z } from 'zod';
import { mailTroubles } from '../../platform/mail/mail-trouble.ts';
import { id, moment } from '../../platform/http/shapes.ts';
import { mailProviders } from '../mail-sign-in/index.ts';
import { isLoopback } from '../../platform/outbound/loopback.ts';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(/^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]+)$/, 'A host name or an address')
  .describe('imap.example.org');
const port = z.int().min(1).max(65535);
const security = z.enum(['tls', 'starttls', 'none']).describe('`none` for a server on this machine only');
const username = z.string().min(1).max(320).regex(/^[^\0-\x1f\x7f]*$/, 'One line without control characters');
const password = z.string().min(1).max(1000).regex(/^[^\0\r\n]*$/, 'One line without control characters').describe('Written, never shown');
const folder = z.string().trim().min(1).max(500).regex(/^[^\0-\x1f\x7f*%]*$/, 'A folder’s name');

const sign_in = z.enum(['password', ...mailProviders]).describe('With a password, or by the sign-in of Microsoft or Google (XOAUTH2)');
const door = { host, port, security, username, sign_in: sign_in.default('password'), password: password.optional().describe('Without it, the one that is stored stays, as long as server, port, encryption and user name do') };
const isEncryptedOrHere = (mailbox: { host: string; security: string }): boolean => mailbox.security !== 'none' || isLoopback(mailbox.host);
const onlyHereInTheClear = { path: ['security'], message: 'Without encryption only to this machine itself' };

export const folderList = z.array(folder).min(1).max(20).describe('Folders that are read; the first is watched, the others are looked at every half minute');

export const mailboxBody = z
  .strictObject({
    ...door,
    folders: folderList,
    import_from: moment.describe('Mail that reached the mailbox before is left alone'),
    mark_seen: z.boolean().describe('Marks what was fetched as read on the server'),
    active: z.boolean(),
  })
  .refine(isEncryptedOrHere, onlyHereInTheClear);
export type MailboxBody = z.infer<typeof mailboxBody>;

export const checkMailboxBody = z.strictObject({ ...door, folders: folderList }).refine(isEncryptedOrHere, onlyHereInTheClear);
export type CheckMailboxBody = z.infer<typeof checkMailboxBody>;

export const troubleShape = z.enum(mailTroubles);

export const mailboxShape = z
  .object({
    inbox: id,
    host: z.string(),
    port: z.int(),
    security,
    username: z.string(),
    sign_in,
    account: z
      .object({ provider: z.enum(mailProviders), username: z.string(), revoked_at: moment.nullable().describe('Since then the provider takes it no more: connect again') })
      .nullable()
      .describe('The account that is connected'),
    folders: z.array(
      z.object({
        path: z.string(),
        missing: z.boolean(),
        withheld: z.int().describe('Messages that the server would not hand out'),
      }),
    ),
    import_from: moment,
    mark_seen: z.boolean(),
    active: z.boolean(),
    state: z.enum(['new', 'connected', 'trouble', 'off']),
    trouble: troubleShape.nullable(),
    trouble_detail: z.string().nullable().describe('The server’s own words'),
    trouble_since: moment.nullable(),
    next_attempt_at: moment.nullable().describe('Where there is trouble: when it is tried again'),
    checked_at: moment.nullable().describe('When all folders were last looked at'),
    last_message_at: moment.nullable().describe('When the newest mail was fetched'),
  })
  .meta({ id: 'Mailbox' });

export const mailCheckShape = z
  .object({
    ok: z.boolean(),
    trouble: troubleShape.nullable(),
    detail: z.string().nullable().describe('The server’s own words'),
    folders: z.array(z.string()).describe('The folders of the mailbox, where the login was taken'),
  })
  .meta({ id: 'MailCheck' });
