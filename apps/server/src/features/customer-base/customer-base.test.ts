import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailDesk, type MailDesk } from '../../../../../tests/support/mail-desk.ts';
import { aBrand, aCustomer, anAgent, anInbox, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';

let desk: MailDesk;
let workspace: TestWorkspace;
let inbox: { address: string };
let lead: TestAgent;
let eva: TestAgent;
let otto: TestAgent;

beforeAll(async () => {
  desk = await openMailDesk();
});
beforeEach(async () => {
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  inbox = await anInbox(db, workspace.id);
  lead = await anAgent(db, workspace.id, { role: 'admin' });
  eva = await anAgent(db, workspace.id, { name: 'Eva', brands: [workspace.brandId] });
  otto = await anAgent(db, workspace.id, { name: 'Otto' });
});
afterAll(() => desk.stop());

const anOrganization = async (name = 'Hartwell', domain?: string): Promise<number> => (await desk.ask(lead, 'POST', '/api/v1/organizations', { name, ...(domain ? { domains: [domain] } : {}) })).body.id;
const someone = (options: Parameters<typeof aCustomer>[2] = {}) => aCustomer(desk.context.db, workspace.id, { brands: [workspace.brandId], ...options });
const change = (kind: 'customers' | 'organizations', id: number, body: object, asker = lead) => desk.ask(asker, 'PATCH', `/api/v1/${kind}/${id}`, body);
const accountOf = async (id: number, kind: 'customers' | 'organizations' = 'customers') => (await desk.ask(lead, 'GET', `/api/v1/${kind}/${id}`)).body.account;
const ref = ({ id, name }: TestAgent, active = true) => ({ id, name, active });

describe('who looks after a customer', () => {
  test('is set, changed and cleared; their own beats the organization’s, and it says where it comes from', async () => {
    const organization = await anOrganization();
    const { id } = await someone({ organizationId: organization });
    expect(await accountOf(id)).toBeNull();
    expect((await change('organizations', organization, { account: { agent: eva.id, deputy: otto.id } })).body.account).toEqual({ agent: ref(eva), deputy: ref(otto), from: 'organization' });
    expect(await accountOf(id)).toEqual({ agent: ref(eva), deputy: ref(otto), from: 'organization' });
    expect((await change('customers', id, { account: { agent: otto.id } })).body.account).toEqual({ agent: ref(otto), deputy: null, from: 'customer' });
    await change('customers', id, { account: null });
    expect(await accountOf(id)).toMatchObject({ agent: ref(eva), from: 'organization' });
    await change('organizations', organization, { account: null });
    expect(await accountOf(id)).toBeNull();
    const told = await desk.context.db.selectFrom('events').select('data').where('workspace_id', '=', workspace.id).where('type', '=', 'customer.updated').orderBy('id').execute();
    expect(told.map(({ data }) => data)).toEqual([
      { customer_id: id, changes: { account_agent_id: { from: null, to: otto.id } } },
      { customer_id: id, changes: { account_agent_id: { from: otto.id, to: null } } },
    ]);
  });

  test('can be said of a new one', async () => {
    const made = await desk.ask(lead, 'POST', '/api/v1/customers', { name: 'Nils', account: { agent: eva.id }, next_contact: { on: '2027-01-15', note: 'Renewal' } });
    expect(made).toMatchObject({ status: 201, body: { account: { agent: ref(eva) }, next_contact: { on: '2027-01-15', note: 'Renewal' } } });
  });

  test('sees the brands that know them, is active, works on tickets and is not their own deputy; or it is refused by name', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id, { name: 'Northwind' });
    const { id } = await someone({ brands: [workspace.brandId, hidden] });
    const organization = await anOrganization();
    await someone({ brands: [hidden], organizationId: organization });
    const viewer = await anAgent(desk.context.db, workspace.id, { role: 'viewer' });
    const stranger = await anAgent(desk.context.db, (await aWorkspace(desk.context.db)).id);
    const refused = async (kind: 'customers' | 'organizations', of: number, account: object) => (await change(kind, of, { account })).body.errors;
    for (const [kind, of] of [['customers', id], ['organizations', organization]] as const) {
      expect(await refused(kind, of, { agent: eva.id })).toMatchObject([{ field: 'account.agent', code: 'brand_not_seen', message: 'They do not see Northwind' }]);
      expect(await refused(kind, of, { agent: otto.id, deputy: eva.id })).toMatchObject([{ field: 'account.deputy', code: 'brand_not_seen' }]);
      expect(await refused(kind, of, { agent: otto.id, deputy: otto.id })).toMatchObject([{ field: 'account.deputy', code: 'same_agent' }]);
      for (const agent of [viewer.id, stranger.id]) expect(await refused(kind, of, { agent })).toMatchObject([{ field: 'account.agent', code: 'not_found' }]);
    }
    expect(await accountOf(id)).toBeNull();
  });

  test('stays when two customers turn out to be one, and goes back when they do not', async () => {
    const [kept, leaving] = [await someone(), await someone()];
    await change('customers', leaving.id, { account: { agent: eva.id, deputy: otto.id }, next_contact: { on: '2027-02-01', note: 'Ask about the lift' } });
    await desk.ask(lead, 'POST', `/api/v1/customers/${leaving.id}/merge`, { into: kept.id });
    expect((await desk.ask(lead, 'GET', `/api/v1/customers/${kept.id}`)).body).toMatchObject({ account: { agent: ref(eva), deputy: ref(otto) }, next_contact: { on: '2027-02-01', note: 'Ask about the lift' } });
    // Handed over meanwhile: who takes over has both.
    expect((await desk.ask(lead, 'POST', '/api/v1/base/moves', { from: eva.id, agent: lead.id })).body).toMatchObject({ moved: 1, left: 0 });
    await desk.ask(lead, 'POST', `/api/v1/customers/${leaving.id}/unmerge`);
    expect((await desk.ask(lead, 'GET', `/api/v1/customers/${kept.id}`)).body).toMatchObject({ account: null, next_contact: null });
    expect((await desk.ask(lead, 'GET', `/api/v1/customers/${leaving.id}`)).body).toMatchObject({ account: { agent: ref(lead), deputy: ref(otto) }, next_contact: { on: '2027-02-01' } });
  });
});

