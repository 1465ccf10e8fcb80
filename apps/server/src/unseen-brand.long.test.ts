import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrand, type BrandInUse } from '../../../tests/support/brand-in-use.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { aBrand, aCustomer, anAgent, aTeam, aWorkspace, type TestAgent } from '../../../tests/support/factories.ts';
import { feedReadable } from '../../../tests/support/feed.ts';
import { startTestProgram, type TestProgram } from '../../../tests/support/program.ts';
import { openSocket, type TestSocket } from '../../../tests/support/socket.ts';

/**
 * Whoever may not see a brand finds no trace of it. Generated from our own OpenAPI: what a reader is answered by every route that
 * reads, before and after another brand has come to have some of everything, is the same but for a closed list. So lists, search,
 * counts, home, reports, notifications and the feed are held to it the day that a route is added.
 */

let database: TestDatabase;
let program: TestProgram;
let workspaceId: number;
let team: number;
let seenBrand: number;
let hiddenBrand: number;
let owner: TestAgent;
let insider: TestAgent;
let readers: Record<string, TestAgent>;
let shown: BrandInUse;
let paths: string[];
let guest: { id: number; email: string };
const words = { seen: 'marigold', hidden: 'zyxomma' };

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestProgram({ database, roles: ['web', 'worker'], env: { OMBUD_OUTBOUND: 'hold', OMBUD_BACKUPS: 'off' } });
  const { db } = program.context;
  ({ id: workspaceId, brandId: seenBrand } = await aWorkspace(db));
  hiddenBrand = await aBrand(db, workspaceId, { name: 'Second' });
  owner = await anAgent(db, workspaceId, { role: 'owner', name: 'Olga Owner' });
  insider = await anAgent(db, workspaceId, { role: 'lead', name: 'Inga Insider' });
  await db.updateTable('agents').set({ tier: 2 }).where('workspace_id', '=', workspaceId).where('id', '=', insider.id).execute();
  const narrow = (role: TestAgent['role']) => anAgent(db, workspaceId, { role, name: `Nora ${role}`, brands: [seenBrand] });
  readers = { owner: await narrow('owner'), agent: await narrow('agent') };
  team = await aTeam(db, workspaceId, { members: [insider.id, readers['owner']!.id, readers['agent']!.id] });
  guest = await aCustomer(db, workspaceId, { name: 'Gudrun Guest', brands: [seenBrand] });
  await as(owner, 'PATCH', `/customers/${guest.id}`, { account: { agent: readers['agent']!.id } });
  shown = await use(seenBrand, words.seen);
  paths = pathsToRead((await (await fetch(`${program.url}/api/v1/openapi.json`)).json()) as Document).filter((path) => !ofPeople.some((each) => each.test(path)));
  expect(paths.length).toBeGreaterThan(150);
});
afterAll(async () => {
  await program?.stop();
  await database?.drop();
});

async function as(who: TestAgent, method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const response = await fetch(`${program.url}/api/v1${path}`, { method, headers: { ...who.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const use = (brand: number, word: string) => useBrand(program.context.db, workspaceId, (method, path, body) => as(owner, method, path, body), { brand, word, insider, team, guest: guest.email });

type Document = { paths: Record<string, Record<string, { parameters?: { in: string; name: string; required?: boolean; schema?: { enum?: string[] } }[] }>> };

/** Every route that reads, with the ids of what the reader sees, and each list once more for each word of its closed lists. */
function pathsToRead({ paths: all }: Document): string[] {
  return Object.entries(all).flatMap(([path, { get }]) => {
    if (!get || !path.startsWith('/api/v1/')) return [];
    const url = path.slice('/api/v1'.length).replace('{number}', String(shown.ticket.number)).replace('/customers/{id}', `/customers/${guest.id}`).replace('/brands/{id}', `/brands/${seenBrand}`).replace('/agents/{id}', `/agents/${insider.id}`).replace('/teams/{id}', `/teams/${team}`).replaceAll(/\{\w+\}/g, '1');
    const query = (get.parameters ?? []).filter((each) => each.in === 'query');
    const needed = query.filter((each) => each.required).map(({ name, schema }) => `${name}=${given[name] ?? schema?.enum?.[0] ?? ''}`);
    const choices = query.filter(({ name, schema }) => schema?.enum && !['format', 'words', 'language'].includes(name)).flatMap(({ name, schema }) => schema!.enum!.map((value) => `${name}=${value}`));
    if (query.some(({ name }) => name === 'format')) needed.push(path.endsWith('case-file') ? 'format=json' : 'format=csv');
    const own = Object.entries(asked).filter(([start]) => path === `/api/v1${start}`).flatMap(([, list]) => list);
    return [[], ...[...choices, ...own].map((each) => [each])].map((extra) => {
      const all = [...needed.filter((each) => !extra.some((other) => other.split('=')[0] === each.split('=')[0])), ...extra];
      return all.length ? `${url}?${all.join('&')}` : url;
    });
  });
}

const given: Record<string, string> = { tickets: '1,2,3,4,5', ticket: '1', from: '2020-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z', calls_per_hour: '200', handling_seconds: '240' };
/** What lists are asked for besides. */
const asked: Record<string, string[]> = {
  '/tickets': [`tag=${words.hidden}-tag`, `q=${words.hidden}`, 'assignee=any', 'folder=inbox'],
  '/search': ['q=zyxomma', 'q=zyx', 'q=marigold', 'q=text', 'q=Gudrun', 'kind=customer&q=zyx'],
  '/customers': ['q=zyx', 'q=Gudrun'],
  '/organizations': ['q=zyx'],
  '/commitments': ['owner=any', 'owner=none'],
  '/escalations': ['owner=any', 'owner=none'],
  '/events': ['limit=100'],
};

/**
 * What is said of a person, whatever brands their cases are of: how many whoever switches them off has to hand over, and how close they are
 * to the limit that routing goes by. A backup is of all brands.
 */
const ofPeople: readonly RegExp[] = [/^\/agents\/\d+\/open-tickets/, /^\/backups/];
const load = /\/(?:experts|routing)$/;

/** What tells the time of asking and not what there is. */
const ofTheMoment = /^(?:seconds_left|left_seconds|idle_seconds|waited_seconds|last_used_at|position|next_cursor|live_at|now|checked_at|exported_at|made_at|generated_at)$/;

function still(value: unknown, without: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => still(each, without));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !without(key)).map(([key, each]) => [key, still(each, without)]));
}

async function answerTo(reader: TestAgent, path: string): Promise<unknown> {
  const response = await fetch(`${program.url}/api/v1${path}`, { headers: reader.headers });
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return [response.status, isJson ? still(await response.json(), (key) => ofTheMoment.test(key) || (load.test(path) && key === 'open')) : await response.text()];
}

async function answers(reader: TestAgent, to: readonly string[]): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  const left = [...to];
  const one = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) all.set(path, await answerTo(reader, path));
  };
  await Promise.all([one(), one(), one(), one()]);
  return all;
}

