import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { insertFile, storeFile } from '../files/index.ts';
import { sealed } from './pdf/draw-apart.ts';
import { createZonedTime } from './zoned-time.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  workspace = await aWorkspace(desk.context.db);
  agent = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  await anInbox(desk.context.db, workspace.id);
});
afterAll(() => desk.stop());

const hostile = `<script>alert(1)</script><img src="ORIGIN/spy.png"><iframe src="file:///etc/passwd"></iframe>`;

async function open(text: string, { subject = 'Lamp', html = undefined as string | undefined } = {}): Promise<number> {
  const answer = await desk.ask(agent, 'POST', '/api/v1/tickets', { subject, ...(html === undefined ? { text } : { html }), requester: { email: 'lukasz@example.pl', name: 'Łukasz Żółć' } });
  expect(answer.status).toBe(201);
  return answer.body.number as number;
}
const say = (number: number, body: object) => desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, body);
const file = async (number: number, query: string, asker = agent) => desk.app.inject({ method: 'GET', url: `/api/v1/tickets/${number}/case-file?${query}`, headers: asker.headers });
async function pdfText(number: number, query = '', asker = agent): Promise<string> {
  const answer = await file(number, `format=pdf${query}`, asker);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

test('holds everything that happened, in the words and the time zone that were asked for', async () => {
  const { context } = desk;
  const field = (await desk.ask(agent, 'POST', '/api/v1/fields', { label: 'Model', labels: { pl: 'Modelowa' }, type: 'choice', options: [{ label: 'Aurora 2' }] })).body;
  const number = await open('Dzień dobry, lampa nie świeci.');
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { fields: { [field.key]: field.options[0].key }, priority: 'urgent', assignee: agent.id, add_tags: ['vip'] });
  await say(number, { kind: 'note', text: 'Sprawdzić gwarancję.' });
  const stored = await storeFile(context, { content: Buffer.from('a file'), name: 'faktura.pdf', type: 'application/pdf' });
  const attached = await context.db.transaction().execute((tx) => insertFile(tx, { type: 'agent', id: agent.id, scope: { workspaceId: workspace.id, brands: 'all' } } as Parameters<typeof insertFile>[1], stored));
  expect((await say(number, { kind: 'public', text: 'Proszę wymienić żarówkę.', attachments: [attached.id] })).status).toBe(201);
  const merged = await open('Druga wiadomość w tej sprawie.', { subject: 'Jeszcze raz' });
  await desk.ask(agent, 'POST', `/api/v1/tickets/${merged}/merge`, { into: number });

  const json = JSON.parse((await file(number, 'format=json&zone=Asia/Tokyo')).body);
  expect(json).toMatchObject({ case_file: 1, time_zone: 'Asia/Tokyo', ticket: { number, subject: 'Lamp', priority: 'urgent', tags: ['vip'], requester: { email: 'lukasz@example.pl' } }, merged_from: [{ number: merged, subject: 'Jeszcze raz' }], fields: [{ key: field.key, value: field.options[0].key }] });
  expect(json.made_at).toMatch(/\+09:00$/);
  const messages = json.entries.flatMap((entry: { message?: object }) => entry.message ?? []);
  expect(messages.map(({ kind, text }: { kind: string; text: string }) => [kind, text.trim()])).toEqual([['public', 'Dzień dobry, lampa nie świeci.'], ['note', 'Sprawdzić gwarancję.'], ['public', 'Proszę wymienić żarówkę.'], ['public', 'Druga wiadomość w tej sprawie.']]);
  expect(messages[2]).toMatchObject({ to: [{ address: 'lukasz@example.pl' }], attachments: [{ name: 'faktura.pdf', type: 'application/octet-stream', size: 6, sha256: stored.sha256 }], delivery: { status: 'queued' } });
  expect(json.entries.map((entry: { type: string }) => entry.type)).toContain('ticket.updated');
  expect(json.entry_count).toBe(json.entries.length);

  const text = await pdfText(number, '&language=pl&zone=Europe/Warsaw');
  for (const part of ['Akta sprawy', 'Łukasz Żółć', 'lampa nie świeci', 'Sprawdzić gwarancję', 'Notatka wewnętrzna', 'Proszę wymienić żarówkę', 'faktura.pdf', stored.sha256, 'Modelowa', 'Aurora 2', 'Europe/Warsaw', 'Druga wiadomość', 'Koniec akt sprawy', 'Pilny', 'Strona 1'])
    expect(text, part).toContain(part);
});

