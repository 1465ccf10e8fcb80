import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { fireDue } from '../../platform/timers/timers.ts';
import { targetQueue } from './due-targets.ts';
import { followStep } from './keep-targets.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  agent = await anAgent(desk.context.db, workspace.id);
  await follow();
});
afterAll(() => desk.stop());

const minute = 60_000;
type Body = Record<string, unknown>;
const each = (minutes: number | null) => ({ low: minutes, normal: minutes, high: minutes, urgent: minutes });
const target = (kind: string, minutes: number | object, time = 'calendar') => ({ kind, time, minutes: typeof minutes === 'number' ? each(minutes) : { ...each(null), ...minutes } });
const addPolicy = async (targets: object[], body: object = {}) => (await desk.ask(admin, 'POST', '/api/v1/sla-policies', { name: 'Usual', targets, warn_minutes: 0, ...body })).body;
const aTicket = async (body: object = {}) => (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It is broken', requester: { email: 'maja@firm.example' }, ...body })).body;
const change = (number: number, body: object) => desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, body);
const reply = (number: number) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Restart it' });
const rows = async (number: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/sla`)).body.items.toReversed() as Body[];
const states = async (number: number) => (await rows(number)).map(({ kind, state, reason }) => `${kind as string} ${state as string} ${reason as string}`);
const told = async () => (await wholeFeed(desk, admin)).filter(({ type }) => type.startsWith('sla.')).map(({ type, data }) => `${type} ${(data as { kind: string }).kind}`);
/** Everything that there is to follow, as of a moment. */
async function follow(in_ = 0): Promise<void> {
  const clock = fixedClock(new Date(Date.now() + in_));
  const { db } = desk.context;
  const isBehind = async () => (await sql`select from sla_progress p where p.workspace_id = ${workspace.id} and (p.sweep_after is not null
    or exists (select from events e where e.workspace_id = p.workspace_id and (e.xid, e.id) > (p.xid, p.event_id)))`.execute(db)).rows.length > 0;
  // An event is read once no older transaction runs any more, in whatever database of the server.
  await expect.poll(async () => {
    for (let more = true; more; ) ({ more } = await followStep({ db, clock }, workspace.id, 'test'));
    return isBehind();
  }, { timeout: 15_000 }).toBe(false);
}
const mark = async (in_: number) => (await fireDue({ ...desk.context, clock: fixedClock(new Date(Date.now() + in_)) }, targetQueue)).count;

describe('a promised time', () => {
  test('begins with the ticket and is kept by an answer', async () => {
    const policy = await addPolicy([target('first_reply', 60), target('resolution', 600)]);
    const ticket = await aTicket();
    await follow();
    const [first] = await rows(ticket.number);
    expect(first).toMatchObject({ kind: 'first_reply', state: 'running', minutes: 60, business: false, priority: 'normal', policy: { id: policy.id, name: 'Usual', version: 1 }, ended_at: null });
    expect(Date.parse(first!['due_at'] as string) - Date.parse(first!['started_at'] as string)).toBe(60 * minute);
    await reply(ticket.number);
    await follow();
    expect(await states(ticket.number)).toEqual(['first_reply met started', 'resolution running started']);
    await change(ticket.number, { status: 'solved' });
    await follow();
    expect(await told()).toEqual(['sla.met first_reply', 'sla.met resolution']);
  });

  test('is warned of, then broken, each once; an answer after that does not mend it', async () => {
    await addPolicy([target('first_reply', 60)], { warn_minutes: 15 });
    const ticket = await aTicket();
    await follow();
    expect(await mark(44 * minute)).toBe(0);
    expect([await mark(46 * minute), await mark(47 * minute)]).toEqual([1, 0]);
    expect(await states(ticket.number)).toEqual(['first_reply warned started']);
    expect([await mark(61 * minute), await mark(62 * minute)]).toEqual([1, 0]);
    expect(await rows(ticket.number)).toMatchObject([{ state: 'breached', ended_at: null }]);
    await reply(ticket.number);
    await follow(70 * minute);
    expect(await states(ticket.number)).toEqual(['first_reply breached started']);
    expect(await told()).toEqual(['sla.warning first_reply', 'sla.breached first_reply']);
  });

  test('rests while the ticket waits, and each stretch stays in its history', async () => {
    await addPolicy([target('resolution', 60)]);
    const ticket = await aTicket();
    await follow();
    await change(ticket.number, { status: 'pending' });
    await follow();
    expect(await rows(ticket.number)).toMatchObject([{ state: 'replaced' }, { state: 'resting', reason: 'paused', due_at: null }]);
    expect((await rows(ticket.number))[1]!['left_seconds']).toBeGreaterThan(3590);
    expect(await mark(90 * minute)).toBe(0);
    await change(ticket.number, { status: 'open' });
    await follow();
    expect(await states(ticket.number)).toEqual(['resolution replaced started', 'resolution replaced paused', 'resolution running resumed']);
    await change(ticket.number, { status: 'solved' });
    await change(ticket.number, { status: 'open' });
    await follow();
    await follow();
    expect((await states(ticket.number)).at(-1)).toMatch(/^resolution running/);
  });

  test('is reckoned anew when the priority changes, from the beginning', async () => {
    await addPolicy([target('first_reply', { normal: 600, urgent: 60 })]);
    const ticket = await aTicket();
    await follow();
    await change(ticket.number, { priority: 'urgent' });
    await follow();
    const [, now] = await rows(ticket.number);
    expect(now).toMatchObject({ state: 'running', reason: 'terms', priority: 'urgent', minutes: 60 });
    expect(Date.parse(now!['due_at'] as string) - Date.parse(now!['started_at'] as string)).toBe(60 * minute);
    await change(ticket.number, { priority: 'low' });
    await follow();
    expect((await states(ticket.number)).at(-1)).toBe('first_reply dropped terms');
  });

  test('is made and mended for open tickets when a policy comes, changes, is switched off or goes', async () => {
    const ticket = await aTicket();
    const solved = await aTicket({ status: 'solved' });
    await follow();
    const policy = await addPolicy([target('first_reply', 60)]);
    await follow();
    expect(await states(ticket.number)).toEqual(['first_reply running started']);
    expect(await rows(solved.number)).toEqual([]);
    expect((await desk.ask(admin, 'PATCH', `/api/v1/sla-policies/${policy.id}`, { targets: [target('first_reply', 120)] })).body.version).toBe(2);
    await follow();
    expect((await rows(ticket.number)).at(-1)).toMatchObject({ state: 'running', minutes: 120, policy: { version: 2 } });
    await desk.ask(admin, 'PATCH', `/api/v1/sla-policies/${policy.id}`, { active: false });
    await follow();
    expect((await states(ticket.number)).at(-1)).toBe('first_reply dropped terms');
    await desk.ask(admin, 'PATCH', `/api/v1/sla-policies/${policy.id}`, { active: true });
    await desk.ask(admin, 'DELETE', `/api/v1/sla-policies/${policy.id}`);
    await follow();
    expect((await rows(ticket.number)).every(({ ended_at }) => ended_at !== null)).toBe(true);
  });

  test('counts opening hours, and follows when they change', async () => {
    await desk.ask(admin, 'PATCH', '/api/v1/workspace', { hours: [[], [], [], [], [], [], []] });
    await addPolicy([target('first_reply', 60, 'business')]);
    const ticket = await aTicket();
    await follow();
    expect(await rows(ticket.number)).toMatchObject([{ state: 'running', business: true, due_at: null }]);
    const [calendar] = (await desk.ask(admin, 'GET', '/api/v1/calendars')).body.items;
    await desk.ask(admin, 'PATCH', `/api/v1/calendars/${calendar.id}`, { week: null });
    await follow();
    const last = (await rows(ticket.number)).at(-1)!;
    expect(Date.parse(last['due_at'] as string) - Date.parse(last['started_at'] as string)).toBe(60 * minute);
  });

  test('the first policy that fits counts, and their order can be changed', async () => {
    const urgent = await addPolicy([target('first_reply', 5)], { name: 'Urgent', conditions: { priority: ['urgent'], tag: ['vip'] } });
    const all = await addPolicy([target('first_reply', 60)], { name: 'All' });
    const [plain, vip] = [await aTicket({ priority: 'urgent' }), await aTicket({ priority: 'urgent', tags: ['vip'] })];
    await follow();
    const policyOf = async (number: number) => ((await rows(number)).at(-1)!['policy'] as Body)['id'];
    expect([await policyOf(plain.number), await policyOf(vip.number)]).toEqual([all.id, urgent.id]);
    await desk.ask(admin, 'PATCH', `/api/v1/sla-policies/${all.id}`, { before: urgent.id });
    await follow();
    expect(await policyOf(vip.number)).toBe(all.id);
    expect((await desk.ask(admin, 'GET', '/api/v1/sla-policies')).body.items.map(({ name }: { name: string }) => name)).toEqual(['All', 'Urgent']);
  });

  test('what happened while nobody followed is told in order afterwards, and following twice changes nothing', async () => {
    await addPolicy([target('first_reply', 60), target('next_reply', 30), target('update', 600)]);
    const ticket = await aTicket();
    await reply(ticket.number);
    await reply(ticket.number);
    await follow();
    const before = await rows(ticket.number);
    expect(await states(ticket.number)).toEqual(['first_reply met started', 'update met started', 'update running started']);
    await desk.context.db.updateTable('sla_progress').set({ sweep_after: 0 }).where('workspace_id', '=', workspace.id).execute();
    await follow();
    expect(await rows(ticket.number)).toEqual(before);
  });

  test('ends with a ticket that is no case any more', async () => {
    await addPolicy([target('first_reply', 60)]);
    const ticket = await aTicket();
    await follow();
    await change(ticket.number, { folder: 'spam' });
    await follow();
    expect(await states(ticket.number)).toEqual(['first_reply dropped started']);
    await change(ticket.number, { folder: 'inbox' });
    await follow();
    expect((await states(ticket.number)).at(-1)).toBe('first_reply running reopened');
  });
});

describe('who sees what', () => {
  test('a brand’s tickets are shown to those who see it', async () => {
    await addPolicy([target('first_reply', 60)]);
    const other = await aBrand(desk.context.db, workspace.id);
    const ticket = await aTicket({ brand: other });
    await follow();
    const narrow = await anAgent(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    for (const url of [`/api/v1/tickets/${ticket.number}/sla`, `/api/v1/sla/check?ticket=${ticket.number}`]) expect((await desk.ask(narrow, 'GET', url)).status).toBe(404);
    const due = (asker: TestAgent) => desk.ask(asker, 'GET', `/api/v1/sla/due?tickets=${ticket.number},999999`);
    expect((await due(narrow)).body.items).toEqual([]);
    expect((await due(agent)).body.items).toMatchObject([{ ticket: ticket.number, kind: 'first_reply', state: 'running' }]);
  });

  test('policies are written by administrators, and say what they promise', async () => {
    expect((await desk.ask(agent, 'POST', '/api/v1/sla-policies', { name: 'Mine', targets: [target('first_reply', 60)] })).status).toBe(403);
    for (const targets of [[], [target('first_reply', {})], [target('first_reply', 0)], [target('first_reply', 60), target('first_reply', 30)], [target('lunch', 60)]])
      expect(await desk.ask(admin, 'POST', '/api/v1/sla-policies', { name: 'Odd', targets })).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'admin' });
    const policy = await addPolicy([target('first_reply', 60)]);
    expect((await desk.ask(stranger, 'DELETE', `/api/v1/sla-policies/${policy.id}`)).status).toBe(404);
  });

  test('what is for brands alone that somebody does not see is no policy for them; of one that is for others as well they see and change their part', async () => {
    const [hidden, another] = [await aBrand(desk.context.db, workspace.id), await aBrand(desk.context.db, workspace.id)];
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [workspace.brandId, another] });
    const of = async (name: string, brand: number[]) => (await addPolicy([target('first_reply', 60)], { name, conditions: { brand } })).id as number;
    const [gold, shared, own] = [await of('Gold', [hidden]), await of('Shared', [workspace.brandId, hidden]), await of('Own', [workspace.brandId])];
    const list = (asker: TestAgent) => desk.ask(asker, 'GET', '/api/v1/sla-policies').then(({ body }) => body.items.map(({ name, conditions }: { name: string; conditions: { brand: number[] } }) => [name, conditions.brand]));
    expect(await list(narrow)).toEqual([['Shared', [workspace.brandId]], ['Own', [workspace.brandId]]]);
    expect((await desk.ask(narrow, 'GET', '/api/v1/sla-policies?limit=1')).body.items).toMatchObject([{ id: shared }]);
    for (const [method, body] of [['GET', undefined], ['PATCH', { active: false }], ['DELETE', undefined]] as const) expect((await desk.ask(narrow, method, `/api/v1/sla-policies/${gold}`, body)).status).toBe(404);
    expect((await desk.ask(narrow, 'PATCH', `/api/v1/sla-policies/${own}`, { before: gold })).body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'before' }] });
    expect((await desk.ask(narrow, 'PATCH', `/api/v1/sla-policies/${shared}`, { conditions: { brand: [another] } })).body.conditions).toEqual({ brand: [another] });
    expect(await list(admin)).toEqual([['Gold', [hidden]], ['Shared', [hidden, another]], ['Own', [workspace.brandId]]]);
    const heard = (await wholeFeed(desk, narrow)).filter(({ type }) => type.startsWith('sla_policy.')).map(({ data }) => (data as { policy_id: number }).policy_id);
    expect(heard).toEqual([shared, own, shared]);
  });

  test('who sees some brands writes policies of these alone; one for all brands is for who sees them all', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [workspace.brandId] });
    const targets = [target('first_reply', 60)];
    const names = async () => (await desk.ask(admin, 'GET', '/api/v1/sla-policies')).body.items.map(({ name }: { name: string }) => name);
    const create = (conditions?: object) => desk.ask(narrow, 'POST', '/api/v1/sla-policies', { name: 'Mine', targets, conditions });
    const unknown = { status: 400, body: { code: 'invalid_input', errors: [{ field: 'conditions.brand', code: 'not_found' }] } };
    const refused = { status: 403, body: { code: 'not_allowed' } };
    expect(await create({ brand: [workspace.brandId, hidden] })).toMatchObject(unknown);
    expect(await create({ brand: [hidden] })).toMatchObject(unknown);
    for (const conditions of [undefined, {}, { priority: ['urgent'] }]) expect(await create(conditions)).toMatchObject(refused);
    expect(await names()).toEqual([]);
    const [all, shared] = [await addPolicy(targets, { name: 'All' }), await addPolicy(targets, { name: 'Shared', conditions: { brand: [workspace.brandId, hidden] } })];
    expect((await create({ brand: [workspace.brandId] })).status).toBe(201);
    const patch = (policy: { id: number }, body: object) => desk.ask(narrow, 'PATCH', `/api/v1/sla-policies/${policy.id}`, body);
    for (const body of [{ name: 'Ours' }, { active: false }, { before: null }, { conditions: { brand: [workspace.brandId] } }]) expect(await patch(all, body)).toMatchObject(refused);
    expect(await desk.ask(narrow, 'DELETE', `/api/v1/sla-policies/${all.id}`)).toMatchObject(refused);
    expect(await patch(shared, { conditions: { priority: ['urgent'] } })).toMatchObject(refused);
    expect(await patch(shared, { conditions: { brand: [workspace.brandId, await aBrand(desk.context.db, workspace.id)] } })).toMatchObject(unknown);
    expect(await patch(shared, { name: 'Both', conditions: { brand: [workspace.brandId] } })).toMatchObject({ status: 200, body: { name: 'Both', version: 1 } });
    expect(await names()).toEqual(['All', 'Both', 'Mine']);
  });

  test('a policy that is saved as it was found stays as it is, and has no more brands than it can show', async () => {
    const { db } = desk.context;
    const [hidden, ...more] = await Promise.all(Array.from({ length: 21 }, () => aBrand(db, workspace.id)));
    const narrow = await anAgent(db, workspace.id, { role: 'admin', brands: [workspace.brandId, ...more] });
    const { id } = await addPolicy([target('first_reply', 60)], { conditions: { brand: [hidden, workspace.brandId] } });
    const heard = () => wholeFeed(desk, admin).then((feed) => feed.filter(({ type }) => type === 'sla_policy.updated').length);
    const save = (brand: number[]) => desk.ask(narrow, 'PATCH', `/api/v1/sla-policies/${id}`, { conditions: { brand } });
    expect(await save([workspace.brandId])).toMatchObject({ status: 200, body: { version: 1, conditions: { brand: [workspace.brandId] } } });
    expect(await heard()).toBe(0);
    expect(await save(more)).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'conditions.brand', code: 'too_many' }] } });
    expect(await save(more.slice(1))).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await desk.ask(admin, 'GET', `/api/v1/sla-policies/${id}`)).body.conditions).toEqual({ brand: [hidden, ...more.slice(1)] });
    expect(await heard()).toBe(1);
  });

  test('what a ticket would have had', async () => {
    const ticket = await aTicket();
    expect((await desk.ask(agent, 'GET', `/api/v1/sla/check?ticket=${ticket.number}`)).body).toEqual({ ticket: ticket.number, policy: null, items: [] });
    await addPolicy([target('first_reply', 60)]);
    expect((await desk.ask(agent, 'GET', `/api/v1/sla/check?ticket=${ticket.number}`)).body).toMatchObject({ policy: { name: 'Usual' }, items: [{ kind: 'first_reply', minutes: 60, breached_at: null }] });
  });
});
