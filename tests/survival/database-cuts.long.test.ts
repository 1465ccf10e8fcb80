import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSocket, type TestSocket } from '../support/socket.ts';
import { startApiClients, longestRequest } from './support/api-clients.ts';
import { expectAllOnce, settle } from './support/findings.ts';
import { acknowledged, openLedger, type Ledger } from './support/ledger.ts';
import { startMailClients } from './support/mail-clients.ts';
import { readPostmaster } from './support/program-process.ts';
import { between, seededRandom, type Random } from './support/random.ts';
import { openSurvivalDesk, type SurvivalDesk } from './support/survival-desk.ts';
import { inTime, pause, until } from './support/until.ts';

let desk: SurvivalDesk;
let screen: TestSocket;

beforeEach(async () => {
  desk = await openSurvivalDesk();
  screen = openSocket(`${desk.url.replace('http', 'ws')}/api/v1/live`, desk.agent.headers);
  await screen.opened;
  screen.send({ type: 'hello', after: null });
  await screen.next('ready');
});
afterEach(async () => {
  screen.close();
  await desk.close();
});

test('with its connections cut again and again in the middle of their work, it loses nothing and never needs a restart', async () => {
  const ledger = openLedger();
  await underLoad(ledger, 21, async (random) => {
    for (let cut = 0; cut < 25; cut += 1) {
      await desk.look("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user");
      await pause(between(random, 50, 700));
    }
  });
  await expectRecovery(ledger);
});

test('with its PostgreSQL stopped or killed again and again, it starts it anew, loses nothing and never needs a restart', async () => {
  const ledger = openLedger();
  await underLoad(ledger, 22, async (random) => {
    for (const name of ['SIGINT', 'SIGKILL', 'SIGQUIT', 'SIGKILL'] as const) {
      const postmaster = await until('a postmaster', () => readPostmaster(desk.dataDir));
      process.kill(postmaster, name);
      await until(`a new postmaster after ${name}`, () => readPostmaster(desk.dataDir) !== postmaster && readPostmaster(desk.dataDir) !== null, { every: 20 });
      const before = acknowledged(ledger);
      await until(`mail and tickets are taken after ${name}`, () => acknowledged(ledger).mails > before.mails && acknowledged(ledger).tickets > before.tickets, { within: 45_000, every: 50 });
      await pause(between(random, 100, 1_500));
    }
  });
  await expectRecovery(ledger);
});

async function underLoad(ledger: Ledger, seed: number, harm: (random: Random) => Promise<void>): Promise<void> {
  const random = seededRandom(seed);
  const name = `d${seed}`;
  const mail = startMailClients({ ports: [desk.smtpPort], inbox: desk.inbox, ledger, random, name });
  const api = startApiClients({ urls: [desk.url], headers: desk.agent.headers, ledger, random, name });
  await until('load', () => acknowledged(ledger).replies > 2 && acknowledged(ledger).mails > 2);
  await harm(random);
  await pause(1_000);
  await inTime('the clients get to their end', Promise.all([mail.finish(), api.finish()]), 90_000);
}

async function expectRecovery(ledger: Ledger): Promise<void> {
  expect(desk.program.hasEnded()).toBe(false);
  expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
  await expectSwiftWakeUps();
  await settle(desk);
  await expectAllOnce(desk, ledger);
  // What went wrong was said in a way that a client can act on: come again (451, 421), or a problem with a code.
  expect(ledger.mailTrouble.filter(({ status }) => ![0, 421, 451].includes(status))).toEqual([]);
  expect(ledger.apiTrouble.filter(({ status, contentType, code }) => status !== 503 || !contentType.startsWith('application/problem+json') || code === '')).toEqual([]);
  expect(ledger.apiTrouble.filter(({ milliseconds }) => milliseconds >= longestRequest)).toEqual([]);
}

/** The same socket is still told of each change, and mail is read and sent at once, not with the next look by the clock. */
async function expectSwiftWakeUps(): Promise<void> {
  await settle(desk);
  const before = screen.received('event');
  const made = await fetch(`${desk.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { ...desk.agent.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'After the storm', text: 'All is well.', requester: { email: 'after@customers.example' }, direction: 'out' }),
  });
  expect(made.status).toBe(201);
  // ticket.created, then message.sent.
  await until('the open screen is told', () => screen.received('event') >= before + 2, { within: 5_000, every: 10 });
}
