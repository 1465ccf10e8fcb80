import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, anInbox, aTeam, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { feedReadable } from '../../../../../tests/support/feed.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { fireDue } from '../../platform/timers/timers.ts';
import { deactivate, moveAll } from '../hand-over/hand-over.commands.ts';
import { followStep } from '../notifications/index.ts';
import { commitmentQueue } from './index.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let astrid: TestAgent;
let bo: TestAgent;
let lead: TestAgent;
let admin: TestAgent;
let narrow: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db, { timeZone: 'Europe/Stockholm' });
  await anInbox(db, workspace.id, { brandId: workspace.brandId });
  astrid = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
  bo = await anAgent(db, workspace.id, { name: 'Bo Ek' });
  lead = await anAgent(db, workspace.id, { name: 'Lena Dahl', role: 'lead' });
  admin = await anAgent(db, workspace.id, { name: 'Ada', role: 'admin' });
  narrow = await anAgent(db, workspace.id, { brands: [await aBrand(db, workspace.id)] });
  await db.updateTable('agents').set({ time_zone: 'Europe/Stockholm' }).where('workspace_id', '=', workspace.id).where('id', '=', astrid.id).execute();
});
afterAll(() => desk.stop());

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
async function open(body: object = {}): Promise<number> {
  return (await desk.ask(astrid, 'POST', '/api/v1/tickets', { subject: 'Router', text: 'Den blinkar', language: 'sv', requester: { email: 'karin@lund.example', name: 'Karin Lund' }, ...body })).body.number as number;
}
const path = (number: number, rest = '') => `/api/v1/tickets/${number}/commitments${rest}`;
const promise = (number: number, body: object = {}, asker = astrid) => desk.ask(asker, 'POST', path(number), { text: 'Call back about the invoice', due: inHours(5), ...body });
const act = (number: number, id: number, what: string, body?: object, asker = astrid) => desk.ask(asker, 'POST', path(number, `/${id}/${what}`), body);
const list = async (number: number) => (await desk.ask(astrid, 'GET', path(number))).body.items as any[]; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
const ticket = async (number: number) => (await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}`)).body;
const types = async (number: number) => ((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string }[]).map(({ type }) => type).filter((type) => type.startsWith('commitment.'));
const messages = async (number: number) => ((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/timeline`)).body.items as { type: string; kind: string; direction: string; text: string; id: number }[]).filter(({ type, direction }) => type === 'message' && direction === 'out');
const mailOf = async (messageId: number) => (await desk.context.db.selectFrom('outbox').select('mail').where('workspace_id', '=', workspace.id).where('message_id', '=', messageId).executeTakeFirst())?.mail as { promise?: { words: string; url: string } } | undefined; // as delivery writes it
/** Lets the clock fire what is due so many hours from now. */
const fireIn = (hours: number) => fireDue({ ...desk.context, clock: fixedClock(inHours(hours)) }, commitmentQueue);
async function told(agent: TestAgent): Promise<string[]> {
  await feedReadable(desk.context.db, workspace.id);
  while ((await followStep(desk.context, workspace.id, 'test')).more);
  const { body } = await desk.ask(agent, 'GET', '/api/v1/notifications');
  return (body.items as { kind: string; ticket: { number: number } }[]).map(({ kind, ticket: { number } }) => `${kind} ${number}`);
}

