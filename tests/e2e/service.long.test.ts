import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startReports } from '../../apps/server/src/features/reports/index.ts';
import { startRouting } from '../../apps/server/src/features/routing/index.ts';
import { startSurveyPlanner, surveyQueue } from '../../apps/server/src/features/satisfaction/index.ts';
import { fixedClock } from '../../apps/server/src/platform/clock/clock.ts';
import { fireDue } from '../../apps/server/src/platform/timers/timers.ts';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { gone, openScreen, replyField, row, seen, seenSomewhere, ticket, type Screen } from './support/screen.ts';

/** A client company's service from its first setting to the report, in the browser: what one person begins another one carries on. */

let desk: BrowserDesk;
let lena: SignedInAgent;
let astrid: SignedInAgent;
let bo: SignedInAgent;
let cilla: SignedInAgent;
let dora: SignedInAgent;
let leads: Screen;
let number: number;
let client: number;
const background: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  desk = await openBrowserDesk();
  lena = await desk.agent({ name: 'Lena Ek', role: 'owner' });
  astrid = await desk.agent({ name: 'Astrid Lind' });
  bo = await desk.agent({ name: 'Bo Berg' });
  cilla = await desk.agent({ name: 'Cilla Dahl' });
  dora = await desk.agent({ name: 'Dora Holm' });
  background.push(startRouting(desk.program.context), startSurveyPlanner(desk.program.context), startReports(desk.program.context));
  leads = await openScreen(desk, lena, { at: '/settings/brands', bypassCSP: true });
});
afterAll(async () => {
  await Promise.all(background.map((each) => each.stop()));
  await leads?.close();
  await desk?.stop();
});

async function ask(method: string, path: string, body?: object, by = lena): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...by.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  expect(response.ok, `${method} ${path}: ${await response.clone().text()}`).toBe(true);
  return response.status === 204 ? null : response.json();
}
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

/** A client company of its own comes, and the desk's first brand gives way to it. */
async function isMade(): Promise<void> {
  const { page } = leads;
  const first = await ask('GET', '/brands');
  await page.getByRole('button', { name: 'Add a brand' }).first().click();
  const brand = page.getByRole('dialog', { name: 'Add a brand' });
  await brand.getByRole('textbox', { name: 'Name' }).fill('Lumen Home');
  await brand.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(brand);
  await seen(page.getByRole('heading', { name: 'Lumen Home' }));
  ({ id: client } = (await ask('GET', '/brands')).items.find(({ name }: { name: string }) => name === 'Lumen Home'));
  await ask('PATCH', `/brands/${client}`, { is_default: true });
  await ask('PATCH', `/inboxes/${desk.inbox.id}`, { brand: client });
  for (const { id } of first.items) await ask('PATCH', `/brands/${id}`, { archived: true });
}

/** Its hours, promised times and the steps of a case are set. */
async function isSetUp(): Promise<void> {
  const { page } = leads;
  await leads.go('/settings/hours');
  await page.getByRole('button', { name: 'Add opening hours' }).first().click();
  const hours = page.getByRole('dialog', { name: 'Add opening hours' });
  await hours.getByRole('textbox', { name: 'Name' }).fill('Day and night');
  await hours.getByRole('button', { name: 'Add' }).click();
  await seen(page.getByRole('heading', { name: 'Day and night' }));
  await gone(hours);
  await page.getByText('Around the clock', { exact: true }).click();
  await save(page);
  await seenSomewhere(page.getByText('Saved', { exact: false }));

  await leads.go('/settings/sla');
  await page.getByRole('button', { name: 'Add a policy' }).first().click();
  const policy = page.getByRole('dialog', { name: 'Add a policy' });
  await policy.getByRole('textbox', { name: 'Name' }).fill('Lumen');
  await policy.getByRole('textbox', { name: 'First reply, Normal' }).fill('1:30');
  await policy.getByRole('button', { name: 'Save' }).click();
  await gone(policy);
  await seen(page.getByRole('button', { name: 'Lumen', exact: true }));

  await leads.go('/settings/playbooks');
  await page.getByRole('button', { name: 'Write a playbook' }).click();
  const playbook = page.getByRole('dialog', { name: 'Write a playbook' });
  await playbook.getByLabel('Name').fill('Lamps');
  await playbook.getByLabel('Step 1', { exact: true }).fill('Ask for the serial number');
  await playbook.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(playbook);
  await seen(page.getByText('1 step before Solved'));

  await leads.go('/settings/wrap-up');
  await page.getByRole('textbox', { name: 'Name of new option' }).fill('Flicker');
  await save(page);
  await seen(page.getByText('Topics saved'));
  await page.getByRole('combobox', { name: /^Wrap-up of Lumen Home/ }).click();
  await page.getByRole('option', { name: /^Require/ }).click();
  await desk.until('it is required', async () => (await desk.db.selectFrom('brands').select('wrap_up').where('workspace_id', '=', desk.workspaceId).where('id', '=', client).executeTakeFirst())?.wrap_up === 'required');

  await ask('POST', '/fields', { label: 'Refund', type: 'number' });
  await leads.go('/settings/approvals');
  await page.getByRole('button', { name: 'Write a rule' }).click();
  const rule = page.getByRole('dialog', { name: 'Write a rule' });
  await rule.getByLabel('Name').fill('Refund above 100');
  await rule.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Refund' }).click();
  await rule.getByLabel('More than').fill('100');
  await rule.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(rule);

  await leads.go('/settings/satisfaction');
  await page.getByRole('checkbox', { name: /^Ask customers/ }).check({ force: true });
  await save(page);
  await desk.until('customers are asked', async () => (await desk.db.selectFrom('satisfaction_settings').select('enabled').where('workspace_id', '=', desk.workspaceId).executeTakeFirst())?.enabled);
}

