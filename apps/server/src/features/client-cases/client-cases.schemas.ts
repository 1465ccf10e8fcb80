import { z } from 'zod';
import { id, idInPath, language, line, moment, pageQuery } from '../../platform/http/shapes.ts';

const statuses = z.enum(['new', 'open', 'pending', 'on_hold', 'solved', 'closed']);
const channels = z.enum(['email', 'phone', 'chat', 'form', 'letter', 'walk_in', 'api', 'web']);
const brand = z.object({ id, name: z.string(), color: z.string() });
const noAddress = 'Null where the brand keeps contact data to itself';

const caseParts = {
  number: id,
  subject: z.string(),
  status: statuses,
  channel: channels,
  brand,
  requester: z.string().describe('The customer’s name; empty when none is known'),
  created_at: moment,
  last_message_at: moment.nullable().describe('Of the newest message that these readers see'),
  solved_at: moment.nullable(),
};

export const clientCaseShape = z.object(caseParts).meta({ id: 'ClientCase' });

export const openClientCaseShape = z
  .object({
    ...caseParts,
    contact: z.object({ emails: z.array(z.string()), phones: z.array(z.string()) }).nullable().describe(noAddress),
    promises: z.array(
      z.object({
        id,
        kind: z.enum(['promise', 'callback']),
        text: z.string(),
        due_at: moment,
        due_on: z.string().nullable().describe('Where a whole day was promised'),
        state: z.enum(['open', 'broken', 'kept', 'kept_late', 'withdrawn']),
      }),
    ).describe('What was promised to the customer, the first 100'),
    satisfaction: z.object({ score: z.int(), words: z.string().nullable(), answered_at: moment }).nullable(),
  })
  .meta({ id: 'OpenClientCase' });

export const clientMessageShape = z
  .object({
    id,
    kind: z.enum(['public', 'note']).describe('Notes only where the brand shows them'),
    direction: z.enum(['in', 'out']),
    channel: channels,
    from: z.string().describe('A name, never an address; empty when none is known'),
    written_by: z.enum(['customer', 'desk', 'machine']),
    text: z.string().describe('What is new in it, without what it quotes'),
    created_at: moment,
    attachments: z.array(z.object({ id, name: z.string(), type: z.string(), size: z.int() })),
  })
  .meta({ id: 'ClientMessage' });

export const clientFiguresShape = z
  .object({ days: z.int(), asked: z.int(), answered: z.int(), average: z.number().nullable().describe('1 to 5; null without answers') })
  .meta({ id: 'ClientFigures' });

const brandQuery = z.coerce.number().pipe(id).optional();
export const clientCaseQuery = z.strictObject({
  state: z.enum(['open', 'solved', 'all']).default('open').describe('`solved`: solved and closed'),
  brand: brandQuery,
  ...pageQuery,
});
export const clientFiguresQuery = z.strictObject({ brand: brandQuery });
export const clientMessageQuery = z.strictObject({ ...pageQuery });
export const numberInPath = z.strictObject({ number: idInPath });
export const fileInPath = z.strictObject({ number: idInPath, id: idInPath });

export const updateClientMeBody = z.strictObject({
  name: line(200).optional(),
  language: language.optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
});
export const clientMeShape = z.object({ ok: z.literal(true) });

export const openingShape = z
  .object({ ticket: id, subject: z.string(), brand, day: z.string().describe('YYYY-MM-DD, UTC'), times: z.int(), files: z.int().describe('How often a file was fetched'), last_at: moment })
  .meta({ id: 'ClientOpening' });
