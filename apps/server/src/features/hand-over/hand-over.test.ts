import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { lockHandOver } from './hand-over.queries.ts';
import { finishHandOvers } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let leaving: TestAgent;
let staying: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  admin = await anAgent(db, workspace.id, { role: 'admin' });
  leaving = await anAgent(db, workspace.id, { name: 'Leif' });
  staying = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
});
afterAll(() => desk.stop());

async function theirs(options: Parameters<typeof aTicket>[2] = {}, change: { status?: 'solved' | 'closed' | 'pending' | 'open'; team_id?: number } = {}): Promise<number> {
  const { id } = await aTicket(desk.context.db, workspace.id, options);
  await desk.context.db.updateTable('tickets').set({ assignee_id: leaving.id, ...change }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
  return id;
}

const deactivate = (body: object, asker = admin, id = leaving.id) => desk.ask(asker, 'POST', `/api/v1/agents/${id}/deactivate`, body);
const whose = async () =>
  Object.fromEntries((await desk.context.db.selectFrom('tickets').select(['id', 'assignee_id', 'team_id']).where('workspace_id', '=', workspace.id).execute()).map(({ id, assignee_id, team_id }) => [id, [assignee_id, team_id]]));
const told = () => desk.context.db.selectFrom('events').select(['ticket_id', 'brand_id', 'actor_id', 'data']).where('workspace_id', '=', workspace.id).where('type', '=', 'ticket.updated').orderBy('ticket_id').execute();

test('open tickets go to a colleague, one event each; what is done stays with who did it', async () => {
  const [open, pending, solved] = [await theirs(), await theirs({}, { status: 'pending' }), await theirs({}, { status: 'solved' })];
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${leaving.id}/open-tickets`)).body).toEqual({ count: 2, tasks: 0, promises: 0, escalations: 0, base: 0, complaints: 0 });
  expect(await deactivate({ to: 'agent', id: staying.id })).toMatchObject({ status: 200, body: { moved: 2 } });
  expect(await whose()).toEqual({ [open]: [staying.id, null], [pending]: [staying.id, null], [solved]: [leaving.id, null] });
  const change = { actor_id: admin.id, brand_id: workspace.brandId, data: { changes: { assignee: { from: leaving.id, to: staying.id } } } };
  expect(await told()).toEqual([{ ticket_id: open, ...change }, { ticket_id: pending, ...change }]);
  expect((await desk.ask(leaving, 'GET', '/api/v1/me')).status).toBe(401);
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${leaving.id}`)).body.active).toBe(false);
});

test('a colleague gets no ticket of a brand that they do not see: it waits unassigned', async () => {
  const hidden = await aBrand(desk.context.db, workspace.id);
  const [seen, unseen] = [await theirs(), await theirs({ brandId: hidden })];
  await deactivate({ to: 'agent', id: staying.id });
  expect(await whose()).toEqual({ [seen]: [staying.id, null], [unseen]: [null, null] });
});

test('they go to a team’s queue, or wait where they are', async () => {
  const team = await aTeam(desk.context.db, workspace.id);
  const ticket = await theirs();
  await deactivate({ to: 'team', id: team });
  expect(await whose()).toEqual({ [ticket]: [null, team] });
  expect((await told())[0]?.data).toEqual({ changes: { assignee: { from: leaving.id, to: null }, team: { from: null, to: team } } });
});

test('with nobody named they wait unassigned, also when the agent is switched off by a plain change', async () => {
  const ticket = await theirs();
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving.id}`, { active: false });
  await finishHandOvers(desk.context, workspace.id);
  expect(await whose()).toEqual({ [ticket]: [null, null] });
});

test('what a crash has left is finished later, and only once', async () => {
  for (let n = 0; n < 230; n += 1) await theirs();
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving.id}`, { active: false });
  await desk.context.db.updateTable('agents').set({ hand_over_to: 'agent', hand_over_id: staying.id }).where('workspace_id', '=', workspace.id).where('id', '=', leaving.id).execute();
  await Promise.all([finishHandOvers(desk.context, workspace.id), finishHandOvers(desk.context, workspace.id)]);
  await finishHandOvers(desk.context, workspace.id);
  expect(Object.values(await whose()).every(([assignee]) => assignee === staying.id)).toBe(true);
  expect(await told()).toHaveLength(230);
});

