import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, createPool, type Database } from '../../apps/server/src/platform/db/db.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { anAgent, aWorkspace, type TestAgent } from '../support/factories.ts';
import { endPrograms, freePort, killProgram, launch, type ProgramProcess } from './support/program-process.ts';
import { until } from './support/until.ts';

let database: TestDatabase;
let db: Database;
let folder: string;
let workspaceId: number;
let lead: TestAgent;
let port: number;
const programs: ProgramProcess[] = [];
const rows = 8_000;

beforeAll(async () => {
  [database, folder, port] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'ombud-customers-')), freePort()]);
  db = createDatabase(createPool(database.ownerUrl, { max: 2 }));
  workspaceId = (await aWorkspace(db)).id;
  lead = await anAgent(db, workspaceId, { role: 'lead' });
});
afterAll(async () => {
  await endPrograms(programs, null);
  await db.destroy();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<ProgramProcess> {
  const env = { DATABASE_URL: database.ownerUrl, OMBUD_DATA_DIR: folder, OMBUD_SECRET: 'a secret for tests only', OMBUD_LOG: 'error', PORT: String(port), OMBUD_SMTP_PORT: String(await freePort()) };
  const program = launch({ env });
  programs.push(program);
  await program.ready();
  return program;
}

const url = () => `http://127.0.0.1:${port}/api/v1/customer-imports`;
const state = () => db.selectFrom('customer_imports').select(['status', 'handled', 'counts']).where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow();
const count = async (table: 'customers' | 'customer_addresses' | 'organizations') => Number((await db.selectFrom(table).select(({ fn }) => fn.countAll().as('n')).where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow()).n);

/** Asks for a step, kills the program with -9 in its midst, starts it again, and waits for the end. */
async function throughAKill(program: ProgramProcess, id: number, step: string, end: string): Promise<ProgramProcess> {
  expect((await fetch(`${url()}/${id}/${step}`, { method: 'POST', headers: lead.headers })).status).toBe(202);
  await until(`${step} is under way`, async () => (await state()).handled >= 400, { within: 60_000, every: 5 });
  await killProgram(program);
  const { status, handled } = await state();
  expect([status === end, handled < rows]).toEqual([false, true]);
  const again = await start();
  await until(`${step} ends`, async () => (await state()).status === end, { within: 120_000, every: 100 });
  return again;
}

test('a kill while a file is checked, imported or taken back loses no row and doubles none', async () => {
  let program = await start();
  const form = new FormData();
  form.append('file', new Blob([['name,email,company', ...Array.from({ length: rows }, (_, n) => `Person ${n},p${n}@many.example,Firm ${n % 40}`)].join('\n')]), 'many.csv');
  const { id } = (await (await fetch(url(), { method: 'POST', headers: lead.headers, body: form })).json()) as { id: number };

  program = await throughAKill(program, id, 'check', 'ready');
  expect(await state()).toMatchObject({ counts: { new: rows, organizations: 40 } });
  program = await throughAKill(program, id, 'start', 'done');
  expect(await state()).toMatchObject({ handled: rows, counts: { new: rows } });
  expect([await count('customers'), await count('customer_addresses'), await count('organizations')]).toEqual([rows, rows, 40]);
  const created = await db.selectFrom('events').select(({ fn }) => fn.countAll().as('n')).where('workspace_id', '=', workspaceId).where('type', '=', 'customer.created').executeTakeFirstOrThrow();
  expect(Number(created.n)).toBe(rows);
  await throughAKill(program, id, 'undo', 'undone');
  expect(await state()).toMatchObject({ counts: { removed: rows } });
  expect([await count('customers'), await count('customer_addresses'), await count('organizations')]).toEqual([0, 0, 0]);
});
