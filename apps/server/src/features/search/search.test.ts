import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, anAgent, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { makeAttachment } from '../demo/plan/attachments.ts';
import { readWaitingFiles } from './files/file-reader.ts';
import { affected, indexStep } from './indexing/indexer.ts';
import { reindexWorkspace } from './indexing/reindex.ts';
import type { SearchAnswer } from './search.schemas.ts';

let desk: TestDesk;
let home: TestWorkspace;
let astrid: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  home = await aWorkspace(desk.context.db);
  astrid = await anAgent(desk.context.db, home.id, { role: 'lead' });
});
afterAll(() => desk.stop());

type Written = { number: number; id: number };
async function write(subject: string, text: string, more: Record<string, unknown> = {}, by = astrid): Promise<Written> {
  const answer = await desk.ask(by, 'POST', '/api/v1/tickets', { subject, text, requester: { email: 'maja@firm.example', name: 'Maja Nowak' }, ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as Written;
}

/** Until the index has followed the feed. */
async function indexed(workspaceId = home.id): Promise<void> {
  await feedReadable(desk.context.db, workspaceId);
  while (await indexStep(desk.context, workspaceId, 'test'));
}

async function find(q: string, more: Record<string, string> = {}, by = astrid): Promise<SearchAnswer> {
  const answer = await desk.ask(by, 'GET', `/api/v1/search?${new URLSearchParams({ q, ...more }).toString()}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as SearchAnswer;
}
const numbers = (answer: SearchAnswer) => answer.tickets.map(({ ticket }) => ticket.number);
const marked = (pieces: { text: string; match: boolean }[] | undefined) => pieces?.filter(({ match }) => match).map(({ text }) => text);

describe('a search', () => {
  test('finds what was written, in any form of its words, and shows where', async () => {
    const lamp = await write('Trasig lampa', 'Lamporna i hallen blinkar sedan i går.', { language: 'sv' });
    await indexed();
    const answer = await find('lampor');
    expect(numbers(answer)).toEqual([lamp.number]);
    expect(marked(answer.tickets[0]?.subject)).toEqual(['lampa']);
    expect(marked(answer.tickets[0]?.snippet?.pieces)).toEqual(['Lamporna']);
    expect(numbers(await find('hallen blinka'))).toEqual([lamp.number]);
    expect(await find('lampor kök')).toMatchObject({ some: true, tickets: [{ ticket: { number: lamp.number } }] });
    expect(await find('hallen blinka')).toMatchObject({ some: false });
    expect(numbers(await find('lampor -hallen'))).toEqual([]);
  });

  test('finds a word in another message of the same ticket, and what was changed since', async () => {
    const ticket = await write('Zepter order', 'It has not come.');
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'note', text: 'The carrier lost quokkapallet twelve.' });
    await indexed();
    expect(numbers(await find('zepter quokkapallet'))).toEqual([ticket.number]);
    expect((await find('quokkapallet')).tickets[0]?.snippet?.kind).toBe('note');
    await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${ticket.number}`, { subject: 'Wombat order' });
    await indexed();
    expect(numbers(await find('wombat'))).toEqual([ticket.number]);
    expect(numbers(await find('zepter'))).toEqual([]);
  });

  test('puts the ticket of a number first, and words beside each other before scattered ones', async () => {
    const beside = await write('Something', 'We saw the purple elephant there.');
    const scattered = await write('Purple things', 'An elephant that is never purple at all. Elephant and elephant.');
    const numbered = await write('Else', `See ticket ${beside.number} for that.`);
    await indexed();
    expect(numbers(await find('purple elephant'))).toEqual([beside.number, scattered.number]);
    expect(numbers(await find('"purple elephant"'))).toEqual([beside.number]);
    const answer = await find(`#${beside.number}`);
    expect([numbers(answer), answer.tickets[0]?.exact, answer.tickets[1]?.exact]).toEqual([[beside.number, numbered.number], true, false]);
  });

  test('finds numbers and addresses as they are', async () => {
    const ticket = await write('About INV-2031-0077', 'Call me on +46 70 888 07 12, or mail klara.voss@other.example.', { requester: { email: 'exact.person@place.example', name: 'Ez' } });
    await indexed();
    for (const q of ['INV-2031-0077', '070-888 07 12', '+46708880712', 'klara.voss@other.example', 'exact.person@place.example', 'from:exact.person@place.example', 'from:exact'])
      expect(numbers(await find(q)), q).toEqual([ticket.number]);
    expect(numbers(await find('INV-2031-0078'))).toEqual([]);
    expect((await find('exact.person@place.example')).customers.map(({ email }) => marked(email ?? []))).toEqual([['exact.person@place.example']]);
  });

  test('finds what was wrapped up with a topic or one that hangs on it, of topics that the reader’s brands have', async () => {
    const [ofOne, ofOther] = [await write('Tangelo one', 'tangelo'), await write('Tangelo two', 'tangelo')];
    await desk.ask(astrid, 'PUT', '/api/v1/topics', { brand: home.brandId, topics: [{ key: 'fruit', label: 'Fruit' }, { key: 'citrus', label: 'Citrus', labels: { sv: 'Syrligt' }, parent: 'fruit' }] });
    const topics = (await desk.ask(astrid, 'GET', `/api/v1/topics?brand=${home.brandId}`)).body.items.flatMap((tree: { topics: unknown[] }) => tree.topics) as { id: number; key: string }[];
    const citrus = topics.find(({ key }) => key === 'citrus')!; // just written
    expect((await desk.ask(astrid, 'PUT', `/api/v1/tickets/${ofOne.number}/wrap-up`, { topic: citrus.id, degree: 'solved' })).status).toBe(200);
    await indexed();
    for (const q of ['tangelo topic:fruit', 'tangelo topic:syrligt', 'topic:citrus']) expect(numbers(await find(q)), q).toEqual([ofOne.number]);
    expect(numbers(await find('tangelo -topic:fruit'))).toEqual([ofOther.number]);
    const elsewhere = await anAgent(desk.context.db, home.id, { brands: [await aBrand(desk.context.db, home.id)] });
    expect(await find('topic:fruit', {}, elsewhere)).toMatchObject({ tickets: [], unknown: [{ filter: 'topic', value: 'fruit' }] });
  });

  test('narrows by filters, and says which nobody knows', async () => {
    const team = await aTeam(desk.context.db, home.id, { name: 'Field crew' });
    const ticket = await write('Kumquat one', 'kumquat', { tags: ['juicy'], team, priority: 'high' });
    const other = await write('Kumquat two', 'kumquat');
    await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${other.number}`, { assignee: astrid.id, status: 'pending' });
    await indexed();
    for (const q of ['kumquat tag:juicy', 'kumquat team:field', 'kumquat priority:high', 'kumquat -assignee:me', 'kumquat assignee:none', 'kumquat -status:pending', 'tag:juicy'])
      expect(numbers(await find(q)), q).toEqual([ticket.number]);
    for (const q of ['kumquat assignee:me', 'kumquat status:pending', 'kumquat -tag:juicy', `kumquat assignee:"${astrid.name}"`]) expect(numbers(await find(q)), q).toEqual([other.number]);
    expect(numbers(await find('kumquat after:today'))).toHaveLength(2);
    expect(numbers(await find('kumquat before:today'))).toEqual([]);
    expect(await find('kumquat team:nobody')).toMatchObject({ tickets: [], unknown: [{ filter: 'team', value: 'nobody' }] });
  });

  test('leaves spam and trash out until they are asked for', async () => {
    const ticket = await write('Durian', 'durian');
    await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${ticket.number}`, { folder: 'trash' });
    await indexed();
    expect(numbers(await find('durian'))).toEqual([]);
    expect(numbers(await find('durian in:trash'))).toEqual([ticket.number]);
  });

  test('goes on with the next page without doing anything twice', async () => {
    const written = [];
    for (let turn = 0; turn < 5; turn += 1) written.push(await write(`Rambutan ${turn}`, 'rambutan'));
    await indexed();
    const first = await find('rambutan', { limit: '2' });
    const second = await find('rambutan', { limit: '2', cursor: first.next_cursor ?? '' });
    const third = await find('rambutan', { limit: '2', cursor: second.next_cursor ?? '' });
    expect([...numbers(first), ...numbers(second), ...numbers(third)].toSorted((a, b) => a - b)).toEqual(written.map(({ number }) => number));
    expect(third.next_cursor).toBeNull();
  });

  test('takes anything that is typed', async () => {
    for (const q of ["'", "o'brien \\", '<->', 'a & b | !c', ':*', '"""', '-', '- -', "x'); drop table tickets; --", '%', '((((', 'from:', 'tag:\'"', 'status:<script>', '😀 🦘', '\u202e', 'ﷺ'.repeat(50), 'a'.repeat(500), '-"a b" -c', 'has:x', '<1> <2>', 'x:y:z', '١٢٣٤٥٦٧'])
      await find(q, { typing: 'true' });
  });
});

