import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { mostLive } from './guidelines.schemas.ts';

const clock = fixedClock('2026-11-20T10:00:00.000Z');
const day = 86_400_000;
const inDays = (days: number) => new Date(clock.now().getTime() + days * day).toISOString();

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk({}, { clock });
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  lead = await anAgent(desk.context.db, workspace.id, { role: 'lead', name: 'Lena Ek' });
  agent = await anAgent(desk.context.db, workspace.id, { name: 'Nora Ask' });
});
afterAll(() => desk.stop());

const write = (body: object = {}, asker = lead) => desk.ask(asker, 'POST', '/api/v1/guidelines', { name: 'Refunds', text: 'Up to 50 euro without asking.', moments: ['case'], ...body });
const next = (id: number, body: object = {}, asker = lead) => desk.ask(asker, 'POST', `/api/v1/guidelines/${id}/versions`, { text: 'Ask the lead first.', moments: ['case'], ...body });
const change = (id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/guidelines/${id}`, body);
const withdraw = (id: number, version: number, withdrawn = true, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/guidelines/${id}/versions/${version}`, { withdrawn });
const look = async (id: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/guidelines/${id}`)).body;
const versionsOf = async (id: number, query = '') => (await desk.ask(agent, 'GET', `/api/v1/guidelines/${id}/versions${query}`)).body;
const names = async (asker: TestAgent, query = '') => (await desk.ask(asker, 'GET', `/api/v1/guidelines${query}`)).body.items.map(({ name }: { name: string }) => name);
const aTicket = async (body: object = {}): Promise<number> => (await desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'The router', text: 'It is broken', requester: { email: 'maja@firm.example' }, ...body })).body.number;
const onTicket = async (number: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/guidelines`)).body.items;
const textsOn = async (number: number) => (await onTicket(number)).map(({ text }: { text: string }) => text);

