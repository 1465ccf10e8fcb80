import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  workspace = await aWorkspace(desk.context.db);
  admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
});
afterAll(() => desk.stop());

const define = (body: object, asker = admin) => desk.ask(asker, 'POST', '/api/v1/fields', body);
const change = (id: number, body: object, asker = admin) => desk.ask(asker, 'PATCH', `/api/v1/fields/${id}`, body);
const keys = async (query = '', asker = admin) => (await desk.ask(asker, 'GET', `/api/v1/fields${query}`)).body.items.map(({ key }: { key: string }) => key);

describe('defining fields', () => {
  test('a field has a key made from its label, and everything that was said of it', async () => {
    const made = await define({ label: 'Serial number', type: 'text', labels: { sv: 'Serienummer' }, help: 'On the back of the device', required: 'solve', filterable: true });
    expect(made).toMatchObject({ status: 201, body: { key: 'serial_number', type: 'text', brand: null, label: 'Serial number', labels: { sv: 'Serienummer' }, help: 'On the back of the device', required: 'solve', filterable: true, filter_ready: true, options: [], archived: false, used: { count: 0, capped: false } } });
    expect((await desk.ask(admin, 'GET', `/api/v1/fields/${made.body.id}`)).body).toEqual(made.body);
    expect((await define({ label: 'Serial number', type: 'text' })).body.key).toBe('serial_number_2');
    expect(await define({ label: 'Other', type: 'text', key: 'serial_number' })).toMatchObject({ status: 409, body: { code: 'already_exists', errors: [{ field: 'key' }] } });
    expect((await wholeFeed(desk, admin))[0]).toMatchObject({ type: 'field.created', brand: null, data: { field_id: made.body.id } });
  });

  test.each([['Год', 'field'], ['Łódź, ulica', 'lodz_ulica'], ['Status', 'field_status'], ['Constructor', 'field_constructor'], ['2nd line', 'field_2nd_line']])('"%s" becomes %s', async (label, key) => {
    expect((await define({ label, type: 'number' })).body.key).toBe(key);
  });

  test.each([
    [{ label: 'X', type: 'text', key: 'Status' }, 'key'],
    [{ label: 'X', type: 'text', key: 'status' }, 'key'],
    [{ label: 'X', type: 'text', options: [{ label: 'One' }] }, 'options'],
    [{ label: 'X', type: 'choice' }, 'options'],
    [{ label: 'X', type: 'choice', options: [{ label: 'A', key: 'a' }, { label: 'B', key: 'a' }] }, 'options.1.key'],
    [{ label: 'X', type: 'choice', options: [{ label: 'A', key: 'a' }, { label: 'B', parent: 'a' }] }, 'options.1.parent'],
    [{ label: 'X', type: 'tree', options: [{ label: 'B', parent: 'a' }, { label: 'A', key: 'a' }] }, 'options.0.parent'],
    [{ label: 'X', type: 'tree', options: Array.from({ length: 7 }, (_, n) => ({ key: `n${n}`, parent: n === 0 ? null : `n${n - 1}`, label: `N${n}` })) }, 'options.6.parent'],
    [{ label: 'X', type: 'text', brand: 999_999 }, 'brand'],
    [{ label: 'X', type: 'text', labels: { xx: 'Y' } }, 'labels.xx'],
    [{ label: '', type: 'text' }, 'label'],
    [{ label: 'X', type: 'colour' }, 'type'],
  ])('%j is refused', async (body, field) => {
    expect(await define(body)).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field }] } });
    expect(await keys('?show=all')).toEqual([]);
  });

  test('options are written anew, keep their keys, and are archived rather than removed, with what hangs on them', async () => {
    const { body } = await define({ label: 'Product', type: 'tree', options: [{ label: 'Router' }, { label: 'R200', parent: 'router' }, { label: 'Phone' }] });
    expect(body.options.map(({ key, parent }: { key: string; parent: string }) => [key, parent])).toEqual([['router', null], ['r200', 'router'], ['phone', null]]);
    const put = await desk.ask(admin, 'PUT', `/api/v1/fields/${body.id}/options`, { options: [{ key: 'phone', label: 'Telephone', labels: { pl: 'Telefon' } }, { label: 'R200', parent: 'phone' }] });
    expect(put.body.options).toMatchObject([
      { key: 'phone', label: 'Telephone', labels: { pl: 'Telefon' }, archived: false }, { key: 'r200_2', parent: 'phone', archived: false },
      { key: 'router', archived: true }, { key: 'r200', parent: 'router', archived: true },
    ]);
    const again = await desk.ask(admin, 'PUT', `/api/v1/fields/${body.id}/options`, { options: [{ key: 'router', label: 'Router', archived: true }, { key: 'r200', parent: 'router', label: 'R200' }, { key: 'phone', label: 'Phone' }] });
    expect(again.body.options.filter(({ archived }: { archived: boolean }) => !archived).map(({ key }: { key: string }) => key)).toEqual(['phone']);
  });

  test('of two who write the options at once, the later is told', async () => {
    const { body } = await define({ label: 'Product', type: 'choice', options: [{ label: 'One' }] });
    const put = (label: string, seen: string) => desk.ask(admin, 'PUT', `/api/v1/fields/${body.id}/options`, { seen, options: [{ key: 'one', label }] });
    const first = await put('Two', body.updated_at);
    expect(first).toMatchObject({ status: 200, body: { options: [{ label: 'Two' }] } });
    expect(await put('Three', body.updated_at)).toMatchObject({ status: 409, body: { code: 'conflict', errors: [{ field: 'seen' }] } });
    expect((await put('Three', first.body.updated_at)).status).toBe(200);
  });

  test('fields stand in the order that they are moved into', async () => {
    const ids: number[] = [];
    for (const label of ['A', 'B', 'C']) ids.push((await define({ label, type: 'text' })).body.id);
    await change(ids[2]!, { before: ids[0] });
    expect(await keys()).toEqual(['c', 'a', 'b']);
    await change(ids[2]!, { before: null });
    expect(await keys()).toEqual(['a', 'b', 'c']);
    expect(await change(ids[0]!, { before: 999_999 })).toMatchObject({ status: 400, body: { errors: [{ field: 'before' }] } });
    const first = (await desk.ask(admin, 'GET', '/api/v1/fields?limit=2')).body;
    expect((await desk.ask(admin, 'GET', `/api/v1/fields?limit=2&cursor=${first.next_cursor}`)).body).toMatchObject({ items: [{ key: 'c' }], next_cursor: null });
  });

  test('what changes nothing is no event; key, type and brand never change', async () => {
    const { body } = await define({ label: 'A', type: 'text' });
    const before = (await wholeFeed(desk, admin)).length;
    await change(body.id, { label: 'A', required: 'never', labels: {} });
    expect(await wholeFeed(desk, admin)).toHaveLength(before);
    for (const fixed of [{ key: 'b' }, { type: 'number' }, { brand: workspace.brandId }]) expect((await change(body.id, fixed)).status).toBe(400);
    await change(body.id, { label: 'Secret words' });
    expect(JSON.stringify(await wholeFeed(desk, admin))).not.toContain('Secret words');
  });

  test('a brand has at most 100 live fields; an archived one makes room and comes back only into room', async () => {
    const { db } = desk.context;
    await db.insertInto('custom_fields').values(Array.from({ length: 99 }, (_, n) => ({ workspace_id: workspace.id, key: `f${n}`, type: 'text' as const, label: 'F', position: n }))).execute();
    const last = await define({ label: 'Last', type: 'text', brand: workspace.brandId });
    expect(last.status).toBe(201);
    expect(await define({ label: 'Too many', type: 'text' })).toMatchObject({ status: 400, body: { errors: [{ code: 'too_many_fields' }] } });
    await change(last.body.id, { archived: true });
    expect((await define({ label: 'In its place', type: 'text' })).status).toBe(201);
    expect(await change(last.body.id, { archived: false })).toMatchObject({ status: 400, body: { errors: [{ code: 'too_many_fields' }] } });
  });
});

