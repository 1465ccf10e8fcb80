import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aTeam, aWorkspace } from '../../../../../tests/support/factories.ts';
import { aSearchRoom, numbersOf as numbers } from '../../../../../tests/support/search-room.ts';
import { makeAttachment } from '../demo/plan/attachments.ts';
import { readWaitingFiles } from './files/file-reader.ts';

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

  test('finds a ticket whatever stands in it', async () => {
    const ticket = await write('Ornate', `${'ﷺ'.repeat(64)} pitahaya`);
    await indexed();
    expect(numbers(await find('pitahaya'))).toEqual([ticket.number]);
    expect(numbers(await find('ﷺ'.repeat(64)))).toEqual([ticket.number]);
  });

  test('takes anything that is typed', async () => {
    for (const q of ["'", "o'brien \\", '<->', 'a & b | !c', ':*', '"""', '-', '- -', "x'); drop table tickets; --", '%', '((((', 'from:', 'tag:\'"', 'status:<script>', '😀 🦘', '\u202e', 'ﷺ'.repeat(50), 'a'.repeat(500), '-"a b" -c', 'has:x', '<1> <2>', 'x:y:z', '١٢٣٤٥٦٧', 'ﾞ', '"ﾞ b"', 'x ﾞ', 'ﾞ-ﾞ', '-ﾞ x', 'ﾞ@ﾞ.example', 'from:ﾞ'])
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
