import { z } from 'zod';
import { anyLanguage, cursor, emailAddress, id, language, limit, line, longText, moment, optionalLine, page } from '../../platform/http/shapes.ts';
import { columnsQuery, fieldFilterQuery, fieldInputs, fieldValues } from '../custom-fields/index.ts';
import { escalateAlong } from '../ticket-escalations/index.ts';

export const ticketStatuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export const ticketKinds = ['question', 'incident', 'problem', 'task', 'complaint', 'order'] as const;
export const ticketChannels = ['email', 'phone', 'chat', 'form', 'letter', 'walk_in', 'api', 'web'] as const;
export const ticketFolders = ['inbox', 'spam', 'trash'] as const;
export const ticketSorts = ['-created_at', 'created_at', '-updated_at', 'updated_at', 'due', 'priority'] as const;

export type TicketStatus = (typeof ticketStatuses)[number];
export type TicketPriority = (typeof ticketPriorities)[number];
export type TicketKind = (typeof ticketKinds)[number];
export type TicketChannel = (typeof ticketChannels)[number];
export type TicketFolder = (typeof ticketFolders)[number];
export type TicketSort = (typeof ticketSorts)[number];
/** By a moment that stands in the ticket. */
export type MomentSort = Exclude<TicketSort, 'due' | 'priority'>;

/** Which messages a hand-over quotes. */
export const handOverSources = z
  .array(z.object({ part: z.enum(['known', 'tried', 'promised']), line: z.int().describe('Counts from 0'), message: id }))
  .describe('Lines that were filled in from a message, and which it was');
export const brandRef = z.object({ id, name: z.string(), color: z.string() }).meta({ id: 'BrandRef' });
export const teamRef = z.object({ id, name: z.string() }).meta({ id: 'TeamRef' });
export const agentRef = z.object({ id, name: z.string() }).meta({ id: 'AgentRef' });
export const customerRef = z.object({ id, name: z.string(), email: z.string().nullable() }).meta({ id: 'CustomerRef' });

const snoozedUntil = z.union([moment, z.literal('reply')]);

