import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { noteLive, setAwayWhoHasGone } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  lead = await anAgent(desk.context.db, workspace.id, { role: 'lead', name: 'Karin' });
  agent = await anAgent(desk.context.db, workspace.id, { name: 'Astrid' });
});
afterAll(() => desk.stop());

const urlOf = (who: TestAgent) => `/api/v1/agents/${who.id}`;
const say = (who: TestAgent, body: object, asker = who) => desk.ask(asker, 'PUT', `${urlOf(who)}/availability`, body);
const work = async (who: TestAgent, asker = lead) => (await desk.ask(asker, 'GET', `${urlOf(who)}/work`)).body;
const arrange = (who: TestAgent, body: object, asker = lead) => desk.ask(asker, 'PATCH', `${urlOf(who)}/work`, body);
const there = async (asker = lead, query = ''): Promise<number[]> => (await desk.ask(asker, 'GET', `/api/v1/availability${query}`)).body.items.map((each: { agent: { id: number } }) => each.agent.id);
const aSkill = async (name = 'Router', kind = 'product') => (await desk.ask(lead, 'POST', '/api/v1/skills', { kind, name })).body.id as number;
const events = async (type: string) => (await wholeFeed(desk, lead)).filter((event) => event.type === type);
const now = () => desk.context.clock.now();
const before = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
const later = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString();
const set = (who: TestAgent, values: object) => desk.context.db.updateTable('agents').set(values).where('workspace_id', '=', workspace.id).where('id', '=', who.id).execute();

describe('availability', () => {
  test('is away until somebody says it, and says since when and from where', async () => {
    expect(await work(agent)).toMatchObject({ availability: 'away', from_home: false, tier: 1, skills: [], limits: [], open: [], calendar: null });
    const start = now().toISOString();
    const online = await say(agent, { availability: 'online', from_home: true });
    expect(online).toMatchObject({ status: 200, body: { availability: 'online', from_home: true } });
    expect(online.body.since >= start).toBe(true);
    expect((await say(agent, { availability: 'online', from_home: false })).body).toMatchObject({ since: online.body.since, from_home: false });
    await say(agent, { availability: 'online' });
    expect((await events('availability.updated')).map(({ data }) => data)).toEqual([
      { agent_id: agent.id, changes: { availability: { from: 'away', to: 'online' }, from_home: { from: false, to: true } } },
      { agent_id: agent.id, changes: { from_home: { from: true, to: false } } },
    ]);
  });

  test('is said by everybody of themselves; a lead only sets others away', async () => {
    await say(agent, { availability: 'online' });
    const colleague = await anAgent(desk.context.db, workspace.id);
    expect((await say(agent, { availability: 'away' }, colleague)).status).toBe(403);
    expect((await say(agent, { availability: 'busy' }, lead)).status).toBe(403);
    expect((await say(agent, { availability: 'away', from_home: true }, lead)).status).toBe(403);
    expect(await say(agent, { availability: 'away' }, lead)).toMatchObject({ status: 200, body: { availability: 'away' } });
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    expect((await say(viewer, { availability: 'online' })).status).toBe(403);
  });

  test('ends with the work here: switched off, or a viewer from now on', async () => {
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    for (const body of [{ active: false }, { role: 'viewer' }]) {
      const somebody = await anAgent(desk.context.db, workspace.id);
      await say(somebody, { availability: 'online' });
      await desk.ask(admin, 'PATCH', urlOf(somebody), { name: 'Another' });
      expect((await work(somebody)).availability).toBe('online');
      await desk.ask(admin, 'PATCH', urlOf(somebody), body);
      expect((await work(somebody)).availability).toBe('away');
      expect(await there()).not.toContain(somebody.id);
    }
  });
});

