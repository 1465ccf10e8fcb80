import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { askOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, replyField, seen, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let admin: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  admin = await desk.agent({ name: 'Lena Ek', role: 'admin' });
});
afterAll(() => desk?.stop());

const ask = askOf(() => desk);
const aTicket = async (subject: string): Promise<number> => (await ask(agent, 'POST', '/tickets', { subject, text: `About ${subject}.`, requester: { email: 'maja@verified.example', name: 'Maja Nowak' } })).number;
const statusOf = async (number: number) => (await ask(agent, 'GET', `/tickets/${number}`)).status;
const sheet = ({ page }: Screen, number: number) => page.getByRole('dialog', { name: `Wrap up #${number}` });
const card = ({ page }: Screen) => page.getByRole('region', { name: 'Wrap-up' });

test('topics are written by keyboard, a required wrap-up is suggested, saved and solved by keyboard, and corrected with its history', async () => {
  const settings = await openScreen(desk, admin, { at: '/settings/wrap-up' });
  const { page: desktop } = settings;
  await seen(desktop.getByText('A tree of up to four levels.'));
  await desktop.getByRole('textbox', { name: 'Name of new option' }).focus();
  await desktop.keyboard.type('Billing');
  await desktop.keyboard.press('Shift+Enter');
  await desktop.getByRole('textbox', { name: 'Name of new option' }).and(desktop.locator(':focus')).waitFor();
  await desktop.keyboard.type('Double charge');
  expect(await violations(desktop, 'wrap-up')).toEqual([]);
  await desktop.getByRole('button', { name: 'Save', exact: true }).focus();
  await desktop.keyboard.press('Enter');
  await seen(desktop.getByText('Topics saved'));
  const [{ topics }] = (await ask(admin, 'GET', '/topics')).items;
  expect(topics.map(({ label, parent }: Record<string, unknown>) => [label, parent])).toEqual([['Billing', null], ['Double charge', 'billing']]);
  await desktop.getByRole('combobox', { name: /^Wrap-up of / }).focus();
  await desktop.keyboard.press('Enter');
  await desktop.getByRole('option', { name: /^Require/ }).click();
  await desk.until('the brand requires it', async () => (await ask(admin, 'GET', '/me')).brands.every(({ wrap_up }: Record<string, unknown>) => wrap_up === 'required'));

  const before = await aTicket('Charged twice for an order');
  await ask(agent, 'PUT', `/tickets/${before}/wrap-up`, { topic: topics[1].id, degree: 'solved' });
  await ask(agent, 'PATCH', `/tickets/${before}`, { status: 'solved' });
  const number = await aTicket('Charged twice again');
  await desk.until('the search knows the solved one', async () => (await ask(agent, 'GET', `/tickets/${number}/wrap-up/suggestion`)).topics.length > 0);

  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(card(screen).getByText('To be written down before the ticket is solved.'));
  await page.keyboard.press('e');
  const suggestion = sheet(screen, number).getByRole('button', { name: `Billing → Double charge like #${before}` });
  await suggestion.and(page.locator(':focus')).waitFor();
  expect(await violations(page, 'wrap-up')).toEqual([]);
  await page.keyboard.press('Escape');
  await gone(sheet(screen, number));
  expect(await statusOf(number)).toBe('new');
  await page.keyboard.press('e');
  await suggestion.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await sheet(screen, number).getByRole('textbox', { name: /^Cause/ }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('The bank sent it twice');
  await page.keyboard.press('Control+Enter');
  await gone(sheet(screen, number));
  await desk.until('it is solved', async () => (await statusOf(number)) === 'solved');
  expect((await ask(agent, 'GET', `/tickets/${number}/wrap-up`)).wrap_up).toMatchObject({ version: 1, topic: { label: 'Double charge' }, degree: 'solved', cause: 'The bank sent it twice' });

  // Corrected, with what stood there before.
  await page.goto(`/inbox/all/${number}`);
  await seen(card(screen).getByText('The bank sent it twice'));
  await card(screen).getByRole('button', { name: 'Correct' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: `Wrap-up of #${number}` });
  await form.getByRole('textbox', { name: /^What helped/ }).fill('Paid back');
  await page.keyboard.press('Control+Enter');
  await gone(form);
  await seen(card(screen).getByText('Paid back'));
  await card(screen).getByRole('button', { name: '1 earlier version' }).focus();
  await page.keyboard.press('Enter');
  await seen(card(screen).getByRole('list', { name: 'Earlier versions' }).getByText('The bank sent it twice'));
  expect(await violations(page, 'wrap-up')).toEqual([]);
  expectNoComplaints(settings, screen);
  await Promise.all([settings.close(), screen.close()]);
});

test('a brand that only asks lets the agent solve without, and Esc solves nothing; with a reply too, on a phone', async () => {
  const { brands } = await ask(admin, 'GET', '/me');
  for (const { id } of brands) await ask(admin, 'PATCH', `/brands/${id}`, { wrap_up: 'asked' });
  const [one, two] = [await aTicket('A question'), await aTicket('Another question')];
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${one}` });
  await seen(card(screen).getByText('Nothing is written down yet.'));
  await screen.page.keyboard.press('r');
  await seen(screen.page.locator('.ProseMirror-focused'));
  await replyField(screen.page).focus();
  await screen.page.keyboard.type('It is solved.');
  await screen.page.keyboard.press('Control+Shift+Enter');
  await sheet(screen, one).getByRole('button', { name: /^Solve without/ }).waitFor();
  await screen.page.keyboard.press('Escape');
  await gone(sheet(screen, one));
  // Nothing has gone out, and the text stands where it was written.
  expect(await statusOf(one)).not.toBe('solved');
  await seen(replyField(screen.page).getByText('It is solved.'));
  await replyField(screen.page).focus();
  await screen.page.keyboard.press('Control+Shift+Enter');
  await sheet(screen, one).getByRole('button', { name: /^Solve without/ }).focus();
  await screen.page.keyboard.press('Enter');
  await gone(sheet(screen, one));
  await desk.until('it is solved with the reply', async () => (await statusOf(one)) === 'solved');
  expect((await ask(agent, 'GET', `/tickets/${one}/wrap-up`)).wrap_up).toBeNull();
  await screen.close();

  const small = await openScreen(desk, agent, { at: `/inbox/all/${two}`, ...phone });
  await small.page.getByRole('button', { name: 'Solve', exact: true }).tap();
  await sheet(small, two).getByRole('radio', { name: 'Not solved' }).check({ force: true });
  expect(await violations(small.page, 'wrap-up')).toEqual([]);
  await sheet(small, two).getByRole('combobox', { name: /^Topic/ }).tap();
  await small.page.getByRole('option', { name: 'Billing', exact: true }).tap();
  await sheet(small, two).getByRole('button', { name: /^Save and solve/ }).tap();
  await gone(sheet(small, two));
  await desk.until('it is solved and written down', async () => (await statusOf(two)) === 'solved');
  expect((await ask(agent, 'GET', `/tickets/${two}/wrap-up`)).wrap_up).toMatchObject({ degree: 'not_solved', topic: { label: 'Billing' } });
  expectNoComplaints(small);
  await small.close();
});
