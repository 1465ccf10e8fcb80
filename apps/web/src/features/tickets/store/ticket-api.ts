import type { Shape } from '@ombud/sdk';
import { api } from '../../../lib/api.ts';
import { uploadFile, type UploadedFile, type UploadOptions } from '../../../lib/upload.ts';
import { kindOf, type DraftFile, type DraftPlace } from '../composer/draft-content.ts';
import { sendOnce, type Once } from '../unsent/send-once.ts';
import type { Draft, DraftInput, Message, NewMessage, NewTicket, Page, Ticket, TicketDetail, TicketPatch, TimelineEntry, Views } from './types.ts';
import type { ListQuery } from './view-filters.ts';

/** One function for each route that the ticket screens use. */

export function listTickets({ team, ...query }: ListQuery & { limit?: number; cursor?: string; requester?: number }, signal?: AbortSignal): Promise<Page<Ticket>> {
  // openapi.json knows only the words for a team: a number that comes as text cannot be described there.
  return api.get('/api/v1/tickets', { query: { ...query, team: team as 'none' | undefined }, signal });
}

/** Sorted and with the columns as the view says, unless told. */
export function listTicketsOfView(id: number, query: { q?: string; field?: string[]; sort?: ListQuery['sort']; limit: number; cursor?: string }, signal?: AbortSignal): Promise<Page<Ticket>> {
  return api.get('/api/v1/saved-views/{id}/tickets', { path: { id }, query, signal });
}

export function getTicket(number: number, signal?: AbortSignal): Promise<TicketDetail> {
  return api.get('/api/v1/tickets/{number}', { path: { number }, signal });
}

export function createTicket(body: NewTicket): Promise<Ticket> {
  return sendOnce({ kind: 'ticket', ticket: -Date.now(), body }, (once) => createTicketOnce(body, once));
}

export function createTicketOnce(body: NewTicket, once: Once): Promise<Ticket> {
  return api.post('/api/v1/tickets', { body, ...once });
}

export function changeTicket(number: number, body: TicketPatch): Promise<Ticket> {
  return sendOnce({ kind: 'change', ticket: number, body }, (once) => changeTicketOnce(number, body, once));
}

export function changeTicketOnce(number: number, body: TicketPatch, once: Once): Promise<Ticket> {
  return api.patch('/api/v1/tickets/{number}', { path: { number }, body, ...once });
}

export function getTimeline(number: number, query: { sort: 'newest' | 'oldest'; limit: number; cursor?: string }, signal?: AbortSignal): Promise<Page<TimelineEntry>> {
  return api.get('/api/v1/tickets/{number}/timeline', { path: { number }, query, signal });
}

/** @param files what its attachments are, in case it has to come back into the composer */
export function addMessage(number: number, body: NewMessage, files?: readonly DraftFile[]): Promise<Message> {
  return sendOnce({ kind: 'message', ticket: number, body, files }, (once) => addMessageOnce(number, body, once));
}

export function addMessageOnce(number: number, body: NewMessage, once: Once): Promise<Message> {
  return api.post('/api/v1/tickets/{number}/messages', { path: { number }, body, ...once });
}

/** Takes a message back before it is sent; what is taken back already stays so. Answers what went back with it. @throws ApiProblem already_sent */
export async function cancelMessage(id: number): Promise<Shape<'CancelledMail'>['along']> {
  return (await api.post('/api/v1/messages/{id}/cancel', { path: { id } })).along;
}

export function retryDelivery(id: number): Promise<unknown> {
  return api.post('/api/v1/outbox/{id}/retry', { path: { id } });
}

export function rawMailUrl(messageId: number): string {
  return `/api/v1/messages/${messageId}/raw`;
}

export function markRead(number: number): Promise<unknown> {
  return api.post('/api/v1/tickets/{number}/read', { path: { number } });
}

export function saveDraft(number: number, body: DraftInput): Promise<Draft> {
  return api.put('/api/v1/tickets/{number}/draft', { path: { number }, body });
}

export function deleteDraft(number: number, place: DraftPlace): Promise<unknown> {
  return api.delete('/api/v1/tickets/{number}/draft', { path: { number }, query: kindOf(place) });
}

/** Another time for a reply that is sent later; null: now. */
export function scheduleMessage(id: number, body: { send_at: string | null; unless_answered?: boolean }): Promise<unknown> {
  return api.post('/api/v1/messages/{id}/schedule', { path: { id }, body });
}

export function addParticipant(number: number, person: { email: string; name?: string }): Promise<unknown> {
  return api.post('/api/v1/tickets/{number}/participants', { path: { number }, body: person });
}

export function confirmParticipant(number: number, id: number): Promise<unknown> {
  return api.post('/api/v1/tickets/{number}/participants/{id}/confirm', { path: { number, id } });
}

export function removeParticipant(number: number, id: number): Promise<unknown> {
  return api.delete('/api/v1/tickets/{number}/participants/{id}', { path: { number, id } });
}

export function linkTicket(number: number, other: number): Promise<unknown> {
  return api.post('/api/v1/tickets/{number}/links', { path: { number }, body: { number: other } });
}

export function unlinkTicket(number: number, other: number): Promise<unknown> {
  return api.delete('/api/v1/tickets/{number}/links/{other}', { path: { number, other } });
}

export function mergeTicket(number: number, into: number): Promise<Ticket> {
  return api.post('/api/v1/tickets/{number}/merge', { path: { number }, body: { into } });
}

export function unmergeTicket(number: number): Promise<Ticket> {
  return api.post('/api/v1/tickets/{number}/unmerge', { path: { number } });
}

/** A new ticket with this message of the customer's. */
export function splitTicket(number: number, message: number): Promise<Ticket> {
  return api.post('/api/v1/tickets/{number}/split', { path: { number }, body: { message } });
}

export function getViews(signal?: AbortSignal): Promise<Views> {
  return api.get('/api/v1/views', { signal });
}

export function upload(file: File, options: UploadOptions): Promise<UploadedFile> {
  return uploadFile(file, options);
}