test('leaves internal notes out where it is to go to somebody outside', async () => {
  const number = await open('A question');
  await say(number, { kind: 'note', text: 'The customer is difficult.' });
  await say(number, { kind: 'public', text: 'The answer.' });
  for (const format of ['json', 'html', 'pdf']) {
    const answer = await file(number, `format=${format}&notes=false`);
    const text = format === 'pdf' ? await pdfText(number, '&notes=false') : answer.body;
    expect([format, text.includes('The answer.'), text.includes('difficult')]).toEqual([format, true, false]);
  }
});

test('tells of an escalation and of colleagues who were asked with what was written, and nobody outside of either', async () => {
  const number = await open('A question');
  const bo = await anAgent(desk.context.db, workspace.id, { name: 'Bo Ek' });
  await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/escalations`, { to: { agent: bo.id }, question: 'Is it the known fault?', known: 'Model R200', tried: '', promised: '' });
  await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/swarms`, { people: [bo.id], question: 'Which one fits?' });
  const [whole, outside] = [(await file(number, 'format=html&language=en')).body, (await file(number, 'format=html&language=en&notes=false')).body];
  for (const part of ['escalated to Bo Ek', 'Is it the known fault?', 'Model R200', 'asked a colleague', 'Which one fits?']) expect([part, whole.includes(part), outside.includes(part)]).toEqual([part, true, false]);
});

test('says what a reply did with the status, and what was done beside it, in words and not in codes', async () => {
  const number = await open('A question');
  await say(number, { kind: 'public', text: 'Solved, I hope.', status: 'pending' });
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { snoozed_until: 'reply' });
  await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/followers/${agent.id}`);
  const task = (await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/tasks`, { text: 'Call the supplier' })).body as { id: number };
  await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}/tasks/${task.id}`, { done: true });
  await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/side-conversations`, { kind: 'question', subject: 'A bulb', to: [{ email: 'supplier@parts.example' }], text: 'Is it in stock?' });
  const page = async (query: string) => (await file(number, `format=html&language=en${query}`)).body;
  const whole = await page('');
  for (const part of ['set the status to “Pending”', 'Side conversation', 'supplier@parts.example', 'finished a task', 'snoozed the ticket']) expect(whole).toContain(part);
  for (const code of ['task.', 'ticket.followed', 'ticket.snoozed']) expect(whole).not.toContain(code);
  const forOthers = await page('&notes=false');
  for (const part of ['Is it in stock?', 'supplier@parts.example', 'finished a task']) expect(forOthers).not.toContain(part);
});

test('what somebody wrote is text, whatever it says: nothing runs, nothing is fetched, no file is read', async () => {
  const asked: string[] = [];
  const spy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => spy.listen(0, '127.0.0.1', resolve));
  const attack = hostile.replaceAll('ORIGIN', `http://127.0.0.1:${(spy.address() as AddressInfo).port}`);
  try {
    const number = await open('', { subject: `Subject ${attack}`.slice(0, 200), html: `<p>Look</p>${attack}` });
    await say(number, { kind: 'note', text: attack });
    const page = await file(number, 'format=html');
    expect(page.body).not.toMatch(/<(script|img|iframe|link|object|embed)\b/i);
    expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(String(page.headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'sha256-.*sandbox allow-same-origin allow-modals$/);
    const text = await pdfText(number);
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).not.toContain('root:');
    expect(asked).toEqual([]);
  } finally {
    spy.close();
  }
});

