import { afterEach, beforeEach, expect, test } from 'vitest';
import { smtpError } from '../support/mail-desk.ts';
import { openFaultProxy, type Fault, type FaultProxy } from './support/fault-proxy.ts';
import { settle } from './support/findings.ts';
import { killEverything } from './support/program-process.ts';
import { openSurvivalDesk, type SurvivalDesk } from './support/survival-desk.ts';
import { until } from './support/until.ts';

let desk: SurvivalDesk;
let proxy: FaultProxy;

beforeEach(async () => {
  desk = await openSurvivalDesk({ way: async (sink) => (proxy = await openFaultProxy(sink.url)) });
});
afterEach(() => desk.close());

async function ask<Body>(method: string, path: string, body?: object): Promise<Body> {
  const response = await fetch(`${desk.url}/api/v1${path}`, {
    method,
    headers: { ...desk.agent.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as Body;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

/** An agent writes first; the number of the ticket. */
async function writeTo(email: string, cc: string[] = []): Promise<number> {
  const body = { subject: `For ${email}`, text: 'Your router is on its way.', requester: { email }, cc: cc.map((address) => ({ email: address })), direction: 'out' };
  return (await ask<{ number: number }>('POST', '/tickets', body)).number;
}

type Entry = { type: string; data?: { refused?: number; accepted?: number }; delivery?: { status: string; attempts: number; last_error: string | null } };
const timeline = async (number: number) => (await ask<{ items: Entry[] }>('GET', `/tickets/${number}/timeline?limit=100`)).items;
const copiesFor = (address: string) => desk.sink.caught.filter(({ to }) => to.includes(address));

test('a mail server that stalls, breaks off, talks nonsense or puts off gets every mail in the end, and none twice but as the very same', async () => {
  // Whether the server behind had taken the mail before it went wrong, so that it has it twice.
  const faults: [Fault, number][] = [['stall', 1], ['drop in data', 1], ['drop before answer', 2], ['nonsense', 1], ['nonsense answer', 2]];
  const addresses = faults.flatMap(([fault, copies]) => [1, 2].map((n) => ({ fault, copies, address: `${fault.replaceAll(' ', '.')}.${n}@customers.example` })));
  for (const { address, fault } of addresses) proxy.plan(address, fault);
  proxy.greetings.push('', 'banana\r\n', '554 5.3.2 Not today\r\n', '421 4.3.2 Too busy\r\n');
  const putOff = new Set(['later@customers.example']);
  desk.sink.onRecipient = (address) => (putOff.delete(address) ? smtpError(451, '4.7.1 Greylisted') : null);
  const busy = new Set(['busy@customers.example']);
  desk.sink.onMail = (to) => (to.some((address) => busy.delete(address)) ? smtpError(452, '4.3.1 Disk full') : null);
  const others = ['later@customers.example', 'busy@customers.example', ...Array.from({ length: 12 }, (_, n) => `plain.${n}@customers.example`)];
  const all = [...addresses, ...others.map((address) => ({ address, copies: 1 }))];
  const numbers = await Promise.all(all.map(({ address }) => writeTo(address)));
  await settle(desk, 240_000);

  expect(proxy.done.map(({ address }) => address).sort()).toEqual(addresses.map(({ address }) => address).sort());
  expect(proxy.greetings).toEqual([]);
  for (const { address, copies } of all) {
    const caught = copiesFor(address);
    expect(caught.length, address).toBe(copies);
    for (const copy of caught) expect(copy.raw).toBe(caught[0]?.raw);
  }
  expect(new Set(desk.sink.caught.map(({ mail }) => mail.messageId)).size).toBe(all.length);
  for (const number of numbers) {
    const entries = await timeline(number);
    expect(entries.filter(({ type }) => type === 'message.sent').length).toBe(1);
    expect(entries.filter(({ type }) => type === 'message.failed')).toEqual([]);
  }
});

test('who is refused for good stands on the ticket, and the others of the same mail have it once', async () => {
  desk.sink.onRecipient = (address) => {
    if (address.startsWith('gone')) return smtpError(550, '5.1.1 No such user');
    return null;
  };
  desk.sink.onMail = (to) => (to.includes('fussy@customers.example') ? smtpError(554, '5.7.1 We do not like this') : null);
  const half = await writeTo('fine@customers.example', ['gone.cc@customers.example']);
  const whole = await writeTo('gone@customers.example');
  const fussy = await writeTo('fussy@customers.example');
  await settle(desk);

  expect(copiesFor('fine@customers.example').length).toBe(1);
  const failed = async (number: number) => (await timeline(number)).filter(({ type }) => type === 'message.failed').map(({ data }) => data);
  const delivery = async (number: number) => (await timeline(number)).find((entry) => entry.delivery)?.delivery;
  expect(await failed(half)).toEqual([{ refused: 1, accepted: 1 }]);
  expect(await delivery(half)).toMatchObject({ status: 'sent', attempts: 1, last_error: expect.stringContaining('No such user') });
  expect(await failed(whole)).toEqual([{ refused: 1, accepted: 0 }]);
  expect(await delivery(whole)).toMatchObject({ status: 'failed', attempts: 1, last_error: expect.stringContaining('No such user') });
  expect(await failed(fussy)).toEqual([{ refused: 1, accepted: 0 }]);
  expect(await delivery(fussy)).toMatchObject({ status: 'failed', last_error: expect.stringContaining('We do not like this') });
  // An address that does not exist is marked; one whose server disliked the content is not.
  const bounced = await desk.look<{ address: string }>('select address from customer_addresses where bounced_at is not null order by address');
  expect(bounced.map(({ address }) => address)).toEqual(['gone.cc@customers.example', 'gone@customers.example']);
});

test('killed after a mail was handed over and before that was written down, it sends the very same mail once more', async () => {
  proxy.plan('held@customers.example', 'hold');
  await writeTo('held@customers.example');
  await until('the mail server has the mail', () => desk.sink.caught.length === 1);
  await killEverything(desk.program, desk.dataDir);
  await desk.restart();
  await settle(desk);
  const [first, second, ...more] = desk.sink.caught;
  expect(more).toEqual([]);
  expect(second?.mail.messageId).toMatch(/^<om\./);
  expect(second?.raw).toBe(first?.raw);
  expect(await desk.look('select status, attempts from outbox')).toEqual([{ status: 'sent', attempts: 2 }]);
});
