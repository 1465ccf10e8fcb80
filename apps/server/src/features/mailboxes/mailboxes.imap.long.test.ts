import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { noDovecot, openLine, startDovecot, type Dovecot } from '../../../../../tests/support/dovecot.ts';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { startMailboxReader, type MailboxReader } from './index.ts';

/** Against a real IMAP server, Debian's dovecot. */
describe.skipIf(noDovecot !== null)(`a mailbox that mail is fetched from${noDovecot ? ` (${noDovecot})` : ''}`, () => {
  let desk: MailDesk;
  let dovecot: Dovecot;
  let admin: TestAgent;
  let workspaceId: number;
  const readers: MailboxReader[] = [];

  beforeAll(async () => {
    [desk, dovecot] = await Promise.all([openMailDesk(), startDovecot()]);
    workspaceId = (await aWorkspace(desk.context.db)).id;
    admin = await anAgent(desk.context.db, workspaceId, { role: 'admin' });
  });
  afterEach(async () => {
    await Promise.all(readers.splice(0).map((reader) => reader.stop()));
    await desk.context.db.deleteFrom('mailbox_folders').execute();
    await desk.context.db.deleteFrom('mailboxes').execute();
  });
  afterAll(async () => {
    await desk.stop();
    await dovecot.stop();
  });

  const aUser = () => `user-${randomBytes(4).toString('hex')}`;
  const read = (options: Parameters<typeof startMailboxReader>[1] = {}) => void readers.push(startMailboxReader(desk.context, { everyMs: 200, watchedEveryMs: 200, ...options }));
  const aMail = (subject: string, { from = 'maja@firm.example', id = `<${randomBytes(8).toString('hex')}@firm.example>`, text = 'Hello' } = {}) =>
    `From: Maja <${from}>\r\nTo: help@desk.example\r\nSubject: ${subject}\r\nMessage-ID: ${id}\r\nDate: ${new Date().toUTCString()}\r\n\r\n${text}\r\n`;
  const settings = (user: string, more: object = {}) => ({
    host: '127.0.0.1', port: dovecot.port, security: 'none', username: user, password: dovecot.password, folders: ['INBOX'], import_from: new Date(Date.now() - 3_600_000).toISOString(), mark_seen: false, active: true, ...more,
  });
  async function anInboxFed(user: string, more: object = {}) {
    const inbox = await anInbox(desk.context.db, workspaceId);
    const answer = await desk.ask(admin, 'PUT', `/api/v1/inboxes/${inbox.id}/mailbox`, settings(user, more));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return inbox;
  }
  const subjects = async (inbox: { id: number }) => (await desk.context.db.selectFrom('tickets').select('subject').where('workspace_id', '=', workspaceId).where('inbox_id', '=', inbox.id).orderBy('id').execute()).map(({ subject }) => subject);
  const messages = async (inbox: { id: number }) => (await desk.context.db.selectFrom('intake').select('id').where('workspace_id', '=', workspaceId).where('inbox_id', '=', inbox.id).execute()).length;
  const arrived = (inbox: { id: number }, wanted: string[]) => desk.until(`tickets ${wanted.join()}`, async () => (await subjects(inbox)).toSorted().join() === wanted.toSorted().join());
  const health = async (inbox: { id: number }) => (await desk.ask(admin, 'GET', `/api/v1/inboxes/${inbox.id}/mailbox`)).body;
  const round = async (inbox: { id: number }) => {
    const before = (await health(inbox)).checked_at;
    await desk.until('another look', async () => (await health(inbox)).checked_at !== before);
  };

  test('what is there since the date becomes tickets, then what comes, at once; the server keeps all of it unread', async () => {
    const user = aUser();
    await dovecot.deliver(user, aMail('too old'), { at: new Date(Date.now() - 7_200_000) });
    await dovecot.deliver(user, aMail('already there'));
    const inbox = await anInboxFed(user);
    // Watched by IDLE alone: nothing would be looked at again within the test.
    read({ watchedEveryMs: 600_000 });
    await arrived(inbox, ['already there']);
    await desk.until('connected', async () => (await health(inbox)).state === 'connected');
    await dovecot.deliver(user, aMail('new'));
    await arrived(inbox, ['already there', 'new']);
    expect(await health(inbox)).toMatchObject({ state: 'connected', trouble: null, last_message_at: expect.any(String), folders: [{ path: 'INBOX', missing: false, withheld: 0 }] });
    const kept = await dovecot.as(user, (client) => client.status('INBOX', { messages: true, unseen: true }));
    expect(kept).toMatchObject({ messages: 3, unseen: 3 });
    const rows = await desk.context.db.selectFrom('intake').select(['source', 'envelope_to']).where('workspace_id', '=', workspaceId).where('inbox_id', '=', inbox.id).execute();
    expect(rows).toEqual([{ source: 'imap', envelope_to: inbox.address }, { source: 'imap', envelope_to: inbox.address }]);
  });

  test('with the option, what was fetched is marked as read', async () => {
    const user = aUser();
    await dovecot.deliver(user, aMail('to be read'));
    const inbox = await anInboxFed(user, { mark_seen: true });
    read();
    await arrived(inbox, ['to be read']);
    await desk.until('read on the server', async () => ((await dovecot.as(user, (client) => client.status('INBOX', { unseen: true }))) || {}).unseen === 0);
  });

  test('the same mail by IMAP and by SMTP, moved and copied between folders, is one', async () => {
    const user = aUser();
    const raw = aMail('only once', { id: '<once@firm.example>' });
    const inbox = await anInboxFed(user, { folders: ['INBOX', 'Support'] });
    await dovecot.as(user, (client) => client.mailboxCreate('Support'));
    await dovecot.deliver(user, raw);
    await desk.sendRaw(raw.replace('From:', 'X-Came-By: SMTP\r\nFrom:'), { from: 'maja@firm.example', to: inbox.address });
    read();
    await arrived(inbox, ['only once']);
    await desk.settle();
    await dovecot.as(user, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageCopy('1', 'Support');
      await client.messageMove('1', 'Support');
    });
    await dovecot.deliver(user, aMail('in the second folder'), { folder: 'Support' });
    await arrived(inbox, ['only once', 'in the second folder']);
    await desk.settle();
    expect(await subjects(inbox)).toHaveLength(2);
  });

  test('what is expunged before it was fetched stops nothing', async () => {
    const user = aUser();
    for (const name of ['a', 'b', 'c', 'd']) await dovecot.deliver(user, aMail(name));
    await dovecot.as(user, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageDelete('2:3', {});
    });
    const inbox = await anInboxFed(user);
    read();
    await arrived(inbox, ['a', 'd']);
    await dovecot.as(user, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageDelete('1:*', {});
    });
    await dovecot.deliver(user, aMail('e'));
    await arrived(inbox, ['a', 'd', 'e']);
  });

  test('a folder that was made anew is read again, and nothing twice', async () => {
    const user = aUser();
    const old = aMail('from before');
    await dovecot.as(user, (client) => client.mailboxCreate('Support'));
    await dovecot.deliver(user, old, { folder: 'Support' });
    await dovecot.deliver(user, aMail('second from before'), { folder: 'Support' });
    const inbox = await anInboxFed(user, { folders: ['Support'] });
    read();
    await arrived(inbox, ['from before', 'second from before']);
    const place = () => desk.context.db.selectFrom('mailbox_folders').select(['uid_validity', 'last_uid']).where('inbox_id', '=', inbox.id).executeTakeFirstOrThrow();
    await round(inbox);
    const before = await place();
    await dovecot.as(user, (client) => client.mailboxDelete('Support'));
    await desk.until('told', async () => (await health(inbox)).trouble === 'folder_missing');
    expect((await health(inbox)).folders[0].missing).toBe(true);
    expect(await health(inbox)).toMatchObject({ state: 'trouble', trouble: 'folder_missing', trouble_detail: 'Support' });
    await dovecot.as(user, (client) => client.mailboxCreate('Support'));
    await dovecot.deliver(user, aMail('from after'), { folder: 'Support' });
    await dovecot.deliver(user, old, { folder: 'Support' });
    await arrived(inbox, ['from before', 'second from before', 'from after']);
    await desk.until('well again', async () => (await health(inbox)).state === 'connected');
    await desk.until('all looked at', async () => (await place()).last_uid === 2);
    const after = await place();
    expect(after.uid_validity).not.toBe(before.uid_validity);
    await desk.settle();
    expect(await messages(inbox)).toBe(3);
  });

  test('a missing folder does not keep the others from being read', async () => {
    const user = aUser();
    await dovecot.deliver(user, aMail('fine'));
    const inbox = await anInboxFed(user, { folders: ['Nowhere', 'INBOX'] });
    read();
    await arrived(inbox, ['fine']);
    await desk.until('told', async () => (await health(inbox)).trouble === 'folder_missing');
    expect((await health(inbox)).folders).toEqual([expect.objectContaining({ path: 'Nowhere', missing: true }), expect.objectContaining({ path: 'INBOX', missing: false })]);
  });

  test('a line that is cut is opened again and goes on where it was', async () => {
    const user = aUser();
    const line = await openLine(dovecot.port);
    const inbox = await anInboxFed(user, { port: line.port });
    read({ watchedEveryMs: 600_000 });
    await desk.until('connected', async () => (await health(inbox)).state === 'connected');
    for (const name of ['one', 'two', 'three']) {
      await dovecot.deliver(user, aMail(name));
      line.cut();
    }
    await arrived(inbox, ['one', 'two', 'three']);
    expect(line.made()).toBeGreaterThan(1);
    await desk.settle();
    expect(await messages(inbox)).toBe(3);
    await line.close();
  }, 90_000);

  test('of two nodes one reads, and when it stops the other goes on', async () => {
    const user = aUser();
    const line = await openLine(dovecot.port);
    const inbox = await anInboxFed(user, { port: line.port });
    read();
    read();
    await desk.until('connected', async () => (await health(inbox)).state === 'connected');
    await round(inbox);
    await round(inbox);
    expect(line.made()).toBe(1);
    await readers.shift()?.stop();
    await dovecot.deliver(user, aMail('after the change'));
    await arrived(inbox, ['after the change']);
    await line.close();
  });

  test('a mailbox that is switched off, or whose inbox is, is left at once', async () => {
    const user = aUser();
    const line = await openLine(dovecot.port);
    const inbox = await anInboxFed(user, { port: line.port });
    read();
    await desk.until('connected', async () => (await health(inbox)).state === 'connected');
    await desk.ask(admin, 'PUT', `/api/v1/inboxes/${inbox.id}/mailbox`, { ...settings(user, { port: line.port, active: false }), password: undefined });
    expect(await health(inbox)).toMatchObject({ state: 'off', active: false });
    await dovecot.deliver(user, aMail('nobody looks'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await messages(inbox)).toBe(0);
    await desk.ask(admin, 'PUT', `/api/v1/inboxes/${inbox.id}/mailbox`, { ...settings(user, { port: line.port }), password: undefined });
    await arrived(inbox, ['nobody looks']);
    await desk.ask(admin, 'PATCH', `/api/v1/inboxes/${inbox.id}`, { active: false });
    await dovecot.deliver(user, aMail('nobody looks any more'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await messages(inbox)).toBe(1);
    expect(await health(inbox)).toMatchObject({ state: 'off' });
    await line.close();
  });

  test('a mail larger than one that comes in one piece is fetched whole, byte for byte', async () => {
    const user = aUser();
    const raw = aMail('large', { text: 'x'.repeat(70).concat('\r\n').repeat(30_000) });
    await dovecot.deliver(user, raw);
    await dovecot.deliver(user, aMail('small'));
    const inbox = await anInboxFed(user);
    read();
    await arrived(inbox, ['large', 'small']);
    const { raw_sha256 } = await desk.context.db.selectFrom('intake').select('raw_sha256').where('inbox_id', '=', inbox.id).orderBy('raw_size', 'desc').executeTakeFirstOrThrow();
    expect((await desk.context.files.readWhole(raw_sha256)).toString()).toBe(raw);
  });

  test('mail from long before bears its date, and nobody is sent a confirmation for it', async () => {
    const user = aUser();
    const day = 24 * 3_600_000;
    await desk.context.db.updateTable('brands').set({ acknowledge: true }).where('workspace_id', '=', workspaceId).execute();
    const at = new Date(Math.floor((Date.now() - 30 * day) / 1000) * 1000);
    await dovecot.deliver(user, aMail('from last month', { from: 'old@firm.example' }), { at });
    await dovecot.deliver(user, aMail('from today', { from: 'today@firm.example' }));
    const inbox = await anInboxFed(user, { import_from: new Date(Date.now() - 60 * day).toISOString() });
    read();
    await arrived(inbox, ['from last month', 'from today']);
    await desk.until('a confirmation', () => desk.sink.caught.find(({ to }) => to.includes('today@firm.example')));
    expect(desk.sink.caught.filter(({ to }) => to.includes('old@firm.example'))).toEqual([]);
    const rows = await desk.context.db.selectFrom('tickets').select(['subject', 'created_at', 'last_message_at']).where('inbox_id', '=', inbox.id).where('subject', '=', 'from last month').execute();
    expect(rows).toEqual([{ subject: 'from last month', created_at: at, last_message_at: at }]);
    await desk.context.db.updateTable('brands').set({ acknowledge: false }).where('workspace_id', '=', workspaceId).execute();
  });

  describe('the test of its settings', () => {
    const check = async (more: object) => {
      const inbox = await anInbox(desk.context.db, workspaceId);
      const { import_from, mark_seen, active, ...door } = settings('tester');
      return (await desk.ask(admin, 'POST', `/api/v1/inboxes/${inbox.id}/mailbox/check`, { ...door, ...more })).body;
    };

    test('names the folders where all is well', async () => {
      await dovecot.as('tester', (client) => client.mailboxCreate('Archive'));
      expect(await check({})).toEqual({ ok: true, trouble: null, detail: null, folders: expect.arrayContaining(['INBOX', 'Archive']) });
    });

    test('says what is wrong', async () => {
      expect(await check({ host: 'no-such-host.invalid', security: 'tls' })).toMatchObject({ ok: false, trouble: 'name_not_found' });
      expect(await check({ port: 9 })).toMatchObject({ ok: false, trouble: 'refused' });
      expect(await check({ host: 'localhost', port: dovecot.tlsPort, security: 'tls' })).toMatchObject({ ok: false, trouble: 'certificate' });
      expect(await check({ host: 'localhost', security: 'starttls' })).toMatchObject({ ok: false, trouble: 'certificate' });
      expect(await check({ security: 'tls' })).toMatchObject({ ok: false, trouble: 'encryption' });
      expect(await check({ password: 'wrong' })).toMatchObject({ ok: false, trouble: 'login_refused', detail: expect.stringContaining('Authentication failed') });
      expect(await check({ folders: ['INBOX', 'Nowhere'] })).toMatchObject({ ok: false, trouble: 'folder_missing', detail: 'Nowhere', folders: expect.arrayContaining(['INBOX']) });
    });

    test('says so too where nothing answers, or something else does', async () => {
      const silent = await openLine(dovecot.port);
      silent.stall();
      const [stalled, smtp] = await Promise.all([check({ port: silent.port }), check({ port: desk.smtpPort })]);
      expect(stalled).toMatchObject({ ok: false, trouble: 'timed_out' });
      expect(smtp).toMatchObject({ ok: false, trouble: 'not_a_mail_server', detail: null });
      await silent.close();
    });
  });
});
