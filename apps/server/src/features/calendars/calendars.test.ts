import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { createWorkspace } from '../workspaces/index.ts';
import { readHoursOfBrands } from './calendars.queries.ts';
import { refreshHolidays } from './stored-holidays.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
});
afterAll(() => desk.stop());

const url = '/api/v1/calendars';
const add = (body: object = {}, asker = admin) => desk.ask(asker, 'POST', url, { name: 'Nordic', ...body });
const change = (id: number, body: object, asker = admin) => desk.ask(asker, 'PATCH', `${url}/${id}`, body);
const remove = (id: number) => desk.ask(admin, 'DELETE', `${url}/${id}`);
const list = async (asker = admin) => (await desk.ask(asker, 'GET', url)).body.items;
const hoursOf = async (brandId: number) => (await readHoursOfBrands(desk.context.db, workspace.id, [brandId])).get(brandId);
const changeBrand = (id: number, body: object, asker = admin) => desk.ask(asker, 'PATCH', `/api/v1/brands/${id}`, body);

const office = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }];
const officeWeek = [office, office, office, office, office, [], []];

describe('opening hours', () => {
  test('administrators write them, everybody reads them', async () => {
    const agent = await anAgent(desk.context.db, workspace.id);
    expect((await add({}, agent)).status).toBe(403);
    const made = await add({ time_zone: 'Europe/Stockholm', week: officeWeek, exceptions: [{ date: '2026-12-24', yearly: true, name: 'Christmas Eve' }] });
    expect(made).toMatchObject({ status: 201, body: { name: 'Nordic', is_default: true, time_zone: 'Europe/Stockholm', week: officeWeek, holidays: null, exceptions: [{ date: '2026-12-24', until: null, yearly: true, name: 'Christmas Eve', hours: [] }], used_by: [] } });
    expect(await list(agent)).toEqual([made.body]);
    expect((await change(made.body.id, { name: 'North' }, agent)).status).toBe(403);
    expect(await change(made.body.id, { name: 'North', week: null })).toMatchObject({ status: 200, body: { name: 'North', week: null } });
    expect((await wholeFeed(desk, admin)).map(({ type, data }) => [type, data])).toEqual([
      ['calendar.created', { calendar_id: made.body.id }],
      ['calendar.updated', { calendar_id: made.body.id, changes: { name: true, week: true } }],
    ]);
  });

  test('the first is the default; another can become it, and only what nobody keeps is deleted', async () => {
    const first = (await add()).body;
    const second = (await add({ name: 'Nights' })).body;
    expect([first.is_default, second.is_default]).toEqual([true, false]);
    expect(await remove(first.id)).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'is_default' }] } });
    await changeBrand(workspace.brandId, { calendar: second.id });
    expect((await list())[1].used_by).toMatchObject([{ type: 'brand', id: workspace.brandId }]);
    expect(await remove(second.id)).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'used_by' }] } });
    await changeBrand(workspace.brandId, { calendar: null });
    await change(second.id, { is_default: true });
    expect((await list()).map(({ is_default }: { is_default: boolean }) => is_default)).toEqual([false, true]);
    expect((await remove(first.id)).status).toBe(200);
    expect((await list()).map(({ id }: { id: number }) => id)).toEqual([second.id]);
    expect((await remove(first.id)).status).toBe(404);
  });

  test('two that become the default at the same moment leave one', async () => {
    const [, one, other] = [(await add()).body, (await add()).body, (await add()).body];
    await Promise.all([change(one.id, { is_default: true }), change(other.id, { is_default: true })]);
    expect((await list()).filter(({ is_default }: { is_default: boolean }) => is_default)).toHaveLength(1);
  });

  test('brands that somebody does not see are not named to them, and hold it all the same', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const seen = await aBrand(desk.context.db, workspace.id);
    await add();
    const nights = (await add({ name: 'Nights' })).body;
    await changeBrand(hidden, { calendar: nights.id });
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [seen] });
    expect((await list(narrow))[1].used_by).toEqual([]);
    expect((await desk.ask(narrow, 'DELETE', `${url}/${nights.id}`)).status).toBe(409);
  });

  test('a brand keeps no hours of another workspace', async () => {
    const other = await aWorkspace(desk.context.db);
    const stranger = await anAgent(desk.context.db, other.id, { role: 'admin' });
    const theirs = (await add({}, stranger)).body;
    expect(await changeBrand(workspace.brandId, { calendar: theirs.id })).toMatchObject({ status: 400, body: { errors: [{ field: 'calendar', code: 'not_found' }] } });
    expect((await desk.ask(admin, 'GET', `${url}/${theirs.id}`)).status).toBe(404);
    expect((await change(theirs.id, { name: 'Ours' })).status).toBe(404);
  });

  test.each([
    { week: [] },
    { week: [[{ from: '17:00', to: '08:00' }, { from: '18:00', to: '19:00' }], [], [], [], [], [], []] },
    { week: [[{ from: '08:00', to: '08:00' }], [], [], [], [], [], []] },
    { time_zone: 'Mars/Olympus' },
    { exceptions: [{ date: '2026-02-30' }] },
    { exceptions: [{ date: '2026-03-02', until: '2026-03-01' }] },
    { exceptions: [{ date: '2026-03-02', until: '2027-03-03' }] },
    { exceptions: [{ date: '0001-01-01' }] },
    { holidays: { country: 'XX' } },
    { holidays: { country: 'SE', region: 'BY' } },
    { is_default: false },
  ])('%j is refused', async (body) => {
    expect(await add(body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(await list()).toEqual([]);
  });
});