/** Three tiers, a product, a language and a team that hands its tickets out are set. Bo knows the product and not the language, Dora the language and not the product. */
async function isStaffed(): Promise<void> {
  const { page } = leads;
  const { id: swedish } = await ask('POST', '/skills', { kind: 'language', name: 'Swedish', language: 'sv' });
  const { id: lamps } = await ask('POST', '/skills', { kind: 'product', name: 'Lamps' });
  for (const [agent, tier] of [[bo, 2], [cilla, 3], [dora, 1], [astrid, 1]] as const) {
    await leads.go(`/settings/people/${agent.id}`);
    if (tier !== 1) {
      await page.getByRole('radio', { name: `Tier ${tier}` }).check({ force: true });
      await save(page);
    }
    await desk.until(`${agent.name} is tier ${tier}`, async () => (await desk.db.selectFrom('agents').select('tier').where('workspace_id', '=', desk.workspaceId).where('id', '=', agent.id).executeTakeFirst())?.tier === tier);
    if (agent !== bo) await ask('PUT', `/agents/${agent.id}/skills/${swedish}`, { level: 3 });
    if (agent !== dora) await ask('PUT', `/agents/${agent.id}/skills/${lamps}`, { level: 3 });
    await ask('PUT', `/agents/${agent.id}/availability`, { availability: 'online' }, agent);
  }
  const { id: team } = await ask('POST', '/teams', { name: 'First line', members: [astrid.id, bo.id, cilla.id, dora.id] });
  await ask('PATCH', `/inboxes/${desk.inbox.id}`, { team });
  await leads.go('/settings/teams');
  await page.getByRole('button', { name: 'Actions for First line' }).click();
  await page.getByRole('menuitem', { name: 'Handing out' }).click();
  const form = page.getByRole('dialog', { name: 'Handing out: First line' });
  await form.getByRole('combobox', { name: 'How tickets reach people' }).click();
  await page.getByRole('option', { name: 'They are handed out' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await gone(form);
  await seen(page.getByText('Handed out', { exact: true }));
  await ask('PATCH', `/teams/${team}/routing`, { needs: [{ skill: lamps, brand: client, need: 'required', level: 2 }] });
}

/** A mail is handed to who knows the product and speaks its language, and its answer becomes a promise. */
async function comesInAndIsPromised(): Promise<void> {
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'Lampan flimrar hela tiden', text: 'Hej! Lampan i köket flimrar hela tiden sedan i måndags och vi kan inte laga mat i mörkret. Kan ni hjälpa oss så snart som möjligt? Vänliga hälsningar, Maja', messageId: '<service-1@verified.example>' });
  ({ number } = await desk.until('a ticket that is Astrid’s', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('assignee_id', '=', astrid.id).executeTakeFirst()));
  const screen = await openScreen(desk, astrid, { at: `/inbox/mine/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'Lampan flimrar hela tiden'));
  await seen(page.getByRole('region', { name: 'Skills and handing out' }).getByText('Why Astrid Lind?'));
  await seenSomewhere(row(page, 'Lampan flimrar').getByRole('img', { name: /^First reply: / }));
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await replyField(page).focus();
  await page.keyboard.type('Hej Maja! Vi ringer dig på torsdag klockan 15.');
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/^You promised something/));
  await page.getByRole('log').focus();
  await page.keyboard.press('y');
  await desk.until('it is promised', () => desk.db.selectFrom('commitments').select('id').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  await seen(page.getByRole('list', { name: 'Promises' }));
  await screen.close();
}

/** It is escalated with a hand-over, and goes to somebody of a higher tier who speaks its language. */
async function isEscalated(): Promise<void> {
  const screen = await openScreen(desk, astrid, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'Lampan flimrar hela tiden'));
  await seen(page.getByRole('article', { name: 'Message from Maja Svensson' }));
  await page.getByRole('log').focus();
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Escalate' });
  await desk.until('what is known is filled in', async () => (await dialog.getByLabel('What is known').inputValue()).includes('flimrar'));
  await desk.until('what is promised is filled in', async () => (await dialog.getByLabel('What was promised').inputValue()) !== '');
  await dialog.getByRole('radio', { name: 'A higher tier' }).press('Space');
  await dialog.getByLabel('What do you need?').fill('Can we give the money back?');
  await dialog.getByRole('button', { name: 'Escalate' }).press('Enter');
  await gone(dialog);
  await desk.until('it is Cilla’s', async () => (await desk.db.selectFrom('tickets').select('assignee_id').where('workspace_id', '=', desk.workspaceId).where('number', '=', number).executeTakeFirst())?.assignee_id === cilla.id);
  await screen.close();
}

/** What it takes is above the limit: a lead approves it, and it is done. */
async function isApproved(): Promise<void> {
  const screen = await openScreen(desk, cilla, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(page.getByRole('log').getByText('Can we give the money back?'));
  await page.getByRole('button', { name: 'Refund: Empty' }).click();
  const field = page.getByRole('textbox', { name: 'Refund' });
  await field.fill('250');
  await field.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'This takes an approval' });
  await dialog.getByLabel('Why it is right').fill('It has flickered from the first day');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await gone(dialog);
  await leads.go('/home');
  const waiting = leads.page.getByRole('region', { name: 'Waiting for your approval' });
  await seen(waiting.getByText('Refund: 250'));
  await waiting.getByRole('button', { name: /^Approve/ }).click();
  await gone(waiting);
  await desk.until('the refund stands', async () => (await ask('GET', `/tickets/${number}`)).fields.refund === 250);
  await screen.close();
}

/** It is solved with its steps and its wrap-up. */
async function isSolved(): Promise<void> {
  const screen = await openScreen(desk, cilla, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await page.getByRole('checkbox', { name: 'Ask for the serial number' }).press('Space');
  await seen(page.getByRole('region', { name: 'Steps', exact: true }).getByText('1 of 1'));
  await page.getByRole('log').focus();
  await page.keyboard.press('e');
  const sheet = page.getByRole('dialog', { name: `Wrap up #${number}` });
  await sheet.getByRole('combobox', { name: /^Topic/ }).click();
  await page.getByRole('option', { name: 'Flicker', exact: true }).click();
  await sheet.getByRole('textbox', { name: /^Cause/ }).fill('A loose wire');
  await sheet.getByRole('button', { name: /^Save and solve/ }).click();
  await gone(sheet);
  await desk.until('it is solved', async () => (await ask('GET', `/tickets/${number}`)).status === 'solved');
  await screen.close();
}

/** The customer is not pleased, and a lead gets in touch. */
async function isRatedAndFollowedUp(): Promise<void> {
  const { page } = leads;
  await desk.until('the question is planned', () => desk.db.selectFrom('surveys').select('next_at').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  const { context } = desk.program;
  await desk.until('the answer has been sent', async () => !(await desk.db.selectFrom('outbox').select('id').where('workspace_id', '=', desk.workspaceId).where('status', 'in', ['queued', 'sending']).executeTakeFirst()));
  await fireDue({ ...context, clock: fixedClock(new Date(Date.now() + 25 * 3_600_000).toISOString()) }, surveyQueue(context));
  context.wake.say('outbox');
  const { mail } = await desk.caught('the question', ({ to, mail: { text } }) => to.includes('maja@verified.example') && text.includes('/rating/'));
  const url = new URL(/(\S+\/rating\/\S+score=1)/.exec(mail.text)![1]!);
  await page.goto(`${url.pathname}${url.search}`);
  await page.getByRole('textbox').fill('Det tog för lång tid.');
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await seen(page.getByText(/^Tack!/));
  await page.goto('/satisfaction?show=unfinished');
  await page.getByRole('link').filter({ hasText: 'Det tog för lång tid.' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Low score (1 of 5): get in touch with the customer' }).press('Space');
  await seen(page.getByRole('region', { name: 'Satisfaction' }).getByText('Follow-up done'));
}

/** The report knows of it. */
async function isReported(): Promise<void> {
  const { page } = leads;
  await desk.until('it is counted', async () => {
    const { tickets, solved, satisfaction } = (await ask('GET', '/reports')).figures;
    return tickets === 1 && solved === 1 && satisfaction?.answers === 1;
  });
  await page.goto('/reports');
  await seen(page.getByRole('link', { name: /^1\. Came in/ }));
  await page.getByRole('link', { name: /^1\. Solved/ }).press('Enter');
  await page.getByRole('link').filter({ hasText: 'Lampan flimrar hela tiden' }).press('Enter');
  await seen(ticket(page, 'Lampan flimrar hela tiden'));
}

test('a client company is set up, and a case of theirs goes all the way to what the customer thinks of it', async () => {
  await isMade();
  await isSetUp();
  await isStaffed();
  await comesInAndIsPromised();
  await isEscalated();
  await isApproved();
  await isSolved();
  await isRatedAndFollowedUp();
  await isReported();
});
