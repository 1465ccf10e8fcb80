import { sql } from 'kysely';
import { expect } from 'vitest';
import type { TestDesk } from './desk.ts';
import { anAgent, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from './factories.ts';
import { fixedClock } from '../../apps/server/src/platform/clock/clock.ts';
import { followStep } from '../../apps/server/src/features/routing/follow-queue.ts';
import { routeAll } from '../../apps/server/src/features/routing/testing/route-all.ts';

/** A workspace with a lead, a team, and two of it who are online; and what the tests of routing do there. */
export type RoutingRoom = Awaited<ReturnType<typeof aRoutingRoom>>;

type AgentState = Partial<{ availability: 'online' | 'break' | 'away'; calendar_id: number; all_brands: boolean; active: boolean; role: 'viewer' }>;

export async function aRoutingRoom(desk: TestDesk) {
  const { db } = desk.context;
  const workspace: TestWorkspace = await aWorkspace(db);
  const setAgent = async ({ id }: { id: number }, set: AgentState) => void (await db.updateTable('agents').set(set).where('workspace_id', '=', workspace.id).where('id', '=', id).execute());
  const online = async (agent: TestAgent) => (await setAgent(agent, { availability: 'online' }), agent);
  const lead = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena' });
  const anna = await online(await anAgent(db, workspace.id, { name: 'Anna' }));
  const bo = await online(await anAgent(db, workspace.id, { name: 'Bo' }));
  const team = await aTeam(db, workspace.id, { members: [anna.id, bo.id] });
  const tools = (later = 0) => ({ ...desk.context, clock: fixedClock(new Date(Date.now() + later)) });
  const read = async (number: number) => (await desk.ask(lead, 'GET', `/api/v1/tickets/${number}`)).body;

  return {
    workspace, lead, anna, bo, team, setAgent, online, tools, read,
    rule: (body: object, of = team, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/teams/${of}/routing`, body),
    async open(body: object = {}): Promise<{ number: number; id: number }> {
      const { status, body: ticket } = await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'x', requester: { email: `maja-${Math.random()}@firm.example`, name: 'Maja' }, team, language: 'xx', ...body });
      expect(status).toBe(201);
      return ticket;
    },
    change: (number: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body),
    assigneeOf: async ({ number }: { number: number }): Promise<number | null> => (await read(number)).assignee?.id ?? null,
    explained: async ({ number }: { number: number }, asker = lead) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/routing`)).body,
    limit: ({ id }: TestAgent, most: number, channel = 'api') => db.insertInto('agent_limits').values({ workspace_id: workspace.id, agent_id: id, channel, most }).execute(),
    async aSkill(name: string, language: string | null = null, level = 3, of: TestAgent[] = []): Promise<number> {
      const { id } = await db.insertInto('skills').values({ workspace_id: workspace.id, kind: language ? 'language' : 'product', name, language }).returning('id').executeTakeFirstOrThrow();
      for (const { id: agent } of of) await db.insertInto('agent_skills').values({ workspace_id: workspace.id, agent_id: agent, skill_id: id, level }).execute();
      return id;
    },
    /** Hands out all that can be, as of a moment: once everything that has happened can be read in the feed. */
    async route(later = 0): Promise<number> {
      const isBehind = async () => (await sql`select from routing_progress p where p.workspace_id = ${workspace.id} and (p.sweep
        or exists (select from events e where e.workspace_id = p.workspace_id and (e.xid, e.id) > (p.xid, p.event_id)))`.execute(db)).rows.length > 0;
      const pushes = await db.selectFrom('routing_rules').select('team_id').where('workspace_id', '=', workspace.id).where('mode', '=', 'push').execute();
      if (pushes.length > 0)
        await expect.poll(async () => {
          for (let more = true; more; ) ({ more } = await followStep(tools(later), workspace.id));
          return isBehind();
        }, { timeout: 15_000 }).toBe(false);
      return routeAll(tools(later));
    },
  };
}