describe('who defines and who sees', () => {
  test('leads and below read; another workspace finds nothing', async () => {
    const { body } = await define({ label: 'A', type: 'text' });
    for (const role of ['viewer', 'agent', 'lead'] as const) {
      const asker = await anAgent(desk.context.db, workspace.id, { role });
      expect(await keys('', asker)).toEqual(['a']);
      expect((await define({ label: 'B', type: 'text' }, asker)).status).toBe(403);
      expect((await change(body.id, { label: 'B' }, asker)).status).toBe(403);
    }
    const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
    expect(await keys('', stranger)).toEqual([]);
    expect((await change(body.id, { label: 'B' }, stranger)).status).toBe(404);
  });

  test('who sees one brand only sees its fields and those of all brands, and defines for that brand only', async () => {
    const seen = await aBrand(desk.context.db, workspace.id);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'admin', brands: [seen] });
    const all = (await define({ label: 'Everybody', type: 'text' })).body;
    const hidden = (await define({ label: 'Hidden', type: 'text', brand: workspace.brandId })).body;
    expect((await define({ label: 'Own', type: 'text', brand: seen }, narrow)).status).toBe(201);
    expect(await keys('', narrow)).toEqual(['everybody', 'own']);
    expect(await change(hidden.id, { label: 'X' }, narrow)).toMatchObject({ status: 404 });
    expect(await change(all.id, { label: 'X' }, narrow)).toMatchObject({ status: 403 });
    expect(await define({ label: 'X', type: 'text' }, narrow)).toMatchObject({ status: 403 });
    expect(await define({ label: 'X', type: 'text', brand: workspace.brandId }, narrow)).toMatchObject({ status: 400, body: { errors: [{ field: 'brand' }] } });
    expect((await wholeFeed(desk, narrow)).filter(({ type }) => type.startsWith('field.')).map(({ data }) => data.field_id)).not.toContain(hidden.id);
  });
});
