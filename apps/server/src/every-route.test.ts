import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrand, aCustomer, anAgent, anInbox, aSignedInAgent, aTeam, aWorkspace, signedIn, type TestAgent } from '../../../tests/support/factories.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/desk.ts';
import { resolve, sample, type Components, type Schema } from '../../../tests/support/sample-from-schema.ts';
import { storeFile, insertFile } from './features/files/index.ts';
import { systemActor } from './platform/auth/actor.ts';

/**
 * What must hold for every route that exists or will, taken from our own OpenAPI: a new route is tested the day it is
 * written. Paths whose ids this file does not know fail here until they are told.
 */

type Operation = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; isOpen: boolean; params: string[]; query: { name: string; schema: Schema }[]; body: Schema | null; onlySession: boolean };

/** Everybody may call these, and only these; where one path is open for one method only, its description says for which. */
const openToAll = [
  '/api/auth/sign-in/email', '/api/auth/sign-in/code', '/api/auth/sign-in/passkey/begin', '/api/auth/sign-in/passkey', '/api/auth/sign-out', '/api/auth/forgot-password', '/api/auth/new-password', '/api/auth/invitations/look', '/api/auth/invitations/accept',
  '/api/v1/setup/waiting', '/api/v1/setup/link', '/api/v1/setup',
  '/healthz', '/readyz', '/metrics', '/api/v1/openapi.json', '/api/docs',
];

let desk: TestDesk;
let components: Components;
let operations: Operation[];
let viewer: TestAgent;
/** As somebody is seen on a screen, for the routes that take no token. */
const onScreen = new Map<TestAgent, { headers: { cookie: string } }>();
let owner: TestAgent;
let foreigner: TestAgent;
let narrow: TestAgent;
let ids: Record<string, number | string>;

beforeAll(async () => {
  desk = await openTestDesk();
  const document = desk.app.swagger() as unknown as { paths: Record<string, Record<string, OpenApiOperation>>; components?: { schemas?: Components } };
  components = document.components?.schemas ?? {};
  operations = readOperations(document.paths);
  const { db } = desk.context;
  const home = await aWorkspace(db);
  const ownerWithPassword = await aSignedInAgent(desk.context, home.id, { role: 'owner' });
  owner = ownerWithPassword;
  viewer = await anAgent(db, home.id, { role: 'viewer' });
  const hidden = await aBrand(db, home.id);
  const seen = await aBrand(db, home.id);
  narrow = await anAgent(db, home.id, { role: 'owner', brands: [seen] });
  const stranger = await aSignedInAgent(desk.context, (await aWorkspace(db)).id, { role: 'owner' });
  foreigner = stranger;
  onScreen.set(owner, await signedIn(desk.app, ownerWithPassword)).set(foreigner, await signedIn(desk.app, stranger));
  ids = await aRowOfEverything(home.id, hidden);
});
afterAll(() => desk.stop());

