import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { fixedClock } from '../../platform/clock/clock.ts';

// A Friday.
const clock = fixedClock('2026-11-20T10:00:00.000Z');

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let named: TestAgent;
let filer: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk({}, { clock });
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  lead = await anAgent(db, workspace.id, { role: 'lead', name: 'Lena Ek' });
  named = await anAgent(db, workspace.id, { role: 'admin', name: 'Nils Dahl' });
  filer = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
});
afterAll(() => desk.stop());

const canary = 'He called me a canary-71 on the phone';
const aTicket = async (asker = filer): Promise<number> => (await desk.ask(asker, 'POST', '/api/v1/tickets', { subject: 'The call', text: 'About the call', requester: { email: 'maja@firm.example', name: 'Maja' } })).body.number;
const file = async (body: object = {}, asker = filer) => desk.ask(asker, 'POST', '/api/v1/staff-feedback', { kind: 'complaint', about: named.id, text: canary, ticket: await aTicket(), ...body });
const list = async (asker: TestAgent, query = '?show=all') => (await desk.ask(asker, 'GET', `/api/v1/staff-feedback${query}`)).body.items;
const act = (asker: TestAgent, id: number, what: string, body?: object) => desk.ask(asker, 'POST', `/api/v1/staff-feedback/${id}/${what}`, body);
const look = (asker: TestAgent, id: number) => desk.ask(asker, 'GET', `/api/v1/staff-feedback/${id}`);
const own = async (asker: TestAgent) => (await desk.ask(asker, 'GET', '/api/v1/me/staff-feedback')).body.items;
async function aComplaint(body: object = {}): Promise<number> {
  expect((await file(body)).status).toBe(201);
  return (await list(lead))[0].id;
}

describe('filing', () => {
  test('hands a complaint to a lead who is not the person named, with its deadlines in working days, and tells the filer no more', async () => {
    const { status, body } = await file();
    expect([status, body]).toMatchObject([201, { kind: 'complaint', handed_to: { id: lead.id, name: 'Lena Ek' } }]);
    expect(Object.keys(body).toSorted()).toEqual(['acknowledge_by', 'answer_by', 'handed_to', 'kind']);
    const [{ id, customer, ticket }] = await list(lead);
    expect([customer.name, typeof ticket]).toEqual(['Maja', 'number']);
    expect(await list(filer)).toEqual([]);
    expect((await look(filer, id)).status).toBe(404);
    expect((await act(filer, id, 'notes', { text: 'Let me in' })).status).toBe(404);
  });

  test('goes to the lead with the fewest open ones, to an admin where there is no other lead, and is kept where there is nobody', async () => {
    const other = await anAgent(desk.context.db, workspace.id, { role: 'lead', name: 'Omar' });
    expect([(await file()).body.handed_to.id, (await file()).body.handed_to.id]).toEqual([lead.id, other.id]);
    const alone = await aWorkspace(desk.context.db);
    const only = await anAgent(desk.context.db, alone.id, { role: 'owner' });
    const helper = await anAgent(desk.context.db, alone.id);
    const { body } = await desk.ask(helper, 'POST', '/api/v1/staff-feedback', { kind: 'complaint', about: only.id, text: 'Rude', ticket: await aTicket(helper) });
    expect(body.handed_to).toBeNull();
    expect(await list(only)).toEqual([]);
    // Somebody who joins later finds it.
    const joined = await anAgent(desk.context.db, alone.id, { role: 'admin' });
    expect(await list(joined)).toMatchObject([{ owner: null, text: 'Rude' }]);
  });

  test('refuses what is about oneself, a ticket or brand that is not seen, and a time that lies ahead', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const seen = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { brands: [seen] });
    const fields = async (body: object, asker = filer) => (await file(body, asker)).body.errors?.[0]?.field;
    expect(await fields({ about: filer.id })).toBe('about');
    expect(await fields({ about: 999_999 })).toBe('about');
    expect(await fields({ ticket: 999_999 })).toBe('ticket');
    expect(await fields({ ticket: undefined })).toBe('brand');
    expect(await fields({ received_at: '2026-11-21T10:00:00.000Z' })).toBe('received_at');
    expect((await desk.ask(narrow, 'POST', '/api/v1/staff-feedback', { kind: 'complaint', about: named.id, text: 'x', brand: hidden })).body.errors[0].field).toBe('brand');
  });

  test('knows no client reader: neither as the person named nor as the owner, and takes nothing from one', async () => {
    const client = await anAgent(desk.context.db, workspace.id, { role: 'client', brands: [workspace.brandId] });
    expect((await file({ about: client.id })).body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'about', code: 'not_found' }] });
    const id = await aComplaint();
    expect((await desk.ask(lead, 'PATCH', `/api/v1/staff-feedback/${id}`, { owner: client.id })).body).toMatchObject({ errors: [{ field: 'owner', code: 'not_found' }] });
    // With a session as with a token: client-readers.test.ts.
    for (const [method, rest, body] of [['POST', '', { kind: 'complaint', about: named.id, text: 'x', brand: workspace.brandId }], ['GET', '', undefined], ['GET', `/${id}`, undefined]] as const)
      expect([401, 403]).toContain((await desk.ask(client, method, `/api/v1/staff-feedback${rest}`, body)).status);
  });
});

