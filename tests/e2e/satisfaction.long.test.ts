import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSurveyPlanner, surveyQueue } from '../../apps/server/src/features/satisfaction/index.ts';
import { fixedClock } from '../../apps/server/src/platform/clock/clock.ts';
import { fireDue } from '../../apps/server/src/platform/timers/timers.ts';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, openScreen, seen, ticket, type Screen } from './support/screen.ts';

/** From switching it on to the follow-up: the lead's settings, a solved case, the customer's mail and page, the answer. */

let desk: BrowserDesk;
let lead: SignedInAgent;
let screen: Screen;
let planner: { stop(): Promise<void> };

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  planner = startSurveyPlanner(desk.program.context);
  screen = await openScreen(desk, lead, { at: '/settings/satisfaction', bypassCSP: true });
});
afterAll(async () => {
  await planner?.stop();
  await screen?.close();
  await desk?.stop();
});

test('a lead switches it on, a customer is asked by mail, answers low, and somebody gets in touch', async () => {
  const { page } = screen;
  // Off until somebody turns it on; what cannot be is said at the field.
  const on = page.getByRole('checkbox', { name: /^Ask customers/ });
  await seen(on);
  expect(await on.isChecked()).toBe(false);
  await on.press('Space');
  const hours = page.getByLabel('Hours after solving');
  await hours.fill('a day');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await seen(page.getByText('Write a whole number from 0 to 720.'));
  await hours.fill('24');
  await seen(page.getByRole('region', { name: 'Preview' }).getByText('5 – Very satisfied'));
  expect(await violations(page, 'the settings of satisfaction')).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await desk.until('it is on', async () => (await desk.db.selectFrom('satisfaction_settings').select('enabled').where('workspace_id', '=', desk.workspaceId).executeTakeFirst())?.enabled);

  // A case comes in and is solved.
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'The router blinks', text: 'Hello, it blinks in red since this morning and nothing works.', messageId: '<satisfied-1@verified.example>' });
  const { number } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  const solved = await fetch(`${desk.url}/api/v1/tickets/${number}`, { method: 'PATCH', headers: { ...lead.headers, 'content-type': 'application/json' }, body: JSON.stringify({ status: 'solved', language: 'en' }) });
  expect(solved.status).toBe(200);
  await desk.until('it is planned', () => desk.db.selectFrom('surveys').select('next_at').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  await screen.go(`/inbox/all/${number}`);
  await seen(ticket(page, 'The router blinks'));
  await seen(page.getByRole('region', { name: 'Satisfaction' }).getByText(/^The customer is asked /));

  // A day later.
  const { context } = desk.program;
  await fireDue({ ...context, clock: fixedClock(new Date(Date.now() + 25 * 3_600_000).toISOString()) }, surveyQueue(context));
  context.wake.say('outbox');
  const mail = await desk.caught('the question', ({ to, mail: { text } }) => to.includes('maja@verified.example') && text.includes('/rating/'));
  expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  const url = new URL(/1 – Very dissatisfied\s+(\S+)/.exec(mail.mail.text)![1]!);

  expectNoComplaints(screen);

  // The customer's page, with the score of the link chosen; one press records it.
  await page.goto(new URL(`${url.pathname}${url.search}`, page.url()).href);
  expect(await page.getByRole('radio', { name: 'Very dissatisfied', exact: true }).isChecked()).toBe(true);
  expect(await violations(page, 'the page of a survey')).toEqual([]);
  await page.getByRole('textbox').fill('Nobody called <b>me</b> back.');
  await page.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await seen(page.getByText(/^Thank you! We have your answer: 1 – Very dissatisfied\./));
  expect(await violations(page, 'the page of a survey that is answered')).toEqual([]);

  // The lead finds it under the answers, and on the ticket with the task.
  await page.goto('/satisfaction?show=unfinished');
  const answer = page.getByRole('link').filter({ hasText: 'Nobody called <b>me</b> back.' });
  await seen(answer);
  await seen(page.getByRole('region', { name: 'The last 90 days' }).getByText('1 of 5'));
  expect(await violations(page, 'the answers')).toEqual([]);
  await answer.press('Enter');
  const card = page.getByRole('region', { name: 'Satisfaction' });
  await seen(card.getByText('Nobody called <b>me</b> back.'));
  await seen(card.getByText('Follow-up open'));
  await seen(page.getByText('The customer answered: 1 of 5').first());
  expect(await violations(page, 'a ticket with an answer')).toEqual([]);
  await page.getByRole('checkbox', { name: 'Low score (1 of 5): get in touch with the customer' }).press('Space');
  await seen(card.getByText('Follow-up done'));
});
