import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bulkChangesOf } from '../../../../../tests/support/bulk-changes.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aDeskRoom, type DeskRoom } from '../../../../../tests/support/desk-room.ts';
import { aBrand, anAgent, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';

let desk: TestDesk;
let room: DeskRoom;
let workspace: TestWorkspace;
let lead: TestAgent;
let agent: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  room = await aDeskRoom(desk, { role: 'admin' });
  ({ workspace, lead, agent } = room);
});
afterAll(() => desk.stop());

type Step = { id: number; text: string; done: boolean; done_by: { name: string } | null };
const { changed, itemsOf } = bulkChangesOf(() => desk, () => agent);
const person = (text: string) => ({ text, by: 'person' });
const write = async (steps: object[], body: object = {}) => {
  const made = await desk.ask(lead, 'POST', '/api/v1/playbooks', { name: 'Returns', steps, ...body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
};
const stepsOn = async (number: number, asker = agent): Promise<Step[]> => (await desk.ask(asker, 'GET', `/api/v1/tickets/${number}/steps`)).body.items.flatMap(({ steps }: { steps: Step[] }) => steps);
const doneOn = async (number: number) => (await stepsOn(number)).map(({ text, done }) => [text, done]);
const tick = (number: number, step: number, done = true, asker = agent) => desk.ask(asker, 'PUT', `/api/v1/tickets/${number}/steps/${step}`, { done });
const statusOf = async (number: number) => (await room.ticketNow(number)).status;
const refused = (...texts: string[]) => ({ status: 409, body: { code: 'steps_missing', errors: texts.map((text) => ({ code: 'required', message: `Returns: ${text}` })) } });

describe('a ticket is not solved while a step is missing', () => {
  test('and the refusal names each; a person does them, and undoes them', async () => {
    const { steps } = await write([person('Ask for the serial number'), person('Obtain consent')]);
    const number = await room.aTicket();
    expect(await room.patch(number, { status: 'solved' })).toMatchObject(refused('Ask for the serial number', 'Obtain consent'));
    expect((await room.patch(number, { status: 'solved' })).body.errors[0].field).toBe(`steps.${steps[0].id}`);
    expect(await tick(number, steps[0].id)).toMatchObject({ status: 200, body: { items: [{ name: 'Returns', steps: [{ done: true, done_by: { id: agent.id, name: 'Nora Ask' } }, { done: false, done_by: null }] }] } });
    expect(await room.patch(number, { status: 'solved' })).toMatchObject(refused('Obtain consent'));
    expect((await room.patch(number, { status: 'pending' })).status).toBe(200);
    await tick(number, steps[1].id);
    await tick(number, steps[0].id, false);
    expect(await doneOn(number)).toEqual([['Ask for the serial number', false], ['Obtain consent', true]]);
    await tick(number, steps[0].id);
    // Again what is so already: nothing happens twice.
    await tick(number, steps[0].id, true, lead);
    expect((await stepsOn(number))[0]?.done_by?.name).toBe('Nora Ask');
    expect((await room.patch(number, { status: 'solved' })).status).toBe(200);
    const told = (await room.timeline(number)).flatMap(({ type, steps: texts, data }: { type: string; steps?: string[]; data?: object }) => (type.startsWith('step.') ? [[type, texts, Object.keys(data ?? {}).toSorted()]] : []));
    const ids = ['playbook', 'step'];
    expect(told).toEqual([['step.done', ['Ask for the serial number'], ids], ['step.done', ['Obtain consent'], ids], ['step.undone', ['Ask for the serial number'], ids], ['step.done', ['Ask for the serial number'], ids]]);
  });

  test('a field does a step, whatever it holds or only one of some options, and what is filled in along with the status counts', async () => {
    const serial = (await desk.ask(lead, 'POST', '/api/v1/fields', { label: 'Serial number', type: 'text' })).body;
    const product = (await desk.ask(lead, 'POST', '/api/v1/fields', { label: 'Product', type: 'tree', options: [{ label: 'Router' }, { label: 'R100', parent: 'router' }, { label: 'Telephone' }] })).body;
    await write([{ text: 'Serial number', by: 'field', field: serial.key }, { text: 'Routers only', by: 'field', field: product.key, options: ['router'] }]);
    const number = await room.aTicket();
    await room.patch(number, { fields: { [product.key]: 'telephone' } });
    expect(await room.patch(number, { status: 'solved' })).toMatchObject(refused('Serial number', 'Routers only'));
    expect(await tick(number, (await stepsOn(number))[0]!.id)).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ field: 'done', code: 'not_by_hand' }] } });
    expect(await room.patch(number, { status: 'solved', fields: { [serial.key]: 'R-77' } })).toMatchObject(refused('Routers only'));
    // What was refused with it is not written either.
    expect(await doneOn(number)).toEqual([['Serial number', false], ['Routers only', false]]);
    expect((await room.patch(number, { status: 'solved', fields: { [serial.key]: 'R-77', [product.key]: 'r100' } })).status).toBe(200);
    expect(await doneOn(number)).toEqual([['Serial number', true], ['Routers only', true]]);
    // A field that is gone asks for nothing.
    await desk.ask(lead, 'PATCH', `/api/v1/fields/${serial.id}`, { archived: true });
    expect(await doneOn(number)).toEqual([['Routers only', true]]);
  });

  test('what happened on the ticket does a step: a reply, a note, a promise, a call; a reply that is taken back does not', async () => {
    await write([{ text: 'Write', by: 'event', event: 'reply' }, { text: 'Note', by: 'event', event: 'note' }, { text: 'Promise', by: 'event', event: 'promise' }, { text: 'Call', by: 'event', event: 'callback' }]);
    const number = await room.aTicket();
    const done = async () => (await doneOn(number)).flatMap(([text, is]) => (is ? [text] : []));
    const sent = (await room.reply(number, { undo_seconds: 60 })).body;
    expect(await done()).toEqual(['Write']);
    expect((await desk.ask(agent, 'POST', `/api/v1/outbox/${sent.delivery.id}/cancel`)).status).toBe(200);
    expect(await done()).toEqual([]);
    await room.reply(number, { kind: 'note' });
    const day = new Date(Date.now() + 86_400_000 * 3).toISOString();
    const promised = await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments`, { text: 'We call you', kind: 'callback', phone: '+46701740605', due: day, from: new Date(Date.now() + 86_400_000 * 3 - 3_600_000).toISOString(), source: 'button' });
    expect(promised.status, JSON.stringify(promised.body)).toBe(201);
    expect(await done()).toEqual(['Note', 'Promise']);
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/commitments/${promised.body.id}/keep`, {});
    await room.reply(number, {});
    expect(await done()).toEqual(['Write', 'Note', 'Promise', 'Call']);
  });

  test('the wrap-up of the ticket itself does a step, where its brand asks for none of every ticket; another one’s does not come with a merge', async () => {
    await write([{ text: 'Say how it ended', by: 'event', event: 'wrap_up' }]);
    const [number, other] = [await room.aTicket(), await room.aTicket()];
    const wrapUp = (of: number) => desk.ask(agent, 'PUT', `/api/v1/tickets/${of}/wrap-up`, { degree: 'solved', cause: 'A loose wire' });
    expect(await room.patch(number, { status: 'solved' })).toMatchObject(refused('Say how it ended'));
    expect((await wrapUp(other)).status).toBe(200);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${other}/merge`, { into: number })).status).toBe(200);
    expect(await doneOn(number)).toEqual([['Say how it ended', false]]);
    expect((await wrapUp(number)).status).toBe(200);
    expect((await room.patch(number, { status: 'solved' })).status).toBe(200);
  });

  test('a reply that solves does the step of replying by itself, a note that solves does not', async () => {
    await write([{ text: 'Tell the customer', by: 'event', event: 'reply' }]);
    const number = await room.aTicket();
    const before = (await room.timeline(number)).length;
    expect(await room.reply(number, { kind: 'note', status: 'solved' })).toMatchObject(refused('Tell the customer'));
    expect(await room.timeline(number)).toHaveLength(before);
    expect((await room.reply(number, { status: 'solved' })).status).toBe(201);
    expect(await statusOf(number)).toBe('solved');
  });

  test('reply and solve is refused whole: nothing is sent, nothing is changed along with it', async () => {
    await write([person('Obtain consent')]);
    const number = await room.aTicket();
    expect(await room.reply(number, { status: 'solved', changes: { add_tags: ['done'] } })).toMatchObject(refused('Obtain consent'));
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body).toMatchObject({ status: 'new', tags: [], message_count: 1 });
    // What a macro changes goes the same way, with its message and without.
    const macro = await desk.ask(lead, 'POST', '/api/v1/macros', { name: 'Close', actions: { status: 'solved', add_tags: ['macro'] } });
    expect(macro.status, JSON.stringify(macro.body)).toBe(201);
    expect(await room.patch(number, { ...macro.body.actions, macros: [macro.body.id] })).toMatchObject(refused('Obtain consent'));
    const { status, ...changes } = macro.body.actions;
    expect(await room.reply(number, { kind: 'note', status, changes, macros: [macro.body.id] })).toMatchObject(refused('Obtain consent'));
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets/${number}`)).body.tags).toEqual([]);
    expect((await room.reply(number, { status: 'pending' })).status).toBe(201);
  });

  test('in a bulk change each ticket is refused by itself, and told which steps it lacks', async () => {
    const { steps } = await write([person('Obtain consent')]);
    const [open, ready] = [await room.aTicket(), await room.aTicket()];
    await tick(ready, steps[0].id);
    const bulk = await changed({ tickets: [open, ready], change: { status: 'solved' } });
    expect(bulk).toMatchObject({ status: 'done', counts: { changed: 1, refused: 1 } });
    expect((await itemsOf(bulk.id, '&outcome=refused')).map(({ ticket, problem }: { ticket: { number: number }; problem: object }) => [ticket.number, problem])).toEqual([[open, { code: 'steps_missing', fields: ['Returns: Obtain consent'] }]]);
    expect([await statusOf(open), await statusOf(ready)]).toEqual(['new', 'solved']);
    const report = await desk.app.inject({ method: 'GET', url: `/api/v1/bulk-changes/${bulk.id}/report?language=en`, headers: agent.headers });
    expect(report.body).toContain('Still to be done: Returns: Obtain consent.');
  });

  test('neither is a new one opened solved; one of ours that begins as pending is nobody’s choice', async () => {
    await write([person('Obtain consent')], { guards: ['solved', 'pending'] });
    const open = (body: object) => desk.ask(agent, 'POST', '/api/v1/tickets', { subject: 'A', text: 'B', requester: { email: 'maja@firm.example' }, ...body });
    expect(await open({ status: 'solved' })).toMatchObject(refused('Obtain consent'));
    expect(await open({ status: 'pending' })).toMatchObject(refused('Obtain consent'));
    expect(await open({ direction: 'out' })).toMatchObject({ status: 201, body: { status: 'pending' } });
  });
});

