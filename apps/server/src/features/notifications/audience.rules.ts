import type { EventRow } from '../../platform/events/events.queries.ts';
import type { NotificationKind } from './kinds.ts';

/** What must be known of a ticket to say who hears of what happened on it: as it is now, not as it was then. */
export type TicketFacts = {
  id: number;
  brand_id: number;
  folder: 'inbox' | 'spam' | 'trash';
  status: string;
  assignee_id: number | null;
  team_id: number | null;
  followers: readonly number[];
  /** Those of its team. */
  members: readonly number[];
  /** Those who lead its team; of a team without one, and of none, all who lead. */
  leads: readonly number[];
};

export type Happened = Pick<EventRow, 'type' | 'actor_type' | 'actor_id' | 'message_id' | 'data'>;

/** Kinds from the most to the least telling: one event is told to each agent once. */
const telling: readonly NotificationKind[] = ['asked', 'handed_back', 'escalated', 'mentioned', 'approval_asked', 'approval_answered', 'assigned', 'promise_broken', 'sla_breached', 'promise_due', 'sla_warning', 'promise_answered', 'low_score', 'failed', 'woken', 'answered', 'colleague', 'new_in_team'];

type Told = [NotificationKind, readonly (number | null)[]];

/**
 * Who hears of an event, and as what. Nobody hears of what they did themselves, nor of what is spam or thrown away; what has
 * gone on since (given to somebody else, taken by a colleague) is no news any more.
 * @param author who wrote the message that the event is about, where it matters
 */
export function audienceOf(event: Happened, ticket: TicketFacts, author: number | null): Map<number, NotificationKind> {
  const found = new Map<number, NotificationKind>();
  if (ticket.folder !== 'inbox') return found;
  const self = event.actor_type === 'agent' ? event.actor_id : null;
  const told = tellers[event.type as string]?.(event, ticket, author) ?? [];
  for (const kind of telling)
    for (const [as, agents] of told) {
      if (as !== kind) continue;
      for (const agent of agents) if (agent !== null && agent !== self && !found.has(agent)) found.set(agent, kind);
    }
  return found;
}

/** Of a low score, the first time. */
const opensFollowUp = (data: Happened['data']) => 'lead' in data;

/** A promise that nobody keeps by name, or a promised time: whether the ticket has an assignee is known later. */
const isNobodys = ({ type, data }: Happened) => type.startsWith('sla.') || (type.startsWith('commitment.') && idOf(data['owner']) === null);

/** Whether the team's leads or members, or the message's author, will be asked for. */
export function needsLeads({ type, data }: Happened): boolean {
  return type === 'commitment.broken' || type === 'sla.breached' || (opensFollowUp(data) && idOf(data['lead']) === null);
}

export function needsMembers(event: Happened): boolean {
  return isNobodys(event) || event.type === 'ticket.created' || (event.type === 'ticket.updated' && ('team' in changesOf(event) || 'assignee' in changesOf(event)));
}

export function needsAuthor(event: Happened): boolean {
  return event.type === 'message.failed' || event.type === 'message.bounced';
}

const tellers: Record<string, (event: Happened, ticket: TicketFacts, author: number | null) => Told[]> = {
  'ticket.created': ({ data }, ticket) => {
    const given = idOf(data['assignee']);
    return given !== null && given === ticket.assignee_id ? [['assigned', [given]]] : waiting(ticket);
  },
  'ticket.updated': (event, ticket) => {
    // An escalation tells it itself.
    if (event.data['escalation'] !== undefined) return [];
    const { assignee, team } = changesOf(event);
    const given = idOf(assignee?.to);
    if (given !== null) return given === ticket.assignee_id ? [['assigned', [given]]] : [];
    return (team && idOf(team.to) === ticket.team_id) || assignee ? waiting(ticket) : [];
  },
  'message.added': ({ actor_type, data }, ticket) => {
    const concerned = [ticket.assignee_id, ...ticket.followers];
    if (data['direction'] === 'in') return data['automatic'] === undefined ? [['answered', concerned]] : [];
    if (actor_type !== 'agent') return [];
    return [['mentioned', idsOf(data['mentions'])], ['colleague', concerned]];
  },
  'message.failed': (_event, ticket, author) => [['failed', [ticket.assignee_id, author]]],
  'message.bounced': ({ data }, ticket, author) => (data['permanent'] === true ? [['failed', [ticket.assignee_id, author]]] : []),
  'commitment.due_soon': (event, ticket) => [['promise_due', keepers(event, ticket)]],
  'commitment.broken': (event, ticket) => [['promise_broken', [...keepers(event, ticket), ticket.assignee_id, ...ticket.leads]]],
  'commitment.agreed': (event, ticket) => [['promise_answered', keepers(event, ticket)]],
  'commitment.proposed': (event, ticket) => [['promise_answered', keepers(event, ticket)]],
  'sla.warning': (event, ticket) => (isOver(ticket) ? [] : [['sla_warning', keepers(event, ticket)]]),
  'sla.breached': (event, ticket) => (isOver(ticket) ? [] : [['sla_breached', [...keepers(event, ticket), ...ticket.leads]]]),
  'escalation.made': ({ data }) => [['escalated', idsOf(data['tell'])]],
  'escalation.updated': ({ data }) => [['escalated', idsOf(data['tell'])]],
  'escalation.handed_back': ({ data }) => [['handed_back', idsOf(data['tell'])]],
  'escalation.withdrawn': ({ data }) => [['handed_back', idsOf(data['tell'])]],
  'swarm.asked': ({ data }) => [['asked', idsOf(data['tell'])]],
  'approval.asked': ({ data }) => [['approval_asked', idsOf(data['approvers'])]],
  // The first yes of two is no answer yet.
  'approval.answered': ({ data }) => (data['state'] === 'waiting' ? [] : [['approval_answered', [idOf(data['requester'])]]]),
  'approval.expired': ({ data }) => [['approval_answered', [idOf(data['requester'])]]],
  'survey.answered': lowScore,
  'survey.changed': lowScore,
  // Time that ran out; when somebody wrote, that is told instead.
  'ticket.woken': ({ data }, ticket) => (data['reason'] === 'time' ? [['woken', [ticket.assignee_id, idOf(data['snoozed_by'])]]] : []),
};

function lowScore({ data }: Happened, ticket: TicketFacts): Told[] {
  const lead = idOf(data['lead']);
  return opensFollowUp(data) ? [['low_score', lead === null ? ticket.leads : [lead]]] : [];
}

/** Who keeps a promise or a promised time: its owner, else who has the ticket, else the team. */
function keepers({ data }: Happened, ticket: TicketFacts): (number | null)[] {
  const owner = idOf(data['owner']) ?? ticket.assignee_id;
  return owner === null ? [...ticket.members] : [owner];
}

const isOver = ({ status }: TicketFacts) => status === 'solved' || status === 'closed';
const atWork = new Set(['new', 'open']);

function waiting(ticket: TicketFacts): Told[] {
  return ticket.assignee_id === null && atWork.has(ticket.status) ? [['new_in_team', ticket.members]] : [];
}

function changesOf({ data }: Happened): Record<string, { from?: unknown; to?: unknown } | undefined> {
  const { changes } = data;
  return typeof changes === 'object' && changes !== null ? (changes as Record<string, { to?: unknown }>) : {}; // as update-ticket writes them
}

const idOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const idsOf = (value: unknown): number[] => (Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : []);
