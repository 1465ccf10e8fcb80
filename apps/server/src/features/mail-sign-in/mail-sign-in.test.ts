import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noDovecot, startDovecot, type Dovecot } from '../../../../../tests/support/dovecot.ts';
import { anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { openIdentityServer, testApp, type IdentityServer } from '../../../../../tests/support/identity-server.ts';
import { openMailDesk, openSink, type MailDesk, type Sink } from '../../../../../tests/support/mail-desk.ts';
import { startMailboxReader } from '../mailboxes/index.ts';

let identity: IdentityServer;
let desk: MailDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let inbox: { id: number; address: string };

beforeAll(async () => {
  identity = await openIdentityServer();
  desk = await openMailDesk({ environment: { OMBUD_MICROSOFT_LOGIN: identity.url, OMBUD_GOOGLE_LOGIN: identity.url, OMBUD_PUBLIC_URL: 'https://desk.example' } });
});
beforeEach(async () => {
  Object.assign(identity, { life: 3600, account: 'desk' });
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  inbox = await anInbox(desk.context.db, workspace.id);
  await desk.ask(admin, 'PUT', '/api/v1/mail-apps', { microsoft: { ...testApp, tenant: 'firm.example' }, google: testApp });
});
afterAll(async () => {
  await desk.stop();
  await identity.close();
});

const begin = (body: object = { provider: 'microsoft', username: 'desk' }) => desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/mail-sign-in`, body);
/** What the browser does: to the provider, and back with a code. */
async function visit(url: string): Promise<{ code: string; state: string }> {
  const answer = await fetch(url, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe('https://desk.example/settings/mail-sign-in');
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' };
}
const complete = (body: object, asker = admin) => desk.ask(asker, 'POST', '/api/v1/mail-sign-ins', body);
async function connect(provider = 'microsoft'): Promise<void> {
  expect(await complete(await visit((await begin({ provider, username: 'desk' })).body.url))).toEqual({ status: 200, body: { inbox: inbox.id } });
}
const shown = async () => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/mail-sign-in`)).body;

test.each([['microsoft', '/firm.example/oauth2/v2.0/authorize', 'https://outlook.office.com/SMTP.Send'], ['google', '/o/oauth2/v2/auth', 'https://mail.google.com/']])('an account at %s is connected by its own sign-in, with PKCE', async (provider, path, scope) => {
  const { status, body } = await begin({ provider, username: 'desk' });
  expect(status).toBe(200);
  const url = new URL(body.url);
  expect([url.pathname, url.searchParams.get('response_type'), url.searchParams.get('code_challenge_method')]).toEqual([path, 'code', 'S256']);
  expect(url.searchParams.get('scope')).toContain(scope);
  identity.asked.length = 0;
  const back = await visit(body.url);
  expect(await complete(back)).toEqual({ status: 200, body: { inbox: inbox.id } });
  expect(identity.asked).toMatchObject([{ grant_type: 'authorization_code', client_secret: testApp.client_secret, redirect_uri: 'https://desk.example/settings/mail-sign-in' }]);
  expect(await shown()).toEqual({ provider, username: 'desk', revoked_at: null });
  // A code is good once.
  expect(await complete(back)).toMatchObject({ status: 409, body: { code: 'mail_sign_in_failed' } });
});

test('secrets and tokens are sealed and never shown', async () => {
  await connect();
  const rows = JSON.stringify([await desk.context.db.selectFrom('mail_grants').selectAll().execute(), await desk.context.db.selectFrom('mail_apps').selectAll().execute()]);
  const told = JSON.stringify([await shown(), (await desk.ask(admin, 'GET', '/api/v1/mail-apps')).body, await wholeFeed(desk, admin)]);
  for (const text of [rows, told]) for (const secret of ['canary-client-secret', 'refresh-', 'access-']) expect(text).not.toContain(secret);
  expect((await desk.ask(admin, 'GET', '/api/v1/mail-apps')).body).toEqual({ redirect_uri: 'https://desk.example/settings/mail-sign-in', microsoft: { client_id: testApp.client_id, tenant: 'firm.example' }, google: { client_id: testApp.client_id, tenant: 'organizations' } });
});

