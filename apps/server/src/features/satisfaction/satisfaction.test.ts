import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, aTeam, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aDeskRoom, type DeskRoom } from '../../../../../tests/support/desk-room.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { fixedClock, systemClock } from '../../platform/clock/clock.ts';
import { fireDue } from '../../platform/timers/timers.ts';
import { followStep as notify } from '../notifications/index.ts';
import { planSurveysStep, surveyQueue } from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;
// A Monday; the desk of these tests is open around the clock where it says nothing else.
const clock = fixedClock('2026-11-23T10:00:00.000Z');

let desk: TestDesk;
let room: DeskRoom;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;
let admin: TestAgent;
let count = 0;

beforeAll(async () => {
  desk = await openTestDesk({ OMBUD_PUBLIC_URL: 'https://desk.example' }, { clock });
});
beforeEach(async () => {
  room = await aDeskRoom(desk);
  ({ workspace, lead, agent } = room);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
});
afterAll(() => desk.stop());

const settings = (body: object = {}, { asker = lead, brand = workspace.brandId } = {}) => desk.ask(asker, 'PUT', `/api/v1/satisfaction-settings/${brand}`, { enabled: true, ...body });
const solve = (number: number) => room.patch(number, { status: 'solved' });
const reopen = (number: number) => room.patch(number, { status: 'open' });
const aTicket = (body: object = {}) => room.aTicket({ subject: 'The <b>router</b>', text: 'It blinks', language: 'sv', ...body });
/** Lets the planner read the feed to its end, then the clock fire what is due by now. */
async function pass(): Promise<void> {
  await plan();
  await fireDue(desk.context, surveyQueue(desk.context));
}
async function plan(): Promise<void> {
  await feedReadable(desk.context.db, workspace.id);
  while ((await planSurveysStep(desk.context, workspace.id, 'test')).more);
}
async function asked(body: object = {}): Promise<{ number: number; path: string }> {
  const number = await aTicket(body);
  await solve(number);
  await plan();
  clock.advance(day);
  await pass();
  return { number, path: await pathOf(number) };
}
type Mail = { to: { address: string }[]; automatic: boolean; survey?: { links: { label: string; url: string }[] } };
async function mailsOf(number: number): Promise<Mail[]> {
  const rows = await desk.context.db.selectFrom('outbox as o').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'o.workspace_id').onRef('t.id', '=', 'o.ticket_id')).select('o.mail').where('o.workspace_id', '=', workspace.id).where('o.kind', '=', 'survey').where('t.number', '=', number).execute();
  return rows.map(({ mail }) => mail as Mail); // as delivery writes it
}
const pathOf = async (number: number) => new URL((await mailsOf(number))[0]!.survey!.links[0]!.url).pathname;
const onTicket = async (number: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/satisfaction`)).body.items;
const rate = (path: string, form: Record<string, string>) => desk.app.inject({ method: 'POST', url: path, remoteAddress: `10.1.${Math.floor(count / 200)}.${(count += 1) % 200}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() });
const figures = async (asker = lead) => (await desk.ask(asker, 'GET', '/api/v1/satisfaction/figures')).body;
const list = async (query = '', asker = lead) => (await desk.ask(asker, 'GET', `/api/v1/satisfaction${query}`)).body;

