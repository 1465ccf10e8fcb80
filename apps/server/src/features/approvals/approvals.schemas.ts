import { z } from 'zod';
import { id, idInPath, line, moment, pageQuery } from '../../platform/http/shapes.ts';
import { addCommitmentBody, moveCommitmentBody, withdrawCommitmentBody } from '../commitments/index.ts';
import { escalateBody } from '../escalation/index.ts';
import { openSideBody, writeSideBody } from '../side-conversations/index.ts';
import { addMessageBody, addressShape, agentRef, attachmentShape, changeTicketBody, splitTicketBody } from '../tickets/index.ts';
import { approverKinds } from './rules.schemas.ts';

/** The exact change, as a ticket's own route takes it; or, by itself, as one of the routes of its promises, of escalating, merging and splitting does. */
export const approvalChange = changeTicketBody
  .pick({ status: true, priority: true, kind: true, folder: true, team: true, assignee: true, brand: true, inbox: true, language: true, add_tags: true, remove_tags: true, fields: true, route: true, note: true, promise: true, webhook: true, macros: true })
  .extend({
    move: moveCommitmentBody.extend({ commitment: id }).optional().describe('Moves this promise; by itself'),
    make_promise: addCommitmentBody.optional().describe('Promises this; by itself'),
    withdraw: withdrawCommitmentBody.extend({ commitment: id }).optional().describe('Takes this promise back; by itself'),
    escalate: escalateBody.optional().describe('Escalates the ticket; by itself, or with what a macro does beside it'),
    split: splitTicketBody.optional().describe('Opens a new ticket with this message; by itself'),
    unmerge: z.literal(true).optional().describe('Takes the merge of this ticket back; by itself'),
    merge_into: id.optional().describe('Merges the ticket into the one with this number; by itself'),
    reply: addMessageBody.omit({ kind: true, seen: true, undo_seconds: true, override: true }).optional().describe('Sends this to the customer, with all that is done along with it; by itself'),
    forward: openSideBody.omit({ undo_seconds: true }).optional().describe('Forwards messages, or asks somebody beside the customer; by itself'),
    write_aside: writeSideBody.omit({ undo_seconds: true }).extend({ side: id }).optional().describe('Writes to everybody in this side conversation; by itself'),
  });
export type ApprovalChange = z.infer<typeof approvalChange>;
/** Each is a change by itself. */
export const apart = ['move', 'make_promise', 'withdraw', 'split', 'unmerge', 'merge_into', 'reply', 'forward', 'write_aside'] as const satisfies (keyof ApprovalChange)[];

/** A message that waits, and goes out as it is. */
export const messageParts = ['reply', 'forward', 'write_aside'] as const satisfies (keyof ApprovalChange)[];

export const heldMessageShape = z
  .object({
    kind: z.enum(messageParts),
    from: addressShape,
    to: z.array(addressShape),
    cc: z.array(addressShape),
    bcc: z.array(addressShape),
    subject: z.string(),
    text: z.string().describe('Its own words; in a list the beginning'),
    html: z.string().nullable().describe('Sanitised, pictures stand as `cid:`; null where there is none, and in a list'),
    attachments: z.array(attachmentShape),
    quoted: z.array(id).describe('Messages of the ticket that go along below'),
    send_at: moment.nullable().describe('Not before this; approved later than that, it goes out at once'),
  })
  .meta({ id: 'HeldMessage' });

const states = ['waiting', 'approved', 'refused', 'expired', 'withdrawn'] as const;
export type ApprovalState = (typeof states)[number];

export const approvalShape = z
  .object({
    id,
    ticket: z.object({ number: id, subject: z.string(), brand: id }),
    rule: z.object({ id, name: z.string() }).describe('Whose answer is waited for, or was the last; where a change takes several, they are asked one after the other'),
    approver: approverKinds,
    people: z.array(agentRef).describe('Some of those who may answer; of what waits'),
    approvals: z.int().describe('So many different people have to say yes'),
    requester: agentRef,
    change: approvalChange.describe('What is done in the requester’s name as soon as it is approved; of a message without its words, which stand in `message`'),
    message: heldMessageShape.nullable().describe('Where `change` sends a message: what goes out, to whom'),
    reason: z.string(),
    state: z.enum(states),
    problem: z.string().nullable().describe('Of an approved one that could not be done: why, as a code of problems, of what was wrong with a field, or `is_merged`. It is over, and asked for anew'),
    answers: z.array(z.object({ agent: agentRef, rule: id, approved: z.boolean(), words: z.string().nullable(), answered_at: moment })),
    may_answer: z.boolean(),
    may_withdraw: z.boolean(),
    may_ask_anew: z.boolean().describe('Approved, not done, and yours to ask for once more; the words of a message are in your draft again'),
    created_at: moment,
    expires_at: moment,
    ended_at: moment.nullable(),
  })
  .meta({ id: 'Approval' });

export const approvalListQuery = z.strictObject({
  show: z.enum(['to_answer', 'asked', 'waiting', 'answered', 'all']).default('all').describe('`to_answer`: what waits for your word; `asked`: what you asked for; `waiting` is shown oldest first, as `to_answer` is'),
  ticket: idInPath.optional().describe('Of the ticket with this number'),
  ...pageQuery,
});

export const askBody = z.strictObject({ change: approvalChange, reason: line(500).describe('Read by whoever answers') });
export const answerBody = z.strictObject({ approved: z.boolean(), words: line(500).optional() });
