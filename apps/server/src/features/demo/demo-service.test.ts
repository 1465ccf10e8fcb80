import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../../../../tests/support/desk.ts';
import { removeDemo, seedDemo, type Demo } from './index.ts';
import { dayIn } from './plan/moments.ts';

let desk: TestDesk;
let demo: Demo;
let tables: pg.Client;
let owner: { headers: { cookie: string } };
let lead: { headers: { cookie: string } };

beforeAll(async () => {
  desk = await openTestDesk();
  tables = new pg.Client({ connectionString: desk.ownerUrl });
  await tables.connect();
  demo = await seedDemo(desk.context);
  [owner, lead] = [await signIn('Ingrid Solheim'), await signIn('Karin Lindqvist')];
});
afterAll(async () => {
  await tables.end();
  await desk.stop();
});

async function signIn(name: string): Promise<{ headers: { cookie: string } }> {
  const { email } = demo.logins.find((login) => login.name === name)!; // in the cast
  const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: demo.password } });
  return { headers: { cookie: [answer.headers['set-cookie']].flat().map((line) => String(line).split(';')[0]).join('; ') } };
}

const list = async (url: string, asker = owner) => (await desk.ask(asker, 'GET', url)).body.items as any[]; // as openapi.json says, checked by each test
const brandsOf = (items: { brand: { name: string } | null }[]) => items.map(({ brand }) => brand?.name ?? null).sort();
const everyBrand = ['Lumenhus', 'Nordlys Internal IT', 'Skärnet', 'Sundbanken'];

test('each brand has a guideline, a playbook and promised times, such as the API takes', async () => {
  const [guidelines, playbooks, policies] = [await list('/api/v1/guidelines'), await list('/api/v1/playbooks'), await list('/api/v1/sla-policies')];
  expect(brandsOf(guidelines)).toEqual(everyBrand);
  expect(brandsOf(playbooks)).toEqual(everyBrand);
  expect(policies.map(({ name }) => name).sort()).toEqual(everyBrand);
  for (const { name, brand, version: { text, moments, conditions } } of guidelines)
    expect(await desk.ask(owner, 'POST', '/api/v1/guidelines', { name, brand: brand.id, text, moments, conditions }), name).toMatchObject({ status: 201, body: { version: { text, moments, conditions } } });
  for (const { name, brand, guards, conditions, steps } of playbooks) {
    expect(steps.map(({ by }: { by: string }) => by)).toEqual(['field', 'person', 'event']);
    const given = steps.map(({ text, by, field, event }: Record<string, unknown>) => ({ text, by, ...(field !== null && { field }), ...(event !== null && { event }) }));
    expect(await desk.ask(owner, 'POST', '/api/v1/playbooks', { name, brand: brand.id, guards, conditions, steps: given }), name).toMatchObject({ status: 201, body: { guards, conditions, steps: given } });
  }
  for (const { name, conditions, targets, pause, warn_minutes } of policies)
    expect(await desk.ask(owner, 'POST', '/api/v1/sla-policies', { name, conditions, targets, pause, warn_minutes }), name).toMatchObject({ status: 201, body: { conditions, targets } });
});

test('a credit above 200 takes a lead’s word, and one waits for it', async () => {
  const [rule] = await list('/api/v1/approval-rules');
  expect(rule).toMatchObject({ guard: 'amount', field: 'credit', above: 200, active: true });
  const [request] = await list('/api/v1/approvals?show=to_answer');
  expect(request).toMatchObject({ state: 'waiting', change: { fields: { credit: 299 } }, rule: { id: rule.id } });
  const answered = await desk.ask(owner, 'POST', `/api/v1/approvals/${request.id}/answer`, { approved: true });
  expect(answered, 'it can be given').toMatchObject({ status: 200, body: { state: 'approved', problem: null } });
  const { name, brand, conditions, guard, field, above, approver, approvals, expires_after_hours } = rule;
  expect((await desk.ask(owner, 'POST', '/api/v1/approval-rules', { name, brand: brand.id, conditions, guard, field, above, approver, approvals, expires_after_hours })).status).toBe(201);
});

