import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, anAgent, aTeam, aTicket, aWorkspace, type TestAgent, type TestWorkspace } from '../../../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';

let desk: TestDesk;
let workspace: TestWorkspace;
let otherBrand: number;
let team: number;
let agent: TestAgent;
let colleague: TestAgent;
let narrow: TestAgent;
let lead: TestAgent;
let viewer: TestAgent;
let stranger: TestAgent;

beforeAll(async () => {
  desk = await openTestDesk();
  const { db } = desk.context;
  workspace = await aWorkspace(db);
  otherBrand = await aBrand(db, workspace.id);
  agent = await anAgent(db, workspace.id, { name: 'Astrid Lind' });
  colleague = await anAgent(db, workspace.id, { name: 'Bo Ek' });
  narrow = await anAgent(db, workspace.id, { brands: [otherBrand] });
  lead = await anAgent(db, workspace.id, { role: 'lead' });
  viewer = await anAgent(db, workspace.id, { role: 'viewer' });
  stranger = await anAgent(db, (await aWorkspace(db)).id, { role: 'owner' });
  team = await aTeam(db, workspace.id, { members: [colleague.id] });
});
afterAll(() => desk.stop());

const save = (asker: TestAgent, body: object = {}) => desk.ask(asker, 'POST', '/api/v1/saved-views', { name: 'Urgent', conditions: { priority: ['urgent'] }, ...body });
const idsFor = async (asker: TestAgent): Promise<number[]> => (await desk.ask(asker, 'GET', '/api/v1/saved-views?limit=100')).body.items.map(({ id }: { id: number }) => id);
const numbersIn = async (asker: TestAgent, view: number, query = ''): Promise<number[]> => (await desk.ask(asker, 'GET', `/api/v1/saved-views/${view}/tickets${query}`)).body.items.map(({ number }: { number: number }) => number);
const set = (ticket: { id: number }, values: object) => desk.context.db.updateTable('tickets').set(values).where('workspace_id', '=', workspace.id).where('id', '=', ticket.id).execute();