describe('attachments', () => {
  test('are found by name and by what they say, once that has been read, and so is who has none', async () => {
    const { db } = desk.context;
    const ticket = await write('Tapir papers', 'Attached.');
    const bare = await write('Tapir bare', 'Nothing attached.');
    const { id: messageId } = await db.selectFrom('messages').select('id').where('workspace_id', '=', home.id).where('ticket_id', '=', ticket.id).executeTakeFirstOrThrow();
    for (const [position, [name, type, content]] of ([['kvittering-8843.pdf', 'application/pdf', makeAttachment('confirmation').content], ['broken.docx', 'application/octet-stream', Buffer.from('PK\u0003\u0004 not really')], ['photo.png', 'image/png', Buffer.from('x')]] as const).entries()) {
      const stored = await desk.context.files.put(content);
      const { id } = await db.insertInto('files').values({ workspace_id: home.id, sha256: stored.sha256, size: stored.size, type, name }).returning('id').executeTakeFirstOrThrow();
      await db.insertInto('message_files').values({ workspace_id: home.id, message_id: messageId, file_id: id, position, name }).execute();
    }
    await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${ticket.number}`, { priority: 'low' });
    await indexed();
    expect(numbers(await find('kvittering 8843'))).toEqual([ticket.number]);
    expect(numbers(await find('tapir has:attachment'))).toEqual([ticket.number]);
    expect(numbers(await find('tapir -has:attachment'))).toEqual([bare.number]);
    expect(numbers(await find('"receiving bank"'))).toEqual([]);
    while ((await readWaitingFiles(desk.context, home.id)) > 0);
    const answer = await find('"receiving bank"');
    expect([numbers(answer), answer.tickets[0]?.snippet?.kind, answer.tickets[0]?.snippet?.who]).toEqual([[ticket.number], 'file', 'kvittering-8843.pdf']);
    const kept = await db.selectFrom('search_files').select(['status', 'next_attempt_at']).where('workspace_id', '=', home.id).orderBy('status').execute();
    expect(kept).toEqual([{ status: 'empty', next_attempt_at: null }, { status: 'empty', next_attempt_at: null }, { status: 'read', next_attempt_at: null }]);
  });
});

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

describe('who sees what', () => {
  test('nobody finds a ticket, customer or name of another workspace or of a brand that they do not see', async () => {
    const { db } = desk.context;
    const hidden = await aBrand(db, home.id);
    const seen = await aBrand(db, home.id);
    const narrow = await anAgent(db, home.id, { brands: [seen] });
    const blind = await anAgent(db, home.id, { brands: [] });
    const foreigner = await anAgent(db, (await aWorkspace(db)).id, { role: 'owner' });
    const secret = await write('Platypus secret', 'platypus', { brand: hidden, requester: { email: 'p@p.example', name: 'Perry Platypus' } });
    const open = await write('Platypus open', 'platypus', { brand: seen, requester: { email: 'o@o.example', name: 'Olga Otter' } });
    await indexed();
    expect(numbers(await find('platypus')).toSorted((a, b) => a - b)).toEqual([secret.number, open.number].toSorted((a, b) => a - b));
    expect(numbers(await find('platypus', {}, narrow))).toEqual([open.number]);
    expect(await find('perry', {}, narrow)).toMatchObject({ tickets: [], customers: [] });
    expect(await find('pery', {}, narrow)).toMatchObject({ customers: [], corrected: [] });
    expect((await find('perrry')).corrected).toEqual([{ typed: 'perrry', meant: 'Perry' }]);
    expect(await find('perrry', {}, narrow)).toMatchObject({ customers: [], corrected: [] });
    expect((await find('olga', {}, narrow)).customers).toHaveLength(1);
    expect(numbers(await find(`#${secret.number}`, {}, narrow))).toEqual([]);
    for (const stranger of [foreigner, blind])
      for (const q of ['platypus', 'olga', `#${secret.number}`, 'status:new', `brand:brand`]) expect(await find(q, {}, stranger), q).toMatchObject({ tickets: [], customers: [], organizations: [] });
  });

  test('a token for tickets alone learns nothing else of customers', async () => {
    const { db } = desk.context;
    const limited = await anAgent(db, home.id);
    const ticket = await write('Quoll', 'quoll', { requester: { email: 'q@q.example', name: 'Quentin Quollberg' } });
    await indexed();
    expect((await find('quollberg', {}, limited)).customers).toHaveLength(1);
    await db.updateTable('identity.api_tokens').set({ scopes: ['tickets:read'] }).where('agent_id', '=', limited.id).execute();
    desk.context.identify.forget();
    expect(await find('quollberg', {}, limited)).toMatchObject({ tickets: [{ ticket: { number: ticket.number } }], customers: [] });
    expect(await find('quolberg', {}, limited)).toMatchObject({ tickets: [], customers: [], corrected: [] });
  });

  test('the ticket itself decides, also while the index is behind', async () => {
    const { db } = desk.context;
    const brand = await aBrand(db, home.id);
    const other = await aBrand(db, home.id);
    const narrow = await anAgent(db, home.id, { brands: [brand] });
    const ticket = await write('Echidna', 'echidna', { brand });
    await indexed();
    expect(numbers(await find('echidna', {}, narrow))).toEqual([ticket.number]);
    await db.updateTable('tickets').set({ brand_id: other }).where('workspace_id', '=', home.id).where('id', '=', ticket.id).execute();
    expect(numbers(await find('echidna', {}, narrow))).toEqual([]);
  });
});

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

