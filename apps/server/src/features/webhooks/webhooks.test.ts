import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { feedReadable, wholeFeed } from '../../../../../tests/support/feed.ts';
import { workspacesToFollow } from './follow.queries.ts';
import { followWebhooks } from './follow.ts';
import { tidyWebhooks } from './index.ts';
import { writeStopMail } from './stop-mail.ts';
import { mostReplayed, mostWebhooks } from './webhooks.schemas.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let owner: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk({ OMBUD_PUBLIC_URL: 'https://desk.example' });
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  owner = await anAgent(desk.context.db, workspace.id, { role: 'owner', name: 'Astrid Lind' });
});
afterAll(() => desk.stop());

const add = (body: object = {}, asker = owner) => desk.ask(asker, 'POST', '/api/v1/webhooks', { name: 'Sync', url: 'https://hooks.example/ombud', ...body });
const names = async (asker = owner) => (await desk.ask(asker, 'GET', '/api/v1/webhooks')).body.items.map(({ name }: { name: string }) => name);
const change = (id: number, body: object, asker = owner) => desk.ask(asker, 'PATCH', `/api/v1/webhooks/${id}`, body);
const deliveries = (id: number, rows: { type?: string; state?: string; at?: Date; event?: number }[]) =>
  desk.context.db
    .insertInto('webhook_deliveries')
    .values(rows.map(({ type = 'ticket.updated', state = 'failed', at = new Date(), event }, index) => ({ workspace_id: workspace.id, webhook_id: id, event_id: event ?? index + 1, type, state: state as 'failed', created_at: at })))
    .execute();
const log = async (id: number, query = '') => (await desk.ask(owner, 'GET', `/api/v1/webhooks/${id}/deliveries${query}`)).body;

describe('a webhook', () => {
  test('shows its secret when it is made and when it is rotated, and never again; it is kept encrypted', async () => {
    const made = await add({ event_types: ['ticket.created'], brands: [workspace.brandId] });
    expect(made).toMatchObject({ status: 201, body: { name: 'Sync', url: 'https://hooks.example/ombud', event_types: ['ticket.created'], brands: [workspace.brandId], owner: { id: owner.id }, status: 'active', secret: expect.stringMatching(/^whsec_/) as string } });
    const { id, secret } = made.body;
    const rotated = (await desk.ask(owner, 'POST', `/api/v1/webhooks/${id}/secret`, {})).body;
    expect(rotated.old_secret_until).not.toBeNull();
    for (const answer of [await desk.ask(owner, 'GET', `/api/v1/webhooks/${id}`), await desk.ask(owner, 'GET', '/api/v1/webhooks'), await change(id, { name: 'Other' })]) expect(JSON.stringify(answer.body)).not.toMatch(/whsec_/);
    const row = await desk.context.db.selectFrom('webhooks').select(['secret_sealed', 'old_secret_sealed']).where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow();
    expect([row.secret_sealed, row.old_secret_sealed].map((sealed) => desk.context.sealer.open(sealed ?? ''))).toEqual([rotated.secret, secret]);
    const told = JSON.stringify(await wholeFeed(desk, owner));
    expect(told).not.toMatch(/whsec_|hooks\.example|Sync/);
    expect(told).toContain('webhook.created');
  });

  test.each([
    [{ url: 'http://hooks.example/' }, 'url', 'https_only'], [{ url: 'https://192.168.1.1/' }, 'url', 'address_not_allowed'], [{ url: 'not an address' }, 'url', 'invalid_format'],
    [{ event_types: ['ticket.exploded'] }, 'event_types', 'invalid_value'], [{ event_types: [] }, 'event_types', 'too_small'], [{ brands: [987_654] }, 'brands', 'not_found'], [{ name: '' }, 'name', 'too_small'], [{ secret: 'mine' }, 'secret', 'unknown_field'],
  ])('%j is refused where it stands', async (body, field, _code) => {
    const answer = await add(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(answer.body.errors[0].field.split('.')[0]).toBe(field);
    expect(await names()).toEqual([]);
  });

  test('that was removed can be taken back for a day', async () => {
    const { id } = (await add()).body;
    await deliveries(id, [{}]);
    expect((await desk.ask(owner, 'DELETE', `/api/v1/webhooks/${id}`)).status).toBe(204);
    expect([await names(), (await desk.ask(owner, 'GET', `/api/v1/webhooks/${id}`)).status, (await desk.ask(owner, 'DELETE', `/api/v1/webhooks/${id}`)).status, (await desk.ask(owner, 'POST', `/api/v1/webhooks/${id}/test`)).status]).toEqual([[], 404, 404, 404]);
    expect((await desk.ask(owner, 'POST', `/api/v1/webhooks/${id}/restore`)).body).toMatchObject({ id, name: 'Sync' });
    expect((await log(id)).items).toHaveLength(1);
    await desk.ask(owner, 'DELETE', `/api/v1/webhooks/${id}`);
    const now = new Date();
    const tidy = (removedBefore: Date) => tidyWebhooks(desk.context.db, workspace.id, { removedBefore, deliveriesBefore: new Date(0), now });
    await tidy(new Date(now.getTime() - 86_400_000));
    expect((await desk.ask(owner, 'POST', `/api/v1/webhooks/${id}/restore`)).status).toBe(200);
    await desk.ask(owner, 'DELETE', `/api/v1/webhooks/${id}`);
    await tidy(new Date(now.getTime() + 60_000));
    expect((await desk.ask(owner, 'POST', `/api/v1/webhooks/${id}/restore`)).status).toBe(404);
    expect(await desk.context.db.selectFrom('webhook_deliveries').select('id').where('workspace_id', '=', workspace.id).execute()).toEqual([]);
  });

  test('more than fifty are refused', async () => {
    for (let count = 0; count < mostWebhooks; count += 1) expect((await add({ name: `No. ${count}` })).status).toBe(201);
    expect(await add()).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'limit', code: 'too_many' }] } });
  });
});

