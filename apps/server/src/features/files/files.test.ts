import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { aBrand, aMessage, anAgent, aTicket, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { startTestProgram, type TestProgram } from '../../../../../tests/support/program.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { attachFiles, attachMailFiles, fileUrl, removeUnattachedFiles, storeFile } from './index.ts';

let database: TestDatabase;
let program: TestProgram;
let workspace: Awaited<ReturnType<typeof aWorkspace>>;
let agent: TestAgent;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestProgram({ database, roles: ['web'] });
  workspace = await aWorkspace(program.context.db);
  agent = await anAgent(program.context.db, workspace.id);
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

type Uploaded = { id: number; name: string; type: string; size: number; url: string };

function upload(content: string | Uint8Array<ArrayBuffer>, name: string, type: string, as = agent): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([content], { type }), name);
  return fetch(`${program.url}/api/v1/files`, { method: 'POST', body: form, headers: as.headers });
}
async function uploaded(content: string | Uint8Array<ArrayBuffer>, name: string, type: string, as = agent): Promise<Uploaded> {
  const answer = await upload(content, name, type, as);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Uploaded;
}
const metadata = (id: number, as: TestAgent) => fetch(`${program.url}/api/v1/files/${id}`, { headers: as.headers });

test('what is uploaded comes back byte for byte, in whole and in part, without a login', async () => {
  const bytes = Buffer.alloc(3_000_000, 'abcdefghij');
  const file = await uploaded(bytes, 'log.txt', 'text/plain');
  expect(file).toMatchObject({ name: 'log.txt', type: 'text/plain', size: 3_000_000 });
  const whole = await fetch(program.url + file.url);
  expect(createHash('sha256').update(Buffer.from(await whole.arrayBuffer())).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  const part = await fetch(program.url + file.url, { headers: { range: 'bytes=10-19' } });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 10-19/3000000', 'abcdefghij']);
  expect((await fetch(program.url + file.url, { headers: { range: 'bytes=3000000-' } })).status).toBe(416);
});

test.each([
  ['evil.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['evil.html', 'text/html', '<script>alert(1)</script>'],
  ['evil.js', 'text/javascript', 'alert(1)'],
  ['picture.png', 'image/png', '<script>alert(1)</script>'],
])('%s is only offered for saving, sandboxed, and sets no cookie', async (name, type, content) => {
  const file = await uploaded(content, name, type);
  const answer = await fetch(program.url + file.url);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(answer.headers.getSetCookie()).toEqual([]);
  await answer.body?.cancel();
});

test.each([
  ['image/png', '89504e470d0a1a0a0000000d49484452'],
  ['image/jpeg', 'ffd8ffe000104a464946000101000001'],
  ['image/gif', '47494638396101000100800000000000'],
  ['image/webp', '524946462400000057454250565038'],
  ['image/avif', '0000001c667479706176696600000000'],
])('a real picture (%s) is shown in place, sandboxed and unsniffed', async (type, begin) => {
  const file = await uploaded(Buffer.from(begin, 'hex'), 'picture', 'application/octet-stream');
  const answer = await fetch(program.url + file.url);
  expect([file.type, answer.headers.get('content-disposition')?.split(';')[0]]).toEqual([type, 'inline']);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  await answer.body?.cancel();
});

test('a link that is forged, of another file or out of time opens nothing', async () => {
  const file = await uploaded('one', 'one.txt', 'text/plain');
  const other = await uploaded('two', 'two.txt', 'text/plain');
  const { sealer } = program.context;
  const query = file.url.split('?')[1] ?? '';
  const hoursAgo = fixedClock(new Date(Date.now() - 2 * 3600_000));
  const bad = [
    `/files/${other.id}/two.txt?${query}`,
    file.url.replace(/w=\d+/, `w=${workspace.id + 1}`),
    file.url.replace(/e=\d+/, 'e=99999999999'),
    file.url.replace(/s=./, (found) => (found === 's=A' ? 's=B' : 's=A')),
    fileUrl(sealer, hoursAgo, { workspaceId: workspace.id, fileId: file.id, name: 'one.txt' }),
    `/files/${file.id}/one.txt`,
    `/files/${file.id}/..%2f..%2fsecret?${query.replace(/s=[^&]*/, '')}`,
  ];
  for (const url of bad) expect([url, (await fetch(program.url + url)).status]).toEqual([url, 404]);
  expect((await fetch(program.url + file.url)).status).toBe(200);
});

test('a file of more than 30 MB is refused, and nothing of it stays', async () => {
  const answer = await upload(Buffer.alloc(30 * 1024 * 1024 + 1), 'huge.bin', 'application/octet-stream');
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'too_large']);
  const kept = await readdir(join(program.context.config.dataDir, 'files'), { recursive: true });
  const ofThatSize = createHash('sha256').update(Buffer.alloc(30 * 1024 * 1024)).digest('hex');
  expect(kept.filter((path) => path.startsWith('incoming/') || path.includes(ofThatSize))).toEqual([]);
});