describe('who sees and who changes', () => {
  test('an own view is its owner’s alone, not even a lead’s', async () => {
    const { status, body } = await save(agent);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Urgent', audience: 'own', owner: { id: agent.id }, may_edit: true, unusable: false });
    expect(await idsFor(agent)).toContain(body.id);
    for (const other of [colleague, lead, viewer, stranger]) {
      expect(await idsFor(other)).not.toContain(body.id);
      for (const path of ['', '/tickets']) expect((await desk.ask(other, 'GET', `/api/v1/saved-views/${body.id}${path}`)).status).toBe(404);
      expect((await desk.ask(other, 'GET', `/api/v1/saved-views/counts?ids=${body.id}`)).body).toEqual({ counts: [] });
    }
    for (const other of [colleague, lead, stranger]) {
      expect((await desk.ask(other, 'PATCH', `/api/v1/saved-views/${body.id}`, { name: 'Mine now' })).status).toBe(404);
      expect((await desk.ask(other, 'DELETE', `/api/v1/saved-views/${body.id}`)).status).toBe(404);
    }
  });

  test('a view shows what a ticket has of its own, and custom fields; nothing else is a column', async () => {
    const { body } = await save(agent, { display: { columns: ['ticket.number', 'product', 'ticket.tags'] } });
    expect(body.display.columns).toEqual(['ticket.number', 'product', 'ticket.tags']);
    expect((await desk.ask(agent, 'GET', `/api/v1/saved-views/${body.id}/tickets`)).status).toBe(200);
    expect((await save(agent, { display: { columns: ['ticket.secret'] } })).body.code).toBe('invalid_input');
  });

  test('a team’s view is seen by its members and by leads, and changed by leads', async () => {
    expect((await save(agent, { audience: 'team', team })).body.code).toBe('not_allowed');
    const { body } = await save(lead, { audience: 'team', team });
    expect(body).toMatchObject({ audience: 'team', team: { id: team } });
    expect(await idsFor(colleague)).toContain(body.id);
    expect(await idsFor(agent)).not.toContain(body.id);
    expect((await desk.ask(colleague, 'GET', `/api/v1/saved-views/${body.id}`)).body.may_edit).toBe(false);
    expect((await desk.ask(colleague, 'PATCH', `/api/v1/saved-views/${body.id}`, { name: 'x' })).body.code).toBe('not_allowed');
    expect((await desk.ask(colleague, 'DELETE', `/api/v1/saved-views/${body.id}`)).body.code).toBe('not_allowed');
    expect((await desk.ask(agent, 'GET', `/api/v1/saved-views/${body.id}`)).status).toBe(404);
  });

  test('everyone’s view is for the whole workspace; making it one’s own takes it from the others', async () => {
    expect((await save(agent, { audience: 'everyone' })).body.code).toBe('not_allowed');
    const { body } = await save(lead, { audience: 'everyone' });
    expect(await idsFor(viewer)).toContain(body.id);
    expect(await idsFor(stranger)).not.toContain(body.id);
    const other = await anAgent(desk.context.db, workspace.id, { role: 'lead' });
    expect((await desk.ask(other, 'PATCH', `/api/v1/saved-views/${body.id}`, { audience: 'own' })).body).toMatchObject({ audience: 'own', owner: { id: other.id } });
    expect(await idsFor(viewer)).not.toContain(body.id);
    expect(await idsFor(lead)).not.toContain(body.id);
  });

  test('a team must be there, and only a team’s view has one', async () => {
    expect((await save(lead, { audience: 'team' })).body.errors[0].field).toBe('team');
    expect((await save(lead, { audience: 'everyone', team })).body.errors[0].field).toBe('team');
    expect((await save(lead, { audience: 'team', team: 123_456 })).body.errors[0].field).toBe('team');
    expect((await save(narrow, { conditions: { brand: [workspace.brandId] } })).body.errors[0].field).toBe('conditions.brand');
    expect((await save(agent, { conditions: { field: ['nothing:1'] } })).body.errors[0].field).toBe('conditions.field');
  });

  test('a removed view is gone, and comes back as it was', async () => {
    const { body } = await save(agent, { name: 'Twice' });
    expect((await desk.ask(agent, 'DELETE', `/api/v1/saved-views/${body.id}`)).status).toBe(200);
    expect((await desk.ask(agent, 'GET', `/api/v1/saved-views/${body.id}`)).status).toBe(404);
    expect(await idsFor(agent)).not.toContain(body.id);
    expect((await desk.ask(colleague, 'POST', `/api/v1/saved-views/${body.id}/restore`)).status).toBe(404);
    const { updated_at: _before, ...same } = body;
    expect((await desk.ask(agent, 'POST', `/api/v1/saved-views/${body.id}/restore`)).body).toMatchObject(same);
    expect((await desk.ask(agent, 'POST', `/api/v1/saved-views/${body.id}/restore`)).status).toBe(404);
  });

  test('there are at most a hundred own ones', async () => {
    const collector = await anAgent(desk.context.db, workspace.id);
    const rows = Array.from({ length: 100 }, (_, index) => ({ workspace_id: workspace.id, name: `View ${index}`, audience: 'own', owner_id: collector.id, conditions: '{}' }) as const);
    await desk.context.db.insertInto('saved_views').values(rows).execute();
    expect((await save(collector)).body.code).toBe('conflict');
    expect((await save(agent)).status).toBe(201);
  });
});

