import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { toldKinds } from '../../../../../tests/support/desk-room.ts';
import { aBrand, aMessage, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable, wholeFeed } from '../../../../../tests/support/feed.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Database } from '../../platform/db/db.ts';
import { routeAll } from '../routing/testing/route-all.ts';
import { closeDueTickets } from '../tickets/index.ts';
import { escalateTicket } from './index.ts';

let desk: TestDesk;
let db: Database;
let workspace: TestWorkspace;
let lead: TestAgent;
let anna: TestAgent;
let bo: TestAgent;
let team: number;

beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
});
beforeEach(async () => {
  workspace = await aWorkspace(db);
  lead = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena' });
  anna = await anAgent(db, workspace.id, { name: 'Anna' });
  bo = await anAgent(db, workspace.id, { name: 'Bo' });
  await setAgent(bo, { tier: 2, availability: 'online' });
  team = await aTeam(db, workspace.id, { name: 'Network', members: [anna.id, bo.id, lead.id] });
});
afterAll(() => desk.stop());

const setAgent = ({ id }: { id: number }, set: Partial<{ tier: number; availability: 'online' | 'away'; active: boolean }>) => db.updateTable('agents').set(set).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
const open = async (body: object = {}): Promise<number> => {
  const { status, body: ticket } = await desk.ask(anna, 'POST', '/api/v1/tickets', { subject: 'The router restarts', text: 'It restarts each night at two.', requester: { email: `maja-${Math.random()}@firm.example`, name: 'Maja' }, assignee: anna.id, team, language: 'en', ...body });
  expect(status).toBe(201);
  return ticket.number;
};
const url = (number: number, rest = '') => `/api/v1/tickets/${number}/escalations${rest}`;
const escalate = (number: number, to: object, { by = anna, ...body }: { by?: TestAgent } & Record<string, unknown> = {}) => desk.ask(by, 'POST', url(number), { to, question: 'Is this the known fault?', known: 'Model R200', tried: 'Restarted it', promised: '', ...body });
const ticket = async (number: number) => (await desk.ask(lead, 'GET', `/api/v1/tickets/${number}`)).body;
const marks = async (number: number) => (await db.selectFrom('tickets').select(['needed_tier', 'escalated_at']).where('workspace_id', '=', workspace.id).where('number', '=', number).executeTakeFirstOrThrow());
const list = async (number: number) => (await desk.ask(lead, 'GET', url(number))).body.items;
const refused = (code: string) => ({ status: 400, body: { errors: [{ field: 'to', code }] } });

/** What each agent is told, once everything that has happened has been read. */
const told = async (agent: TestAgent) => (await toldKinds(desk, workspace.id, agent)).reverse();

