import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApiClients } from './support/api-clients.ts';
import { openFaultProxy, type FaultProxy } from './support/fault-proxy.ts';
import { expectAllOnce, settle } from './support/findings.ts';
import { acknowledged, openLedger } from './support/ledger.ts';
import { startMailClients } from './support/mail-clients.ts';
import { databaseProcesses } from './support/program-process.ts';
import { between, seededRandom } from './support/random.ts';
import { openSurvivalDesk, type SurvivalDesk } from './support/survival-desk.ts';
import { openSocket } from '../support/socket.ts';
import { inTime, pause, until } from './support/until.ts';

let desk: SurvivalDesk;
let proxy: FaultProxy;

beforeEach(async () => {
  desk = await openSurvivalDesk({ way: async (sink) => (proxy = await openFaultProxy(sink.url)) });
});
afterEach(() => desk.close());

test('told to stop under load, it ends in order and soon, sends nothing twice, and its next start has everything', async () => {
  const random = seededRandom(71);
  const ledger = openLedger();
  proxy.delay = 40;
  const mail = startMailClients({ ports: [desk.smtpPort], inbox: desk.inbox, ledger, random, name: 's71' });
  const api = startApiClients({ urls: [desk.url], headers: desk.agent.headers, ledger, random, name: 's71' });
  for (const name of ['SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT'] as const) {
    const before = acknowledged(ledger);
    await until('mail and replies are taken', () => acknowledged(ledger).mails > before.mails && acknowledged(ledger).replies > before.replies, { every: 20 });
    await pause(between(random, 200, 1_200));
    // An open screen must not keep it.
    const screen = openSocket(`${desk.url.replace('http', 'ws')}/api/v1/live`, desk.agent.headers);
    await screen.opened;
    desk.program.signal(name);
    expect(await inTime(`it stops after ${name}`, desk.program.ended, 15_000)).toEqual({ code: 0, signal: null });
    expect(databaseProcesses(desk.dataDir)).toEqual([]);
    expect(desk.program.complained()).not.toMatch(/was not stopped in order|unnoticed/);
    await desk.restart();
  }
  await Promise.all([mail.finish(), api.finish()]);
  await settle(desk);
  await expectAllOnce(desk, ledger);
});

test('told to stop while it still starts, it ends in order as well', async () => {
  desk.program.signal('SIGTERM');
  await desk.program.ended;
  for (const wait of [50, 300, 700, 1_200]) {
    const restarted = desk.restart().catch(() => null);
    await pause(wait);
    desk.program.signal('SIGTERM');
    const end = await inTime('it stops', desk.program.ended, 15_000);
    await restarted;
    expect([0, null]).toContain(end.code);
    expect(databaseProcesses(desk.dataDir)).toEqual([]);
  }
  await desk.restart();
  expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
});