test('one automation is on and one is off; neither touches what came before', async () => {
  const items = await list('/api/v1/automations');
  expect(items.map(({ enabled }) => enabled)).toEqual([true, false]);
  for (const { name, brand, trigger, conditions, actions } of items) expect(await desk.ask(owner, 'POST', '/api/v1/automations', { name, brand: brand?.id ?? null, trigger, conditions, actions }), name).toMatchObject({ status: 201, body: { trigger, conditions, actions, broken: false } });
  const { rows } = await tables.query<{ behind: number }>(`
    select count(*)::int as behind from events e join (select * from automation_progress union all select * from satisfaction_progress) p on p.workspace_id = e.workspace_id
    join identity.workspaces w on w.id = e.workspace_id and w.demo where (e.xid, e.id) > (p.xid, p.event_id) and e.created_at < $1`, [new Date(Date.now() - 60_000)]);
  expect(rows).toEqual([{ behind: 0 }]);
});

test('promises are due today and tomorrow, and their tickets say so', async () => {
  const items = await list('/api/v1/commitments?owner=any');
  const zone = 'Europe/Stockholm';
  const [today, tomorrow] = [0, 1].map((days) => dayIn(zone, new Date(Date.now() + days * 86_400_000)));
  expect(items.map(({ due_at }) => dayIn(zone, new Date(due_at))).sort()).toEqual([today, tomorrow, tomorrow]);
  expect(items.filter(({ kind }) => kind === 'callback')).toMatchObject([{ phone: expect.stringMatching(/^\+/) }]);
  for (const { ticket, due_at } of items) expect((await desk.ask(owner, 'GET', `/api/v1/tickets/${ticket}`)).body, ticket).toMatchObject({ promise_due_at: due_at });
});

test('one ticket has been escalated with a hand-over, and colleagues are asked along on another', async () => {
  const [escalation, ...others] = await list('/api/v1/escalations', lead);
  expect(others).toEqual([]);
  expect(escalation).toMatchObject({ kind: 'functional', state: 'open', owner: { name: 'Karin Lindqvist' }, question: expect.stringContaining('?') });
  expect((await desk.ask(lead, 'GET', `/api/v1/tickets/${escalation.ticket}`)).body).toMatchObject({ status: 'open', assignee: { name: 'Karin Lindqvist' } });
  expect(await list(`/api/v1/tickets/${escalation.ticket}/escalations`)).toMatchObject([{ id: escalation.id, known: expect.stringContaining('•'), promised: expect.stringContaining('•') }]);
  const [swarm] = await list('/api/v1/swarms');
  expect((await desk.ask(owner, 'POST', `/api/v1/tickets/${swarm.ticket}/swarms/${swarm.id}/answers`, { text: 'I had one like it' })).status).toBe(200);
});

test('somebody was praised, somebody complained and has an owner, and an unhappy customer is followed up', async () => {
  const feedback = await list('/api/v1/staff-feedback?show=all');
  expect(feedback).toMatchObject([{ kind: 'complaint', owner: { name: 'Lucía Herrera' }, about: { name: 'Diego Romero' } }, { kind: 'compliment', about: { name: 'Astrid Nyberg' } }]);
  const answers = await list('/api/v1/satisfaction?limit=100');
  expect(answers.length).toBeGreaterThan(5);
  const [low] = await list('/api/v1/satisfaction?show=unfinished');
  expect(low).toMatchObject({ score: 2, words: expect.any(String), follow_up: { assignee: { name: 'Karin Lindqvist' } } });
  const figures = (await desk.ask(owner, 'GET', '/api/v1/satisfaction/figures?days=60')).body;
  expect(figures).toMatchObject({ asked: answers.length, answered: answers.length });
});

test('most promised times of cases that are over were kept, some were not, and nobody is rung for them', async () => {
  const { rows } = await tables.query<{ outcome: string; count: number }>(`select outcome, count(*)::int as count from sla_targets where ended_at is not null group by outcome`);
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  expect(of('breached')).toBeGreaterThan(0);
  expect(of('met')).toBeGreaterThan(3 * of('breached'));
  expect((await tables.query(`select from events e join tickets t on t.id = e.ticket_id where e.type like 'sla.%' and e.type not like 'sla_policy.%' and t.status in ('solved', 'closed')`)).rowCount).toBe(0);
});

test('all of it goes with the demo', async () => {
  expect(await removeDemo(desk.ownerUrl)).toBe(true);
  for (const table of ['guidelines', 'playbooks', 'sla_policies', 'approval_requests', 'automations', 'commitments', 'escalations', 'swarms', 'staff_feedback', 'surveys', 'tasks'])
    expect((await tables.query(`select from ${table}`)).rowCount, table).toBe(0);
});
