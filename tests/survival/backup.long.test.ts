import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signal } from '../../apps/server/src/platform/db/embedded/processes.ts';
import { openEmbeddedPostgres } from '../../apps/server/src/platform/db/embedded/index.ts';
import { verifyBackup } from '../../apps/server/src/platform/backup/verify-backup.ts';
import { generateWorkspace } from '../../bench/generate.ts';
import { differing, findLooseEnds, sumFiles, sumRows } from '../support/compare-desks.ts';
import { createEmptyDatabase } from '../support/database.ts';
import { startApiClients } from './support/api-clients.ts';
import { command, startRefused } from './support/command-process.ts';
import { followed, settle } from './support/findings.ts';
import { acknowledged, openLedger } from './support/ledger.ts';
import { startMailClients } from './support/mail-clients.ts';
import { databaseProcesses, endPrograms, launch } from './support/program-process.ts';
import { between, seededRandom } from './support/random.ts';
import { openSurvivalDesk, type SurvivalDesk } from './support/survival-desk.ts';
import { pause, until } from './support/until.ts';

const rounds = 6;
const tickets = 20_000;

let desk: SurvivalDesk;
let backups: string;

beforeEach(async () => {
  desk = await openSurvivalDesk();
  backups = join(desk.dataDir, 'backups');
});
afterEach(() => desk.close());

const ombud = (...args: string[]) => command(desk.env, ...args);
const names = async () => (await readdir(backups).catch(() => [])).toSorted();

async function made(): Promise<string> {
  const { code, out, err } = await ombud('backup', 'create').ended;
  expect([code, err]).toEqual([0, '']);
  return out.trimEnd().split('\n').at(-1) ?? '';
}

/** Where a restore goes: a data folder of its own and ports that nobody has. */
async function aPlace(name: string): Promise<{ env: Record<string, string>; dataDir: string; restore(from: string): ReturnType<typeof command> }> {
  const dataDir = join(desk.folder, name);
  const env = { OMBUD_DATA_DIR: dataDir, PORT: '0', OMBUD_SMTP_PORT: '0' };
  return { env, dataDir, restore: (from) => command(env, 'backup', 'restore', '--from', from) };
}

async function onRestored<Result>(dataDir: string, look: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  const database = await openEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    return await look(database.ownerUrl);
  } finally {
    await database.stop();
  }
}

/** Mail and API clients until both have been answered often. */
async function someLoad(seed: number, least: number) {
  const ledger = openLedger();
  const random = seededRandom(seed);
  const name = `b${seed}`;
  const mail = startMailClients({ ports: [desk.smtpPort], inbox: desk.inbox, ledger, random, name });
  const api = startApiClients({ urls: [desk.url], headers: desk.agent.headers, ledger, random, name });
  await until('mail and tickets come in', () => Math.min(acknowledged(ledger).mails, acknowledged(ledger).tickets) >= least, { within: 60_000 });
  return { ledger, finish: () => Promise.all([mail.finish(), api.finish()]) };
}

test('backups killed at any moment leave no half one, the desk works on, and the next is whole', async () => {
  await generateWorkspace(await desk.ownerUrl(), { tickets });
  const load = await someLoad(31, 10);
  const random = seededRandom(31);
  const began = performance.now();
  await made();
  const takes = performance.now() - began;
  let killed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = await names();
    const running = ombud('backup', 'create');
    await pause(between(random, Math.round(takes * 0.2), Math.round(takes * 0.95)));
    running.kill();
    killed += (await running.ended).signal === 'SIGKILL' ? 1 : 0;
    for (const name of (await names()).filter((each) => each.startsWith('ombud-') && !before.includes(each))) await verifyBackup(join(backups, name));
  }
  expect(killed).toBeGreaterThan(rounds / 2);
  const last = await made();
  await load.finish();
  await verifyBackup(last);
  expect((await names()).filter((name) => name.startsWith('.'))).toEqual([]);
  const runs = await desk.look<{ status: string; error: string | null }>('select status, error from identity.backup_runs order by id');
  expect(runs.filter(({ status }) => status === 'running')).toEqual([]);
  expect(runs.at(-1)).toEqual({ status: 'done', error: null });
});

