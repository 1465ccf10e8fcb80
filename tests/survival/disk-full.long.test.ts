import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { openSink } from '../support/mail-desk.ts';
import { settle } from './support/findings.ts';
import { endPrograms, freePort, launch, type ProgramProcess } from './support/program-process.ts';
import { furnish, openFolder, ownerUrlOf, type Furnished } from './support/survival-desk.ts';
import { until } from './support/until.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A disk of its own, so many megabytes large; null where this user may not mount. */
async function mountDisk(megabytes: number): Promise<string | null> {
  const folder = await openFolder();
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const disk = join(folder, 'disk');
  await mkdir(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk]).status !== 0) return null;
  undo.push(() => spawnSync('umount', ['-l', disk]));
  return disk;
}

const fill = (disk: string) => spawnSync('sh', ['-c', 'cat /dev/zero > "$1/filler" 2>/dev/null', 'sh', disk]);

async function start(env: Record<string, string>): Promise<{ program: ProgramProcess; url: string; smtpPort: number }> {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const program = launch({ env: { PORT: String(port), OMBUD_SMTP_PORT: String(smtpPort), ...env } });
  undo.push(() => endPrograms([program], env['OMBUD_DATA_DIR'] ?? null));
  await program.ready();
  return { program, url: `http://127.0.0.1:${port}`, smtpPort };
}

/** What the door says to a mail: 250 or a code of refusal. */
async function send(smtpPort: number, inbox: string, subject: string, size = 50_000): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, connectionTimeout: 5_000, greetingTimeout: 20_000, socketTimeout: 20_000 });
  try {
    await transport.sendMail({ from: 'anna@customers.example', to: inbox, subject, messageId: `<${subject.replaceAll(' ', '.')}@customers.example>`, text: 'x'.repeat(70).concat('\n').repeat(size / 71) });
    return 250;
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    transport.close();
  }
}

async function ask(url: string, furnished: Furnished, method: string, path: string, body?: string | FormData): Promise<{ status: number; type: string; code: string }> {
  const headers = { ...furnished.agent.headers, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(20_000) });
  const answer = (await response.json()) as { code?: string };
  return { status: response.status, type: response.headers.get('content-type')?.split(';')[0] ?? '', code: answer.code ?? '' };
}

const ticketBody = (subject: string) => JSON.stringify({ subject, text: 'Nothing works.', requester: { email: 'per@customers.example' } });

function lookInto(ownerUrl: () => string | Promise<string>) {
  return async <Row>(statement: string, values?: unknown[]): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: await ownerUrl() });
    await client.connect();
    try {
      return (await client.query(statement, values)).rows;
    } finally {
      await client.end();
    }
  };
}

test('with the disk of the files full, mail is put off and uploads get a clear answer, the rest goes on; with space again all is well', async ({ skip }) => {
  const disk = await mountDisk(8);
  if (disk === null) return skip('no right to mount here');
  const database = await createTestDatabase();
  undo.push(() => database.drop());
  const sink = await openSink();
  undo.push(() => sink.close());
  const furnished = await furnish(database.ownerUrl);
  const { program, url, smtpPort } = await start({ OMBUD_DATA_DIR: join(disk, 'data'), DATABASE_URL: database.ownerUrl, OMBUD_SMTP_URL: sink.url });
  const upload = (): Promise<{ status: number; type: string; code: string }> => {
    const form = new FormData();
    form.append('file', new Blob(['y'.repeat(200_000)]), 'log.txt');
    return ask(url, furnished, 'POST', '/files', form);
  };
  expect(await send(smtpPort, furnished.inbox, 'before')).toBe(250);
  const look = lookInto(() => database.ownerUrl);
  await settle({ look, workspaceId: furnished.workspaceId });

  fill(disk);
  expect(await send(smtpPort, furnished.inbox, 'during')).toBe(451);
  expect(await upload()).toMatchObject({ status: 503, type: 'application/problem+json', code: 'not_ready' });
  // What needs no file goes on.
  expect(await ask(url, furnished, 'POST', '/tickets', ticketBody('by phone'))).toMatchObject({ status: 201 });
  expect(program.hasEnded()).toBe(false);

  await rm(join(disk, 'filler'));
  expect(await send(smtpPort, furnished.inbox, 'during')).toBe(250);
  expect(await upload()).toMatchObject({ status: 200 });
  await settle({ look, workspaceId: furnished.workspaceId });
  const tickets = await look<{ subject: string }>('select subject from tickets order by subject');
  expect(tickets.map(({ subject }) => subject)).toEqual(['before', 'by phone', 'during']);
});

test('with the disk of files and database full, nothing is acknowledged that is not kept, nothing hangs, and with space again it goes on', async ({ skip }) => {
  const disk = await mountDisk(140);
  if (disk === null) return skip('no right to mount here');
  const sink = await openSink();
  undo.push(() => sink.close());
  const dataDir = join(disk, 'data');
  const { program, url, smtpPort } = await start({ OMBUD_DATA_DIR: dataDir, OMBUD_SMTP_URL: sink.url });
  const ownerUrl = () => ownerUrlOf(program, dataDir);
  const furnished = await furnish(await ownerUrl());
  const kept: string[] = [];
  expect(await send(smtpPort, furnished.inbox, 'before')).toBe(250);
  fill(disk);
  const answers: { status: number; type: string }[] = [];
  for (let n = 0; n < 60; n += 1) {
    const subject = `full ${n}`;
    const answer = await ask(url, furnished, 'POST', '/tickets', ticketBody(subject).replace('Nothing works.', 'Nothing works. '.repeat(3000)));
    if (answer.status === 201) kept.push(subject);
    else answers.push(answer);
  }
  const mailAnswer = await send(smtpPort, furnished.inbox, 'during');
  expect([451, 421]).toContain(mailAnswer);
  for (const answer of answers) expect(answer).toMatchObject({ status: 503, type: 'application/problem+json', code: 'not_ready' });
  expect(answers.length).toBeGreaterThan(0);

  await rm(join(disk, 'filler'));
  await until('mail is taken again', async () => (await send(smtpPort, furnished.inbox, 'during')) === 250, { within: 60_000 });
  expect(program.hasEnded()).toBe(false);
  await settle({ look: lookInto(ownerUrl), workspaceId: furnished.workspaceId });
  const subjects = (await lookInto(ownerUrl)<{ subject: string }>('select subject from tickets order by id')).map(({ subject }) => subject);
  expect(subjects).toEqual(expect.arrayContaining(['before', 'during', ...kept]));
  expect(new Set(subjects).size).toBe(subjects.length);
});
