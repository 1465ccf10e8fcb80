import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, anAgent, anInbox, aTeam, aWorkspace, signedIn, type TestAgent } from '../../../../../tests/support/factories.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { insertFile, storeFile } from '../files/index.ts';

/** All that a client reader may ask for: a route that is not named here must refuse them, whenever it is written. */
const mayAsk = [
  'GET /api/v1/client/cases', 'GET /api/v1/client/cases/{number}', 'GET /api/v1/client/cases/{number}/messages', 'GET /api/v1/client/cases/{number}/attachments/{id}', 'GET /api/v1/client/figures',
  'PATCH /api/v1/client/me', 'GET /api/v1/me',
  'GET /api/v1/me/sessions', 'DELETE /api/v1/me/sessions/{id}', 'POST /api/v1/me/sessions/end-others', 'POST /api/v1/me/password',
  'GET /api/v1/me/second-factor', 'POST /api/v1/me/second-factor', 'POST /api/v1/me/second-factor/confirm', 'POST /api/v1/me/second-factor/remove', 'POST /api/v1/me/second-factor/recovery-codes',
  'GET /api/v1/me/passkeys', 'POST /api/v1/me/passkeys/begin', 'POST /api/v1/me/passkeys', 'PATCH /api/v1/me/passkeys/{id}', 'POST /api/v1/me/passkeys/{id}/remove', 'POST /api/v1/me/passkeys/prove',
];

/** Words that no client reader of Nordic Chargers may ever be sent. */
const hidden = {
  note: 'zebra-note', side: 'zebra-aside', waiting: 'zebra-waiting', tag: 'zebra-tag', otherBrand: 'zebra-other-brand', merged: 'zebra-merged-elsewhere', spam: 'zebra-spam',
  guideline: 'zebra-guideline', brandName: 'Zebra Telecom', field: 'zebra-field', address: 'zebra.customer@firm.example', customerNote: 'zebra-customer', quoted: 'zebra-queue',
};

type Reader = { headers: { cookie: string } };
const password = 'correct horse battery';
let desk: TestDesk;
let owner: TestAgent;
let workspaceId: number;
let nordic: number;
let zebra: number;
let reader: Reader;
let readerId: number;
let ticket: number;
let foreign: number;
let files: { shown: number; ofNote: number };

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  ({ id: workspaceId } = await aWorkspace(db));
  owner = await anAgent(db, workspaceId, { role: 'owner' });
  nordic = await aBrand(db, workspaceId, { name: 'Nordic Chargers' });
  zebra = await aBrand(db, workspaceId, { name: hidden.brandName });
  await anInbox(db, workspaceId, { brandId: nordic });
  const customer = await aCustomer(db, workspaceId, { name: 'Maja Nowak', email: hidden.address, brands: [nordic, zebra] });
  await db.updateTable('customers').set({ note: hidden.customerNote }).where('workspace_id', '=', workspaceId).where('id', '=', customer.id).execute();
  await as('POST', '/fields', { label: hidden.field, type: 'text', brand: nordic });
  await as('POST', '/guidelines', { name: hidden.guideline, brand: nordic, text: hidden.guideline, moments: ['case'] });
  const opened = async (subject: string, brand: number) => (await as('POST', '/tickets', { subject, text: `About ${subject}`, requester: { email: customer.email }, brand, tags: [hidden.tag] })).number as number;
  ticket = await opened('The charger hums', nordic);
  foreign = await opened(hidden.otherBrand, zebra);
  const moved = await opened(hidden.merged, nordic);
  await as('POST', `/tickets/${moved}/merge`, { into: ticket });
  // As after a move to another brand, which no merge of today begins with.
  await db.updateTable('tickets').set({ brand_id: zebra }).where('workspace_id', '=', workspaceId).where('number', '=', moved).execute();
  const spam = await opened(hidden.spam, nordic);
  await as('PATCH', `/tickets/${spam}`, { folder: 'spam' });
  const note = await as('POST', `/tickets/${ticket}/messages`, { kind: 'note', text: hidden.note });
  await as('POST', `/tickets/${ticket}/messages`, { kind: 'public', text: hidden.waiting, undo_seconds: 60 });
  await as('POST', `/tickets/${ticket}/side-conversations`, { kind: 'question', subject: hidden.side, text: hidden.side, to: [{ email: 'supplier@parts.example' }] });
  await as('POST', `/tickets/${ticket}/commitments`, { text: 'A new cable', due: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) });
  const first = await db.selectFrom('messages').select('id').where('workspace_id', '=', workspaceId).where('kind', '=', 'public').orderBy('id').executeTakeFirstOrThrow();
  files = { shown: await aFile(first.id, 'hum.txt'), ofNote: await aFile(note.id, `${hidden.quoted}.txt`) };
  const made = await as('POST', '/agents', { name: 'Nils Holm', email: 'nils@nordic-chargers.example', role: 'client', password, brands: [nordic] });
  readerId = made.id;
  reader = await signedIn(desk.app, { email: 'nils@nordic-chargers.example', password });
});
afterAll(() => desk.stop());

