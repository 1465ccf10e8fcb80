import type { Context } from '../../context.ts';
import { readFeed, type EventRow } from '../../platform/events/events.queries.ts';
import { leaseFollowing, saveFollowed } from '../../platform/events/progress.queries.ts';
import { audienceOf, needsAuthor, needsLeads, needsMembers } from './audience.rules.ts';
import { beginFollowing, insertNotifications, progress, readAuthors, readListeners, readTicketFacts, type Listener, type NewNotification } from './follow.queries.ts';
import type { NotificationKind } from './kinds.ts';
import { reach } from './reach.rules.ts';

type Tools = Pick<Context, 'db' | 'clock'>;

const eventsAtOnce = 200;
/** Taken anew by each step, which is short: after a crash nobody waits longer for what was theirs. */
const leaseSeconds = 10;
/** What is older when it is read (imported mail, a program that stood still) is no news. */
const newsFor = 24 * 3_600_000;
/** An installation that learns of notifications begins with what has just happened. */
const beginsWith = 10 * 60_000;
/** So many new tickets of a team say that there is work, and so many late ones of others that it is too much; more would say nothing new. */
export const mostWaiting = 25;

export type Step = { more: boolean; made: number };

/** One step for one workspace: some events of its feed become notifications, and the position moves, in one transaction. */
export async function followStep(tools: Tools, workspaceId: number, lease: string): Promise<Step> {
  const { db, clock } = tools;
  const now = clock.now();
  let position = await leaseFollowing(db, progress, workspaceId, lease, leaseSeconds);
  if (!position) {
    await beginFollowing(db, workspaceId, new Date(now.getTime() - beginsWith));
    position = await leaseFollowing(db, progress, workspaceId, lease, leaseSeconds);
    if (!position) return { more: false, made: 0 };
  }
  const events = await readFeed(db, { workspaceId, brands: 'all' }, position, eventsAtOnce);
  const last = events.at(-1);
  if (!last) return { more: false, made: 0 };
  const rows = await toNotifications(tools, workspaceId, events, now);
  const made = await db.transaction().execute(async (tx) => {
    if (!(await saveFollowed(tx, progress, workspaceId, lease, { xid: last.xid, id: last.id }))) return 0;
    return insertNotifications(tx, workspaceId, rows, now);
  });
  return { more: events.length === eventsAtOnce, made };
}

const mayBeNews = new Set<string>(['ticket.created', 'ticket.updated', 'message.added', 'message.failed', 'message.bounced', 'ticket.woken', 'commitment.due_soon', 'commitment.broken', 'commitment.agreed', 'commitment.proposed', 'sla.warning', 'sla.breached', 'survey.answered', 'survey.changed', 'escalation.made', 'escalation.updated', 'escalation.handed_back', 'escalation.withdrawn', 'swarm.asked', 'approval.asked', 'approval.answered', 'approval.expired']);

type News = EventRow & { ticket_id: number };

async function toNotifications({ db }: Tools, workspaceId: number, events: readonly EventRow[], now: Date): Promise<NewNotification[]> {
  const oldest = now.getTime() - newsFor;
  const news = events.filter((event): event is News => event.ticket_id !== null && mayBeNews.has(event.type) && event.created_at.getTime() > oldest);
  if (news.length === 0) return [];
  const ids = (some: readonly News[]) => [...new Set(some.map(({ ticket_id }) => ticket_id))];
  const tickets = await readTicketFacts(db, workspaceId, ids(news), ids(news.filter(needsMembers)), ids(news.filter(needsLeads)));
  const messages = news.filter(needsAuthor).flatMap(({ message_id }) => message_id ?? []);
  const authors = messages.length > 0 ? await readAuthors(db, workspaceId, messages) : new Map<number, number>();
  const told = news.flatMap((event) => {
    const ticket = tickets.get(event.ticket_id);
    if (!ticket) return [];
    return [...audienceOf(event, ticket, authors.get(event.message_id ?? 0) ?? null)].map(([agentId, kind]) => ({ event, kind, agentId, brandId: ticket.brand_id, own: ticket.assignee_id === agentId }));
  });
  if (told.length === 0) return [];
  const listeners = await readListeners(db, workspaceId, [...new Set(told.map(({ agentId }) => agentId))], mostWaiting);
  return told.flatMap(({ event, kind, agentId, brandId, own }) => {
    const listener = listeners.get(agentId);
    if (!listener || (listener.brands !== null && !listener.brands.includes(brandId))) return [];
    if (kind === 'new_in_team' && (listener.waiting += 1) > mostWaiting) return [];
    if ((kind === 'sla_warning' || kind === 'sla_breached') && !own && (listener.late += 1) > mostWaiting) return [];
    return toRow(event, kind, listener, now) ?? [];
  });
}

function toRow(event: News, kind: NotificationKind, listener: Listener, now: Date): NewNotification | null {
  const reached = reach(kind, listener, now);
  if (!reached) return null;
  return {
    agent_id: listener.id,
    event_id: event.id,
    kind,
    ticket_id: event.ticket_id,
    message_id: event.message_id,
    actor_type: event.actor_type,
    actor_id: event.actor_id,
    happened_at: event.created_at.toISOString(),
    ...reached,
  };
}