describe('a promise', () => {
  test('says what, by when, who and on which ticket, and the ticket’s row says when it is due', async () => {
    const number = await open();
    const due = inHours(5);
    const made = await promise(number, { due, source: 'button' });
    expect(made).toMatchObject({ status: 201, body: { ticket: number, kind: 'promise', text: 'Call back about the invoice', due, due_at: due, owner: { name: 'Astrid Lind' }, state: 'open', source: 'button', moves: [] } });
    expect(await ticket(number)).toMatchObject({ promise_due_at: due });
    expect(await types(number)).toEqual(['commitment.made']);
  });

  test('of a whole day is due at its end where whoever made it is', async () => {
    const number = await open();
    expect((await promise(number, { due: '2027-06-30' })).body).toMatchObject({ due: '2027-06-30', due_at: '2027-06-30T21:59:59.999Z' });
  });

  test('to call has a number and a slot', async () => {
    const number = await open();
    expect(await promise(number, { kind: 'callback' })).toMatchObject({ status: 400, body: { errors: [{ field: 'phone' }] } });
    expect((await promise(number, { phone: '+46 70-123 45 67', from: inHours(4) })).body).toMatchObject({ kind: 'callback', phone: '+46701234567' });
    expect(await promise(number, { phone: '+46701234567', from: inHours(6) })).toMatchObject({ status: 400, body: { errors: [{ field: 'from' }] } });
  });

  test.each<[string, { owner?: string; due?: string; team?: number; message?: number }, string]>([
    ['is not for the past', { due: '2020-01-01T00:00:00.000Z' }, 'due'],
    ['is not for the year after next', { due: inHours(24 * 800) }, 'due'],
    ['is not given to who does not see the brand', { owner: 'narrow' }, 'owner'],
    ['is not given to a team that is not there', { team: 999_999 }, 'team'],
    ['is not made by a message of another ticket', { message: 999_999 }, 'message'],
  ])('%s', async (_what, body, field) => {
    expect(await promise(await open(), { ...body, ...(body.owner === 'narrow' ? { owner: narrow.id } : {}) })).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  test('is kept, and not after all, and taken back', async () => {
    const number = await open();
    const { id } = (await promise(number)).body;
    expect((await act(number, id, 'keep')).body).toMatchObject({ state: 'kept', kept_by: { name: 'Astrid Lind' } });
    expect((await ticket(number)).promise_due_at).toBeNull();
    expect((await act(number, id, 'keep')).status).toBe(409);
    expect((await act(number, id, 'reopen')).body).toMatchObject({ state: 'open', kept_at: null });
    expect((await ticket(number)).promise_due_at).not.toBeNull();
    expect((await act(number, id, 'withdraw', { reason: 'Made by mistake' })).body).toMatchObject({ state: 'withdrawn', withdrawn_reason: 'Made by mistake' });
    expect(await types(number)).toEqual(['commitment.made', 'commitment.kept', 'commitment.reopened', 'commitment.withdrawn']);
    expect(await fireIn(10)).toMatchObject({ held: false });
    expect(await list(number)).toMatchObject([{ state: 'withdrawn', warned_at: null }]);
  });

  test('is given to a colleague, and nobody else’s business', async () => {
    const number = await open();
    const { id } = (await promise(number)).body;
    expect((await desk.ask(astrid, 'PATCH', path(number, `/${id}`), { owner: bo.id, text: 'Call Karin' })).body).toMatchObject({ owner: { name: 'Bo Ek' }, text: 'Call Karin' });
    const mine = await desk.ask(bo, 'GET', '/api/v1/commitments?limit=100');
    expect(mine.body.items).toContainEqual(expect.objectContaining({ id, ticket: number, subject: 'Router', requester: 'Karin Lund' }));
    for (const [method, url] of [['GET', path(number)], ['POST', path(number, `/${id}/keep`)]] as const) expect((await desk.ask(narrow, method, url)).status).toBe(404);
    expect((await desk.ask(narrow, 'GET', '/api/v1/commitments?owner=any')).body.items).toEqual([]);
  });

  test('stands among what a customer was promised by anybody, and among nobody else’s', async () => {
    const [number, other] = [await open(), await open()];
    const [{ id }, kept] = [(await promise(number)).body, (await promise(number)).body];
    await act(number, kept.id, 'keep');
    const [theirs, another] = [(await ticket(number)).requester.id, await aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId] })];
    const of = async (customer: number, asker = bo) => (await desk.ask(asker, 'GET', `/api/v1/commitments?owner=any&customer=${customer}&limit=100`)).body.items.map((each: { id: number }) => each.id);
    expect(await of(theirs)).toContain(id);
    expect(await of(theirs)).not.toContain(kept.id);
    expect([await of(another.id), await of(theirs, narrow)]).toEqual([[], []]);
    expect((await list(other))).toEqual([]);
  });

  test('follows a merge, and comes back', async () => {
    const [target, source] = [await open(), await open()];
    const [late, soon] = [inHours(9), inHours(3)];
    await promise(target, { due: late });
    const { id } = (await promise(source, { due: soon })).body;
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    expect((await ticket(target)).promise_due_at).toBe(soon);
    expect((await list(target)).map((each) => each.ticket)).toEqual([source, target]);
    expect((await act(target, id, 'keep')).status).toBe(200);
    expect((await ticket(target)).promise_due_at).toBe(late);
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${source}/unmerge`);
    expect([(await ticket(target)).promise_due_at, (await ticket(source)).promise_due_at]).toEqual([late, null]);
  });

  test('of a merged ticket that is opened again is found with its customer', async () => {
    const [target, source] = [await open(), await open()];
    const due = inHours(5);
    const { id } = (await promise(source, { due })).body;
    await act(source, id, 'keep');
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    expect((await act(target, id, 'reopen')).status).toBe(200);
    expect([(await ticket(target)).promise_due_at, (await ticket(source)).promise_due_at]).toEqual([due, due]);
    const { requester } = await ticket(source);
    const found = (await desk.ask(bo, 'GET', `/api/v1/commitments?owner=any&customer=${requester.id}&limit=100`)).body.items;
    expect(found.filter((each: { id: number }) => each.id === id)).toMatchObject([{ ticket: source }]);
    expect((await act(target, id, 'keep')).status).toBe(200);
    expect([(await ticket(target)).promise_due_at, (await ticket(source)).promise_due_at]).toEqual([null, null]);
  });
});

describe('the clock', () => {
  test('warns the owner once, says once that it was broken, and what is kept then is kept late', async () => {
    const number = await open();
    const { id } = (await promise(number, { due: inHours(40) })).body;
    await fireIn(39.6);
    await fireIn(39.9);
    expect(await types(number)).toEqual(['commitment.made', 'commitment.due_soon']);
    await fireIn(41);
    await fireIn(50);
    expect(await types(number)).toEqual(['commitment.made', 'commitment.due_soon', 'commitment.broken']);
    expect(await told(astrid)).toEqual(expect.arrayContaining([`promise_due ${number}`, `promise_broken ${number}`]));
    expect(await told(lead)).toContain(`promise_broken ${number}`);
    expect(await told(lead)).not.toContain(`promise_due ${number}`);
    expect(await told(bo)).not.toContain(`promise_broken ${number}`);
    expect((await act(number, id, 'keep')).body).toMatchObject({ state: 'kept_late' });
  });

  test('tells the leads of the team, and of nobody’s promise the team', async () => {
    const second = await anAgent(desk.context.db, workspace.id, { name: 'Sven', role: 'lead' });
    const team = await aTeam(desk.context.db, workspace.id, { members: [bo.id, second.id] });
    const number = await open({ team });
    expect((await promise(number, { owner: null, team, due: inHours(60) })).body).toMatchObject({ owner: null, team: { id: team } });
    await fireIn(59.7);
    expect(await told(bo)).toContain(`promise_due ${number}`);
    await fireIn(61);
    expect(await told(second)).toContain(`promise_broken ${number}`);
    expect(await told(lead)).not.toContain(`promise_broken ${number}`);
  });

  test('has nothing to warn of where the program stood still until it was over, and tells of what was merged where it is read', async () => {
    const [target, source] = [await open(), await open()];
    await promise(source, { due: inHours(70) });
    await desk.ask(astrid, 'POST', `/api/v1/tickets/${source}/merge`, { into: target });
    await fireIn(80);
    expect(await types(target)).toEqual(['commitment.made', 'commitment.broken']);
    expect(await told(astrid)).toContain(`promise_broken ${target}`);
  });
});

describe('moving', () => {
  test('tells the customer in their language, with the link, and is written down', async () => {
    const number = await open();
    const due = inHours(5);
    const { id } = (await promise(number, { due, text: 'Ringa om fakturan' })).body;
    const to = inHours(29);
    const words = await desk.ask(astrid, 'GET', path(number, `/${id}/move-text?due=${to}`));
    expect(words.body).toMatchObject({ language: 'sv', mailable: true });
    expect(words.body.text).toContain('Ringa om fakturan');
    expect(await act(number, id, 'move', { due: to })).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } });
    const moved = await act(number, id, 'move', { due: to, reason: 'The supplier is late' });
    expect(moved.body).toMatchObject({ due: to, state: 'open', moves: [{ from: due, to, reason: 'The supplier is late', told: 'message', by: { name: 'Astrid Lind' } }] });
    expect(moved.body.told_at).not.toBeNull();
    const [sent] = await messages(number);
    expect(sent!.text).toBe(words.body.text);
    expect(sent!.text).not.toContain('supplier');
    expect(await mailOf(sent!.id)).toMatchObject({ promise: { words: expect.stringContaining('lovat'), url: expect.stringContaining('/promise/') } });
    expect((await ticket(number)).status).toBe('open');
  });

  test('says it in the agent’s own words, or nothing where the customer knows already', async () => {
    const number = await open();
    const { id } = (await promise(number)).body;
    await act(number, id, 'move', { due: inHours(6), reason: 'Sick', message: 'Vi hörs en timme senare.' });
    expect((await messages(number)).map(({ text }) => text)).toEqual(['Vi hörs en timme senare.']);
    const silent = await act(number, id, 'move', { due: inHours(7), reason: 'Agreed by telephone', told_otherwise: true });
    expect(silent.body.moves.map(({ told: how }: { told: string }) => how)).toEqual(['message', 'otherwise']);
    expect(await messages(number)).toHaveLength(1);
  });

  test('of what has no address needs the agent’s word, and nothing is moved without it', async () => {
    const number = await open({ requester: { name: 'Nils', phone: '+46701234568' }, channel: 'phone' });
    const due = inHours(5);
    const { id } = (await promise(number, { due })).body;
    expect(await act(number, id, 'move', { due: inHours(6), reason: 'Late' })).toMatchObject({ status: 409, body: { code: 'no_recipient' } });
    expect(await list(number)).toMatchObject([{ due, moves: [] }]);
    expect((await act(number, id, 'move', { due: inHours(6), reason: 'Late', told_otherwise: true })).status).toBe(200);
  });

  test('gives a broken one a new date, and it stays known that it was broken', async () => {
    const number = await open();
    const { id } = (await promise(number, { due: inHours(90) })).body;
    await fireIn(91);
    expect((await act(number, id, 'move', { due: inHours(100), reason: 'Late', told_otherwise: true })).body).toMatchObject({ state: 'open', broken_at: expect.any(String), warned_at: null });
    expect((await act(number, id, 'keep')).body.state).toBe('kept_late');
  });
});

describe('the link', () => {
  test('goes out with the next reply, once, and with the reply that makes the promise while it waits', async () => {
    const number = await open();
    await promise(number);
    const write = async () => (await desk.ask(astrid, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'I will be back tomorrow', undo_seconds: 10 })).body.id as number;
    expect((await mailOf(await write()))?.promise?.url).toMatch(/\/promise\/[\w-]{40,}$/);
    const second = await write();
    expect((await mailOf(second))?.promise).toBeUndefined();
    await promise(number, { message: second, source: 'noticed' });
    expect((await mailOf(second))?.promise?.url).toMatch(/\/promise\/[\w-]{40,}$/);
  });
});

test('the list pages through what is not kept, the longest overdue first', async () => {
  const owner = await anAgent(desk.context.db, workspace.id, { name: 'Pia' });
  const number = await open();
  for (const hours of [3, 1, 2, 2]) await promise(number, { due: inHours(hours) }, owner);
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await desk.ask(owner, 'GET', `/api/v1/commitments?limit=2${cursor}`);
    seen.push(...body.items.map(({ due_at }: { due_at: string }) => due_at));
    if (!body.next_cursor) break;
    cursor = `&cursor=${body.next_cursor}`;
  }
  expect(seen).toHaveLength(4);
  expect(seen).toEqual(seen.toSorted());
});

test('what a colleague who leaves has promised is handed over', async () => {
  const leaver = await anAgent(desk.context.db, workspace.id, { name: 'Moa' });
  const number = await open();
  const { id } = (await promise(number, {}, leaver)).body;
  const actor = { ...(await desk.context.identify.byToken(admin.token))! };
  expect((await desk.ask(admin, 'GET', `/api/v1/agents/${leaver.id}/open-tickets`)).body).toMatchObject({ count: 0, promises: 1 });
  await desk.context.db.transaction().execute((tx) => deactivate(tx, actor, leaver.id, { to: 'agent', id: bo.id }));
  await moveAll(desk.context, actor, leaver.id);
  expect((await list(number)).find((each) => each.id === id)).toMatchObject({ owner: { id: bo.id }, state: 'open' });
});

test('a case file lists what was promised', async () => {
  const number = await open();
  await promise(number, { text: 'Send the part' });
  const { body } = await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/case-file?format=json`);
  expect(body).toMatchObject({ promises: [{ text: 'Send the part', state: 'open', owner: 'Astrid Lind' }] });
  expect((await desk.ask(astrid, 'GET', `/api/v1/tickets/${number}/case-file?format=html&language=en`)).body).toContain('Send the part');
});