describe('what counts for a brand', () => {
  test('a new workspace and a new brand are open around the clock until somebody says when', async () => {
    expect(await hoursOf(workspace.brandId)).toMatchObject({ timeZone: 'UTC', week: null });
    const fresh = await desk.context.db.transaction().execute((tx) => createWorkspace(tx, { slug: 'fresh-hours', name: 'Fresh', timeZone: 'Europe/Warsaw' }));
    const owner = await anAgent(desk.context.db, fresh.workspaceId, { role: 'owner' });
    expect(await list(owner)).toMatchObject([{ name: '', is_default: true, week: null, time_zone: null }]);
    expect((await readHoursOfBrands(desk.context.db, fresh.workspaceId, [fresh.brandId])).get(fresh.brandId)).toMatchObject({ timeZone: 'Europe/Warsaw', week: null });
  });

  test('its own calendar, else the default one; the workspace’s hours are those of the default', async () => {
    expect((await desk.ask(admin, 'PATCH', '/api/v1/workspace', { hours: officeWeek })).body.hours).toEqual(officeWeek);
    expect(await hoursOf(workspace.brandId)).toMatchObject({ week: officeWeek });
    const nights = (await add({ name: 'Nights', week: [[{ from: '22:00', to: '06:00' }], [], [], [], [], [], []], time_zone: 'Asia/Tokyo' })).body;
    await changeBrand(workspace.brandId, { calendar: nights.id });
    expect(await hoursOf(workspace.brandId)).toMatchObject({ timeZone: 'Asia/Tokyo', week: [[{ from: '22:00', to: '06:00' }], [], [], [], [], [], []] });
    await change(nights.id, { is_default: true });
    expect((await desk.ask(admin, 'GET', '/api/v1/workspace')).body.hours).toEqual(nights.week);
  });
});