describe('a lead goes past missing steps with a reason', () => {
  test('which stands in the timeline, while the event holds ids only; agents may not', async () => {
    const { steps } = await write([person('Obtain consent'), person('Verify identity')]);
    const number = await room.aTicket();
    await tick(number, steps[0].id);
    const override = { reason: 'The customer is in hospital' };
    expect(await room.patch(number, { status: 'solved', override })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await room.patch(number, { status: 'solved', override: { reason: '  ' } }, lead)).toMatchObject({ status: 400 });
    expect((await room.patch(number, { status: 'solved', override }, lead)).body).toMatchObject({ status: 'solved' });
    const entry = (await room.timeline(number)).find(({ type }: { type: string }) => type === 'steps.overridden');
    expect(entry).toMatchObject({ actor: { name: 'Lena Ek' }, reason: 'The customer is in hospital', steps: ['Verify identity'], data: { status: 'solved', steps: [steps[1].id] } });
    expect(JSON.stringify(entry.data)).not.toContain('hospital');
    const file = await desk.app.inject({ method: 'GET', url: `/api/v1/tickets/${number}/case-file?format=json`, headers: agent.headers });
    expect(JSON.parse(file.body)).toMatchObject({ steps: [{ playbook: 'Returns', text: 'Obtain consent', done: true, done_by: 'Nora Ask' }, { text: 'Verify identity', done: false, done_by: null }], overrides: [{ status: 'solved', reason: 'The customer is in hospital', by: 'Lena Ek' }] });
    const outside = await desk.app.inject({ method: 'GET', url: `/api/v1/tickets/${number}/case-file?format=json&notes=false`, headers: agent.headers });
    expect(outside.body).not.toContain('hospital');
    const page = await desk.app.inject({ method: 'GET', url: `/api/v1/tickets/${number}/case-file?format=html&language=en`, headers: agent.headers });
    for (const part of ['Verify identity: not done', 'Obtain consent: done by Nora Ask', 'went past a missing step (Verify identity). Reason: The customer is in hospital']) expect(page.body).toContain(part);
  });

  test('with a reply too; where nothing is missing, a reason is not written down', async () => {
    const { steps } = await write([person('Obtain consent')]);
    const [one, other] = [await room.aTicket(), await room.aTicket()];
    expect((await room.reply(one, { status: 'solved', override: { reason: 'Urgent' } }, lead)).status).toBe(201);
    await tick(other, steps[0].id);
    expect((await room.patch(other, { status: 'solved', override: { reason: 'Urgent' } })).status).toBe(200);
    const overridden = async (number: number) => (await room.timeline(number)).filter(({ type }: { type: string }) => type === 'steps.overridden').length;
    expect([await overridden(one), await overridden(other)]).toEqual([1, 0]);
  });
});

