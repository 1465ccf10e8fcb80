import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../../tests/support/mail-desk.ts';
import { anInbox } from '../../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../../tests/support/feed.ts';
import { fireDue } from '../../../platform/timers/timers.ts';
import { planSurveysStep, surveyQueue } from '../index.ts';
import { issueRatingLink } from '../rating-links.ts';

let desk: MailDesk;
let workspace: TestWorkspace;
let astrid: TestAgent;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_PUBLIC_URL: 'https://desk.example' } });
  workspace = await aWorkspace(desk.context.db);
  await anInbox(desk.context.db, workspace.id, { address: 'help@acme.example' });
  await desk.context.db.updateTable('brands').set({ from_name: 'Acme <Support>' }).where('id', '=', workspace.brandId).execute();
  astrid = await anAgent(desk.context.db, workspace.id, { name: 'Astrid Lind', role: 'lead' });
  await desk.ask(astrid, 'PUT', `/api/v1/satisfaction-settings/${workspace.brandId}`, { enabled: true, delay_hours: 0 });
});
afterAll(() => desk.stop());

/** A case that came by mail and is solved; the customer has been asked by mail. */
async function aSurvey(): Promise<{ number: number; id: number; raw: string; path: string; mail: string }> {
  const mail = `karin${(count += 1)}@verified.example`;
  await desk.send({ from: `Karin Lund <${mail}>`, to: 'help@acme.example', subject: 'Hemlig router', text: 'Hej! Min router blinkar rött och jag kommer inte ut på nätet.', messageId: `<rating-${count}@verified.example>` });
  await desk.settle();
  const { number, id } = await desk.context.db.selectFrom('tickets').select(['number', 'id']).where('workspace_id', '=', workspace.id).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${number}`, { status: 'solved', language: 'sv' });
  await feedReadable(desk.context.db, workspace.id);
  while ((await planSurveysStep(desk.context, workspace.id, 'test')).more);
  await fireDue(desk.context, surveyQueue(desk.context));
  desk.context.wake.say('outbox');
  const { raw, mail: read } = await desk.until('the question is sent', () => desk.sink.caught.find(({ to }) => to.includes(mail)));
  const path = new URL(/https:\/\/desk\.example\/rating\/\S+/.exec(read.text)![0]).pathname;
  const survey = await desk.context.db.selectFrom('surveys').select('id').where('workspace_id', '=', workspace.id).where('ticket_id', '=', id).executeTakeFirstOrThrow();
  return { number, id: survey.id, raw, path, mail };
}
const look = (path: string, ip = '10.0.0.1') => desk.app.inject({ method: 'GET', url: path, remoteAddress: ip, headers: { accept: 'text/html', 'accept-language': 'da' } });
const answer = (path: string, form: Record<string, string>, ip = `10.1.0.${(count += 1)}`) =>
  desk.app.inject({ method: 'POST', url: path, remoteAddress: ip, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() });
const stored = async (number: number) => (await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/satisfaction`)).body.items[0];
const age = (id: number, days: number) => desk.context.db.updateTable('surveys').set({ asked_at: new Date(Date.now() - days * 86_400_000) }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();

test('the mail is automatic by every header that machines go by, in text and HTML, and its thread is the ticket’s', async () => {
  const { raw, path } = await aSurvey();
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  expect(raw).toMatch(/^In-Reply-To: <rating-1@verified\.example>\r$/m);
  expect(raw).toMatch(/^Content-Language: sv\r$/m);
  const { mail } = desk.sink.caught.at(-1)!;
  expect(mail.text).toContain('är löst. Hur nöjd är du');
  for (const score of [1, 2, 3, 4, 5]) {
    expect(mail.text).toContain(`${path}?score=${score}`);
    expect(mail.html).toContain(`${path}?score=${score}"`);
  }
});

test('the page has the chosen score in it, in the customer’s language; looking records nothing, and nothing is told of the case', async () => {
  const { number, path } = await aSurvey();
  for (let turn = 0; turn < 3; turn += 1) await look(`${path}?score=1`);
  const page = await look(`${path}?score=4`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<html lang="sv">');
  expect(page.body).toMatch(/value="4" required checked/);
  expect(page.body).not.toMatch(/value="[1235]" required checked/);
  expect(page.body).toContain('Acme &lt;Support&gt;');
  expect(page.body).not.toMatch(/Karin|Hemlig|router|<script|<img|https?:\/\//);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  expect(page.headers['set-cookie']).toBeUndefined();
  expect(await stored(number)).toMatchObject({ state: 'asked', score: null });
  expect((await look(`${path}?score=9`)).body).not.toContain(' checked');
});

test('an answer is recorded by the button, may be changed, and the page never shows the words again', async () => {
  const { number, path } = await aSurvey();
  const done = await answer(`${path}?score=4`, { score: '2', words: 'Ingen\r\nringde <b>mig</b>.' });
  expect([done.statusCode, done.headers.location]).toEqual([303, path]);
  expect(await stored(number)).toMatchObject({ score: 2, words: 'Ingen\nringde <b>mig</b>.', low: true });
  const page = await look(path);
  expect(page.body).toContain('Tack! Vi har ditt svar: 2 – Missnöjd.');
  expect(page.body).toMatch(/value="2" required checked/);
  expect(page.body).not.toContain('ringde');
  await answer(path, { score: '5', words: '' });
  expect(await stored(number)).toMatchObject({ score: 5, words: 'Ingen\nringde <b>mig</b>.', low: false, changed_at: expect.any(String) });
  await desk.context.db.updateTable('surveys').set({ answered_at: new Date(Date.now() - 8 * 86_400_000) }).where('workspace_id', '=', workspace.id).where('score', '=', 5).execute();
  const over = await look(path);
  expect(over.body).toContain('Det går inte längre att ändra.');
  expect(over.body).not.toContain('<form');
  await answer(path, { score: '1', words: 'x' });
  expect(await stored(number)).toMatchObject({ score: 5 });
});

test('what is no answer is refused with a word, and nothing that was written is lost', async () => {
  const { number, path } = await aSurvey();
  for (const [form, said] of [[{ words: 'Mina ord' }, 'Välj ett av de fem svaren'], [{ score: '6', words: 'Mina ord' }, 'Välj ett av de fem svaren'], [{ score: '3', words: `Mina ord${'x'.repeat(2_000)}` }, 'högst 2 000 tecken']] as const) {
    const page = await answer(path, form);
    expect([page.statusCode, page.body.includes(said), page.body.includes('Mina ord')]).toEqual([400, true, true]);
  }
  expect(await stored(number)).toMatchObject({ score: null });
});

test('a link that is forged, cut, for something else, or of a ticket in the trash opens nothing; one that is too old says so', async () => {
  const { number, id, path } = await aSurvey();
  const { sealer } = desk.context;
  const promise = `/rating/${sealer.seal(JSON.stringify(['promise', workspace.id, id, 9_999_999_999]))}`;
  const nobody = new URL(issueRatingLink(sealer, 'https://desk.example', { workspaceId: workspace.id, surveyId: 999_999 })).pathname;
  const changed = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
  for (const wrong of [promise, nobody, changed, path.slice(0, -4), '/rating/x', `/rating/${'A'.repeat(120)}`]) {
    const page = await look(wrong, '10.9.0.1');
    expect([wrong, page.statusCode, page.body.includes('Linket virker ikke')]).toEqual([wrong, 404, true]);
  }
  await age(id, 31);
  const old = await look(path);
  expect(old.body).toContain('Frågan är stängd');
  await answer(path, { score: '5' });
  expect(await stored(number)).toMatchObject({ score: null });
  await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${number}`, { folder: 'trash' });
  expect((await look(path)).statusCode).toBe(404);
});

test('guesses and answers are limited; two links do not share a limit', async () => {
  const [one, other] = [await aSurvey(), await aSurvey()];
  let last = 0;
  for (let turn = 0; turn < 21; turn += 1) last = (await answer(one.path, { score: '4' }, `10.7.0.${turn}`)).statusCode;
  expect(last).toBe(429);
  expect((await answer(other.path, { score: '4' })).statusCode).toBe(303);
  for (let turn = 0; turn < 62; turn += 1) last = (await look('/rating/guess', '10.8.0.1')).statusCode;
  expect(last).toBe(429);
});