export const ticketShape = z
  .object({
    id,
    number: id.describe('What people say on the phone; unique in the workspace, never reused'),
    subject: z.string(),
    status: z.enum(ticketStatuses),
    priority: z.enum(ticketPriorities),
    kind: z.enum(ticketKinds),
    channel: z.enum(ticketChannels),
    folder: z.enum(ticketFolders),
    tags: z.array(z.string()),
    language: z.string().nullable(),
    brand: brandRef,
    team: teamRef.nullable(),
    assignee: agentRef.nullable(),
    requester: customerRef,
    inbox: z.object({ id, address: z.string() }).nullable(),
    last_line: z.string().describe('The beginning of the newest message'),
    last_author: z.string(),
    last_direction: z.enum(['in', 'out']),
    last_message_at: moment,
    message_count: z.int(),
    unread: z.boolean().describe('Something new since this agent last read it'),
    solved_at: moment.nullable(),
    close_at: moment.nullable().describe('When a solved ticket closes by itself'),
    snoozed_until: snoozedUntil.nullable().describe('Out of the views of work until then, or until the customer writes (`reply`); a customer’s message ends it in any case'),
    promise_due_at: moment.nullable().describe('When the soonest promise on it that is not kept yet is due'),
    merged_into: id.nullable().describe('The number of the ticket that it was merged into'),
    fields: fieldValues.optional(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Ticket' });

const tag = z.string().trim().toLowerCase().min(1).max(50).regex(/^[^\0\s,]+$/, 'No spaces or commas');
const tagList = z.array(tag).max(50);
const statusList = z
  .string()
  .max(100)
  .transform((value) => value.split(','))
  .pipe(z.array(z.enum(ticketStatuses)).min(1).max(6))
  .describe('One or several statuses, separated by commas');
// In a query everything is text; the document must say so, or the typed client loses the ids.
const idText = z.string().regex(/^[1-9]\d{0,15}$/).transform(Number).pipe(id);
const personFilter = z.union([z.enum(['me', 'none']), idText]);
const teamFilter = z.union([z.enum(['mine', 'none']), idText]);

export const ticketListQuery = z.strictObject({
  status: statusList.optional(),
  assignee: personFilter.optional().describe('An agent’s id, `me` or `none`'),
  team: teamFilter.optional().describe('A team’s id, `none`, or `mine`: the teams of who asks'),
  snoozed: z.enum(['no', 'only']).optional().describe('Without the snoozed ones, or only these; all without it'),
  mentioned: z.literal('me').optional().describe('Those in whose notes the asker was named, newest mention first; only `folder`, `cursor` and `limit` count beside it'),
  brand: z.coerce.number().pipe(id).optional(),
  requester: z.coerce.number().pipe(id).optional(),
  folder: z.enum(ticketFolders).default('inbox'),
  tag: tag.optional(),
  topic: z.coerce.number().pipe(id).optional().describe('Of the wrap-up, with all that hangs on it'),
  field: fieldFilterQuery.optional(),
  columns: columnsQuery.optional(),
  q: z.string().trim().min(1).max(200).regex(/^[^\0]*$/).optional().describe('A number, or words of the subject'),
  sort: z.enum(ticketSorts).default('-created_at').describe('`due`: what is due next first, by promises and promised times; then what has nothing due, the last changed first. `priority`: the most urgent first, of one priority the last changed'),
  cursor: cursor.optional(),
  limit,
});
export type TicketListQuery = z.infer<typeof ticketListQuery>;

const macroIds = z.array(id).max(20).describe('The macros that this comes from, for their count of uses; those that do not fit are left out');

export const personInput = z.strictObject({ email: emailAddress, name: optionalLine(200).optional() });
const requesterInput = z
  .strictObject({
    email: emailAddress.optional(),
    phone: line(60).optional().describe('A telephone number, for who has no e-mail address; without + or 00 one of the workspace’s country'),
    id: id.optional().describe('A customer who is known'),
    name: optionalLine(200).optional(),
  })
  .describe('One of `email`, `phone` and `id`; who is not known yet becomes a customer. Mail can be sent once they have an e-mail address');
export const fileIds = z.array(id).max(50);

export const createTicketBody = z.strictObject({
    subject: line(500),
    text: longText().optional().describe('This or html is needed'),
    html: longText(500_000).optional(),
    requester: requesterInput,
    cc: z.array(personInput).max(50).optional(),
    brand: id.optional().describe('The default brand without it'),
    inbox: id.optional().describe('The inbox it is answered from; the brand’s first without it'),
    team: id.nullable().optional(),
    assignee: id.nullable().optional().describe('Without it, who looks after the customer'),
    fallback_assignee: id.optional().describe('Who has it where it has no assignee and nobody looks after the customer'),
    priority: z.enum(ticketPriorities).optional(),
    kind: z.enum(ticketKinds).optional(),
    status: z.enum(['new', 'open', 'pending', 'on_hold', 'solved']).optional(),
    channel: z.enum(ticketChannels).optional(),
    language: anyLanguage.optional(),
    tags: tagList.optional(),
    attachments: fileIds.optional(),
    fields: fieldInputs.optional(),
    direction: z.enum(['in', 'out']).default('in').describe('`out`: the agent writes first, and the customer gets it by mail'),
    undo_seconds: z.int().min(0).max(60).default(0).describe('With direction `out`: how long the mail can be taken back'),
  });
export type CreateTicketBody = z.infer<typeof createTicketBody>;

/** What an agent had before them when they changed it. */
const seenValues = z.strictObject({
  subject: optionalLine(500).optional(),
  status: z.enum(ticketStatuses).optional(),
  priority: z.enum(ticketPriorities).optional(),
  kind: z.enum(ticketKinds).optional(),
  folder: z.enum(ticketFolders).optional(),
  team: id.nullable().optional(),
  assignee: id.nullable().optional(),
  language: anyLanguage.nullable().optional(),
  fields: fieldInputs.optional(),
});

const overrideSteps = z
  .strictObject({ reason: line(500).describe('Stands in the timeline') })
  .describe('Gives the ticket its status although steps of its playbooks are missing (`steps_missing`); takes a lead');

export const updateTicketBody = z.strictObject({
  subject: line(500).optional(),
  status: z.enum(ticketStatuses).optional(),
  priority: z.enum(ticketPriorities).optional(),
  kind: z.enum(ticketKinds).optional(),
  folder: z.enum(ticketFolders).optional().describe('`spam`, `trash`, or `inbox` to restore'),
  team: id.nullable().optional(),
  assignee: id.nullable().optional(),
  brand: id.optional().describe('Moves it to another brand, with its people; the assignee stays if they see that brand'),
  inbox: id.optional().describe('What it is answered from; with another brand, that brand’s first without it'),
  language: anyLanguage.nullable().optional(),
  snoozed_until: snoozedUntil.nullable().optional().describe('A moment to come, `reply`: until the customer writes, or null to wake it'),
  tags: tagList.optional().describe('All tags; two agents who only add or remove use add_tags and remove_tags'),
  add_tags: tagList.optional(),
  remove_tags: tagList.optional(),
  fields: fieldInputs.optional().describe('Custom fields to change; those that are not named stay as they are, null takes a value away'),
  macros: macroIds.optional(),
  override: overrideSteps.optional(),
  seen: seenValues.optional().describe('What you saw of the fields that you change: where somebody else has changed one of them since, the answer is 409 conflict and says who changed it to what'),
});
export type UpdateTicketBody = z.infer<typeof updateTicketBody>;

/** What a macro or an automation does beside changing fields. */
export const promiseWithin = z.strictObject({
  text: line(500).describe('What is promised; the customer may read it'),
  hours: z.int().min(1).max(720).describe('Within so many hours, from when the message goes out'),
  business: z.boolean().optional().describe('Hours in which the brand’s desk is open'),
});
export type PromiseWithin = z.infer<typeof promiseWithin>;
const alongside = {
  route: id.optional().describe('Hand it to this team anew: nobody’s, for the team to take or be handed out. Not together with `team` or `assignee`'),
  note: longText(5_000).refine((value) => value.trim() !== '', 'Some text').optional().describe('An internal note beside it, plain text'),
  promise: promiseWithin.optional().describe('Kept by whoever has the ticket then'),
  escalate: escalateAlong.optional().describe('With what is known, tried and promised, put together from the ticket. But to a lead not together with `route`, `team` or `assignee`'),
  webhook: id.optional().describe('Tell this webhook of it (`macro.used`): one of `macros` is a shared macro that names it. Of a message it hears when that goes out, and not at all where it is taken back before'),
};

/** What can be changed along with a message; its status has a place of its own. */
export const ticketChanges = z.strictObject({
  priority: z.enum(ticketPriorities).optional(),
  kind: z.enum(ticketKinds).optional(),
  team: id.nullable().optional(),
  assignee: id.nullable().optional(),
  add_tags: tagList.optional(),
  remove_tags: tagList.optional(),
  fields: fieldInputs.optional(),
  ...alongside,
});
export type TicketChanges = z.infer<typeof ticketChanges>;

/** A ticket's own route: what a macro without a text does is done by it. */
export const changeTicketBody = updateTicketBody.extend(alongside);
export type ChangeTicketBody = z.infer<typeof changeTicketBody>;

export const messageStatuses = ['open', 'pending', 'on_hold', 'solved'] as const;
/** What a draft will do with the ticket when it is sent. */
export const draftChanges = ticketChanges.extend({ status: z.enum(messageStatuses).optional() });
export type DraftChanges = z.infer<typeof draftChanges>;

export const addressShape = z.object({ name: z.string(), address: z.string() }).meta({ id: 'Address' });

export const attachmentShape = z
  .object({
    id,
    name: z.string(),
    type: z.string(),
    size: z.int(),
    inline: z.boolean(),
    content_id: z.string().nullable().describe('What `cid:` in the HTML names'),
    url: z.string().describe('Signed, good for an hour'),
  })
  .meta({ id: 'Attachment' });

export const deliveryShape = z
  .object({
    id,
    status: z.enum(['queued', 'sending', 'sent', 'failed', 'cancelled']),
    undo_until: moment.nullable(),
    scheduled_for: moment.nullable().describe('Sent later, not before this'),
    unless_answered: z.boolean().describe('It is stopped if the customer writes before'),
    cancel_reason: z.enum(['answered']).nullable().describe('Why a cancelled one was stopped, where nobody took it back'),
    attempts: z.int(),
    last_error: z.string().nullable(),
    sent_at: moment.nullable(),
  })
  .meta({ id: 'Delivery' });

export const messageShape = z
  .object({
    id,
    type: z.literal('message'),
    ticket: id.describe('The ticket’s number'),
    kind: z.enum(['public', 'note', 'side']).describe('`side`: of a side conversation, which the customer never sees'),
    side: id.nullable().describe('The side conversation’s id'),
    direction: z.enum(['in', 'out']),
    channel: z.enum(ticketChannels),
    author: z.object({ type: z.enum(['agent', 'customer', 'system']), id: id.nullable(), name: z.string() }),
    from: addressShape,
    to: z.array(addressShape),
    cc: z.array(addressShape),
    bcc: z.array(addressShape).describe('Who of our own messages got it without the others seeing it'),
    subject: z.string(),
    text: z.string().describe('The whole'),
    html: z.string().nullable().describe('Sanitised; remote images stand in data-remote-src, inline ones in data-cid'),
    reply_text: z.string().describe('What is new, without quotes and signature'),
    language: z.string().nullable(),
    automatic: z.string().nullable().describe('What kind of machine wrote it, if one did'),
    sender_check: z.enum(['verified', 'unverified', 'failed', 'none']),
    notices: z.array(z.string()).describe('Codes of what was odd about it, e.g. truncated'),
    attachments: z.array(attachmentShape),
    message_id: z.string().nullable().describe('In angle brackets'),
    has_raw: z.boolean().describe('The mail as it came can be downloaded'),
    taken_back: z.literal(true).optional().describe('A note that a macro wrote beside a reply, and that went back with it before it was sent'),
    delivery: deliveryShape.nullable(),
    status_change: z.object({ from: z.enum(ticketStatuses), to: z.enum(ticketStatuses) }).optional().describe('What it did to the ticket’s status; in the timeline, where it did'),
    given_to: z.object({ agent: id, reason: z.enum(['account_agent', 'account_deputy']) }).optional().describe('Whose the ticket was from the beginning, and why; in the timeline, of its first message'),
    created_at: moment,
  })
  .meta({ id: 'Message' });

export const timelineEventShape = z
  .object({
    id,
    type: z.string().describe('e.g. ticket.updated, participant.added'),
    ticket: id,
    actor: z.object({ type: z.enum(['agent', 'customer', 'system']), id: id.nullable(), name: z.string() }),
    data: z.record(z.string(), z.unknown()),
    steps: z.array(z.string()).optional().describe('Of an event about required steps: these'),
    reason: z.string().optional().describe('Why a lead went past them'),
    words: z.object({ known: z.string(), tried: z.string(), promised: z.string(), question: z.string(), explanation: z.string(), sources: handOverSources }).partial().optional().describe('Of an escalation: the hand-over, or why it was handed back; of colleagues who were asked: the question'),
    created_at: moment,
  })
  .meta({ id: 'TimelineEvent' });

export const timelineQuery = z.strictObject({
  cursor: cursor.optional(),
  limit,
  sort: z.enum(['oldest', 'newest']).default('oldest').describe('Entries always stand flat; `newest` starts at the end'),
});
export const timelinePage = page(z.union([messageShape, timelineEventShape]));

export const addMessageBody = z.strictObject({
    kind: z.enum(['public', 'note']),
    text: longText().optional().describe('This or html is needed'),
    html: longText(500_000).optional(),
    attachments: fileIds.optional(),
    to: z.array(personInput).min(1).max(50).optional().describe('Exactly these and `cc` get it; everybody who takes part without it'),
    cc: z.array(personInput).max(50).optional().describe('People who get this, beside `to` or everybody, and take part from now on'),
    bcc: z.array(personInput).max(50).optional().describe('Get it without the others seeing it, and do not take part'),
    send_at: moment.optional().describe('Sends it later; takes the place of `undo_seconds`'),
    unless_answered: z.boolean().optional().describe('With `send_at`: it is stopped if the customer writes before'),
    status: z.enum(messageStatuses).optional().describe('The ticket’s status after it'),
    override: overrideSteps.optional(),
    changes: ticketChanges.optional().describe('What else is changed on the ticket along with it: both happen, or neither'),
    macros: macroIds.optional(),
    undo_seconds: z.int().min(0).max(60).default(0),
    seen: id.optional().describe('The newest message id that the writer has seen; a newer public one answers 409 conflict'),
  });
export type AddMessageBody = z.infer<typeof addMessageBody>;

export const participantShape = z
  .object({ id, customer: customerRef, address: z.string(), name: z.string(), role: z.enum(['requester', 'cc']), confirmed: z.boolean() })
  .meta({ id: 'Participant' });
export const addParticipantBody = personInput;

export const linkShape = z
  .object({ number: id, subject: z.string(), status: z.enum(ticketStatuses), kind: z.enum(['related', 'claims_to_continue', 'continued_by']) })
  .meta({ id: 'TicketLink' });
export const addLinkBody = z.strictObject({ number: id });
export const mergeTicketBody = z.strictObject({ into: id.describe('The other ticket’s number') });
export const splitTicketBody = z.strictObject({ message: id.describe('A message from the customer'), subject: line(500).optional().describe('The message’s own without it') });

export const draftKinds = ['public', 'note', 'forward', 'side'] as const;
export type DraftKind = (typeof draftKinds)[number];
const addressees = { to: z.array(addressShape).nullable().describe('Null: everybody who takes part'), cc: z.array(addressShape), bcc: z.array(addressShape), subject: z.string() };
export const draftShape = z
  .object({
    kind: z.enum(draftKinds),
    side: id.nullable().describe('The side conversation that it answers; null for a new one'),
    html: z.string(),
    ...addressees,
    quoted: z.array(id).describe('The messages that a forward quotes'),
    changes: draftChanges.describe('What sending it will change on the ticket'),
    macros: z.array(id),
    attachments: z.array(attachmentShape),
    language: z.string().nullable().describe('What it seems to be written in; null when it is too short to tell'),
    replaced: z
      .object({ html: z.string(), ...addressees, attachments: z.array(attachmentShape), updated_at: moment })
      .nullable()
      .describe('What another device had saved meanwhile, which this text took the place of'),
    updated_at: moment,
  })
  .meta({ id: 'Draft' });
export const saveDraftBody = z.strictObject({
  kind: z.enum(draftKinds),
  side: id.optional().describe('With the kind `side`: the side conversation that it answers'),
  html: longText(500_000),
  to: z.array(personInput).max(50).nullable().default(null),
  cc: z.array(personInput).max(50).default([]),
  bcc: z.array(personInput).max(50).default([]),
  subject: optionalLine(500).default(''),
  quoted: z.array(id).max(50).default([]),
  attachments: fileIds.default([]),
  seen: moment.nullable().optional().describe('`updated_at` of the draft that the writer had before them; another one that was saved meanwhile is kept in `replaced`'),
  forget_replaced: z.boolean().default(false),
  changes: draftChanges.default({}).describe('What sending it will change on the ticket'),
  macros: macroIds.default([]),
});
export type SaveDraftBody = z.infer<typeof saveDraftBody>;

export const viewKeys = ['mine', 'team_unassigned', 'unassigned', 'open', 'pending', 'mentioned', 'snoozed', 'solved_by_me', 'solved', 'all', 'spam', 'trash'] as const;
export const viewsShape = z
  .object({
    views: z.array(z.object({ key: z.enum(viewKeys), count: z.int().describe('At most 1,000, which means 1,000 or more'), capped: z.boolean() })),
    brands: z.array(z.object({ brand: brandRef, count: z.int(), capped: z.boolean() })),
    teams: z.array(z.object({ team: teamRef, count: z.int(), capped: z.boolean() })),
  })
  .meta({ id: 'Views' });

export const ticketDetailShape = ticketShape
  .extend({
    participants: z.array(participantShape),
    links: z.array(linkShape),
    merged_from: z.array(z.object({ number: id, subject: z.string() })).describe('Tickets that were merged into it'),
    drafts: z.array(draftShape).describe('The asking agent’s own'),
    reply_from: z.object({ name: z.string(), address: z.string() }).nullable().describe('What a reply is sent from'),
    allowed_statuses: z.array(z.enum(ticketStatuses)),
  })
  .meta({ id: 'TicketDetail' });

export { language };
