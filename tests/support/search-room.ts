import { expect } from 'vitest';
import { indexStep } from '../../apps/server/src/features/search/indexing/indexer.ts';
import type { SearchAnswer } from '../../apps/server/src/features/search/search.schemas.ts';
import type { TestDesk } from './desk.ts';
import { anAgent, aWorkspace, type TestAgent } from './factories.ts';
import { feedReadable } from './feed.ts';

export type Written = { number: number; id: number };

/** A workspace with a lead, Astrid, who writes tickets and looks for them; and the index of it, which moves when it is told. */
export async function aSearchRoom(desk: TestDesk) {
  const home = await aWorkspace(desk.context.db);
  const astrid = await anAgent(desk.context.db, home.id, { role: 'lead' });
  return {
    home, astrid,
    async write(subject: string, text: string, more: Record<string, unknown> = {}, by: TestAgent = astrid): Promise<Written> {
      const answer = await desk.ask(by, 'POST', '/api/v1/tickets', { subject, text, requester: { email: 'maja@firm.example', name: 'Maja Nowak' }, ...more });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body as Written;
    },
    /** Until the index has followed the feed. */
    async indexed(workspaceId = home.id): Promise<void> {
      await feedReadable(desk.context.db, workspaceId);
      while (await indexStep(desk.context, workspaceId, 'test'));
    },
    async find(q: string, more: Record<string, string> = {}, by: TestAgent = astrid): Promise<SearchAnswer> {
      const answer = await desk.ask(by, 'GET', `/api/v1/search?${new URLSearchParams({ q, ...more }).toString()}`);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body as SearchAnswer;
    },
  };
}

export const numbersOf = (answer: SearchAnswer) => answer.tickets.map(({ ticket }) => ticket.number);
