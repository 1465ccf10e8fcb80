import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openSink, type Sink } from '../support/mail-desk.ts';
import { openSocket } from '../support/socket.ts';
import { startApiClients } from './support/api-clients.ts';
import { openFaultProxy, type FaultProxy } from './support/fault-proxy.ts';
import { expectAllOnce, settle, type Examined } from './support/findings.ts';
import { acknowledged, openLedger } from './support/ledger.ts';
import { startMailClients } from './support/mail-clients.ts';
import { endPrograms, freePort, killProgram, launch, type ProgramProcess } from './support/program-process.ts';
import { between, seededRandom } from './support/random.ts';
import { furnish, openFolder, type Furnished } from './support/survival-desk.ts';
import { pause, until } from './support/until.ts';

type Node = { roles: string; url: string; smtpPort: number; program: ProgramProcess; start(): Promise<number> };

let database: TestDatabase;
let folder: string;
let sink: Sink;
let way: FaultProxy;
let furnished: Furnished;
let nodes: Node[];
let examined: Examined;

beforeEach(async () => {
  nodes = [];
  database = await createTestDatabase();
  folder = await openFolder();
  sink = await openSink();
  way = await openFaultProxy(sink.url);
  furnished = await furnish(database.ownerUrl);
  examined = { look, workspaceId: furnished.workspaceId, dataDir: join(folder, 'data'), sink };
});
afterEach(async () => {
  await endPrograms(nodes.map(({ program }) => program), null);
  await way.close();
  await sink.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function look<Row>(statement: string, values?: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** A node of the desk: one database, one file store, ports of its own. */
async function startNode(roles: string): Promise<Node> {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const env = { PORT: String(port), OMBUD_SMTP_PORT: String(smtpPort), OMBUD_DATA_DIR: join(folder, 'data'), OMBUD_SMTP_URL: way.url, DATABASE_URL: database.ownerUrl };
  const node: Node = {
    roles, smtpPort,
    url: `http://127.0.0.1:${port}`,
    program: launch({ env, roles }),
    start() {
      node.program = launch({ env, roles });
      return node.program.ready();
    },
  };
  nodes.push(node);
  await node.program.ready();
  return node;
}

async function openScreen(node: Node) {
  const screen = openSocket(`${node.url.replace('http', 'ws')}/api/v1/live`, furnished.agent.headers);
  await screen.opened;
  screen.send({ type: 'hello', after: null });
  await screen.next('ready');
  return screen;
}

test('two whole nodes and two of single roles do each thing once, and a change on one is on the screens of the others', async () => {
  const random = seededRandom(41);
  const [first, second] = [await startNode('web,worker,mail'), await startNode('web,worker,mail')];
  const [door, desk] = [await startNode('mail'), await startNode('web')];
  const ledger = openLedger();
  const mail = startMailClients({ ports: [first, second, door].map(({ smtpPort }) => smtpPort), inbox: furnished.inbox, ledger, random, name: 'n41' });
  const api = startApiClients({ urls: [first, second, desk].map(({ url }) => url), headers: furnished.agent.headers, ledger, random, name: 'n41' });
  await until('load', () => acknowledged(ledger).mails >= 60 && acknowledged(ledger).replies >= 40, { within: 60_000 });
  await Promise.all([mail.finish(), api.finish()]);
  await settle(examined, 60_000);
  expect(ledger.mailTrouble).toEqual([]);
  expect(ledger.apiTrouble).toEqual([]);
  await expectAllOnce(examined, ledger);

  const screens = await Promise.all([first, second, desk].map(openScreen));
  for (const node of [first, second, desk]) {
    const before = screens.map((screen) => screen.received('event'));
    const response = await fetch(`${node.url}/api/v1/tickets/${ledger.tickets[0]?.number}`, {
      method: 'PATCH',
      headers: { ...furnished.agent.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ add_tags: [`on-${nodes.indexOf(node)}`] }),
    });
    expect(response.status).toBe(200);
    await until('every node tells its screen', () => screens.every((screen, at) => screen.received('event') === (before[at] ?? 0) + 1), { within: 5_000, every: 10 });
  }
  for (const screen of screens) screen.close();
});

test('one node killed again and again, the other takes over what it had begun, and each thing is done once', async () => {
  const random = seededRandom(42);
  way.delay = 40;
  const steady = await startNode('web,worker,mail');
  const mortal = await startNode('web,worker,mail');
  const ledger = openLedger();
  const mail = startMailClients({ ports: [steady.smtpPort, mortal.smtpPort], inbox: furnished.inbox, ledger, random, name: 'n42' });
  const api = startApiClients({ urls: [steady.url, mortal.url], headers: furnished.agent.headers, ledger, random, name: 'n42' });
  const kills = 4;
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(between(random, 500, 2_000));
    await killProgram(mortal.program);
    const before = acknowledged(ledger);
    await until('the other goes on', () => acknowledged(ledger).mails > before.mails && acknowledged(ledger).tickets > before.tickets);
    if (kill < kills - 1) await mortal.start();
  }
  // The last kill leaves the steady one alone with what the other had begun.
  await Promise.all([mail.finish(), api.finish()]);
  await settle(examined);
  await expectAllOnce(examined, ledger, { repeats: kills * 12 });
});
