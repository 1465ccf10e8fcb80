import { z } from 'zod';
import { id, moment, optionalLine } from '../../platform/http/shapes.ts';
import { skillKinds } from '../skills/index.ts';
import { agentRef, teamRef, ticketChannels, ticketPriorities } from '../tickets/index.ts';
import { offerStates } from './offers.rules.ts';
import { refusals, routingMethods, whyCodes } from './routing.rules.ts';

export const routingModes = ['pull', 'push'] as const;
/** Of one team. */
export const mostNeeds = 50;
/** Of one ticket. */
export const mostTicketSkills = 20;

const level = z.int().min(1).max(5).describe('1 knows the basics, 3 works alone, 5 teaches others');
const minutes = (least: number) => z.int().min(least).max(10_080);
const skillRef = z.object({ id, name: z.string() }).meta({ id: 'SkillRef' });

const mode = z.enum(routingModes).describe('`pull`: agents take tickets themselves; `push`: they are handed out');
const method = z.enum(routingMethods).describe('Whom of those who can take it: in turn, fewest open cases, longest without a new one, or highest levels of the skills');
const languageNeed = z.enum(['required', 'preferred', 'none']).describe('What the language of a ticket asks for, where it is one of the skills');
const relaxMinutes = minutes(0).describe('So long somebody with the preferred skills is waited for; required ones are never given up');
const delivery = z.enum(['assign', 'offer']).describe('Of a team that hands out. `assign`: a ticket is theirs at once; `offer`: they accept or decline it, and it goes on when they do not answer');
const offerSeconds = z.int().min(10).max(600).describe('So long an offer can be accepted');
const offerMisses = z.int().min(0).max(10).describe('After so many offers in a row without an answer somebody is set away; 0: never');
const overflowMinutes = minutes(1).describe('Then a ticket that nobody could take goes to `overflow_team`');

export const routingRuleShape = z
  .object({
    team: id,
    mode,
    method,
    sticky_account: z.boolean().describe('The customer’s account agent, or a deputy, comes first'),
    sticky_last: z.boolean().describe('Then whoever had this customer’s last ticket'),
    language_need: languageNeed,
    relax_minutes: relaxMinutes,
    overflow_team: teamRef.nullable(),
    overflow_minutes: overflowMinutes,
    delivery,
    offer_seconds: offerSeconds,
    offer_misses: offerMisses,
    needs: z.array(z.object({ skill: skillRef, brand: z.object({ id, name: z.string() }).nullable(), need: z.enum(['required', 'preferred']), level })).describe('What every ticket of the team asks for; with a brand, those of this brand'),
  })
  .meta({ id: 'RoutingRule' });

const needInput = z.strictObject({ skill: id, brand: id.nullable().default(null), need: z.enum(['required', 'preferred']), level: level.default(1) });

export const updateRoutingRuleBody = z.strictObject({
  mode: mode.optional(),
  method: method.optional(),
  sticky_account: z.boolean().optional(),
  sticky_last: z.boolean().optional(),
  language_need: languageNeed.optional(),
  relax_minutes: relaxMinutes.optional(),
  overflow_team: id.nullable().optional(),
  overflow_minutes: overflowMinutes.optional(),
  delivery: delivery.optional(),
  offer_seconds: offerSeconds.optional(),
  offer_misses: offerMisses.optional(),
  needs: z.array(needInput).max(mostNeeds).optional().describe('All of them, of the brands that you see'),
});
export type UpdateRoutingRuleBody = z.infer<typeof updateRoutingRuleBody>;

export const ticketSkillsBody = z.strictObject({
  skills: z
    .array(z.strictObject({ skill: id, need: z.enum(['required', 'preferred', 'none']).describe('`none`: not needed, whatever else would ask for it'), level: level.default(1) }))
    .max(mostTicketSkills)
    .describe('All that is said of this ticket; what its language, team or brand asks for counts beside it'),
});

const numbers = { open: z.int().describe('Open cases'), most: z.int().describe('Open cases of this channel at most'), idle_seconds: z.int(), score: z.int().describe('Levels of the skills that are asked for, added up'), preferred: z.int().describe('How many of the preferred skills') };

export const routingReasons = z
  .object({
    why: z.enum([...whyCodes, 'overflow']).nullable().describe('Null: nobody could take it'),
    relaxed: z.boolean().describe('Preferred skills were waited for no longer'),
    waited_seconds: z.int(),
    chosen: z.object(numbers).nullable(),
    eligible: z.int().describe('How many could have got it'),
    others: z.array(z.object({ agent: agentRef, ...numbers })).describe('The next best, some of them'),
    refused: z.array(z.object({ why: z.enum(refusals), count: z.int() })),
    not: z.array(z.object({ agent: agentRef, why: z.enum(refusals), skill: skillRef.nullable(), level: z.int().nullable(), has: z.int().nullable(), open: z.int().nullable(), most: z.int().nullable() })).describe('Who could not take it, some of them'),
  })
  .meta({ id: 'RoutingReasons' });

const offerState = z.enum(offerStates).describe('`missed`: nobody answered in time; `withdrawn`: the ticket was no longer to be had, or they were not online any more');

export const ticketRoutingShape = z
  .object({
    mode: mode.describe('Of the ticket’s team'),
    waiting_since: moment.nullable().describe('In the queue to be handed out'),
    needs: z.array(z.object({ skill: skillRef.extend({ kind: z.enum(skillKinds) }), need: z.enum(['required', 'preferred', 'none']), level, source: z.enum(['agent', 'brand', 'team', 'language']).describe('Who asks for it') })),
    waiting: routingReasons.nullable().describe('Of one that waits: what would be decided now'),
    decisions: z.array(z.object({ id, at: moment, team: teamRef, agent: agentRef.nullable(), overflow_team: teamRef.nullable(), reasons: routingReasons })).describe('The last ones, newest first; kept for 90 days'),
    offers: z.array(z.object({ id, at: moment, team: teamRef, agent: agentRef, round: z.int().describe('Within a round nobody is asked twice'), state: offerState, note: z.string().describe('What they said when they declined'), expires_at: moment.nullable().describe('Of an open one'), ended_at: moment.nullable() })).describe('To whom it was offered and what came of it; the last ones, newest first, kept for 90 days'),
  })
  .meta({ id: 'TicketRouting' });

export const offerShape = z
  .object({
    id,
    ticket: z.object({ number: id, subject: z.string(), priority: z.enum(ticketPriorities), channel: z.enum(ticketChannels), customer: z.string(), brand: z.object({ id, name: z.string() }) }),
    team: teamRef,
    why: z.enum(whyCodes).nullable().describe('Why you'),
    state: offerState,
    offered_at: moment,
    expires_at: moment.nullable().describe('Until then it can be accepted; null once it has ended'),
    seconds: z.int().describe('How long it can be accepted in all'),
    seconds_left: z.number().describe('By the server’s clock'),
  })
  .meta({ id: 'Offer' });

export const ownOffersShape = z
  .object({
    items: z.array(offerShape).describe('At most one at a time'),
    away_since: moment.nullable().describe('You were set away because you answered none; say that you are online to get offers again'),
  })
  .meta({ id: 'OwnOffers' });

export const declineBody = z.strictObject({ note: optionalLine(200).default('').describe('Why not; for whoever asks why the ticket went to whom it did') });
