import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTransport } from 'nodemailer';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { startMailListeners } from './listeners.ts';

let desk: MailDesk;
let admin: TestAgent;
let workspaceId: number;
let inbox: { id: number; address: string };

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_LOG: 'silent' } });
  workspaceId = (await aWorkspace(desk.context.db)).id;
  admin = await anAgent(desk.context.db, workspaceId, { role: 'admin' });
  inbox = await anInbox(desk.context.db, workspaceId, { address: 'door@desk.example' });
});
afterAll(() => desk.stop());

/** Speaks SMTP by hand; the answer to each line. */
async function speak(port: number, lines: (string | Buffer)[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  let waiting: ((line: string) => void) | undefined;
  let buffer = '';
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString();
    const done = /(?:^|\n)(\d{3} [^\n]*)\r?\n$/.exec(buffer);
    if (done) {
      buffer = '';
      waiting?.(done[1] as string);
    }
  });
  const next = () => new Promise<string>((resolve, reject) => {
    waiting = resolve;
    socket.once('close', () => reject(new Error('closed')));
    socket.setTimeout(15_000, () => reject(new Error('silent')));
  });
  socket.on('error', () => undefined);
  answers.push(await next());
  for (const line of lines) {
    const answer = next();
    socket.write(typeof line === 'string' ? `${line}\r\n` : line);
    answers.push(await answer);
  }
  socket.destroy();
  return answers;
}

async function intakeRows() {
  return desk.context.db.selectFrom('intake').selectAll().where('workspace_id', '=', workspaceId).orderBy('id').execute();
}

test('mail for anybody else is refused: no open relay', async () => {
  const answers = await speak(desk.smtpPort, ['EHLO there.example', 'MAIL FROM:<a@there.example>', 'RCPT TO:<somebody@else.example>', 'RCPT TO:<door@desk.example>', 'RCPT TO:<door%else.example@desk.example>', 'RCPT TO:<@desk.example:victim@else.example>']);
  expect(answers[3]).toMatch(/^550/);
  expect(answers[4]).toMatch(/^250/);
  expect(answers[5]).toMatch(/^5/);
  expect(answers[6]).toMatch(/^5/);
});

test('an inbox that is not in use takes nothing', async () => {
  const closed = await anInbox(desk.context.db, workspaceId, { address: 'closed@desk.example' });
  await desk.context.db.updateTable('inboxes').set({ active: false }).where('id', '=', closed.id).execute();
  expect((await speak(desk.smtpPort, ['EHLO x', 'MAIL FROM:<>', 'RCPT TO:<closed@desk.example>']))[3]).toMatch(/^550/);
});

test('plus addresses, other case and a null sender are taken; neither log-in nor encryption is offered', async () => {
  const answers = await speak(desk.smtpPort, ['EHLO there.example', 'MAIL FROM:<>', 'RCPT TO:<Door+Anything@DESK.example>', 'DATA', 'Subject: plus\r\nMessage-ID: <plus@x.example>\r\n\r\nhello\r\n.']);
  expect(answers.at(-1)).toMatch(/^250/);
  await desk.settle();
  expect((await intakeRows()).at(-1)).toMatchObject({ envelope_from: '', envelope_to: 'Door+Anything@DESK.example', status: 'done' });
});

test('250 means that the bytes are on the disk and the row is there', async () => {
  const body = randomBytes(20).toString('hex');
  const answers = await speak(desk.smtpPort, ['EHLO there.example', 'MAIL FROM:<s@there.example>', 'RCPT TO:<door@desk.example>', 'DATA', `Subject: durable\r\n\r\n${body}\r\n.`]);
  expect(answers.at(-1)).toMatch(/^250/);
  const row = (await intakeRows()).at(-1);
  const stored = await desk.context.files.read(row?.raw_sha256 ?? '');
  expect((await stored.toArray()).join('')).toBe(`Subject: durable\r\n\r\n${body}\r\n`);
});

test('one mail to two inboxes is one for each, in one transaction', async () => {
  const second = await anInbox(desk.context.db, workspaceId, { address: 'second@desk.example' });
  const before = (await intakeRows()).length;
  await desk.send({ from: 'both@there.example', to: [inbox.address, second.address, 'door+again@desk.example'], subject: 'Both', text: 'To both' });
  expect((await intakeRows()).slice(before).map(({ inbox_id }) => inbox_id).toSorted()).toEqual([inbox.id, second.id].toSorted());
});

