import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { updateField } from './fields.commands.ts';
import { indexFieldValues } from './values.commands.ts';
import { indexNextValues, type IndexedTo } from './values.queries.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let admin: TestAgent;
let agent: TestAgent;
let otherBrand: number;
let narrow: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  admin = await anAgent(db, workspace.id, { role: 'admin' });
  agent = await anAgent(db, workspace.id);
  otherBrand = await aBrand(db, workspace.id);
  narrow = await anAgent(db, workspace.id, { brands: [otherBrand] });
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  await anInbox(db, workspace.id, { brandId: otherBrand });
  await define({ label: 'Serial', type: 'text', filterable: true });
  await define({ label: 'Price', type: 'number', filterable: true });
  await define({ label: 'Bought', type: 'date', filterable: true });
  await define({ label: 'Colour', type: 'choice', filterable: true, options: [{ label: 'Red' }, { label: 'Blue' }, { label: 'Gone', archived: true }] });
  await define({ label: 'Product', type: 'tree', filterable: true, options: [{ label: 'Router' }, { label: 'R200', parent: 'router' }, { label: 'R300', parent: 'router' }, { label: 'Phone' }] });
  await define({ label: 'Fitted', type: 'checkbox', filterable: true });
  await define({ label: 'Only here', type: 'text', key: 'own', brand: workspace.brandId, filterable: true });
  await define({ label: 'Quiet', type: 'text' });
});
afterAll(() => desk.stop());

