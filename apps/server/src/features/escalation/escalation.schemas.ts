import { z } from 'zod';
import { cursor, id, idInPath, limit, longText, moment, page } from '../../platform/http/shapes.ts';
import { agentRef, brandRef, handOverSources, teamRef, ticketStatuses } from '../tickets/index.ts';
import { escalationKinds, escalationStates, escalationTargets } from './escalation.rules.ts';

const words = {
  known: z.string().describe('What is known'),
  tried: z.string().describe('What has been tried'),
  promised: z.string().describe('What the customer was promised'),
};
const part = longText(10_000);
const some = (text: z.ZodString) => text.refine((value) => value.trim() !== '', 'Some text');

export const escalationShape = z
  .object({
    id,
    ticket: id.describe('Its number'),
    kind: z.enum(escalationKinds).describe('`functional`: to whoever knows more, who gets the ticket; `hierarchical`: to a lead, while the ticket stays where it is'),
    target: z.enum(escalationTargets),
    tier: z.int().nullable(),
    team: teamRef.nullable(),
    owner: agentRef.nullable().describe('Whose it is: the colleague or the lead; null while it waits for somebody of a tier or a team'),
    from: z.object({ agent: agentRef.nullable(), team: teamRef.nullable() }).describe('Who had the ticket before'),
    ...words,
    sources: handOverSources,
    question: z.string().describe('What is wanted'),
    state: z.enum(escalationStates).describe('`passed_on`: it was escalated further, and is open again where that is handed back'),
    by: agentRef.nullable().describe('Null: an automation'),
    at: moment,
    over_by: agentRef.nullable(),
    over_at: moment.nullable(),
    explanation: z.string().nullable().describe('Why it was handed back'),
    told: z.boolean().describe('The customer was told'),
  })
  .meta({ id: 'Escalation' });

export const ownEscalationShape = escalationShape
  .omit({ known: true, tried: true, promised: true, sources: true })
  .extend({ subject: z.string(), status: z.enum(ticketStatuses), requester: z.string(), brand: brandRef })
  .meta({ id: 'OwnEscalation' });

export const escalationList = z.object({ items: z.array(escalationShape) });
export const escalationPage = page(ownEscalationShape);
export const escalationPath = z.strictObject({ number: idInPath, escalation: idInPath });

const target = z
  .union([
    z.strictObject({ tier: z.literal([2, 3]), team: id.optional().describe('The ticket’s own without it') }),
    z.strictObject({ agent: id }),
    z.strictObject({ team: id }),
    z.strictObject({ lead: id.nullable().describe('Null: a lead of the team who is there, else of the brand') }),
  ])
  .describe('One of them; `lead` makes it hierarchical, the others functional');

export const escalateBody = z.strictObject({
  to: target,
  question: some(longText(4_000)).describe('What is wanted'),
  known: part.optional().describe('Put together from the ticket without it'),
  tried: part.optional().describe('Likewise'),
  promised: part.optional().describe('Likewise'),
  tell_customer: z.boolean().optional().describe('false: the customer is not told this time; where the brand does not want it they never are'),
});
export type EscalateBody = z.infer<typeof escalateBody>;

export const handBackBody = z.strictObject({ explanation: some(longText(4_000)) });
export const withdrawBody = z.strictObject({});
export const endBody = z.strictObject({ explanation: longText(4_000).optional() });

export const ownEscalationsQuery = z.strictObject({
  owner: z.union([z.enum(['me', 'any', 'none']), idInPath]).default('me'),
  cursor: cursor.optional(),
  limit,
});

export const handOverShape = z
  .object({
    ...words,
    customer: z
      .object({ text: z.string(), language: z.string() })
      .nullable()
      .describe('What the customer will be told; null where the brand does not want it, or nobody can be told'),
  })
  .meta({ id: 'HandOverDraft' });

const available = z.enum(['online', 'busy', 'break', 'away']);
export const expertShape = z
  .object({
    agent: agentRef,
    tier: z.int(),
    member: z.boolean().describe('Of the ticket’s team'),
    availability: available,
    at_work: z.boolean().describe('Within their hours, and no time off'),
    open: z.int().describe('Open cases of this channel'),
    most: z.int().describe('So many of them at most'),
    skills: z.array(z.object({ id, name: z.string(), level: z.int(), enough: z.boolean() })).describe('Of those that the ticket asks for'),
    solved: z.array(z.int()).describe('Numbers of tickets like this one that they solved, the nearest first'),
  })
  .meta({ id: 'Expert' });

export const expertsShape = z
  .object({
    experts: z.array(expertShape).describe('Who knows more, the best first; at most eight'),
    leads: z.array(expertShape).describe('Who decides: leads of the team before those of the brand; at most ten'),
  })
  .meta({ id: 'Experts' });

export const swarmShape = z
  .object({
    id,
    ticket: id.describe('Its number'),
    question: z.string(),
    team: teamRef.nullable(),
    people: z.array(z.object({ agent: agentRef, waits: z.boolean().describe('Their answer is waited for') })),
    by: agentRef,
    at: moment,
    open: z.boolean(),
    closed_at: moment.nullable(),
    closed_by: agentRef.nullable(),
    helpful: id.nullable().describe('The answer that helped'),
    answers: z.array(z.object({ message: id, agent: agentRef.nullable(), text: z.string(), at: moment })).describe('Oldest first; each is a note of the ticket'),
  })
  .meta({ id: 'Swarm' });

export const ownSwarmShape = z
  .object({ id, ticket: id.describe('Its number'), subject: z.string(), requester: z.string(), brand: brandRef, question: z.string(), by: agentRef, at: moment })
  .meta({ id: 'OwnSwarm' });

export const swarmList = z.object({ items: z.array(swarmShape) });
export const ownSwarms = z.object({ items: z.array(ownSwarmShape) });
export const swarmPath = z.strictObject({ number: idInPath, swarm: idInPath });

/** People of one question. */
export const mostAsked = 30;

export const askBody = z.strictObject({
  question: some(longText(4_000)),
  people: z.array(id).max(mostAsked).optional(),
  team: id.optional().describe('Everybody in it who works on the brand’s tickets'),
});
export type AskBody = z.infer<typeof askBody>;

export const answerBody = z.strictObject({ text: some(longText(20_000)) });
export const updateSwarmBody = z.strictObject({ open: z.boolean(), helpful: id.nullable().optional().describe('The answer that helped, as it is closed') });