test('somebody who is switched on again keeps what is left', async () => {
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving.id}`, { active: false });
  const ticket = await theirs();
  await desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving.id}`, { active: true });
  await finishHandOvers(desk.context, workspace.id);
  expect(await whose()).toEqual({ [ticket]: [leaving.id, null] });
});

test('who cannot take them is named, and then nothing has happened', async () => {
  const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id);
  const ticket = await theirs();
  for (const id of [leaving.id, viewer.id, stranger.id, undefined]) expect((await deactivate({ to: 'agent', id })).body.errors).toMatchObject([{ field: 'id' }]);
  expect((await deactivate({ to: 'team', id: 987_654 })).body.errors).toMatchObject([{ field: 'id' }]);
  expect((await deactivate({ to: 'nobody' }, staying)).status).toBe(403);
  expect(await whose()).toEqual({ [ticket]: [leaving.id, null] });
  expect((await desk.ask(leaving, 'GET', '/api/v1/me')).status).toBe(200);
});

test('does not wait for what the agent is writing, which refers to their row', async () => {
  const { db } = desk.context;
  const { id } = await aTicket(db, workspace.id);
  await db.updateTable('agents').set({ active: false, hand_over_to: 'nobody' }).where('workspace_id', '=', workspace.id).where('id', '=', leaving.id).execute();
  await db.transaction().execute(async (writing) => {
    await writing.insertInto('tasks').values({ workspace_id: workspace.id, ticket_id: id, text: 'Order it', assignee_id: leaving.id, position: 1 }).execute();
    const found = await db.transaction().execute(async (tx) => {
      await sql`set local lock_timeout = '2s'`.execute(tx);
      return lockHandOver(tx, workspace.id, leaving.id);
    });
    expect(found).toEqual({ to: 'nobody', id: null });
  });
});

describe('open tasks', () => {
  async function aTask(ticketId: number, values: { done_at?: Date; assignee_id?: number } = {}): Promise<number> {
    const task = { workspace_id: workspace.id, ticket_id: ticketId, text: 'Call the supplier', assignee_id: leaving.id, position: 1, ...values };
    return (await desk.context.db.insertInto('tasks').values(task).returning('id').executeTakeFirstOrThrow()).id;
  }
  const hasTask = async () => Object.fromEntries((await desk.context.db.selectFrom('tasks').select(['id', 'assignee_id']).where('workspace_id', '=', workspace.id).execute()).map(({ id, assignee_id }) => [id, assignee_id]));
  const toldOfTasks = () => desk.context.db.selectFrom('events').select(['ticket_id', 'brand_id', 'actor_id', 'data']).where('workspace_id', '=', workspace.id).where('type', '=', 'task.updated').execute();
  const another = async () => (await anAgent(desk.context.db, workspace.id)).id;
  const anothersTicket = async (assignee: number | null) => {
    const { id } = await aTicket(desk.context.db, workspace.id);
    await desk.context.db.updateTable('tickets').set({ assignee_id: assignee }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
    return id;
  };

  test('go to the colleague, on whosever ticket, and are counted before; what is done or another’s stays', async () => {
    const [own, others, colleague] = [await theirs(), await anothersTicket(await another()), await another()];
    const [one, two, done, foreign] = [await aTask(own), await aTask(others), await aTask(own, { done_at: new Date() }), await aTask(own, { assignee_id: colleague })];
    expect((await desk.ask(admin, 'GET', `/api/v1/agents/${leaving.id}/open-tickets`)).body).toEqual({ count: 1, tasks: 2, promises: 0, escalations: 0, base: 0, complaints: 0 });
    expect((await deactivate({ to: 'agent', id: staying.id })).body).toEqual({ moved: 1 });
    expect(await hasTask()).toEqual({ [one]: staying.id, [two]: staying.id, [done]: leaving.id, [foreign]: colleague });
    expect(await toldOfTasks()).toContainEqual({ ticket_id: others, brand_id: workspace.brandId, actor_id: admin.id, data: { task: two, changes: { assignee: { from: leaving.id, to: staying.id } } } });
    expect((await desk.ask(staying, 'GET', '/api/v1/tasks')).body.items).toHaveLength(2);
  });

  test('go to whoever has the ticket where nobody takes over, or who does not see the brand; else they wait with the ticket', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const owner = await another();
    const [mine, owned, free] = [await theirs(), await anothersTicket(owner), await anothersTicket(null)];
    const unseen = await aTicket(desk.context.db, workspace.id, { brandId: hidden });
    const merged = await anothersTicket(null);
    await desk.context.db.updateTable('tickets').set({ merged_into: owned, merged_status: 'open' }).where('workspace_id', '=', workspace.id).where('id', '=', merged).execute();
    const [one, two, three, four, five] = [await aTask(mine), await aTask(owned), await aTask(free), await aTask(unseen.id), await aTask(merged)];
    await deactivate({ to: 'nobody' });
    expect(await hasTask()).toEqual({ [one]: null, [two]: owner, [three]: null, [four]: null, [five]: owner });
    expect((await toldOfTasks()).find(({ data }) => (data as { task: number }).task === five)?.ticket_id).toBe(owned);
  });

  test('none is left behind of a long list', async () => {
    const ticket = await anothersTicket(null);
    for (let n = 0; n < 230; n += 1) await aTask(ticket);
    await theirs();
    await deactivate({ to: 'agent', id: staying.id });
    expect(Object.values(await hasTask()).every((assignee) => assignee === staying.id)).toBe(true);
    expect(await toldOfTasks()).toHaveLength(230);
  });
});