test('a mail above 40 MB is refused at the door, told before or found out', async () => {
  const told = await speak(desk.smtpPort, ['EHLO there.example', `MAIL FROM:<s@there.example> SIZE=${41 * 1024 * 1024}`]);
  expect(told[2]).toMatch(/^552/);
  const before = (await intakeRows()).length;
  const line = Buffer.from(`${'x'.repeat(1022)}\r\n`);
  const big = Buffer.concat([Buffer.from('Subject: big\r\n\r\n'), ...Array.from({ length: 41 * 1024 }, () => line), Buffer.from('.\r\n')]);
  const found = await speak(desk.smtpPort, ['EHLO there.example', 'MAIL FROM:<s@there.example>', 'RCPT TO:<door@desk.example>', 'DATA', big]);
  expect(found[5]).toMatch(/^552/);
  expect(await intakeRows()).toHaveLength(before);
});

test('with the database away the sender is asked to come again, and then nothing is lost or doubled', async () => {
  const url = new URL(desk.ownerUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const say = ['EHLO there.example', 'MAIL FROM:<s@there.example>', 'RCPT TO:<door@desk.example>'];
  const data = ['DATA', 'Subject: comes again\r\nMessage-ID: <again@there.example>\r\n\r\nhello\r\n.'];
  try {
    await owner.query(`alter database ${name} with allow_connections false`);
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    expect((await speak(desk.smtpPort, ['EHLO there.example', 'MAIL FROM:<s@there.example>', 'RCPT TO:<door+new@desk.example>']))[3]).toMatch(/^451/);
    // The inbox may be remembered from a moment ago; then the mail itself is refused.
    const answers = await speak(desk.smtpPort, [...say, ...data]);
    expect(answers.some((answer) => answer.startsWith('451'))).toBe(true);
    expect(answers.at(-1)).not.toMatch(/^250/);
  } finally {
    await owner.query(`alter database ${name} with allow_connections true`);
    await owner.end();
  }
  await desk.until('the database is back', () => desk.context.db.selectFrom('brands').select('id').execute().catch(() => null));
  expect((await speak(desk.smtpPort, [...say, ...data])).at(-1)).toMatch(/^250/);
  await desk.settle();
  expect(await desk.context.db.selectFrom('messages').select('id').where('message_id', '=', '<again@there.example>').execute()).toHaveLength(1);
});

test('with the disk full the sender is asked to come again', async () => {
  const context = { ...desk.context, files: { ...desk.context.files, put: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })) } };
  const doors = await startMailListeners({ ...context, log: { ...context.log, error: () => undefined } as unknown as typeof context.log });
  try {
    const answers = await speak(doors.smtpPort, ['EHLO there.example', 'MAIL FROM:<s@there.example>', 'RCPT TO:<door@desk.example>', 'DATA', 'Subject: full\r\n\r\nhello\r\n.']);
    expect(answers.at(-1)).toMatch(/^451/);
  } finally {
    await doors.stop();
  }
});

test('LMTP answers for each recipient', async () => {
  const doors = await startMailListeners({ ...desk.context, config: { ...desk.context.config, lmtpPort: 0 } });
  const transport = createTransport({ host: '127.0.0.1', port: doors.lmtpPort ?? 0, lmtp: true, ignoreTLS: true });
  try {
    const sent = await transport.sendMail({ from: 'l@there.example', to: [inbox.address, 'nobody@desk.example'], subject: 'LMTP', text: 'hello', messageId: '<lmtp@there.example>' });
    expect(sent).toMatchObject({ accepted: [inbox.address], rejected: ['nobody@desk.example'] });
  } finally {
    transport.close();
    await doors.stop();
  }
  expect((await intakeRows()).at(-1)).toMatchObject({ source: 'lmtp', remote_ip: null });
});

