import { z } from 'zod';
import { optionInput, perLanguage } from '../custom-fields/index.ts';
import { cursor, id, idInPath, limit, longText, moment } from '../../platform/http/shapes.ts';

/** Topics of one tree, archived ones included; and how deep it goes. */
export const mostTopics = 500;
export const deepestTopics = 4;
/** Versions of one wrap-up. */
export const mostVersions = 200;
const longestText = 2_000;
const mostMinutes = 100_000;

/** How far the matter was brought. */
export const degrees = ['solved', 'partly', 'worked_around', 'not_solved', 'withdrawn'] as const;
export type Degree = (typeof degrees)[number];

const brand = z.object({ id, name: z.string(), color: z.string() });
const degree = z.enum(degrees).describe('How far the matter was brought; `withdrawn`: the customer no longer wanted it');

const topicShape = z
  .object({
    id,
    key: z.string(),
    parent: z.string().nullable().describe('The key of the topic that it hangs on'),
    label: z.string(),
    labels: perLanguage(z.string()).describe('By language; `label` stands for those that are missing'),
    archived: z.boolean().describe('Not offered any more; wrap-ups keep it'),
  })
  .meta({ id: 'Topic' });

export const topicTreeShape = z
  .object({
    brand: brand.nullable().describe('Null: all brands'),
    topics: z.array(topicShape).describe('In their order; a branch comes before what hangs on it'),
    may_edit: z.boolean(),
    updated_at: moment.nullable().describe('Null: never written'),
  })
  .meta({ id: 'TopicTree' });

export const topicTreesShape = z.object({ items: z.array(topicTreeShape).describe('The tree of all brands, and the brand’s own where one was asked for') });
export const topicsQuery = z.strictObject({ brand: idInPath.optional().describe('Its own tree as well') });

export const replaceTopicsBody = z.strictObject({
  brand: id.nullable().describe('Whose tree; null: that of all brands, which takes somebody who sees them all'),
  topics: z.array(optionInput).max(mostTopics).describe('All topics in their order, each after its parent; one that is left out is archived'),
  seen: moment.nullable().optional().describe('The tree’s updated_at that the writer knows; 409 conflict when it has changed since'),
});
export type ReplaceTopicsBody = z.infer<typeof replaceTopicsBody>;

const topicRef = z.object({ id, label: z.string(), labels: perLanguage(z.string()), path: z.array(z.object({ label: z.string(), labels: perLanguage(z.string()) })).describe('From the top of the tree to the topic itself') });

const content = {
  topic: topicRef.nullable().describe('What it was about; null too where the ticket has left the topic’s brand'),
  degree,
  cause: z.string(),
  resolution: z.string(),
  minutes: z.int().nullable().describe('What it took, in minutes'),
  version: z.int().describe('Counts from 1'),
  written_by: z.object({ id, name: z.string() }),
  written_at: moment,
};
const versionShape = z.object(content).meta({ id: 'WrapUp' });

export const ticketWrapUpShape = z
  .object({
    need: z.enum(['off', 'asked', 'required']).describe('What the ticket’s brand asks for'),
    wrap_up: versionShape.nullable().describe('The newest version; null: nothing is written down'),
  })
  .meta({ id: 'TicketWrapUp' });

export const writeWrapUpBody = z.strictObject({
  topic: id.nullable().optional().describe('A topic of the ticket’s brand or of all brands; must be named where there are any'),
  degree,
  cause: longText(longestText).trim().optional(),
  resolution: longText(longestText).trim().optional(),
  minutes: z.int().min(0).max(mostMinutes).nullable().optional(),
  seen: z.int().min(0).max(1_000_000).optional().describe('The version that the writer had before them, 0 for none; 409 conflict when there is a newer one'),
});
export type WriteWrapUpBody = z.infer<typeof writeWrapUpBody>;

export const versionsQuery = z.strictObject({ cursor: cursor.optional(), limit });

const between = {
  brand: idInPath.optional(),
  from: moment.optional().describe('Solved then or later'),
  until: moment.optional().describe('Solved before'),
};

export const wrapUpListQuery = z.strictObject({
  topic: idInPath.optional().describe('It and what hangs on it'),
  degree: z.enum(degrees).optional(),
  ...between,
  cursor: cursor.optional(),
  limit,
});
export type WrapUpListQuery = z.infer<typeof wrapUpListQuery>;

export const listedWrapUpShape = versionShape
  .extend({ ticket: z.object({ number: z.int(), subject: z.string() }), brand, solved_at: moment })
  .meta({ id: 'ListedWrapUp' });

const day = z.iso.date().describe('In UTC, such as 2026-12-31');
export const wrapUpSumsQuery = z.strictObject({ brand: idInPath.optional(), from: day, until: day.describe('This day included; at most 366 days') });

export const wrapUpSumsShape = z
  .object({
    items: z.array(z.object({ topic: z.object({ id, label: z.string(), labels: perLanguage(z.string()) }).nullable(), degree: z.enum(degrees), count: z.int(), minutes: z.int() })),
    more: z.boolean().describe('There are more than 1,000 kinds; the rarest are left out'),
  })
  .meta({ id: 'WrapUpSums' });
