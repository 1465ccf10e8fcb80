import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aCustomer, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { importsOf } from '../../../../../tests/support/imports.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  lead = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
});
afterAll(() => desk.stop());

const { work, get, step, rowsOf, checked, imported, people } = importsOf(() => desk, () => lead);

test('people who share a switchboard stay different people, and the number stays in their notes', async () => {
  const { id: oldId } = await aCustomer(desk.context.db, workspace.id, { name: 'Eva Old', email: 'eva@kraft.example', brands: [workspace.brandId] });
  const content = ['name,email,phone,note', 'Anna Berg,anna@kraft.example,+4681234567,', 'Bo Ek,bo@kraft.example,+4681234567;+46701234567,Calls early', 'Eva Old,eva@kraft.example,+4681234567,', ',info@kraft.example,+4681234567,'].join('\n');
  const id = await checked(content);
  expect((await rowsOf(id)).map(({ outcome, phones, notices }: { outcome: string; phones: string[]; notices: object[] }) => [outcome, phones, notices])).toEqual([
    ['new', ['+4681234567'], []],
    ...[['new', ['+46701234567']], ['adds', []], ['new', []]].map((each) => [...each, [{ code: 'number_of_row', value: '+4681234567', whose: '2' }]]),
  ]);
  await step(id, 'start');
  await work();
  expect((await get(id)).counts).toMatchObject({ new: 3, adds: 1, refused: 0 });
  const left = 'Tel. +46 8 123 45 67';
  const now = async () => (await people()).map(({ name, note, addresses }) => [name, note, addresses.map(({ address }) => address).toSorted().join(' ')]).toSorted();
  const expected = [
    ['', left, 'info@kraft.example'],
    ['Anna Berg', '', '+4681234567 anna@kraft.example'],
    ['Bo Ek', `Calls early\n\n${left}`, '+46701234567 bo@kraft.example'],
    ['Eva Old', left, 'eva@kraft.example'],
  ];
  expect(await now()).toEqual(expected);
  expect((await rowsOf(id))[1]).toMatchObject({ phones: ['+46701234567'], notices: [{ code: 'number_of_customer', value: '+4681234567', whose: 'Anna Berg' }] });

  const again = await imported(content);
  expect((await get(again)).counts).toMatchObject({ new: 0, adds: 0, unchanged: 4, refused: 0 });
  expect(await now()).toEqual(expected);
  await step(id, 'undo');
  await work();
  expect((await people()).map((each) => [each.id, each.note])).toEqual([[oldId, '']]);
});
