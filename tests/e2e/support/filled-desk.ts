import { expect } from 'vitest';
import { tell } from '../../../apps/server/src/features/notifications/index.ts';
import { followReports } from '../../../apps/server/src/features/reports/index.ts';
import { aTeam, type SignedInAgent } from '../../support/factories.ts';
import type { BrowserDesk } from './desk.ts';
import { anImport } from './import.ts';
import { aPicture } from './picture.ts';

export type FilledDesk = { agent: number; calendar: number; webhook: number; view: number; ticket: number; customer: number; organization: number; feedback: number; drafted: number; checked: number; imported: number };

/** Something of everything that the screens can show. */
export async function fillDesk(desk: BrowserDesk, agent: SignedInAgent): Promise<FilledDesk> {
  await desk.db.updateTable('identity.workspaces').set({ setup: '{}' }).where('id', '=', desk.workspaceId).execute();
  const organization = await desk.db.insertInto('organizations').values({ workspace_id: desk.workspaceId, name: 'Northwind' }).returning('id').executeTakeFirstOrThrow();
  await desk.send({
    from: 'Maja Svensson <maja@verified.example>',
    subject: 'The lamp',
    text: 'Hello',
    html: '<p>Hello, <b>the lamp</b> is <a href="https://lamps.example">broken</a>.</p><table border="1"><tr><td>Model</td><td>L-4</td></tr></table>',
    attachments: [{ filename: 'receipt.pdf', content: '%PDF-1.4' }, { filename: 'lamp.png', content: aPicture({ width: 60, height: 40, colour: [200, 60, 40] }) }],
    messageId: '<axe-1@verified.example>',
  });
  const ticket = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select(['number', 'requester_id']).where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString();
  for (const [room, body] of [
    ['messages', { kind: 'note', html: `<p><span data-mention="${agent.id}">@Astrid Lind</span> knows</p>` }],
    ['messages', { kind: 'public', text: 'An answer' }],
    ['side-conversations', { kind: 'question', subject: 'A part', text: 'Is it in stock?', to: [{ email: 'parts@supplier.example' }] }],
    ['messages', { kind: 'public', text: 'Later', send_at: tomorrow, unless_answered: true }],
  ] as const) {
    const response = await fetch(`${desk.url}/api/v1/tickets/${ticket.number}/${room}`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.status).toBe(201);
  }
  for (const body of [
    { name: 'Restart', keywords: ['router'], actions: { status: 'pending', add_tags: ['router'] }, texts: [{ language: 'en', html: '<p>Hi {{customer.first_name}}, restart it.</p>' }, { language: 'sv', html: '<p>Starta om den.</p>' }] },
    { name: 'Escalate', shared: true, actions: { priority: 'urgent' } },
  ]) {
    const response = await fetch(`${desk.url}/api/v1/macros`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.status).toBe(201);
  }
  const [drafted, checked, imported] = [await anImport(desk, agent, []), await anImport(desk, agent, ['check']), await anImport(desk, agent, ['check', 'start'])];
  // A customer with all that their page can show: a twin, one who was merged into them, a number to check.
  await desk.db.updateTable('customers').set({ organization_id: organization.id }).where('workspace_id', '=', desk.workspaceId).where('id', '=', ticket.requester_id).execute();
  const addCustomer = async (body: object) => ((await (await fetch(`${desk.url}/api/v1/customers`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { id: number }).id;
  await fetch(`${desk.url}/api/v1/organizations/${organization.id}`, { method: 'PATCH', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ account: { agent: agent.id }, next_contact: { on: '2026-01-15', note: 'Renewal' } }) });
  await addCustomer({ name: 'Maja Svensson', organization: organization.id });
  await addCustomer({ name: 'Nils Berg', account: { agent: agent.id } });
  const merged = await addCustomer({ name: 'M. Svensson', note: 'Merged', addresses: [{ kind: 'phone', address: '+45 12 34 56 78' }] });
  await fetch(`${desk.url}/api/v1/customers/${merged}/merge`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ into: ticket.requester_id }) });
  for (const body of [
    { label: 'Product', type: 'tree', filterable: true, required: 'solve', options: [{ label: 'Lamp' }, { label: 'L-4', parent: 'lamp' }] },
    { label: 'Bought', type: 'date', filterable: true }, { label: 'Price', type: 'number' }, { label: 'Guarantee', type: 'checkbox' }, { label: 'Serial number', type: 'text' },
  ]) {
    const response = await fetch(`${desk.url}/api/v1/fields`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.status).toBe(201);
  }
  const view = (await (await fetch(`${desk.url}/api/v1/saved-views`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Waiting', audience: 'everyone', conditions: { status: ['new', 'open', 'pending'], created: { newer_than: { count: 9, unit: 'days' } } }, display: { group: 'status' } }) })).json()) as { id: number };
  const add = async (path: string, body: object) => ((await (await fetch(`${desk.url}/api/v1${path}`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { id: number }).id;
  const calendar = await add('/calendars', { name: 'Nights', week: Array.from({ length: 7 }, () => [{ from: '22:00', to: '06:00' }]), holidays: { country: 'SE' }, exceptions: [{ date: '2030-01-04', until: '2030-01-06', name: 'Stocktaking', yearly: true }] });
  for (const [path, method, body] of [
    [`/brands/${desk.brand.id}`, 'PATCH', { wrap_up: 'asked' }],
    ['/topics', 'PUT', { brand: null, topics: [{ label: 'Lamps' }, { label: 'Broken', parent: 'lamps', key: 'broken' }, { label: 'Old', archived: true }].map((topic) => ({ key: topic.label.toLowerCase(), ...topic })) }],
  ] as const) {
    const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.status).toBe(200);
  }
  const { items: [{ topics: [, broken] }] } = (await (await fetch(`${desk.url}/api/v1/topics`, { headers: agent.headers })).json()) as { items: [{ topics: { id: number }[] }] };
  await fetch(`${desk.url}/api/v1/tickets/${ticket.number}/wrap-up`, { method: 'PUT', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ topic: broken?.id, degree: 'partly', cause: 'A loose wire', minutes: 20 }) });
  await add('/sla-policies', { name: 'Everybody', targets: ['first_reply', 'resolution'].map((kind) => ({ kind, time: 'calendar', minutes: { low: 60, normal: 60, high: 30, urgent: 15 } })) });
  const skill = await add('/skills', { kind: 'certificate', name: 'Fibre technician' });
  for (const [method, path, body] of [
    ['PUT', `skills/${skill}`, { level: 4, expires_at: '2126-01-01T00:00:00Z' }], ['POST', 'time-off', { starts_at: '2126-07-01T00:00:00Z', ends_at: '2126-07-15T00:00:00Z', reason: 'Holiday' }],
    ['PATCH', 'work', { limits: [{ channel: 'email', most: 20 }] }],
  ] as const) {
    const response = await fetch(`${desk.url}/api/v1/agents/${agent.id}/${path}`, { method, headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.ok).toBe(true);
  }
  // A customer who has answered low, and what is still to be done about it.
  const rated = await desk.db.selectFrom('tickets').select(['id', 'brand_id']).where('workspace_id', '=', desk.workspaceId).where('number', '=', ticket.number).executeTakeFirstOrThrow();
  const now = new Date();
  const task = await add(`/tickets/${ticket.number}/tasks`, { text: 'Call the customer' });
  await desk.db.insertInto('surveys').values({ workspace_id: desk.workspaceId, ticket_id: rated.id, brand_id: rated.brand_id, state: 'answered', solved_at: now, asked_at: now, customer_id: ticket.requester_id, language: 'en', score: 2, words: 'Nobody called me back.', low: true, answered_at: now, answered_on: now.toISOString().slice(0, 10), task_id: task, unfinished: true }).execute();
  await desk.db.insertInto('satisfaction_days').values({ workspace_id: desk.workspaceId, brand_id: rated.brand_id, day: now.toISOString().slice(0, 10), asked: 3, score_2: 1 }).execute();
  // Escalated by an automation, and a question that waits for an answer.
  await desk.db.insertInto('escalations').values({ workspace_id: desk.workspaceId, ticket_id: rated.id, kind: 'hierarchical', target: 'lead', owner_id: agent.id, question: 'Who decides on a refund?', known: '• The lamp is broken', created_at: now }).execute();
  await desk.db.updateTable('tickets').set({ escalated_at: now }).where('workspace_id', '=', desk.workspaceId).where('id', '=', rated.id).execute();
  const swarm = await desk.db.insertInto('swarms').values({ workspace_id: desk.workspaceId, ticket_id: rated.id, question: 'Has anybody seen this lamp?', asked_by: agent.id, created_at: now }).returning('id').executeTakeFirstOrThrow();
  await desk.db.insertInto('swarm_people').values({ workspace_id: desk.workspaceId, swarm_id: swarm.id, agent_id: agent.id }).execute();
  await add('/report-schedules', { every: 'week', hour: 7, filter: { channel: 'phone' } });
  for (let more = true; more; ) more = (await followReports(desk.program.context, desk.workspaceId, 'the filled desk')).more;
  await add('/automations', { name: 'Hand what is about refunds to the team that knows the rules', trigger: { on: 'events', events: ['created', 'customer_replied'] }, conditions: { subject: ['refund*'] }, actions: { add_tags: ['refund'], priority: 'high', note: 'Look at the rules' } });
  await add('/automations', { name: 'Remind', trigger: { on: 'time', since: 'we_wrote', hours: 72, business: true }, actions: { add_tags: ['reminded'] } });
  const named = await desk.agent({ name: 'Nils Dahl' });
  await add('/staff-feedback', { kind: 'complaint', about: named.id, text: 'He hung up on me.', wants: 'An apology', ticket: ticket.number });
  const feedback = await desk.db.selectFrom('staff_feedback').select('id').where('workspace_id', '=', desk.workspaceId).executeTakeFirstOrThrow();
  const webhook = await add('/webhooks', { name: 'The shop’s order system', url: 'https://hooks.shop.example/ombud', event_types: ['ticket.created', 'message.added', 'commitment.kept'] });
  return { agent: agent.id, calendar, webhook, view: view.id, ticket: ticket.number, customer: ticket.requester_id, organization: organization.id, feedback: feedback.id, drafted, checked, imported };
}

/** Every address of the web app, by what it shows. */
export const routesOf = (desk: BrowserDesk, ids: FilledDesk): [string, string][] => [
  ['home', '/home'],
  ['the list', '/inbox/all'],
  ['a saved view', `/inbox/all?saved=${ids.view}`],
  ['a view that is not there', '/inbox/all?saved=1234567'],
  ['an empty list', '/inbox/spam'],
  ['a ticket', `/inbox/all/${ids.ticket}`],
  ['a filter by fields', '/inbox/all?field=%5B%22product%3Alamp%22%2C%22bought%3A2026-01-01..%22%5D'],
  ['search', '/search'],
  ['search results', '/search?q=lamp'],
  ['customers', '/customers'],
  ['organisations', '/customers?show=organizations'],
  ['my customers', '/customers?show=base'],
  ['imports of customers', '/customers/imports'],
  ['the columns of an import', `/customers/imports/${ids.drafted}`],
  ['what an import will do', `/customers/imports/${ids.checked}`],
  ['what an import has done', `/customers/imports/${ids.imported}`],
  ['an import that is not there', '/customers/imports/1234567'],
  ['duplicates', '/customers?show=duplicates'],
  ['a customer', `/customers/${ids.customer}`],
  ['an organisation', `/organizations/${ids.organization}`],
  ['the outbox', '/outbox'],
  ['my tasks', '/tasks'],
  ['customers’ answers', '/satisfaction'],
  ['complaints and compliments', '/feedback'],
  ['feedback about oneself', '/feedback?of=me'],
  ['a complaint', `/feedback/${ids.feedback}`],
  ['answers that nothing fits', '/satisfaction?show=unfinished&score=5'],
  ...['overview', 'volume', 'times', 'quality', 'load', 'staffing', 'mail'].map((section): [string, string] => [`reports: ${section}`, `/reports?section=${section}`]),
  ['the tickets behind a number', '/reports?show=tickets&since=2026-01-01&until=2026-01-31'],
  ['notifications', '/notifications'],
  ['approvals', '/approvals/all'],
  ['an approval that is not there', '/approvals/1234567'],
  ['an address that leads nowhere', '/nowhere'],
  ...['organisation', 'inbox', 'colleagues', 'demo', 'end'].map((step): [string, string] => [`set-up: ${step}`, `/setup?step=${step}`]),
  ['a forgotten password', '/forgot-password'],
  ['a new password', '/new-password#none'],
  ['an invitation that is over', '/invitation#none'],
  ['the set-up of a second step', '/second-factor'],
  ...['profile', 'appearance', 'keyboard', 'notifications', 'security', 'tokens', 'workspace', 'hours', `hours/${ids.calendar}`, 'sla', 'brands', `brands/${desk.brand.id}`, 'teams', 'people', `people/${ids.agent}`, 'skills', 'agents', 'fields', 'macros', 'automations', 'guidelines', 'wrap-up', 'playbooks', 'approvals', 'satisfaction', 'inboxes', `inboxes/${desk.inbox.id}`, 'mail-sign-in', 'blocks', 'intake', 'webhooks', `webhooks/${ids.webhook}`, 'backups'].map((page): [string, string] => [`settings: ${page}`, `/settings/${page}`]),
];

/** Every address of a client reader of the desk's brand. */
export const clientRoutesOf = (ids: FilledDesk): [string, string][] => [
  ['a reader’s cases', '/cases/'],
  ['a reader without cases', '/cases/?state=solved'],
  ['a reader’s case', `/cases/${ids.ticket}`],
  ['a case that is not theirs', '/cases/1234567'],
  ['a reader’s account', '/cases/account'],
];

/** What the page shows while somebody on the desk is offered a ticket; it is taken back after. */
export async function whileOffered<Result>(desk: BrowserDesk, agentId: number, ids: FilledDesk, look: () => Promise<Result>): Promise<Result> {
  const { id: ticket_id } = await desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('number', '=', ids.ticket).executeTakeFirstOrThrow();
  const of = { workspace_id: desk.workspaceId, ticket_id, team_id: await aTeam(desk.db, desk.workspaceId), agent_id: agentId };
  const { id } = await desk.db.insertInto('routing_offers').values({ ...of, round: 1, reasons: JSON.stringify({ why: 'least_busy' }), offered_at: new Date(), due_at: new Date(Date.now() + 600_000) }).returning('id').executeTakeFirstOrThrow();
  desk.program.context.wake.say('offers');
  try {
    return await look();
  } finally {
    await desk.db.updateTable('routing_offers').set({ state: 'withdrawn', due_at: null, ended_at: new Date() }).where('workspace_id', '=', desk.workspaceId).where('id', '=', id).execute();
  }
}

/** The complaint is this agent's, and their bell says all that it can of it; besides, somebody has praised them. */
export async function remind(desk: BrowserDesk, agentId: number, ids: FilledDesk): Promise<void> {
  const { db, wake } = desk.program.context;
  const of = { workspace_id: desk.workspaceId, brand_id: desk.brand.id, channel: 'phone', received_at: new Date() } as const;
  await db.updateTable('staff_feedback').set({ owner_id: agentId }).where('workspace_id', '=', desk.workspaceId).where('id', '=', ids.feedback).execute();
  const text = 'She stayed on the line until it worked.';
  const filer = await desk.agent({ name: 'Żaneta Brzęczyszczykiewicz' });
  const { id: compliment } = await db
    .insertInto('staff_feedback')
    .values({ ...of, kind: 'compliment', about_id: agentId, filed_by: filer.id, text, released_at: new Date(), released_text: text, closed_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const complaint = { agent: agentId, about: { feedback: ids.feedback }, brand: desk.brand.id, by: null };
  await db.transaction().execute((tx) =>
    tell(
      tx,
      desk.workspaceId,
      [{ ...complaint, kind: 'complaint_given' }, { ...complaint, kind: 'complaint_acknowledge_late' }, { ...complaint, kind: 'complaint_answer_due' }, { agent: agentId, kind: 'compliment', about: { feedback: compliment }, brand: null, by: filer.id }],
      new Date(),
    ),
  );
  wake.say('notifications');
}