test('a state is good for whoever began, for a quarter of an hour, and cannot be made by others', async () => {
  const { body } = await begin();
  const other = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
  for (const asker of [other, stranger]) expect(await complete(await visit(body.url), asker)).toMatchObject({ status: 409, body: { code: 'mail_sign_in_failed' } });
  const { code, state } = await visit(body.url);
  for (const wrong of ['x', `${state}x`, state.slice(4), desk.context.sealer.seal('{}')]) expect(await complete({ code, state: wrong })).toMatchObject({ status: 409 });
  const old = JSON.parse(desk.context.sealer.open(state));
  expect(await complete({ code, state: desk.context.sealer.seal(JSON.stringify({ ...old, at: old.at - 16 * 60_000 })) })).toMatchObject({ status: 409 });
  expect(await complete({ code: 'guessed', state })).toMatchObject({ status: 409 });
  expect(await complete({ code, state })).toMatchObject({ status: 200 });
});

test('without an app registration nobody is sent anywhere; its secret stays with its client id', async () => {
  await desk.ask(admin, 'PUT', '/api/v1/mail-apps', { google: null });
  expect(await begin({ provider: 'google', username: 'desk' })).toMatchObject({ status: 400, body: { errors: [{ field: 'provider' }] } });
  expect(await desk.ask(admin, 'PUT', '/api/v1/mail-apps', { microsoft: { client_id: 'another' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'microsoft.client_secret' }] } });
  expect(await desk.ask(admin, 'PUT', '/api/v1/mail-apps', { microsoft: { client_id: testApp.client_id, tenant: 'other.example' } })).toMatchObject({ status: 200, body: { microsoft: { tenant: 'other.example' }, google: null } });
  expect(await desk.ask(admin, 'PUT', '/api/v1/mail-apps', { microsoft: { ...testApp, tenant: '../evil' } })).toMatchObject({ status: 400 });
});

test('a connection that is forgotten is gone', async () => {
  await connect();
  expect((await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${inbox.id}/mail-sign-in`)).status).toBe(200);
  expect((await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/mail-sign-in`)).status).toBe(404);
  expect((await desk.ask(admin, 'DELETE', `/api/v1/inboxes/${inbox.id}/mail-sign-in`)).status).toBe(404);
});

/** A mail server that takes XOAUTH2 with a token that is good, and nothing else. */
function aSendingServer(): Promise<Sink> {
  return openSink({
    disabledCommands: ['STARTTLS'], authOptional: false, allowInsecureAuth: true, authMethods: ['XOAUTH2'],
    onAuth: ({ accessToken, username }, _session, done) => (identity.isGood(accessToken ?? '') && username === 'desk' ? done(null, { user: 'desk' }) : done(null, { data: { status: '401', schemes: 'bearer' } } as never)),
  });
}