describe('whom a brand asks', () => {
  test('nobody, until somebody turns it on; and not about what was solved before', async () => {
    const before = await aTicket();
    await solve(before);
    await pass();
    expect(await onTicket(before)).toEqual([]);
    clock.advance(hour);
    expect((await settings()).body).toMatchObject({ enabled: true, delay_hours: 24, every_days: 30, low_score: 2, change_days: 7, ask_employees: true });
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${before}`, { priority: 'high' });
    const after = await aTicket();
    await solve(after);
    clock.advance(2 * day);
    await pass();
    expect(await onTicket(before)).toEqual([]);
    expect(await onTicket(after)).toMatchObject([{ state: 'asked', ticket: after, language: 'sv' }]);
  });

  test('after its hours have passed, once, by a mail of the brand in the customer’s language with a link for each score', async () => {
    await settings();
    const number = await aTicket();
    await solve(number);
    await pass();
    expect(await onTicket(number)).toMatchObject([{ state: 'waiting', asks_at: new Date(clock.now().getTime() + day).toISOString() }]);
    clock.advance(day - 1);
    await pass();
    expect(await mailsOf(number)).toEqual([]);
    clock.advance(1);
    await pass();
    await pass();
    const [mail, ...more] = await mailsOf(number);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ automatic: true, language: 'sv' });
    expect(mail?.survey?.links.map(({ label }) => label)).toEqual(['5 – Mycket nöjd', '4 – Nöjd', '3 – Varken eller', '2 – Missnöjd', '1 – Mycket missnöjd']);
    const { body } = await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`);
    const message = body.items.find((each: { type: string; direction?: string }) => each.type === 'message' && each.direction === 'out');
    expect(message.text).toContain('Ditt ärende ”The <b>router</b>” är löst');
    // Whoever reads the ticket, or the outbox, cannot answer for the customer.
    expect(JSON.stringify(body)).not.toContain('/rating/');
    const [stored] = await desk.context.db.selectFrom('outbox').select('id').where('workspace_id', '=', workspace.id).where('kind', '=', 'survey').execute();
    const shown = (await desk.ask(admin, 'GET', `/api/v1/outbox/${stored!.id}`)).body;
    expect(shown.html).toContain('Mycket nöjd');
    expect(JSON.stringify(shown)).not.toContain(mail!.survey!.links[0]!.url.split('?')[0]!.slice(-40));
  });

  test('not while it is open again; nor a second time when it is solved anew', async () => {
    await settings();
    const number = await aTicket();
    await solve(number);
    await plan();
    await reopen(number);
    clock.advance(day);
    await pass();
    expect(await onTicket(number)).toMatchObject([{ state: 'dropped', dropped_for: 'reopened' }]);
    await solve(number);
    await pass();
    expect(await onTicket(number)).toMatchObject([{ state: 'waiting' }]);
    // Nobody has told the planner yet.
    clock.advance(day);
    await reopen(number);
    await fireDue(desk.context, surveyQueue(desk.context));
    expect(await mailsOf(number)).toEqual([]);
    clock.advance(hour);
    await solve(number);
    await plan();
    clock.advance(day);
    await pass();
    expect(await mailsOf(number)).toHaveLength(1);
    await reopen(number);
    clock.advance(60 * day);
    await solve(number);
    await plan();
    clock.advance(2 * day);
    await pass();
    expect(await mailsOf(number)).toHaveLength(1);
  });

  test('about one that was opened as solved too; and not before the customer has been sent the answer', async () => {
    await settings({ delay_hours: 0 });
    const written = await aTicket({ status: 'solved' });
    const answered = await aTicket();
    const { id } = (await desk.ask(agent, 'POST', `/api/v1/tickets/${answered}/messages`, { kind: 'public', html: '<p>Done.</p>', status: 'solved', undo_seconds: 60 })).body;
    await pass();
    expect(await mailsOf(written)).toHaveLength(1);
    expect(await mailsOf(answered)).toEqual([]);
    expect(await onTicket(answered)).toMatchObject([{ state: 'waiting', asks_at: new Date(clock.now().getTime() + 60_000).toISOString() }]);
    await desk.context.db.updateTable('outbox').set({ status: 'sent', next_attempt_at: null, sent_at: clock.now() }).where('workspace_id', '=', workspace.id).where('message_id', '=', id).execute();
    clock.advance(60_000);
    await pass();
    expect(await mailsOf(answered)).toHaveLength(1);
  });

  test('one customer once in so many days, over all their tickets, also when many are solved at once', async () => {
    await settings({ every_days: 30 });
    const requester = { email: 'often@firm.example', name: 'Ofta' };
    const [first, second] = [await aTicket({ requester }), await aTicket({ requester })];
    await solve(first);
    await solve(second);
    await plan();
    clock.advance(day);
    await pass();
    expect((await mailsOf(first)).length + (await mailsOf(second)).length).toBe(1);
    expect(await onTicket(second)).toMatchObject([{ state: 'dropped', dropped_for: 'asked_lately' }]);
    const third = await aTicket({ requester });
    clock.advance(29 * day);
    await solve(third);
    await plan();
    clock.advance(day);
    await pass();
    expect(await mailsOf(third)).toHaveLength(1);
  });

  test('nobody who is left out: by a tag, as an employee, without an address that works, blocked', async () => {
    await settings({ ask_employees: false, skip_tags: ['Internal'] });
    const employee = await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    await desk.context.db.updateTable('customers').set({ kind: 'employee' }).where('workspace_id', '=', workspace.id).where('id', '=', employee.id).execute();
    const tagged = await aTicket({ tags: ['internal'] });
    const colleague = await aTicket({ requester: { email: employee.email } });
    const bounced = await aTicket({ requester: { email: 'gone@firm.example' } });
    await desk.context.db.updateTable('customer_addresses').set({ bounced_at: clock.now() }).where('workspace_id', '=', workspace.id).where('address', '=', 'gone@firm.example').execute();
    const blocked = await aTicket({ requester: { email: 'x@bad.example' } });
    await desk.ask(admin, 'POST', '/api/v1/blocks', { pattern: '@bad.example' });
    for (const number of [tagged, colleague, bounced, blocked]) await solve(number);
    await plan();
    clock.advance(day);
    await pass();
    const why = async (number: number) => (await onTicket(number))[0].dropped_for;
    expect([await why(tagged), await why(colleague), await why(bounced), await why(blocked)]).toEqual(['tag', 'employee', 'no_address', 'no_address']);
    expect((await desk.context.db.selectFrom('outbox').select('id').where('workspace_id', '=', workspace.id).where('kind', '=', 'survey').execute())).toEqual([]);
  });

  test('only within the brand’s hours, also when the program stood still', async () => {
    const office = Array.from({ length: 7 }, (_, at) => (at < 5 ? [{ from: '09:00', to: '17:00' }] : []));
    const { id } = (await desk.ask(admin, 'POST', '/api/v1/calendars', { name: 'Office', time_zone: 'UTC', week: office })).body;
    await desk.ask(admin, 'PATCH', `/api/v1/brands/${workspace.brandId}`, { calendar: id });
    await settings({ delay_hours: 1 });
    const number = await aTicket();
    await solve(number);
    await plan();
    // At rest until a night.
    const night = new Date(clock.now().getTime() + 14 * day);
    night.setUTCHours(23, 0, 0, 0);
    clock.advance(night.getTime() - clock.now().getTime());
    await pass();
    expect(await mailsOf(number)).toEqual([]);
    const [{ asks_at: at }] = await onTicket(number);
    expect(new Date(at).getUTCHours()).toBe(9);
    clock.advance(Date.parse(at) - clock.now().getTime());
    await pass();
    expect(await mailsOf(number)).toHaveLength(1);
  });

  test('with its own words, which name placeholders of ours alone', async () => {
    expect(await settings({ questions: { sv: 'Hej {{customer.first_name}}, är {{ticket.number}} bra?', en: '{{secret}}' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'questions.en', code: 'unknown_placeholder' }] } });
    await settings({ questions: { sv: 'Hej {{customer.first_name}}, är {{ticket.number}} bra?', en: '' } });
    const { number } = await asked();
    const { items } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body;
    expect(items.find((each: { direction?: string }) => each.direction === 'out').text).toBe(`Hej Maja, är ${number} bra?`);
  });
});

