import { z } from 'zod';
import { mailTroubles } from '../../platform/mail/mail-trouble.ts';
import { emailAddress, id, moment, optionalLine, pageQuery } from '../../platform/http/shapes.ts';

export const inboxShape = z
  .object({
    id,
    address: z.string(),
    name: z.string(),
    brand: z.object({ id, name: z.string(), color: z.string() }),
    team: z.object({ id, name: z.string() }).nullable().describe('New tickets go to this team'),
    has_smtp: z.boolean().describe('It sends by its own server; the address and password are never shown'),
    mailbox: z
      .object({ state: z.enum(['new', 'connected', 'trouble', 'off']), trouble: z.enum(mailTroubles).nullable() })
      .nullable()
      .describe('How the fetching of its mail by IMAP goes; null where none is set up'),
    active: z.boolean(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Inbox' });

export const inboxListQuery = z.strictObject({ brand: z.coerce.number().pipe(id).optional(), ...pageQuery });
export type InboxListQuery = z.infer<typeof inboxListQuery>;

export const smtpUrl = z
  .string()
  .trim()
  .max(500)
  .refine(isSmtpUrl, 'smtp://user:password@host:587 or smtps://user:password@host:465')
  .describe('Written, never shown');

/** A query is refused: the mail library takes its parameters for settings of its own (a proxy, logging), above ours. */
function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text) || /[\0-\x20]/.test(text)) return false;
  const url = new URL(text);
  return ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' && ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '' && isDecodable(url);
}

function isDecodable(url: URL): boolean {
  try {
    decodeURIComponent(url.username + url.password);
    return true;
  } catch {
    return false;
  }
}

export const createInboxBody = z.strictObject({
  address: emailAddress,
  name: optionalLine(200).optional(),
  brand: id.optional().describe('The default brand without it'),
  team: id.nullable().optional(),
  smtp_url: smtpUrl.nullable().optional(),
});
export type CreateInboxBody = z.infer<typeof createInboxBody>;

export const updateInboxBody = z.strictObject({
  name: optionalLine(200).optional(),
  brand: id.optional(),
  team: id.nullable().optional(),
  smtp_url: smtpUrl.nullable().optional().describe('null: send by the installation’s server again'),
  active: z.boolean().optional(),
});
export type UpdateInboxBody = z.infer<typeof updateInboxBody>;

export const removedInboxShape = z.object({
  ok: z.literal(true),
  outcome: z.enum(['removed', 'deactivated']).describe('`deactivated`: tickets or mail name it, so it stays, inactive, and its address stays taken'),
});
