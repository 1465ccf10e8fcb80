import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { anAgent, aSignedInAgent, aWorkspace, signedIn, type SignedInAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openPushService } from '../../../../../tests/support/push-service.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import { fireDue } from '../../platform/timers/timers.ts';
import { startPusher, tidyNotifications } from '../notifications/index.ts';
import { readMailed } from '../notifications/mail/due-mails.queries.ts';
import { writeMails } from '../notifications/mail/write-mails.ts';
import { reminderQueue } from './due-reminders.ts';

// A Friday; workspaces of tests are open around the clock.
const friday = '2026-11-20T10:00:00.000Z';
let now = new Date(friday);
const clock: Clock = { now: () => new Date(now) };

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: SignedInAgent;
let other: TestAgent;
let named: TestAgent;
let filer: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk({}, { clock });
});
beforeEach(async () => {
  now = new Date(friday);
  workspace = await aWorkspace(desk.context.db);
  lead = await aSignedInAgent(desk.context, workspace.id, { role: 'lead', name: 'Lena Ek', language: 'sv' });
  named = await anAgent(desk.context.db, workspace.id, { role: 'admin', name: 'Nils Dahl' });
  other = await anAgent(desk.context.db, workspace.id, { role: 'owner', name: 'Omar Lund' });
  filer = await anAgent(desk.context.db, workspace.id, { name: 'Astrid Lind' });
});
afterAll(() => desk.stop());

type Item = { id: number; kind: string; ticket: null; feedback: { id: number; due_at: string | null }; line: string | null; actor: { type: string; name: string | null }; read: boolean };
const told = async (agent: Pick<TestAgent, 'headers'>, query = '') => (await desk.ask(agent, 'GET', `/api/v1/notifications${query}`)).body.items as Item[];
const kindsOf = async (agent: TestAgent, query = '') => (await told(agent, query)).map(({ kind }) => kind);
const unread = async (agent: Pick<TestAgent, 'headers'>) => (await desk.ask(agent, 'GET', '/api/v1/notifications/bell')).body.unread as number;
const act = (asker: TestAgent, id: number, what: string, body?: object) => desk.ask(asker, 'POST', `/api/v1/staff-feedback/${id}/${what}`, body);
const give = (asker: TestAgent, id: number, owner: TestAgent) => desk.ask(asker, 'PATCH', `/api/v1/staff-feedback/${id}`, { owner: owner.id });
/** Of all workspaces, as the program does. */
const fire = () => fireDue(desk.context, reminderQueue);

async function file(body: object = {}, asker = filer): Promise<number> {
  expect((await desk.ask(asker, 'POST', '/api/v1/staff-feedback', { kind: 'complaint', about: named.id, text: 'He hung up on me', brand: workspace.brandId, ...body })).status).toBe(201);
  const row = await desk.context.db.selectFrom('staff_feedback').select('id').where('workspace_id', '=', workspace.id).orderBy('id', 'desc').executeTakeFirstOrThrow();
  return row.id;
}

async function momentsOf(id: number) {
  return desk.context.db.selectFrom('staff_feedback').select(['acknowledge_soon_at', 'acknowledge_by', 'answer_soon_at', 'answer_by', 'remind_at']).where('workspace_id', '=', workspace.id).where('id', '=', id).executeTakeFirstOrThrow();
}