async function as(method: 'POST' | 'PATCH' | 'GET', path: string, body?: unknown) {
  const answer = await desk.ask(owner, method, `/api/v1${path}`, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function aFile(messageId: number, name: string): Promise<number> {
  const { context } = desk;
  const stored = await storeFile(context, { content: Buffer.from(name), name, type: 'text/plain' });
  const file = await context.db.transaction().execute((tx) => insertFile(tx, systemActor(workspaceId), stored));
  await context.db.insertInto('message_files').values({ workspace_id: workspaceId, message_id: messageId, file_id: file.id, position: 0, name }).execute();
  return file.id;
}

const read = (path: string, who: { headers: Record<string, string> } = reader) => desk.ask(who, 'GET', `/api/v1/client${path}`);
const numbers = async (path: string) => (await read(path)).body.items.map((item: { number: number }) => item.number);

describe('the closed list', () => {
  test('every other route of the API refuses a client reader, and none of them changes a row', async () => {
    const { paths } = desk.app.swagger() as unknown as { paths: Record<string, Record<string, { security?: unknown[] }>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, { security }]) => security?.length !== 0).map(([method]) => ({ method: method.toUpperCase(), path })));
    expect(operations.length).toBeGreaterThan(200);
    const before = await everything();
    const answered: string[] = [];
    for (const { method, path } of operations) {
      const name = `${method} ${path}`;
      if (mayAsk.includes(name) && method !== 'GET') continue;
      const url = path.replace(/\{number\}/, String(ticket)).replaceAll(/\{\w+\}/g, '1');
      const { status, body } = await desk.ask(reader, method as 'GET', url, ['GET', 'DELETE'].includes(method) ? undefined : {});
      if (status !== 403 || body.code !== 'not_allowed') answered.push(name);
    }
    expect(answered.toSorted()).toEqual(mayAsk.filter((name) => name.startsWith('GET ')).toSorted());
    expect(await everything()).toEqual(before);
  });

  test('names nothing that is not there', () => {
    const { paths } = desk.app.swagger() as unknown as { paths: Record<string, Record<string, unknown>> };
    const there = new Set(Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)));
    expect(mayAsk.filter((name) => !there.has(name))).toEqual([]);
  });

  test('has no live line and no API tokens', async () => {
    expect((await desk.ask(reader, 'GET', '/api/v1/live')).status).toBe(403);
    const withToken = await anAgent(desk.context.db, workspaceId, { role: 'client', brands: [nordic] });
    expect((await read('/cases', withToken)).status).toBe(401);
  });
});