describe('who', () => {
  test('administrators, and nobody else, not even to look', async () => {
    const { id } = (await add()).body;
    for (const role of ['lead', 'agent', 'viewer'] as const) {
      const asker = await anAgent(desk.context.db, workspace.id, { role });
      for (const [method, path] of [['GET', ''], ['POST', ''], ['GET', `/${id}`], ['PATCH', `/${id}`], ['DELETE', `/${id}`], ['GET', `/${id}/deliveries`], ['POST', `/${id}/secret`], ['POST', `/${id}/replay`], ['POST', `/${id}/test`]] as const)
        expect((await desk.ask(asker, method, `/api/v1/webhooks${path}`, method === 'GET' ? undefined : {})).status, `${role} ${method} ${path}`).toBe(403);
    }
  });

  test('nobody sees or widens one that tells of brands which they do not see', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [other] });
    const all = (await add({ name: 'Of all' })).body;
    const first = (await add({ name: 'Of the first', brands: [workspace.brandId] })).body;
    const shared = (await add({ name: 'Of the other', brands: [other] })).body;
    expect((await add({ name: 'Own' }, narrow)).status).toBe(201);
    expect(await names(narrow)).toEqual(['Of the other', 'Own']);
    for (const { id } of [all, first])
      for (const answer of [await desk.ask(narrow, 'GET', `/api/v1/webhooks/${id}`), await change(id, { name: 'Mine' }, narrow), await desk.ask(narrow, 'GET', `/api/v1/webhooks/${id}/deliveries`), await desk.ask(narrow, 'POST', `/api/v1/webhooks/${id}/secret`, {})]) expect(answer.status).toBe(404);
    for (const brands of [null, [workspace.brandId], [other, workspace.brandId]]) expect(await change(shared.id, { brands }, narrow)).toMatchObject({ status: 400, body: { errors: [{ field: 'brands' }] } });
    expect((await add({ brands: [workspace.brandId] }, narrow)).status).toBe(400);
    // As its new owner they leave it open: what they see is all that it hears of.
    expect((await change(shared.id, { brands: null, take_over: true }, narrow)).body).toMatchObject({ brands: null, owner: { id: narrow.id } });
  });

  test('another workspace has its own', async () => {
    const { id } = (await add()).body;
    const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
    expect(await names(stranger)).toEqual([]);
    expect((await change(id, { status: 'paused' }, stranger)).status).toBe(404);
  });
});