test('a restore killed at any moment, with or without its database, is never taken for a desk; the next one makes the same desk', async () => {
  await generateWorkspace(await desk.ownerUrl(), { tickets });
  const load = await someLoad(32, 20);
  await load.finish();
  await settle(desk);
  await followed(desk);
  const from = await made();
  const random = seededRandom(32);
  const place = await aPlace('restored');
  let refused = 0;
  for (let round = 0; round < rounds; round += 1) {
    const running = place.restore(from);
    // From the moment on at which it has begun to write; before that there is nothing to see.
    await until('the restore has begun', () => stat(join(place.dataDir, 'restoring')).then(() => true), { every: 5 });
    await pause(between(random, 0, 2_500));
    running.kill();
    if (round % 2 === 0) for (const pid of databaseProcesses(place.dataDir)) signal(pid, 'SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    if (round > 1) continue;
    expect(await startRefused(place.env)).toMatch(/^A restore into .* was cut off: run it again\./);
    refused += 1;
  }
  expect(refused).toBe(2);
  const { code, err } = await place.restore(from).ended;
  expect([code, err]).toEqual([0, expect.stringContaining('Restoring')]);
  const restored = await onRestored(place.dataDir, sumRows);
  expect(differing(restored, await sumRows(await desk.ownerUrl()))).toEqual([]);
  expect(await sumFiles(join(place.dataDir, 'files'))).toEqual(await sumFiles(join(desk.dataDir, 'files')));
  // And nothing is restored over it.
  const again = await place.restore(from).ended;
  expect([again.code, again.err]).toEqual([1, expect.stringMatching(/holds something already/)]);
  expect(differing(await onRestored(place.dataDir, sumRows), restored)).toEqual([]);
  const program = launch({ env: { ...place.env, OMBUD_OUTBOUND: 'hold' } });
  try {
    await program.ready();
    const port = /Ombud is ready: http:\/\/localhost:(\d+)/.exec(program.said())?.[1];
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/tickets`, { headers: desk.agent.headers })).status).toBe(200);
  } finally {
    await endPrograms([program], place.dataDir);
  }
});

test('backups taken while mail and API work are consistent and have all that was acknowledged before', async () => {
  const load = await someLoad(33, 20);
  const taken: { from: string; mails: string[]; tickets: number[] }[] = [];
  for (let count = 0; count < 3; count += 1) {
    await pause(700);
    const mails = load.ledger.mails.filter((mail) => mail.acknowledged).map(({ messageId }) => messageId);
    const known = load.ledger.tickets.flatMap(({ number }) => (number === null ? [] : [number]));
    taken.push({ from: await made(), mails, tickets: known });
  }
  await load.finish();
  for (const [at, { from, mails, tickets: numbers }] of taken.entries()) {
    const place = await aPlace(`load-${at}`);
    expect((await place.restore(from).ended).code).toBe(0);
    await onRestored(place.dataDir, async (ownerUrl) => {
      expect(await findLooseEnds(ownerUrl, join(place.dataDir, 'files'))).toEqual([]);
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      const there = await client.query<{ n: number }>('select number as n from tickets where number = any($1)', [numbers]);
      // Mail that was taken, but not yet read, is there as its intake row and its bytes.
      const read = await client.query<{ id: string }>('select message_id as id from messages where message_id = any($1)', [mails]);
      const waiting = await client.query<{ n: number }>('select count(*)::int as n from intake where message_id is null');
      await client.end();
      expect(there.rows).toHaveLength(numbers.length);
      expect(read.rows.length + (waiting.rows[0]?.n ?? 0)).toBeGreaterThanOrEqual(mails.length);
    });
  }
});

test('a backup goes into another PostgreSQL by DATABASE_URL, and into no used one', async () => {
  const load = await someLoad(34, 20);
  await load.finish();
  await settle(desk);
  await followed(desk);
  const from = await made();
  const other = await createEmptyDatabase();
  try {
    const dataDir = join(desk.folder, 'beside');
    await mkdir(dataDir);
    const env = { OMBUD_DATA_DIR: dataDir, DATABASE_URL: other.ownerUrl };
    expect((await command(env, 'backup', 'restore', '--from', from).ended).code).toBe(0);
    expect(differing(await sumRows(other.ownerUrl), await sumRows(await desk.ownerUrl()))).toEqual([]);
    expect(await sumFiles(join(dataDir, 'files'))).toEqual(await sumFiles(join(desk.dataDir, 'files')));
    const again = await command(env, 'backup', 'restore', '--from', from).ended;
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/holds something already .* empty one only/)]);
  } finally {
    await other.drop();
  }
});
