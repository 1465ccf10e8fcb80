import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anInbox, aWorkspace } from '../../../../../tests/support/factories.ts';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';

/** Set OMBUD_CORPORA to a folder with mail/mime and mail/bounces to run these. */
const root = process.env['OMBUD_CORPORA'] ?? '';
const present = root !== '' && existsSync(join(root, 'mail/mime')) && existsSync(join(root, 'mail/bounces'));
const files = (folder: string) => globSync(join(root, folder, '**/*.eml')).toSorted().map((path) => readFileSync(path));

let desk: MailDesk;
let inboxId = 0;

async function takeAll(mails: Buffer[], from: string): Promise<void> {
  const { id } = await aWorkspace(desk.context.db);
  const brand = await desk.context.db.updateTable('brands').set({ acknowledge: true }).where('workspace_id', '=', id).returning('id').executeTakeFirstOrThrow();
  const inbox = await anInbox(desk.context.db, id, { brandId: brand.id });
  inboxId = inbox.id;
  await Promise.all(mails.map((mail) => desk.sendRaw(mail, { from, to: inbox.address })));
  await desk.until('all read', async () => (await desk.context.db.selectFrom('intake').select('id').where('inbox_id', '=', inboxId).where('status', '=', 'received').limit(1).execute()).length === 0);
}

describe.skipIf(!present)(`the public mails${present ? '' : ' (OMBUD_CORPORA does not name them)'}`, () => {
  beforeAll(async () => {
    desk = await openMailDesk({ environment: { OMBUD_LOG: 'silent' } });
  });
  afterAll(() => desk.stop());

  test('every real and broken mail becomes a ticket or a message at the first attempt', async () => {
    const mails = files('mail/mime');
    expect(mails.length).toBeGreaterThan(50);
    await takeAll(mails, 'somebody@people.example');
    const rows = await desk.context.db.selectFrom('intake').select(['status', 'attempts', 'ticket_id']).where('inbox_id', '=', inboxId).execute();
    // SMTP ends lines its own way, so mails that differ in that only are the same.
    const distinct = new Set(mails.map((mail) => mail.toString('latin1').replace(/\r\n|\r|\n/g, '\n').trimEnd())).size;
    expect(rows).toHaveLength(distinct);
    expect(rows.filter(({ status, attempts, ticket_id }) => !(['done', 'duplicate'].includes(status) && attempts === 1 && ticket_id !== null))).toEqual([]);
  });

  test('no bounce is answered, whatever return path it comes with', async () => {
    const mails = files('mail/bounces');
    expect(mails.length).toBeGreaterThan(30);
    await takeAll(mails, '');
    const queued = await desk.context.db.selectFrom('outbox').select('id').where('inbox_id', '=', inboxId).execute();
    expect(queued).toEqual([]);
    await takeAll(mails, 'bounces@relay.example');
    const answered = await desk.context.db.selectFrom('outbox').select(['envelope_to']).where('inbox_id', '=', inboxId).execute();
    expect(answered).toEqual([]);
    const unread = await desk.context.db.selectFrom('intake').select('id').where('inbox_id', '=', inboxId).where('status', 'not in', ['done', 'duplicate']).execute();
    expect(unread).toEqual([]);
  });
});
