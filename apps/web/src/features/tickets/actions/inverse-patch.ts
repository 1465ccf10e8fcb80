import { givesAway } from '../macros/pending-changes.ts';
import type { Ticket, TicketPatch } from '../store/types.ts';

/** The patch that puts back what `patch` changes; an escalation is withdrawn by itself. Tags only added or removed stay so, so that a colleague's tags survive. */
export function inversePatch(ticket: Ticket, patch: TicketPatch): TicketPatch {
  const back: TicketPatch = {};
  if (patch.subject !== undefined) back.subject = ticket.subject;
  // Nothing becomes new again: its first step back is open.
  if (patch.status !== undefined) back.status = ticket.status === 'new' ? 'open' : ticket.status;
  if (patch.priority !== undefined) back.priority = ticket.priority;
  if (patch.kind !== undefined) back.kind = ticket.kind;
  if (patch.folder !== undefined) back.folder = ticket.folder;
  if (patch.brand !== undefined) {
    back.brand = ticket.brand.id;
    if (ticket.inbox) back.inbox = ticket.inbox.id;
    // Neither its team nor whoever has it need have gone along.
    if (ticket.team) back.team = ticket.team.id;
    if (ticket.assignee) back.assignee = ticket.assignee.id;
  } else if (patch.inbox !== undefined && ticket.inbox) back.inbox = ticket.inbox.id;
  const { team, assignee } = placeOf({ ...patch, escalate: undefined });
  if (team !== undefined) back.team = ticket.team?.id ?? null;
  if (assignee !== undefined) back.assignee = ticket.assignee?.id ?? null;
  if (patch.language !== undefined) back.language = ticket.language;
  if (patch.snoozed_until !== undefined) back.snoozed_until = ticket.snoozed_until;
  if (patch.tags) back.tags = ticket.tags;
  if (patch.fields) back.fields = Object.fromEntries(Object.keys(patch.fields).map((key) => [key, ticket.fields?.[key] ?? null]));
  const added = patch.add_tags?.filter((tag) => !ticket.tags.includes(tag)) ?? [];
  const removed = patch.remove_tags?.filter((tag) => ticket.tags.includes(tag)) ?? [];
  if (added.length > 0) back.remove_tags = added;
  if (removed.length > 0) back.add_tags = removed;
  return back;
}

/** Whether a step back would do anything, or say what stays: an inbox where there was none cannot be taken away again. */
export const hasWayBack = (ticket: Ticket, patch: TicketPatch): boolean => staysDone(patch) || patch.escalate !== undefined || Object.keys(inversePatch(ticket, patch)).length > 0;

/** What was said stays, whatever is put back: to colleagues, to the customer, or to another program. */
export const staysDone = ({ note, promise, webhook }: TicketPatch): boolean => (note ?? promise ?? webhook) !== undefined;

/** Whose it becomes: handed to a team anew, or escalated to one, it is nobody's there. */
export function placeOf({ route, team, assignee, escalate }: TicketPatch): Pick<TicketPatch, 'team' | 'assignee'> {
  if (route !== undefined) return { team: route, assignee: null };
  if (!escalate || 'lead' in escalate.to) return { team, assignee };
  if ('agent' in escalate.to) return { team, assignee: escalate.to.agent };
  return { team: 'team' in escalate.to ? escalate.to.team : team, assignee: null };
}

/** All that it does to how the ticket looks: an escalation, and what that takes up again, as the fields that it sets. */
export function outcomeOf(ticket: Ticket, { escalate, route, ...patch }: TicketPatch): TicketPatch {
  const takenUp = givesAway({ escalate }) && (ticket.status === 'pending' || ticket.status === 'on_hold') && patch.status === undefined;
  return { ...patch, ...placeOf({ ...patch, escalate, route }), ...(takenUp && { status: 'open' }) };
}

/** Names for the ids that a patch carries, so that the screen can show it before the server has answered. */
export interface Names {
  agent(id: number): string;
  team(id: number): string;
}

/** What the ticket will look like. Unread and times stay as they are: they are the server's to say. */
export function applyPatch<T extends Ticket>(ticket: T, whole: TicketPatch, names: Names): T {
  const patch = outcomeOf(ticket, whole);
  const next = { ...ticket };
  if (patch.subject !== undefined) next.subject = patch.subject;
  if (patch.status !== undefined) next.status = patch.status;
  if (patch.priority !== undefined) next.priority = patch.priority;
  if (patch.kind !== undefined) next.kind = patch.kind;
  if (patch.folder !== undefined) next.folder = patch.folder;
  if (patch.language !== undefined) next.language = patch.language;
  if (patch.snoozed_until !== undefined) next.snoozed_until = patch.snoozed_until;
  // What is done does not come back by itself.
  if (patch.status === 'solved' || patch.status === 'closed') next.snoozed_until = null;
  const { team, assignee } = patch;
  if (team !== undefined) next.team = team === null ? null : { id: team, name: names.team(team) };
  if (assignee !== undefined) next.assignee = assignee === null ? null : { id: assignee, name: names.agent(assignee) };
  if (patch.fields) next.fields = Object.fromEntries(Object.entries({ ...ticket.fields, ...patch.fields }).filter((entry): entry is [string, string | number | boolean] => entry[1] !== null));
  const tags = new Set(patch.tags ?? ticket.tags);
  for (const tag of patch.add_tags ?? []) tags.add(tag);
  for (const tag of patch.remove_tags ?? []) tags.delete(tag);
  next.tags = [...tags];
  return next;
}