describe('public holidays', () => {
  test('are days off, but for those left out; optional ones only where taken in', async () => {
    const made = (await add({ holidays: { country: 'SE', left_out: ['12-31'] }, week: null })).body;
    expect(made.holidays).toEqual({ country: 'SE', region: null, left_out: ['12-31'], taken_in: [] });
    await changeBrand(workspace.brandId, { calendar: made.id });
    const days = (await hoursOf(workspace.brandId))?.holidays ?? [];
    const named = days.map(({ date, names }) => `${date} ${names['sv']}`);
    // Easter and midsummer move; 2027: 28 March and 26 June.
    expect(named).toEqual(expect.arrayContaining(['2027-03-26 långfredagen', '2027-03-29 annandag påsk', '2027-06-25 midsommarafton', '2027-06-26 midsommardagen', '2027-12-24 julafton']));
    expect(named.some((name) => name.startsWith('2027-12-31') || name.startsWith('2027-04-30'))).toBe(false);
    const years = [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))];
    const thisYear = new Date().getUTCFullYear();
    expect([Math.min(...years), Math.max(...years)]).toEqual([thisYear - 1, thisYear + 5]);
    await change(made.id, { holidays: { country: 'SE', taken_in: ['04-30 12:00'] } });
    await change(made.id, { holidays: null });
    expect((await hoursOf(workspace.brandId))?.holidays).toEqual([]);
  });

  test('of a region, and of several days', async () => {
    const holidaysIn = async (holidays: object, year: number) => (await desk.ask(admin, 'POST', `${url}/preview`, { holidays, year })).body.days.map(({ date }: { date: string }) => date);
    expect(await holidaysIn({ country: 'DE', region: 'BY' }, 2027)).toContain('2027-01-06');
    expect(await holidaysIn({ country: 'DE', region: 'BE' }, 2027)).not.toContain('2027-01-06');
    // The feast at the end of Ramadan lasts three days.
    expect(await holidaysIn({ country: 'TR' }, 2026)).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']));
  });

  test('the years that come nearer are added, and told', async () => {
    const { db, clock } = desk.context;
    const made = (await add({ holidays: { country: 'DK' } })).body;
    const until = async () => (await db.selectFrom('calendars').select('holidays_until').where('workspace_id', '=', workspace.id).where('id', '=', made.id).executeTakeFirstOrThrow()).holidays_until;
    const year = clock.now().getUTCFullYear();
    await refreshHolidays(desk.context, workspace.id);
    expect(await until()).toBe(year + 5);
    await db.updateTable('calendars').set({ holiday_days: '[]', holidays_until: year }).where('workspace_id', '=', workspace.id).execute();
    await refreshHolidays(desk.context, workspace.id);
    expect(await until()).toBe(year + 5);
    expect((await wholeFeed(desk, admin)).at(-1)).toMatchObject({ type: 'calendar.updated', actor: { type: 'system' }, data: { calendar_id: made.id, changes: { holidays: true } } });
  });

  test('countries and regions to choose from', async () => {
    const { items } = (await desk.ask(admin, 'GET', `${url}/holiday-countries`)).body;
    expect(items.length).toBeGreaterThan(150);
    expect(items.find(({ country }: { country: string }) => country === 'DE').regions).toContainEqual({ code: 'BY', name: 'Bayern' });
  });
});

describe('a look ahead', () => {
  test('says whether it is open, when it opens next, and which days of the year differ', async () => {
    const preview = await desk.ask(admin, 'POST', `${url}/preview`, { time_zone: 'Europe/Stockholm', week: officeWeek, holidays: { country: 'SE' }, exceptions: [{ date: '2030-05-31', name: 'Bridge', hours: [] }, { date: '2030-06-01', name: 'Stocktaking', hours: [{ from: '09:00', to: '12:00' }] }], year: 2030 });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ time_zone: 'Europe/Stockholm', week_hours: 40 });
    expect(preview.body.next).toHaveLength(5);
    expect(preview.body.days).toEqual(expect.arrayContaining([
      { date: '2030-05-31', reason: 'exception', open: false, names: { own: 'Bridge' } },
      { date: '2030-06-01', reason: 'exception', open: true, names: { own: 'Stocktaking' } },
      expect.objectContaining({ date: '2030-04-19', reason: 'holiday', names: expect.objectContaining({ en: 'Good Friday', pl: 'Wielki Piątek' }) }),
    ]));
    expect(preview.body.holidays.map(({ rule }: { rule: string }) => rule)).toContain('04-30 12:00');
  });

  test('of a saved one is for agents too, and one that never opens says so', async () => {
    const agent = await anAgent(desk.context.db, workspace.id);
    const never = (await add({ week: [[], [], [], [], [], [], []] })).body;
    expect((await desk.ask(agent, 'GET', `${url}/${never.id}/preview`)).body).toMatchObject({ open_now: false, current: null, next: [], week_hours: 0 });
    const always = (await add({ name: 'Always' })).body;
    expect((await desk.ask(agent, 'GET', `${url}/${always.id}/preview`)).body).toMatchObject({ open_now: true, current: { closes: null }, next: [], week_hours: 168 });
    expect((await desk.ask(agent, 'POST', `${url}/preview`, {})).status).toBe(403);
  });
});