describe('a new ticket', () => {
  const created = async (number: number) => {
    const row = await desk.context.db.selectFrom('tickets as t').innerJoin('events as e', (join) => join.onRef('e.workspace_id', '=', 't.workspace_id').onRef('e.ticket_id', '=', 't.id'))
      .select(['t.assignee_id', 'e.data']).where('t.workspace_id', '=', workspace.id).where('t.number', '=', number).where('e.type', '=', 'ticket.created').executeTakeFirstOrThrow();
    return { assignee: row.assignee_id, reason: (row.data as { reason?: string }).reason };
  };
  const asks = async (requester: object, more: object = {}, asker = lead) => {
    const answer = await desk.ask(asker, 'POST', '/api/v1/tickets', { subject: 'Hello', text: 'It is broken', requester, ...more });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return { ...(await created(answer.body.number)), shown: answer.body.assignee?.id ?? null };
  };
  const writes = async (from: string) => {
    const messageId = `<${from}-${Math.random()}@mail.example>`;
    await desk.send({ from, to: inbox.address, subject: 'By mail', text: 'It is broken', messageId, envelope: { from, to: inbox.address } });
    await desk.settle();
    const { number } = await desk.context.db.selectFrom('messages as m').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id')).select('t.number').where('m.workspace_id', '=', workspace.id).where('m.message_id', '=', messageId).executeTakeFirstOrThrow();
    return created(number);
  };
  const theirs = { assignee: 0, reason: 'account_agent' };
  const nobodys = { assignee: null, reason: undefined };

  test('by mail, by the API and from a caller goes to the account agent at once, and the event says why', async () => {
    const caller = (await desk.ask(lead, 'POST', '/api/v1/customers', { name: 'Cal', addresses: [{ kind: 'phone', address: '+46701234567' }], account: { agent: eva.id } })).body;
    const { id, email } = await someone();
    await change('customers', id, { account: { agent: eva.id } });
    expect(await writes(email)).toEqual({ ...theirs, assignee: eva.id });
    expect(await asks({ email })).toEqual({ ...theirs, assignee: eva.id, shown: eva.id });
    expect(await asks({ id })).toMatchObject({ ...theirs, assignee: eva.id });
    expect(await asks({ id: caller.id })).toMatchObject({ ...theirs, assignee: eva.id });
    expect(await asks({ phone: '+46701234567' })).toMatchObject({ ...theirs, assignee: eva.id });
    expect(await writes((await someone()).email)).toEqual(nobodys);
  });

  test('of a new person of an organization, and of somebody whom this brand did not know, does too', async () => {
    const organization = await anOrganization('Lund', 'lund.example');
    await change('organizations', organization, { account: { agent: eva.id } });
    expect(await writes('new@lund.example')).toEqual({ ...theirs, assignee: eva.id });
    expect(await asks({ email: 'newer@lund.example' })).toMatchObject({ ...theirs, assignee: eva.id });
    const elsewhere = await someone({ brands: [await aBrand(desk.context.db, workspace.id)], organizationId: organization });
    expect(await writes(elsewhere.email)).toEqual({ ...theirs, assignee: eva.id });
  });

  test('of one who was merged goes to whoever looks after the person', async () => {
    const [kept, merged] = [await someone(), await someone()];
    await change('customers', merged.id, { account: { agent: otto.id } });
    await change('customers', kept.id, { account: { agent: eva.id } });
    await desk.ask(lead, 'POST', `/api/v1/customers/${merged.id}/merge`, { into: kept.id });
    expect(await writes(merged.email)).toEqual({ ...theirs, assignee: eva.id });
  });

  test('goes to the deputy when the account agent is switched off or does not see the brand, and to nobody when neither can', async () => {
    const hidden = await aBrand(desk.context.db, workspace.id);
    const { id, email } = await someone();
    await change('customers', id, { account: { agent: eva.id, deputy: otto.id } });
    expect(await asks({ email }, { brand: hidden })).toMatchObject({ assignee: otto.id, reason: 'account_deputy' });
    await desk.ask(lead, 'PATCH', `/api/v1/agents/${eva.id}`, { active: false });
    expect(await writes(email)).toEqual({ assignee: otto.id, reason: 'account_deputy' });
    await desk.ask(lead, 'PATCH', `/api/v1/agents/${otto.id}`, { active: false });
    expect(await writes(email)).toEqual(nobodys);
  });

  test('that a person gives to somebody, or to nobody, is theirs to give; and a reply changes nothing', async () => {
    const { id, email } = await someone();
    const before = (await desk.ask(lead, 'POST', '/api/v1/tickets', { subject: 'Before', text: 'Hello', requester: { email } })).body;
    await change('customers', id, { account: { agent: eva.id } });
    expect(await asks({ email }, { assignee: otto.id })).toEqual({ assignee: otto.id, reason: undefined, shown: otto.id });
    expect(await asks({ email }, { assignee: null })).toMatchObject(nobodys);
    await desk.ask(lead, 'POST', `/api/v1/tickets/${before.number}/messages`, { kind: 'public', text: 'We look at it' });
    expect((await created(before.number)).assignee).toBeNull();
  });

  test('goes to nobody where the desk does not want it', async () => {
    const { id, email } = await someone();
    await change('customers', id, { account: { agent: eva.id } });
    expect((await desk.ask(lead, 'PATCH', '/api/v1/workspace', { account_first: false })).body.account_first).toBe(false);
    expect(await writes(email)).toEqual(nobodys);
  });
});
