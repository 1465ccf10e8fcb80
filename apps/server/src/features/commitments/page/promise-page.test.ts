import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../../tests/support/desk.ts';
import { feedReadable } from '../../../../../../tests/support/feed.ts';
import { followStep } from '../../notifications/index.ts';
import { issueLink, readLink } from '../../commitment-links/index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let astrid: TestAgent;
let address = 1;

beforeAll(async () => {
  desk = await openTestDesk();
  workspace = await aWorkspace(desk.context.db, { timeZone: 'Europe/Stockholm' });
  await anInbox(desk.context.db, workspace.id, { brandId: workspace.brandId });
  astrid = await anAgent(desk.context.db, workspace.id, { name: 'Astrid Lind' });
});
afterAll(() => desk.stop());

const hour = 3_600_000;
async function aPromise(body: object = {}, ticket: object = {}): Promise<{ id: number; number: number; path: string }> {
  const number = (await desk.ask(astrid, 'POST', '/api/v1/tickets', { subject: 'Router', text: 'Den blinkar', language: 'sv', requester: { email: 'karin@lund.example', name: 'Karin <b>Lund' }, ...ticket })).body.number as number;
  const { id } = (await desk.ask(astrid, 'POST', `/api/v1/tickets/${number}/commitments`, { text: 'Ringa om <script>alert(1)</script>', due: new Date(Date.now() + 30 * hour).toISOString(), ...body })).body;
  return { id, number, path: new URL(issueLink(desk.context.sealer, 'https://desk.example', { workspaceId: workspace.id, commitmentId: id }, new Date(Date.now() + 30 * hour))).pathname };
}
const from = (ip: string) => ({ remoteAddress: ip });
const look = (path: string, ip = '10.0.0.1') => desk.app.inject({ method: 'GET', url: path, ...from(ip), headers: { accept: 'text/html', 'accept-language': 'da' } });
const answer = (path: string, form: Record<string, string>, ip = `10.1.0.${(address += 1)}`) =>
  desk.app.inject({ method: 'POST', url: path, ...from(ip), headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() });
