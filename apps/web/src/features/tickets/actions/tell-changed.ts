import type { MessageKey } from '@ombud/i18n';
import { showToast } from '@ombud/ui';
import { say, sayable } from '../../../lib/i18n.ts';
import { ApiProblem, type FieldProblem } from '../../../lib/problem.ts';
import type { Ticket, TicketPatch } from '../store/types.ts';
import { placeOf, type Names } from './inverse-patch.ts';

const ofSeen = ['subject', 'status', 'priority', 'kind', 'folder', 'language'] as const;

/** What the agent had before them of the fields that a patch changes: nobody's change is overwritten unseen. */
export function seenOf(ticket: Ticket, patch: TicketPatch): TicketPatch['seen'] {
  const seen: NonNullable<TicketPatch['seen']> = {};
  for (const field of ofSeen) if (patch[field] !== undefined) Object.assign(seen, { [field]: ticket[field] });
  const { team, assignee } = placeOf(patch);
  if (team !== undefined) seen.team = ticket.team?.id ?? null;
  if (assignee !== undefined) seen.assignee = ticket.assignee?.id ?? null;
  if (patch.fields) seen.fields = Object.fromEntries(Object.keys(patch.fields).map((key) => [key, ticket.fields?.[key] ?? null]));
  return Object.keys(seen).length > 0 ? seen : undefined;
}

export function isOverwriting(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'conflict' && error.fields.some(({ changed }) => changed);
}

export interface ChangedWords extends Names {
  /** Of a custom field, by its key */
  field(key: string): string;
  fieldValue(key: string, value: string | number | boolean): string;
}

/** Says who changed it to what, and leaves the choice: theirs stays, or one's own is put in its place. */
export function tellChanged(number: number, refusal: ApiProblem, words: ChangedWords, useMine: () => void): void {
  const [first] = refusal.fields.filter(({ changed }) => changed);
  const changed = first?.changed;
  if (!first || !changed) return;
  showToast({
    id: `ticket-${number}`,
    title: say('work.changed.title', { number: `#${number}`, who: changed.by.name, by: changed.by.type, field: fieldWord(first, words), to: valueWord(first, changed.to, words) }),
    description: say('work.changed.text'),
    timeout: 0,
    action: { label: say('work.changed.mine'), run: useMine },
  });
}

function fieldWord({ field }: FieldProblem, words: ChangedWords): string {
  if (field.startsWith('fields.')) return words.field(field.slice('fields.'.length));
  const key = `work.changed.field.${field}`;
  return sayable(key) ? say(key) : field;
}

function valueWord({ field }: FieldProblem, to: unknown, words: ChangedWords): string {
  if (to === null || to === '') return say('work.changed.nothing');
  if (field === 'assignee') return words.agent(Number(to));
  if (field === 'team') return words.team(Number(to));
  if (field.startsWith('fields.')) return words.fieldValue(field.slice('fields.'.length), to as string | number | boolean); // as custom fields have them
  const key = `tickets.${field === 'folder' ? 'view' : field}.${String(to)}`;
  return sayable(key) ? say(key as MessageKey) : String(to);
}
