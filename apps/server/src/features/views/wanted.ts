import type { Context } from '../../context.ts';
import { seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { findFewTickets, readFieldFilters, type FieldFilter } from '../custom-fields/index.ts';
import { findRowsOfPerson } from '../customers/index.ts';
import { findFewWithTopic, findTopicsBelow } from '../wrap-up-topics/index.ts';
import { findCustomersByAddress, findTeamsOf, ticketStatuses, wordsOf, type TicketChannel, type TicketFolder, type TicketKind, type TicketPriority, type TicketStatus } from '../tickets/index.ts';
import { fewEnough, findCustomersOfOrganizations, findFewBySla, findFewEscalated, findFewFollowed, findFewOfRequesters, findFewPromised, findFewSnoozed, findFewWithTag, findFewWithWords } from './few-tickets.queries.ts';
import type { Conditions, When } from './conditions.schemas.ts';
import type { TextConditions } from './text-conditions.schemas.ts';
import { likePatterns } from './words.rules.ts';

/** A span of time; either end may be open. `to` is the first moment that is not in it. */
export type Span = { from: Date | null; to: Date | null };

/** Conditions as one reader means them: `me` is an id, `older than` a moment, brands those that the reader sees. */
export type Wanted = {
  folder: TicketFolder;
  statuses: readonly TicketStatus[];
  brandIds: 'all' | readonly number[];
  /** null among them: nobody. */
  assigneeIds?: readonly (number | null)[];
  teamIds?: readonly (number | null)[];
  priorities?: readonly TicketPriority[];
  kinds?: readonly TicketKind[];
  channels?: readonly TicketChannel[];
  languages?: readonly string[];
  tags?: readonly string[];
  withoutTags?: readonly string[];
  requesterIds?: readonly number[];
  fields?: readonly FieldFilter[];
  /** Of wrap-ups, with all that hangs on those that were named. */
  topicIds?: readonly number[];
  words?: readonly string[];
  /** Any of these words in the subject, in the customer's newest message: patterns of LIKE (words.rules.ts). */
  subjectLike?: readonly string[];
  messageLike?: readonly string[];
  created?: Span;
  updated?: Span;
  lastMessage?: Span;
  /** Of what the customer sees: they, or one of us. */
  wroteLast?: 'in' | 'out';
  sla?: readonly ('breached' | 'at_risk')[];
  /** A promise that is not kept yet, due before then; null: whenever it is due. */
  promisedBefore?: Date | null;
  escalated?: true;
  snoozed: 'no' | 'only' | 'any';
  followedBy?: number;
  /** Only these, which an index of a rare condition gave: few. */
  ticketIds?: readonly number[];
};

type Tools = Pick<Context, 'db' | 'customFields' | 'clock'>;
/** Whose `me` and whose brands. */
export type ViewReader = Pick<AgentActor, 'id' | 'scope'>;

export type Beside = { q?: string; field?: readonly string[] };

/**
 * What a view's conditions mean for this reader; null when nothing can fit: only brands that they do not see, or a field
 * that is gone. @throws Problem invalid_input for `beside.field`
 */
export async function readWanted(context: Tools, actor: ViewReader, conditions: Conditions, beside: Beside = {}): Promise<Wanted | null> {
  const wanted = await readMeaning(context, actor, conditions, beside);
  return wanted && { ...wanted, ticketIds: await findFewest(context, actor.scope.workspaceId, wanted) };
}

/** The same, without a look for what is rare: for one who names the tickets, or reads all of a window. */
export async function readMeaning(context: Tools, actor: ViewReader, conditions: Conditions & TextConditions, beside: Beside = {}): Promise<Wanted | null> {
  const { scope } = actor;
  const { workspaceId } = scope;
  const known = conditions.field || beside.field ? await context.customFields.of(workspaceId) : [];
  const stored = conditions.field ? storedFields(() => readFieldFilters(scope, known, conditions.field ?? [])) : [];
  const fields = [...(stored ?? []), ...(beside.field ? readFieldFilters(scope, known, beside.field) : [])];
  const brandIds = brandsFor(actor, conditions.brand, fields);
  if (stored === null || (brandIds !== 'all' && brandIds.length === 0)) return null;
  const now = context.clock.now();
  const q = beside.q ?? '';
  const wanted: Wanted = {
    folder: conditions.folder ?? 'inbox',
    statuses: conditions.status ? [...new Set(conditions.status)] : ticketStatuses,
    brandIds,
    assigneeIds: conditions.assignee && [...new Set(conditions.assignee.map((each) => (each === 'me' ? actor.id : each === 'none' ? null : each)))],
    teamIds: conditions.team && (await teamsFor(context, actor, conditions.team)),
    priorities: conditions.priority,
    kinds: conditions.kind,
    channels: conditions.channel,
    languages: conditions.language,
    tags: conditions.tag,
    withoutTags: conditions.without_tag,
    requesterIds: await requestersFor(context, actor, conditions, q),
    fields: fields.length > 0 ? fields : undefined,
    topicIds: conditions.topic && (await findTopicsBelow(context.db, scope, conditions.topic)),
    words: wordsOf(q),
    subjectLike: conditions.subject && likePatterns(conditions.subject),
    messageLike: conditions.message && likePatterns(conditions.message),
    created: conditions.created && spanOf(conditions.created, now),
    updated: conditions.updated && spanOf(conditions.updated, now),
    lastMessage: conditions.last_message && spanOf(conditions.last_message, now),
    wroteLast: conditions.last_from && (conditions.last_from === 'us' ? 'out' : 'in'),
    sla: conditions.sla,
    promisedBefore: conditions.promise && promisedBefore(conditions.promise, now),
    escalated: conditions.escalated,
    snoozed: conditions.snoozed ?? 'no',
    followedBy: conditions.followed && actor.id,
  };
  return wanted.topicIds?.length === 0 || wanted.teamIds?.length === 0 || wanted.requesterIds?.length === 0 ? null : wanted;
}

async function findFewest({ db }: Tools, workspaceId: number, wanted: Wanted): Promise<number[] | undefined> {
  const few = await Promise.all([
    ...(wanted.fields ?? []).map((field) => findFewTickets(db, workspaceId, field)),
    ...(wanted.topicIds ? [findFewWithTopic(db, workspaceId, wanted.topicIds, fewEnough)] : []),
    ...(wanted.requesterIds ? [findFewOfRequesters(db, workspaceId, wanted.requesterIds)] : []),
    ...(wanted.tags ? [findFewWithTag(db, workspaceId, wanted.folder, wanted.tags)] : []),
    ...(wanted.words ? [findFewWithWords(db, workspaceId, wanted.words)] : []),
    ...(wanted.followedBy ? [findFewFollowed(db, workspaceId, wanted.followedBy)] : []),
    ...(wanted.sla ? [findFewBySla(db, workspaceId, wanted.sla)] : []),
    ...(wanted.promisedBefore === undefined ? [] : [findFewPromised(db, workspaceId, wanted.promisedBefore)]),
    ...(wanted.escalated ? [findFewEscalated(db, workspaceId)] : []),
    ...(wanted.snoozed === 'only' ? [findFewSnoozed(db, workspaceId)] : []),
  ]);
  return few.filter((ids) => ids !== null).toSorted((one, other) => one.length - other.length)[0];
}

/** A stored field may be gone by now, or be a brand's that this reader does not see: then nothing fits. */
function storedFields(read: () => FieldFilter[]): FieldFilter[] | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_input') return null;
    throw error;
  }
}

