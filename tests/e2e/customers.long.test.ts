import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, seen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  await desk.db.updateTable('identity.workspaces').set({ time_zone: 'Europe/Stockholm' }).where('id', '=', desk.workspaceId).execute();
  agent = await desk.agent({ name: 'Astrid Lind', role: 'admin' });
});
afterAll(() => desk?.stop());

async function post(path: string, body: object): Promise<{ id: number; number?: number }> {
  const response = await fetch(`${desk.url}${path}`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return (await response.json()) as { id: number; number?: number };
}
let count = 0;
async function someone(name: string, body: object = {}): Promise<{ id: number; email: string }> {
  count += 1;
  const email = `person${count}@firm${count}.example`;
  const { id } = await post('/api/v1/customers', { name, addresses: [{ kind: 'email', address: email }], ...body });
  await post('/api/v1/tickets', { subject: `Question ${count} of ${name}`, text: 'Hello', requester: { email } });
  return { id, email };
}

test('a number is typed as it is dialled; a wrong one is explained, and one of somebody else leads to a merge that is taken back', async () => {
  const [maja, twin] = [await someone('Maja Nowak'), await someone('Maja N.', { note: 'Has two dogs' })];
  await post(`/api/v1/customers/${twin.id}/addresses`, { kind: 'phone', address: '070-123 45 67' });
  const screen = await openScreen(desk, agent, { at: `/customers/${maja.id}` });
  const { page } = screen;
  const numbers = page.getByRole('main');
  const dialog = page.getByRole('dialog', { name: 'Add an address or a number' });
  async function type(number: string) {
    await page.getByRole('button', { name: 'Add an address or a number' }).click();
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Phone' }).click();
    await dialog.getByLabel('Phone').fill(number);
    await page.keyboard.press('Enter');
  }

  await type('070 123');
  await seen(dialog.getByText('This is not a complete phone number.', { exact: false }));
  await dialog.getByLabel('Phone').fill('0708-12 34 56');
  await page.keyboard.press('Enter');
  await gone(dialog);
  expect(await numbers.getByRole('link', { name: '070-812 34 56' }).getAttribute('href')).toBe('tel:+46708123456');

  await type('+46 (0)70 123 45 67');
  await seen(dialog.getByText('Maja N. has it already.'));
  await seen(dialog.getByRole('link', { name: 'Open Maja N.' }));
  await dialog.getByRole('button', { name: 'Same person? Merge' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge two customers' });
  await seen(merge.getByRole('radio', { name: /Maja N\./ }));
  await merge.getByRole('button', { name: 'Merge' }).click();
  await gone(merge);

  await seen(numbers.getByRole('link', { name: '070-123 45 67' }));
  await seen(numbers.getByText('Has two dogs'));
  await seen(numbers.getByRole('link', { name: /Question \d+ of Maja N\./ }));
  await screen.go(`/customers/${twin.id}`);
  await page.waitForURL(`**/customers/${maja.id}`);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await seen(page.getByText('Maja N. has a page of their own again'));
  await gone(numbers.getByRole('link', { name: '070-123 45 67' }));
  await screen.go(`/customers/${twin.id}`);
  await seen(page.getByRole('heading', { level: 1, name: 'Maja N.' }));
  // What was refused, as it should be.
  expect(screen.complaints.filter((each) => !/40[09]/.test(each))).toEqual([]);
  await screen.close();
});

test('duplicates are found, told apart and merged by keyboard alone, and taken apart from the page later', async () => {
  const firm = await post('/api/v1/organizations', { name: 'Grid AB' });
  const [one, other] = [await someone('Łukasz Wójcik', { organization: firm.id }), await someone('Lukasz Wojcik', { organization: firm.id })];
  await someone('Luckasz Wojcik', { organization: firm.id });
  const screen = await openScreen(desk, agent, { at: '/customers' });
  const { page } = screen;
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  await page.getByRole('tab', { name: 'People' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Duplicates' });
  await expect.poll(() => list.getByRole('listitem').count()).toBe(3);
  await seen(list.getByText('The same name in the same organisation or domain'));

  await press('Two people: Łukasz Wójcik and Luckasz Wojcik');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
  await page.keyboard.press('z');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(3);
  await press('Two people: Łukasz Wójcik and Luckasz Wojcik');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);

  await press('Merge Łukasz Wójcik and Lukasz Wojcik…');
  const dialog = page.getByRole('dialog', { name: 'Merge two customers' });
  const choice = dialog.getByRole('radio').first();
  await seen(choice);
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => dialog.getByRole('radio', { name: /Lukasz Wojcik/ }).getAttribute('aria-checked')).toBe('true');
  await press('Merge');
  await gone(dialog);

  await screen.go(`/customers/${one.id}`);
  await page.waitForURL(`**/customers/${other.id}`);
  await seen(page.getByRole('main').getByRole('link', { name: /of Łukasz Wójcik/ }));
  await press('Actions for Łukasz Wójcik');
  await seen(page.getByRole('menuitem', { name: 'Take the merge back' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await gone(page.getByRole('main').getByRole('link', { name: /of Łukasz Wójcik/ }));
  await screen.go('/customers?show=duplicates');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  expectNoComplaints(screen);
  await screen.close();
});

test('a caller is added with a number; one that somebody has leads to them', async () => {
  const known = await someone('Jakob Holm');
  await post(`/api/v1/customers/${known.id}/addresses`, { kind: 'phone', address: '+45 20 12 34 56' });
  const screen = await openScreen(desk, agent, { at: '/customers' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a customer' });
  await dialog.getByLabel('Name').fill('Caller');
  await dialog.getByLabel('Phone').fill('004520123456');
  await page.keyboard.press('Enter');
  await seen(dialog.getByText('Jakob Holm has it already.'));
  await seen(dialog.getByRole('link', { name: 'Open Jakob Holm' }));
  await dialog.getByLabel('Phone').fill('08-123 456 78');
  await page.keyboard.press('Enter');
  await gone(dialog);
  await seen(page.getByRole('heading', { level: 1, name: 'Caller' }));
  expect(await page.getByRole('link', { name: '08-123 456 78' }).getAttribute('href')).toBe('tel:+46812345678');
  await screen.go('/customers');
  await page.getByRole('searchbox').fill('08 12345678');
  await seen(page.getByRole('list', { name: 'Customers' }).getByRole('link', { name: /Caller/ }));
  expect(screen.complaints.filter((each) => !each.includes('409'))).toEqual([]);
  await screen.close();
});

test('who sees some brands only is told who can merge, and a merged page is whole on a phone', async () => {
  const [stays, goes] = [await someone('Nora Dahl'), await someone('N. Dahl')];
  const narrow = await openScreen(desk, await desk.agent({ name: 'Bo Ek', brands: [desk.brand.id] }), { at: `/customers/${stays.id}` });
  await seen(narrow.page.getByRole('button', { name: 'Edit' }));
  expect(await narrow.page.getByRole('button', { name: 'More actions' }).count()).toBe(0);
  const screen = await openScreen(desk, agent, { at: `/customers/${stays.id}`, ...phone });
  const { page } = screen;
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with another customer…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge two customers' });
  await dialog.getByRole('combobox', { name: 'The other customer' }).fill(goes.email);
  await page.getByRole('option', { name: /N\. Dahl/ }).click();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await gone(dialog);
  await seen(page.getByText('Merged into this page'));
  // The other agent's page follows by itself.
  await seen(narrow.page.getByText('Merged into this page'));
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expectNoComplaints(screen, narrow);
  await narrow.close();
  await screen.close();
});

test('the page of somebody shows what they were promised, and a ticket is opened for them from there', async () => {
  const karin = await someone('Karin Lund');
  const { number } = await post('/api/v1/tickets', { subject: 'The invoice', text: 'Wrong sum', requester: { email: karin.email } });
  await post(`/api/v1/tickets/${number}/commitments`, { text: 'Send a corrected invoice', due: new Date(Date.now() + 5 * 3_600_000).toISOString() });
  const screen = await openScreen(desk, agent, { at: `/customers/${karin.id}` });
  const { page } = screen;
  const promise = page.getByRole('main').getByRole('link', { name: /Send a corrected invoice/ });
  expect(await promise.getAttribute('href')).toBe(`/inbox/all/${number}`);

  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await expect.poll(() => dialog.getByLabel('Customer’s e-mail address or phone number').inputValue()).toBe(karin.email);
  await dialog.getByLabel('Subject').fill('She calls about the invoice');
  await dialog.getByLabel('What it is about').fill('It has not come.');
  await dialog.getByRole('button', { name: /^Create/ }).click();
  await page.waitForURL('**/inbox/mine/*');
  const made = await desk.db.selectFrom('tickets').select('requester_id').where('workspace_id', '=', desk.workspaceId).where('subject', '=', 'She calls about the invoice').executeTakeFirstOrThrow();
  expect(made.requester_id).toBe(karin.id);
  expectNoComplaints(screen);
  await screen.close();
});
