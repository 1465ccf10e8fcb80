import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { noDovecot, startDovecot, type Dovecot } from '../../../../../tests/support/dovecot.ts';
import { anAgent, anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { createDatabase, createPool, type Database } from '../../platform/db/db.ts';
import { createSealer } from '../../platform/auth/sealer.ts';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const secret = 'a secret for tests only';

/** The first import of a full mailbox, by the whole program in a process of its own. */
describe.skipIf(noDovecot !== null)(`an import of old mail${noDovecot ? ` (${noDovecot})` : ''}`, () => {
  let dovecot: Dovecot;
  let database: TestDatabase;
  let db: Database;
  let folder: string;
  let workspaceId: number;
  let running: ChildProcess | null = null;

  beforeAll(async () => {
    [dovecot, database, folder] = await Promise.all([startDovecot(), createTestDatabase(), mkdtemp(join(tmpdir(), 'ombud-import-'))]);
    db = createDatabase(createPool(database.ownerUrl, { max: 2 }));
    workspaceId = (await aWorkspace(db)).id;
    await anAgent(db, workspaceId, { role: 'admin' });
  });
  afterAll(async () => {
    await end('SIGTERM');
    await db.destroy();
    await database.drop();
    await dovecot.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    const env = { PATH: process.env['PATH'], DATABASE_URL: database.ownerUrl, OMBUD_DATA_DIR: folder, OMBUD_SECRET: secret, OMBUD_LOG: 'error', PORT: '0', OMBUD_SMTP_PORT: '0' };
    const program = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    running = program;
    let said = '';
    program.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await until('started', 60_000, () => said.includes('Ombud is ready'));
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const program = running;
    running = null;
    if (!program || program.exitCode !== null || program.signalCode !== null) return;
    program.kill(signal);
    await once(program, 'exit');
  }

  async function until(what: string, patience: number, look: () => Promise<boolean> | boolean): Promise<void> {
    const last = performance.now() + patience;
    while (!(await look())) {
      if (performance.now() > last) throw new Error(`did not happen: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function aFullMailbox(user: string, count: number): Promise<number> {
    const begin = Date.now() - 20 * 24 * 3_600_000;
    const mails = Array.from({ length: count }, (_each, index) => ({
      at: new Date(begin + index * 60_000),
      raw: `From: Customer <${user}-${index}@firm.example>\nTo: help@desk.example\nSubject: ${user} ${index}\nMessage-ID: <${user}-${index}@firm.example>\n\nQuestion ${index}\n`,
    }));
    await dovecot.fill(user, mails);
    const { id } = await anInbox(db, workspaceId);
    await db.insertInto('mailboxes').values({
      workspace_id: workspaceId, inbox_id: id, host: '127.0.0.1', port: dovecot.port, security: 'none', username: user,
      password_sealed: createSealer(secret).seal(dovecot.password), import_from: new Date(begin - 1000),
    }).execute();
    await db.insertInto('mailbox_folders').values({ workspace_id: workspaceId, inbox_id: id, path: 'INBOX' }).execute();
    return id;
  }

  const counted = async (inboxId: number) => {
    const subjects = (await db.selectFrom('tickets').select('subject').where('workspace_id', '=', workspaceId).where('inbox_id', '=', inboxId).execute()).map(({ subject }) => subject);
    return { tickets: subjects.length, different: new Set(subjects).size };
  };
  const ticketCount = async (inboxId: number) => Number((await db.selectFrom('tickets').select((eb) => eb.fn.countAll().as('count')).where('workspace_id', '=', workspaceId).where('inbox_id', '=', inboxId).executeTakeFirstOrThrow()).count);

  test('of 10,000 mails each becomes one ticket', async () => {
    const inboxId = await aFullMailbox('many', 10_000);
    await start();
    const began = performance.now();
    await until('10,000 tickets', 540_000, async () => (await ticketCount(inboxId)) >= 10_000);
    const seconds = (performance.now() - began) / 1000;
    console.log(`10,000 old mails by IMAP: ${Math.round(seconds)} s, ${Math.round(10_000 / seconds)} a second`);
    expect(await counted(inboxId)).toEqual({ tickets: 10_000, different: 10_000 });
    await end('SIGTERM');
  });

  test('killed again and again in its middle, it loses nothing and doubles nothing', async () => {
    const inboxId = await aFullMailbox('killed', 1_000);
    let kills = 0;
    for (; kills < 4; kills += 1) {
      const before = await ticketCount(inboxId);
      await start();
      await until('some more', 120_000, async () => (await ticketCount(inboxId)) > before + 60 + kills * 17);
      await end('SIGKILL');
      expect(await ticketCount(inboxId)).toBeLessThan(1_000);
    }
    await start();
    await until('all of them', 300_000, async () => (await ticketCount(inboxId)) >= 1_000);
    expect(await counted(inboxId)).toEqual({ tickets: 1_000, different: 1_000 });
    const rows = await db.selectFrom('intake').select('id').where('workspace_id', '=', workspaceId).where('inbox_id', '=', inboxId).execute();
    expect([kills, rows.length]).toEqual([4, 1_000]);
    await end('SIGTERM');
  });
});