/** Those of the reader, of the view and of fields that only one brand has. */
function brandsFor({ scope }: ViewReader, named: readonly number[] | undefined, fields: readonly FieldFilter[]): 'all' | number[] {
  const sets = [...(scope.brands === 'all' ? [] : [scope.brands]), ...(named ? [named] : []), ...fields.flatMap(({ brandId }) => (brandId === null ? [] : [[brandId]]))];
  if (sets.length === 0) return 'all';
  return [...new Set(sets[0])].filter((id) => sets.every((set) => set.includes(id)) && seesBrand(scope, id));
}

async function teamsFor({ db }: Pick<Context, 'db'>, { id, scope }: ViewReader, teams: NonNullable<Conditions['team']>): Promise<(number | null)[]> {
  const mine = teams.includes('mine') ? await findTeamsOf(db, scope.workspaceId, id) : [];
  return [...new Set([...mine, ...teams.flatMap((team) => (team === 'mine' ? [] : [team === 'none' ? null : team]))])];
}

async function requestersFor({ db }: Pick<Context, 'db'>, { scope }: ViewReader, { requester, organization }: Conditions, q: string): Promise<number[] | undefined> {
  const [persons, members, addressed] = await Promise.all([
    requester && Promise.all(requester.map((id) => findRowsOfPerson(db, scope.workspaceId, id))),
    organization && findCustomersOfOrganizations(db, scope.workspaceId, organization),
    q.includes('@') ? findCustomersByAddress(db, scope, q.toLowerCase()) : undefined,
  ]);
  const sets = [...(persons ? [persons.flat()] : []), ...(members ? [members] : []), ...(addressed ? [addressed] : [])];
  if (sets.length === 0) return undefined;
  return [...new Set(sets[0])].filter((id) => sets.every((set) => set.includes(id)));
}

const day = 86_400_000;
const promisedBefore = (promise: NonNullable<Conditions['promise']>, now: Date) => (promise === 'any' ? null : new Date(now.getTime() + (promise === 'overdue' ? 0 : day)));
const unit = { hours: 3_600_000, days: day };

/** The narrowest of all that is said about one moment. */
export function spanOf({ from, to, older_than: older, newer_than: newer }: When, now: Date): Span {
  const starts = [...(from ? [Date.parse(from)] : []), ...(newer ? [now.getTime() - newer.count * unit[newer.unit]] : [])];
  const ends = [...(to ? [Date.parse(to) + day] : []), ...(older ? [now.getTime() - older.count * unit[older.unit]] : [])];
  return { from: starts.length > 0 ? new Date(Math.max(...starts)) : null, to: ends.length > 0 ? new Date(Math.min(...ends)) : null };
}
