import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aDeskRoom } from '../../../../../tests/support/desk-room.ts';
import { aBrand, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { wholeFeed } from '../../../../../tests/support/feed.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { mostPlaybooks } from '../required-steps/index.ts';

const clock = fixedClock('2026-11-20T10:00:00.000Z');

let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk({}, { clock });
});
beforeEach(async () => {
  ({ workspace, lead, agent } = await aDeskRoom(desk));
});
afterAll(() => desk.stop());

const write = (body: object = {}, asker = lead) => desk.ask(asker, 'POST', '/api/v1/playbooks', { name: 'Returns', steps: [{ text: 'Obtain consent', by: 'person' }], ...body });
const change = (id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/playbooks/${id}`, body);
const names = async (asker: TestAgent, query = '') => (await desk.ask(asker, 'GET', `/api/v1/playbooks${query}`)).body.items.map(({ name }: { name: string }) => name);

test('a lead writes one: it guards solved unless told otherwise, and its steps stand in their order', async () => {
  const steps = [{ text: 'Obtain consent', by: 'person' }, { text: 'Tell the customer', by: 'event', event: 'reply' }];
  const made = await write({ steps, conditions: { tag: ['vip', 'vip'] } });
  expect(made).toMatchObject({ status: 201, body: { name: 'Returns', brand: null, guards: ['solved'], conditions: { tag: ['vip'] }, may_edit: true, archived: false } });
  expect(made.body.steps).toMatchObject([{ ...steps[0], field: null, options: null, event: null }, steps[1]!]);
  expect((await write({ guards: ['solved', 'pending', 'solved'] })).body.guards).toEqual(['pending', 'solved']);
  expect(await write({}, agent)).toMatchObject({ status: 403 });
  expect((await desk.ask(agent, 'GET', `/api/v1/playbooks/${made.body.id}`)).body).toMatchObject({ may_edit: false });
});

test('steps are changed, moved, taken out and put back under the same id', async () => {
  const { id, steps } = (await write({ steps: ['One', 'Two', 'Three'].map((text) => ({ text, by: 'person' })) })).body;
  const as = (at: number, text: string) => ({ id: steps[at].id, text, by: 'person' });
  const texts = async (body: object) => (await change(id, body)).body.steps.map((step: { id: number; text: string }) => [step.id, step.text]);
  const after = await texts({ steps: [as(2, 'Three'), as(0, 'One, mended'), { text: 'Four', by: 'person' }] });
  expect(after).toEqual([[steps[2].id, 'Three'], [steps[0].id, 'One, mended'], [expect.any(Number), 'Four']]);
  expect(await texts({ steps: [as(0, 'One'), as(1, 'Two')] })).toEqual([[steps[0].id, 'One'], [steps[1].id, 'Two']]);
  const other = (await write()).body;
  expect(await change(id, { steps: [{ id: other.steps[0].id, text: 'Stolen', by: 'person' }] })).toMatchObject({ status: 400, body: { errors: [{ field: 'steps.0.id', code: 'not_found' }] } });
  expect(await write({ steps: [as(0, 'Stolen')] })).toMatchObject({ status: 400, body: { errors: [{ field: 'steps.0.id' }] } });
});

test.each([
  ['no steps', { steps: [] }, 'steps'],
  ['no status', { guards: [] }, 'guards'],
  ['a status that nothing guards', { guards: ['open'] }, 'guards.0'],
  ['a step by a field without one', { steps: [{ text: 'A', by: 'field' }] }, 'steps.0.field'],
  ['a field that is not there', { steps: [{ text: 'A', by: 'field', field: 'nothing' }] }, 'steps.0.field'],
  ['a step by a person with an event', { steps: [{ text: 'A', by: 'person', event: 'reply' }] }, 'steps.0.event'],
  ['options without a field', { steps: [{ text: 'A', by: 'person', options: ['x'] }] }, 'steps.0.options'],
  ['an event that is not known', { steps: [{ text: 'A', by: 'event', event: 'rain' }] }, 'steps.0.event'],
  ['a condition on a field that is not there', { conditions: { fields: { nothing: ['x'] } } }, 'conditions.fields.nothing'],
  ['what is not known', { color: 'red' }, 'color'],
])('%s is refused and named', async (_what, body, field) => {
  const { status, body: answer } = await write(body);
  expect([status, answer.code, JSON.stringify(answer.errors)]).toEqual([400, 'invalid_input', expect.stringContaining(field)]);
});

test('an option that the field does not have is refused', async () => {
  const admin = await anAgent(desk.context.db, workspace.id, { role: 'admin' });
  const field = (await desk.ask(admin, 'POST', '/api/v1/fields', { label: 'Product', type: 'choice', options: [{ label: 'Router' }] })).body;
  const of = (option: string) => write({ steps: [{ text: 'A', by: 'field', field: field.key, options: [option] }] });
  expect(await of('router')).toMatchObject({ status: 201, body: { steps: [{ field: field.key, options: ['router'] }] } });
  expect(await of('telephone')).toMatchObject({ status: 400, body: { errors: [{ field: 'steps.0.options', code: 'no_such_option' }] } });
});

test('each brand’s are seen by who sees the brand; those of all brands are written by who sees all', async () => {
  const other = await aBrand(desk.context.db, workspace.id);
  const some = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
  const { id } = (await write({ name: 'Theirs', brand: other })).body;
  await write({ name: 'All' });
  await write({ name: 'Mine', brand: workspace.brandId }, some);
  expect(await names(some)).toEqual(['All', 'Mine']);
  expect(await names(lead)).toEqual(['Theirs', 'All', 'Mine']);
  expect((await change(id, { name: 'Taken' }, some)).status).toBe(404);
  expect(await write({}, some)).toMatchObject({ status: 403 });
  expect(await write({ brand: other }, some)).toMatchObject({ status: 400, body: { errors: [{ field: 'brand' }] } });
  const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id, { role: 'owner' });
  expect((await change(id, { name: 'Taken' }, stranger)).status).toBe(404);
});

test('archived and back, one told of by an event; a second writer does not overwrite the first', async () => {
  const { id, updated_at: seen } = (await write()).body;
  clock.advance(1);
  expect((await change(id, { archived: true, seen })).body.archived).toBe(true);
  expect([await names(agent), await names(agent, '?show=archived')]).toEqual([[], ['Returns']]);
  expect(await change(id, { name: 'Late', seen })).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect((await change(id, { archived: false })).body.archived).toBe(false);
  const told = (await wholeFeed(desk, lead)).filter(({ type }) => type.startsWith('playbook.'));
  expect(told.map(({ type, data }) => [type, data])).toEqual([
    ['playbook.created', { playbook_id: id }],
    ['playbook.updated', { playbook_id: id, changes: { archived: { from: false, to: true } } }],
    ['playbook.updated', { playbook_id: id, changes: { archived: { from: true, to: false } } }],
  ]);
});

test('there is a limit on live ones', async () => {
  const { id } = (await write()).body;
  await desk.context.db.insertInto('playbooks').values(Array.from({ length: mostPlaybooks - 1 }, (_, at) => ({ workspace_id: workspace.id, name: `P${at}`, guards: ['solved'] }))).execute();
  expect(await write()).toMatchObject({ status: 409, body: { code: 'still_in_use', errors: [{ field: 'limit' }] } });
  expect((await change(id, { archived: true })).status).toBe(200);
  expect((await write()).status).toBe(201);
  expect((await change(id, { archived: false })).status).toBe(409);
});