describe('a functional escalation', () => {
  test('gives the ticket to the colleague, who reads what is known and hears of it once', async () => {
    await told(bo);
    const number = await open();
    expect(await escalate(number, { agent: bo.id })).toMatchObject({ status: 201, body: { kind: 'functional', target: 'agent', owner: { name: 'Bo' }, by: { name: 'Anna' }, from: { agent: { name: 'Anna' }, team: { name: 'Network' } }, known: 'Model R200', state: 'open', told: false } });
    expect(await ticket(number)).toMatchObject({ assignee: { name: 'Bo' }, team: { name: 'Network' } });
    const { items } = (await desk.ask(bo, 'GET', `/api/v1/tickets/${number}/timeline`)).body;
    expect(items.find(({ type }: { type: string }) => type === 'escalation.made')).toMatchObject({ words: { known: 'Model R200', tried: 'Restarted it', question: 'Is this the known fault?' } });
    expect(await told(bo)).toEqual(['escalated']);
    expect((await desk.ask(bo, 'GET', '/api/v1/escalations')).body.items).toMatchObject([{ ticket: number, subject: 'The router restarts', requester: 'Maja', question: 'Is this the known fault?' }]);
  });

  test('to a tier waits for somebody of it, and is told to them alone; what waited for the customer is taken up again', async () => {
    const number = await open({ status: 'open' });
    await desk.ask(anna, 'PATCH', `/api/v1/tickets/${number}`, { status: 'pending' });
    expect([await told(bo), await told(lead)]).toEqual([[], []]);
    expect((await escalate(number, { tier: 2 })).status).toBe(201);
    expect(await ticket(number)).toMatchObject({ assignee: null, status: 'open' });
    expect(await marks(number)).toMatchObject({ needed_tier: 2, escalated_at: expect.any(Date) });
    expect(await told(bo)).toEqual(['escalated']);
    expect(await told(lead)).toEqual([]);
    expect(await escalate(number, { tier: 2 })).toMatchObject(refused('already_here'));
  });

  test('where tickets are handed out goes to somebody of the tier, and to nobody below it', async () => {
    await setAgent(anna, { availability: 'online' });
    await desk.ask(lead, 'PATCH', `/api/v1/teams/${team}/routing`, { mode: 'push' });
    const number = await open();
    await setAgent(bo, { availability: 'away' });
    await escalate(number, { tier: 2 });
    await feedReadable(db, workspace.id);
    await routeAll(desk.context);
    expect((await desk.ask(lead, 'GET', `/api/v1/tickets/${number}/routing`)).body.waiting.not).toContainEqual(expect.objectContaining({ agent: { id: anna.id, name: 'Anna' }, why: 'tier', level: 2, has: 1 }));
    await setAgent(bo, { availability: 'online' });
    await db.updateTable('routing_queue').set({ look_at: new Date(0) }).where('workspace_id', '=', workspace.id).execute();
    await routeAll(desk.context);
    expect((await ticket(number)).assignee).toMatchObject({ name: 'Bo' });
  });

  test('goes nowhere where nobody could take it', async () => {
    const number = await open();
    const narrow = await anAgent(db, workspace.id, { name: 'Nils', brands: [await aBrand(db, workspace.id)] });
    const empty = await aTeam(db, workspace.id, { members: [narrow.id] });
    expect(await escalate(number, { tier: 3 })).toMatchObject(refused('nobody_there'));
    expect(await escalate(number, { team: empty })).toMatchObject(refused('nobody_there'));
    expect(await escalate(number, { agent: narrow.id })).toMatchObject(refused('not_found'));
    expect(await escalate(number, { agent: anna.id })).toMatchObject(refused('same_agent'));
    expect(await escalate(number, { team: 999_999 })).toMatchObject(refused('not_found'));
    const other = await aTeam(db, workspace.id, { members: [bo.id] });
    await db.updateTable('brands').set({ team_ids: [team] }).where('workspace_id', '=', workspace.id).where('id', '=', workspace.brandId).execute();
    expect(await escalate(number, { team: other })).toMatchObject(refused('not_serving'));
    expect((await escalate(number, { agent: bo.id }, { by: narrow })).status).toBe(404);
    expect((await escalate(number, { agent: bo.id, team })).status).toBe(400);
    await desk.ask(anna, 'PATCH', `/api/v1/tickets/${number}`, { status: 'solved' });
    expect(await escalate(number, { agent: bo.id })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await list(number)).toEqual([]);
  });

  test('is handed back with an explanation, to whoever escalated it', async () => {
    const number = await open();
    const { id } = (await escalate(number, { tier: 2 })).body;
    await desk.ask(bo, 'PATCH', `/api/v1/tickets/${number}`, { assignee: bo.id });
    const back = (explanation: string) => desk.ask(bo, 'POST', url(number, `/${id}/hand-back`), { explanation });
    expect((await back('  ')).status).toBe(400);
    expect(await back('It is the old power supply.')).toMatchObject({ status: 200, body: { state: 'handed_back', explanation: 'It is the old power supply.', over_by: { name: 'Bo' } } });
    expect((await ticket(number)).assignee).toMatchObject({ name: 'Anna' });
    expect(await marks(number)).toEqual({ needed_tier: null, escalated_at: null });
    expect(await told(anna)).toEqual(['handed_back']);
    expect((await back('Again')).status).toBe(409);
  });

  test('goes back to the team where whoever escalated it is not there any more', async () => {
    const number = await open();
    const { id } = (await escalate(number, { agent: bo.id })).body;
    await setAgent(anna, { active: false });
    await desk.ask(bo, 'POST', url(number, `/${id}/hand-back`), { explanation: 'Not ours' });
    expect(await ticket(number)).toMatchObject({ assignee: null, team: { name: 'Network' } });
  });

  test('that is passed on comes back to whoever passed it on, and from them to the first', async () => {
    const cleo = await anAgent(db, workspace.id, { name: 'Cleo' });
    const number = await open();
    const first = (await escalate(number, { tier: 2 })).body.id;
    await desk.ask(bo, 'PATCH', `/api/v1/tickets/${number}`, { assignee: bo.id });
    const second = (await escalate(number, { agent: cleo.id }, { by: bo })).body.id;
    expect((await list(number)).map(({ id, state }: { id: number; state: string }) => [id, state])).toEqual([[second, 'open'], [first, 'passed_on']]);
    expect((await marks(number)).needed_tier).toBeNull();
    await desk.ask(cleo, 'POST', url(number, `/${second}/hand-back`), { explanation: 'Look at the log' });
    expect((await ticket(number)).assignee).toMatchObject({ name: 'Bo' });
    expect((await marks(number)).needed_tier).toBe(2);
    await desk.ask(bo, 'POST', url(number, `/${first}/hand-back`), { explanation: 'It is the log' });
    expect((await ticket(number)).assignee).toMatchObject({ name: 'Anna' });
  });

  test('is taken back by whoever made it or a lead, and is as it was', async () => {
    const other = await aTeam(db, workspace.id, { members: [bo.id] });
    const number = await open();
    const { id } = (await escalate(number, { team: other })).body;
    expect(await ticket(number)).toMatchObject({ assignee: null, team: { id: other } });
    expect((await desk.ask(bo, 'POST', url(number, `/${id}/withdraw`), {})).status).toBe(403);
    expect((await desk.ask(anna, 'POST', url(number, `/${id}/withdraw`), {})).body).toMatchObject({ state: 'withdrawn' });
    expect(await ticket(number)).toMatchObject({ assignee: { name: 'Anna' }, team: { id: team } });
  });

  test('is over where it is settled, or the ticket is closed', async () => {
    const [settled, closed] = [await open(), await open()];
    const { id } = (await escalate(settled, { agent: bo.id })).body;
    expect((await desk.ask(bo, 'POST', url(settled, `/${id}/end`), {})).body).toMatchObject({ state: 'ended', over_by: { name: 'Bo' } });
    expect((await ticket(settled)).assignee).toMatchObject({ name: 'Bo' });
    await escalate(closed, { agent: bo.id });
    await desk.ask(bo, 'PATCH', `/api/v1/tickets/${closed}`, { status: 'solved' });
    expect((await desk.ask(bo, 'GET', '/api/v1/escalations')).body.items).toEqual([]);
    await db.updateTable('tickets').set({ close_at: new Date(0) }).where('workspace_id', '=', workspace.id).where('number', '=', closed).execute();
    await closeDueTickets(desk.context);
    expect(await list(closed)).toMatchObject([{ state: 'ended', over_by: null }]);
    expect((await marks(closed)).escalated_at).toBeNull();
  });
});

