import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { createDatabase, createPool, type Database } from '../db/db.ts';
import { followWorkspaces, roundOf } from './follow-workspaces.ts';
import { beginMarks, createMarks, happen, leaseOf, marker, readMarked, readMarks, takeFor } from './testing/marks.queries.ts';

let desk: TestDesk;
let db: Database;
let first: number;
let second: number;
beforeAll(async () => {
  desk = await openTestDesk();
  db = desk.context.db;
  const owner = createDatabase(createPool(desk.ownerUrl, { max: 1, role: null }));
  await createMarks(owner);
  await owner.destroy();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  [first, second] = [await newWorkspace(), await newWorkspace()];
});

async function newWorkspace(): Promise<number> {
  const { id } = await aWorkspace(db);
  await beginMarks(db, id);
  return id;
}
const going = () => false;
const quiet = { warn: () => undefined };
const ofThese = async (...ids: number[]) => (await readMarks(db)).filter((id) => ids.includes(id));
const eventsOf = async (...ids: number[]) => (await readMarked(db)).flatMap(({ workspace_id, event_id }) => (ids.includes(workspace_id) ? [event_id] : []));
const count = async (id: number) => (await ofThese(id)).length;
async function happened(id: number, times: number): Promise<void> {
  await happen(db, id, times);
  await feedReadable(db, id);
}

test('a workspace that breaks does not stop those after it, and is tried again after a pause that grows', async () => {
  await happened(first, 2);
  await happened(second, 2);
  const lines: object[] = [];
  let mended = false;
  let tries = 0;
  let now = 0;
  const before = async (id: number) => {
    if (id !== first || mended) return;
    tries += 1;
    throw new Error('nobody knows why');
  };
  const round = roundOf({ warn: (line: object) => void lines.push(line) }, marker(db, { only: [first, second], before }), () => now);
  await round(going);
  expect(await ofThese(first, second)).toEqual([second, second]);
  expect(lines).toEqual([expect.objectContaining({ follower: 'marks', workspace: first, times: 1, again_in_ms: 1_000, err: expect.objectContaining({ message: 'nobody knows why' }) })]);
  // Another node may try at once.
  expect(await leaseOf(db, first)).toBeNull();
  now += 999;
  await round(going);
  expect(tries).toBe(1);
  now += 1;
  await round(going);
  expect(tries).toBe(2);
  expect(lines[1]).toMatchObject({ times: 2, again_in_ms: 2_000 });
  mended = true;
  now += 1_999;
  await round(going);
  expect(await count(first)).toBe(0);
  now += 1;
  await round(going);
  expect(await count(first)).toBe(2);
});

test('a workspace with much to do does not hold up another, nor what happens there meanwhile', async () => {
  await happened(first, 30);
  const third = await newWorkspace();
  await happened(second, 1);
  let told = false;
  const before = async () => {
    if (told) return;
    told = true;
    await happened(third, 1);
  };
  await roundOf(quiet, marker(db, { only: [first, second, third], before }))(going);
  const order = await ofThese(first, second, third);
  expect(order.filter((id) => id === first)).toHaveLength(30);
  expect(order.indexOf(second)).toBe(5);
  expect(order.indexOf(third)).toBeLessThanOrEqual(11);
});

test('what another node has is left to it, and taken over when its lease runs out', async () => {
  await happened(first, 3);
  const round = roundOf(quiet, marker(db, { only: [first] }));
  await takeFor(db, first, 60);
  await round(going);
  expect(await count(first)).toBe(0);
  expect(await leaseOf(db, first)).toBe('another node');
  await takeFor(db, first, -1);
  await round(going);
  expect(await count(first)).toBe(3);
  expect(await leaseOf(db, first)).toBeNull();
});

test('who was too slow writes nothing over the node that took over', async () => {
  await happened(first, 2);
  let taken = false;
  const slow = roundOf(quiet, marker(db, { only: [first], before: async () => void (taken ||= (await takeFor(db, first, 60), true)) }));
  await slow(going);
  expect(await count(first)).toBe(0);
  expect(await leaseOf(db, first)).toBe('another node');
});

test('several nodes at once mark each event once', async () => {
  await happened(first, 12);
  await happened(second, 12);
  const nodes = Array.from({ length: 3 }, () => roundOf(quiet, marker(db, { only: [first, second] })));
  await expect.poll(async () => {
    await Promise.all(nodes.map((round) => round(going)));
    return new Set(await eventsOf(first, second)).size;
  }, { timeout: 15_000 }).toBe(24);
  for (const round of nodes) await round(going);
  expect(await eventsOf(first, second)).toHaveLength(24);
});

test('it stops after the step that runs, and gives the workspace back', async () => {
  await happened(first, 8);
  await happened(second, 1);
  let stopped = false;
  await roundOf(quiet, marker(db, { only: [first, second], before: async () => void (stopped = true) }))(() => stopped);
  expect(await ofThese(first, second)).toEqual([first]);
  expect(await leaseOf(db, first)).toBeNull();
});

test('it follows what happens until it is stopped', async () => {
  const follower = followWorkspaces(desk.context, marker(db, { only: [first] }));
  await happen(db, first, 3);
  desk.context.wake.say('events');
  await expect.poll(() => count(first), { timeout: 15_000 }).toBe(3);
  await follower.stop();
  await happen(db, first, 1);
  desk.context.wake.say('events');
  // By then one that still followed would have read it.
  await happened(second, 1);
  const other = followWorkspaces(desk.context, marker(db, { only: [second] }));
  await expect.poll(() => count(second), { timeout: 15_000 }).toBe(1);
  await other.stop();
  expect(await count(first)).toBe(3);
});