describe('which playbooks count', () => {
  test('only those whose conditions fit the ticket as it is after the change, and that guard the status', async () => {
    await write([person('Obtain consent')], { conditions: { kind: ['complaint'] }, guards: ['on_hold'] });
    const number = await room.aTicket();
    expect(await stepsOn(number)).toEqual([]);
    expect(await room.patch(number, { status: 'on_hold', kind: 'complaint' })).toMatchObject(refused('Obtain consent'));
    expect((await room.patch(number, { kind: 'complaint', status: 'solved' })).status).toBe(200);
    expect(await doneOn(number)).toEqual([['Obtain consent', false]]);
    expect((await room.patch(number, { status: 'open' })).status).toBe(200);
    expect((await room.patch(number, { status: 'on_hold', kind: 'question' })).status).toBe(200);
  });

  test('an archived one asks for nothing, and asks again when it is back; what was done stays', async () => {
    const { id, steps } = await write([person('Obtain consent'), person('Verify identity')]);
    const number = await room.aTicket();
    await tick(number, steps[0].id);
    await desk.ask(lead, 'PATCH', `/api/v1/playbooks/${id}`, { archived: true });
    expect(await stepsOn(number)).toEqual([]);
    expect((await room.patch(number, { status: 'solved' })).status).toBe(200);
    await room.patch(number, { status: 'open' });
    await desk.ask(lead, 'PATCH', `/api/v1/playbooks/${id}`, { archived: false });
    expect(await room.patch(number, { status: 'solved' })).toMatchObject(refused('Verify identity'));
  });

  test('another brand’s never shows and never counts, and its tickets are not there', async () => {
    const other = await aBrand(desk.context.db, workspace.id);
    const { steps } = await write([person('Obtain consent')], { brand: other });
    const stranger = await anAgent(desk.context.db, workspace.id, { brands: [workspace.brandId] });
    const [mine, theirs] = [await room.aTicket(), (await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: 'A', text: 'B', brand: other, requester: { email: 'maja@firm.example' } })).body.number];
    expect(await stepsOn(mine, stranger)).toEqual([]);
    expect((await desk.ask(stranger, 'GET', `/api/v1/tickets/${theirs}/steps`)).status).toBe(404);
    expect((await tick(theirs, steps[0].id, true, stranger)).status).toBe(404);
    expect((await tick(mine, steps[0].id, true, stranger)).status).toBe(404);
    expect((await room.patch(mine, { status: 'solved' })).status).toBe(200);
    expect(await room.patch(theirs, { status: 'solved' }, lead)).toMatchObject(refused('Obtain consent'));
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    expect((await tick(theirs, steps[0].id, true, viewer)).status).toBe(403);
    expect(await stepsOn(theirs, viewer)).toHaveLength(1);
  });

  test('what was done on a ticket counts where it is merged into, until the merge is undone', async () => {
    const { steps } = await write([person('Obtain consent'), { text: 'Note', by: 'event', event: 'note' }]);
    const [source, target] = [await room.aTicket(), await room.aTicket()];
    await tick(source, steps[0].id);
    await room.reply(source, { kind: 'note' });
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${source}/merge`, { into: target })).status).toBe(200);
    expect(await doneOn(target)).toEqual([['Obtain consent', true], ['Note', true]]);
    expect(await tick(source, steps[0].id, false)).toMatchObject({ status: 409, body: { code: 'ticket_closed' } });
    await tick(target, steps[0].id, false);
    expect(await doneOn(target)).toEqual([['Obtain consent', false], ['Note', true]]);
  });
});

test('a workspace without playbooks and approvals asks the database for none when a ticket is solved', async () => {
  const number = await room.aTicket();
  await desk.context.playbooks.of(workspace.id);
  const asked: string[] = [];
  const { db } = desk.context;
  const listening = db.withPlugin({
    transformQuery: ({ node }) => (asked.push(JSON.stringify(node)), node),
    transformResult: async ({ result }) => result,
  });
  const { updateTicket } = await import('../tickets/index.ts');
  const actor = { type: 'agent', id: agent.id, role: 'agent', name: '', email: '', language: 'en', timeZone: 'UTC', scope: { workspaceId: workspace.id, brands: 'all' }, via: 'token', lacksSecondFactor: false, scopes: null } as const;
  const known = await desk.context.playbooks.of(workspace.id);
  const rules = await desk.context.approvalRules.of(workspace.id);
  await listening.transaction().execute((tx) => updateTicket(tx, actor, number, { status: 'solved' }, new Date(), { playbooks: known, approvals: { rules } }));
  expect(await statusOf(number)).toBe('solved');
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((query) => query.includes('playbook') || query.includes('approval'))).toEqual([]);
});
