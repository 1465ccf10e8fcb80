import { expect } from 'vitest';
import { followAutomations, timeQueue } from '../../apps/server/src/features/automations/index.ts';
import type { fixedClock } from '../../apps/server/src/platform/clock/clock.ts';
import { fireDue } from '../../apps/server/src/platform/timers/timers.ts';
import type { TestDesk } from './desk.ts';
import { anAgent, anInbox, aTeam, aWorkspace, type TestWorkspace } from './factories.ts';
import { feedReadable } from './feed.ts';

/** A workspace with an administrator, an agent and a team; and what the tests of automations do there. */
export type AutomationsRoom = Awaited<ReturnType<typeof anAutomationsRoom>>;

export type TimelineEntry = { type: string; text?: string; actor?: { name: string }; event?: string; automatic?: string | null; direction?: string };
export type Run = { outcome: string; done: string[]; problem: { code: string; fields: string[] } | null; automation: { name: string }; cause: string };

/** No two automations, macros or customers of a file have the same name. */
let count = 0;

export async function anAutomationsRoom(desk: TestDesk, clock: ReturnType<typeof fixedClock>) {
  const { db } = desk.context;
  const workspace: TestWorkspace = await aWorkspace(db);
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  const lead = await anAgent(db, workspace.id, { role: 'admin', name: 'Lena Ek' });
  const agent = await anAgent(db, workspace.id, { name: 'Nora Ask' });
  const team = await aTeam(db, workspace.id, { name: 'Returns' });
  const made = async (body: object, asker = lead) => desk.ask(asker, 'POST', '/api/v1/automations', { name: `Automation ${(count += 1)}`, trigger: { on: 'events', events: ['created'] }, conditions: {}, actions: { add_tags: ['seen'] }, ...body });
  const change = (id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/automations/${id}`, body);
  async function position(): Promise<string> {
    const row = await db.selectFrom('automation_progress').select(['xid', 'event_id']).where('workspace_id', '=', workspace.id).executeTakeFirst();
    return JSON.stringify(row ?? null);
  }
  /** Lets the follower read the feed to its end, also of what it wrote itself. */
  async function follow(): Promise<void> {
    for (let round = 0; round < 30; round += 1) {
      await feedReadable(db, workspace.id);
      const before = await position();
      while ((await followAutomations(desk.context, workspace.id, 'test')).more);
      if ((await position()) === before) return;
    }
    throw new Error('the automations do not come to rest');
  }

  return {
    workspace, lead, agent, team, made, change, follow,
    async on(body: object): Promise<number> {
      const { body: automation, status } = await made(body);
      expect(status).toBe(201);
      expect(automation.enabled).toBe(false);
      expect((await change(automation.id, { enabled: true })).body.enabled).toBe(true);
      return automation.id;
    },
    async aTicket(body: object = {}): Promise<number> {
      const { body: ticket } = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It blinks', language: 'sv', requester: { email: `maja${(count += 1)}@firm.example`, name: 'Maja Svensson' }, ...body });
      return ticket.number;
    },
    ticket: async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body,
    timeline: async (number: number): Promise<TimelineEntry[]> => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items,
    runs: async (number: number): Promise<Run[]> => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/automation-runs`)).body.items,
    async passTime(milliseconds: number): Promise<void> {
      clock.advance(milliseconds);
      await follow();
      await fireDue(desk.context, timeQueue(desk.context));
    },
    macro: async (html: string): Promise<number> => (await desk.ask(lead, 'POST', '/api/v1/macros', { name: `Macro ${(count += 1)}`, shared: true, texts: [{ language: 'sv', html }] })).body.id,
    async mailsOf(number: number): Promise<{ to: { address: string }[]; automatic: boolean }[]> {
      const rows = await db.selectFrom('outbox as o').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'o.workspace_id').onRef('t.id', '=', 'o.ticket_id')).select('o.mail').where('o.workspace_id', '=', workspace.id).where('t.number', '=', number).execute();
      return rows.map(({ mail }) => mail as never); // as delivery writes it
    },
  };
}