describe('what a view holds', () => {
  test('a shared view shows each reader only the brands that they see, and is theirs by “me”', async () => {
    const [here, there] = [await aTicket(desk.context.db, workspace.id, { brandId: workspace.brandId }), await aTicket(desk.context.db, workspace.id, { brandId: otherBrand })];
    for (const ticket of [here, there]) await set(ticket, { tags: ['both'] });
    const { body: both } = await save(lead, { audience: 'everyone', conditions: { tag: ['both'] } });
    expect((await numbersIn(agent, both.id)).toSorted()).toEqual([here.number, there.number].toSorted());
    expect(await numbersIn(narrow, both.id)).toEqual([there.number]);
    const counts = async (asker: TestAgent) => (await desk.ask(asker, 'GET', `/api/v1/saved-views/counts?ids=${both.id}`)).body.counts;
    expect(await counts(agent)).toEqual([{ id: both.id, count: 2, capped: false }]);
    expect(await counts(narrow)).toEqual([{ id: both.id, count: 1, capped: false }]);

    await set(here, { assignee_id: agent.id });
    await set(there, { assignee_id: narrow.id });
    const { body: own } = await save(lead, { audience: 'everyone', conditions: { tag: ['both'], assignee: ['me'] } });
    expect(await numbersIn(agent, own.id)).toEqual([here.number]);
    expect(await numbersIn(narrow, own.id)).toEqual([there.number]);
    expect(await numbersIn(lead, own.id)).toEqual([]);
  });

  test('a view by a field of a brand that the reader does not see holds nothing for them and says so', async () => {
    const { body: field } = await desk.ask(await anAgent(desk.context.db, workspace.id, { role: 'owner' }), 'POST', '/api/v1/fields', { label: 'Colour', type: 'choice', brand: workspace.brandId, filterable: true, options: [{ label: 'Red' }] });
    const { body: view } = await save(lead, { audience: 'everyone', conditions: { field: [`${field.key}:red`] } });
    expect(view.unusable).toBe(false);
    expect((await desk.ask(narrow, 'GET', `/api/v1/saved-views/${view.id}`)).body.unusable).toBe(true);
    expect(await numbersIn(narrow, view.id)).toEqual([]);
  });

  test('snoozed tickets are out unless the view asks for them', async () => {
    const ticket = await aTicket(desk.context.db, workspace.id);
    await set(ticket, { tags: ['sleepy'], snoozed_until: new Date('2100-01-01') });
    for (const [snoozed, found] of [[undefined, 0], ['no', 0], ['only', 1], ['any', 1]] as const) {
      const { body } = await save(agent, { conditions: { tag: ['sleepy'], ...(snoozed && { snoozed }) } });
      expect(await numbersIn(agent, body.id)).toHaveLength(found);
    }
  });

  test('words and an address narrow a view further', async () => {
    const ticket = await aTicket(desk.context.db, workspace.id, { subject: 'The espresso machine leaks' });
    await aTicket(desk.context.db, workspace.id, { subject: 'The grinder' });
    const { body } = await save(agent, { conditions: {} });
    expect(await numbersIn(agent, body.id, '?q=espr%20leaks')).toEqual([ticket.number]);
    expect(await numbersIn(agent, body.id, '?q=nobody@firm.example')).toEqual([]);
  });
});

