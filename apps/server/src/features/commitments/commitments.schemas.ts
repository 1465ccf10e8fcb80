import { z } from 'zod';
import { cursor, id, idInPath, limit, line, longText, moment, page } from '../../platform/http/shapes.ts';
import { agentRef, ticketStatuses } from '../tickets/index.ts';
import { commitmentKinds, commitmentSources, commitmentStates } from '../commitment-rows/index.ts';

const day = z.iso.date().max(10);
const due = z.union([moment, day]).describe('A moment; or a day such as 2026-12-01: by its end where you are');
const from = moment.describe('Of a call: its slot begins here and ends at `due`');
const teamRef = z.object({ id, name: z.string() });

export const moveShape = z.object({
  from: moment,
  to: moment,
  reason: z.string(),
  told: z.enum(['message', 'otherwise', 'asked']).describe('How the customer knows: by our message, otherwise as the agent said, or because they asked for it'),
  by: agentRef.nullable(),
  at: moment,
});

export const commitmentShape = z
  .object({
    id,
    ticket: id.describe('The ticket’s number'),
    kind: z.enum(commitmentKinds),
    text: z.string(),
    due: z.string().describe('A day such as 2026-12-01, or a moment'),
    due_at: moment.describe('When it is broken: a day is over where whoever promised it was'),
    from: moment.nullable(),
    phone: z.string().nullable(),
    owner: agentRef.nullable(),
    team: teamRef.nullable(),
    source: z.enum(commitmentSources),
    state: z.enum(commitmentStates).describe('`kept_late`: after it had been broken'),
    made_by: agentRef.nullable(),
    created_at: moment,
    warned_at: moment.nullable(),
    broken_at: moment.nullable(),
    kept_at: moment.nullable(),
    kept_by: agentRef.nullable(),
    withdrawn_at: moment.nullable(),
    withdrawn_by: agentRef.nullable(),
    withdrawn_reason: z.string().nullable(),
    told_at: moment.nullable().describe('When the customer was last sent the link to it'),
    agreed_at: moment.nullable().describe('The customer agreed by the link'),
    proposal: z.object({ due_at: moment, text: z.string(), at: moment }).nullable().describe('Another time that the customer asks for'),
    moves: z.array(moveShape).describe('Oldest first, the newest 50'),
  })
  .meta({ id: 'Commitment' });

export const ownCommitmentShape = commitmentShape
  .omit({ moves: true })
  .extend({ subject: z.string(), status: z.enum(ticketStatuses), requester: z.string(), brand: z.object({ id, name: z.string(), color: z.string() }) })
  .meta({ id: 'OwnCommitment' });

export const commitmentList = z.object({ items: z.array(commitmentShape) });
export const commitmentPage = page(ownCommitmentShape);
export const commitmentPath = z.strictObject({ number: idInPath, commitment: idInPath });

const text = line(500).describe('What is promised; the customer may read it');
const phone = line(50).nullable();

export const addCommitmentBody = z.strictObject({
  text,
  due,
  kind: z.enum(commitmentKinds).optional().describe('`callback`: a call, with a phone number'),
  from: from.optional(),
  phone: phone.optional(),
  owner: id.nullable().optional().describe('Who keeps it; you without it, nobody by name with null and a team'),
  team: id.nullable().optional(),
  source: z.enum(commitmentSources).optional(),
  message: id.optional().describe('The reply that makes it: the customer’s link to the promise goes along while that mail still waits'),
});
export type AddCommitmentBody = z.infer<typeof addCommitmentBody>;

export const updateCommitmentBody = z.strictObject({ text: text.optional(), phone: phone.optional(), owner: id.nullable().optional(), team: id.nullable().optional() });
export type UpdateCommitmentBody = z.infer<typeof updateCommitmentBody>;

export const moveCommitmentBody = z.strictObject({
  due,
  from: from.optional(),
  reason: line(500).describe('Why; colleagues read it, the customer only what `message` says'),
  message: longText(20_000).optional().describe('To the customer, in your words; ours in their language without it'),
  told_otherwise: z.boolean().optional().describe('Sends nothing: the customer has been told in another way, which is written down'),
});
export type MoveCommitmentBody = z.infer<typeof moveCommitmentBody>;

export const withdrawCommitmentBody = z.strictObject({ reason: line(500).optional() });
export const answerProposalBody = z.strictObject({
  accept: z.boolean().describe('true: it is moved to the time that the customer asked for, and they are told'),
  told_otherwise: z.boolean().optional(),
});
export type AnswerProposalBody = z.infer<typeof answerProposalBody>;

export const moveTextQuery = z.strictObject({ due: due.optional().describe('The new time; without it the one that it has'), from: from.optional() });
export const moveTextShape = z.object({ text: z.string(), language: z.string(), mailable: z.boolean().describe('false: nobody on the ticket can get mail') });

export const ownCommitmentsQuery = z.strictObject({
  owner: z.union([z.enum(['me', 'any', 'none']), idInPath]).default('me'),
  team: idInPath.optional(),
  brand: idInPath.optional(),
  customer: idInPath.optional().describe('Whom they were made to, as one person with all that were merged'),
  before: moment.optional().describe('Only what is due before'),
  cursor: cursor.optional(),
  limit,
});
export type OwnCommitmentsQuery = z.infer<typeof ownCommitmentsQuery>;
