import type { MessageKey, MessageValues } from '@ombud/i18n';
import { escalationLine } from '../escalation/escalation-line.ts';
import type { Message, TimelineEvent } from '../store/types.ts';

export interface EventNames {
  agent(id: number): string;
  team(id: number): string;
  brand(id: number): string;
  /** A word of the closed lists in the reader's language */
  status(code: string): string;
  priority(code: string): string;
  kind(code: string): string;
  /** "Automation ‘Remind after 3 days’" */
  automation(name: string): string;
  language(code: string): string;
  /** What was promised: first reply, resolution… */
  promised(kind: string): string;
  list(values: string[]): string;
  /** Day and time of a moment */
  moment(at: string): string;
  /** Of a custom field, by its key */
  field(key: string): string;
  /** The path of an option, or Yes and No of a box */
  fieldValue(key: string, value: string | boolean): string;
}

export interface EventLine {
  key: MessageKey;
  values: MessageValues;
  tone?: 'failed';
}

/** Told by the message itself, or of no use to a reader. */
const silent = new Set(['message.added', 'message.queued', 'message.sent', 'message.cancelled', 'message.failed']);

interface Change {
  from: unknown;
  to: unknown;
  /** Of tags */
  added: unknown;
  removed: unknown;
}

/** What happened, as sentences for the thread: one for each thing that changed. An unknown event says nothing. */
export function eventLines(event: TimelineEvent, names: EventNames): EventLine[] {
  if (event.type === 'message.cancelled' && event.data['reason'] === 'answered') return [{ key: event.data['side'] === undefined ? 'sending.event.stopped' : 'sending.later.stoppedAside', values: {} }];
  if (silent.has(event.type)) return [];
  const automated = event.actor.type === 'system' && event.data['automation'] !== undefined;
  const who = automated ? names.automation(event.actor.name) : event.actor.type === 'system' ? '' : event.actor.name;
  const by = { who, by: automated ? 'automation' : event.actor.type };
  switch (event.type) {
    case 'ticket.created':
      return event.actor.type === 'agent' ? [{ key: 'tickets.event.created', values: by }] : [];
    case 'ticket.updated':
      return changeLines(event, by, names);
    case 'ticket.linked':
      return [{ key: linkKey(event.data['kind']), values: { ...by, number: otherTicket(event.data) } }];
    case 'ticket.unlinked':
      return [{ key: 'tickets.event.unlinked', values: { ...by, number: otherTicket(event.data) } }];
    case 'ticket.merged':
      return [{ key: 'tickets.event.merged', values: { ...by, number: `#${event.ticket}`, into: `#${String(event.data['into'])}` } }];
    case 'ticket.unmerged':
      return [{ key: 'tickets.event.unmerged', values: { ...by, from: `#${String(event.data['from'])}` } }];
    case 'ticket.wrapped_up':
      return [{ key: event.data['version'] === 1 ? 'wrapup.event.written' : 'wrapup.event.corrected', values: by }];
    case 'ticket.snoozed':
      return [event.data['until'] === 'reply' ? { key: 'work.event.snoozedReply', values: by } : { key: 'work.event.snoozed', values: { ...by, time: names.moment(String(event.data['until'])) } }];
    case 'ticket.woken':
      return wokenLines(event, by);
    case 'sla.breached':
      return [{ key: 'sla.event.breached', values: { kind: names.promised(String(event.data['kind'])) }, tone: 'failed' }];
    case 'task.updated':
      return taskLines(event, by);
    case 'commitment.moved':
      return [{ key: 'commitments.event.moved', values: { ...by, time: names.moment(String(event.data['to'])) } }];
    case 'commitment.kept':
      return [{ key: event.data['late'] === true ? 'commitments.event.keptLate' : 'commitments.event.kept', values: by }];
    case 'commitment.broken':
      return [{ key: 'commitments.event.broken', values: by, tone: 'failed' }];
    case 'commitment.made':
    case 'commitment.withdrawn':
    case 'commitment.reopened':
    case 'commitment.agreed':
    case 'commitment.proposed':
    case 'commitment.declined':
      return [{ key: `commitments.event.${event.type.slice('commitment.'.length) as 'made' | 'withdrawn' | 'reopened' | 'agreed' | 'proposed' | 'declined'}`, values: by }]; // what stands behind the point
    case 'survey.answered':
    case 'survey.changed':
      return [{ key: event.type === 'survey.answered' ? 'satisfaction.event.answered' : 'satisfaction.event.changed', values: { score: Number(event.data['score']) }, ...(event.data['low'] === true && { tone: 'failed' as const }) }];
    case 'automation.ran':
      // What was done says itself what it was.
      return event.data['outcome'] === 'done' ? [] : [{ key: event.data['outcome'] === 'stopped' ? 'automations.event.stopped' : 'automations.event.refused', values: by, tone: 'failed' }];
    case 'participant.added':
      return [{ key: event.data['confirmed'] === false ? 'tickets.event.participantUnconfirmed' : 'tickets.event.participantAdded', values: by }];
    case 'participant.confirmed':
      return [{ key: 'tickets.event.participantConfirmed', values: by }];
    case 'participant.removed':
      return [{ key: 'tickets.event.participantRemoved', values: by }];
    case 'step.done':
    case 'step.undone':
      return [{ key: event.type === 'step.done' ? 'playbooks.event.done' : 'playbooks.event.undone', values: { ...by, step: event.steps?.[0] ?? '' } }];
    case 'steps.overridden':
      return [{ key: 'playbooks.event.overridden', values: { ...by, steps: names.list(event.steps ?? []), count: event.steps?.length ?? 0, reason: event.reason ?? '' } }];
    case 'escalation.made':
    case 'escalation.handed_back':
    case 'escalation.withdrawn':
    case 'escalation.ended':
    case 'swarm.asked':
    case 'swarm.closed':
    case 'swarm.reopened':
      return [escalationLine(event, by, names)];
    case 'approval.asked':
    case 'approval.expired':
    case 'approval.withdrawn':
      return [{ key: `approvals.event.${event.type.slice('approval.'.length) as 'asked' | 'expired' | 'withdrawn'}`, values: by }]; // what stands behind the point
    case 'approval.answered':
      return [event.data['approved'] !== true ? { key: 'approvals.event.no', values: by } : event.data['problem'] === undefined ? { key: 'approvals.event.yes', values: by } : { key: 'approvals.event.problem', values: by, tone: 'failed' }];
    case 'side.updated':
      return sideLine(event.data, by);
    case 'message.bounced':
      return [{ key: 'tickets.event.bounced', values: {}, tone: 'failed' }];
    case 'message.delayed':
      return [{ key: 'tickets.event.delayed', values: {}, tone: 'failed' }];
    default:
      return [];
  }
}