test('the standard views leave snoozed tickets out, and know the team’s own and those who are mentioned', async () => {
  const { db } = desk.context;
  const counts = async () => Object.fromEntries((await desk.ask(colleague, 'GET', '/api/v1/views')).body.views.map(({ key, count }: { key: string; count: number }) => [key, count]));
  const list = async (query: string) => (await desk.ask(colleague, 'GET', `/api/v1/tickets?${query}`)).body.items.map(({ number }: { number: number }) => number);
  const before = await counts();
  const [awake, asleep, ofTeam, solved] = [await aTicket(db, workspace.id), await aTicket(db, workspace.id), await aTicket(db, workspace.id), await aTicket(db, workspace.id)];
  await set(awake, { assignee_id: colleague.id });
  await set(asleep, { assignee_id: colleague.id, snoozed_until: new Date('2100-01-01') });
  await set(ofTeam, { team_id: team });
  await set(solved, { assignee_id: colleague.id, status: 'solved' });
  const [older, newer] = [await db.insertInto('messages').values(noteOn(ofTeam.id)).returning('id').executeTakeFirstOrThrow(), await db.insertInto('messages').values(noteOn(awake.id)).returning('id').executeTakeFirstOrThrow()];
  const again = await db.insertInto('messages').values(noteOn(ofTeam.id)).returning('id').executeTakeFirstOrThrow();
  for (const [ticket, message] of [[ofTeam, older], [awake, newer], [ofTeam, again]] as const)
    await db.insertInto('ticket_mentions').values({ workspace_id: workspace.id, agent_id: colleague.id, ticket_id: ticket.id, message_id: message.id }).execute();
  const grown = (key: string) => async () => ((await counts())[key] ?? 0) - (before[key] ?? 0);
  for (const [key, more] of Object.entries({ mine: 1, snoozed: 1, team_unassigned: 1, solved_by_me: 1, mentioned: 2, open: 2, all: 4 })) expect(await grown(key)(), key).toBe(more);
  expect(await list('assignee=me&status=new,open&snoozed=no')).toEqual([awake.number]);
  expect(await list('assignee=me&snoozed=only')).toEqual([asleep.number]);
  expect(await list('assignee=me&status=new,open')).toEqual(expect.arrayContaining([awake.number, asleep.number]));
  expect(await list('team=mine&assignee=none&status=new,open')).toEqual([ofTeam.number]);
  expect(await list('mentioned=me')).toEqual([ofTeam.number, awake.number]);
  const first = (await desk.ask(colleague, 'GET', '/api/v1/tickets?mentioned=me&limit=1')).body;
  expect((await desk.ask(colleague, 'GET', `/api/v1/tickets?mentioned=me&limit=1&cursor=${first.next_cursor}`)).body).toMatchObject({ items: [{ number: awake.number }], next_cursor: null });
  expect(await (await desk.ask(agent, 'GET', '/api/v1/tickets?mentioned=me')).body.items).toEqual([]);
});

function noteOn(ticket: number) {
  return { workspace_id: workspace.id, ticket_id: ticket, kind: 'note', direction: 'out', channel: 'web', author_type: 'agent', author_id: agent.id, text: '@Bo' } as const;
}

/** Numbers of all tickets of a list, page by page. */
async function pagesOf(asker: TestAgent, url: string, limit: number): Promise<number[]> {
  const found: number[] = [];
  for (let cursor = ''; found.length < 100; ) {
    const { items, next_cursor }: { items: { number: number }[]; next_cursor: string | null } = (await desk.ask(asker, 'GET', `${url}limit=${limit}${cursor && `&cursor=${cursor}`}`)).body;
    found.push(...items.map(({ number }) => number));
    if (next_cursor === null) break;
    cursor = next_cursor;
  }
  return found;
}