describe('the log', () => {
  test('is read in pages, the newest first, and by what became of it', async () => {
    const { id } = (await add()).body;
    await deliveries(id, [{ state: 'delivered' }, { state: 'failed' }, { state: 'delivered' }]);
    const first = await log(id, '?limit=2');
    const second = await log(id, `?limit=2&cursor=${first.next_cursor}`);
    expect([...first.items, ...second.items].map(({ event, message }) => [event, message])).toEqual([[3, `msg_${id}_3`], [2, `msg_${id}_2`], [1, `msg_${id}_1`]]);
    expect((await log(id, '?state=failed')).items.map(({ event }: { event: number }) => event)).toEqual([2]);
    expect(second.next_cursor).toBeNull();
  });

  test('what failed since a moment is sent again, so many at a time, the oldest first', async () => {
    const { id } = (await add()).body;
    const since = new Date('2026-06-01T00:00:00Z');
    await deliveries(id, [{ at: new Date('2026-05-31T23:59:00Z') }, ...Array.from({ length: mostReplayed + 1 }, (_, index) => ({ at: new Date(since.getTime() + index) })), { state: 'delivered', event: 5_000 }]);
    const replay = async () => (await desk.ask(owner, 'POST', `/api/v1/webhooks/${id}/replay`, { since: since.toISOString() })).body;
    expect([await replay(), await replay(), await replay()]).toEqual([{ replayed: mostReplayed, more: true }, { replayed: 1, more: false }, { replayed: 0, more: false }]);
    expect((await log(id, '?state=failed')).items.map(({ event }: { event: number }) => event)).toEqual([1]);
  });

  test('is kept for thirty days', async () => {
    const { id } = (await add()).body;
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    await deliveries(id, [{ at: ago(31) }, { at: ago(29) }]);
    await tidyWebhooks(desk.context.db, workspace.id, { removedBefore: ago(1), deliveriesBefore: ago(30), now: new Date() });
    expect((await log(id)).items.map(({ event }: { event: number }) => event)).toEqual([2]);
  });
});

test('what happened while its owner was no administrator does not come when they are one again', async () => {
  const { db } = desk.context;
  const other = await anAgent(db, workspace.id, { role: 'admin' });
  const { id } = (await add({ event_types: ['ticket.created'] }, other)).body;
  const be = (role: string) => desk.ask(owner, 'PATCH', `/api/v1/agents/${other.id}`, { role });
  const opened = async () => {
    await desk.ask(owner, 'POST', '/api/v1/tickets', { subject: 'A lamp', text: 'Dark', requester: { email: 'maja@firm.example', name: 'Maja' } });
    await feedReadable(db, workspace.id);
    while ((await followWebhooks(desk.context, workspace.id, 'test')).more);
    return (await log(id)).items.length as number;
  };
  expect(await opened()).toBe(1);
  expect((await be('agent')).status).toBe(200);
  await feedReadable(db, workspace.id);
  expect(await workspacesToFollow(db)).toContain(workspace.id);
  expect(await opened()).toBe(1);
  expect((await be('admin')).status).toBe(200);
  expect(await opened()).toBe(2);
});

test('the mail about one that was stopped names it in the reader’s language, until it is resumed', async () => {
  const { id } = (await add({ name: 'Kasse' })).body;
  await sql`update agents set language = 'da' where workspace_id = ${workspace.id} and id = ${owner.id}`.execute(desk.context.db);
  await sql`update webhooks set status = 'failing' where workspace_id = ${workspace.id} and id = ${id}`.execute(desk.context.db);
  const job = { id: 1, kind: 'webhook_stopped' as const, address: owner.email, invitation_id: null, workspace_id: workspace.id, subject_id: id, token_sealed: null, attempts: 1, created_at: new Date() };
  const mail = await writeStopMail(desk.context, job);
  expect(mail).toMatchObject({ to: owner.email, language: 'da', subject: 'Webhooken »Kasse« er stoppet' });
  expect(mail?.text).toContain(`https://desk.example/settings/webhooks/${id}`);
  expect(mail?.text).toContain('hooks.example');
  await change(id, { status: 'active' });
  expect(await writeStopMail(desk.context, job)).toBeNull();
});
