import type { Ticket, TicketPatch } from '../store/types.ts';
import type { MacroActions, PendingChanges } from './types.ts';

type Value = NonNullable<PendingChanges['fields']>[string];

/** One thing that will be done, as a chip shows it. */
export type PendingPart =
  | { key: string; what: 'status'; to: NonNullable<PendingChanges['status']> }
  | { key: string; what: 'priority'; to: NonNullable<PendingChanges['priority']> }
  | { key: string; what: 'kind'; to: NonNullable<PendingChanges['kind']> }
  | { key: string; what: 'team' | 'assignee'; to: number | null }
  | { key: string; what: 'route'; to: number }
  | { key: string; what: 'note'; text: string }
  | { key: string; what: 'promise'; promise: NonNullable<PendingChanges['promise']> }
  | { key: string; what: 'escalate'; escalate: NonNullable<PendingChanges['escalate']> }
  | { key: string; what: 'webhook' }
  | { key: string; what: 'assignToUser' }
  | { key: string; what: 'addTag' | 'removeTag'; tag: string }
  | { key: string; what: 'field'; field: string; to: Value };

/** Each by itself, in the order in which it is read: what becomes of the ticket first. */
export function partsOf(changes: PendingChanges | MacroActions): PendingPart[] {
  const parts: PendingPart[] = [];
  const { status, priority, kind, team, assignee, route, note, promise, escalate, webhook, add_tags: add = [], remove_tags: remove = [], fields = {} } = changes;
  if (status !== undefined) parts.push({ key: 'status', what: 'status', to: status });
  if (assignee === 'me') parts.push({ key: 'assignee', what: 'assignToUser' });
  else if (assignee !== undefined) parts.push({ key: 'assignee', what: 'assignee', to: assignee });
  if (team !== undefined) parts.push({ key: 'team', what: 'team', to: team });
  if (route !== undefined) parts.push({ key: 'route', what: 'route', to: route });
  if (priority !== undefined) parts.push({ key: 'priority', what: 'priority', to: priority });
  if (kind !== undefined) parts.push({ key: 'kind', what: 'kind', to: kind });
  for (const tag of add) parts.push({ key: `add ${tag}`, what: 'addTag', tag });
  for (const tag of remove) parts.push({ key: `remove ${tag}`, what: 'removeTag', tag });
  for (const [field, to] of Object.entries(fields)) parts.push({ key: `field ${field}`, what: 'field', field, to });
  if (note !== undefined) parts.push({ key: 'note', what: 'note', text: note });
  if (promise) parts.push({ key: 'promise', what: 'promise', promise });
  if (escalate) parts.push({ key: 'escalate', what: 'escalate', escalate });
  if (webhook !== undefined) parts.push({ key: 'webhook', what: 'webhook' });
  return parts;
}

export function isNothing(changes: PendingChanges): boolean {
  return partsOf(changes).length === 0;
}

/** `me` becomes who uses it. */
export function actionsFor(actions: MacroActions, me: number): PendingChanges {
  const { assignee, ...rest } = actions;
  return { ...rest, ...(assignee !== undefined && { assignee: assignee === 'me' ? me : assignee }) };
}

/** What came later counts; tags of both are added and removed, the later macro's word being the last, and both notes are written. It is handed to a team anew, given to a team or to somebody, or escalated to them. */
export function addChanges(before: PendingChanges, later: PendingChanges): PendingChanges {
  const added = new Set([...(before.add_tags ?? []).filter((tag) => !later.remove_tags?.includes(tag)), ...(later.add_tags ?? [])]);
  const removed = new Set([...(before.remove_tags ?? []).filter((tag) => !later.add_tags?.includes(tag)), ...(later.remove_tags ?? [])]);
  const both = { ...before, ...later };
  if (later.route !== undefined) both.team = both.assignee = undefined;
  else if (later.team !== undefined || later.assignee !== undefined) both.route = undefined;
  if (givesAway(later)) both.route = both.team = both.assignee = undefined;
  else if (givesAway(before) && (later.route !== undefined || later.team !== undefined || later.assignee !== undefined)) both.escalate = later.escalate;
  if (before.note && later.note && before.note !== later.note) both.note = `${before.note}\n\n${later.note}`.slice(0, 5_000);
  return withoutEmpty({ ...both, add_tags: [...added], remove_tags: [...removed], fields: { ...before.fields, ...later.fields } });
}

/** A lead decides on a ticket that stays where it is; everybody else gets it. */
export const givesAway = ({ escalate }: Pick<PendingChanges, 'escalate'>): boolean => escalate !== undefined && !('lead' in escalate.to);

export function withoutPart(changes: PendingChanges, part: PendingPart): PendingChanges {
  switch (part.what) {
    case 'addTag':
      return withoutEmpty({ ...changes, add_tags: changes.add_tags?.filter((tag) => tag !== part.tag) });
    case 'removeTag':
      return withoutEmpty({ ...changes, remove_tags: changes.remove_tags?.filter((tag) => tag !== part.tag) });
    case 'field':
      return withoutEmpty({ ...changes, fields: Object.fromEntries(Object.entries(changes.fields ?? {}).filter(([key]) => key !== part.field)) });
    case 'assignToUser':
      return withoutEmpty({ ...changes, assignee: undefined });
    default:
      return withoutEmpty({ ...changes, [part.what]: undefined });
  }
}

/** Without what the ticket holds already. Its status, a note and a promise are done anew with each message. */
export function stillToDo(changes: PendingChanges, ticket: Ticket): PendingChanges {
  return partsOf(changes)
    .filter((part) => isHeld(part, ticket))
    .reduce((left, part) => withoutPart(left, part), changes);
}

function isHeld(part: PendingPart, ticket: Ticket): boolean {
  switch (part.what) {
    case 'priority':
      return ticket.priority === part.to;
    case 'kind':
      return ticket.kind === part.to;
    case 'team':
    case 'assignee':
      return (ticket[part.what]?.id ?? null) === part.to;
    case 'route':
      return ticket.team?.id === part.to;
    case 'addTag':
      return ticket.tags.includes(part.tag);
    case 'removeTag':
      return !ticket.tags.includes(part.tag);
    case 'field':
      return (ticket.fields?.[part.field] ?? null) === part.to;
    default:
      return false;
  }
}

function withoutEmpty({ add_tags: add, remove_tags: remove, fields, ...rest }: PendingChanges): PendingChanges {
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as PendingChanges), // some of the same entries
    ...(add && add.length > 0 && { add_tags: add }),
    ...(remove && remove.length > 0 && { remove_tags: remove }),
    ...(fields && Object.keys(fields).length > 0 && { fields }),
  };
}

/** What goes along with a message: the status has a place of its own there. Null when nothing does. */
export function changesToSend({ status: _, ...changes }: PendingChanges): Omit<PendingChanges, 'status'> | undefined {
  return isNothing(changes) ? undefined : changes;
}

/** All of it as a change of the ticket; null when there is nothing to change. */
export function patchOf(changes: PendingChanges): TicketPatch | null {
  return isNothing(changes) ? null : changes;
}