describe('somebody who has gone', () => {
  const look = () => setAwayWhoHasGone(desk.context, workspace.id);

  test('is away fifteen minutes after their last screen was open, and everybody is told', async () => {
    await say(agent, { availability: 'online' });
    await set(agent, { availability_since: before(60), live_at: before(14) });
    await look();
    expect((await work(agent)).availability).toBe('online');
    await set(agent, { live_at: before(16) });
    await look();
    const away = await work(agent);
    expect(away.availability).toBe('away');
    expect(new Date(away.since).getTime()).toBeGreaterThan(before(1).getTime());
    await look();
    expect((await events('availability.updated')).slice(1)).toMatchObject([{ actor: { type: 'system' }, data: { agent_id: agent.id, reason: 'gone', changes: { availability: { from: 'online', to: 'away' } } } }]);
  });

  test('has fifteen minutes from what they said last, also without a screen', async () => {
    await set(agent, { availability: 'busy', availability_since: before(14), live_at: null });
    await look();
    expect((await work(agent)).availability).toBe('busy');
    await set(agent, { availability_since: before(16) });
    await look();
    expect((await work(agent)).availability).toBe('away');
  });

  test('may be on a break for two hours', async () => {
    await set(agent, { availability: 'break', availability_since: before(119), live_at: before(119) });
    await look();
    expect((await work(agent)).availability).toBe('break');
    await set(agent, { availability_since: before(121), live_at: before(121) });
    await look();
    expect((await work(agent)).availability).toBe('away');
  });

  test('is seen by their open screens, which are noted at most every few minutes, and not of who is away', async () => {
    const seen = async (who: TestAgent) => (await desk.context.db.selectFrom('agents').select('live_at').where('workspace_id', '=', workspace.id).where('id', '=', who.id).executeTakeFirstOrThrow()).live_at;
    await set(agent, { availability: 'online', live_at: before(3) });
    const noted = await seen(agent);
    await noteLive(desk.context.db, workspace.id, [agent.id, lead.id], { now: now(), unlessSince: before(4) });
    expect(await seen(agent)).toEqual(noted);
    await set(agent, { live_at: before(5) });
    const at = now();
    await noteLive(desk.context.db, workspace.id, [agent.id, lead.id], { now: at, unlessSince: before(4) });
    expect([await seen(agent), await seen(lead)]).toEqual([at, null]);
  });
});