describe('open complaints about employees', () => {
  let named: TestAgent;
  let lead: TestAgent;
  beforeEach(async () => {
    const { db } = desk.context;
    leaving = await anAgent(db, workspace.id, { role: 'lead', name: 'Leif' });
    named = await anAgent(db, workspace.id, { role: 'lead', name: 'Nils' });
    lead = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena' });
  });
  async function aComplaint(values: { about_id?: number; brand_id?: number; filed_by?: number; closed_at?: Date } = {}): Promise<number> {
    const at = new Date('2026-11-20T10:00:00Z');
    const row = { workspace_id: workspace.id, brand_id: workspace.brandId, kind: 'complaint' as const, about_id: named.id, channel: 'phone' as const, text: 'Rude', received_at: at, filed_by: staying.id, owner_id: leaving.id, acknowledge_by: new Date('2099-01-01'), answer_by: new Date('2099-01-02'), ...values };
    return (await desk.context.db.insertInto('staff_feedback').values(row).returning('id').executeTakeFirstOrThrow()).id;
  }
  const owners = async () => Object.fromEntries((await desk.context.db.selectFrom('staff_feedback').select(['id', 'owner_id']).where('workspace_id', '=', workspace.id).execute()).map(({ id, owner_id }) => [id, owner_id]));
  const toldOf = async (agent: TestAgent) => (await desk.ask(agent, 'GET', '/api/v1/notifications')).body.items.map(({ kind, feedback }: { kind: string; feedback: { id: number } }) => [kind, feedback.id]);
  const switchOff = () => desk.ask(admin, 'PATCH', `/api/v1/agents/${leaving.id}`, { active: false });

  test('go to the colleague who takes over where that one gets complaints, who is told; what is closed stays', async () => {
    const chosen = await anAgent(desk.context.db, workspace.id, { role: 'admin', name: 'Olof' });
    const [open, closed] = [await aComplaint(), await aComplaint({ closed_at: new Date() })];
    expect((await desk.ask(admin, 'GET', `/api/v1/agents/${leaving.id}/open-tickets`)).body.complaints).toBe(1);
    expect((await deactivate({ to: 'agent', id: chosen.id })).status).toBe(200);
    expect(await owners()).toEqual({ [open]: chosen.id, [closed]: leaving.id });
    expect(await toldOf(chosen)).toEqual([['complaint_given', open]]);
    const { body } = await desk.ask(chosen, 'GET', `/api/v1/staff-feedback/${open}`);
    expect(body.history.filter(({ what }: { what: string }) => what !== 'read')).toMatchObject([{ what: 'owner', by: { id: admin.id }, text: 'Olof' }]);
    const { remind_at } = await desk.context.db.selectFrom('staff_feedback').select('remind_at').where('workspace_id', '=', workspace.id).where('id', '=', open).executeTakeFirstOrThrow();
    expect(remind_at).toEqual(new Date('2099-01-01'));
  });

  test('never go to the person named, nor to who gets none or does not see the brand: then to a lead, who alone is told', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const elsewhere = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [hidden] });
    for (const taker of [named, staying, elsewhere]) {
      await desk.context.db.updateTable('agents').set({ active: true }).where('workspace_id', '=', workspace.id).where('id', '=', leaving.id).execute();
      const id = await aComplaint();
      expect((await deactivate({ to: 'agent', id: taker.id })).status).toBe(200);
      expect((await owners())[id]).toBe(lead.id);
      expect(await toldOf(taker)).toEqual([]);
      expect(await toldOf(lead)).toContainEqual(['complaint_given', id]);
    }
  });

  test('about whoever switches them off are not counted for them, and wait where nobody else may read them', async () => {
    const alone = await aWorkspace(desk.context.db);
    const chief = await anAgent(desk.context.db, alone.id, { role: 'owner' });
    const gone = await anAgent(desk.context.db, alone.id, { role: 'lead', name: 'Leif' });
    const other = await anAgent(desk.context.db, alone.id);
    const row = { workspace_id: alone.id, brand_id: alone.brandId, kind: 'complaint' as const, about_id: chief.id, channel: 'phone' as const, text: 'Rude', received_at: new Date(), filed_by: other.id, owner_id: gone.id, acknowledge_by: new Date(), answer_by: new Date() };
    await desk.context.db.insertInto('staff_feedback').values(row).execute();
    expect((await desk.ask(chief, 'GET', `/api/v1/agents/${gone.id}/open-tickets`)).body.complaints).toBe(0);
    expect((await deactivate({ to: 'agent', id: other.id }, chief, gone.id)).status).toBe(200);
    expect(await toldOf(other)).toEqual([]);
    const joined = await anAgent(desk.context.db, alone.id, { role: 'admin' });
    const [{ id, owner }] = (await desk.ask(joined, 'GET', '/api/v1/staff-feedback?show=waiting')).body.items;
    expect(owner).toBeNull();
    expect((await desk.ask(joined, 'GET', `/api/v1/staff-feedback/${id}`)).body.history[0]).toMatchObject({ what: 'owner', by: { id: chief.id }, text: null });
  });

  test('go to whoever filed them only where there is nobody else', async () => {
    const filer = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    const id = await aComplaint({ filed_by: filer.id });
    expect((await deactivate({ to: 'agent', id: filer.id })).status).toBe(200);
    expect(await owners()).toEqual({ [id]: lead.id });
    const alone = await aComplaint({ filed_by: lead.id });
    for (const { id: other } of [admin, filer]) await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', other).execute();
    await finishHandOvers(desk.context, workspace.id);
    expect((await owners())[alone]).toBe(lead.id);
    expect((await desk.ask(lead, 'GET', `/api/v1/staff-feedback/${alone}`)).body.history.filter(({ what }: { what: string }) => what !== 'read')).toMatchObject([{ what: 'left', by: { name: 'Leif' }, text: 'Lena' }]);
  });

  test('are found later with whoever left by a plain change, was gone before, or only looks on by now; each goes on once', async () => {
    const before = await aComplaint();
    await switchOff();
    await finishHandOvers(desk.context, workspace.id);
    expect(await owners()).toEqual({ [before]: lead.id });
    // As an upgrade finds them.
    const orphan = await aComplaint();
    await Promise.all([finishHandOvers(desk.context, workspace.id), finishHandOvers(desk.context, workspace.id)]);
    await finishHandOvers(desk.context, workspace.id);
    expect(await owners()).toEqual({ [before]: lead.id, [orphan]: lead.id });
    expect((await toldOf(lead)).filter(([kind]: [string]) => kind === 'complaint_given')).toHaveLength(2);
    expect((await desk.ask(admin, 'PATCH', `/api/v1/agents/${lead.id}`, { role: 'viewer' })).status).toBe(200);
    await finishHandOvers(desk.context, workspace.id);
    expect(await owners()).toEqual({ [before]: admin.id, [orphan]: admin.id });
  });
});