describe('a client reader sees', () => {
  test('the cases of their brand alone, and none in spam', async () => {
    expect(await numbers('/cases?state=all')).toEqual([ticket]);
    expect(await numbers(`/cases?state=all&brand=${zebra}`)).toEqual([]);
    expect(await numbers('/cases?state=solved')).toEqual([]);
  });

  test('what their customers see, with what was promised, and nothing that is internal or another brand’s', async () => {
    const texts: string[] = [];
    for (const path of ['/cases?state=all', `/cases/${ticket}`, `/cases/${ticket}/messages`, '/figures']) {
      const { status, body } = await read(path);
      expect([path, status]).toEqual([path, 200]);
      texts.push(JSON.stringify(body));
    }
    texts.push(JSON.stringify((await desk.ask(reader, 'GET', '/api/v1/me')).body));
    const all = texts.join('\n');
    for (const word of ['The charger hums', 'About The charger hums', 'Maja Nowak', 'A new cable', 'hum.txt']) expect(all).toContain(word);
    for (const word of Object.values(hidden)) expect([word, all.includes(word)]).toEqual([word, false]);
  });

  test('another brand’s case, its files and those of a note as things that are not there', async () => {
    for (const path of [`/cases/${foreign}`, `/cases/${foreign}/messages`, `/cases/${foreign}/attachments/${files.shown}`, `/cases/${ticket}/attachments/${files.ofNote}`, '/cases/987654'])
      expect([path, (await read(path)).status]).toEqual([path, 404]);
    const file = await desk.app.inject({ method: 'GET', url: `/api/v1/client/cases/${ticket}/attachments/${files.shown}`, headers: reader.headers });
    expect([file.statusCode, file.body, String(file.headers['content-disposition']).startsWith('attachment')]).toEqual([200, 'hum.txt', true]);
  });

  test('a colleague’s reply once it has gone out, with who wrote it, and as long as it has not or did not, nothing of it', async () => {
    const { db } = desk.context;
    const reply = await as('POST', `/tickets/${ticket}/messages`, { kind: 'public', text: 'A new cable is on its way' });
    const shown = async () => {
      const { body } = await read(`/cases/${ticket}/messages`);
      return (body.items as { id: number }[]).filter(({ id }) => id === reply.id);
    };
    const becomes = (status: 'queued' | 'sending' | 'failed' | 'cancelled' | 'sent') => db.updateTable('outbox').set({ status }).where('workspace_id', '=', workspaceId).where('message_id', '=', reply.id).execute();
    for (const status of ['queued', 'sending', 'failed', 'cancelled'] as const) {
      await becomes(status);
      expect([status, await shown()]).toEqual([status, []]);
    }
    await becomes('sent');
    expect(await shown()).toMatchObject([{ kind: 'public', direction: 'out', written_by: 'desk', from: owner.name, text: 'A new cable is on its way' }]);
    const { body } = await read('/cases?state=all');
    expect(Date.parse(body.items[0].last_message_at)).toBeGreaterThan(Date.parse(body.items[0].created_at));
  });

  test('notes and addresses only while the brand shows them', async () => {
    await as('PATCH', `/brands/${nordic}`, { clients_see_notes: true, clients_see_contacts: true });
    const notes = (await read(`/cases/${ticket}/messages`)).body.items.filter((message: { kind: string }) => message.kind === 'note');
    expect(notes.map((note: { text: string }) => note.text)).toEqual([hidden.note]);
    expect((await read(`/cases/${ticket}`)).body.contact.emails).toEqual([hidden.address]);
    expect((await read(`/cases/${ticket}/attachments/${files.ofNote}`)).status).toBe(200);
    await as('PATCH', `/brands/${nordic}`, { clients_see_notes: false, clients_see_contacts: false });
    expect((await read(`/cases/${ticket}`)).body.contact).toBeNull();
    expect((await read(`/cases/${ticket}/attachments/${files.ofNote}`)).status).toBe(404);
  });

  test('pages that follow each other without a gap', async () => {
    const more: number[] = [];
    for (const subject of ['One', 'Two', 'Three']) more.push((await as('POST', '/tickets', { subject, text: 'x', requester: { email: hidden.address }, brand: nordic })).number);
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await read(`/cases?state=all&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((item: { number: number }) => item.number));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual([...more.toReversed(), ticket]);
  });
});

describe('around a client reader', () => {
  test('it is kept what they opened, for administrators alone', async () => {
    await read(`/cases/${ticket}`);
    const { items, last_seen_at } = await as('GET', `/agents/${readerId}/openings`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ ticket, brand: { id: nordic } });
    expect(items[0].times).toBeGreaterThan(0);
    expect(items[0].files).toBeGreaterThan(0);
    expect(last_seen_at).not.toBeNull();
    expect((await desk.ask(owner, 'GET', `/api/v1/agents/${owner.id}/openings`)).status).toBe(404);
    const lead = await anAgent(desk.context.db, workspaceId, { role: 'lead' });
    expect((await desk.ask(lead, 'GET', `/api/v1/agents/${readerId}/openings`)).status).toBe(403);
  });

  test('brands are named, teams are none, and the account stays what it is', async () => {
    const refusal = async (method: 'POST' | 'PATCH', path: string, body: unknown) => (await desk.ask(owner, method, `/api/v1${path}`, body)).body.errors?.[0]?.field;
    const team = await aTeam(desk.context.db, workspaceId);
    const invitation = { email: 'kim@nordic-chargers.example', role: 'client' };
    expect(await refusal('POST', '/invitations', invitation)).toBe('brands');
    expect(await refusal('POST', '/invitations', { ...invitation, all_brands: true })).toBe('brands');
    expect(await refusal('POST', '/invitations', { ...invitation, brands: [] })).toBe('brands');
    expect(await refusal('POST', '/invitations', { ...invitation, brands: [nordic], teams: [team] })).toBe('teams');
    expect(await refusal('PATCH', `/agents/${readerId}`, { brands: [] })).toBe('brands');
    expect(await refusal('PATCH', `/agents/${readerId}`, { all_brands: true })).toBe('brands');
    expect(await refusal('PATCH', `/agents/${readerId}`, { role: 'agent' })).toBe('role');
    const colleague = await anAgent(desk.context.db, workspaceId);
    expect(await refusal('PATCH', `/agents/${colleague.id}`, { role: 'client', brands: [nordic] })).toBe('role');
  });

  test('nobody hands them work, names them in a note, follows for them or finds them among colleagues', async () => {
    const team = await aTeam(desk.context.db, workspaceId);
    const refused = async (method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown) => (await desk.ask(owner, method, `/api/v1${path}`, body)).status;
    expect(await refused('PATCH', `/tickets/${ticket}`, { assignee: readerId })).toBe(400);
    expect(await refused('POST', `/tickets/${ticket}/messages`, { kind: 'note', text: 'Look', mentions: [readerId] })).toBe(400);
    expect(await refused('POST', `/tickets/${ticket}/tasks`, { text: 'Call', assignee: readerId })).toBe(400);
    expect(await refused('PUT', `/tickets/${ticket}/followers/${readerId}`, undefined)).toBeGreaterThanOrEqual(400);
    expect(await refused('PATCH', `/teams/${team}`, { members: [readerId] })).toBe(404);
    expect(await refused('PATCH', `/agents/${readerId}/work`, { tier: 2 })).toBeGreaterThanOrEqual(400);
    const fieldOf = async (path: string, body: unknown) => (await desk.ask(owner, 'POST', `/api/v1${path}`, body)).body.errors?.[0]?.field;
    expect(await fieldOf('/approval-rules', { name: 'Closing', brand: nordic, guard: 'status', statuses: ['solved'], approver: 'named', approvers: [readerId] })).toBe('approvers');
    expect(await fieldOf('/staff-feedback', { kind: 'complaint', about: readerId, text: 'Was rude', ticket })).toBe('about');
    expect(await fieldOf('/report-schedules', { agent: readerId, every: 'week', hour: 7 })).toBe('agent');
    expect(await fieldOf(`/tickets/${ticket}/swarms`, { question: 'Who knows this charger?', people: [readerId] })).toBe('people');
    expect(await fieldOf('/automations', { name: 'Hand on', brand: nordic, trigger: { on: 'events', events: ['created'] }, actions: { assignee: readerId } })).toMatch(/^actions/);
    const listed = async (asker: TestAgent, path: string) => (await desk.ask(asker, 'GET', `/api/v1${path}`)).body.items.map(({ id }: { id: number }) => id);
    expect(await listed(owner, '/agents?limit=100')).not.toContain(readerId);
    expect(await listed(owner, '/agents?limit=100&clients=also')).toContain(readerId);
    expect(await listed(owner, '/availability?limit=100')).not.toContain(readerId);
    const colleague = await anAgent(desk.context.db, workspaceId);
    expect(await listed(colleague, '/agents?limit=100&clients=also')).not.toContain(readerId);
    expect((await desk.ask(colleague, 'GET', `/api/v1/agents/${readerId}`)).status).toBe(404);
  });

  test('the database itself knows no client reader of all brands', async () => {
    const all = desk.context.db.updateTable('agents').set({ all_brands: true }).where('workspace_id', '=', workspaceId).where('id', '=', readerId).execute();
    await expect(all).rejects.toThrow('agents_client_check');
    const online = desk.context.db.updateTable('agents').set({ availability: 'online' }).where('workspace_id', '=', workspaceId).where('id', '=', readerId).execute();
    await expect(online).rejects.toThrow('agents_client_check');
  });

  test('language and theme are their own to change, and a switched-off account is out at once', async () => {
    expect((await desk.ask(reader, 'PATCH', '/api/v1/client/me', { language: 'sv', theme: 'dark' })).status).toBe(200);
    const me = (await desk.ask(reader, 'GET', '/api/v1/me')).body;
    expect([me.role, me.agent.language, me.preferences.theme, me.permissions]).toEqual(['client', 'sv', 'dark', []]);
    await as('PATCH', `/agents/${readerId}`, { active: false });
    expect((await read('/cases')).status).toBe(401);
  });
});

/** The sum of every table but those that tell who was here. */
async function everything(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: desk.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity') and tablename not in ('session', 'client_openings') order by 1",
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows) sums[name] = (await client.query<{ sum: string }>(`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`)).rows[0]?.sum ?? '';
    return sums;
  } finally {
    await client.end();
  }
}