const state = async ({ number, id }: { number: number; id: number }) => ((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/commitments`)).body.items as { id: number; agreed_at: string | null; proposal: { due_at: string; text: string } | null; due_at: string }[]).find((each) => each.id === id)!;
const events = async (number: number) => ((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string; actor?: { type: string } }[]).filter(({ type }) => /agreed|proposed|moved|declined/.test(type));

test('shows the promise in the customer’s language, and nothing that it says runs', async () => {
  const made = await aPromise();
  const page = await look(made.path);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<html lang="sv">');
  expect(page.body).toContain('Ringa om &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page.body).toContain('Hej Karin!');
  expect(page.body).not.toMatch(/<script|<img|https?:\/\/(?!www\.w3)/);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  expect(page.headers['set-cookie']).toBeUndefined();
});

test('changes nothing by being looked at, however often', async () => {
  const made = await aPromise();
  for (let turn = 0; turn < 3; turn += 1) await look(made.path);
  expect(await state(made)).toMatchObject({ agreed_at: null, proposal: null });
  expect(await events(made.number)).toEqual([]);
});

test('takes that the customer agrees, once', async () => {
  const made = await aPromise();
  const done = await answer(made.path, { action: 'agree' });
  expect([done.statusCode, done.headers.location]).toEqual([303, made.path]);
  await answer(made.path, { action: 'agree' });
  expect((await state(made)).agreed_at).not.toBeNull();
  expect(await events(made.number)).toMatchObject([{ type: 'commitment.agreed', actor: { type: 'customer' } }]);
  expect((await look(made.path)).body).toContain('Du har godkänt detta');
});

test('takes another time, which the owner hears of and accepts with a message', async () => {
  const made = await aPromise();
  expect((await answer(made.path, { action: 'propose', when: '2027-06-30T15:00', note: 'Jag är på jobbet' })).statusCode).toBe(303);
  expect(await state(made)).toMatchObject({ proposal: { due_at: '2027-06-30T13:00:00.000Z', text: 'Jag är på jobbet' } });
  await feedReadable(desk.context.db, workspace.id);
  while ((await followStep(desk.context, workspace.id, 'test')).more);
  expect((await desk.ask(astrid, 'GET', '/api/v1/notifications')).body.items).toContainEqual(expect.objectContaining({ kind: 'promise_answered', ticket: expect.objectContaining({ number: made.number }) }));
  const accepted = await desk.ask(astrid, 'POST', `/api/v1/tickets/${made.number}/commitments/${made.id}/proposal`, { accept: true });
  expect(accepted.body).toMatchObject({ due_at: '2027-06-30T13:00:00.000Z', proposal: null, agreed_at: expect.any(String), moves: [{ told: 'asked', reason: 'Jag är på jobbet' }] });
  const { items } = (await desk.ask(astrid, 'GET', `/api/v1/tickets/${made.number}/timeline`)).body;
  expect(items.filter((each: { type: string; direction?: string }) => each.type === 'message' && each.direction === 'out')).toHaveLength(1);
});

test('takes no other time than one to come, and says so', async () => {
  const made = await aPromise();
  for (const when of ['2020-01-01T10:00', '2027-02-30T10:00', '2099-01-01T10:00', 'tomorrow', '']) {
    const page = await answer(made.path, { action: 'propose', when, note: '' });
    expect([when, page.statusCode]).toEqual([when, 400]);
    expect(page.body).toContain('role="alert"');
  }
  expect((await answer(made.path, { action: 'drop table' })).statusCode).toBe(400);
  expect(await events(made.number)).toEqual([]);
});

test('says what became of one that is over, and takes nothing more', async () => {
  const made = await aPromise();
  await desk.ask(astrid, 'POST', `/api/v1/tickets/${made.number}/commitments/${made.id}/keep`);
  const page = await look(made.path);
  expect(page.body).toContain('Löftet har hållits');
  expect(page.body).not.toContain('<form');
  await answer(made.path, { action: 'propose', when: '2027-06-30T15:00' });
  expect((await state(made)).proposal).toBeNull();
});

test('a link that is forged, cut, too old or for something else opens nothing', async () => {
  const made = await aPromise();
  const { sealer } = desk.context;
  const old = issueLink(sealer, '', { workspaceId: workspace.id, commitmentId: made.id }, new Date(Date.now() - 31 * 24 * hour));
  const other = `/promise/${sealer.seal(JSON.stringify(['reset', workspace.id, made.id, 9_999_999_999]))}`;
  const changed = made.path.slice(0, -1) + (made.path.endsWith('A') ? 'B' : 'A');
  for (const path of [old, other, made.path.slice(0, -4), `${made.path}AAAA`, '/promise/x', `/promise/${'A'.repeat(120)}`, changed]) {
    const page = await look(path, '10.9.0.1');
    expect([path, page.statusCode, page.body.includes('Linket virker ikke længere')]).toEqual([path, 404, true]);
  }
  expect(readLink(sealer, made.path.split('/').at(-1)!, new Date())).toEqual({ workspaceId: workspace.id, commitmentId: made.id });
});

test('guesses and answers are limited', async () => {
  const made = await aPromise();
  let last = 0;
  for (let turn = 0; turn < 62; turn += 1) last = (await look('/promise/guess', '10.7.0.1')).statusCode;
  expect(last).toBe(429);
  expect((await look(made.path, '10.7.0.1')).statusCode).toBe(429);
  for (let turn = 0; turn < 21; turn += 1) last = (await answer(made.path, { action: 'agree' }, '10.7.0.2')).statusCode;
  expect(last).toBe(429);
});

test('a form is taken here only: the API stays with JSON', async () => {
  const given = await desk.app.inject({ method: 'POST', url: '/api/v1/tickets', headers: { ...astrid.headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'subject=x' });
  expect(given.statusCode).toBe(415);
});