describe('versions', () => {
  test('a change is a new version; the one before stays as it was, with who wrote it and when', async () => {
    const made = await write();
    expect(made).toMatchObject({ status: 201, body: { name: 'Refunds', brand: null, newest_version: 1, next_from: null, may_edit: true, archived: false, version: { version: 1, in_force: true, effective_until: null, created_by: { id: lead.id, name: 'Lena Ek' } } } });
    const { id } = made.body;
    clock.advance(day);
    expect(await next(id, { moments: ['solved', 'case', 'case'] })).toMatchObject({ status: 201, body: { newest_version: 2, version: { version: 2, text: 'Ask the lead first.', moments: ['case', 'solved'], in_force: true } } });
    const { items } = await versionsOf(id);
    expect(items.map(({ version, text, in_force: inForce }: { version: number; text: string; in_force: boolean }) => [version, text, inForce])).toEqual([[2, 'Ask the lead first.', true], [1, 'Up to 50 euro without asking.', false]]);
    expect(items[1].created_at).toBe(made.body.created_at);
  });

  test('one that begins later waits for its time, also when a word of the one before is mended meanwhile', async () => {
    const { id } = (await write({ text: 'Old' })).body;
    const number = await aTicket();
    expect((await next(id, { text: 'From December', effective_from: inDays(10) })).body).toMatchObject({ version: { version: 1 }, newest_version: 2, next_from: inDays(10) });
    clock.advance(day);
    await next(id, { text: 'Old, mended' });
    expect(await textsOn(number)).toEqual(['Old, mended']);
    clock.advance(9 * day - 1);
    expect(await textsOn(number)).toEqual(['Old, mended']);
    clock.advance(1);
    expect(await textsOn(number)).toEqual(['From December']);
    expect(await look(id)).toMatchObject({ version: { version: 2, in_force: true }, next_from: null });
  });

  test('one with an end gives way to the one before when it ends, and to nothing where there is none', async () => {
    const { id } = (await write({ text: 'Always' })).body;
    const { id: once } = (await write({ name: 'Christmas', text: 'Only now', effective_until: inDays(3) })).body;
    await next(id, { text: 'This week', effective_until: inDays(7) });
    const number = await aTicket();
    expect(await textsOn(number)).toEqual(['Only now', 'This week']);
    clock.advance(3 * day);
    expect(await textsOn(number)).toEqual(['This week']);
    expect(await look(once)).toMatchObject({ version: { version: 1, in_force: false } });
    clock.advance(4 * day);
    expect(await textsOn(number)).toEqual(['Always']);
  });

  test('one that is still to come can be taken back and stand again, one that has begun cannot', async () => {
    const { id } = (await write({ text: 'Now' })).body;
    await next(id, { text: 'Later', effective_from: inDays(2) });
    expect((await withdraw(id, 2)).body).toMatchObject({ version: { version: 1 }, next_from: null });
    expect((await withdraw(id, 2, false)).body).toMatchObject({ next_from: inDays(2) });
    await withdraw(id, 2);
    clock.advance(3 * day);
    expect((await look(id)).version.version).toBe(1);
    expect(await withdraw(id, 1)).toMatchObject({ status: 409, body: { code: 'conflict', errors: [{ code: 'has_begun' }] } });
    expect(await withdraw(id, 2, false)).toMatchObject({ status: 409 });
    expect(await withdraw(id, 3)).toMatchObject({ status: 404 });
    expect(await withdraw(id, 2, true, agent)).toMatchObject({ status: 403 });
    expect((await versionsOf(id)).items.map(({ withdrawn }: { withdrawn: boolean }) => withdrawn)).toEqual([true, false]);
  });

  test('nobody writes over what a colleague has written meanwhile', async () => {
    const { id } = (await write()).body;
    await next(id, { seen: 1 });
    expect(await next(id, { seen: 1, text: 'Unaware' })).toMatchObject({ status: 409, body: { code: 'conflict', errors: [{ field: 'seen' }] } });
    const both = await Promise.all([next(id, { seen: 2, text: 'One' }), next(id, { seen: 2, text: 'Other' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await versionsOf(id)).items).toHaveLength(3);
  });

  test('the program itself cannot change what was written', async () => {
    const { id } = (await write()).body;
    const { db } = desk.context;
    const granted = await db.selectFrom('information_schema.column_privileges' as never).select(['column_name', 'privilege_type'] as never).where('table_name' as never, '=', 'guideline_versions' as never).where('grantee' as never, '=', 'ombud_app' as never).where('privilege_type' as never, '=', 'UPDATE' as never).execute();
    expect(granted).toEqual([{ column_name: 'withdrawn_at', privilege_type: 'UPDATE' }]);
    expect((await versionsOf(id)).items).toHaveLength(1);
  });

  test('versions come page after page, the newest first', async () => {
    const { id } = (await write()).body;
    for (const text of ['b', 'c']) await next(id, { text });
    const first = await versionsOf(id, '?limit=2');
    expect(first.items.map(({ version }: { version: number }) => version)).toEqual([3, 2]);
    expect((await versionsOf(id, `?limit=2&cursor=${first.next_cursor}`)).items.map(({ version }: { version: number }) => version)).toEqual([1]);
  });
});

describe('who', () => {
  test('leads write, everybody reads', async () => {
    const { id } = (await write()).body;
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    expect(await write({}, agent)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect((await next(id, {}, agent)).status).toBe(403);
    expect((await change(id, { name: 'Mine' }, agent)).status).toBe(403);
    expect(await look(id, viewer)).toMatchObject({ name: 'Refunds', may_edit: false });
    expect(await names(viewer)).toEqual(['Refunds']);
    expect(await onTicket(await aTicket(), viewer)).toMatchObject([{ name: 'Refunds', version: 1, known: false }]);
  });

  test('one of a brand is not there for who does not see that brand', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [other] });
    const of = (await write({ name: 'Of the first', brand: workspace.brandId })).body;
    const all = (await write({ name: 'Of all' })).body;
    expect((await write({ name: 'Of the other', brand: other }, narrow)).status).toBe(201);
    expect(await names(narrow)).toEqual(['Of all', 'Of the other']);
    for (const answer of [await desk.ask(narrow, 'GET', `/api/v1/guidelines/${of.id}`), await desk.ask(narrow, 'GET', `/api/v1/guidelines/${of.id}/versions`), await next(of.id, {}, narrow), await change(of.id, { archived: true }, narrow), await desk.ask(narrow, 'PUT', `/api/v1/guidelines/${of.id}/known`, { version: 1 })])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await write({ brand: workspace.brandId }, narrow)).toMatchObject({ status: 400, body: { errors: [{ field: 'brand', code: 'not_found' }] } });
    // What is for all brands is written by who sees all brands.
    expect((await write({}, narrow)).status).toBe(403);
    expect((await next(all.id, {}, narrow)).status).toBe(403);
    expect((await look(all.id, narrow)).may_edit).toBe(false);
    // And each ticket has those of its own brand, before those of all.
    expect((await onTicket(await aTicket({ brand: workspace.brandId }))).map(({ name }: { name: string }) => name)).toEqual(['Of the first', 'Of all']);
    expect((await onTicket(await aTicket({ brand: other }))).map(({ name }: { name: string }) => name)).toEqual(['Of the other', 'Of all']);
    expect((await desk.ask(narrow, 'GET', `/api/v1/tickets/${await aTicket({ brand: workspace.brandId })}/guidelines`)).status).toBe(404);
  });

  test('another workspace has its own', async () => {
    await write();
    const foreign = await aWorkspace(desk.context.db);
    const stranger = await anAgent(desk.context.db, foreign.id, { role: 'owner' });
    expect(await names(stranger)).toEqual([]);
    const number = (await desk.ask(stranger, 'POST', '/api/v1/tickets', { subject: 'Hi', text: 'Hi', requester: { email: 'x@firm.example' } })).body.number;
    expect(await onTicket(number, stranger)).toEqual([]);
  });

  test('events say which, and nothing of what is written', async () => {
    const { id } = (await write({ name: 'Secret name', text: 'Secret text' })).body;
    await next(id, { text: 'More secrets' });
    await change(id, { name: 'Other secret', archived: true });
    const told = (await wholeFeed(desk, lead)).filter(({ type }: { type: string }) => type.startsWith('guideline.'));
    expect(told.map(({ type, data }: { type: string; data: unknown }) => [type, data])).toEqual([
      ['guideline.created', { guideline_id: id }],
      ['guideline.updated', { guideline_id: id, version: 2 }],
      ['guideline.updated', { guideline_id: id, changes: { name: true, archived: { from: false, to: true } } }],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret/i);
  });
});

describe('an archived one', () => {
  test('is in force nowhere, and comes back', async () => {
    const { id } = (await write()).body;
    const number = await aTicket();
    expect((await change(id, { archived: true })).body).toMatchObject({ archived: true, version: { in_force: false } });
    expect([await onTicket(number), await names(agent), await names(agent, '?show=archived'), await names(agent, '?moments=case')]).toEqual([[], [], ['Refunds'], []]);
    await change(id, { archived: false });
    expect(await textsOn(number)).toHaveLength(1);
  });

  test('makes room where there are too many', async () => {
    const { id } = (await write()).body;
    await desk.context.db.insertInto('guidelines').values(Array.from({ length: mostLive - 1 }, (_, at) => ({ workspace_id: workspace.id, name: `No. ${at}` }))).execute();
    expect(await write()).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'limit', code: 'too_many' }] } });
    await change(id, { archived: true });
    expect((await write({ name: 'In its place' })).status).toBe(201);
    expect((await change(id, { archived: false })).status).toBe(409);
  });
});