/** What a message did to the status; null for one that did nothing, was taken back, or was a new ticket's first answer. */
export function statusLine({ author, delivery, status_change: change }: Message, names: Pick<EventNames, 'status'>): EventLine | null {
  if (!change || delivery?.status === 'cancelled') return null;
  if (change.from === 'new' && change.to === 'open') return null;
  if (author.type !== 'agent') return { key: 'tickets.event.reopened', values: { who: author.name } };
  return { key: 'tickets.event.status', values: { who: author.name, by: author.type, to: names.status(change.to) } };
}

function sideLine(data: Record<string, unknown>, by: { who: string; by: string }): EventLine[] {
  if (typeof data['confirmed'] === 'number') return [{ key: 'sending.event.sideConfirmed', values: by }];
  const done = (data['changes'] as { done?: { to?: unknown } } | undefined)?.done?.to; // as side-conversations writes it
  return typeof done === 'boolean' ? [{ key: done ? 'sending.event.sideDone' : 'sending.event.sideReopened', values: by }] : [];
}

/** That it is done says the status. */
function wokenLines(event: TimelineEvent, by: { who: string; by: string }): EventLine[] {
  const reason = String(event.data['reason']);
  if (reason === 'solved') return [];
  // Who answered aside is no customer, and named by what they wrote.
  const who = event.actor.name;
  if (reason === 'message' && event.actor.type === 'system') return [{ key: 'work.event.woken', values: { ...by, who, reason: who === '' ? 'unnamed' : 'aside' } }];
  return [{ key: 'work.event.woken', values: { ...by, reason } }];
}

/** Of a task only that it was done, or is not after all: the rest stands in the list. */
function taskLines(event: TimelineEvent, by: { who: string; by: string }): EventLine[] {
  const { done } = (event.data['changes'] ?? {}) as { done?: { to?: unknown } }; // as update-task writes it
  if (!done) return [];
  return [{ key: done.to === true ? 'work.event.taskDone' : 'work.event.taskReopened', values: by }];
}

function linkKey(kind: unknown): MessageKey {
  if (kind === 'claims_to_continue') return 'tickets.event.claimsToContinue';
  if (kind === 'split') return 'tickets.event.split';
  return kind === 'continued_by' ? 'tickets.event.continuedBy' : 'tickets.event.linked';
}

function otherTicket(data: Record<string, unknown>): string {
  return typeof data['other'] === 'number' ? `#${data['other']}` : '';
}

