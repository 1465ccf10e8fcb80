import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApiClients } from './support/api-clients.ts';
import { openFaultProxy, type FaultProxy } from './support/fault-proxy.ts';
import { expectAllOnce, settle } from './support/findings.ts';
import { acknowledged, openLedger } from './support/ledger.ts';
import { startMailClients } from './support/mail-clients.ts';
import { killEverything, killProgram } from './support/program-process.ts';
import { between, seededRandom } from './support/random.ts';
import { openSurvivalDesk, type SurvivalDesk } from './support/survival-desk.ts';
import { pause, until } from './support/until.ts';

const rounds = 6;
/** What the program does at once at most: each may have been handed over and not yet written down. */
const sendsAtOnce = 12;

let desk: SurvivalDesk;
let proxy: FaultProxy;

beforeEach(async () => {
  desk = await openSurvivalDesk({ way: async (sink) => (proxy = await openFaultProxy(sink.url)) });
  // Time enough for a kill between the handing over and its writing down.
  proxy.delay = 40;
});
afterEach(() => desk.close());

/** Rounds of load that end with a kill at a random moment, then a last start and a look at everything. */
async function survive(seed: number, kill: () => Promise<void>): Promise<void> {
  const random = seededRandom(seed);
  const ledger = openLedger();
  const name = `k${seed}`;
  const mail = startMailClients({ ports: [desk.smtpPort], inbox: desk.inbox, ledger, random, name });
  const api = startApiClients({ urls: [desk.url], headers: desk.agent.headers, ledger, random, name });
  for (let round = 0; round < rounds; round += 1) {
    const before = acknowledged(ledger).mails;
    await until(`mail is taken in round ${round}`, () => acknowledged(ledger).mails > before, { every: 20 });
    await pause(between(random, 300, 2_500));
    await kill();
    await pause(between(random, 0, 300));
    // By itself, without help, and soon: the guard of an orphaned database waits 10 s.
    expect(await desk.restart()).toBeLessThan(20_000);
  }
  await pause(1_000);
  await Promise.all([mail.finish(), api.finish()]);
  await settle(desk);

  const taken = acknowledged(ledger);
  expect(Math.min(taken.mails, taken.tickets, taken.replies)).toBeGreaterThan(rounds);
  await expectAllOnce(desk, ledger, { repeats: rounds * sendsAtOnce });
}

test('killed with its PostgreSQL again and again under load, it has everything it acknowledged exactly once', async () => {
  await survive(11, () => killEverything(desk.program, desk.dataDir));
});

test('killed alone again and again under load, it takes its living PostgreSQL over and has everything exactly once', async () => {
  await survive(12, () => killProgram(desk.program));
});
