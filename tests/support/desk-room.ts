import { expect } from 'vitest';
import { followStep } from '../../apps/server/src/features/notifications/index.ts';
import type { TestDesk } from './desk.ts';
import { anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from './factories.ts';
import { feedReadable } from './feed.ts';

/** A workspace with an inbox, a lead and an agent; and what tests of macros, playbooks and surveys do with its tickets, the agent unless another is named. */
export type DeskRoom = Awaited<ReturnType<typeof aDeskRoom>>;

/** No two customers of a file have the same address. */
let count = 0;

export async function aDeskRoom(desk: TestDesk, { role = 'lead', inbox = true }: { role?: 'lead' | 'admin'; inbox?: boolean } = {}) {
  const { db } = desk.context;
  const workspace: TestWorkspace = await aWorkspace(db);
  if (inbox) await anInbox(db, workspace.id, { brandId: workspace.brandId });
  const lead = await anAgent(db, workspace.id, { role, name: 'Lena Ek' });
  const agent = await anAgent(db, workspace.id, { name: 'Nora Ask' });
  return {
    workspace, lead, agent,
    async aTicket(body: object = {}): Promise<number> {
      const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It is broken', requester: { email: `maja${(count += 1)}@firm.example`, name: 'Maja Nowak' }, ...body });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      return made.body.number;
    },
    patch: (number: number, body: object, asker = agent) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body),
    reply: (number: number, body: object = {}, asker = agent) => desk.ask(asker, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Restart it.', ...body }),
    ticketNow: async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body,
    timeline: async (number: number, query = '') => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline${query}`)).body.items,
  };
}

/** The kinds of what an agent is told, newest first, once everything that has happened has been read. */
export async function toldKinds(desk: TestDesk, workspaceId: number, agent: Pick<TestAgent, 'headers'>): Promise<string[]> {
  await feedReadable(desk.context.db, workspaceId);
  while ((await followStep(desk.context, workspaceId, 'test')).more);
  return (await desk.ask(agent, 'GET', '/api/v1/notifications?limit=50')).body.items.map(({ kind }: { kind: string }) => kind);
}
