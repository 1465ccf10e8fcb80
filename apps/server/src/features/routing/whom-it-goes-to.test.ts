import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, aTeam, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { type Database } from '../../platform/db/db.ts';
import { followStep } from './follow-queue.ts';
import { routeAll } from './testing/route-all.ts';
import { aRoutingRoom, type RoutingRoom } from '../../../../../tests/support/routing-room.ts';

/** Whom a ticket goes to, and how the rule of a team is changed. */

let desk: TestDesk;
let db: Database;
let { workspace, lead, anna, bo, team, setAgent, online, tools, rule, open, change, assigneeOf, explained, aSkill, route } = {} as RoutingRoom; // each test has its own, from beforeEach on
beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  ({ workspace, lead, anna, bo, team, setAgent, online, tools, rule, open, change, assigneeOf, explained, aSkill, route } = await aRoutingRoom(desk));
});
afterAll(() => desk.stop());

describe('whom it goes to', () => {
  test('is the account agent, of whatever team, or the deputy', async () => {
    const carl = await online(await anAgent(db, workspace.id, { name: 'Carl' }));
    const organization = await db.insertInto('organizations').values({ workspace_id: workspace.id, name: 'Hartwell', account_agent_id: carl.id, account_deputy_id: bo.id }).returning('id').executeTakeFirstOrThrow();
    const { email } = await aCustomer(db, workspace.id, { organizationId: organization.id, brands: [workspace.brandId] });
    await rule({ mode: 'push' });
    const first = await open({ requester: { email } });
    expect(await assigneeOf(first)).toBeNull();
    await route();
    expect(await explained(first)).toMatchObject({ decisions: [{ agent: { id: carl.id }, reasons: { why: 'account_agent' } }] });
    await setAgent(carl, { availability: 'away' });
    const second = await open({ requester: { email } });
    await route();
    expect(await explained(second)).toMatchObject({ decisions: [{ agent: { id: bo.id }, reasons: { why: 'account_agent' } }] });
  });

  test('is who had the customer’s last ticket, unless the team does not want that', async () => {
    const { email } = await aCustomer(db, workspace.id, { brands: [workspace.brandId] });
    for (let n = 0; n < 3; n += 1) await open({ requester: { email }, assignee: bo.id });
    await rule({ mode: 'push' });
    const [again] = [await open({ requester: { email } })];
    await route();
    expect(await explained(again)).toMatchObject({ decisions: [{ agent: { id: bo.id }, reasons: { why: 'last_agent' } }] });
    await rule({ sticky_last: false });
    const other = await open({ requester: { email } });
    await route();
    expect(await assigneeOf(other)).toBe(anna.id);
  });

  test('is not who gave it back', async () => {
    await rule({ mode: 'push' });
    const ticket = await open();
    await route();
    const first = await assigneeOf(ticket);
    await change(ticket.number, { assignee: null });
    await route();
    expect(await assigneeOf(ticket)).toBe(first === anna.id ? bo.id : anna.id);
  });

  test('is whoever took it meanwhile: a person is never overruled', async () => {
    await rule({ mode: 'push' });
    const ticket = await open();
    for (let more = true; more; ) ({ more } = await followStep(tools(), workspace.id));
    await change(ticket.number, { assignee: lead.id });
    await routeAll(tools());
    expect(await assigneeOf(ticket)).toBe(lead.id);
  });

  test('changes with what an agent says of the ticket, also that a skill is not needed', async () => {
    const fibre = await aSkill('Fibre', null, 4, [bo]);
    const billing = await aSkill('Billing');
    await rule({ mode: 'push', needs: [{ skill: billing, need: 'required' }] });
    const ticket = await open();
    expect(await route()).toBe(0);
    const set = (skills: object[], asker = anna) => desk.ask(asker, 'PUT', `/api/v1/tickets/${ticket.number}/skills`, { skills });
    expect(await set([{ skill: fibre, need: 'required', level: 4 }, { skill: billing, need: 'none' }])).toMatchObject({ status: 200, body: { needs: [{ skill: { name: 'Fibre' }, need: 'required', level: 4, source: 'agent' }, { skill: { name: 'Billing' }, need: 'none', source: 'agent' }] } });
    expect(await route(20_000)).toBe(1);
    expect(await assigneeOf(ticket)).toBe(bo.id);
    const told = (await wholeFeed(desk, lead)).filter(({ data }) => data.changes && 'skills' in data.changes);
    expect(told).toHaveLength(1);
    await set([{ skill: fibre, need: 'required', level: 4 }, { skill: billing, need: 'none' }]);
    expect((await wholeFeed(desk, lead)).filter(({ data }) => data.changes && 'skills' in data.changes)).toHaveLength(1);
    expect(await set([{ skill: 999_999, need: 'required' }])).toMatchObject({ status: 400, body: { errors: [{ field: 'skills', code: 'not_found' }] } });
  });
});

describe('a rule', () => {
  test('is changed by leads, with what is there, and an event that names what changed', async () => {
    expect((await rule({ mode: 'push' }, team, anna)).status).toBe(403);
    expect(await rule({ overflow_team: team })).toMatchObject({ status: 400, body: { errors: [{ field: 'overflow_team' }] } });
    expect(await rule({ needs: [{ skill: 999_999, need: 'required' }] })).toMatchObject({ status: 400, body: { errors: [{ field: 'needs', code: 'not_found' }] } });
    const foreign = await aTeam(db, (await aWorkspace(db)).id);
    expect((await rule({ mode: 'push' }, foreign)).status).toBe(404);
    expect(await rule({ overflow_team: foreign })).toMatchObject({ status: 400, body: { errors: [{ field: 'overflow_team', code: 'not_found' }] } });
    await rule({ method: 'round_robin', relax_minutes: 0 });
    expect((await wholeFeed(desk, lead)).at(-1)).toMatchObject({ type: 'team.updated', data: { changes: { routing: { method: { from: 'least_busy', to: 'round_robin' }, relax_minutes: { from: 5, to: 0 } } } } });
  });

  test('keeps what it asks for in brands that a lead does not see, and does not tell of them', async () => {
    const [hidden, skill] = [await aBrand(db, workspace.id), await aSkill('Fibre')];
    const narrow = await anAgent(db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
    await rule({ needs: [{ skill, brand: hidden, need: 'required' }, { skill, need: 'preferred' }] });
    expect((await desk.ask(narrow, 'GET', `/api/v1/teams/${team}/routing`)).body.needs).toMatchObject([{ brand: null }]);
    expect(await rule({ needs: [{ skill, brand: hidden, need: 'required' }] }, team, narrow)).toMatchObject({ status: 400 });
    expect((await rule({ needs: [] }, team, narrow)).body.needs).toEqual([]);
    expect((await desk.ask(lead, 'GET', `/api/v1/teams/${team}/routing`)).body.needs).toMatchObject([{ brand: { id: hidden }, need: 'required' }]);
  });
});