describe('the owner of a complaint', () => {
  test('hears of it at once, and nobody else: neither the person named, nor who passed it on, nor another who may read it', async () => {
    const id = await file();
    const { acknowledge_by } = await momentsOf(id);
    expect(await told(lead)).toMatchObject([{ kind: 'complaint_given', ticket: null, feedback: { id, due_at: acknowledge_by!.toISOString() }, line: null, actor: { type: 'system', name: null }, read: false }]);
    for (const agent of [named, other, filer]) expect([await told(agent), await unread(agent)]).toEqual([[], 0]);
    expect(JSON.stringify(await told(lead))).not.toMatch(/Nils|Astrid|hung up/);
  });

  test('is reminded before each deadline and when it is over, once each, whatever is tried again', async () => {
    const id = await file();
    const { acknowledge_soon_at, acknowledge_by, answer_soon_at, answer_by } = await momentsOf(id);
    const seen: string[][] = [];
    for (const at of [acknowledge_soon_at, acknowledge_by, answer_soon_at, answer_by]) {
      now = new Date(at!.getTime() - 1);
      await fire();
      const before = await kindsOf(lead);
      now = at!;
      // Two nodes, and one of them again.
      await Promise.all([fire(), fire()]);
      await fire();
      seen.push(await kindsOf(lead));
      expect(seen.at(-1)!.slice(1)).toEqual(before);
    }
    const all = ['complaint_answer_late', 'complaint_answer_due', 'complaint_acknowledge_late', 'complaint_acknowledge_due', 'complaint_given'];
    expect(seen).toEqual([all.slice(3), all.slice(2), all.slice(1), all]);
    expect((await momentsOf(id)).remind_at).toBeNull();
    expect(await told(named)).toEqual([]);
  });

  test('hears once, by the latest word, of what a program that stood still has missed', async () => {
    const id = await file();
    now = new Date((await momentsOf(id)).answer_by!.getTime() + 3_600_000);
    await fire();
    expect((await kindsOf(lead)).toSorted()).toEqual(['complaint_acknowledge_late', 'complaint_answer_late', 'complaint_given']);
  });

  test('hears no more of what is acknowledged, answered or closed, and what was said of it is read', async () => {
    const id = await file();
    const { acknowledge_by, answer_soon_at, answer_by } = await momentsOf(id);
    now = acknowledge_by!;
    await fire();
    expect(await kindsOf(lead, '?unread=true')).toEqual(['complaint_acknowledge_late', 'complaint_given']);
    await act(lead, id, 'acknowledgement', { how: 'phone' });
    expect(await kindsOf(lead, '?unread=true')).toEqual(['complaint_given']);
    expect((await momentsOf(id)).remind_at).toEqual(answer_soon_at);
    now = answer_soon_at!;
    await fire();
    await act(lead, id, 'answer', { how: 'mail' });
    expect([await kindsOf(lead, '?unread=true'), (await momentsOf(id)).remind_at]).toEqual([['complaint_given'], null]);
    await act(lead, id, 'close', { outcome: 'upheld', text: 'He said sorry' });
    expect(await unread(lead)).toBe(0);
    now = new Date(answer_by!.getTime() + 1);
    await fire();
    expect(await kindsOf(lead)).toEqual(['complaint_answer_due', 'complaint_acknowledge_late', 'complaint_given']);
  });

  test('hears of it again when what was taken back is opened again, late as it is', async () => {
    const id = await file();
    await act(lead, id, 'close', { outcome: 'withdrawn', text: 'She was calm again' });
    now = new Date((await momentsOf(id)).acknowledge_by!.getTime() + 1);
    await fire();
    expect(await kindsOf(lead)).toEqual(['complaint_given']);
    await act(lead, id, 'reopen');
    await fire();
    expect(await kindsOf(lead)).toEqual(['complaint_acknowledge_late', 'complaint_given']);
  });

  test('is another after it was given on: the reminders are theirs, and nothing of it is left with the one before', async () => {
    const id = await file();
    expect((await give(lead, id, other)).status).toBe(200);
    expect([await told(lead), await unread(lead)]).toEqual([[], 0]);
    expect(await kindsOf(other)).toEqual(['complaint_given']);
    now = (await momentsOf(id)).acknowledge_soon_at!;
    await fire();
    expect([await kindsOf(other), await kindsOf(lead)]).toEqual([['complaint_acknowledge_due', 'complaint_given'], []]);
    // Who takes it themselves is told nothing of it.
    await give(other, id, lead);
    await give(lead, id, other);
    await give(other, id, other);
    expect(await kindsOf(other)).toEqual(['complaint_given', 'complaint_acknowledge_due', 'complaint_given']);
  });

  test('who comes to what nobody owned hears of what is late by then', async () => {
    await desk.context.db.updateTable('agents').set({ active: false }).where('workspace_id', '=', workspace.id).where('id', 'in', [lead.id, other.id]).execute();
    const id = await file();
    now = new Date((await momentsOf(id)).acknowledge_by!.getTime() + 1);
    expect((await momentsOf(id)).remind_at).toBeNull();
    const joined = await anAgent(desk.context.db, workspace.id, { role: 'admin', name: 'Joy' });
    await give(joined, id, joined);
    await fire();
    expect(await kindsOf(joined)).toEqual(['complaint_acknowledge_late']);
  });

  test('reads it by looking at the file; by a token only where it may read complaints', async () => {
    const id = await file();
    expect(await unread(lead)).toBe(1);
    const limited = async (scope: string) => ({ headers: { authorization: `Bearer ${(await desk.ask(lead, 'POST', '/api/v1/tokens', { name: scope, scopes: ['tickets:read', scope] })).body.token}` } });
    const [tickets, agents] = [await limited('customers:read'), await limited('agents:read')];
    expect([await told(tickets), await unread(tickets)]).toEqual([[], 0]);
    expect([(await told(agents)).length, await unread(agents)]).toEqual([1, 1]);
    await desk.ask(lead, 'GET', `/api/v1/staff-feedback/${id}`);
    expect([await unread(lead), (await told(lead)).map(({ read }) => read)]).toEqual([0, [true]]);
    await tidyNotifications(desk.context.db, workspace.id, { before: new Date(now.getTime() - 1), keep: 10 });
    expect(await told(lead)).toHaveLength(1);
  });

  test('sees nothing of it while they do not see its brand', async () => {
    await file();
    await desk.context.db.updateTable('agents').set({ all_brands: false }).where('workspace_id', '=', workspace.id).where('id', '=', lead.id).execute();
    expect([await told(lead), await unread(lead)]).toEqual([[], 0]);
  });

  test('switches each kind off, and is left alone when they are not to be disturbed', async () => {
    await desk.ask(lead, 'PATCH', '/api/v1/me/notifications', { ways: { complaint_given: { app: false, push: false, mail: false } }, quiet_until: '2026-11-24T00:00:00.000Z' });
    const id = await file();
    expect(await told(lead)).toEqual([]);
    now = (await momentsOf(id)).acknowledge_soon_at!;
    await fire();
    const row = await desk.context.db.selectFrom('notifications').select(['kind', 'rings', 'push_at', 'mail_at']).where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow();
    expect([row.kind, row.rings, row.push_at, row.mail_at!.getTime()]).toEqual(['complaint_acknowledge_due', false, null, Date.parse('2026-11-24T00:00:00.000Z')]);
  });
});

