import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { aBrand, aCustomer, anAgent, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { fixedClock } from '../../platform/clock/clock.ts';

const day = 86_400_000;
const clock = fixedClock('2027-03-10T12:00:00Z');
let desk: TestDesk;
let workspace: TestWorkspace;
let lead: TestAgent;
let eva: TestAgent;
let otto: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk({}, { clock });
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  lead = await anAgent(db, workspace.id, { role: 'admin' });
  eva = await anAgent(db, workspace.id, { name: 'Eva', brands: [workspace.brandId] });
  otto = await anAgent(db, workspace.id, { name: 'Otto' });
});
afterAll(() => desk.stop());

const ago = (days: number) => new Date(clock.now().getTime() - days * day);
const keep = async (kind: 'customers' | 'organizations', id: number, body: object) => expect((await desk.ask(lead, 'PATCH', `/api/v1/${kind}/${id}`, body)).status).toBe(200);
async function someone(name: string, { account = { agent: eva.id } as object | null, next = null as string | null, brands = [workspace.brandId], organizationId = null as number | null } = {}): Promise<number> {
  const { id } = await aCustomer(desk.context.db, workspace.id, { name, brands, organizationId });
  await keep('customers', id, { account, next_contact: next && { on: next, note: 'Call' } });
  return id;
}
async function firm(name: string, body: object = { account: { agent: eva.id } }): Promise<number> {
  const { id } = (await desk.ask(lead, 'POST', '/api/v1/organizations', { name })).body;
  await keep('organizations', id, body);
  return id;
}
/** A ticket in which somebody wrote so many days ago; `note`: and an agent made a note so many days ago. */
async function wrote(customer: number, days: number, { note = null as number | null, status = 'open' as 'open' | 'solved', brand = workspace.brandId, promise = null as Date | null } = {}): Promise<void> {
  const { db } = desk.context;
  const number = 1_000 + Math.floor(Math.random() * 1e8);
  const ticket = await db.insertInto('tickets').values({ workspace_id: workspace.id, number, subject: 'A case', status, channel: 'email', brand_id: brand, requester_id: customer, last_message_at: ago(note ?? days), last_direction: 'in', last_public_direction: note === null ? null : 'in', promise_due_at: promise, created_at: ago(days) }).returning('id').executeTakeFirstOrThrow();
  const message = { workspace_id: workspace.id, ticket_id: ticket.id, direction: 'in', channel: 'email', author_type: 'customer', text: 'Hello', reply_text: 'Hello' } as const;
  await db.insertInto('messages').values({ ...message, kind: 'public', created_at: ago(days) }).execute();
  if (note !== null) await db.insertInto('messages').values({ ...message, kind: 'note', direction: 'out', author_type: 'agent', created_at: ago(note) }).execute();
}
const list = async (query = '', asker = eva) => {
  const answer = await desk.ask(asker, 'GET', `/api/v1/base${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items as { kind: string; id: number; name: string; as: string; open: number; last_contact_at: string | null; promise_due_at: string | null }[];
};
const names = async (query = '', asker = eva) => (await list(query, asker)).map(({ name }) => name);

describe('whom an agent looks after', () => {
  test('customers and organizations of their own and as a deputy, marked; not those of others, nor who comes with an organization', async () => {
    const lund = await firm('Lund', { account: { agent: otto.id, deputy: eva.id } });
    await someone('Of Lund', { account: null, organizationId: lund });
    await someone('Mine', { organizationId: lund });
    await someone('Another’s', { account: { agent: otto.id } });
    expect(await list('?sort=name')).toMatchObject([{ kind: 'organization', name: 'Lund', as: 'deputy' }, { kind: 'customer', name: 'Mine', as: 'agent', organization: { name: 'Lund' } }]);
    expect(await names('', otto)).toEqual(expect.arrayContaining(['Lund', 'Another’s']));
  });

  test('with their open tickets, the soonest promise and when somebody last wrote to the other; notes are no contact', async () => {
    const lund = await firm('Lund');
    const [one, two] = [await someone('One', { account: null, organizationId: lund }), await someone('Two', { account: null, organizationId: lund })];
    await wrote(one, 9, { promise: new Date('2027-03-12T10:00:00Z') });
    await wrote(two, 20, { note: 1 });
    await wrote(two, 40, { status: 'solved', promise: new Date('2027-03-11T10:00:00Z') });
    expect(await list()).toMatchObject([{ name: 'Lund', open: 2, promise_due_at: '2027-03-12T10:00:00.000Z', last_contact_at: ago(9).toISOString() }]);
    await keep('customers', two, { account: { agent: eva.id } });
    expect((await list()).find(({ name }) => name === 'Two')).toMatchObject({ open: 1, last_contact_at: ago(20).toISOString() });
  });

  test('counts what was merged into them, once', async () => {
    const [kept, merged] = [await someone('Kept'), await someone('Merged')];
    await wrote(merged, 3);
    await wrote(kept, 8);
    await desk.ask(lead, 'POST', `/api/v1/customers/${merged}/merge`, { into: kept });
    expect(await list()).toMatchObject([{ id: kept, open: 2, last_contact_at: ago(3).toISOString() }]);
  });

  test('shows nothing of a brand that the reader does not see', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const both = await someone('Both', { account: { agent: otto.id }, brands: [workspace.brandId, hidden] });
    await someone('Hidden', { account: { agent: otto.id }, brands: [hidden] });
    await wrote(both, 2, { brand: hidden });
    await wrote(both, 5);
    const narrow = await anAgent(desk.context.db, workspace.id, { role: 'lead', brands: [workspace.brandId] });
    expect(await list(`?agent=${otto.id}`, narrow)).toMatchObject([{ name: 'Both', open: 1, last_contact_at: ago(5).toISOString() }]);
    expect(await names('?sort=silence', otto)).toEqual(['Hidden', 'Both']);
  });

  test('is another one’s business only for those who lead', async () => {
    await someone('Mine');
    expect(await names(`?agent=${eva.id}`, lead)).toEqual(['Mine']);
    expect(await desk.ask(otto, 'GET', `/api/v1/base?agent=${eva.id}`)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id);
    expect((await desk.ask(lead, 'GET', `/api/v1/base?agent=${stranger.id}`)).body.errors).toMatchObject([{ field: 'agent' }]);
  });
});

describe('in order', () => {
  beforeEach(async () => {
    const [anna, bert] = [await someone('Anna', { next: '2027-03-11' }), await someone('Bert')];
    await wrote(anna, 30);
    await wrote(bert, 5);
    await firm('Cato', { account: { agent: eva.id }, next_contact: { on: '2027-03-01', note: 'Renewal' } });
    await someone('Dora', { next: '2027-03-10' });
  });

  test('by the next contact, by the silence or by name, page by page', async () => {
    const orders = { next_contact: ['Cato', 'Dora', 'Anna', 'Bert'], silence: ['Dora', 'Cato', 'Anna', 'Bert'], name: ['Anna', 'Bert', 'Cato', 'Dora'] };
    for (const [sort, wanted] of Object.entries(orders)) {
      expect(await names(`?sort=${sort}`)).toEqual(wanted);
      const found: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body } = await desk.ask(eva, 'GET', `/api/v1/base?sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`);
        found.push(...body.items.map(({ name }: { name: string }) => name));
        cursor = body.next_cursor;
      }
      expect(found).toEqual(wanted);
    }
  });

  test('only who has heard nothing for long, has open tickets, or is to be called today', async () => {
    expect(await names('?silent_days=10&sort=name')).toEqual(['Anna', 'Cato', 'Dora']);
    expect(await names('?open=true&sort=name')).toEqual(['Anna', 'Bert']);
    expect(await names('?open=true&silent_days=10')).toEqual(['Anna']);
    expect(await names('?due=true')).toEqual(['Cato', 'Dora']);
    await desk.context.db.updateTable('agents').set({ time_zone: 'Pacific/Auckland' }).where('workspace_id', '=', workspace.id).where('id', '=', eva.id).execute();
    desk.context.identify.forget();
    expect(await names('?due=true')).toEqual(['Cato', 'Dora', 'Anna']);
  });
});

describe('a base that is handed over', () => {
  const move = (body: object, asker = lead) => desk.ask(asker, 'POST', '/api/v1/base/moves', body);
  const whose = async (id: number, kind: 'customers' | 'organizations' = 'customers') => {
    const { account } = (await desk.ask(lead, 'GET', `/api/v1/${kind}/${id}`)).body;
    return account && [account.agent.id, account.deputy?.id ?? null];
  };

  test('as a whole or in part goes to the new agent with an event each, and back; what somebody changed since stays', async () => {
    const [lund, anna, bert] = [await firm('Lund', { account: { agent: eva.id, deputy: otto.id } }), await someone('Anna'), await someone('Bert')];
    const part = await move({ customers: [anna], agent: otto.id, deputy: eva.id });
    expect(part).toMatchObject({ status: 201, body: { moved: 1, left: 0 } });
    expect(await whose(anna)).toEqual([otto.id, eva.id]);
    const whole = await move({ from: eva.id, agent: otto.id });
    expect(whole.body).toMatchObject({ moved: 2, left: 0 });
    expect([await whose(lund, 'organizations'), await whose(bert)]).toEqual([[otto.id, null], [otto.id, null]]);
    await keep('customers', bert, { account: { agent: lead.id } });
    expect((await desk.ask(lead, 'POST', `/api/v1/base/moves/${whole.body.id}/undo`)).body).toEqual({ restored: 1, left: 1, more: false });
    expect([await whose(lund, 'organizations'), await whose(bert)]).toEqual([[eva.id, otto.id], [lead.id, null]]);
    expect(await desk.ask(lead, 'POST', `/api/v1/base/moves/${whole.body.id}/undo`)).toMatchObject({ status: 409 });
    const told = await desk.context.db.selectFrom('events').select(['type', 'brand_id', 'data']).where('workspace_id', '=', workspace.id).where('type', 'in', ['customer.updated', 'organization.updated']).orderBy('id').execute();
    expect(told).toContainEqual({ type: 'customer.updated', brand_id: workspace.brandId, data: { customer_id: anna, changes: { account_agent_id: { from: eva.id, to: otto.id }, account_deputy_id: { from: null, to: eva.id } } } });
    expect(told.at(-1)).toMatchObject({ type: 'organization.updated', data: { organization_id: lund, changes: { account_agent_id: { from: otto.id, to: eva.id } } } });
  });

  test('stays where the new agent does not see a brand, and can be taken from everybody', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const [seen, unseen] = [await someone('Seen', { account: { agent: otto.id } }), await someone('Unseen', { account: { agent: otto.id }, brands: [workspace.brandId, hidden] })];
    expect((await move({ from: otto.id, agent: eva.id })).body).toMatchObject({ moved: 1, left: 1 });
    expect([await whose(seen), await whose(unseen)]).toEqual([[eva.id, null], [otto.id, null]]);
    expect((await move({ customers: [seen, unseen], agent: null })).body).toMatchObject({ moved: 2, left: 0 });
    expect([await whose(seen), await whose(unseen)]).toEqual([null, null]);
  });

  test('of many customers goes in steps to the last one, and comes back in steps; nobody goes on with another one’s, or with one that is taken back', async () => {
    const big = await anAgent(desk.context.db, workspace.id);
    const many = 2_300;
    const { rows } = await sql<{ id: number }>`insert into customers (workspace_id, kind, name, account_agent_id) select ${workspace.id}, 'external', 'Customer ' || n, ${big.id} from generate_series(1, ${many}::int) n returning id`.execute(desk.context.db);
    await sql`insert into customer_brands (workspace_id, customer_id, brand_id) select ${workspace.id}, x, ${workspace.brandId} from unnest(${rows.map(({ id }) => id)}::bigint[]) x`.execute(desk.context.db);
    const count = async (agent: TestAgent) => Number((await desk.context.db.selectFrom('customers').select((of) => of.fn.countAll<string>().as('count')).where('workspace_id', '=', workspace.id).where('account_agent_id', '=', agent.id).executeTakeFirstOrThrow()).count);
    const before = await count(otto);
    const steps = [await move({ from: big.id, agent: otto.id })];
    const ids = steps[0]!.body.id;
    expect((await move({ from: big.id, agent: otto.id, cursor: steps[0]!.body.next_cursor }, await anAgent(desk.context.db, workspace.id, { role: 'lead' }))).status).toBe(404);
    while (steps.at(-1)!.body.next_cursor !== null) steps.push(await move({ from: big.id, agent: otto.id, cursor: steps.at(-1)!.body.next_cursor }));
    expect(steps.map(({ body: { id, moved, left } }) => ({ id, moved, left }))).toEqual([1_000, 1_000, 300].map((moved) => ({ id: ids, moved, left: 0 })));
    expect([await count(big), await count(otto)]).toEqual([0, before + many]);
    const undo = async () => (await desk.ask(lead, 'POST', `/api/v1/base/moves/${ids}/undo`)).body;
    expect(await undo()).toEqual({ restored: 300, left: 0, more: true });
    expect((await move({ from: big.id, agent: otto.id, cursor: steps[0]!.body.next_cursor })).status, 'it is being taken back').toBe(409);
    expect([await undo(), await undo()]).toEqual([{ restored: 1_000, left: 0, more: true }, { restored: 1_000, left: 0, more: false }]);
    expect([await count(big), await count(otto), (await undo()).code]).toEqual([many, before, 'conflict']);
    expect((await move({ customers: [rows[0]!.id], agent: otto.id, cursor: steps[0]!.body.next_cursor })).body.errors).toMatchObject([{ field: 'cursor' }]);
  }, 60_000);

  test('is for leads, names one thing or the other, and people who are there', async () => {
    const anna = await someone('Anna');
    const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id);
    expect((await move({ customers: [anna], agent: otto.id }, eva)).status).toBe(403);
    for (const [body, field] of [[{ agent: otto.id }, 'from'], [{ from: eva.id, customers: [anna], agent: otto.id }, 'from'], [{ from: eva.id, agent: eva.id }, 'agent'], [{ from: eva.id, agent: stranger.id }, 'agent'], [{ customers: [anna], agent: otto.id, deputy: otto.id }, 'deputy'], [{ customers: [anna], agent: null, deputy: otto.id }, 'deputy'], [{ customers: [anna, 987_654_321], agent: otto.id }, 'customers']] as const)
      expect((await move(body)).body.errors, JSON.stringify(body)).toMatchObject([{ field }]);
    expect(await whose(anna)).toEqual([eva.id, null]);
  });

  test('when an agent is switched off, goes with their work to a colleague who sees the brands; what nobody takes stays', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const [seen, unseen, deputised] = [await someone('Seen', { account: { agent: otto.id, deputy: eva.id } }), await someone('Unseen', { account: { agent: otto.id, deputy: lead.id }, brands: [hidden] }), await firm('Lund', { account: { agent: lead.id, deputy: otto.id } })];
    expect((await desk.ask(lead, 'GET', `/api/v1/agents/${otto.id}/open-tickets`)).body).toEqual({ count: 0, tasks: 0, promises: 0, escalations: 0, base: 2, complaints: 0 });
    expect((await desk.ask(lead, 'POST', `/api/v1/agents/${otto.id}/deactivate`, { to: 'agent', id: eva.id })).status).toBe(200);
    expect([await whose(seen), await whose(unseen), await whose(deputised, 'organizations')]).toEqual([[eva.id, null], [otto.id, lead.id], [lead.id, eva.id]]);
  });
});