describe('custom fields', () => {
  async function define(body: object): Promise<void> {
    const admin = await anAgent(desk.context.db, home.id, { role: 'admin' });
    expect((await desk.ask(admin, 'POST', '/api/v1/fields', body)).status).toBe(201);
  }

  test('are found by their texts, and their keys are filters: a branch means all that hangs on it', async () => {
    await define({ label: 'Device', type: 'tree', options: [{ label: 'Router' }, { label: 'R200', parent: 'router' }, { label: 'Telephone' }] });
    await define({ label: 'Serial no', type: 'text', key: 'serial_no' });
    await define({ label: 'Cost', type: 'number' });
    await define({ label: 'Installed', type: 'date' });
    await define({ label: 'Under guarantee', type: 'checkbox', key: 'guarantee' });
    const plain = await write('Qvarn case one', 'Text');
    const full = await write('Qvarn case two', 'Text', { fields: { device: 'r200', serial_no: 'Xzq-77 Blå', cost: 19.5, installed: '2026-02-28', guarantee: true } });
    await indexed();
    expect(numbers(await find('xzq-77'))).toEqual([full.number]);
    expect(numbers(await find('blå qvarn'))).toEqual([full.number]);
    for (const q of ['device:router', 'device:R200', 'serial_no:xzq', 'serial_no:"Xzq-77 b"', 'cost:19.5', 'installed:2026-02-28', 'guarantee:true', 'device:telephone,r200', 'qvarn device:router'])
      expect(numbers(await find(q)), q).toEqual([full.number]);
    for (const q of ['device:telephone', 'cost:19', 'installed:2026-03-01', 'serial_no:77']) expect(numbers(await find(q)), q).toEqual([]);
    expect(numbers(await find('qvarn guarantee:false'))).toEqual([plain.number]);
    expect(numbers(await find('qvarn -device:router'))).toEqual([plain.number]);
    expect((await find('device:fridge')).unknown).toEqual([{ filter: 'device', value: 'fridge' }]);
    await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${full.number}`, { fields: { serial_no: null, device: 'telephone' } });
    await indexed();
    expect(numbers(await find('xzq-77'))).toEqual([]);
    expect(numbers(await find('device:telephone'))).toEqual([full.number]);
  });

  test('of a brand that somebody does not see are no filter for them, and what moved away from it is found by them no more', async () => {
    const other = await aBrand(desk.context.db, home.id);
    await define({ label: 'Inner', type: 'text', brand: home.brandId });
    const ticket = await write('Moves', 'Text', { fields: { inner: 'wolpertinger' } });
    await indexed();
    const narrow = await anAgent(desk.context.db, home.id, { brands: [other] });
    expect(await find('inner:wolpertinger', {}, narrow)).toMatchObject({ tickets: [], unknown: [] });
    expect(numbers(await find('inner:wolp'))).toEqual([ticket.number]);
    await desk.ask(astrid, 'PATCH', `/api/v1/tickets/${ticket.number}`, { brand: other });
    await indexed();
    expect(numbers(await find('wolpertinger'))).toEqual([]);
    expect(numbers(await find('wolpertinger', {}, narrow))).toEqual([]);
  });
});
