import { z } from 'zod';
import { isPermanent, statusIn } from './bounce-text.ts';
import type { Bounce } from './read-bounce.ts';

/** Amazon SES reports bounces and complaints as JSON, often inside an SNS envelope and mailed on. */
const recipient = z.object({ emailAddress: z.string().max(320), status: z.string().optional(), diagnosticCode: z.string().optional() });
const notification = z.object({
  notificationType: z.enum(['Bounce', 'Complaint']),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: z.array(recipient).max(100) }).optional(),
  complaint: z.object({ complainedRecipients: z.array(recipient).max(100) }).optional(),
  mail: z.object({
    source: z.string().optional(),
    messageId: z.string().optional(),
    destination: z.array(z.string()).optional(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    commonHeaders: z.object({ subject: z.string().optional(), messageId: z.string().optional() }).optional(),
  }),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The JSON object at the start of a text that may go on in words. */
function leadingObject(text: string): unknown {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || start > 200 || end < start) return null;
  const json = text.slice(start, end + 1);
  return parsed(json) ?? parsed(json.replace(/\r?\n[ \t]/g, '')); // a relay may have folded the long lines
}

export function readCloudNotification(text: string): Bounce | null {
  if (text.length > 300_000 || !text.includes('notificationType')) return null;
  let value = leadingObject(text);
  if (value && typeof value === 'object' && 'Message' in value && typeof value.Message === 'string') value = parsed(value.Message);
  const checked = notification.safeParse(value);
  if (!checked.success) return null;
  const { bounce, complaint, mail, notificationType } = checked.data;
  const header = (name: string): string | undefined => mail.headers?.find((h) => h.name.toLowerCase() === name)?.value;
  const id = header('message-id') ?? mail.commonHeaders?.messageId ?? mail.messageId;
  const listed = notificationType === 'Bounce' ? (bounce?.bouncedRecipients ?? []) : (complaint?.complainedRecipients ?? []);
  const mark = header('x-ombud-loop');
  return {
    kind: notificationType === 'Bounce' ? 'failed' : 'feedback',
    recipients: listed.map((r) => {
      const status = r.status ? statusIn(r.status) : r.diagnosticCode ? statusIn(r.diagnosticCode) : null;
      return {
        address: r.emailAddress.replace(/[<>]/g, ''),
        status,
        diagnostic: r.diagnosticCode?.slice(0, 500) ?? null,
        permanent: notificationType === 'Bounce' && bounce?.bounceType === 'Permanent' && isPermanent(status, ''),
      };
    }),
    originalMessageId: id ? `<${id.replace(/[<>\s]/g, '')}>` : null,
    originalSubject: header('subject') ?? mail.commonHeaders?.subject ?? null,
    originalFrom: mail.source ?? null,
    originalTo: mail.destination ?? [],
    ...(mark ? { ourMark: mark } : {}),
  };
}
