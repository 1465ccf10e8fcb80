import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, type SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, replyField, row, seen, seenSomewhere, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let owner: SignedInAgent;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  await aBrand(desk.db, desk.workspaceId, { name: 'Polar Kitchens' });
  owner = await desk.agent({ name: 'Ingrid Solheim', role: 'owner' });
  agent = await desk.agent({ name: 'Astrid Lind' });
});
afterAll(() => desk?.stop());

async function write(path: string, method: string, body: object): Promise<{ id: number }> {
  const answer = await fetch(`${desk.url}${path}`, { method, headers: { ...owner.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as { id: number };
}
const define = (body: object) => write('/api/v1/fields', 'POST', body);

async function openTicket(subject: string, fields: object = {}): Promise<number> {
  const answer = await fetch(`${desk.url}/api/v1/tickets`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ subject, text: 'Hello', requester: { email: 'maja@verified.example', name: 'Maja Svensson' }, fields }) });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return ((await answer.json()) as { number: number }).number;
}

test('a field is defined, filled in on a new ticket, changed in the panel, shown and filtered by in the list, and needed to solve', async () => {
  // An administrator makes a tree by keyboard alone.
  const settings = await openScreen(desk, owner, { at: '/settings/fields' });
  const { page: admin } = settings;
  await admin.getByRole('button', { name: 'Add a field' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Add a field' });
  await dialog.getByLabel('Name', { exact: true }).fill('Product');
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await admin.getByRole('option', { name: /^Tree/ }).click();
  const options = dialog.getByRole('group', { name: 'Options' });
  await options.getByRole('textbox').first().focus();
  await admin.keyboard.type('Router');
  await admin.keyboard.press('Shift+Enter');
  await admin.keyboard.type('R300');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('R200');
  await admin.keyboard.press('Alt+ArrowUp');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('Phone');
  await admin.keyboard.press('Alt+ArrowLeft');
  await dialog.getByRole('combobox', { name: 'Has to be filled in' }).click();
  await admin.getByRole('option', { name: 'Before a ticket is solved' }).click();
  await dialog.getByRole('checkbox', { name: 'Lists can be filtered by it' }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(dialog);
  await seen(admin.getByText('Tree · product'));
  const stored = (await (await fetch(`${desk.url}/api/v1/fields`, { headers: owner.headers })).json()) as { items: { options: { key: string; parent: string | null }[] }[] };
  expect(stored.items[0]?.options.map(({ key, parent }) => [key, parent])).toEqual([['router', null], ['r200', 'router'], ['r300', 'router'], ['phone', null]]);
  await define({ label: 'Serial number', type: 'text', filterable: true });
  await define({ label: 'Price', type: 'number' });
  await define({ label: 'Bought', type: 'date' });
  await define({ label: 'Guarantee', type: 'checkbox' });

  // An agent fills it in on a new ticket.
  const screen = await openScreen(desk, agent, { at: '/inbox/all' });
  const { page } = screen;
  await page.getByRole('button', { name: 'New ticket' }).click();
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await form.getByLabel('Customer’s e-mail address').fill('kim@verified.example');
  await form.getByLabel('Subject').fill('The router blinks');
  await form.getByLabel('What it is about').fill('Since this morning');
  await form.getByRole('button', { name: '5 more fields' }).click();
  await seen(form.getByText('needed to solve'));
  await form.getByRole('combobox', { name: 'Product' }).fill('r2');
  await page.getByRole('option', { name: 'Router → R200' }).click();
  await form.getByLabel('Price').fill('many');
  await form.getByRole('button', { name: 'Create' }).click();
  await seen(form.getByText('Write a number.'));
  await form.getByLabel('Price').fill('1,234.50');
  await form.getByRole('button', { name: 'Create' }).click();
  await gone(form);

  // In the panel each is changed where it stands, and a colleague sees it.
  await seen(ticket(page, 'The router blinks'));
  const panel = page.getByRole('complementary', { name: 'Details' });
  await seen(panel.getByRole('button', { name: 'Product: Router → R200' }));
  await seen(panel.getByRole('button', { name: 'Price: 1,234.5' }));
  const colleague = await openScreen(desk, await desk.agent({ name: 'Bo Ek' }), { at: page.url().replace(desk.url, '') });
  await panel.getByRole('button', { name: 'Serial number: Empty' }).click();
  await panel.getByRole('textbox', { name: 'Serial number' }).fill('SN-4711');
  await page.keyboard.press('Enter');
  await seen(panel.getByRole('button', { name: 'Serial number: SN-4711' }));
  await panel.getByRole('button', { name: 'Price: 1,234.5' }).click();
  await panel.getByRole('textbox', { name: 'Price' }).fill('99');
  await page.keyboard.press('Escape');
  await seen(panel.getByRole('button', { name: 'Price: 1,234.5' }));
  await panel.getByRole('button', { name: 'Bought: Empty' }).click();
  await panel.getByLabel('Bought', { exact: true }).fill('2026-03-01');
  await page.keyboard.press('Enter');
  await panel.getByRole('checkbox', { name: 'Guarantee' }).click();
  await panel.getByRole('button', { name: 'Product: Router → R200' }).click();
  await page.getByRole('option', { name: 'R300' }).click();
  const thread = page.getByRole('log');
  await seen(thread.getByText('Astrid Lind set Product to “Router → R300”'));
  await seen(thread.getByText('Astrid Lind set Guarantee to “Yes”'));
  await seen(thread.getByText('Astrid Lind changed Serial number'));
  const other = colleague.page.getByRole('complementary', { name: 'Details' });
  for (const name of ['Product: Router → R300', 'Serial number: SN-4711', 'Bought: 1 Mar 2026']) await seen(other.getByRole('button', { name }));
  await colleague.close();
  await page.keyboard.press('z');
  await seen(panel.getByRole('button', { name: 'Product: Router → R200' }));

  // A column, and a filter that is a link.
  await page.getByRole('link', { name: 'All tickets' }).click();
  await openTicket('Another matter', { product: 'phone' });
  await seen(row(page, 'Another matter'));
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Product' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Number', exact: true }).click();
  await page.keyboard.press('Escape');
  await gone(page.getByRole('menuitemcheckbox').first());
  await page.keyboard.press('Escape');
  await gone(page.getByRole('menu'));
  await seen(row(page, 'Another matter').getByText('Phone'));
  await seen(row(page, 'Another matter').getByTitle(/^Number: #\d+$/));
  await page.getByRole('button', { name: 'Filter by a field' }).click();
  await page.getByRole('option', { name: 'Product' }).click();
  await page.getByRole('option', { name: 'Router' }).click();
  await page.getByRole('option', { name: 'Router as a whole' }).click();
  await seen(page.getByText('Product: Router', { exact: true }));
  await gone(row(page, 'Another matter'));
  await seen(row(page, 'The router blinks'));
  // The list does not move under a pointer that lies on it.
  await page.mouse.move(900, 450);
  await openTicket('A second router', { product: 'r300', serial_number: 'SN-9' });
  await seen(row(page, 'A second router'));
  await page.getByRole('button', { name: 'Filter by a field' }).click();
  await page.getByRole('option', { name: 'Serial number' }).click();
  await page.getByLabel('Begins with').fill('sn-47');
  await page.keyboard.press('Enter');
  await gone(row(page, 'A second router'));
  await seen(row(page, 'The router blinks'));
  await page.reload();
  await seen(page.getByText('Product: Router', { exact: true }));
  await seen(row(page, 'The router blinks').getByText('Router → R200'));
  await page.getByRole('button', { name: 'Take away the filter Product: Router' }).click();
  await page.getByRole('button', { name: /^Take away the filter Serial number/ }).click();
  await seen(row(page, 'Another matter'));

  // What is needed is asked for before the ticket is solved.
  await page.mouse.move(900, 450);
  await openTicket('Nothing is known of it');
  await row(page, 'Nothing is known of it').click();
  await seen(ticket(page, 'Nothing is known of it'));
  await page.getByRole('button', { name: /^Solve/ }).click();
  await seenSomewhere(page.getByText(/is not solved yet: a field has to be filled in first/));
  await seen(panel.getByText('Needed before the ticket is solved'));
  await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Product: Empty');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Product' }).fill('phone');
  await page.keyboard.press('Enter');
  await gone(panel.getByText('Needed before the ticket is solved'));
  await page.getByRole('button', { name: /^Solve/ }).click();
  await seen(page.getByText(/^#\d+ solved$/));
  expectNoComplaints(screen, settings);
  await screen.close();
  await settings.close();
});

test('on a phone what is missing comes forward, and an archived field goes and comes back', async () => {
  const number = await openTicket('By thumb');
  const screen = await openScreen(desk, agent, { ...phone, at: `/inbox/all/${number}` });
  const { page } = screen;
  await seen(ticket(page, 'By thumb'));
  await page.getByRole('button', { name: /^Solve/ }).click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await seen(panel.getByText('Needed before the ticket is solved'));
  await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Product: Empty');

  const settings = await openScreen(desk, owner, { at: '/settings/fields' });
  const { page: admin } = settings;
  await admin.getByRole('button', { name: 'Actions for Product' }).click();
  await admin.getByRole('menuitem', { name: 'Archive' }).click();
  await seen(admin.getByRole('heading', { name: 'Archived', exact: true }));
  await gone(panel.getByText('Needed before the ticket is solved'));
  await admin.getByRole('button', { name: 'Actions for Product' }).click();
  await admin.getByRole('menuitem', { name: 'Restore' }).click();
  await seen(panel.getByRole('button', { name: 'Product: Empty' }));
  expectNoComplaints(screen, settings);
  await settings.close();
  await screen.close();
});

test('of two administrators who change one field at once, neither undoes the other', async () => {
  const made = await define({ label: 'Depth', type: 'choice', options: [{ label: 'Deep' }] });
  const screen = await openScreen(desk, owner, { at: '/settings/fields' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Depth', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit field' });
  await seen(dialog);
  await write(`/api/v1/fields/${made.id}`, 'PATCH', { help: 'In millimetres', required: 'solve' });
  await dialog.getByLabel('Name', { exact: true }).fill('Depth of the shelf');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await gone(dialog);
  expect(await (await fetch(`${desk.url}/api/v1/fields/${made.id}`, { headers: owner.headers })).json()).toMatchObject({ label: 'Depth of the shelf', help: 'In millimetres', required: 'solve' });
  await write(`/api/v1/fields/${made.id}`, 'PATCH', { archived: true });

  expectNoComplaints(screen);
  await screen.close();
});

test('options that were saved before the rest was refused are no conflict the second time', async () => {
  const made = await define({ label: 'Shade', type: 'choice', options: [{ label: 'Light' }] });
  const screen = await openScreen(desk, owner, { at: '/settings/fields' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Shade', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit field' });
  await dialog.getByRole('group', { name: 'Options' }).getByRole('textbox', { name: 'Name of Light' }).fill('Bright');
  await dialog.getByLabel('Name', { exact: true }).fill('Shade of white');
  await page.route(`**/api/v1/fields/${made.id}`, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()), { times: 1 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await seen(dialog.getByRole('alert'));
  await page.unroute(`**/api/v1/fields/${made.id}`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await gone(dialog);
  expect(await (await fetch(`${desk.url}/api/v1/fields/${made.id}`, { headers: owner.headers })).json()).toMatchObject({ label: 'Shade of white', options: [{ label: 'Bright' }] });
  await write(`/api/v1/fields/${made.id}`, 'PATCH', { archived: true });
  await screen.close();
});

test('what keeps a ticket from being solved is told until it is solved or left, and says that the reply stays', async () => {
  const [first, second] = [await openTicket('Not yet'), await openTicket('Next door')];
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${first}` });
  const { page } = screen;
  const told = page.getByText(/is not solved yet/).filter({ visible: true });
  await seen(ticket(page, 'Not yet'));
  await page.keyboard.press('r');
  await replyField(page).fill('Please restart it.');
  await page.getByRole('button', { name: 'Send with another status' }).click();
  await page.getByRole('menuitem', { name: 'Send as “Solved”' }).click();
  await seenSomewhere(page.getByText('Your reply was not sent; it still stands in its field.'));
  expect(await replyField(page).innerText()).toContain('Please restart it.');
  await screen.go(`/inbox/all/${second}`);
  await seen(ticket(page, 'Next door'));
  await expect.poll(() => told.count()).toBe(0);

  await screen.go(`/inbox/all/${first}`);
  await seen(ticket(page, 'Not yet'));
  await page.getByRole('button', { name: /^Solve/ }).click();
  await expect.poll(() => told.count()).toBeGreaterThan(0);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('button', { name: 'Product: Empty' }).click();
  await page.getByRole('combobox', { name: 'Product' }).fill('phone');
  await page.keyboard.press('Enter');
  await seen(panel.getByRole('button', { name: 'Product: Phone' }));
  await page.getByRole('button', { name: /^Solve/ }).click();
  await seen(page.getByText(`#${first} solved`));
  await expect.poll(() => told.count()).toBe(0);

  // Solved from the list, it says which fields and leads to the ticket.
  await screen.go('/inbox/all');
  await row(page, 'Next door').getByRole('checkbox').click();
  await seen(page.getByRole('toolbar', { name: 'With the selected tickets' }));
  await page.keyboard.press('e');
  await page.locator('li', { hasText: `#${second} needs Product before it is solved` }).locator('a').click();
  await seen(ticket(page, 'Next door'));
  await screen.close();
});

test('a key that is refused says how keys are written, in view above the foot of the dialog', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/fields', viewport: { width: 1280, height: 600 } });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a field' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a field' });
  await dialog.getByLabel('Name', { exact: true }).fill('Second price');
  const key = dialog.getByRole('textbox', { name: 'Key' });
  await key.fill('2nd_price');
  await dialog.getByLabel('Name', { exact: true }).focus();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const reason = dialog.getByText('Use small letters a–z, digits and underscores (_), with a letter first.');
  await seen(reason);
  await seen(key.and(page.locator(':focus')));
  const [told, foot] = [await reason.boundingBox(), await dialog.locator('footer').boundingBox()];
  expect((told?.y ?? Infinity) + (told?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  await key.fill('second_price');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(dialog);
  await seen(page.getByText('Text · second_price'));
  expectNoComplaints(screen);
  await screen.close();
});
