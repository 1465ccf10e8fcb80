import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../../tests/support/desk.ts';
import { aCustomer, aTicket, aWorkspace } from '../../../../../../tests/support/factories.ts';
import { batchSize, indexStep } from './indexer.ts';

let desk: TestDesk;
let workspaceId: number;
/** ms; moved by the pauses alone. */
let now: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  ({ id: workspaceId } = await aWorkspace(db));
  const { id: customerId } = await aCustomer(db, workspaceId);
  for (let n = 0; n < 2 * batchSize + 1; n += 1) await aTicket(db, workspaceId, { customerId });
  now = 0;
  // No organization, the customer, and none further: the next step sweeps the tickets, in three batches.
  for (let done = 0; done < 3; done += 1) expect(await step(async () => {})).toBe(true);
  expect(await progress()).toMatchObject({ swept: false });
});
afterAll(() => desk.stop());

const step = (pause: () => Promise<void>) => indexStep(desk.context, workspaceId, 'this node', pause, () => now);
const progress = async () => (await sql<{ lease: string; holds: boolean; swept: boolean }>`select lease, leased_until > now() as holds, tickets_below is null or tickets_below < ${Number.MAX_SAFE_INTEGER} as swept from search_progress where workspace_id = ${workspaceId}`.execute(desk.context.db)).rows[0];
const indexed = async () => (await sql<{ count: number }>`select count(*)::int as count from search_tickets where workspace_id = ${workspaceId}`.execute(desk.context.db)).rows[0]?.count;
const endLease = () => sql`update search_progress set leased_until = now() - interval '1 second' where workspace_id = ${workspaceId}`.execute(desk.context.db);

test('a step that takes longer than its lease takes it anew on the way, every ten seconds', async () => {
  const held: (boolean | undefined)[] = [];
  const pauses = [10_000, 9_999, 1];
  const done = await step(async () => {
    held.push((await progress())?.holds);
    await endLease();
    now += pauses[held.length - 1] ?? 0;
  });
  expect(done).toBe(true);
  // After the first ten seconds it was taken anew, a moment before the next ten it was not.
  expect(held).toEqual([true, true, false]);
  expect(await progress()).toEqual({ lease: 'this node', holds: true, swept: true });
  expect(await indexed()).toBe(2 * batchSize + 1);
});

test('a step whose workspace another node has taken meanwhile leaves the rest to it, and notes nothing', async () => {
  let pauses = 0;
  const done = await step(async () => {
    pauses += 1;
    now += 10_000;
    await sql`update search_progress set lease = 'another node', leased_until = now() + interval '1 minute' where workspace_id = ${workspaceId}`.execute(desk.context.db);
  });
  expect([done, pauses, await indexed()]).toEqual([false, 1, batchSize]);
  expect(await progress()).toEqual({ lease: 'another node', holds: true, swept: false });
  // And the other one goes on where the last noted step ended.
  await endLease();
  expect(await step(async () => {})).toBe(true);
  expect(await indexed()).toBe(2 * batchSize + 1);
});