describe('every route', () => {
  test('is in the document, with a name and a summary', () => {
    expect(operations.length).toBeGreaterThan(40);
  });

  test('asks for a login, but for a closed list', async () => {
    for (const operation of operations) {
      const answer = await ask(null, operation, operation.path.replaceAll(/\{\w+\}/g, '1'));
      if (operation.isOpen) expect(answer.status, name(operation)).not.toBe(403);
      else expect(answer, name(operation)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    }
  });

  test('that changes something refuses a viewer before it reads anything', async () => {
    for (const operation of guarded().filter(({ method }) => method !== 'GET'))
      expect(await ask(viewer, operation, operation.path.replaceAll(/\{\w+\}/g, '1')), name(operation)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  });

  test('treats another workspace’s row as one that is not there', async () => {
    for (const operation of guarded().filter(({ params }) => params.length > 0)) {
      const answer = await ask(foreigner, operation, pathTo(operation));
      expect([name(operation), answer.status, answer.body?.code]).toEqual([name(operation), 404, 'not_found']);
    }
  });

  test('treats a row of a brand that the agent may not see as one that is not there', async () => {
    const ofABrand = /^\/api\/v1\/(tickets|client|messages|outbox|intake|customers|customer-imports|files|brands|inboxes|fields|side-conversations|macros|automations|guidelines|playbooks|approvals|approval-rules|satisfaction-settings|webhooks|offers|staff-feedback)\//;
    for (const operation of guarded().filter(({ path, params }) => params.length > 0 && ofABrand.test(path))) {
      const answer = await ask(narrow, operation, pathTo(operation));
      expect([name(operation), answer.status, answer.body?.code]).toEqual([name(operation), 404, 'not_found']);
    }
  });
});

describe('bad input to every route', () => {
  test('is refused with the field’s name and a stable code, and changes nothing', async () => {
    const before = await everything();
    for (const operation of guarded().filter(({ body }) => body !== null)) {
      const good = sample(operation.body ?? {}, components) as Record<string, unknown>;
      const url = pathTo(operation);
      expectField(operation, await send(operation, url, { ...good, no_such_field: 1 }), 'no_such_field');
      for (const [key, schema] of Object.entries(propertiesOf(operation.body ?? {}))) {
        expectField(operation, await send(operation, url, { ...good, [key]: { wrong: ['type'] } }), key);
        if (isText(schema)) {
          expectField(operation, await send(operation, url, { ...good, [key]: 'x'.repeat(1_000_001) }), key);
          expectField(operation, await send(operation, url, { ...good, [key]: `a\u0000b` }), key);
        }
      }
    }
    expect(await everything()).toEqual(before);
  }, 120_000);

  test('in a query is refused with the field’s name', async () => {
    for (const operation of guarded().filter(({ method, path }) => method === 'GET' && !path.includes('/files/'))) {
      const url = pathTo(operation);
      expectField(operation, await ask(owner, operation, `${url}?no_such_field=1`), 'no_such_field');
      for (const { name: field } of operation.query.filter((query) => ['cursor', 'after', 'limit'].includes(query.name))) {
        const answer = await ask(owner, operation, `${url}?${field}=not.one!`);
        expectField(operation, answer, field);
        if (field !== 'limit') expect(answer.body.code, name(operation)).toBe('invalid_cursor');
        if (field !== 'limit') expect((await ask(owner, operation, `${url}?${field}=WyJ4Il0`)).body.code, name(operation)).toBe('invalid_cursor');
      }
    }
  });

  test('in a path is refused', async () => {
    for (const operation of guarded().filter(({ params, path }) => params.length > 0 && path.startsWith('/api/v1')))
      for (const wrong of ['0', '-1', 'abc', '1e3', '99999999999999999999', '%00'])
        expect([400, 404], `${name(operation)} ${wrong}`).toContain((await ask(owner, operation, operation.path.replaceAll(/\{\w+\}/g, wrong))).status);
  });

  test('that is no JSON, or of another kind, gets a clear answer', async () => {
    const post = (payload: string, type: string) => desk.app.inject({ method: 'POST', url: '/api/v1/tickets', headers: { ...owner.headers, 'content-type': type }, payload });
    expect((await post('{"subject":', 'application/json')).json()).toMatchObject({ status: 400, code: 'invalid_input' });
    expect((await post('<a/>', 'text/xml')).json()).toMatchObject({ status: 415, code: 'wrong_media_type' });
    expect((await post(JSON.stringify({ subject: 'x'.repeat(3_000_000) }), 'application/json')).json()).toMatchObject({ status: 413, code: 'too_large' });
    expect((await desk.ask(owner, 'GET', '/api/v1/no-such-thing')).body).toMatchObject({ status: 404, code: 'not_found' });
  });
});

function name({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function guarded(): Operation[] {
  return operations.filter(({ isOpen }) => !isOpen);
}

function ask(asker: TestAgent | null, operation: Operation, url: string) {
  return send(operation, url, operation.body ? sample(operation.body, components) : undefined, asker);
}

async function send(operation: Operation, url: string, body: unknown, asker: TestAgent | null = owner) {
  return desk.ask((operation.onlySession && asker && onScreen.get(asker)) || asker, operation.method, url, body);
}

function expectField(operation: Operation, answer: { status: number; body: { code?: string; errors?: { field: string }[] } }, field: string): void {
  const fields = (answer.body.errors ?? []).map((error) => error.field);
  const named = fields.some((each) => each === field || each.startsWith(`${field}.`));
  // A body that is too large as a whole never gets as far as its fields.
  if (answer.status === 413) return;
  expect([name(operation), field, answer.status, named, fields]).toEqual([name(operation), field, 400, true, fields]);
}

function propertiesOf(given: Schema): Record<string, Schema> {
  const schema = resolve(given, components);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  return choices ? propertiesOf(choices[0] ?? {}) : (schema.properties ?? {});
}

function isText(given: Schema): boolean {
  const schema = resolve(given, components);
  const first = schema.anyOf?.[0] ?? schema;
  return first.type === 'string' && !first.enum;
}

function pathTo({ path, params }: Operation): string {
  const room = /^\/(?:api\/v1\/)?((?:me\/)?[a-z-]+)/.exec(path)?.[1] ?? '';
  const wanted = params.map((param, index) => (index === 0 ? room : `${room}.${param}`));
  const unknown = wanted.find((key) => ids[key] === undefined);
  if (unknown) throw new Error(`${path}: tell this test an id of ${unknown}`);
  return params.reduce((url, param, index) => url.replace(`{${param}}`, String(ids[wanted[index] ?? ''])), path);
}

async function everything(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: desk.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity') and tablename not in ('api_tokens', 'session', 'presence', 'ticket_number_blocks') order by 1",
    );
    const sums: Record<string, string> = {};
    for (const { name: table } of rows) sums[table] = (await client.query<{ sum: string }>(`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t`)).rows[0]?.sum ?? '';
    return sums;
  } finally {
    await client.end();
  }
}

async function aRowOfEverything(workspaceId: number, brandId: number): Promise<Record<string, number | string>> {
  const { context } = desk;
  const { db } = context;
  const inbox = await anInbox(db, workspaceId, { brandId });
  const team = await aTeam(db, workspaceId);
  const customer = await aCustomer(db, workspaceId, { brands: [brandId] });
  const address = await db.selectFrom('customer_addresses').select('id').where('workspace_id', '=', workspaceId).where('customer_id', '=', customer.id).executeTakeFirstOrThrow();
  const organization = await db.insertInto('organizations').values({ workspace_id: workspaceId, name: 'Hartwell' }).returning('id').executeTakeFirstOrThrow();
  const block = await db.insertInto('block_list').values({ workspace_id: workspaceId, pattern: '@bad.example' }).returning('id').executeTakeFirstOrThrow();
  const token = await db.selectFrom('identity.api_tokens').select('id').where('agent_id', '=', owner.id).executeTakeFirstOrThrow();
  const ticket = (await desk.ask(owner, 'POST', '/api/v1/tickets', { subject: 'One', text: 'Text', requester: { email: customer.email }, brand: brandId, cc: [{ email: 'copy@firm.example' }] })).body;
  const other = (await desk.ask(owner, 'POST', '/api/v1/tickets', { subject: 'Two', text: 'Text', requester: { email: customer.email }, brand: brandId })).body;
  await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/links`, { number: other.number });
  const reply = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/messages`, { kind: 'public', text: 'Answer', undo_seconds: 60 })).body;
  const task = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/tasks`, { text: 'Call' })).body;
  const commitment = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/commitments`, { text: 'Call back', due: '2027-06-30' })).body;
  const expert = await anAgent(db, workspaceId);
  const escalation = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/escalations`, { to: { agent: expert.id }, question: 'What now?' })).body;
  const swarm = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/swarms`, { people: [expert.id], question: 'What now?' })).body;
  const time = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/time`, { seconds: 60 })).body;
  const participants = (await desk.ask(owner, 'GET', `/api/v1/tickets/${ticket.number}/participants`)).body.items;
  const stored = await storeFile(context, { content: Buffer.from('a file'), name: 'a.txt', type: 'text/plain' });
  const file = await db.transaction().execute((tx) => insertFile(tx, systemActor(workspaceId), stored));
  await db.insertInto('message_files').values({ workspace_id: workspaceId, message_id: reply.id, file_id: file.id, position: 0, name: 'a.txt' }).execute();
  const intake = await db.insertInto('intake').values({ workspace_id: workspaceId, inbox_id: inbox.id, source: 'smtp', raw_sha256: stored.sha256, raw_size: 6, envelope_to: inbox.address, status: 'failed' }).returning('id').executeTakeFirstOrThrow();
  const customerImport = await db.insertInto('customer_imports').values({ workspace_id: workspaceId, agent_id: owner.id, brand_id: brandId, file_name: 'a.csv', sha256: stored.sha256, size: 6, format: 'csv', encoding: 'utf-8', delimiter: ',', header: true, columns: '[]', mapping: [] }).returning('id').executeTakeFirstOrThrow();
  const bulk = await db.insertInto('bulk_changes').values({ workspace_id: workspaceId, agent_id: owner.id, change: '{}', total: 0, next_attempt_at: null, status: 'done' }).returning('id').executeTakeFirstOrThrow();
  const invitation = (await desk.ask(owner, 'POST', '/api/v1/invitations', { email: 'new@desk.example' })).body;
  const field = (await desk.ask(owner, 'POST', '/api/v1/fields', { label: 'Product', type: 'choice', brand: brandId, options: [{ label: 'Router' }] })).body;
  const side = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/side-conversations`, { kind: 'question', subject: 'A part', text: 'Have you got it?', to: [{ email: 'supplier@parts.example' }], undo_seconds: 60 })).body;
  const macro = (await desk.ask(owner, 'POST', '/api/v1/macros', { name: 'Thanks', shared: true, brand: brandId, texts: [{ language: 'en', html: '<p>Thanks</p>' }] })).body;
  const automation = (await desk.ask(owner, 'POST', '/api/v1/automations', { name: 'Tag', brand: brandId, trigger: { on: 'events', events: ['created'] }, actions: { add_tags: ['new'] } })).body;
  const calendar = (await desk.ask(owner, 'POST', '/api/v1/calendars', { name: 'Nights' })).body;
  const policy = (await desk.ask(owner, 'POST', '/api/v1/sla-policies', { name: 'Fast', targets: [{ kind: 'first_reply', time: 'calendar', minutes: { low: 60, normal: 60, high: 60, urgent: 60 } }] })).body;
  const playbook = (await desk.ask(owner, 'POST', '/api/v1/playbooks', { name: 'Returns', brand: brandId, steps: [{ text: 'Obtain consent', by: 'person' }] })).body;
  await desk.ask(owner, 'POST', '/api/v1/fields', { label: 'Refund', type: 'number', brand: brandId });
  const approvalRule = (await desk.ask(owner, 'POST', '/api/v1/approval-rules', { name: 'Refunds', brand: brandId, guard: 'amount', field: 'refund', above: 100, approver: 'lead' })).body;
  const approval = (await desk.ask(owner, 'POST', `/api/v1/tickets/${ticket.number}/approvals`, { change: { fields: { refund: 250 } }, reason: 'Broken twice' })).body;
  const guideline = (await desk.ask(owner, 'POST', '/api/v1/guidelines', { name: 'Refunds', brand: brandId, text: 'Ask first', moments: ['case'] })).body;
  const skill = (await desk.ask(owner, 'POST', '/api/v1/skills', { kind: 'product', name: 'Router' })).body;
  const timeOff = (await desk.ask(owner, 'POST', `/api/v1/agents/${owner.id}/time-off`, { starts_at: '2126-07-01T00:00:00Z', ends_at: '2126-07-15T00:00:00Z' })).body;
  const reportSchedule = (await desk.ask(owner, 'POST', '/api/v1/report-schedules', { every: 'day', hour: 7 })).body;
  const webhook = (await desk.ask(owner, 'POST', '/api/v1/webhooks', { name: 'Sync', url: 'https://hooks.example/', brands: [brandId] })).body;
  const delivery = await db.insertInto('webhook_deliveries').values({ workspace_id: workspaceId, webhook_id: webhook.id, event_id: 1, type: 'ticket.updated', state: 'failed' }).returning('id').executeTakeFirstOrThrow();
  const offer = await db.insertInto('routing_offers').values({ workspace_id: workspaceId, ticket_id: ticket.id, team_id: team, agent_id: owner.id, round: 1, reasons: '{}', offered_at: new Date(), due_at: new Date(Date.now() + 3_600_000) }).returning('id').executeTakeFirstOrThrow();
  const view = (await desk.ask(owner, 'POST', '/api/v1/saved-views', { name: 'Urgent', conditions: { priority: ['urgent'] } })).body;
  const baseMove = (await desk.ask(owner, 'POST', '/api/v1/base/moves', { organizations: [organization.id], agent: owner.id })).body;
  await desk.ask(owner, 'POST', '/api/v1/staff-feedback', { kind: 'complaint', about: viewer.id, text: 'Rude', ticket: ticket.number });
  const feedback = await db.selectFrom('staff_feedback').select('id').where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow();
  const session = await db.selectFrom('identity.session').select(['id', 'userId']).orderBy('createdAt').executeTakeFirstOrThrow();
  const passkey = await db
    .insertInto('identity.passkeys')
    .values({ user_id: session.userId, rp_id: 'localhost', credential_id: Buffer.alloc(32, 1), public_key: Buffer.alloc(77), synced: false, name: 'Key' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const device = await db
    .insertInto('push_devices')
    .values({ workspace_id: workspaceId, agent_id: owner.id, session_id: session.id, endpoint: 'https://push.example/x', p256dh: 'x', auth: 'x' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    'me/devices': device.id, 'me/sessions': session.id, 'me/passkeys': passkey.id, invitations: invitation.id,
    tickets: ticket.number, 'tickets.id': participants.at(-1).id, 'tickets.other': other.number, 'tickets.agent': owner.id, 'tickets.task': task.id, 'tickets.commitment': commitment.id, 'tickets.escalation': escalation.id, 'tickets.swarm': swarm.id, 'tickets.entry': time.items[0].id,
    client: ticket.number, 'client.id': file.id,
    messages: reply.id, outbox: reply.delivery.id, intake: intake.id, files: file.id,
    fields: field.id, macros: macro.id, automations: automation.id, calendars: calendar.id, 'sla-policies': policy.id, guidelines: guideline.id, playbooks: playbook.id, approvals: approval.id, 'approval-rules': approvalRule.id, 'tickets.step': playbook.steps[0].id, 'guidelines.version': 1, 'report-schedules': reportSchedule.id, offers: offer.id, webhooks: webhook.id, 'webhooks.delivery': delivery.id, 'saved-views': view.id,
    'side-conversations': side.id, 'side-conversations.person': side.people[0].id,
    brands: brandId, 'satisfaction-settings': brandId, inboxes: inbox.id, teams: team, agents: owner.id, 'agents.skill': skill.id, 'agents.entry': timeOff.id, skills: skill.id, tokens: token.id, blocks: block.id,
    'customer-imports': customerImport.id, 'bulk-changes': bulk.id,
    customers: customer.id, 'customers.addressId': address.id, organizations: organization.id, 'staff-feedback': feedback.id, 'me/staff-feedback': feedback.id, base: baseMove.id,
  };
}

type OpenApiOperation = {
  operationId?: string;
  summary?: string;
  parameters?: { in: string; name: string; schema?: Schema }[];
  security?: Record<string, string[]>[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
};

function readOperations(paths: Record<string, Record<string, OpenApiOperation>>): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      if (!operation.operationId || !operation.summary) throw new Error(`${method} ${path} has no operationId or summary`);
      const parameters = operation.parameters ?? [];
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        isOpen: openToAll.includes(path) && operation.security?.length === 0,
        params: parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name),
        query: parameters.filter((parameter) => parameter.in === 'query').map((parameter) => ({ name: parameter.name, schema: parameter.schema ?? {} })),
        onlySession: operation.security?.some((choice) => 'session' in choice && !('token' in choice)) === true,
        body: operation.requestBody?.content?.['application/json']?.schema ?? null,
      };
    }),
  );
}
