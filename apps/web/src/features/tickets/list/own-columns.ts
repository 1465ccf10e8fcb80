import type { Formats, Translate } from '@ombud/i18n';
import type { Field } from '../../fields/index.ts';
import type { Ticket } from '../store/types.ts';
import { kindWord } from '../store/words.ts';

/** What a ticket has of its own and its row does not say by itself; the API's keys for it. */
export const ownColumns = ['ticket.number', 'ticket.created_at', 'ticket.team', 'ticket.kind', 'ticket.language', 'ticket.tags'] as const;
export type OwnColumn = (typeof ownColumns)[number];
export type RowColumn = OwnColumn | Field;

const labels = { 'ticket.number': 'tickets.field.number', 'ticket.created_at': 'tickets.field.created', 'ticket.team': 'tickets.field.team', 'ticket.kind': 'tickets.field.kind', 'ticket.language': 'tickets.field.language', 'ticket.tags': 'tickets.field.tags' } as const;

export const ownColumnLabel = (t: Translate, column: OwnColumn): string => t(labels[column]);

export function isOwnColumn(key: string): key is OwnColumn {
  return ownColumns.some((column) => column === key);
}

/** The columns of a list in the order in which they were chosen; what is not there any more is left out. */
export function columnsOf(keys: string | undefined, fields: readonly Field[]): RowColumn[] {
  return (keys ?? '').split(',').flatMap((key) => (isOwnColumn(key) ? key : (fields.find((field) => field.key === key) ?? [])));
}

/** What the server is asked for: a ticket’s own stands in every row. */
export function askedColumns(keys: string | undefined): string | undefined {
  return keys?.split(',').filter((key) => !isOwnColumn(key)).join(',') || undefined;
}

/** What stands in the row; empty where the ticket has none. */
export function ownColumnText(ticket: Ticket, column: OwnColumn, { t, formats, languageName }: { t: Translate; formats: Formats; languageName(code: string): string }): string {
  switch (column) {
    case 'ticket.number':
      return `#${ticket.number}`;
    case 'ticket.created_at':
      return formats.date(new Date(ticket.created_at));
    case 'ticket.team':
      return ticket.team?.name ?? '';
    case 'ticket.kind':
      return t(kindWord(ticket.kind));
    case 'ticket.language':
      return ticket.language ? languageName(ticket.language) : '';
    case 'ticket.tags':
      return ticket.tags.join(', ');
  }
}