describe('what somebody takes', () => {
  test('is arranged by leads: tier, working hours and limits', async () => {
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    const calendar = (await desk.ask(admin, 'POST', '/api/v1/calendars', { name: 'Nights' })).body;
    const nights = (await desk.ask(admin, 'POST', '/api/v1/calendars', { name: 'More nights' })).body;
    expect((await arrange(agent, { tier: 2 }, agent)).status).toBe(403);
    const limits = [{ channel: 'email', most: 20 }, { channel: 'chat', most: 3 }];
    expect(await arrange(agent, { tier: 3, calendar: nights.id, limits })).toMatchObject({ status: 200, body: { tier: 3, calendar: { id: nights.id, name: 'More nights' }, limits: [{ channel: 'chat', most: 3 }, { channel: 'email', most: 20 }] } });
    await arrange(agent, { tier: 3, limits: limits.toReversed() });
    await arrange(agent, { limits: [{ channel: 'chat', most: 4 }] });
    expect((await work(agent)).limits).toEqual([{ channel: 'chat', most: 4 }]);
    expect(await arrange(agent, { calendar: 999_999 })).toMatchObject({ status: 400, body: { errors: [{ field: 'calendar' }] } });
    expect((await arrange(agent, { limits: [{ channel: 'chat', most: 1 }, { channel: 'chat', most: 2 }] })).status).toBe(400);
    expect((await events('agent.updated')).map(({ data }) => data)).toEqual([
      { agent_id: agent.id, changes: { tier: { from: 1, to: 3 }, calendar: { from: null, to: nights.id }, limits: { from: {}, to: { chat: 3, email: 20 } } } },
      { agent_id: agent.id, changes: { limits: { from: { chat: 3, email: 20 }, to: { chat: 4 } } } },
    ]);
    const shown = (await desk.ask(lead, 'GET', `/api/v1/calendars/${nights.id}`)).body;
    expect(shown.used_by).toEqual([{ type: 'agent', id: agent.id, name: 'Astrid' }]);
    expect(await desk.ask(admin, 'DELETE', `/api/v1/calendars/${nights.id}`)).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'used_by' }] } });
    expect((await desk.ask(admin, 'DELETE', `/api/v1/calendars/${calendar.id}`)).status).toBe(409);
    await arrange(agent, { calendar: null });
    expect((await desk.ask(admin, 'DELETE', `/api/v1/calendars/${nights.id}`)).status).toBe(200);
  });

  test('are skills with a level, which count until they expire', async () => {
    const router = await aSkill();
    const fibre = await aSkill('Fibre splicing', 'certificate');
    const give = (skill: number, body: object, asker = lead) => desk.ask(asker, 'PUT', `${urlOf(agent)}/skills/${skill}`, body);
    expect((await give(router, { level: 3 }, agent)).status).toBe(403);
    await give(router, { level: 3 });
    expect((await give(router, { level: 6 })).status).toBe(400);
    expect((await give(router, { level: 4 })).body.skills).toMatchObject([{ id: router, kind: 'product', name: 'Router', level: 4, expires_at: null, counts: true }]);
    const expired = (await give(fibre, { level: 5, expires_at: later(-1) })).body.skills;
    expect(expired.map(({ name, counts }: { name: string; counts: boolean }) => [name, counts])).toEqual([['Fibre splicing', false], ['Router', true]]);
    expect(await there(lead, `?skill=${router}`)).toEqual([agent.id]);
    expect(await there(lead, `?skill=${fibre}`)).toEqual([]);
    await desk.ask(lead, 'PATCH', `/api/v1/skills/${router}`, { archived: true });
    expect((await work(agent)).skills.map(({ id }: { id: number }) => id)).toEqual([fibre]);
    expect(await give(router, { level: 5 })).toMatchObject({ status: 400, body: { errors: [{ field: 'skill', code: 'archived' }] } });
    await desk.ask(lead, 'PATCH', `/api/v1/skills/${router}`, { archived: false });
    expect((await desk.ask(lead, 'DELETE', `${urlOf(agent)}/skills/${fibre}`)).body.skills).toMatchObject([{ id: router, level: 4 }]);
    expect((await desk.ask(lead, 'DELETE', `${urlOf(agent)}/skills/${fibre}`)).status).toBe(200);
    expect((await events('agent.updated')).map(({ data }) => data.changes)).toEqual([
      { skill: { id: router, from: null, to: 3 } },
      { skill: { id: router, from: 3, to: 4 } },
      { skill: { id: fibre, from: null, to: 5 } },
      { skill: { id: fibre, from: 5, to: null } },
    ]);
  });

  test('is arranged only by a lead who sees all that they see', async () => {
    const brand = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [brand] });
    const colleague = await anAgent(desk.context.db, workspace.id, { brands: [brand] });
    const stranger = await anAgent(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    expect((await arrange(colleague, { tier: 2 }, narrow)).status).toBe(200);
    expect((await arrange(agent, { tier: 2 }, narrow)).status).toBe(403);
    expect((await arrange(stranger, { tier: 2 }, narrow)).status).toBe(404);
    expect((await desk.ask(narrow, 'GET', `${urlOf(stranger)}/work`)).status).toBe(404);
    expect(await there(narrow)).toEqual([lead.id, agent.id, narrow.id, colleague.id]);
    expect((await work(agent, narrow)).may_edit).toBe(false);
    expect((await work(colleague, narrow)).may_edit).toBe(true);
  });
});

