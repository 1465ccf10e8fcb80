import { api, uploadFile, type UploadOptions } from '../../../lib/api.ts';
import type { Attachment, Draft, Message, MessageKind, NewMessage, NewTicket, Page, Ticket, TicketDetail, TicketPatch, TimelineEntry, Views } from './types.ts';
import type { ListQuery } from './view-filters.ts';

/** One function for each route that the ticket screens use. */
const ticketPath = '/api/v1/tickets/{number}';

export function listTickets(query: ListQuery & { limit?: number; cursor?: string; requester?: number }, signal?: AbortSignal): Promise<Page<Ticket>> {
  return api.get('/api/v1/tickets', { query: { ...query }, signal });
}

export function getTicket(number: number, signal?: AbortSignal): Promise<TicketDetail> {
  return api.get(ticketPath, { path: { number }, signal });
}

export function createTicket(body: NewTicket): Promise<Ticket> {
  return api.post('/api/v1/tickets', { body });
}

export function changeTicket(number: number, patch: TicketPatch): Promise<Ticket> {
  return api.patch(ticketPath, { path: { number }, body: patch });
}

export function getTimeline(number: number, query: { sort: 'newest' | 'oldest'; limit: number; cursor?: string }, signal?: AbortSignal): Promise<Page<TimelineEntry>> {
  return api.get(`${ticketPath}/timeline`, { path: { number }, query, signal });
}

export function addMessage(number: number, body: NewMessage): Promise<Message> {
  return api.post(`${ticketPath}/messages`, { path: { number }, body });
}

/** Takes a message back before it is sent. @throws ApiProblem already_sent */
export function cancelMessage(id: number): Promise<unknown> {
  return api.post('/api/v1/messages/{id}/cancel', { path: { id }, body: {} });
}

export function retryDelivery(id: number): Promise<unknown> {
  return api.post('/api/v1/outbox/{id}/retry', { path: { id }, body: {} });
}

export function rawMailUrl(messageId: number): string {
  return `/api/v1/messages/${messageId}/raw`;
}

export function markRead(number: number): Promise<unknown> {
  return api.post(`${ticketPath}/read`, { path: { number }, body: {} });
}

export interface DraftInput {
  kind: MessageKind;
  html: string;
  cc: { email: string; name?: string }[];
  attachments: number[];
}

export function saveDraft(number: number, draft: DraftInput): Promise<Draft> {
  return api.put(`${ticketPath}/draft`, { path: { number }, body: draft });
}

export function deleteDraft(number: number, kind: MessageKind): Promise<unknown> {
  return api.delete(`${ticketPath}/draft`, { path: { number }, query: { kind } });
}

export function addParticipant(number: number, person: { email: string; name?: string }): Promise<unknown> {
  return api.post(`${ticketPath}/participants`, { path: { number }, body: person });
}

export function confirmParticipant(number: number, id: number): Promise<unknown> {
  return api.post(`${ticketPath}/participants/{id}/confirm`, { path: { number, id }, body: {} });
}

export function removeParticipant(number: number, id: number): Promise<unknown> {
  return api.delete(`${ticketPath}/participants/{id}`, { path: { number, id } });
}

export function linkTicket(number: number, other: number): Promise<unknown> {
  return api.post(`${ticketPath}/links`, { path: { number }, body: { number: other } });
}

export function unlinkTicket(number: number, other: number): Promise<unknown> {
  return api.delete(`${ticketPath}/links/{other}`, { path: { number, other } });
}

export function getViews(signal?: AbortSignal): Promise<Views> {
  return api.get('/api/v1/views', { signal });
}

export function upload(file: File, options: UploadOptions): Promise<Pick<Attachment, 'id'> & Partial<Attachment>> {
  return uploadFile(file, options);
}
