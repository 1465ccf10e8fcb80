import { queryOptions } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';
import type { Message, Page, SideConversation } from '../store/types.ts';

/** Below the ticket's own keys, so that a lost connection reads them again too. */
export const sideKeys = {
  list: (number: number) => ['tickets', 'sides', number] as const,
  messages: (id: number) => ['tickets', 'side-messages', id] as const,
};

export function sidesOptions(number: number) {
  return queryOptions({
    queryKey: sideKeys.list(number),
    queryFn: ({ signal }): Promise<SideConversation[]> => api.get('/api/v1/tickets/{number}/side-conversations', { path: { number }, signal }).then(({ items }) => items),
    refetchOnWindowFocus: false,
  });
}

export function sideMessagesOptions(id: number) {
  return queryOptions({
    queryKey: sideKeys.messages(id),
    queryFn: ({ signal }): Promise<Page<Message>> => api.get('/api/v1/side-conversations/{id}/messages', { path: { id }, query: { limit: 100 }, signal }),
    refetchOnWindowFocus: false,
  });
}

export function openSide(number: number, body: Body<'/api/v1/tickets/{number}/side-conversations', 'post'>): Promise<SideConversation> {
  return api.post('/api/v1/tickets/{number}/side-conversations', { path: { number }, body });
}

export function writeSide(id: number, body: Body<'/api/v1/side-conversations/{id}/messages', 'post'>): Promise<SideConversation> {
  return api.post('/api/v1/side-conversations/{id}/messages', { path: { id }, body });
}

export function setSideDone(id: number, done: boolean): Promise<SideConversation> {
  return api.patch('/api/v1/side-conversations/{id}', { path: { id }, body: { done } });
}

export function confirmSidePerson(id: number, person: number): Promise<SideConversation> {
  return api.post('/api/v1/side-conversations/{id}/people/{person}/confirm', { path: { id, person } });
}
