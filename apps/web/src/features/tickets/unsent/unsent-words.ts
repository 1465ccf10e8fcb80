import { say } from '../../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../../lib/problem.ts';
import { placeOf } from '../actions/inverse-patch.ts';
import { plainText } from '../macros/plain-text.ts';
import { eventLines, type EventLine, type EventNames } from '../thread/event-words.ts';
import type { TicketPatch, TimelineEvent } from '../store/types.ts';
import type { Refusal, Unsent } from './send-once.ts';

/** What a change will do, in the words of the thread. */
export function changeWords(action: Unsent, names: EventNames): EventLine[] {
  if (action.kind !== 'change' && action.kind !== 'message') return [];
  const patch = action.kind === 'change' ? action.body : { ...action.body.changes, status: action.body.status };
  const event: TimelineEvent = { type: 'ticket.updated', id: 0, ticket: action.ticket, actor: { type: 'system', id: null, name: '' }, data: { changes: changesOf(patch) }, created_at: new Date(action.madeAt).toISOString() };
  return eventLines(event, names);
}

function changesOf({ add_tags, remove_tags, tags, fields, macros: _, route, note: _note, promise: _promise, escalate, webhook: _webhook, ...rest }: TicketPatch): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [key, to] of Object.entries({ ...rest, ...placeOf({ ...rest, route, escalate }) })) if (to !== undefined) changes[key] = { to };
  const added = [...(tags ?? []), ...(add_tags ?? [])];
  if (added.length > 0 || remove_tags?.length) changes['tags'] = { added, removed: remove_tags ?? [] };
  if (fields) changes['fields'] = Object.fromEntries(Object.entries(fields).map(([key, to]) => [key, typeof to === 'number' ? {} : { to }]));
  return changes;
}

export function reasonOf({ code, reference, steps = [] }: Refusal): string {
  if (steps.length > 0) return say('playbooks.bulk', { steps: steps.join('; ') });
  return code === 'unsure' ? say('around.unsent.unsure') : problemText(new ApiProblem({ code, status: 0, reference }));
}

/** What it is done to: the ticket's number, or what a new one is about. */
export function nameOfAction({ kind, ticket, subject }: Unsent): string {
  return kind === 'ticket' ? `“${subject}”` : `#${ticket}`;
}

/** The text of a message, without its markup. */
export function textOf(action: Unsent): string {
  if (action.kind !== 'message' && action.kind !== 'ticket') return '';
  if (action.body.text !== undefined) return action.body.text;
  return plainText(action.body.html ?? '');
}