function changeLines(event: TimelineEvent, by: { who: string; by: string }, names: EventNames): EventLine[] {
  const changes = (event.data['changes'] ?? {}) as Record<string, Partial<Change> | undefined>; // as update-ticket writes it
  const lines: EventLine[] = [];
  const change = (field: string) => changes[field];
  const folder = change('folder');
  if (folder) lines.push({ key: folder.to === 'spam' ? 'tickets.event.spam' : folder.to === 'trash' ? 'tickets.event.trash' : 'tickets.event.restored', values: by });
  const status = change('status');
  if (status) lines.push({ key: 'tickets.event.status', values: { ...by, to: names.status(String(status.to)) } });
  const assignee = change('assignee');
  if (assignee) lines.push(assigneeLine(event, assignee.to, by, names));
  const team = change('team');
  if (team) lines.push(typeof team.to === 'number' ? { key: isRouted(event) ? 'routing.event.overflow' : 'tickets.event.team', values: { ...by, to: names.team(team.to) } } : { key: 'tickets.event.noTeam', values: by });
  const priority = change('priority');
  if (priority) lines.push({ key: 'tickets.event.priority', values: { ...by, to: names.priority(String(priority.to)) } });
  const kind = change('kind');
  if (kind) lines.push({ key: 'tickets.event.kind', values: { ...by, to: names.kind(String(kind.to)) } });
  const brand = change('brand');
  if (brand) lines.push(typeof brand.to === 'number' ? { key: 'tickets.event.brand', values: { ...by, to: names.brand(brand.to) } } : { key: 'tickets.event.brand', values: { ...by, to: '' } });
  else if (change('inbox')) lines.push({ key: 'tickets.event.inbox', values: by });
  if (change('subject')) lines.push({ key: 'tickets.event.subject', values: by });
  const language = change('language');
  if (language && typeof language.to === 'string') lines.push({ key: 'tickets.event.language', values: { ...by, to: names.language(language.to) } });
  if (change('skills')) lines.push({ key: 'routing.event.skills', values: by });
  lines.push(...fieldLines(changes['fields'], by, names));
  const tags = change('tags');
  if (tags) lines.push(...tagLines(tags, by, names));
  return lines;
}

/** Options and ticks are told by name; of texts, numbers and dates an event says only that they changed. */
function fieldLines(changes: unknown, by: { who: string; by: string }, names: EventNames): EventLine[] {
  return Object.entries((changes ?? {}) as Record<string, { to?: unknown }>).map(([key, { to }]): EventLine => { // as update-ticket writes it
    const values = { ...by, field: names.field(key) };
    if (to === null) return { key: 'tickets.event.fieldCleared', values };
    if (typeof to === 'string' || typeof to === 'boolean') return { key: 'tickets.event.fieldSet', values: { ...values, to: names.fieldValue(key, to) } };
    return { key: 'tickets.event.fieldChanged', values };
  });
}

/** Nobody did it: the team's tickets are handed out. */
function isRouted({ data }: TimelineEvent): boolean {
  return data['routing'] !== undefined;
}

/** It was offered to them, and they said yes. */
function isOffered({ data }: TimelineEvent): boolean {
  const { routing } = data;
  return typeof routing === 'object' && routing !== null && 'offer' in routing;
}

function assigneeLine(event: TimelineEvent, to: unknown, by: { who: string; by: string }, names: EventNames): EventLine {
  if (typeof to !== 'number') return { key: 'tickets.event.unassigned', values: by };
  if (isOffered(event)) return { key: 'routing.event.accepted', values: { to: names.agent(to) } };
  if (isRouted(event)) return { key: 'routing.event.handed', values: { to: names.agent(to) } };
  if (to === event.actor.id && event.actor.type === 'agent') return { key: 'tickets.event.taken', values: by };
  return { key: 'tickets.event.assigned', values: { ...by, to: names.agent(to) } };
}

function tagLines(change: Partial<Change>, by: { who: string; by: string }, names: EventNames): EventLine[] {
  const added = Array.isArray(change.added) ? change.added.map(String) : [];
  const removed = Array.isArray(change.removed) ? change.removed.map(String) : [];
  return [
    ...(added.length > 0 ? [{ key: 'tickets.event.tagsAdded' as const, values: { ...by, tags: names.list(added), count: added.length } }] : []),
    ...(removed.length > 0 ? [{ key: 'tickets.event.tagsRemoved' as const, values: { ...by, tags: names.list(removed), count: removed.length } }] : []),
  ];
}

/** Why a new ticket was somebody's from the beginning. */
export function givenLine({ given_to: given }: Message, names: Pick<EventNames, 'agent'>): EventLine | null {
  return given ? { key: given.reason === 'account_agent' ? 'base.event.agent' : 'base.event.deputy', values: { to: names.agent(given.agent) } } : null;
}
