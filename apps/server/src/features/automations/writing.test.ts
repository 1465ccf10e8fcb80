import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anAutomationsRoom, type AutomationsRoom } from '../../../../../tests/support/automations-room.ts';
import { aBrand, anAgent } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { fixedClock } from '../../platform/clock/clock.ts';

/** Who writes automations, and how they are tried before. */

// The program's clock stands on a moment a little ahead of the database's, so that what the database dates is not taken for later.
const clock = fixedClock('2026-11-23T10:00:00.000Z');

let desk: TestDesk;
let { workspace, lead, agent, made, change, aTicket, runs } = {} as AutomationsRoom; // each test has its own, from beforeEach on
beforeAll(async () => {
  desk = await openTestDesk({ OMBUD_PUBLIC_URL: 'https://desk.example' }, { clock });
});
beforeEach(async () => {
  ({ workspace, lead, agent, made, change, aTicket, runs } = await anAutomationsRoom(desk, clock));
});
afterAll(() => desk.stop());

const hour = 3_600_000;

describe('trying it on past tickets', () => {
  test('tells how many fit and which, fifty at a time, and changes nothing', async () => {
    const numbers: number[] = [];
    for (let at = 0; at < 53; at += 1) numbers.push(await aTicket({ subject: `Refund ${at}` }));
    await aTicket({ subject: 'Other' });
    const body = { trigger: { on: 'events', events: ['created'] }, conditions: { subject: ['refund'] } };
    const first = (await desk.ask(lead, 'POST', '/api/v1/automations/test', body)).body;
    expect(first).toMatchObject({ looked_at: 54, matched: 53 });
    expect(first.tickets).toHaveLength(50);
    const second = (await desk.ask(lead, 'POST', '/api/v1/automations/test', { ...body, cursor: first.next_cursor })).body;
    expect(second).toMatchObject({ matched: 53, next_cursor: null });
    expect([...first.tickets, ...second.tickets].map(({ number }: { number: number }) => number)).toEqual(numbers.toReversed());
    expect(await runs(numbers[0]!)).toEqual([]);
  });

  test('finds what a run then finds: words of the customer’s newest message, and time', async () => {
    const number = await aTicket({ text: 'Where is my money-back form?' });
    const ask = async (conditions: object, trigger: object = { on: 'events', events: ['created'] }) => (await desk.ask(lead, 'POST', '/api/v1/automations/test', { trigger, conditions })).body.matched as number;
    expect(await ask({ message: ['money back'] })).toBe(1);
    expect(await ask({ message: ['one'] })).toBe(0);
    expect(await ask({ message: ['mon*'] })).toBe(1);
    expect(await ask({}, { on: 'time', since: 'customer_wrote', hours: 1 })).toBe(0);
    clock.advance(2 * hour);
    expect(await ask({}, { on: 'time', since: 'customer_wrote', hours: 1 })).toBe(1);
    expect(await ask({}, { on: 'time', since: 'we_wrote', hours: 1 })).toBe(0);
    expect(number).toBeGreaterThan(0);
  });
});

describe('who writes them', () => {
  test('leads those of their brands; agents read them', async () => {
    const brandLead = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
    expect((await made({}, brandLead)).status).toBe(403);
    const own = await made({ brand: workspace.brandId }, brandLead);
    expect(own).toMatchObject({ status: 201, body: { may_edit: true } });
    const everywhere = (await made({})).body.id as number;
    expect((await change(everywhere, { enabled: true }, brandLead)).status).toBe(403);
    expect((await desk.ask(agent, 'GET', `/api/v1/automations/${everywhere}`)).body.may_edit).toBe(false);
    expect((await change(everywhere, { enabled: true }, agent)).status).toBe(403);
    const otherBrand = await aBrand(desk.context.db, workspace.id);
    const hidden = (await made({ brand: otherBrand })).body.id as number;
    for (const path of [`/api/v1/automations/${hidden}`, `/api/v1/automations/${hidden}/runs`]) expect((await desk.ask(brandLead, 'GET', path)).status).toBe(404);
    expect((await desk.ask(brandLead, 'POST', '/api/v1/automations/test', { brand: otherBrand, trigger: { on: 'events', events: ['created'] } })).status).toBe(400);
  });

  test('what is not of the lists is refused', async () => {
    const refused = async (body: object) => expect((await made(body)).status).toBe(400);
    await refused({ trigger: { on: 'events', events: ['deleted'] } });
    await refused({ conditions: { sql: '1=1' } });
    await refused({ conditions: { assignee: ['me'] } });
    await refused({ conditions: { subject: ['***'] } });
    await refused({ actions: {} });
    await refused({ actions: { run: 'rm' } });
    await refused({ actions: { team: 999_999 } });
    await refused({ actions: { reply: { macro: 999_999 } } });
    await refused({ actions: { webhook: 999_999 } });
    await refused({ actions: { note: '{{secret}}' } });
  });
});
