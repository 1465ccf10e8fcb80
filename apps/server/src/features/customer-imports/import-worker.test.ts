import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { importsOf, importsPath } from '../../../../../tests/support/imports.ts';
import { untilWaiting } from '../../../../../tests/support/waits.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { findOrCreateCustomers } from '../customers/index.ts';
import { claimDue, workOn } from './import-worker.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  lead = await anAgent(db, workspace.id, { role: 'lead' });
});
afterAll(() => desk.stop());

const { upload, work, get, step, rowsOf, checked, imported, people } = importsOf(() => desk, () => lead);
const eventsOf = (type: 'customer.created' | 'customer.removed' | 'organization.created') =>
  desk.context.db.selectFrom('events').select('id').where('workspace_id', '=', workspace.id).where('type', '=', type).execute();

describe('a worker that dies', () => {
  const many = ['name,email,company', ...Array.from({ length: 1_050 }, (_, n) => `Person ${n},p${n}@many.example,Firm ${n % 7}`)].join('\n');
  const rows = async (id: number) => Number((await desk.context.db.selectFrom('customer_import_rows').select(({ fn }) => fn.countAll().as('n')).where('workspace_id', '=', workspace.id).where('import_id', '=', id).executeTakeFirstOrThrow()).n);
  /** Lets it work until something is written, then cuts it off and pretends that its lease has ended. */
  async function interrupted(id: number, isFarEnough: () => Promise<boolean>): Promise<void> {
    const [job] = await claimDue(desk.context, 1);
    const dying = new AbortController();
    // Its own word alone: what the request before has said comes back from the database a little later.
    const wake = { ...desk.context.wake, say: () => dying.abort() };
    await workOn({ ...desk.context, wake }, job!, dying.signal);
    expect(await isFarEnough()).toBe(true);
    // The dead worker's late transaction finds that the import is no longer its own.
    await desk.context.db.updateTable('customer_imports').set({ next_attempt_at: new Date(0) }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
    const [next] = await claimDue(desk.context, 1);
    await workOn(desk.context, job!, new AbortController().signal);
    await workOn(desk.context, next!, new AbortController().signal);
  }

  test('between batches leaves nothing undone and nothing twice: checking, importing, taking back', async () => {
    const { body } = await upload(many);
    await step(body.id, 'check');
    await interrupted(body.id, async () => (await rows(body.id)) === 500);
    expect(await get(body.id)).toMatchObject({ status: 'ready', rows: 1_050, counts: { new: 1_050, organizations: 7 } });
    expect(await rows(body.id)).toBe(1_050);

    await step(body.id, 'start');
    await interrupted(body.id, async () => (await people()).length === 200);
    expect(await get(body.id)).toMatchObject({ status: 'done', counts: { new: 1_050, organizations: 7 } });
    const made = await people();
    expect(made).toHaveLength(1_050);
    expect(new Set(made.map(({ name }) => name)).size).toBe(1_050);
    expect(await eventsOf('customer.created')).toHaveLength(1_050);
    expect(await eventsOf('organization.created')).toHaveLength(7);

    await step(body.id, 'undo');
    await interrupted(body.id, async () => (await people()).length === 850);
    expect(await get(body.id)).toMatchObject({ status: 'undone', counts: { removed: 1_050, kept: 0 } });
    expect(await people()).toEqual([]);
    expect((await desk.ask(lead, 'GET', '/api/v1/organizations')).body.items).toEqual([]);
    expect(await eventsOf('customer.removed')).toHaveLength(1_050);
  });

  test('and wakes when another has done its work leaves that alone', async () => {
    const { body } = await upload(many);
    await step(body.id, 'check');
    const [sleeper] = await claimDue(desk.context, 1);
    await desk.context.db.updateTable('customer_imports').set({ next_attempt_at: new Date(0) }).where('workspace_id', '=', workspace.id).where('id', '=', body.id).execute();
    await work();
    await workOn(desk.context, sleeper!, new AbortController().signal);
    expect([(await get(body.id)).status, await rows(body.id)]).toEqual(['ready', 1_050]);
  });

  test('again and again is given up, with what it did left to take back', async () => {
    const id = await checked(many);
    await step(id, 'start');
    await desk.context.db.updateTable('customer_imports').set({ failures: 5 }).where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
    await work();
    expect(await get(id)).toMatchObject({ status: 'failed', failed_while: 'importing', error: { code: 'failed' } });
    expect((await desk.ask(lead, 'PATCH', `${importsPath}/${id}`, { country: 'SE' })).status).toBe(409);
    await step(id, 'start');
    await work();
    expect(await get(id)).toMatchObject({ status: 'done', counts: { new: 1_050 } });
  });
});

test('an address that mail took meanwhile is no second customer', async () => {
  const id = await checked('name,email\nAnna,a@firm.example\nBo,b@firm.example');
  await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: 'S', text: 'T', requester: { email: 'a@firm.example' } });
  await step(id, 'start');
  await work();
  expect(await get(id)).toMatchObject({ status: 'done', counts: { new: 1, adds: 1 } });
  expect((await people()).map(({ name }) => name).toSorted()).toEqual(['Anna', 'Bo']);
});

