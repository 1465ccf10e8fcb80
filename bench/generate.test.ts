import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../tests/support/desk.ts';
import { generateWorkspace, type Generated } from './generate.ts';

let desk: TestDesk;
let client: pg.Client;
let generated: Generated;
const tickets = 400;

beforeAll(async () => {
  desk = await openTestDesk();
  client = new pg.Client({ connectionString: desk.ownerUrl });
  await client.connect();
  generated = await generateWorkspace(desk.ownerUrl, { tickets });
});
afterAll(async () => {
  await client.end();
  await desk.stop();
});

async function one(query: string): Promise<unknown> {
  const { rows } = await client.query<Record<string, unknown>>(query, query.includes('$1') ? [generated.workspaceId] : []);
  return Object.values(rows[0] ?? {})[0];
}

test('the generated desk has the size that was asked for', async () => {
  const count = (table: string) => one(`select count(*)::int from ${table} where workspace_id = $1`);
  expect([await count('tickets'), await count('customers'), await count('agents'), await count('teams'), await count('brands')]).toEqual([tickets, tickets / 10, 200, 20, 10]);
  expect(await one('select count(distinct language)::int from messages where workspace_id = $1')).toBe(5);
  expect(Number(await one('select avg(length(text))::int from messages where workspace_id = $1'))).toBeGreaterThan(500);
});

test('every generated reference leads to a row, and every count is right', async () => {
  const { rows } = await client.query<{ child: string; parent: string; columns: string[]; targets: string[] }>(`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent,
      array(select attname::text from unnest(conkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.n order by o) as columns,
      array(select attname::text from unnest(confkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = confrelid and a.attnum = k.n order by o) as targets
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  expect(rows.length).toBeGreaterThan(10);
  for (const { child, parent, columns, targets } of rows) {
    const on = columns.map((column, index) => `p.${targets[index]} = c.${column}`).join(' and ');
    expect([child, parent, await one(`select count(*)::int from ${child} c where ${columns.map((column) => `c.${column} is not null`).join(' and ')} and not exists (select from ${parent} p where ${on})`)]).toEqual([child, parent, 0]);
  }
  expect(await one(`select count(*)::int from tickets t where workspace_id = $1 and message_count <> (select count(*) from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id)`)).toBe(0);
});

test('lists and timelines of the generated desk read through the API', async () => {
  const headers = { authorization: `Bearer ${generated.tokens[0]!}` };
  const list = await desk.ask({ headers }, 'GET', '/api/v1/tickets?limit=100');
  expect(list.body.items).toHaveLength(100);
  const timeline = await desk.ask({ headers }, 'GET', `/api/v1/tickets/${generated.longTickets[0]!}/timeline`);
  expect(timeline.body.items).toHaveLength(20);
  const created = await desk.ask({ headers }, 'POST', '/api/v1/tickets', { subject: 'One more', text: 'After the others', requester: { email: 'new@firm.example' } });
  expect(created.body.number).toBe(tickets + 1);
});
