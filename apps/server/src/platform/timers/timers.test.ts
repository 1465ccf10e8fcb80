import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { fixedClock, type Clock } from '../clock/clock.ts';
import { createDatabase, createPool, type Database } from '../db/db.ts';
import { alarmQueue, createAlarms, holdAlarm, readRings, setAlarms, type Ring } from './testing/alarms.queries.ts';
import { fireDue, startTimers } from './timers.ts';

let desk: TestDesk;
let db: Database;
let ws: number;

beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
  const owner = createDatabase(createPool(desk.ownerUrl, { max: 1, role: null }));
  await createAlarms(owner);
  await owner.destroy();
});
afterAll(() => desk.stop());

const hour = 3_600_000;
const newWorkspace = async () => (ws = (await aWorkspace(db)).id);
const tools = (clock: Clock = desk.context.clock) => ({ db, clock, wake: desk.context.wake, log: desk.context.log });
const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

function expectOnceAndInOrder(rings: readonly Ring[], count: number): void {
  expect(new Set(rings.map(({ alarm_id }) => alarm_id)).size).toBe(count);
  expect(rings).toHaveLength(count);
  expect(rings.map(({ due_at }) => due_at.getTime())).toEqual(rings.map(({ due_at }) => due_at.getTime()).toSorted((one, other) => one - other));
}

test('nothing fires before its moment, and then each row once', async () => {
  await newWorkspace();
  const clock = fixedClock('2026-06-01T10:00:00Z');
  await setAlarms(db, ws, { from: new Date('2026-06-01T10:00:01Z'), count: 3, everyMs: 1_000 });
  expect(await fireDue(tools(clock), alarmQueue)).toMatchObject({ count: 0, next: new Date('2026-06-01T10:00:01Z') });
  clock.advance(1_999);
  expect(await fireDue(tools(clock), alarmQueue)).toMatchObject({ count: 1, next: new Date('2026-06-01T10:00:02Z') });
  clock.advance(hour);
  expect(await fireDue(tools(clock), alarmQueue)).toMatchObject({ count: 2, next: null });
  expect(await fireDue(tools(clock), alarmQueue)).toMatchObject({ count: 0, next: null });
  expectOnceAndInOrder(await readRings(db, ws), 3);
});

test('what a program that stood still has missed is caught up in order, and no workspace waits for another’s backlog', async () => {
  const busy = await newWorkspace();
  await setAlarms(db, busy, { from: later(-10 * hour), count: 120, everyMs: 60_000 });
  const quiet = await newWorkspace();
  await setAlarms(db, quiet, { from: later(-hour), count: 2, everyMs: 1_000 });
  expect(await fireDue(tools(), alarmQueue)).toMatchObject({ count: 122, held: false });
  const [long, short] = [await readRings(db, busy), await readRings(db, quiet)];
  expectOnceAndInOrder(long, 120);
  expectOnceAndInOrder(short, 2);
  expect(short.at(-1)!.rang_at.getTime()).toBeLessThan(long.at(-1)!.rang_at.getTime());
});

test('several nodes at once fire each row once and keep the order', async () => {
  await newWorkspace();
  await setAlarms(db, ws, { from: later(-hour), count: 400, everyMs: 10 });
  const nodes = Array.from({ length: 4 }, () => startTimers(tools(), alarmQueue));
  await expect.poll(async () => (await readRings(db, ws)).length).toBe(400);
  await Promise.all(nodes.map((node) => node.stop()));
  expectOnceAndInOrder(await readRings(db, ws), 400);
});

test('a row that somebody has in hand does not keep the others, and fires when it is free', async () => {
  await newWorkspace();
  await setAlarms(db, ws, { from: later(-hour), count: 3, everyMs: 1_000 });
  const held = await holdAlarm(db, ws, 3);
  expect(await fireDue(tools(), alarmQueue)).toMatchObject({ count: 2, held: true });
  await held.release();
  expect(await fireDue(tools(), alarmQueue)).toMatchObject({ count: 1, held: false });
  expect((await readRings(db, ws)).map(({ alarm_id }) => alarm_id)).toEqual([2, 1, 3]);
});

test('what goes wrong in one workspace keeps no other waiting, and is left alone for a while', async () => {
  const broken = await newWorkspace();
  await setAlarms(db, broken, { from: later(-2 * hour), count: 1, everyMs: 1 });
  await newWorkspace();
  await setAlarms(db, ws, { from: later(-hour), count: 1, everyMs: 1 });
  const said: unknown[] = [];
  const queue = { ...alarmQueue, fire: async (...args: Parameters<typeof alarmQueue.fire>) => (args[1] === broken ? Promise.reject(new Error('planted')) : alarmQueue.fire(...args)) };
  const known = new Map();
  const fire = () => fireDue({ ...tools(), log: { warn: (detail: unknown) => said.push(detail) } as never }, queue, undefined, known);
  expect(await fire()).toEqual({ count: 1, next: null, held: false });
  expect(await fire()).toEqual({ count: 0, next: null, held: false });
  expect(await readRings(db, ws)).toHaveLength(1);
  expect(await readRings(db, broken)).toHaveLength(0);
  expect(said).toMatchObject([{ workspace: broken, times: 1, again_in_ms: 1_000 }]);
  known.set(broken, { times: 1, until: 0 });
  expect(await fire()).toMatchObject({ count: 0 });
  expect(said).toMatchObject([{ times: 1 }, { times: 2, again_in_ms: 2_000 }]);
  expect(await fireDue(tools(), alarmQueue)).toMatchObject({ count: 1 });
});

test('an earlier moment that is written meanwhile wakes the sleeper', async () => {
  await newWorkspace();
  const timers = startTimers(tools(), alarmQueue);
  try {
    await setAlarms(db, ws, { from: later(300), count: 5, everyMs: 50 });
    desk.context.wake.say('timers');
    await expect.poll(async () => (await readRings(db, ws)).length).toBe(5);
  } finally {
    await timers.stop();
  }
  const rings = await readRings(db, ws);
  expectOnceAndInOrder(rings, 5);
  for (const { due_at, rang_at } of rings) expect(rang_at.getTime()).toBeGreaterThanOrEqual(due_at.getTime());
});

test('a node that is killed in the middle loses nothing and fires nothing twice', async () => {
  await newWorkspace();
  const script = fileURLToPath(new URL('testing/ring-until-killed.ts', import.meta.url));
  await setAlarms(db, ws, { from: later(-hour), count: 3_000, everyMs: 1 });
  for (const upTo of [1, 500]) {
    const node = spawn(process.execPath, [script, desk.ownerUrl], { env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' }, stdio: 'ignore' });
    const ended = new Promise((resolve) => node.once('exit', resolve));
    await expect.poll(async () => (await readRings(db, ws)).length, { interval: 5 }).toBeGreaterThanOrEqual(upTo);
    node.kill('SIGKILL');
    await ended;
  }
  // The database needs a moment to see that the killed node's connection is gone, and with it its turn.
  await expect.poll(async () => (await fireDue(tools(), alarmQueue)).held).toBe(false);
  expectOnceAndInOrder(await readRings(db, ws), 3_000);
});