test('a hundred mails of one sender over one connection are all taken', async () => {
  const before = (await intakeRows()).length;
  const transport = createTransport({ host: '127.0.0.1', port: desk.smtpPort, ignoreTLS: true, pool: true, maxConnections: 1, maxMessages: Infinity });
  await Promise.all(Array.from({ length: 100 }, (_, i) => transport.sendMail({ from: 'busy@there.example', to: inbox.address, subject: `Mail ${i}`, text: `Number ${i}` })));
  transport.close();
  expect((await intakeRows()).length - before).toBe(100);
  await desk.settle();
  const { body } = await desk.ask(admin, 'GET', '/api/v1/tickets?limit=1');
  expect(body.items[0].requester.email).toBe('busy@there.example');
});

async function takeIn(raw: string, { attempts = 0 } = {}) {
  const { sha256, size } = await desk.context.files.put(Buffer.from(raw));
  const { id } = await desk.context.db
    .insertInto('intake')
    .values({ workspace_id: workspaceId, inbox_id: inbox.id, source: 'smtp', raw_sha256: sha256, raw_size: size, envelope_from: 'crash@there.example', envelope_to: inbox.address, attempts })
    .returning('id')
    .executeTakeFirstOrThrow();
  desk.context.wake.say('intake');
  await desk.settle();
  return desk.context.db.selectFrom('intake').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

test('a mail that ended the process five times is not read again: it becomes a ticket with its raw file', async () => {
  const row = await takeIn('From: x@there.example\r\nSubject: kills\r\n\r\nbody', { attempts: 5 });
  expect(row).toMatchObject({ status: 'done' });
  const message = await desk.context.db.selectFrom('messages').selectAll().where('id', '=', row.message_id).executeTakeFirstOrThrow();
  expect(message).toMatchObject({ notices: ['unreadable'], from_address: 'crash@there.example', raw_file_id: expect.any(Number) });
});

test('what never works is shown to administrators, who may have it read again', async () => {
  const row = await takeIn('From: y@there.example\r\nSubject: hopeless\r\nMessage-ID: <hopeless@x>\r\n\r\nbody', { attempts: 10 });
  expect(row.status).toBe('failed');
  const { body } = await desk.ask(admin, 'GET', '/api/v1/intake?status=failed');
  expect(body.items).toMatchObject([{ id: row.id, error: 'too_many_attempts' }]);
  expect((await desk.ask(admin, 'POST', `/api/v1/intake/${row.id}/retry`)).status).toBe(200);
  await desk.settle();
  expect((await desk.context.db.selectFrom('intake').select('status').where('id', '=', row.id).executeTakeFirstOrThrow()).status).toBe('done');
  const agent = await anAgent(desk.context.db, workspaceId);
  expect((await desk.ask(agent, 'GET', '/api/v1/intake')).status).toBe(403);
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'admin' });
  expect((await desk.ask(stranger, 'POST', `/api/v1/intake/${row.id}/retry`)).status).toBe(404);
});

const hostile: [string, string][] = [
  ['nothing at all', ''],
  ['no header', '\r\n\r\n\r\n'],
  ['bytes of chance', `Subject: ${randomBytes(200).toString('latin1')}\r\n\r\n${randomBytes(5000).toString('latin1')}`],
  ['NUL and half a surrogate pair', 'From: =?utf-16be?B?2D0=?= <nul@there.example>\r\nSubject: a\0b =?utf-8?B?7aC9?=\r\nContent-Type: text/plain; charset=utf-16be\r\nContent-Transfer-Encoding: base64\r\n\r\n2D0AAAAA\r\n'],
  ['a nest of parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(2000)}`],
  ['a header of a megabyte', `X-Long: ${'a'.repeat(1_000_000)}\r\nFrom: long@there.example\r\n\r\nhi`],
  ['ten thousand recipients', `From: many@there.example\r\nTo: ${Array.from({ length: 10_000 }, (_, i) => `p${i}@there.example`).join(', ')}\r\nSubject: many\r\n\r\nhi`],
  ['ten thousand parts', `From: parts@there.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Disposition: attachment; filename=a\r\n\r\nx\r\n'.repeat(10_000)}--b--`],
];
test.each(hostile)('a mail of %s becomes a ticket and holds nothing up', async (_what, raw) => {
  const began = performance.now();
  const row = await takeIn(raw);
  expect(row).toMatchObject({ status: 'done', attempts: 1, ticket_id: expect.any(Number) });
  expect(performance.now() - began).toBeLessThan(10_000);
});
