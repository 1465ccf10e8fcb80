import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { facts, importsOf } from '../../../../../tests/support/imports.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { requestUndo } from './customer-imports.commands.ts';
import { forgetOldImports } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let brandB: number;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  brandB = await aBrand(db, workspace.id, { name: 'Polar' });
  lead = await anAgent(db, workspace.id, { role: 'lead' });
});
afterAll(() => desk.stop());

const { work, get, step, rowsOf, imported, people } = importsOf(() => desk, () => lead);

test('undoing takes back what was added, and leaves who was used or changed since', async () => {
  const { id: oldId } = await aCustomer(desk.context.db, workspace.id, { name: 'Old', email: 'old@firm.example', brands: [brandB] });
  const before = (await people()).find(({ name }) => name === 'Old');
  const id = await imported(['name,email,company,note', 'Old,old@firm.example;more@firm.example,Firm,A note', 'Free,free@firm.example,Firm,', 'Changed,changed@firm.example,,', 'Busy,busy@firm.example,,'].join('\n'));
  const changed = (await people()).find(({ name }) => name === 'Changed') ;
  await desk.ask(lead, 'PATCH', `/api/v1/customers/${changed!.id}`, { note: 'Called back' });
  await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: 'S', text: 'T', requester: { email: 'busy@firm.example' } });
  expect((await step(id, 'undo')).status).toBe(202);
  await work();
  expect(await get(id)).toMatchObject({ status: 'undone', counts: { removed: 1, taken_back: 1, kept: 2 } });
  expect((await rowsOf(id)).map(({ name, undone }: { name: string; undone: string }) => [name, undone])).toEqual([['Old', 'taken_back'], ['Free', 'removed'], ['Changed', 'kept'], ['Busy', 'kept']]);
  expect((await people()).map(({ name }) => name).toSorted()).toEqual(['Busy', 'Changed', 'Old']);
  const after = (await people()).find((person) => person.id === oldId);
  expect(facts(after!)).toEqual(facts(before!));
  expect(after!.brands.map((brand) => brand.id)).toEqual([brandB]);
  expect((await desk.ask(lead, 'GET', '/api/v1/organizations')).body.items).toEqual([]);
  expect((await step(id, 'undo')).body.code).toBe('import_busy');
});

test('undoing takes the notes of several rows off one after the other', async () => {
  await aCustomer(desk.context.db, workspace.id, { name: 'Old', email: 'old@firm.example', brands: [workspace.brandId] });
  const id = await imported('name,email,note\nNew,new@firm.example,One\nNew,new@firm.example,Two\nNew,new@firm.example,Three\nOld,old@firm.example,One\nOld,old@firm.example,Two');
  expect((await people()).map(({ name, note }) => [name, note])).toEqual([['New', 'One\n\nTwo\n\nThree'], ['Old', 'One\n\nTwo']]);
  await step(id, 'undo');
  await work();
  expect((await people()).map(({ name, note }) => [name, note])).toEqual([['Old', '']]);
});

test('undoing leaves alone who has been merged into somebody since', async () => {
  const { db } = desk.context;
  const owner = await anAgent(db, workspace.id, { role: 'owner' });
  const { id: berg } = await aCustomer(db, workspace.id, { name: '', email: 'b@firm.example', brands: [workspace.brandId] });
  const { id: anna } = await aCustomer(db, workspace.id, { name: 'Anna', email: 'a@firm.example', brands: [workspace.brandId] });
  const id = await imported('name,email\nAnna,b@firm.example');
  expect((await desk.ask(owner, 'POST', `/api/v1/customers/${berg}/merge`, { into: anna })).status).toBe(200);
  await step(id, 'undo');
  await work();
  expect(await get(id)).toMatchObject({ status: 'undone', counts: { taken_back: 0, kept: 1 } });
  expect(await db.selectFrom('customers').select('name').where('workspace_id', '=', workspace.id).where('id', '=', berg).execute()).toEqual([{ name: 'Anna' }]);
});

test('undoing is possible for a colleague when whoever imported has left', async () => {
  const id = await imported('name,email\nFree,free@firm.example');
  const owner = await anAgent(desk.context.db, workspace.id, { role: 'owner' });
  await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', '=', lead.id).execute();
  expect((await step(id, 'undo', owner)).status).toBe(202);
  await work();
  expect(await get(id, owner)).toMatchObject({ status: 'undone', counts: { removed: 1 } });
  expect(await people(owner)).toEqual([]);
});

test('undoing stays away from a customer that something refers to which it does not know, and still takes the others', async () => {
  const id = await imported(['name,email', 'Free,free@firm.example', 'Held,held@firm.example', 'Loose,loose@firm.example'].join('\n'));
  const held = (await people()).find(({ name }) => name === 'Held');
  const client = new pg.Client({ connectionString: desk.ownerUrl });
  await client.connect();
  await client.query('create table later_part (workspace_id bigint, customer_id bigint, foreign key (workspace_id, customer_id) references customers (workspace_id, id))');
  await client.query('insert into later_part values ($1, $2)', [workspace.id, held!.id]);
  await step(id, 'undo');
  await work();
  await client.query('drop table later_part');
  await client.end();
  expect(await get(id)).toMatchObject({ status: 'undone', counts: { removed: 2, kept: 1 } });
  expect((await people()).map(({ name }) => name)).toEqual(['Held']);
});

test('an old import that somebody undoes in this moment is not forgotten', async () => {
  const id = await imported('name,email\nA,a@firm.example\nB,b@firm.example');
  await desk.context.db.transaction().execute(async (tx) => {
    await requestUndo(tx, { type: 'agent', id: lead.id, scope: { workspaceId: workspace.id, brands: 'all' } } as AgentActor, id); // all that is asked of the actor
    await forgetOldImports(desk.context, workspace.id, new Date(Date.now() + 1_000_000));
  });
  await work();
  expect(await get(id)).toMatchObject({ status: 'undone', counts: { removed: 2 } });
});
