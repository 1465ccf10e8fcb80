import { z } from 'zod';
import { id, idInPath, line, longText, moment, page, pageQuery } from '../../platform/http/shapes.ts';
import { fileIds, messageShape, personInput } from '../tickets/index.ts';

export const sideKinds = ['forward', 'question'] as const;

export const sidePersonShape = z
  .object({ id, name: z.string(), address: z.string(), role: z.enum(['to', 'cc']), confirmed: z.boolean().describe('An unconfirmed one had the reply address passed on, and gets nothing until an agent confirms') })
  .meta({ id: 'SidePerson' });

export const sideShape = z
  .object({
    id,
    ticket: id.describe('The ticket’s number'),
    kind: z.enum(sideKinds),
    subject: z.string(),
    done: z.boolean(),
    people: z.array(sidePersonShape),
    message_count: z.int().describe('At most 1,000'),
    last_line: z.string(),
    last_author: z.string(),
    last_direction: z.enum(['in', 'out']),
    last_message_at: moment,
    created_at: moment,
  })
  .meta({ id: 'SideConversation' });
export const sideList = z.object({ items: z.array(sideShape) });
export const sideMessagePage = page(messageShape);

const written = {
  text: longText().optional().describe('This or html is needed; a forward may go without'),
  html: longText(500_000).optional(),
  attachments: fileIds.optional().describe('Own uploads, and files of messages that one may see'),
  bcc: z.array(personInput).max(50).optional().describe('Get this mail without the others seeing it, and do not take part'),
  send_at: moment.optional().describe('Sends it later; takes the place of `undo_seconds`'),
  unless_answered: z.boolean().optional().describe('With `send_at`: it is stopped if somebody answers here before'),
  undo_seconds: z.int().min(0).max(60).default(0),
};

export const openSideBody = z.strictObject({
  kind: z.enum(sideKinds).describe('`forward` passes messages on, `question` asks'),
  subject: line(500),
  to: z.array(personInput).min(1).max(50).describe('With `cc` at most 20 people'),
  cc: z.array(personInput).max(50).optional(),
  quote: z.array(id).max(50).optional().describe('Public messages of the ticket that go along under the text'),
  ...written,
});
export type OpenSideBody = z.infer<typeof openSideBody>;

export const writeSideBody = z.strictObject({ cc: z.array(personInput).max(50).optional().describe('More people, from now on; at most 20 in all'), ...written });
export type WriteSideBody = z.infer<typeof writeSideBody>;

export const updateSideBody = z.strictObject({ done: z.boolean() });
export const sideInPath = z.strictObject({ id: idInPath });
export const personInPath = z.strictObject({ id: idInPath, person: idInPath });
export const sideMessagesQuery = z.strictObject(pageQuery);