test('an upload is one file and nothing else', async () => {
  const two = new FormData();
  two.append('file', new Blob(['a']), 'a.txt');
  two.append('file', new Blob(['b']), 'b.txt');
  const extra = new FormData();
  extra.append('workspace_id', '1');
  extra.append('file', new Blob(['a']), 'a.txt');
  for (const [body, status] of [[two, 400], [extra, 400], [new FormData(), 400], ['{}', 415]] as const) {
    const answer = await fetch(`${program.url}/api/v1/files`, { method: 'POST', body, headers: agent.headers });
    expect(answer.status).toBe(status);
  }
  const viewer = await anAgent(program.context.db, workspace.id, { role: 'viewer' });
  expect((await upload('x', 'x.txt', 'text/plain', viewer)).status).toBe(403);
});

test('a file is seen by its uploader, and by others once it is in a message of a brand that they see', async () => {
  const { db } = program.context;
  const brand = await aBrand(db, workspace.id);
  const colleague = await anAgent(db, workspace.id, { brands: [brand] });
  const elsewhere = await anAgent(db, workspace.id, { brands: [workspace.brandId] });
  const stranger = await anAgent(db, (await aWorkspace(db)).id, { role: 'owner' });
  const file = await uploaded('x', 'x.txt', 'text/plain');
  const statuses = async () => Promise.all([agent, colleague, elsewhere, stranger].map(async (who) => (await metadata(file.id, who)).status));
  expect(await statuses()).toEqual([200, 404, 404, 404]);
  const ticket = await aTicket(db, workspace.id, { brandId: brand });
  const message = await aMessage(db, workspace.id, ticket.id);
  const actor = await program.context.identify.byToken(agent.token);
  if (!actor) throw new Error('the agent has a token');
  await db.transaction().execute((tx) => attachFiles(tx, actor, message, [file.id]));
  expect(await statuses()).toEqual([200, 200, 404, 404]);
});

test('somebody else’s upload cannot be attached', async () => {
  const { db } = program.context;
  const thief = await anAgent(db, workspace.id);
  const file = await uploaded('mine', 'mine.txt', 'text/plain');
  const ticket = await aTicket(db, workspace.id);
  const message = await aMessage(db, workspace.id, ticket.id);
  const actor = await program.context.identify.byToken(thief.token);
  if (!actor) throw new Error('the agent has a token');
  await expect(db.transaction().execute((tx) => attachFiles(tx, actor, message, [file.id]))).rejects.toMatchObject({ code: 'invalid_input' });
});

test('the mail as it came can be saved by who sees its ticket', async () => {
  const { context } = program;
  const { db } = context;
  const ticket = await aTicket(db, workspace.id);
  const stored = await storeFile(context, { content: Buffer.from('From: a@b.example\r\n\r\nHello'), name: 'mail.eml', type: 'message/rfc822' });
  const row = await db.insertInto('files').values({ workspace_id: workspace.id, sha256: stored.sha256, size: stored.size, type: stored.type, name: stored.name }).returning('id').executeTakeFirstOrThrow();
  const message = await aMessage(db, workspace.id, ticket.id, { rawFileId: row.id });
  const without = await aMessage(db, workspace.id, ticket.id);
  const foreign = await anAgent(db, workspace.id, { brands: [await aBrand(db, workspace.id)] });
  const get = (id: number, as: TestAgent) => fetch(`${program.url}/api/v1/messages/${id}/raw`, { headers: as.headers });
  const answer = await get(message, agent);
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['message/rfc822', 'From: a@b.example\r\n\r\nHello']);
  expect(answer.headers.get('content-disposition')).toContain(`ticket-${ticket.number}-message-${message}.eml`);
  expect([(await get(without, agent)).status, (await get(message, foreign)).status]).toEqual([404, 404]);
});

test('uploads that no message took are removed after a day, the others stay', async () => {
  const { db } = program.context;
  const ticket = await aTicket(db, workspace.id);
  const message = await aMessage(db, workspace.id, ticket.id);
  const lost = await uploaded('lost', 'lost.txt', 'text/plain');
  const used = await uploaded('used', 'used.txt', 'text/plain');
  const drafted = await uploaded('drafted', 'drafted.txt', 'text/plain');
  const [mailed] = await db.transaction().execute(async (tx) => {
    const actor = await program.context.identify.byToken(agent.token);
    if (!actor) throw new Error('the agent has a token');
    await attachFiles(tx, actor, message, [used.id]);
    await tx.insertInto('drafts').values({ workspace_id: workspace.id, ticket_id: ticket.id, agent_id: agent.id, kind: 'public', html: '', file_ids: [drafted.id] }).execute();
    const other = await aMessage(tx as never, workspace.id, ticket.id);
    await attachMailFiles(tx, systemActor(workspace.id), other, [{ sha256: 'a'.repeat(64), size: 1, type: 'text/plain', name: 'mailed.txt' }]);
    return tx.selectFrom('message_files').select('file_id').where('workspace_id', '=', workspace.id).where('message_id', '=', other).execute();
  });
  await removeUnattachedFiles(db, workspace.id, new Date(Date.now() + 1000));
  const left = await db.selectFrom('files').select('id').where('workspace_id', '=', workspace.id).where('id', 'in', [lost.id, used.id, drafted.id, mailed?.file_id ?? 0]).execute();
  expect(left.map(({ id }) => id).sort((a, b) => a - b)).toEqual([used.id, drafted.id, mailed?.file_id].sort((a, b) => Number(a) - Number(b)));
});