describe('an answer', () => {
  test('that is low opens one follow-up for the lead, who hears of it', async () => {
    await settings({ lead: lead.id });
    const { number, path } = await asked();
    expect((await rate(path, { score: '1', words: 'Nobody <script>called</script>.' })).statusCode).toBe(303);
    await rate(path, { score: '3', words: '' });
    await rate(path, { score: '2', words: 'Still not.' });
    expect(await onTicket(number)).toMatchObject([{ state: 'answered', score: 2, low: true, words: 'Still not.', follow_up: { assignee: { name: 'Lena Ek' }, done: false } }]);
    const { items } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/tasks`)).body;
    expect(items).toMatchObject([{ text: 'Low score (1 of 5): get in touch with the customer', assignee: { id: lead.id }, done_at: null, due: new Date(clock.now().getTime() + day).toISOString() }]);
    await feedReadable(desk.context.db, workspace.id);
    while ((await notify({ ...desk.context, clock: systemClock }, workspace.id, 'test')).more);
    const told = (await desk.ask(lead, 'GET', '/api/v1/notifications')).body.items as { kind: string }[];
    expect(told.filter(({ kind }) => kind === 'low_score')).toHaveLength(1);
    const events = ((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string; data: object }[]).filter(({ type }) => type.startsWith('survey.'));
    expect(events.map(({ type }) => type)).toEqual(['survey.answered', 'survey.changed', 'survey.changed']);
    expect(JSON.stringify(events)).not.toMatch(/called|Still/);

    // Open until the task is done, and again when that was a slip.
    expect((await list('?show=unfinished')).items).toMatchObject([{ ticket: number }]);
    const task = (done: boolean) => desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}/tasks/${items[0].id}`, { done });
    await task(true);
    await plan();
    expect((await list('?show=unfinished')).items).toEqual([]);
    await task(false);
    await plan();
    expect((await list('?show=unfinished')).items).toHaveLength(1);
    await desk.ask(agent, 'DELETE', `/api/v1/tickets/${number}/tasks/${items[0].id}`);
    await plan();
    expect((await list('?show=unfinished')).items).toEqual([]);
    expect(await onTicket(number)).toMatchObject([{ follow_up: { task: null, done: true } }]);
  });

  test('that is low goes to a lead of the team where nobody is named, else to all who lead', async () => {
    const { db } = desk.context;
    const team = await aTeam(db, workspace.id);
    await db.insertInto('team_members').values({ workspace_id: workspace.id, team_id: team, agent_id: admin.id }).execute();
    await settings({ team });
    const first = await asked();
    await rate(first.path, { score: '2' });
    expect(await onTicket(first.number)).toMatchObject([{ follow_up: { assignee: { id: admin.id } } }]);
    await settings({});
    const second = await asked();
    await rate(second.path, { score: '2' });
    expect(await onTicket(second.number)).toMatchObject([{ follow_up: { assignee: null } }]);
    await feedReadable(db, workspace.id);
    while ((await notify({ ...desk.context, clock: systemClock }, workspace.id, 'test')).more);
    expect((await desk.ask(lead, 'GET', '/api/v1/notifications')).body.items).toMatchObject([{ kind: 'low_score', ticket: { number: second.number } }]);
  });

  test('counts in its day once, however often it is changed', async () => {
    await settings();
    const one = await asked();
    const other = await asked();
    await rate(one.path, { score: '5' });
    await rate(one.path, { score: '5', words: 'Thanks' });
    clock.advance(day);
    await rate(one.path, { score: '4' });
    await rate(other.path, { score: '1' });
    expect(await figures()).toMatchObject({ asked: 2, answered: 2, average: 2.5, scores: [1, 0, 0, 1, 0], brands: [{ brand: { id: workspace.brandId }, answered: 2 }] });
    const days = await desk.context.db.selectFrom('satisfaction_days').selectAll().where('workspace_id', '=', workspace.id).where('score_4', '>', 0).execute();
    expect(days).toHaveLength(1);
    clock.advance(120 * day);
    expect(await figures()).toMatchObject({ asked: 0, answered: 0, average: null, brands: [] });
  });

  test('is listed by brand, score and time, page by page, to who sees the ticket alone', async () => {
    await settings();
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [other] });
    const numbers: number[] = [];
    for (const score of ['5', '1', '5']) {
      const { number, path } = await asked();
      await rate(path, { score });
      numbers.unshift(number);
    }
    const ticketsOf = (body: { items: { ticket: number }[] }) => body.items.map(({ ticket }) => ticket);
    expect(ticketsOf(await list())).toEqual(numbers);
    expect(ticketsOf(await list('?score=5'))).toEqual([numbers[0], numbers[2]]);
    expect(ticketsOf(await list(`?brand=${other}`))).toEqual([]);
    const first = await list('?limit=2');
    expect(ticketsOf(first)).toEqual(numbers.slice(0, 2));
    expect(ticketsOf(await list(`?limit=2&cursor=${first.next_cursor}`))).toEqual(numbers.slice(2));
    expect(ticketsOf(await list(`?since=${new Date(clock.now().getTime() - hour).toISOString()}`))).toEqual(numbers.slice(0, 1));
    expect((await list('', narrow)).items).toEqual([]);
    const wide = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [other, workspace.brandId] });
    const two = await list('?limit=2', wide);
    expect(ticketsOf(two)).toEqual(numbers.slice(0, 2));
    expect(ticketsOf(await list(`?limit=2&cursor=${two.next_cursor}`, wide))).toEqual(numbers.slice(2));
    expect((await figures(narrow)).answered).toBe(0);
    expect((await desk.ask(narrow, 'GET', `/api/v1/tickets/${numbers[0]}/satisfaction`)).status).toBe(404);
    expect((await settings({}, { asker: narrow })).status).toBe(404);
    expect((await settings({}, { asker: agent })).status).toBe(403);
  });

  test('stands in the case file', async () => {
    await settings();
    const { number, path } = await asked();
    await rate(path, { score: '4', words: 'Good <b>work</b>' });
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/case-file?format=json`)).body.satisfaction).toMatchObject([{ score: 4, words: 'Good <b>work</b>', low: false }]);
    const page = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/case-file?format=html&language=en`)).body;
    expect(page).toContain('Good &lt;b&gt;work&lt;/b&gt;');
    expect(page).toContain('The customer answered: 4 of 5');
  });
});
