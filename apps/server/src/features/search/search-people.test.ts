import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aSearchRoom, numbersOf as numbers, type Written } from '../../../../../tests/support/search-room.ts';

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

describe('people and firms', () => {
  test('are found by name without its accents, address, number and firm', async () => {
    const { body: firm } = await desk.ask(astrid, 'POST', '/api/v1/organizations', { name: 'Piekarnia Złoty Kłos', domains: ['zlotyklos.example'] });
    const { body: customer } = await desk.ask(astrid, 'POST', '/api/v1/customers', { name: 'Małgorzata Zielińska', organization: firm.id, addresses: [{ kind: 'email', address: 'gosia@zlotyklos.example' }, { kind: 'phone', address: '+48600550188' }] });
    await indexed();
    for (const q of ['malgorzata', 'Zielińska', 'gosia@zlotyklos.example', '600 550 188', 'zloty klos']) expect((await find(q)).customers.map(({ id }) => id), q).toEqual([customer.id]);
    expect((await find('klos')).organizations.map(({ id }) => id)).toEqual([firm.id]);
    expect((await find('zlotyklos')).organizations.map(({ id }) => id)).toEqual([firm.id]);
    await desk.ask(astrid, 'PATCH', `/api/v1/customers/${customer.id}`, { name: 'Gosia Zielińska' });
    await indexed();
    expect((await find('malgorzata')).customers).toEqual([]);
  });

  test('are found by their number in any spelling, and not by another one that ends like it', async () => {
    const { db } = desk.context;
    await db.updateTable('identity.workspaces').set({ country: 'SE' }).where('id', '=', home.id).execute();
    const call = async (name: string, address: string) => (await desk.ask(astrid, 'POST', '/api/v1/customers', { name, addresses: [{ kind: 'phone', address }] })).body.id as number;
    const [mobile, other, short] = [await call('Mobile', '0701-23 45 67'), await call('Other', '+48 70 123 45 67'), await call('Short', '0499-123 45')];
    await indexed();
    for (const q of ['0701234567', '070-123 45 67', '+46 (0)70 123 45 67', '0046701234567', '+46701234567']) expect((await find(q)).customers.map(({ id }) => id), q).toEqual([mobile]);
    expect((await find('+48 701234567')).customers.map(({ id }) => id)).toEqual([other]);
    for (const q of ['0499 12345', '+4649912345']) expect((await find(q)).customers.map(({ id }) => id), q).toEqual([short]);
    await db.updateTable('identity.workspaces').set({ country: null }).where('id', '=', home.id).execute();
  });

  test('a person is shown with an address of somebody merged into them, where they have none of the kind', async () => {
    const make = async (body: object): Promise<number> => (await desk.ask(astrid, 'POST', '/api/v1/customers', body)).body.id;
    const stays = await make({ name: 'Quirina Halvorsen', addresses: [{ kind: 'phone', address: '+46701234999' }] });
    const goes = await make({ name: 'Q. Halvorsen', addresses: [{ kind: 'phone', address: '+46701234998' }, { kind: 'email', address: 'quirina@halvorsen.example' }] });
    expect((await desk.ask(astrid, 'POST', `/api/v1/customers/${goes}/merge`, { into: stays })).status).toBe(200);
    await indexed();
    expect((await find('quirina', { kind: 'customers' })).customers).toMatchObject([{ id: stays, email: [{ text: 'quirina@halvorsen.example' }], phone: [{ text: expect.stringMatching(/99 9$|999$|99$/) }] }]);
  });

  test('who were merged are found by what each was, and their tickets by the addresses of both', async () => {
    const [stays, goes] = [await write('Quince', 'x', { requester: { email: 'stays@q.example', name: 'Ottilia Quince' } }), await write('Medlar', 'y', { requester: { email: 'goes@m.example', name: 'Hedvig Medlar' } })];
    const requester = async ({ number }: Written) => (await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}`)).body.requester.id as number;
    const [one, two] = [await requester(stays), await requester(goes)];
    await indexed();
    await desk.ask(astrid, 'POST', `/api/v1/customers/${two}/merge`, { into: one });
    await indexed();
    for (const q of ['ottilia', 'hedvig', 'goes@m.example', 'stays@q.example']) expect((await find(q)).customers.map(({ id }) => id), q).toEqual([one]);
    for (const q of ['goes@m.example', 'stays@q.example']) expect(numbers(await find(q)).toSorted(), q).toEqual([stays.number, goes.number].toSorted());
    await desk.ask(astrid, 'POST', `/api/v1/customers/${two}/unmerge`);
    await indexed();
    expect((await find('hedvig')).customers.map(({ id }) => id)).toEqual([two]);
    expect(numbers(await find('goes@m.example'))).toEqual([goes.number]);
  });

  test('are found by a mistyped name, and the answer says so', async () => {
    const ticket = await write('Chair', 'One leg is short.', { requester: { email: 'w@w.example', name: 'Krzysztof Wojciechowski' } });
    await indexed();
    for (const typo of ['wojciechwski', 'Wojceichowski', 'wojciechovski', 'Krzystof']) {
      const answer = await find(typo);
      expect(answer.corrected, typo).toEqual([{ typed: typo, meant: typo.startsWith('K') ? 'Krzysztof' : 'Wojciechowski' }]);
      expect(numbers(answer)).toEqual([ticket.number]);
    }
    expect((await find('xylophonist')).corrected).toEqual([]);
  });
});