/** Until all that follows what happens has come to an end with this brand's: the search, notifications, reports, automations and promised times. */
async function isEverywhere(word: string, { ticket, numbers }: BrandInUse): Promise<void> {
  await feedReadable(program.context.db, workspaceId);
  const { db } = program.context;
  await expect.poll(async () => JSON.stringify(await as(insider, 'GET', `/search?q=${word}`)), { timeout: 20_000 }).toContain(`${word} one`);
  await expect.poll(async () => (await as(owner, 'GET', `/tickets/${ticket.number}`)).tags, { timeout: 20_000 }).toContain(`${word}-tag`);
  await expect.poll(async () => JSON.stringify(await as(insider, 'GET', '/notifications')), { timeout: 20_000 }).toContain(`${word} `);
  const ids = db.selectFrom('tickets').select('id').where('workspace_id', '=', workspaceId).where('number', 'in', numbers);
  await expect.poll(async () => (await db.selectFrom('report_tickets').select('ticket_id').where('workspace_id', '=', workspaceId).where('ticket_id', 'in', ids).execute()).length, { timeout: 20_000 }).toBe(numbers.length);
  await feedReadable(db, workspaceId);
}

/** Once each is the same twice: nothing is on its way any more. */
async function settled(reader: TestAgent): Promise<Map<string, unknown>> {
  const known = await answers(reader, paths);
  let moving = paths;
  await expect.poll(async () => {
    const now = await answers(reader, moving);
    moving = differences(now, known);
    for (const path of moving) known.set(path, now.get(path));
    return moving;
  }, { timeout: 30_000, interval: 200 }).toEqual([]);
  return known;
}

const differences = (one: Map<string, unknown>, other: Map<string, unknown>) => [...one].filter(([path, answer]) => JSON.stringify(answer) !== JSON.stringify(other.get(path))).map(([path]) => path);

/** Where two answers differ, and how. */
function changes(one: unknown, other: unknown, at = ''): string[] {
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isTree(one) || !isTree(other)) return JSON.stringify(one) === JSON.stringify(other) ? [] : [`${at} ${JSON.stringify(one)?.slice(0, 120)} → ${JSON.stringify(other)?.slice(0, 120)}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => changes(one[key], other[key], `${at}/${key}`));
}

test('a brand that comes into use changes nothing of what those are answered who do not see it, on any route, and reaches no screen of theirs', async () => {
  await isEverywhere(words.seen, shown);
  const before = new Map<string, Map<string, unknown>>();
  for (const [role, reader] of Object.entries(readers)) before.set(role, await settled(reader));
  const screens: [string, TestSocket][] = Object.entries(readers).map(([role, { headers }]) => [role, openSocket(`${program.url.replace('http', 'ws')}/api/v1/live`, headers)]);
  for (const [, socket] of screens) {
    await socket.opened;
    socket.send({ type: 'hello', after: null });
    await socket.next('ready');
  }

  const hidden = await use(hiddenBrand, words.hidden);
  await isEverywhere(words.hidden, hidden);

  const traces: string[] = [];
  for (const [role, reader] of Object.entries(readers)) {
    const now = await settled(reader);
    for (const path of differences(before.get(role)!, now)) traces.push(`${role} ${path}: ${changes(before.get(role)!.get(path), now.get(path)).slice(0, 5).join('; ')}`);
    for (const [path, answer] of now) if (JSON.stringify(answer).toLowerCase().includes(words.hidden)) traces.push(`${role} ${path} names it`);
  }
  expect(traces).toEqual([]);
  for (const [role, socket] of screens) {
    expect([role, socket.received('event')]).toEqual([role, 0]);
    socket.close();
  }
}, 240_000);
