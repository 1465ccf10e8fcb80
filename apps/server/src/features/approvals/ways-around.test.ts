import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import type { GuardedAction } from '../approval-rules/index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let lena: TestAgent;
let agent: TestAgent;
let bo: TestAgent;
let team: number;
let elsewhere: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  elsewhere = await aBrand(db, workspace.id);
  for (const brandId of [workspace.brandId, elsewhere]) await anInbox(db, workspace.id, { brandId });
  admin = await anAgent(db, workspace.id, { role: 'admin', name: 'Ada Berg' });
  lena = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena Ek' });
  agent = await anAgent(db, workspace.id, { name: 'Nora Ask' });
  bo = await anAgent(db, workspace.id, { name: 'Bo Dahl' });
  team = await aTeam(db, workspace.id, { name: 'Second line', members: [bo.id] });
});
afterAll(() => desk.stop());

const rule = async (actions: readonly GuardedAction[], body: object = {}): Promise<number> => {
  const made = await desk.ask(admin, 'POST', '/api/v1/approval-rules', { name: 'Rule', guard: 'action', actions, approver: 'lead', ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const turn = async (id: number, active: boolean) => expect((await desk.ask(admin, 'PATCH', `/api/v1/approval-rules/${id}`, { active })).status).toBe(200);
const aTicket = async (body: object = {}): Promise<number> => {
  const made = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The lamp', text: 'It is broken', requester: { email: 'maja@firm.example' }, brand: workspace.brandId, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
};
const at = (number: number, path = '') => `/api/v1/tickets/${number}${path}`;
const patch = (number: number, body: object, by = agent) => desk.ask(by, 'PATCH', at(number), body);
const post = (number: number, path: string, body?: object, by = agent) => desk.ask(by, 'POST', at(number, path), body);
const see = async (number: number) => (await desk.ask(admin, 'GET', at(number))).body;
const needed = { status: 409, body: { code: 'approval_needed', errors: [{ code: 'required', message: 'Rule', approval: { approver: 'lead' } }] } };

describe('a ticket is not taken by escalating it and handing it back', () => {
  const escalate = async (number: number, to: object, by = agent): Promise<number> => {
    const made = await post(number, '/escalations', { to, question: 'Who?' }, by);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.id;
  };
  const handBack = (number: number, id: number, by = agent) => post(number, `/escalations/${id}/hand-back`, { explanation: 'The fuse' }, by);

  test('by who never had it, nor by anybody for them', async () => {
    const [nobodys, colleagues] = [await aTicket(), await aTicket({ assignee: lena.id })];
    const escalations = [await escalate(nobodys, { team }), await escalate(colleagues, { agent: bo.id })];
    await rule(['assign']);
    for (const by of [agent, bo]) {
      expect(await handBack(nobodys, escalations[0]!, by)).toMatchObject(needed);
      expect(await handBack(colleagues, escalations[1]!, by)).toMatchObject(needed);
    }
    expect([await see(nobodys), await see(colleagues)]).toMatchObject([{ assignee: null, team: { id: team } }, { assignee: { name: 'Bo Dahl' } }]);
    expect((await desk.ask(agent, 'GET', at(nobodys, '/escalations'))).body.items).toMatchObject([{ state: 'open' }]);
  });

  test('while whoever had it gets it back from whoever took it', async () => {
    const [byName, byTeam] = [await aTicket({ assignee: agent.id }), await aTicket({ assignee: agent.id })];
    const escalations = [await escalate(byName, { agent: bo.id }), await escalate(byTeam, { team })];
    expect((await patch(byTeam, { assignee: bo.id }, bo)).status).toBe(200);
    await rule(['assign', 'unassign', 'team']);
    expect((await handBack(byName, escalations[0]!, bo)).status).toBe(200);
    expect((await handBack(byTeam, escalations[1]!, bo)).status).toBe(200);
    expect([await see(byName), await see(byTeam)]).toMatchObject([{ assignee: { name: 'Nora Ask' }, team: null }, { assignee: { name: 'Nora Ask' }, team: null }]);
  });

  test('where it became another’s meanwhile, not even by who had it', async () => {
    const number = await aTicket({ assignee: agent.id });
    const [id, active] = [await escalate(number, { agent: bo.id }), await rule(['assign'])];
    await turn(active, false);
    expect((await patch(number, { assignee: lena.id }, lena)).status).toBe(200);
    await turn(active, true);
    expect(await handBack(number, id)).toMatchObject(needed);
    expect(await post(number, `/escalations/${id}/withdraw`, {})).toMatchObject(needed);
    expect(await see(number)).toMatchObject({ assignee: { name: 'Lena Ek' } });
  });
});
