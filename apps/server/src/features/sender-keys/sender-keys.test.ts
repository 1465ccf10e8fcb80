import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type Caught, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { createSealer } from '../../platform/auth/sealer.ts';
import { authenticateMail } from '../../platform/mail/reading/authenticate.ts';
import { lookForRecords } from './index.ts';

/** What DNS says; null where it does not answer. */
const zone = new Map<string, string[] | null>();
const dns = async (name: string, type: string): Promise<string[][]> => {
  const records = type === 'TXT' ? zone.get(name) : undefined;
  if (!records) throw Object.assign(new Error('nothing'), { code: records === null ? 'ETIMEOUT' : 'ENOTFOUND' });
  // As name servers hold long ones: in pieces.
  return records.map((record) => record.match(/.{1,255}/g) ?? ['']);
};

let desk: MailDesk;
let admin: TestAgent;
let workspaceId: number;
let inboxId: number;
let count = 0;

beforeAll(async () => {
  desk = await openMailDesk({ environment: { OMBUD_LOG: 'silent' } });
  desk.context.dns = dns;
  ({ id: workspaceId } = await aWorkspace(desk.context.db));
  admin = await anAgent(desk.context.db, workspaceId, { role: 'admin' });
  ({ id: inboxId } = await anInbox(desk.context.db, workspaceId, { address: 'help@firm.example' }));
});
afterAll(() => desk.stop());

const key = (method: 'PUT' | 'DELETE') => desk.ask(admin, method, `/api/v1/inboxes/${inboxId}/sender-key`);
const domain = async () => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${inboxId}/sender-domain`)).body;
const dkimOf = (body: { checks: { kind: string }[] }) => body.checks.find(({ kind }) => kind === 'dkim');

/** A mail to somebody new, as it came to their server. */
async function sends({ attachments = [] as number[] } = {}): Promise<Caught> {
  const customer = `c${++count}@people.example`;
  const { status } = await desk.ask(admin, 'POST', '/api/v1/tickets', { subject: `Zażółć ${count}`, text: 'Gęślą jaźń.\n\n\nOch så vidare.  ', requester: { email: customer }, direction: 'out', attachments });
  expect(status).toBe(201);
  return desk.until('the mail', () => desk.sink.caught.find(({ to }) => to.includes(customer)));
}

async function aFile(content: Buffer): Promise<number> {
  const payload = Buffer.concat([Buffer.from('--part\r\ncontent-disposition: form-data; name="file"; filename="long.txt"\r\ncontent-type: text/plain\r\n\r\n'), content, Buffer.from('\r\n--part--\r\n')]);
  const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/files', headers: { ...admin.headers, 'content-type': 'multipart/form-data; boundary=part' }, payload });
  return (JSON.parse(answer.body) as { id: number }).id;
}

/** How a receiver judges it. */
const judged = ({ raw }: Caught) => authenticateMail(Buffer.from(raw), { ip: '127.0.0.1', helo: 'desk.example', mailFrom: null }, dns, 20_000);
const ours = { dkim: 'pass', fromDomain: 'firm.example', verdict: 'verified' };

test('mail is signed from the moment that the record is in DNS, so that every receiver can check it', async () => {
  expect((await domain()).signing).toBeNull();
  expect((await sends()).raw).not.toMatch(/^DKIM-Signature:/im);

  const { status, body } = await key('PUT');
  expect(status).toBe(200);
  const { name, record } = body.signing;
  expect(name).toMatch(/^ombud[a-z0-9]{6}\._domainkey\.firm\.example$/);
  expect(record).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{390,}=*$/);
  expect(dkimOf(body)).toMatchObject({ state: 'missing', reason: 'not_published', name, suggested: record });
  expect((await sends()).raw, 'what nobody can check is not signed').not.toMatch(/^DKIM-Signature:/im);

  zone.set(name, [record]);
  const seen = await domain();
  expect(seen.signing).toEqual({ name, record, signs: true, stopped: false });
  expect(dkimOf(seen)).toMatchObject({ state: 'good', reason: null, suggested: null });
  const mail = await sends();
  expect(mail.raw).toMatch(/^DKIM-Signature: /m);
  expect(await judged(mail)).toMatchObject(ours);
  // Asked again, it is the same key.
  expect((await key('PUT')).body.signing).toEqual(seen.signing);
});

test('the key itself is told to nobody', async () => {
  const stored = await desk.context.db.selectFrom('sender_keys').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow();
  expect(desk.context.sealer.open(stored.private_key_sealed)).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(JSON.stringify([(await key('PUT')).body, await domain(), stored])).not.toContain('PRIVATE KEY');
});

test('a large mail is signed without being held in memory, and leaves nothing behind', async () => {
  const file = await aFile(Buffer.alloc(5_000_000, 'a few words. '));
  const mail = await sends({ attachments: [file] });
  expect(await judged(mail)).toMatchObject(ours);
  await desk.until('its file is gone', async () => (await left()).length === 0);
});
const left = () => readdir(join(desk.context.config.dataDir, 'files', 'incoming'));

test('who stops it can take it up again with the same record', async () => {
  const { signing } = (await key('DELETE')).body;
  expect(signing).toMatchObject({ signs: false, stopped: true });
  expect((await sends()).raw).not.toMatch(/^DKIM-Signature:/im);
  expect((await key('PUT')).body.signing).toEqual({ ...signing, signs: true, stopped: false });
  expect((await sends()).raw).toMatch(/^DKIM-Signature: /m);
});

test('when the record is gone or another one, nothing is signed; when DNS does not answer, all stays as it was', async () => {
  const { signing } = await domain();
  zone.set(signing.name, null);
  await lookForRecords(desk.context, workspaceId);
  expect(dkimOf(await domain())).toMatchObject({ state: 'unknown', reason: 'no_answer' });
  expect((await sends()).raw).toMatch(/^DKIM-Signature: /m);
  zone.set(signing.name, ['v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A']);
  await lookForRecords(desk.context, workspaceId);
  expect((await sends()).raw).not.toMatch(/^DKIM-Signature:/im);
  expect(dkimOf(await domain())).toMatchObject({ state: 'wrong', reason: 'other_key', suggested: signing.record });
  // A form has broken the line.
  zone.set(signing.name, [signing.record.replace(/(.{100})/, '$1 ')]);
  await lookForRecords(desk.context, workspaceId);
  expect((await sends()).raw).toMatch(/^DKIM-Signature: /m);
});

test('mail to colleagues is signed too', async () => {
  expect((await desk.ask(admin, 'POST', '/api/v1/invitations', { email: 'new@people.example', role: 'agent' })).status).toBeLessThan(300);
  const mail = await desk.until('the invitation', () => desk.sink.caught.find(({ to }) => to.includes('new@people.example')));
  expect(await judged(mail)).toMatchObject(ours);
});

test('a key that another secret has sealed keeps no mail back, and gives way to a new one', async () => {
  const { signing } = await domain();
  await desk.context.db.updateTable('sender_keys').set({ private_key_sealed: createSealer('the secret of before').seal('a key') }).where('workspace_id', '=', workspaceId).execute();
  expect((await sends()).raw).not.toMatch(/^DKIM-Signature:/im);
  const renewed = (await key('PUT')).body.signing;
  expect(renewed).toMatchObject({ signs: false, stopped: false });
  expect(renewed.record).not.toBe(signing.record);
});

test('there is nothing to stop where nothing was begun', async () => {
  const other = await anInbox(desk.context.db, workspaceId, { address: 'help@elsewhere.example' });
  expect((await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${other.id}/sender-key`)).status).toBe(404);
});