describe('what is due next, priorities and topics', () => {
  test('tickets stand in the order in which they are due, page by page; then those with nothing due, the last changed first', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const [soon, later, never, changed] = [await aTicket(desk.context.db, workspace.id), await aTicket(desk.context.db, workspace.id), await aTicket(desk.context.db, workspace.id), await aTicket(desk.context.db, workspace.id)];
    for (const [ticket, updated] of [[never, -2], [changed, -1]] as const) await set(ticket, { updated_at: at(updated) });
    for (const ticket of [soon, later, never, changed]) await set(ticket, { tags: ['due'], kind: 'task' });
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${later.number}/commitments`, { text: 'A call', due: at(30) })).status).toBe(201);
    expect((await desk.ask(agent, 'POST', `/api/v1/tickets/${soon.number}/commitments`, { text: 'A letter', due: at(60) })).status).toBe(201);
    const target = { workspace_id: workspace.id, ticket_id: soon.id, brand_id: workspace.brandId, kind: 'resolution', cycle_at: at(-5), policy_id: 1, policy_version: 1, priority: 'normal', business: false, target_minutes: 60, reason: 'started', began_at: at(-5), left_seconds: 60 } as const;
    await desk.context.db.insertInto('sla_targets').values([{ ...target, due_at: at(20) }, { ...target, kind: 'first_reply', due_at: at(-3), ended_at: at(-4), outcome: 'met' }]).execute();
    const right = [soon, later, changed, never].map(({ number }) => number);
    const { body: view } = await save(agent, { conditions: { tag: ['due'] }, display: { sort: 'due' } });
    expect(view.display.sort).toBe('due');
    for (const url of [`/api/v1/saved-views/${view.id}/tickets?`, '/api/v1/tickets?tag=due&sort=due&']) {
      expect((await desk.ask(agent, 'GET', url)).body.items.map(({ number }: { number: number }) => number), url).toEqual(right);
      expect(await pagesOf(agent, url, 1), url).toEqual(right);
    }
    const { next_cursor: foreign } = (await desk.ask(agent, 'GET', '/api/v1/tickets?tag=due&limit=1')).body;
    expect((await desk.ask(agent, 'GET', `/api/v1/tickets?tag=due&sort=due&cursor=${foreign}`)).body.code, 'of another order').toBe('invalid_cursor');
    for (const query of ['team=mine', 'assignee=none&team=mine']) expect(await desk.ask(narrow, 'GET', `/api/v1/tickets?${query}&sort=due`), 'who is in no team').toMatchObject({ status: 200, body: { items: [] } });
  });

  test('by priority the most urgent stand first, and of one priority the last changed, page by page', async () => {
    const tickets = await Promise.all(['low', 'urgent', 'normal', 'high', 'normal', 'urgent'].map(async (priority, at) => {
      const ticket = await aTicket(desk.context.db, workspace.id);
      await set(ticket, { priority, tags: ['ranked'], updated_at: new Date(Date.UTC(2026, 0, 1, at)).toISOString() });
      return ticket.number;
    }));
    const right = [5, 1, 3, 4, 2, 0].map((at) => tickets[at]);
    const { body: view } = await save(agent, { conditions: { tag: ['ranked'] }, display: { sort: 'priority' } });
    expect(view.display.sort).toBe('priority');
    for (const url of [`/api/v1/saved-views/${view.id}/tickets?`, '/api/v1/tickets?tag=ranked&sort=priority&']) {
      for (const limit of [2, 4, 50]) expect(await pagesOf(agent, url, limit), `${url} by ${limit}`).toEqual(right);
    }
  });

  test('a topic means all that hangs on it; one of a brand that the reader does not see holds nothing', async () => {
    await desk.ask(lead, 'PUT', '/api/v1/topics', { brand: workspace.brandId, topics: [{ key: 'lamps', label: 'Lamps' }, { key: 'bulbs', label: 'Bulbs', parent: 'lamps' }, { key: 'rest', label: 'The rest' }] });
    const topics = new Map<string, number>((await desk.ask(lead, 'GET', `/api/v1/topics?brand=${workspace.brandId}`)).body.items.flatMap((tree: { topics: { key: string; id: number }[] }) => tree.topics.map(({ key, id }): [string, number] => [key, id])));
    const [bulb, rest] = [await aTicket(desk.context.db, workspace.id), await aTicket(desk.context.db, workspace.id)];
    for (const [{ number }, key] of [[bulb, 'bulbs'], [rest, 'rest']] as const) expect((await desk.ask(agent, 'PUT', `/api/v1/tickets/${number}/wrap-up`, { topic: topics.get(key), degree: 'solved' })).status).toBe(200);
    const { body: view } = await save(lead, { audience: 'everyone', conditions: { topic: [topics.get('lamps')] } });
    expect(await numbersIn(agent, view.id)).toEqual([bulb.number]);
    expect((await desk.ask(agent, 'GET', `/api/v1/saved-views/counts?ids=${view.id}`)).body.counts).toMatchObject([{ count: 1 }]);
    const list = async (asker: TestAgent, query: string) => (await desk.ask(asker, 'GET', `/api/v1/tickets?${query}`)).body.items.map(({ number }: { number: number }) => number);
    for (const sort of ['due', '-updated_at']) expect(await list(agent, `topic=${topics.get('lamps')}&sort=${sort}`)).toEqual([bulb.number]);
    for (const asker of [narrow, stranger]) expect(await list(asker, `topic=${topics.get('lamps')}`)).toEqual([]);
    expect(await numbersIn(narrow, view.id)).toEqual([]);
  });
});