async function define(body: object): Promise<{ id: number; key: string }> {
  const made = await desk.ask(admin, 'POST', '/api/v1/fields', body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}
const open = (body: object = {}, asker = agent) => desk.ask(asker, 'POST', '/api/v1/tickets', { subject: 'The lamp is red', text: 'Since yesterday', requester: { email: 'karin@lund.example' }, ...body });
async function opened(fields: object, body: object = {}): Promise<number> {
  const made = await open({ fields, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.number;
}
const read = async (number: number, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}`)).body;
const patch = (number: number, body: object, asker = agent) => desk.ask(asker, 'PATCH', `/api/v1/tickets/${number}`, body);
const lastChange = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/timeline?sort=newest&limit=1`)).body.items[0].data;
const listed = async (query: string, asker = agent) => (await desk.ask(asker, 'GET', `/api/v1/tickets?limit=100&${query}`)).body.items.map(({ number }: { number: number }) => number);

const all = { serial: 'AB-12 Ö', price: 19.99, bought: '2026-02-28', colour: 'red', product: 'r200', fitted: true, own: 'here' };

describe('filling in', () => {
  test('a new ticket answers what reading it gives', async () => {
    const made = await open({ fields: all });
    expect(made).toMatchObject({ status: 201, body: { fields: all } });
    expect((await read(made.body.number)).fields).toEqual(all);
    expect((await read(await opened({}))).fields).toEqual({});
  });

  test('a change names what it changes; the rest stays, null takes away', async () => {
    const number = await opened(all);
    const changed = await patch(number, { fields: { price: 0, serial: null, fitted: false, product: 'router' } });
    expect(changed.body.fields).toEqual({ price: 0, bought: '2026-02-28', colour: 'red', product: 'router', own: 'here' });
    expect((await read(number)).fields).toEqual(changed.body.fields);
  });

  test('an event says keys of options and ticks, and of everything else only that it changed', async () => {
    const number = await opened(all);
    await patch(number, { fields: { serial: 'Anna Berg 1980', price: 1980, bought: '1980-01-01', colour: 'blue', product: null, fitted: false, own: null } });
    expect(await lastChange(number)).toEqual({ changes: { fields: { serial: {}, price: {}, bought: {}, colour: { from: 'red', to: 'blue' }, product: { from: 'r200', to: null }, fitted: { from: true, to: false }, own: { to: null } } } });
    await patch(number, { fields: { colour: 'blue', serial: 'Anna Berg 1980', fitted: false }, priority: 'high' });
    expect(await lastChange(number)).toEqual({ changes: { priority: { from: 'normal', to: 'high' } } });
  });

  test.each([
    [{ nope: 'x' }, 'fields.nope', 'unknown_field'],
    [{ serial: 5 }, 'fields.serial', 'wrong_type'],
    [{ price: '5' }, 'fields.price', 'wrong_type'],
    [{ price: 1e300 }, 'fields.price', 'wrong_type'],
    [{ bought: '2026-02-30' }, 'fields.bought', 'wrong_type'],
    [{ colour: 'green' }, 'fields.colour', 'no_such_option'],
    [{ colour: 'r200' }, 'fields.colour', 'no_such_option'],
    [{ colour: 'gone' }, 'fields.colour', 'option_archived'],
    [{ colour: true }, 'fields.colour', 'wrong_type'],
    [{ fitted: 'yes' }, 'fields.fitted', 'wrong_type'],
    [{ serial: ['x'] }, 'fields.serial', 'invalid_type'],
    [{ serial: 'x'.repeat(2001) }, 'fields.serial', 'too_big'],
  ])('%j is refused by name, and nothing is done', async (wrong, field, code) => {
    const number = await opened(all);
    const refused = await patch(number, { fields: { ...wrong, price: 'price' in wrong ? wrong.price : 1 }, priority: 'urgent' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    if (!['invalid_type', 'too_big'].includes(code)) expect(refused.body.errors).toMatchObject([{ field, code }]);
    expect(await read(number)).toMatchObject({ fields: all, priority: 'normal' });
    expect((await open({ fields: wrong })).status).toBe(400);
  });

  test('two agents who change different fields at once lose nothing', async () => {
    const number = await opened({});
    const changes = [{ serial: 'x' }, { price: 1 }, { colour: 'red' }, { product: 'phone' }, { fitted: true }];
    const answers = await Promise.all(changes.map((fields) => patch(number, { fields })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await read(number)).fields).toEqual({ serial: 'x', price: 1, colour: 'red', product: 'phone', fitted: true });
  });

  test('an option that is archived stays where it is, may be written again, and comes to no other ticket', async () => {
    const field = await define({ label: 'Line', type: 'choice', options: [{ label: 'One' }, { label: 'Two' }] });
    const [number, other] = [await opened({ line: 'one' }), await opened({ line: 'two' })];
    await desk.ask(admin, 'PUT', `/api/v1/fields/${field.id}/options`, { options: [{ key: 'two', label: 'Two' }] });
    expect((await read(number)).fields).toEqual({ line: 'one' });
    expect((await patch(number, { fields: { line: 'one', price: 3 } })).status).toBe(200);
    expect(await patch(other, { fields: { line: 'one' } })).toMatchObject({ status: 400, body: { errors: [{ code: 'option_archived' }] } });
  });

  test('an archived field hides its values and brings them back', async () => {
    const field = await define({ label: 'Season', type: 'text' });
    const number = await opened({ season: 'autumn' });
    await desk.ask(admin, 'PATCH', `/api/v1/fields/${field.id}`, { archived: true });
    expect((await read(number)).fields).toEqual({});
    expect(await patch(number, { fields: { season: 'x' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'fields.season', code: 'unknown_field' }] } });
    await desk.ask(admin, 'PATCH', `/api/v1/fields/${field.id}`, { archived: false });
    expect((await read(number)).fields).toEqual({ season: 'autumn' });
    expect((await desk.ask(admin, 'GET', `/api/v1/fields/${field.id}`)).body.used).toEqual({ count: 1, capped: false });
  });
});

describe('brands', () => {
  test('another brand’s field is not there', async () => {
    expect(await open({ brand: otherBrand, fields: { own: 'x' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'fields.own', code: 'unknown_field' }] } });
    const number = await opened({ price: 1 }, { brand: otherBrand });
    expect(await patch(number, { fields: { own: 'x' } }, narrow)).toMatchObject({ status: 400, body: { errors: [{ field: 'fields.own', code: 'unknown_field' }] } });
  });

  test('a ticket that moves hides what the old brand filled in, and shows it again when it comes back', async () => {
    const number = await opened({ own: 'kept', price: 7 });
    expect((await patch(number, { brand: otherBrand })).body.fields).toEqual({ price: 7 });
    expect(await listed('field=own:kept')).toEqual([]);
    expect((await read(number, narrow)).fields).toEqual({ price: 7 });
    expect((await patch(number, { brand: workspace.brandId })).body.fields).toEqual({ own: 'kept', price: 7 });
  });
});

describe('merging', () => {
  test('the ticket that stays takes what it lacks; taking the merge back gives it back, but for what was changed since', async () => {
    const [target, source] = [await opened({ colour: 'red' }), await opened({ colour: 'blue', serial: 'from source', price: 5 })];
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    expect((await read(target)).fields).toEqual({ colour: 'red', serial: 'from source', price: 5 });
    await patch(target, { fields: { price: 6 } });
    await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/unmerge`);
    expect((await read(target)).fields).toEqual({ colour: 'red', price: 6 });
    expect((await read(source)).fields).toEqual({ colour: 'blue', serial: 'from source', price: 5 });
  });
});

describe('required', () => {
  test('to create: an agent is told what is missing; a ticket of another brand needs nothing', async () => {
    const field = await define({ label: 'Must', type: 'text', required: 'create', brand: workspace.brandId });
    try {
      expect(await open()).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'fields.must', code: 'required' }] } });
      expect(await open({ fields: { must: '  ' } })).toMatchObject({ status: 400, body: { errors: [{ field: 'fields.must' }] } });
      expect((await open({ brand: otherBrand })).status).toBe(201);
      expect((await open({ fields: { must: 'is there' } })).status).toBe(201);
    } finally {
      await desk.ask(admin, 'PATCH', `/api/v1/fields/${field.id}`, { archived: true });
    }
  });

  test('to solve: by a change or by a reply it is refused with the names, and nothing is done', async () => {
    const text = await define({ label: 'Cause', type: 'text', required: 'solve' });
    const box = await define({ label: 'Checked', type: 'checkbox', required: 'solve' });
    let later: { id: number } | null = null;
    try {
      const number = await opened({});
      const missing = { status: 409, body: { code: 'fields_missing', errors: [{ field: 'fields.cause', code: 'required' }, { field: 'fields.checked', code: 'required' }] } };
      expect(await patch(number, { status: 'solved', priority: 'high' })).toMatchObject(missing);
      expect(await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Done', status: 'solved' })).toMatchObject(missing);
      expect(await read(number)).toMatchObject({ status: 'new', priority: 'normal', message_count: 1 });
      expect(await open({ status: 'solved' })).toMatchObject({ status: 400, body: { errors: [{ field: 'fields.cause' }, { field: 'fields.checked' }] } });
      expect(await patch(number, { status: 'solved', fields: { cause: 'A loose cable', checked: false } })).toMatchObject({ status: 409, body: { errors: [{ field: 'fields.checked' }] } });
      expect(await patch(number, { status: 'solved', fields: { cause: 'A loose cable', checked: true } })).toMatchObject({ status: 200, body: { status: 'solved' } });
      expect(await patch(number, { fields: { cause: null } })).toMatchObject({ status: 409, body: { code: 'fields_missing' } });
      expect(await patch(number, { fields: { quiet: 'Not needed' } })).toMatchObject({ status: 200 });
      later = await define({ label: 'Asked for since', type: 'text', required: 'solve' });
      expect(await patch(number, { fields: { quiet: null } })).toMatchObject({ status: 200, body: { status: 'solved' } });
      expect(await patch(number, { fields: { cause: null } })).toMatchObject({ status: 409, body: { errors: [{ field: 'fields.cause' }] } });
      expect(await patch(number, { status: 'open', fields: { cause: null } })).toMatchObject({ status: 200, body: { status: 'open' } });
    } finally {
      for (const { id } of [text, box, ...(later ? [later] : [])]) await desk.ask(admin, 'PATCH', `/api/v1/fields/${id}`, { archived: true });
    }
  });
});

describe('lists', () => {
  test('filter by every type, by several at once, and with what a list filters by anyway', async () => {
    const brand = { brand: otherBrand };
    const one = await opened({ serial: 'Zq-1 Åse', price: 110.5, bought: '2031-05-01', colour: 'blue', product: 'r300', fitted: true }, { ...brand, assignee: agent.id });
    const two = await opened({ serial: 'zq-2', price: 120, bought: '2031-06-01', colour: 'red', product: 'router' }, { ...brand, status: 'open' });
    const found = (query: string) => listed(`brand=${otherBrand}&${query}`);
    expect(await found('field=serial:ZQ-')).toEqual([two, one]);
    expect(await found(`field=${encodeURIComponent('serial:zq-1 åse')}`)).toEqual([one]);
    expect(await found('field=price:110..119')).toEqual([one]);
    expect(await found('field=price:110.5')).toEqual([one]);
    expect(await found('field=price:..110&field=price:110..')).toEqual([]);
    expect(await found('field=bought:2031-05-15..')).toEqual([two]);
    expect(await found('field=bought:2031-05-01..2031-06-01')).toEqual([two, one]);
    expect(await found('field=product:router')).toEqual([two, one]);
    expect(await found('field=product:r300,phone')).toEqual([one]);
    expect(await found('field=colour:blue&field=product:router')).toEqual([one]);
    expect(await found('field=fitted:true')).toEqual([one]);
    expect(await found('field=fitted:false')).toContain(two);
    expect(await found('field=fitted:false')).not.toContain(one);
    expect(await found('field=product:router&status=open')).toEqual([two]);
    expect(await found('field=product:router&assignee=none&sort=created_at')).toEqual([two]);
    expect(await found("field=serial:zq'); drop table ticket_fields;--")).toEqual([]);
  });

  test('page by cursor without a gap or a double', async () => {
    const numbers: number[] = [];
    for (let made = 0; made < 5; made += 1) numbers.push(await opened({ serial: `page-${made}` }));
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { number: number }[]; next_cursor: string | null } } = await desk.ask(agent, 'GET', `/api/v1/tickets?field=serial:page-&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map(({ number }) => number));
      cursor = page.body.next_cursor;
    }
    expect(seen).toEqual(numbers.toReversed());
  });

  test('carry the columns that were asked for, and else none', async () => {
    const number = await opened({ serial: 'col-1', colour: 'red', price: 3 });
    const row = async (query: string) => (await desk.ask(agent, 'GET', `/api/v1/tickets?field=serial:col-1&${query}`)).body.items[0];
    expect(await row('columns=colour,price,nope')).toMatchObject({ number, fields: { colour: 'red', price: 3 } });
    expect((await row('columns=colour')).fields).toEqual({ colour: 'red' });
    expect(await row('')).not.toHaveProperty('fields');
  });

  test.each([['field=nope:x', 'unknown_field'], ['field=quiet:x', 'not_filterable'], ['field=colour:green', 'wrong_type'], ['field=price:cheap', 'wrong_type'], ['field=bought:..', 'wrong_type'], ['field=fitted:maybe', 'wrong_type'], ['field=serial', 'invalid_format']])('refuse %s', async (query) => {
    expect(await desk.ask(agent, 'GET', `/api/v1/tickets?${query}`)).toMatchObject({ status: 400, body: { errors: [{ field: 'field' }] } });
  });

  test('a brand’s own field is no filter for who does not see the brand', async () => {
    expect(await desk.ask(narrow, 'GET', '/api/v1/tickets?field=own:x')).toMatchObject({ status: 400, body: { errors: [{ code: 'unknown_field' }] } });
  });

  test('a field whose values are there already is filtered by once they are indexed, and no more when that is switched off', async () => {
    const field = await define({ label: 'Late', type: 'text' });
    const numbers = [await opened({ late: 'yes' }), await opened({ late: 'yes' })];
    await desk.ask(admin, 'PATCH', `/api/v1/fields/${field.id}`, { filterable: true });
    await indexFieldValues(desk.context, workspace.id);
    expect((await desk.ask(admin, 'GET', `/api/v1/fields/${field.id}`)).body.filter_ready).toBe(true);
    expect(await listed('field=late:yes')).toEqual(numbers.toReversed());
    await desk.ask(admin, 'PATCH', `/api/v1/fields/${field.id}`, { filterable: false });
    await indexFieldValues(desk.context, workspace.id);
    const indexed = await desk.context.db.selectFrom('ticket_fields').select('indexed').where('workspace_id', '=', workspace.id).where('field_id', '=', field.id).execute();
    expect(indexed).toEqual([{ indexed: false }, { indexed: false }]);
    expect((await desk.ask(agent, 'GET', '/api/v1/tickets?field=late:yes')).status).toBe(400);
  });

  test('a switch that is turned off and on again, with what was written meanwhile, finds everything', async () => {
    const { db } = desk.context;
    const field = await define({ label: 'Wavering', type: 'text', filterable: true });
    const turn = (filterable: boolean) => db.transaction().execute((tx) => updateField(tx, systemActor(workspace.id), field.id, { filterable }));
    const numbers = [await opened({ wavering: 'yes' }), await opened({ wavering: 'yes' })];
    // By the command alone: no worker has followed the switch.
    await turn(false);
    numbers.push(await opened({ wavering: 'yes' }));
    await turn(true);
    await indexFieldValues(desk.context, workspace.id);
    desk.context.wake.say('fields');
    expect(await listed('field=wavering:yes')).toEqual(numbers.toReversed());

    await turn(false);
    const step = (before: IndexedTo | null) => db.transaction().execute((tx) => indexNextValues(tx, workspace.id, field.id, before, 2));
    const first = await step(null);
    expect(first).toMatchObject({ to: { ticketId: expect.any(Number) } });
    // There and back between two steps of the worker: what it has passed is gone through again.
    await turn(true);
    for (let now = first; 'to' in now; ) now = await step(now.to);
    desk.context.wake.say('fields');
    expect(await listed('field=wavering:yes')).toEqual(numbers.toReversed());
  });

  test('what a merge brings while a switch is followed is found too', async () => {
    const { db } = desk.context;
    const field = await define({ label: 'In between', type: 'text' });
    const [stays, before, goes] = [await opened({}), await opened({ in_between: 'yes' }), await opened({ in_between: 'yes' })];
    await db.transaction().execute((tx) => updateField(tx, systemActor(workspace.id), field.id, { filterable: true }));
    const step = (from: IndexedTo | null) => db.transaction().execute((tx) => indexNextValues(tx, workspace.id, field.id, from, 1));
    const first = await step(null);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${goes}/merge`, { into: stays })).status).toBe(200);
    for (let now = first; 'to' in now; ) now = await step(now.to);
    desk.context.wake.say('fields');
    expect(await listed('field=in_between:yes')).toEqual([goes, before, stays].toSorted((one, other) => other - one));
  });
});