describe('time off', () => {
  const enter = (who: TestAgent, body: object = {}, asker = who) => desk.ask(asker, 'POST', `${urlOf(who)}/time-off`, { starts_at: later(1), ends_at: later(8), ...body });
  const listed = async (who: TestAgent, asker = who) => desk.ask(asker, 'GET', `${urlOf(who)}/time-off`);

  test('is entered by everybody for themselves, and by leads; why is for them alone', async () => {
    const colleague = await anAgent(desk.context.db, workspace.id);
    const made = await enter(agent, { reason: 'Holiday' });
    expect(made).toMatchObject({ status: 201, body: { reason: 'Holiday' } });
    expect((await enter(agent, {}, lead)).status).toBe(201);
    expect((await enter(agent, {}, colleague)).status).toBe(403);
    expect((await listed(agent, colleague)).status).toBe(403);
    expect((await listed(agent, lead)).body.items).toHaveLength(2);
    expect(JSON.stringify(await work(agent, colleague))).not.toContain('Holiday');
    expect((await desk.ask(colleague, 'DELETE', `${urlOf(agent)}/time-off/${made.body.id}`)).status).toBe(403);
    expect((await desk.ask(agent, 'DELETE', `${urlOf(agent)}/time-off/${made.body.id}`)).status).toBe(200);
    expect((await desk.ask(agent, 'DELETE', `${urlOf(agent)}/time-off/${made.body.id}`)).status).toBe(404);
    expect((await desk.ask(lead, 'DELETE', `${urlOf(lead)}/time-off/${made.body.id}`)).status).toBe(404);
    expect((await events('time_off.added'))[0]?.data).toEqual({ agent_id: agent.id, time_off_id: made.body.id });
    expect((await events('time_off.removed')).map(({ data }) => data)).toEqual([{ agent_id: agent.id, time_off_id: made.body.id }]);
  });

  test('ends after it begins, and not in the past', async () => {
    const code = async (body: object) => (await enter(agent, body)).body.errors?.[0];
    expect(await code({ ends_at: later(0.5) })).toMatchObject({ field: 'ends_at', code: 'before_beginning' });
    expect(await code({ starts_at: later(-3), ends_at: later(-1) })).toMatchObject({ field: 'ends_at', code: 'in_the_past' });
    expect(await code({ ends_at: later(900) })).toMatchObject({ field: 'ends_at', code: 'too_long' });
  });

  test('is shown to everybody with what is running or comes next', async () => {
    await enter(agent, { starts_at: later(10), ends_at: later(12) });
    expect(await work(agent)).toMatchObject({ off: { now: false }, scheduled: true });
    const running = (await enter(agent, { starts_at: later(-1), ends_at: later(1) })).body;
    expect(await work(agent)).toMatchObject({ off: { now: true, starts_at: running.starts_at, ends_at: running.ends_at }, scheduled: false, in_working_hours: true });
    expect((await listed(agent)).body.items.map(({ id }: { id: number }) => id)[0]).toBe(running.id);
    const page = (await desk.ask(agent, 'GET', `${urlOf(agent)}/time-off?limit=1`)).body;
    expect((await desk.ask(agent, 'GET', `${urlOf(agent)}/time-off?limit=1&cursor=${page.next_cursor}`)).body.items).toHaveLength(1);
  });
});