test('the process that draws reads no file but its own and opens no connection', () => {
  const folder = new URL('./pdf/', import.meta.url);
  const attempt = (what: string) => spawnSync(process.execPath, [...sealed, '--input-type=module', '-e', `import ${JSON.stringify(new URL('no-network.ts', folder).href)};\n${what}`], { cwd: folder, env: {}, encoding: 'utf8' });
  const font = JSON.stringify(new URL('fonts/inter-regular.ttf', folder).pathname);
  expect(attempt(`import { readFileSync } from 'node:fs'; console.log(readFileSync(${font}).length > 1000)`).stdout).toBe('true\n');
  const refused = [
    `import { readFileSync } from 'node:fs'; readFileSync('/etc/passwd')`,
    `import { readFileSync } from 'node:fs'; readFileSync(${JSON.stringify(new URL('../case-file.test.ts', folder).pathname)})`,
    `import { writeFileSync } from 'node:fs'; writeFileSync(${font}, '')`,
    `import { spawnSync } from 'node:child_process'; spawnSync('id')`,
    `import { connect } from 'node:net'; connect(80, '127.0.0.1')`,
    `import { lookup } from 'node:dns'; lookup('localhost', () => {})`,
    `await fetch('http://127.0.0.1:8080/')`,
    `import { createSocket } from 'node:dgram'; createSocket('udp4').send('x', 53, '127.0.0.1')`,
  ];
  for (const what of refused) {
    const { status, stderr } = attempt(what);
    expect([what, status, /ERR_ACCESS_DENIED|has no network/.test(stderr)]).toEqual([what, 1, true]);
  }
});

test('no letter breaks it: right to left, emoji, signs without a picture, and words without an end', async () => {
  const number = await open(`مرحبا بالعالم\nשלום עולם\n😀👨‍👩‍👧 你好 \u202Egnp.exe\u0007\n${'x'.repeat(20_000)}\n${'\n'.repeat(200)}end`, { subject: '👍🏽 Grüße ąęłżź Привет Καλημέρα' });
  const text = await pdfText(number);
  for (const part of ['Grüße ąęłżź Привет Καλημέρα', '[U+4F60][U+597D]', 'end', 'stand as [U+…]']) expect(text, part).toContain(part);
  expect((await file(number, 'format=html')).body).toContain('你好');
});

test('a long ticket is written as it is read', async () => {
  const { db } = desk.context;
  const { id, number } = await aTicket(db, workspace.id);
  const count = 1_200;
  const messages = await db.insertInto('messages').values(Array.from({ length: count }, (_, n) => ({ workspace_id: workspace.id, ticket_id: id, kind: 'public' as const, direction: 'in' as const, channel: 'email' as const, author_type: 'customer' as const, text: `Line ${n} ${'words of a letter '.repeat(30)}`, reply_text: '' }))).returning('id').execute();
  await db.insertInto('events').values(messages.map((message) => ({ workspace_id: workspace.id, type: 'message.added', ticket_id: id, brand_id: workspace.brandId, message_id: message.id, actor_type: 'customer' as const }))).execute();
  const json = JSON.parse((await file(number, 'format=json')).body);
  expect(json.entries.map((entry: { message: { text: string } }) => Number(entry.message.text.split(' ')[1]))).toEqual(Array.from({ length: count }, (_, n) => n));
  expect(await pdfText(number)).toMatch(new RegExp(`Line 0 .*Line ${count - 1} .*End of the case file: ${count.toLocaleString('en')} entries`));
});

test('is not given to who does not see the ticket', async () => {
  const { db } = desk.context;
  const hidden = await aBrand(db, workspace.id);
  const { number } = await aTicket(db, workspace.id, { brandId: hidden });
  const narrow = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  for (const format of ['pdf', 'json', 'html']) expect((await file(number, `format=${format}`, narrow)).statusCode).toBe(404);
});

test.each([['zone=Mars/Base', 'zone'], ['format=exe', 'format'], ['notes=perhaps', 'notes'], ['language=xx', 'language']])('%s is refused', async (query, field) => {
  const number = await open('A question');
  const answer = await file(number, query);
  expect([answer.statusCode, answer.json().errors[0].field]).toEqual([400, field]);
});

test('a moment stands in its zone with the offset of that day', () => {
  const at = createZonedTime('Europe/Stockholm');
  expect(at(new Date('2026-01-01T00:00:00.005Z'))).toBe('2026-01-01T01:00:00.005+01:00');
  expect(at(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02T00:30:00.000+02:00');
  expect(createZonedTime('UTC')(new Date(0))).toBe('1970-01-01T00:00:00.000+00:00');
});
