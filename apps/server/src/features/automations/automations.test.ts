import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAutomationsRoom, type AutomationsRoom } from '../../../../../tests/support/automations-room.ts';
import { aBrand } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { fixedClock } from '../../platform/clock/clock.ts';
import { fireDue } from '../../platform/timers/timers.ts';
import { timeQueue } from './index.ts';

/** What automations do, when something happens and when time has passed. */

// The program's clock stands on a moment a little ahead of the database's, so that what the database dates is not taken for later.
const clock = fixedClock('2026-11-23T10:00:00.000Z');

let desk: TestDesk;
let { workspace, lead, agent, team, made, change, follow, on, aTicket, ticket, timeline, runs, passTime, macro, mailsOf } = {} as AutomationsRoom; // each test has its own, from beforeEach on
beforeAll(async () => {
  desk = await openTestDesk({ OMBUD_PUBLIC_URL: 'https://desk.example' }, { clock });
});
beforeEach(async () => {
  ({ workspace, lead, agent, team, made, change, follow, on, aTicket, ticket, timeline, runs, passTime, macro, mailsOf } = await anAutomationsRoom(desk, clock));
});
afterAll(() => desk.stop());

const hour = 3_600_000;

describe('when something happens', () => {
  test('what fits is done once, in the order of the list, and named on the timeline and in the log', async () => {
    const before = await aTicket();
    await on({ name: 'Tag refunds', conditions: { subject: ['refund*'] }, actions: { add_tags: ['refund'] } });
    const second = await on({ name: 'Hand refunds over', conditions: { tag: ['refund'] }, actions: { route: team, priority: 'high', note: 'From {{customer.name}}' } });
    const refund = await aTicket({ subject: 'My REFUNDS, please' });
    const other = await aTicket({ subject: 'Nothing of the kind' });
    await follow();
    await follow();
    expect(await ticket(refund)).toMatchObject({ tags: ['refund'], team: { id: team }, priority: 'high' });
    expect((await ticket(other)).tags).toEqual([]);
    expect((await ticket(before)).tags).toEqual([]);
    expect(await runs(refund)).toMatchObject([{ automation: { name: 'Hand refunds over' }, outcome: 'done', done: ['priority', 'route', 'note'], cause: 'event:ticket.created' }, { automation: { name: 'Tag refunds' }, outcome: 'done', done: ['add_tags'] }]);
    expect(await runs(other)).toEqual([]);
    const entries = await timeline(refund);
    expect(entries.some(({ actor }) => actor?.name === 'Tag refunds')).toBe(true);
    expect(entries.find(({ text }) => text === 'From Maja Svensson')).toBeDefined();
    // The other way round nothing carries the tag yet.
    await desk.ask(lead, 'POST', `/api/v1/automations/${second}/move`, { to: 'up' });
    const later = await aTicket({ subject: 'refund' });
    await follow();
    expect((await ticket(later)).team).toBeNull();
  });

  test('what takes an approval is done by no automation either, whatever its own lead might approve', async () => {
    await desk.ask(lead, 'POST', '/api/v1/fields', { label: 'Refund', type: 'number' });
    expect((await desk.ask(lead, 'POST', '/api/v1/approval-rules', { name: 'Refunds', guard: 'amount', field: 'refund', above: 100, approver: 'lead', approvals: 1, expires_after_hours: 24 })).status).toBe(201);
    await on({ name: 'Pay back', conditions: { subject: ['lamp'] }, actions: { add_tags: ['paid'], fields: { refund: 500 } } });
    await on({ name: 'Pay a little back', conditions: { subject: ['bulb'] }, actions: { fields: { refund: 100 } } });
    const [lamp, bulb] = [await aTicket({ subject: 'The lamp' }), await aTicket({ subject: 'The bulb' })];
    await follow();
    expect(await runs(lamp)).toMatchObject([{ outcome: 'refused', done: [], problem: { code: 'approval_needed' } }]);
    expect(await ticket(lamp)).toMatchObject({ tags: [], fields: {} });
    expect(await ticket(bulb)).toMatchObject({ fields: { refund: 100 } });
  });

  test('a ticket is escalated, and the log names it; where nobody is there nothing is half done', async () => {
    await desk.context.db.updateTable('agents').set({ tier: 2 }).where('workspace_id', '=', workspace.id).where('id', '=', agent.id).execute();
    await on({ name: 'Ask who knows', conditions: { subject: ['router'] }, actions: { priority: 'high', escalate: { to: { tier: 2 }, question: 'Is it broken?' } } });
    await on({ name: 'Ask the third tier', conditions: { subject: ['lamp'] }, actions: { add_tags: ['asked'], note: 'Asked', escalate: { to: { tier: 3 }, question: 'Is it broken?' } } });
    const router = await aTicket();
    const lamp = await aTicket({ subject: 'The lamp' });
    await follow();
    expect(await runs(router)).toMatchObject([{ automation: { name: 'Ask who knows' }, outcome: 'done', done: ['priority', 'escalate'] }]);
    const escalations = async (number: number) => (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/escalations`)).body.items;
    expect(await escalations(router)).toMatchObject([{ target: 'tier', tier: 2, question: 'Is it broken?', by: null, state: 'open' }]);
    expect(await runs(lamp)).toMatchObject([{ outcome: 'refused', done: [], problem: { code: 'nobody_there', fields: ['to'] } }]);
    expect(await escalations(lamp)).toEqual([]);
    expect((await ticket(lamp)).tags).toEqual([]);
    expect((await timeline(lamp)).find(({ text }) => text === 'Asked')).toBeUndefined();
    const refused = async (actions: object) => (await made({ actions })).body.errors?.[0];
    expect(await refused({ escalate: { to: { team: 999_999 }, question: 'Who?' } })).toMatchObject({ field: 'actions.escalate.to', code: 'not_found' });
    expect(await refused({ escalate: { to: { agent: 999_999 }, question: 'Who?' } })).toMatchObject({ field: 'actions.escalate.to', code: 'not_found' });
    expect(await refused({ route: team, escalate: { to: { tier: 2 }, question: 'Who?' } })).toMatchObject({ field: 'actions.escalate', code: 'invalid_input' });
    expect((await made({ actions: { escalate: { to: { lead: null }, question: ' ' } } })).status).toBe(400);
  });

  test('one that is off, or archived, does nothing', async () => {
    const id = await on({});
    await change(id, { enabled: false });
    const off = await aTicket();
    await follow();
    expect((await ticket(off)).tags).toEqual([]);
    expect((await change(id, { enabled: true, archived: true })).body).toMatchObject({ enabled: false, archived: true });
  });

  test('a brand’s own touches only that brand’s tickets', async () => {
    const otherBrand = await aBrand(desk.context.db, workspace.id);
    await on({ brand: otherBrand });
    const here = await aTicket({ brand: workspace.brandId });
    const there = await aTicket({ brand: otherBrand });
    await follow();
    expect((await ticket(here)).tags).toEqual([]);
    expect((await ticket(there)).tags).toEqual(['seen']);
  });

  test('missing steps refuse all of it, and are named', async () => {
    await desk.ask(lead, 'POST', '/api/v1/playbooks', { name: 'Returns', steps: [{ text: 'Ask for the order number', by: 'person' }] });
    await on({ actions: { add_tags: ['tried'], note: 'Solving', status: 'solved' } });
    const number = await aTicket();
    await follow();
    expect(await ticket(number)).toMatchObject({ status: 'new', tags: [] });
    expect(await runs(number)).toMatchObject([{ outcome: 'refused', done: [], problem: { code: 'steps_missing', fields: [expect.stringContaining('Ask for the order number')] } }]);
    expect((await timeline(number)).some(({ text }) => text === 'Solving')).toBe(false);
  });

  test('two that answer each other are stopped after ten runs, and say so', async () => {
    const first = await on({ trigger: { on: 'events', events: ['changed'] }, conditions: { without_tag: ['b'] }, actions: { add_tags: ['b'] } });
    await on({ trigger: { on: 'events', events: ['changed'] }, conditions: { tag: ['b'] }, actions: { remove_tags: ['b'] } });
    const number = await aTicket();
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { priority: 'high' });
    await follow();
    const log = await runs(number);
    expect(log.filter(({ outcome }) => outcome === 'done')).toHaveLength(10);
    expect(log[0]).toMatchObject({ outcome: 'stopped', problem: { code: 'too_many_runs' } });
    expect(log.filter(({ outcome }) => outcome === 'stopped')).toHaveLength(1);
    expect((await desk.ask(lead, 'GET', `/api/v1/automations/${first}`)).body.stopped_at).not.toBeNull();
  });

  test('an automation does not hear of what it did itself', async () => {
    await on({ trigger: { on: 'events', events: ['changed'] }, actions: { add_tags: ['again'], priority: 'low' } });
    const number = await aTicket();
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { kind: 'task' });
    await follow();
    expect(await runs(number)).toHaveLength(1);
  });

  test('a promise by an automation is a promise of whoever has the ticket', async () => {
    await on({ actions: { assignee: agent.id, promise: { text: 'Call back', hours: 4 } } });
    const number = await aTicket();
    await follow();
    const { items } = (await desk.ask(agent, 'GET', `/api/v1/tickets/${number}/commitments`)).body;
    expect(items).toMatchObject([{ text: 'Call back', owner: { id: agent.id }, due_at: new Date(clock.now().getTime() + 4 * hour).toISOString() }]);
  });

  test('a webhook that is named hears of it once', async () => {
    const hook = (await desk.ask(lead, 'POST', '/api/v1/webhooks', { name: 'ERP', url: 'https://hooks.example/in', event_types: ['ticket.created'] })).body.id as number;
    await on({ actions: { webhook: hook } });
    const number = await aTicket();
    await follow();
    await follow();
    expect(await runs(number)).toMatchObject([{ done: ['webhook'] }]);
    const rows = await desk.context.db.selectFrom('webhook_deliveries').select('type').where('workspace_id', '=', workspace.id).where('type', '=', 'automation.ran').execute();
    expect(rows).toHaveLength(1);
  });
});

describe('replies', () => {
  test('go to the customer as an automatic mail with the macro’s text, values as text', async () => {
    const id = await macro('<p>Hej {{customer.first_name}}, om <b>{{ticket.subject}}</b></p>');
    await on({ actions: { reply: { macro: id }, status: 'pending' } });
    const number = await aTicket({ subject: 'A <script>x</script>', requester: { email: 'maja@firm.example', name: 'Maja Svensson' } });
    await follow();
    await follow();
    expect(await mailsOf(number)).toMatchObject([{ to: [{ address: 'maja@firm.example' }], automatic: true }]);
    expect((await timeline(number)).find(({ direction }) => direction === 'out')).toMatchObject({ text: 'Hej Maja, om A <script>x</script>', automatic: 'automation' });
    expect((await ticket(number)).status).toBe('pending');
  });

  test('are not written with a macro whose use takes an approval, and nothing else of it is done', async () => {
    const [guarded, free] = [await macro('<p>Pengar tillbaka</p>'), await macro('<p>Hej</p>')];
    expect((await desk.ask(lead, 'POST', '/api/v1/approval-rules', { name: 'Goodwill', guard: 'macro', macro: guarded, conditions: { tag: ['vip'] }, approver: 'lead' })).status).toBe(201);
    await on({ conditions: { subject: ['lamp'] }, actions: { add_tags: ['answered', 'vip'], reply: { macro: guarded } } });
    await on({ conditions: { subject: ['bulb'] }, actions: { add_tags: ['vip'], reply: { macro: free } } });
    await on({ conditions: { subject: ['fuse'] }, actions: { reply: { macro: guarded } } });
    const [lamp, bulb, fuse] = [await aTicket({ subject: 'The lamp' }), await aTicket({ subject: 'The bulb' }), await aTicket({ subject: 'The fuse' })];
    await follow();
    expect(await runs(lamp)).toMatchObject([{ outcome: 'refused', done: [], problem: { code: 'approval_needed' } }]);
    expect([await mailsOf(lamp), (await ticket(lamp)).tags]).toEqual([[], []]);
    // Another macro, and the same one on a ticket that the rule is not for.
    for (const number of [bulb, fuse]) expect(await mailsOf(number)).toHaveLength(1);
  });

  test('are not written to machines, nor to one who wants none, and nothing else of it is done', async () => {
    const { db } = desk.context;
    await on({ actions: { add_tags: ['answered'], reply: { macro: await macro('<p>Hej</p>') } } });
    const [robot, unwanted, person] = [await aTicket(), await aTicket(), await aTicket()];
    const idOf = async (number: number) => Number((await db.selectFrom('tickets').select('id').where('workspace_id', '=', workspace.id).where('number', '=', number).executeTakeFirstOrThrow()).id);
    await db.updateTable('messages').set({ automatic: 'auto-reply' }).where('workspace_id', '=', workspace.id).where('ticket_id', '=', await idOf(robot)).execute();
    await db.updateTable('messages').set({ notices: ['no_automatic_answers'] }).where('workspace_id', '=', workspace.id).where('ticket_id', '=', await idOf(unwanted)).execute();
    await follow();
    for (const number of [robot, unwanted]) {
      expect(await runs(number)).toMatchObject([{ outcome: 'refused', problem: { code: 'machine' } }]);
      expect((await ticket(number)).tags).toEqual([]);
      expect(await mailsOf(number)).toEqual([]);
    }
    expect(await mailsOf(person)).toHaveLength(1);
  });

  test('one customer gets three in an hour at most, over all their tickets', async () => {
    await on({ actions: { reply: { macro: await macro('<p>Hej</p>') } } });
    const requester = { email: 'loop@firm.example', name: 'Loop' };
    const numbers: number[] = [];
    for (let at = 0; at < 4; at += 1) numbers.push(await aTicket({ requester }));
    await follow();
    const outcomes = await Promise.all(numbers.map(async (number) => (await runs(number))[0]));
    expect(outcomes.map((run) => run?.outcome).toSorted()).toEqual(['done', 'done', 'done', 'refused']);
    expect(outcomes.find((run) => run?.outcome === 'refused')?.problem?.code).toBe('too_many_replies');
  });
});

describe('when time has passed', () => {
  test('a ticket is reminded of once for each time that it stood still, and only from then on', async () => {
    const old = await aTicket();
    await desk.ask(agent, 'POST', `/api/v1/tickets/${old}/messages`, { kind: 'public', text: 'Well?' });
    const fresh = await aTicket();
    clock.advance(80 * hour);
    await desk.ask(agent, 'POST', `/api/v1/tickets/${fresh}/messages`, { kind: 'public', text: 'Does it work?' });
    await on({ trigger: { on: 'time', since: 'we_wrote', hours: 72 }, conditions: { status: ['pending', 'open'] }, actions: { add_tags: ['reminded'], note: 'Silent' } });
    await passTime(71 * hour);
    expect(await runs(fresh)).toEqual([]);
    await passTime(2 * hour);
    await passTime(hour);
    expect(await runs(fresh)).toMatchObject([{ outcome: 'done', cause: 'time' }]);
    // It was due before anybody switched it on.
    expect(await runs(old)).toEqual([]);
    // We write anew: so it counts anew.
    await desk.ask(agent, 'POST', `/api/v1/tickets/${fresh}/messages`, { kind: 'public', text: 'Hello?' });
    await passTime(73 * hour);
    expect(await runs(fresh)).toHaveLength(2);
  });

  test('what it wrote itself does not begin the time anew', async () => {
    await on({ trigger: { on: 'time', since: 'we_wrote', hours: 24 }, actions: { reply: { macro: await macro('<p>Hej?</p>') } } });
    const number = await aTicket();
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'public', text: 'Does it work?' });
    await passTime(25 * hour);
    await passTime(25 * hour);
    await passTime(25 * hour);
    expect(await runs(number)).toHaveLength(1);
  });

  test.each(['updated', 'last_message'])('what it notes down itself is no new beginning: %s', async (since) => {
    await on({ trigger: { on: 'time', since, hours: 24 }, actions: { note: 'Silent for a day' } });
    const number = await aTicket();
    for (let day = 0; day < 3; day += 1) await passTime(25 * hour);
    expect(await runs(number)).toHaveLength(1);
    await desk.ask(agent, 'POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'I look into it' });
    await passTime(25 * hour);
    expect(await runs(number)).toHaveLength(2);
  });

  test('conditions that hold later count later', async () => {
    await on({ trigger: { on: 'time', since: 'created', hours: 2 }, conditions: { tag: ['vip'] }, actions: { priority: 'urgent' } });
    const number = await aTicket();
    await passTime(3 * hour);
    expect((await ticket(number)).priority).toBe('normal');
    await desk.ask(agent, 'PATCH', `/api/v1/tickets/${number}`, { add_tags: ['vip'] });
    await passTime(1);
    expect((await ticket(number)).priority).toBe('urgent');
  });

  test('several nodes at once do it once', async () => {
    await on({ trigger: { on: 'time', since: 'created', hours: 2 }, actions: { note: 'Two hours' } });
    const number = await aTicket();
    await follow();
    clock.advance(3 * hour);
    await Promise.all([1, 2, 3].map(() => fireDue(desk.context, timeQueue(desk.context))));
    await fireDue(desk.context, timeQueue(desk.context));
    expect(await runs(number)).toHaveLength(1);
  });
});
