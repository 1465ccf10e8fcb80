import { afterAll, beforeAll, expect, test } from 'vitest';
import { aTeam } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { chips, type MacrosRoom, openMacrosRoom, picker } from './support/macros-room.ts';
import { expectNoComplaints, gone, openScreen, phone, replyField, seen, seenSomewhere } from './support/screen.ts';

let desk: MacrosRoom['desk'];
let agent: MacrosRoom['agent'];
let ask: MacrosRoom['ask'];
let aMacro: MacrosRoom['aMacro'];
let openTicket: MacrosRoom['openTicket'];
let stateOf: MacrosRoom['stateOf'];
let owner: MacrosRoom['agent'];
let network: number;
let hook: number;

const question = 'Is this the known fault of the R200?';
const toNetwork = `Escalate to Network: ${question}`;
const escalations = async (number: number) => (await ask(agent, 'GET', `/tickets/${number}/escalations`)).items;
const text = [{ language: 'en', html: '<p>A colleague who knows this router looks at it.</p>' }];

beforeAll(async () => {
  ({ desk, agent, ask, aMacro, openTicket, stateOf } = await openMacrosRoom());
  const bo = await desk.agent({ name: 'Bo Dahl' });
  network = await aTeam(desk.db, desk.workspaceId, { name: 'Network', members: [bo.id] });
  owner = await desk.agent({ name: 'Olga Ek', role: 'owner' });
  hook = (await ask(owner, 'POST', '/webhooks', { name: 'Parts shop', url: 'https://parts.example/in', event_types: ['ticket.created'] })).id;
});
afterAll(() => desk?.stop());

test('who sets webhooks up writes a macro that escalates and tells one, by keyboard, and is told what is missing', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/macros' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a macro' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Add a macro' });
  await form.getByLabel('Name').fill('To look at');
  await form.getByLabel('Escalate to').press('Enter');
  await page.getByRole('option', { name: 'Team Network' }).press('Enter');
  await form.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await seen(form.getByText('Fill this in.'));
  await form.getByLabel('What is wanted').fill(question);
  expect(await violations(page, 'a macro that escalates')).toEqual([]);
  await form.getByLabel('Tell a webhook').press('Enter');
  await page.getByRole('option', { name: 'Parts shop' }).press('Enter');
  await form.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await gone(form);
  await seenSomewhere(page.getByText(`${toNetwork} · Tell a webhook`));
  expect((await ask(owner, 'GET', '/macros')).items).toMatchObject([{ name: 'To look at', shared: true, actions: { escalate: { to: { team: network }, question }, webhook: hook } }]);
  expectNoComplaints(screen);
  await screen.close();
});

test('in the composer it is seen before it is sent, each can be left out, and with undo the ticket is whose it was', async () => {
  await aMacro({ name: 'Known fault', texts: text, actions: { escalate: { to: { team: network }, question }, webhook: hook } });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'The router restarts');
  await page.keyboard.press('m');
  await seen(picker(screen));
  await page.keyboard.type('known fault');
  for (const said of [toNetwork, 'Tell a webhook', /is told when the reply goes out/]) await seenSomewhere(picker(screen).getByText(said));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText('A colleague who knows this router looks at it.'));
  await desk.until('the draft is on the server', async () => (await stateOf(number)).drafts?.[0]?.changes?.escalate !== undefined);
  await page.reload();
  await seen(chips(screen).getByText(toNetwork));
  await page.getByRole('button', { name: 'Leave out: Tell a webhook' }).press('Enter');
  await gone(chips(screen).getByText('Tell a webhook'));
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/goes out in 10 seconds/));
  await desk.until('the ticket is the team’s', async () => (await stateOf(number)).team?.id === network);
  expect(await escalations(number)).toMatchObject([{ state: 'open', question, by: { name: 'Astrid Lind' } }]);
  await seenSomewhere(page.getByText(question));
  await page.keyboard.press('z');
  await seen(chips(screen).getByText(toNetwork));
  expect(await escalations(number)).toMatchObject([{ state: 'withdrawn' }]);
  await desk.until('the ticket is nobody’s again', async () => (await stateOf(number)).team === null);
  expect(await desk.db.selectFrom('webhook_deliveries').select('id').where('workspace_id', '=', desk.workspaceId).where('type', '=', 'macro.used').execute()).toEqual([]);
  expectNoComplaints(screen);
  await screen.close();
});

test('one without a text escalates at once, z takes it back, and what a webhook was told stays', async () => {
  await aMacro({ name: 'To the network', texts: [], actions: { escalate: { to: { team: network }, question }, webhook: hook, priority: 'high' } });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'No light');
  await page.keyboard.press('m');
  await seen(picker(screen));
  await page.keyboard.type('to the network');
  await seen(picker(screen).getByText('The webhook is told at once, which cannot be taken back.'));
  await page.keyboard.press('Enter');
  await seen(page.getByText(`“To the network” applied to #${number}`));
  await desk.until('it is escalated', async () => (await stateOf(number)).team?.id === network);
  await page.keyboard.press('z');
  await seen(page.getByText(`What was written, promised or told to a webhook stays: see #${number}`));
  await desk.until('it is as it was', async () => {
    const { team, priority } = await stateOf(number);
    return team === null && priority === 'normal';
  });
  expect(await escalations(number)).toMatchObject([{ state: 'withdrawn' }]);
  expectNoComplaints(screen);
  await screen.close();
});

test('on a phone what will be done is read and left out, and whom it cannot go to is said in words', async () => {
  const team = await aTeam(desk.db, desk.workspaceId, { name: 'Nobody yet' });
  await aMacro({ name: 'To nobody', texts: text, actions: { escalate: { to: { team }, question } } });
  const wide = await openScreen(desk, agent, { at: '/inbox/open' });
  const number = await openTicket(wide, 'On the way');
  await wide.close();
  const screen = await openScreen(desk, agent, { at: `/inbox/open/${number}`, ...phone });
  const { page } = screen;
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await seen(replyField(page));
  await page.getByRole('button', { name: 'Macros', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Use a macro…' }).click();
  await seen(picker(screen));
  await page.keyboard.type('to nobody');
  await page.getByRole('button', { name: 'Insert' }).click();
  await seen(chips(screen).getByText('Escalate to Nobody yet'));
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await seenSomewhere(page.getByText(/cannot be escalated like this: Nobody there may take this ticket.* Leave that action out and send again\./));
  // Until it is pressed a message is read out as a whole, without its button.
  await page.locator('button[aria-label="Close"]').filter({ visible: true }).click();
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await page.getByRole('button', { name: /^Leave out: Escalate to Nobody yet/ }).click();
  await gone(page.getByRole('button', { name: /^Leave out: Escalate/ }));
  expect(await escalations(number)).toEqual([]);
  await screen.close();
});
