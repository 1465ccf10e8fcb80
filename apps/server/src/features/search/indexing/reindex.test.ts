import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../../tests/support/desk.ts';
import { aCustomer, anAgent, aWorkspace } from '../../../../../../tests/support/factories.ts';
import { aSearchRoom, numbersOf as numbers } from '../../../../../../tests/support/search-room.ts';
import { affected } from './indexer.ts';
import { reindexWorkspace } from './reindex.ts';

type Room = Awaited<ReturnType<typeof aSearchRoom>>;

let desk: TestDesk;
let home: Room['home'];
let astrid: Room['astrid'];
let write: Room['write'];
let indexed: Room['indexed'];
let find: Room['find'];

beforeAll(async () => {
  desk = await openTestDesk();
  ({ home, astrid, write, indexed, find } = await aSearchRoom(desk));
});
afterAll(() => desk.stop());

describe('the index', () => {
  test('sweeps over what was there before it, and follows from there', async () => {
    const { db } = desk.context;
    const workspace = await aWorkspace(db);
    const agent = await anAgent(db, workspace.id);
    const before = await write('Numbat before', 'numbat', {}, agent);
    await aCustomer(db, workspace.id, { name: 'Nils Numbat', brands: [workspace.brandId] });
    await indexed(workspace.id);
    const after = await write('Numbat after', 'numbat', {}, agent);
    await indexed(workspace.id);
    const answer = await find('numbat', {}, agent);
    expect(numbers(answer).toSorted((a, b) => a - b)).toEqual([before.number, after.number]);
    expect(answer.customers).toHaveLength(1);
  });

  test('finds what is in it, however many newer tickets wait for it', async () => {
    const busy = await aWorkspace(desk.context.db);
    const agent = await anAgent(desk.context.db, busy.id, { role: 'lead' });
    const lamp = await write('Lamp', 'The wombatlamp is dark.', {}, agent);
    await indexed(busy.id);
    await Promise.all(Array.from({ length: 120 }, (_, turn) => write(`Flood ${turn}`, 'All at once.', {}, agent)));
    expect(numbers(await find('wombatlamp', {}, agent))).toEqual([lamp.number]);
  });

  test('is made anew by command, and a row goes with what it describes', async () => {
    const { db } = desk.context;
    const workspace = await aWorkspace(db);
    const agent = await anAgent(db, workspace.id);
    await write('Bandicoot', 'bandicoot', {}, agent);
    const lone = await aCustomer(db, workspace.id, { name: 'Lone Bandicoot', brands: [workspace.brandId] });
    expect(await reindexWorkspace(desk.context, workspace.id)).toEqual({ tickets: 1, customers: 2, organizations: 0 });
    expect(await find('bandicoot', {}, agent)).toMatchObject({ tickets: [{}], customers: [{}] });
    await reindexWorkspace(desk.context, workspace.id);
    await db.deleteFrom('customer_brands').where('workspace_id', '=', workspace.id).where('customer_id', '=', lone.id).execute();
    await db.deleteFrom('customer_addresses').where('workspace_id', '=', workspace.id).where('customer_id', '=', lone.id).execute();
    await db.deleteFrom('customers').where('workspace_id', '=', workspace.id).where('id', '=', lone.id).execute();
    expect(await db.selectFrom('search_customers').selectAll().where('workspace_id', '=', workspace.id).where('customer_id', '=', lone.id).execute()).toEqual([]);
  });

  test.each(['side.updated', 'ticket.snoozed', 'ticket.woken', 'ticket.followed', 'message.sent'])('%s changes nothing that is looked for, and reads no ticket again', (type) => {
    expect(affected([{ type: type as 'side.updated', ticket_id: 7, data: {} }]).tickets.size).toBe(0);
    expect(affected([{ type: 'ticket.updated', ticket_id: 7, data: {} }]).tickets.size).toBe(1);
  });

  test('two indexers at once end with what the ticket says last', async () => {
    const ticket = await write('Bilby 0', 'bilby');
    for (let turn = 1; turn <= 8; turn += 1) {
      await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${ticket.number}`, { subject: `Bilby turn${turn}` });
      await Promise.all([reindexWorkspace(desk.context, home.id), indexed(), desk.ask(astrid, 'PATCH', `/api/v1/tickets/${ticket.number}`, { subject: `Bilby last${turn}` })]);
      await indexed();
      expect(numbers(await find(`last${turn}`))).toEqual([ticket.number]);
    }
  });
});