test('the person named finds no trace of it in any answer, whatever their role, until words are released', async () => {
  const id = await aComplaint();
  const paths = Object.entries((desk.app.swagger() as unknown as { paths: Record<string, Record<string, unknown>> }).paths).flatMap(([path, methods]) => ('get' in methods && !/openapi|docs/.test(path) ? [path] : []));
  const numbers = [id, (await list(lead))[0].ticket, named.id, filer.id];
  const answers: string[] = [];
  for (const path of paths) for (const number of path.includes('{') ? numbers : [id]) answers.push(JSON.stringify((await desk.ask(named, 'GET', path.replaceAll(/\{\w+\}/g, String(number)))).body ?? ''));
  answers.push(JSON.stringify((await desk.ask(named, 'GET', '/api/v1/search?q=canary')).body), JSON.stringify(await wholeFeed(desk, named)));
  expect(answers.length).toBeGreaterThan(60);
  for (const answer of answers) {
    expect(answer).not.toContain('canary-71');
    expect(answer).not.toMatch(/staff_feedback|complaint"/);
  }
  for (const [method, rest, body] of [['GET', '', undefined], ['PATCH', '', { owner: filer.id }], ['POST', '/notes', { text: 'x' }], ['POST', '/acknowledgement', { how: 'mail' }], ['POST', '/answer', { how: 'mail' }], ['POST', '/close', { outcome: 'withdrawn', text: 'x' }], ['POST', '/reopen', undefined], ['POST', '/release', { text: 'x' }]] as const)
    expect([rest, (await desk.ask(named, method, `/api/v1/staff-feedback/${id}${rest}`, body)).status]).toEqual([rest, 404]);
  expect((await desk.ask(named, 'PUT', `/api/v1/me/staff-feedback/${id}/statement`, { text: 'x' })).status).toBe(404);
  for (const show of ['waiting', 'overdue', 'closed', 'all']) expect(await list(named, `?show=${show}`)).toEqual([]);
  expect(await own(named)).toEqual([]);
});

describe('dealing with it', () => {
  test('it is acknowledged, answered and closed with an outcome, each once, and who did and read what stays', async () => {
    const id = await aComplaint();
    expect((await act(lead, id, 'close', { outcome: 'upheld', text: 'He was rude' })).body).toMatchObject({ errors: [{ field: 'outcome', code: 'not_answered' }] });
    expect((await act(lead, id, 'acknowledgement', { how: 'phone' })).body).toMatchObject({ acknowledged: { how: 'phone' } });
    expect((await act(lead, id, 'acknowledgement', { how: 'phone' })).status).toBe(409);
    await act(lead, id, 'notes', { text: 'Heard the recording' });
    expect((await act(lead, id, 'answer', { how: 'mail', text: 'We are sorry' })).body).toMatchObject({ answered: { how: 'mail' } });
    expect((await act(lead, id, 'close', { outcome: 'upheld', text: 'He was rude' })).body).toMatchObject({ outcome: 'upheld', outcome_text: 'He was rude' });
    expect((await act(lead, id, 'close', { outcome: 'upheld', text: 'Again' })).status).toBe(409);
    await look(lead, id);
    const { body } = await look(lead, id);
    expect(body.history.map(({ what }: { what: string }) => what)).toEqual(['filed', 'acknowledged', 'note', 'answered', 'closed', 'read']);
    expect((await act(lead, id, 'reopen')).body).toMatchObject({ outcome: null, closed_at: null });
  });

  test('an owner may be an agent, who then reads it, and never the person named', async () => {
    const id = await aComplaint();
    const give = (owner: number) => desk.ask(lead, 'PATCH', `/api/v1/staff-feedback/${id}`, { owner });
    expect((await give(named.id)).body.errors[0].field).toBe('owner');
    const senior = await anAgent(desk.context.db, workspace.id);
    expect((await give(senior.id)).status).toBe(200);
    expect((await look(senior, id)).body).toMatchObject({ owner: { id: senior.id } });
    // The database itself refuses it.
    await expect(desk.context.db.updateTable('staff_feedback').set({ owner_id: named.id }).where('id', '=', id).execute()).rejects.toMatchObject({ code: '23514' });
    await expect(desk.context.db.deleteFrom('staff_feedback_history').where('feedback_id', '=', id).execute()).rejects.toMatchObject({ code: '42501' });
  });

  test('what is late is listed apart, by the days that an admin has set', async () => {
    expect((await desk.ask(lead, 'PUT', '/api/v1/staff-feedback-settings', { acknowledge_days: 1, answer_days: 5 })).status).toBe(403);
    const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
    expect((await desk.ask(admin, 'PUT', '/api/v1/staff-feedback-settings', { acknowledge_days: 1, answer_days: 5 })).status).toBe(200);
    await aComplaint({ received_at: '2026-11-02T10:00:00.000Z' });
    await aComplaint();
    expect(await list(lead, '?show=overdue')).toHaveLength(1);
    expect(await list(lead, '?show=waiting')).toHaveLength(2);
    const first = (await desk.ask(lead, 'GET', '/api/v1/staff-feedback?show=all&limit=1')).body;
    expect((await desk.ask(lead, 'GET', `/api/v1/staff-feedback?show=all&limit=1&cursor=${first.next_cursor}`)).body).toMatchObject({ items: [{}], next_cursor: null });
  });
});

describe('what the person named reads', () => {
  test('of a complaint the released words alone, to which they may say something', async () => {
    const id = await aComplaint();
    await act(lead, id, 'release', { text: 'A customer found you short on the phone' });
    const [item, ...others] = await own(named);
    expect([item, others]).toMatchObject([{ id, kind: 'complaint', text: 'A customer found you short on the phone', filed_by: null, statement: null }, []]);
    expect(JSON.stringify(item)).not.toContain('canary-71');
    expect((await look(named, id)).status).toBe(404);
    expect((await desk.ask(named, 'PUT', `/api/v1/me/staff-feedback/${id}/statement`, { text: 'The line was bad' })).status).toBe(200);
    expect((await look(lead, id)).body).toMatchObject({ statement: { text: 'The line was bad' } });
    expect((await desk.ask(filer, 'PUT', `/api/v1/me/staff-feedback/${id}/statement`, { text: 'x' })).status).toBe(404);
  });

  test('a compliment at once, and with whoever passed it on; a lead may mend its words', async () => {
    const { body } = await file({ kind: 'compliment', text: 'So patient' });
    expect(body).toEqual({ kind: 'compliment', handed_to: { id: named.id, name: 'Nils Dahl' }, acknowledge_by: null, answer_by: null });
    const [item] = await own(named);
    expect(item).toMatchObject({ kind: 'compliment', text: 'So patient', filed_by: { id: filer.id } });
    await act(lead, item.id, 'release', { text: 'So very patient' });
    expect(await own(named)).toMatchObject([{ text: 'So very patient' }]);
  });
});