test('mail goes out by XOAUTH2: a token is refreshed before its end, and after the server refused it', async () => {
  const sink = await aSendingServer();
  identity.life = 100; // below what a token is begun with: refreshed each time
  await connect();
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { smtp_url: sink.url.replace('smtp://', 'smtp://desk@') });
  const check = () => desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/smtp/check`, {});
  identity.asked.length = 0;
  expect((await check()).body).toEqual({ ok: true, way: 'own', trouble: null, detail: null });
  expect(identity.asked.map(({ grant_type }) => grant_type)).toEqual(['refresh_token']);
  identity.life = 3600;
  expect((await check()).body.ok).toBe(true);
  expect((await check()).body.ok).toBe(true);
  expect(identity.asked).toHaveLength(2);
  identity.endAccess();
  expect((await check()).body.ok).toBe(true);
  expect(identity.asked).toHaveLength(3);
  const ticket = (await desk.ask(admin, 'POST', '/api/v1/tickets', { subject: 'Out', text: 'T', requester: { email: 'maja@firm.example' } })).body;
  await desk.ask(admin, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: 'By token' });
  await desk.until('sent', () => sink.caught.find(({ raw }) => raw.includes('By token')));
  await sink.close();
});

test('a grant that is taken back is shown as such, mail waits, and goes once the account is connected again', async () => {
  const sink = await aSendingServer();
  await connect();
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { smtp_url: sink.url.replace('smtp://', 'smtp://desk@') });
  identity.revoke();
  expect((await desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/smtp/check`, {})).body).toMatchObject({ ok: false, trouble: 'sign_in_again' });
  expect(await shown()).toMatchObject({ revoked_at: expect.any(String) });
  const ticket = (await desk.ask(admin, 'POST', '/api/v1/tickets', { subject: 'Out', text: 'T', requester: { email: 'maja@firm.example' } })).body;
  const reply = (await desk.ask(admin, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: 'Waits for it' })).body;
  await desk.until('told', async () => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/health`)).body.last_error?.includes('connect the inbox again'));
  await connect();
  expect(await shown()).toMatchObject({ revoked_at: null });
  await desk.ask(admin, 'POST', `/api/v1/outbox/${reply.delivery.id}/retry`, {});
  await desk.until('sent', () => sink.caught.find(({ raw }) => raw.includes('Waits for it')));
  await sink.close();
});

test('another inbox with the same address to send by has not been granted it', async () => {
  const sink = await aSendingServer();
  await connect();
  const elsewhere = await aWorkspace(desk.context.db);
  const stranger = await anAgent(desk.context.db, elsewhere.id, { role: 'owner' });
  const theirs = await anInbox(desk.context.db, elsewhere.id);
  const url = sink.url.replace('smtp://', 'smtp://desk@');
  await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { smtp_url: url });
  await desk.ask(stranger, 'PATCH', `/api/v1/inboxes/${theirs.id}`, { smtp_url: url });
  for (const [asker, text] of [[admin, 'granted'], [stranger, 'not granted']] as const) {
    const ticket = (await desk.ask(asker, 'POST', '/api/v1/tickets', { subject: 'Out', text: 'T', requester: { email: 'maja@firm.example' } })).body;
    await desk.ask(asker, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: `it was ${text}` });
    if (asker === admin) await desk.until('sent', () => sink.caught.length > 0);
  }
  await desk.until('told', async () => (await desk.ask(stranger, 'GET', `/api/v1/inboxes/${theirs.id}/health`)).body.last_error?.includes('connect the inbox again'));
  expect(sink.caught).toHaveLength(1);
  await sink.close();
});

describe.skipIf(noDovecot !== null)(`mail in by XOAUTH2${noDovecot ? ` (${noDovecot})` : ''}`, () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot({ introspection: identity.introspection });
  });
  afterAll(() => dovecot.stop());

  test('a real IMAP server lets us in with a token; when it ends we get another, and when the grant does, that is told', async () => {
    const raw = (subject: string) => `From: Maja <maja@firm.example>\r\nTo: help@desk.example\r\nSubject: ${subject}\r\nMessage-ID: <${Math.random()}@firm.example>\r\n\r\nHello\r\n`;
    const health = async () => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/mailbox`)).body;
    const subjects = async () => (await desk.context.db.selectFrom('tickets').select('subject').where('workspace_id', '=', workspace.id).orderBy('id').execute()).map(({ subject }) => subject);
    await dovecot.deliver('desk', raw('by token'));
    const settings = { host: '127.0.0.1', port: dovecot.port, security: 'none', username: 'desk', sign_in: 'microsoft', folders: ['INBOX'], import_from: '2026-01-01T00:00:00Z', mark_seen: false, active: true };
    expect((await desk.ask(admin, 'PUT', `/api/v1/inboxes/${inbox.id}/mailbox`, settings)).status).toBe(200);
    let reader = startMailboxReader(desk.context, { everyMs: 200, watchedEveryMs: 200 });
    await desk.until('told to connect', async () => (await health()).trouble === 'sign_in_again');
    await connect();
    await desk.until('by token', async () => (await subjects()).includes('by token'));
    const { import_from, mark_seen, active, ...door } = settings;
    expect((await desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/mailbox/check`, door)).body).toMatchObject({ ok: true, folders: ['INBOX'] });
    await reader.stop();
    // Ended before its time: the server refuses it, and a fresh one is asked for.
    identity.endAccess();
    await dovecot.deliver('desk', raw('by a fresh token'));
    reader = startMailboxReader(desk.context, { everyMs: 200, watchedEveryMs: 200 });
    await desk.until('by a fresh token', async () => (await subjects()).includes('by a fresh token'));
    await reader.stop();
    identity.revoke();
    reader = startMailboxReader(desk.context, { everyMs: 200, watchedEveryMs: 200 });
    await desk.until('told to connect again', async () => (await health()).trouble === 'sign_in_again');
    await dovecot.deliver('desk', raw('after it was connected again'));
    await connect();
    await desk.until('after it was connected again', async () => (await subjects()).includes('after it was connected again'));
    await reader.stop();
  }, 90_000);
});