describe('a compliment', () => {
  test('is told to the person, with its words and who passed it on, and to nobody else', async () => {
    const id = await file({ kind: 'compliment', text: 'So patient' });
    expect(await told(named)).toMatchObject([{ kind: 'compliment', feedback: { id, due_at: null }, line: 'So patient', actor: { type: 'agent', name: 'Astrid Lind' }, read: false }]);
    for (const agent of [lead, other, filer]) expect(await told(agent)).toEqual([]);
    await act(lead, id, 'release', { text: 'So very patient' });
    expect(await told(named)).toMatchObject([{ line: 'So very patient', read: false }]);
  });

  test('reaches a person who has been taken off its brand', async () => {
    await desk.context.db.updateTable('agents').set({ all_brands: false }).where('workspace_id', '=', workspace.id).where('id', '=', named.id).execute();
    await file({ kind: 'compliment' });
    expect(await kindsOf(named)).toEqual(['compliment']);
  });
});

describe('push and mail', () => {
  test('say that something waits, by when and where, in the language of who reads it, and name nobody', async () => {
    const service = await openPushService();
    const pusher = startPusher(desk.context, { request: service.request });
    try {
      const screen = await signedIn(desk.app, lead);
      const browser = service.browser('/lead');
      expect((await desk.ask(screen, 'POST', '/api/v1/me/devices', browser.subscription)).status).toBe(201);
      const id = await file();
      await expect.poll(() => browser.received(), { timeout: 15_000 }).toEqual([{ title: 'Du har fått ett klagomål att hantera', body: expect.stringMatching(/^Bekräfta senast 23 nov\. 2026/) as string, tag: `feedback-${id}`, url: `/feedback/${id}` }]);
    } finally {
      await pusher.stop();
      await service.close();
    }
  });

  const mailsTo = async (reader: TestAgent, language: string) => {
    const ids = (await desk.context.db.selectFrom('notifications').select('id').where('workspace_id', '=', workspace.id).where('agent_id', '=', reader.id).execute()).map(({ id }) => id);
    return writeMails(desk.context, workspace.id, { ...reader, language, last_seen_at: null }, await readMailed(desk.context.db, workspace.id, ids));
  };

  test('a mail about a complaint, and one about a compliment, hold a link and no words of it', async () => {
    const id = await file();
    const { mail } = (await mailsTo(lead, 'en'))[0]!;
    expect(mail).toMatchObject({ subject: 'A complaint was given to you', to: lead.email });
    expect(mail.text).toContain(`${desk.context.config.publicUrl}/feedback/${id}\n`);
    expect(mail.text).toMatch(/Acknowledge by Nov 23, 2026/);
    await file({ kind: 'compliment', text: 'So patient' });
    const [praise] = await mailsTo(named, 'en');
    expect(praise!.mail.text).toContain('/feedback?of=me\n');
    for (const each of [mail, praise!.mail]) expect(JSON.stringify({ ...each, to: '' })).not.toMatch(/Nils|Astrid|Lena|hung up|patient/);
    expect([mail.replyTo, mail.references]).toEqual([undefined, undefined]);
  });

  test('many at once are one mail, and what was done meanwhile is left out', async () => {
    const ids = [await file(), await file(), await file(), await file(), await file()];
    await act(lead, ids[0]!, 'close', { outcome: 'withdrawn', text: 'Taken back' });
    await desk.context.db.updateTable('staff_feedback').set({ owner_id: lead.id }).where('workspace_id', '=', workspace.id).execute();
    const mails = await mailsTo(lead, 'en');
    const theirs = ids.slice(1).filter((id) => mails[0]!.mail.text.includes(`/feedback/${id}\n`));
    expect([mails.length, mails[0]!.mail.subject]).toEqual([1, 'What waits for you in Nordic Support']);
    expect(theirs.length).toBe(mails[0]!.of.length);
    expect(mails[0]!.mail.text).not.toContain(`/feedback/${ids[0]}\n`);
  });
});