describe('a hierarchical escalation', () => {
  test('becomes a lead’s, while the ticket stays where it is; the answer comes back', async () => {
    const number = await open();
    const { body } = await escalate(number, { lead: null });
    expect(body).toMatchObject({ kind: 'hierarchical', target: 'lead', owner: { name: 'Lena' } });
    expect((await ticket(number)).assignee).toMatchObject({ name: 'Anna' });
    expect(await told(lead)).toEqual(['escalated']);
    expect((await desk.ask(lead, 'GET', '/api/v1/escalations')).body.items).toMatchObject([{ id: body.id }]);
    await desk.ask(lead, 'POST', url(number, `/${body.id}/hand-back`), { explanation: 'Refund it.' });
    expect((await ticket(number)).assignee).toMatchObject({ name: 'Anna' });
    expect(await told(anna)).toEqual(['handed_back']);
  });

  test('stands beside a functional one, and is nobody’s who does not lead', async () => {
    const number = await open();
    await escalate(number, { agent: bo.id });
    expect(await escalate(number, { lead: bo.id })).toMatchObject(refused('not_found'));
    expect((await escalate(number, { lead: lead.id })).status).toBe(201);
    expect((await list(number)).map(({ state }: { state: string }) => state)).toEqual(['open', 'open']);
  });
});

