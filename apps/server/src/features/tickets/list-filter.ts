import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { findRowsOfPerson } from '../customers/index.ts';
import { findFewTickets, readFieldFilters, type FieldFilter } from '../custom-fields/index.ts';
import { findFewWithTopic, findTopicsBelow } from '../wrap-up-topics/index.ts';
import { findCustomersByAddress, type TicketFilter } from './ticket-list.queries.ts';
import { findTeamsOf } from './mentioned.queries.ts';
import type { TicketListQuery } from './tickets.schemas.ts';

/** More by their keys take longer than an index in the order of the list. */
const fewEnough = 1_000;

/** What a list was asked for, as its query takes it. @throws Problem invalid_input for `field` */
export async function toFilter(context: Pick<Context, 'db' | 'customFields'>, actor: AgentActor, query: TicketListQuery): Promise<TicketFilter> {
  const { db } = context;
  const fields = query.field && readFieldFilters(actor.scope, await context.customFields.of(actor.scope.workspaceId), query.field);
  const q = query.q ?? '';
  const ofAddress = q.includes('@') ? await findCustomersByAddress(db, actor.scope, q.toLowerCase()) : undefined;
  const ofPerson = query.requester === undefined ? undefined : await findRowsOfPerson(db, actor.scope.workspaceId, query.requester);
  const topic = await withTopic(db, actor.scope, query.topic);
  const ofFields = fields && (await withFields(db, actor.scope.workspaceId, fields, query.brand));
  return {
    folder: query.folder,
    statuses: query.status,
    brandId: query.brand,
    teamId: query.team === 'none' ? null : query.team === 'mine' ? undefined : query.team,
    teamIds: query.team === 'mine' ? await findTeamsOf(db, actor.scope.workspaceId, actor.id) : undefined,
    snoozed: query.snoozed,
    assigneeId: query.assignee === 'me' ? actor.id : query.assignee === 'none' ? null : query.assignee,
    requesterIds: ofAddress && ofPerson ? ofAddress.filter((id) => ofPerson.includes(id)) : (ofAddress ?? ofPerson),
    tag: query.tag,
    ...topic,
    ...ofFields,
    ticketIds: ofFields?.ticketIds ?? topic.ticketIds,
    words: wordsOf(q),
  };
}

/** A rare topic names the tickets; one that the actor does not see has none. */
async function withTopic(db: Queryable, scope: AgentActor['scope'], topic: number | undefined): Promise<Partial<TicketFilter>> {
  if (topic === undefined) return {};
  const topicIds = await findTopicsBelow(db, scope, [topic]);
  const ticketIds = await findFewWithTopic(db, scope.workspaceId, topicIds, fewEnough);
  return { topicIds, ...(ticketIds && { ticketIds }) };
}

/** The words that a subject has to hold; an address is looked for among the customers. */
export function wordsOf(q: string): string[] | undefined {
  if (q === '' || q.includes('@')) return undefined;
  return /^#?\d{1,15}$/.test(q) ? [q.replace('#', '')] : q.split(/\s+/).slice(0, 10);
}

/** What a list needs to filter by custom fields: a brand's own field narrows to that brand, and the rarest value may name the tickets. */
export async function withFields(db: Queryable, workspaceId: number, fields: FieldFilter[], brand: number | undefined): Promise<Partial<TicketFilter>> {
  const few = (await Promise.all(fields.map((field) => findFewTickets(db, workspaceId, field)))).filter((ids) => ids !== null);
  const ticketIds = few.toSorted((one, other) => one.length - other.length)[0];
  const own = fields.flatMap(({ brandId }) => brandId ?? []);
  const brands = new Set([...own, ...(brand === undefined ? [] : [brand])]);
  return { fields, ticketIds: brands.size > 1 ? [] : ticketIds, ...(brands.size === 1 && { brandId: [...brands][0] }) };
}
