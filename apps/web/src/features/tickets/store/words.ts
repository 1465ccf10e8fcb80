import type { MessageKey } from '@ombud/i18n';
import type { Ticket, TicketPriority, TicketStatus, ViewKey } from './types.ts';

/** The closed lists of the API as keys of the catalogue, so that a missing word is a type error. */
export const statusWord = (status: TicketStatus): MessageKey => `tickets.status.${status}`;
export const priorityWord = (priority: TicketPriority): MessageKey => `tickets.priority.${priority}`;
export const kindWord = (kind: Ticket['kind']): MessageKey => `tickets.kind.${kind}`;
export const channelWord = (channel: Ticket['channel']): MessageKey => `tickets.channel.${channel}`;
export const viewWord = (view: ViewKey): MessageKey => `tickets.view.${view}`;

/** A customer without a name is called by the address. */
export function nameOf(person: { name: string; email?: string | null; address?: string }): string {
  return person.name || person.email || person.address || '?';
}