test('what a lead leaves goes to whoever takes over and leads, else waits for any lead', async () => {
  const admin = await anAgent(db, workspace.id, { role: 'admin' });
  const other = await anAgent(db, workspace.id, { name: 'Ola', role: 'lead' });
  const number = await open();
  await escalate(number, { lead: other.id });
  const leave = (agent: TestAgent, id: number) => desk.ask(admin, 'POST', `/api/v1/agents/${agent.id}/deactivate`, { to: 'agent', id });
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${other.id}/open-tickets`)).body).toMatchObject({ escalations: 1 });
  await leave(other, lead.id);
  expect(await list(number)).toMatchObject([{ owner: { name: 'Lena' } }]);
  expect((await told(lead)).filter((kind) => kind === 'escalated')).toEqual(['escalated']);
  await leave(lead, bo.id);
  expect((await desk.ask(admin, 'GET', '/api/v1/escalations')).body.items).toMatchObject([{ ticket: number, owner: null }]);
  expect((await desk.ask(bo, 'GET', '/api/v1/escalations')).body.items).toEqual([]);
});

test('an automation escalates too, and puts the hand-over together itself', async () => {
  const number = await open();
  await desk.ask(anna, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Restarted it from here: no use.' });
  await db.transaction().execute((tx) => escalateTicket(tx, desk.context, systemActor(workspace.id), number, { to: { tier: 2 } }, desk.context.clock.now(), { approvals: { rules: [] } }));
  expect(await list(number)).toMatchObject([{ by: null, owner: null, tier: 2, question: '', known: expect.stringContaining('It restarts each night at two.'), tried: expect.stringContaining('Restarted it from here') }]);
});

test('two who escalate at once leave one open escalation', async () => {
  const number = await open();
  const answers = await Promise.all([escalate(number, { agent: bo.id }), escalate(number, { agent: lead.id })]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect((await list(number)).map(({ state }: { state: string }) => state)).toEqual(['open', 'passed_on']);
});

describe('the hand-over', () => {
  test('is filled from what the customer wrote, what was tried and what was promised', async () => {
    const number = await open();
    await desk.ask(anna, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Restarted it from here: no use.' });
    await desk.ask(anna, 'POST', `/api/v1/tickets/${number}/commitments`, { text: 'Call back with an answer', due: '2027-06-30' });
    const { known, tried, promised, customer } = (await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/hand-over`)).body;
    expect(known.split('\n')).toEqual(['• The router restarts', expect.stringMatching(/^• Maja, .*: “It restarts each night at two\.”$/)]);
    expect(tried).toMatch(/^• Anna noted, .*: “Restarted it from here: no use\.”$/);
    expect(promised).toMatch(/^• Call back with an answer, by .*2027.* \(Anna\)$/);
    expect(customer).toBeNull();
  });

  test('keeps which message each of its lines quotes, also of those that were mended; of a line that somebody wrote, none', async () => {
    const number = await open();
    const noted = (await desk.ask(anna, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Restarted it from here: no use.' })).body;
    const wrote = (await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items.find(({ direction }: { direction?: string }) => direction === 'in');
    const { known, tried, promised } = (await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/hand-over`)).body;
    const mended = `• Somebody noted, today: “Restarted it”\n\n${tried.replace('no use.”', 'no use at all.”')}`;
    const sources = [{ part: 'known', line: 1, message: wrote.id }, { part: 'tried', line: 2, message: noted.id }];
    const made = await escalate(number, { agent: bo.id }, { known, tried: mended, promised });
    expect(made).toMatchObject({ status: 201, body: { sources } });
    const { items } = (await desk.ask(bo, 'GET', `/api/v1/tickets/${number}/timeline`)).body;
    expect(items.find(({ type }: { type: string }) => type === 'escalation.made').words.sources).toEqual(sources);
    const other = await open();
    const [mine] = [(await escalate(other, { agent: bo.id }, { known: 'Nothing that anybody wrote', tried: '', promised: '' })).body];
    expect(mine.sources).toEqual([]);
    expect((await desk.ask(bo, 'GET', `/api/v1/tickets/${other}/timeline`)).body.items.find(({ type }: { type: string }) => type === 'escalation.made').words).not.toHaveProperty('sources');
  });

  test('of another brand’s ticket is nobody’s to read', async () => {
    const narrow = await anAgent(db, workspace.id, { brands: [await aBrand(db, workspace.id)] });
    const number = await open();
    for (const path of ['hand-over', 'experts', 'escalations', 'swarms']) expect((await desk.ask(narrow, 'GET', `/api/v1/tickets/${number}/${path}`)).status).toBe(404);
  });
});

describe('the customer', () => {
  const mails = (number: number) =>
    db.selectFrom('messages as m').innerJoin('tickets as t', (on) => on.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id')).select(['m.text', 'm.automatic', 'm.language']).where('m.workspace_id', '=', workspace.id).where('t.number', '=', number).where('m.author_type', '=', 'system').execute();
  const wanted = async (texts: object[] = []) => {
    await anInbox(db, workspace.id, { brandId: workspace.brandId });
    const admin = await anAgent(db, workspace.id, { role: 'admin' });
    expect((await desk.ask(admin, 'PATCH', `/api/v1/brands/${workspace.brandId}`, { tell_escalations: true })).body.tell_escalations).toBe(true);
    expect((await desk.ask(admin, 'PUT', `/api/v1/brands/${workspace.brandId}/texts`, { texts })).status).toBe(200);
  };

  test('hears nothing where the brand does not want it', async () => {
    await anInbox(db, workspace.id, { brandId: workspace.brandId });
    const number = await open();
    expect((await escalate(number, { agent: bo.id })).body.told).toBe(false);
    expect(await mails(number)).toEqual([]);
  });

  test('is told once in their language, in the brand’s words or ours, by a machine’s message', async () => {
    await wanted([{ kind: 'escalation', language: 'pl', body: 'Zgłoszenie {{ticket.number}} jest u specjalisty.' }]);
    const number = await open({ language: 'pl' });
    expect((await desk.ask(anna, 'GET', `/api/v1/tickets/${number}/hand-over`)).body.customer).toEqual({ text: `Zgłoszenie ${number} jest u specjalisty.`, language: 'pl' });
    expect((await escalate(number, { agent: bo.id })).body.told).toBe(true);
    await escalate(number, { agent: lead.id }, { by: bo });
    expect(await mails(number)).toEqual([{ text: `Zgłoszenie ${number} jest u specjalisty.`, automatic: 'escalation', language: 'pl' }]);
    await wanted();
    const swedish = await open({ language: 'sv' });
    await escalate(swedish, { lead: null });
    expect((await mails(swedish))[0]).toMatchObject({ language: 'sv', text: expect.stringContaining(`Ditt ärende ${swedish}`) });
  });

  test('is not told when the agent leaves it out, nor is a machine', async () => {
    await wanted();
    const [quiet, machine] = [await open(), await open()];
    expect((await escalate(quiet, { agent: bo.id }, { tell_customer: false })).body.told).toBe(false);
    const { id } = await db.selectFrom('tickets').select('id').where('workspace_id', '=', workspace.id).where('number', '=', machine).executeTakeFirstOrThrow();
    await db.updateTable('messages').set({ automatic: 'out-of-office' }).where('workspace_id', '=', workspace.id).where('id', '=', await aMessage(db, workspace.id, id)).execute();
    expect((await escalate(machine, { agent: bo.id })).body.told).toBe(false);
  });
});

test('a view holds what is escalated', async () => {
  const [number] = [await open(), await open()];
  await escalate(number, { agent: bo.id });
  const { body: view } = await desk.ask(lead, 'POST', '/api/v1/saved-views', { name: 'Escalated', conditions: { escalated: true } });
  expect((await desk.ask(lead, 'GET', `/api/v1/saved-views/${view.id}/tickets`)).body.items.map((each: { number: number }) => each.number)).toEqual([number]);
});

test('the feed tells of it in ids and codes alone', async () => {
  const number = await open();
  const { id } = (await escalate(number, { agent: bo.id })).body;
  const events = (await wholeFeed(desk, lead)).filter(({ type }) => type.startsWith('escalation.'));
  expect(events.map(({ type, data }) => ({ type, data }))).toEqual([{ type: 'escalation.made', data: { escalation: id, kind: 'functional', target: 'agent', tier: null, team: null, owner: bo.id, tell: [bo.id] } }]);
});