describe('shifts', () => {
  const url = (who: TestAgent) => `${urlOf(who)}/shifts`;
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const enter = (who: TestAgent, body: object = {}, asker = who) => desk.ask(asker, 'POST', url(who), { starts_at: hours(-1), ends_at: hours(3), ...body });

  test('count as working hours where the calendar has none, and time off goes before them', async () => {
    const never = await desk.context.db.insertInto('calendars').values({ workspace_id: workspace.id, name: 'Never', week: JSON.stringify([[], [], [], [], [], [], []]) }).returning('id').executeTakeFirstOrThrow();
    expect((await arrange(agent, { calendar: never.id }, lead)).status).toBe(200);
    expect(await work(agent)).toMatchObject({ scheduled: false, in_working_hours: false });
    const made = await enter(agent, { reason: 'For Bo' }, lead);
    expect(made).toMatchObject({ status: 201, body: { reason: 'For Bo' } });
    expect(await work(agent)).toMatchObject({ scheduled: true, in_working_hours: true });
    const off = (await desk.ask(agent, 'POST', `${urlOf(agent)}/time-off`, { starts_at: hours(-1), ends_at: hours(1) })).body;
    expect(await work(agent)).toMatchObject({ scheduled: false, in_working_hours: true });
    await desk.ask(agent, 'DELETE', `${urlOf(agent)}/time-off/${off.id}`);
    expect((await desk.ask(agent, 'GET', url(agent))).body.items).toMatchObject([{ id: made.body.id }]);
    expect((await desk.ask(agent, 'DELETE', `${url(agent)}/${made.body.id}`)).status).toBe(200);
    expect(await work(agent)).toMatchObject({ scheduled: false, in_working_hours: false });
    expect((await events('shift.added'))[0]?.data).toEqual({ agent_id: agent.id, shift_id: made.body.id });
  });

  test('are a day at most, entered by oneself or a lead; what is time off is no shift', async () => {
    const colleague = await anAgent(desk.context.db, workspace.id);
    expect((await enter(agent, { ends_at: hours(24) })).body.errors?.[0]).toMatchObject({ field: 'ends_at', code: 'too_long' });
    expect((await enter(agent, {}, colleague)).status).toBe(403);
    const off = (await desk.ask(agent, 'POST', `${urlOf(agent)}/time-off`, { starts_at: hours(1), ends_at: hours(2) })).body;
    expect((await desk.ask(agent, 'DELETE', `${url(agent)}/${off.id}`)).status).toBe(404);
  });
});

describe('who is there', () => {
  test('by team and by availability, page by page, without viewers', async () => {
    await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    const team = await aTeam(desk.context.db, workspace.id, { members: [agent.id] });
    await say(agent, { availability: 'online' });
    expect(await there()).toEqual([lead.id, agent.id]);
    expect(await there(agent, `?team=${team}`)).toEqual([agent.id]);
    expect(await there(agent, '?availability=online')).toEqual([agent.id]);
    const first = (await desk.ask(agent, 'GET', '/api/v1/availability?limit=1')).body;
    expect(await there(agent, `?limit=1&cursor=${first.next_cursor}`)).toEqual([agent.id]);
  });

  test('within their own working hours, else those of the desk', async () => {
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    const always = (await desk.ask(admin, 'POST', '/api/v1/calendars', { name: 'Always' })).body;
    const never = (await desk.ask(admin, 'POST', '/api/v1/calendars', { name: 'Never', week: [[], [], [], [], [], [], []] })).body;
    expect((await work(agent)).in_working_hours).toBe(true);
    await desk.ask(admin, 'PATCH', `/api/v1/calendars/${never.id}`, { is_default: true });
    expect(await work(agent)).toMatchObject({ in_working_hours: false, scheduled: false });
    await arrange(agent, { calendar: always.id });
    expect(await work(agent)).toMatchObject({ in_working_hours: true, scheduled: true });
  });

  test('with the new and open cases that are theirs, by channel', async () => {
    const { db } = desk.context;
    const give = async (values: object) => {
      const ticket = await aTicket(db, workspace.id);
      await db.updateTable('tickets').set({ assignee_id: agent.id, ...values }).where('workspace_id', '=', workspace.id).where('id', '=', ticket.id).execute();
    };
    await give({});
    await give({ status: 'new' });
    await give({ channel: 'chat' });
    await give({ status: 'pending' });
    await give({ status: 'solved' });
    await give({ folder: 'spam' });
    expect((await work(agent)).open).toEqual([{ channel: 'chat', cases: 1 }, { channel: 'email', cases: 2 }]);
    // Whoever sees some brands only counts theirs.
    await give({ brand_id: await aBrand(db, workspace.id) });
    expect((await work(agent)).open).toEqual([{ channel: 'chat', cases: 1 }, { channel: 'email', cases: 3 }]);
    const narrow = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
    expect((await desk.ask(narrow, 'GET', `/api/v1/agents/${agent.id}/work`)).body.open).toEqual([{ channel: 'chat', cases: 1 }, { channel: 'email', cases: 2 }]);
  });
});
