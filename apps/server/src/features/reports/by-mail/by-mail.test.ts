import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aTeam, aWorkspace, type TestAgent } from '../../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../../tests/support/feed.ts';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { fireDue } from '../../../platform/timers/timers.ts';
import { followReports } from '../index.ts';
import { reportQueue } from './send-due.ts';
import { writeReport } from './write-report.ts';

const clock = fixedClock('2026-11-27T05:30:00Z');
let desk: TestDesk;
let ws: number;
let admin: TestAgent;
let lead: TestAgent;
let agent: TestAgent;
let team: number;

beforeAll(async () => {
  desk = await openTestDesk({}, { clock });
  const { db } = desk.context;
  const workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  ws = workspace.id;
  admin = await anAgent(db, ws, { role: 'admin' });
  lead = await anAgent(db, ws, { role: 'lead', brands: [await aBrand(db, ws)] });
  agent = await anAgent(db, ws);
  team = await aTeam(db, ws, { members: [agent.id] });
  await db.updateTable('agents').set({ language: 'sv', time_zone: 'Europe/Stockholm' }).where('workspace_id', '=', ws).where('id', '=', lead.id).execute();
});
afterAll(() => desk.stop());

const goTo = (moment: string) => clock.advance(Date.parse(moment) - clock.now().getTime());
const add = (by: TestAgent, body: object) => desk.ask(by, 'POST', '/api/v1/report-schedules', { every: 'day', hour: 7, ...body });
const list = async (by: TestAgent) => (await desk.ask(by, 'GET', '/api/v1/report-schedules')).body.items;
const fire = () => fireDue({ db: desk.context.db, clock, wake: desk.context.wake, log: desk.context.log }, reportQueue);
const mails = () => desk.context.db.selectFrom('identity.system_mail').selectAll().where('kind', '=', 'report').where('workspace_id', '=', ws).orderBy('id').execute();
const written = async () => writeReport(desk.context, { ...(await mails()).at(-1)!, kind: 'report' } as never); // the row that the worker would lease

test('a report goes out once at its hour, however many nodes look; a desk that stood still sends the newest alone', async () => {
  const { status, body } = await add(lead, {});
  expect([status, body.next_at, body.time_zone]).toEqual([201, '2026-11-27T06:00:00.000Z', 'Europe/Stockholm']);
  await fire();
  expect(await mails()).toHaveLength(0);
  goTo('2026-11-27T06:00:00Z');
  await Promise.all([fire(), fire(), fire()]);
  expect(await mails()).toHaveLength(1);
  goTo('2026-12-04T12:00:00Z');
  await fire();
  expect(await mails()).toHaveLength(2);
  expect(await list(lead)).toMatchObject([{ id: body.id, next_at: '2026-12-05T06:00:00.000Z', last_at: '2026-12-04T12:00:00.000Z' }]);
  expect((await desk.ask(lead, 'DELETE', `/api/v1/report-schedules/${body.id}`)).status).toBe(204);
  expect(await written()).toBeNull();
});

test('the mail speaks the reader’s language, shows what they see, and brings the workbook', async () => {
  const { body } = await add(admin, { agent: lead.id, filter: { channel: 'phone' }, every: 'week' });
  goTo(body.next_at);
  await fire();
  const mail = await written();
  expect(mail).toMatchObject({ to: lead.email, language: 'sv', subject: expect.stringContaining('Rapport'), text: expect.stringContaining('Inkomna: 0') });
  expect(mail!.text).toContain('/reports?since=');
  expect(mail!.text).toContain('channel=phone');
  const [file] = mail!.attachments!;
  expect(file!.filename).toMatch(/^rapport-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.xlsx$/);
  expect(Object.keys(unzipSync(file!.content))).toContain('xl/worksheets/sheet10.xml');
  // Whoever gets it may stop it.
  expect((await desk.ask(lead, 'DELETE', `/api/v1/report-schedules/${body.id}`)).status).toBe(204);
});

test('only administrators choose others, only leads can be chosen, and nobody is sent what they may not see', async () => {
  expect(await add(lead, { agent: admin.id })).toMatchObject({ status: 400, body: { errors: [{ field: 'agent', code: 'not_a_lead' }] } });
  expect(await add(admin, { agent: agent.id })).toMatchObject({ status: 400 });
  expect(await add(admin, { agent: 987_654 })).toMatchObject({ status: 400 });
  expect(await add(agent, { filter: { assignee: lead.id } })).toMatchObject({ status: 403 });
  const own = await add(agent, { format: 'csv' });
  const volume = await add(agent, { format: 'csv', filter: { team } });
  expect([own.status, volume.status]).toEqual([201, 201]);
  expect(await list(lead)).toEqual([]);
  expect((await desk.ask(lead, 'DELETE', `/api/v1/report-schedules/${own.body.id}`)).status).toBe(404);
  goTo(volume.body.next_at);
  await fire();
  const mail = await written();
  expect(mail!.text).not.toContain('satisf');
  expect(mail!.attachments![0]!.content.toString()).toContain('"Came in","Solved","Open now"\r\n');
  await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', ws).where('id', '=', agent.id).execute();
  expect(await written()).toBeNull();
});

test('a person gets at most twenty', async () => {
  const mine = (await list(admin)).filter((each: { agent: { id: number } }) => each.agent.id === admin.id);
  for (let count = mine.length; count < 20; count += 1) expect((await add(admin, {})).status).toBe(201);
  expect(await add(admin, {})).toMatchObject({ status: 400, body: { errors: [{ code: 'too_many' }] } });
});

test('what is exported is what is shown', async () => {
  const ticket = { subject: 'A question', text: 'How?', requester: { email: 'c@firm.example' }, channel: 'phone' };
  expect((await desk.ask(admin, 'POST', '/api/v1/tickets', ticket)).status).toBe(201);
  await feedReadable(desk.context.db, ws);
  while ((await followReports(desk.context, ws, 'a node')).more) continue;
  const span = `since=${new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)}&until=${new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)}`;
  const get = (query: string, by = admin) => desk.app.inject({ method: 'GET', url: `/api/v1/reports/export?${span}&${query}`, headers: by.headers });
  const csv = await get('format=csv&by=channel&words=pl');
  expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="raport-[0-9-]+\.csv"/);
  expect(csv.body).toContain('"Telefon";"1";"0";"1"');
  const workbook = await get('format=xlsx&words=es');
  expect(workbook.headers['content-type']).toContain('spreadsheetml');
  expect(Object.keys(unzipSync(workbook.rawPayload))).toContain('xl/worksheets/sheet1.xml');
  expect((await get('format=csv&by=assignee&words=en&team=' + team, await anAgent(desk.context.db, ws))).statusCode).toBe(403);
});

test('staffing counts who is on shift, and calculates as the formula says', async () => {
  const { body } = await desk.ask(admin, 'GET', '/api/v1/reports/staffing?handling_seconds=300');
  expect(body).toMatchObject({ time_zone: 'Europe/Stockholm', handling: { seconds: 300, from: 'given' } });
  expect(body.intervals).toHaveLength(336);
  expect((await desk.ask(admin, 'GET', '/api/v1/reports/staffing')).body).toMatchObject({ handling: null });
  expect((await desk.ask(await anAgent(desk.context.db, ws), 'GET', '/api/v1/reports/staffing')).status).toBe(403);
  const calculation = await desk.ask(admin, 'GET', '/api/v1/reports/staffing/calculation?calls_per_hour=200&handling_seconds=240&target=80&within_seconds=20&shrinkage=30');
  expect(calculation.body).toMatchObject({ agents: 17, planned: 25 });
});