test('an import and a mail that bring the same new addresses do not wait for each other', async () => {
  const { db } = desk.context;
  const id = await checked('name,email\nZoe,z@firm.example\nAnna,a@firm.example');
  await step(id, 'start');
  const claim = (tx: Tx, address: string) => findOrCreateCustomers(tx, systemActor(workspace.id), workspace.brandId, [{ address, name: 'Mail' }]);
  let working: Promise<void> | undefined;
  await db.transaction().execute(async (tx) => {
    await claim(tx, 'a@firm.example');
    working = work();
    await untilWaiting(db);
    await claim(tx, 'z@firm.example');
  });
  await working;
  expect(await get(id)).toMatchObject({ status: 'done', counts: { new: 0, unchanged: 2 } });
  expect((await people()).map(({ name, addresses }) => [name, addresses.map(({ address }) => address)])).toEqual([['Mail', ['z@firm.example']], ['Mail', ['a@firm.example']]]);
});

test('two imports of the same people at once make them once', async () => {
  const content = ['name,email', ...Array.from({ length: 300 }, (_, n) => `P${n},p${n}@race.example`)].join('\n');
  const ids = [await checked(content), await checked(content)];
  for (const id of ids) await step(id, 'start');
  const jobs = await claimDue(desk.context, 2);
  await Promise.all(jobs.map((job) => workOn(desk.context, job, new AbortController().signal)));
  await work();
  expect(await people()).toHaveLength(300);
  const counts = await Promise.all(ids.map(async (id) => (await get(id)).counts));
  expect(counts.map((count) => count.new + count.unchanged)).toEqual([300, 300]);
  expect(counts[0].new + counts[1].new).toBe(300);
});

test('who is merged in the moment of the import gets nothing any more; the person does', async () => {
  const { db } = desk.context;
  const owner = await anAgent(db, workspace.id, { role: 'owner' });
  await imported('name,email\nAnna,a@firm.example\nA. Berg,b@firm.example');
  const [berg, anna] = await people();
  const id = await checked('name,email,language\nBerg,b@firm.example,sv');
  await step(id, 'start');
  const both: Promise<unknown>[] = [];
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('customers').select('id').where('workspace_id', '=', workspace.id).where('id', '=', berg!.id).forUpdate().execute();
    both.push(desk.ask(owner, 'POST', `/api/v1/customers/${berg!.id}/merge`, { into: anna!.id }));
    await untilWaiting(db);
    both.push(work());
    await untilWaiting(db, 2);
  });
  await Promise.all(both);
  expect(await get(id)).toMatchObject({ status: 'done', counts: { adds: 1 } });
  expect((await rowsOf(id))[0]).toMatchObject({ customer: anna!.id });
  const rows = await db.selectFrom('customers').select(['name', 'language']).where('workspace_id', '=', workspace.id).orderBy('id').execute();
  expect(rows).toEqual([{ name: 'Anna', language: 'sv' }, { name: 'Anna', language: null }]);
});
