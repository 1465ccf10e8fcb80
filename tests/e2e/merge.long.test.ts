import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, anInbox, type SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { openScreen, row, seen, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  await aBrand(desk.db, desk.workspaceId, { name: 'Polar Kitchens' });
  await anInbox(desk.db, desk.workspaceId, { brandId: desk.brand.id, address: 'orders@verified.example' });
  agent = await desk.agent({ name: 'Astrid Lind' });
});
afterAll(() => desk?.stop());

let count = 0;
async function aMail(subject: string): Promise<void> {
  count += 1;
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject, text: `About ${subject}.`, messageId: `<merge-${count}@verified.example>` });
}

test('two cases of one customer become one, on both screens, and two again', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await aMail('First lamp');
  await seen(row(page, 'First lamp'));
  await aMail('Second lamp');
  await row(page, 'Second lamp').click();
  await seen(ticket(page, 'Second lamp'));
  const colleague = await openScreen(desk, await desk.agent({ name: 'Bo Ek' }), { at: page.url().replace(desk.url, '') });

  await page.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Merge into another ticket' }).click();
  const dialog = page.getByRole('dialog', { name: /Merge #\d+ into another ticket/ });
  await dialog.getByLabel('Number of the other ticket').fill('999999');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await seen(dialog.getByText('There is no ticket with this number.'));
  await dialog.getByRole('button', { name: /First lamp/ }).click();

  await seen(ticket(page, 'First lamp'));
  const thread = page.getByRole('log');
  await seen(thread.getByText('About First lamp.'));
  await seen(thread.getByText('About Second lamp.'));
  await seen(thread.getByText(/^from #\d+$/));
  await seen(thread.getByText(/Astrid Lind merged #\d+ into #\d+/));
  await seen(colleague.page.getByText('Merged. The case goes on in'));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await seen(page.getByText(/stands on its own again/));
  await expect.poll(() => thread.getByText('About Second lamp.').count()).toBe(0);
  await expect.poll(() => colleague.page.getByText('Merged. The case goes on in').count()).toBe(0);
  await colleague.close();
  // The number that there is not.
  expect(screen.complaints.filter((each) => !each.includes('400'))).toEqual([]);
  await screen.close();
});

test('a message becomes a case of its own, and a case goes to another brand and back', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await aMail('Two matters');
  await row(page, 'Two matters').click();
  const message = page.getByRole('article', { name: 'Message from Maja Svensson' });
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Split into a ticket of its own' }).click();
  await seen(page.getByText(/^#\d+ split off$/));
  await expect.poll(async () => (await desk.db.selectFrom('tickets').select('id').where('subject', '=', 'Two matters').execute()).length).toBe(2);

  await page.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Move to another brand' }).click();
  await page.getByRole('menuitemradio', { name: 'Polar Kitchens' }).click();
  await seen(page.getByText(/^#\d+ moved$/));
  await seen(page.getByRole('log').getByText('Astrid Lind moved it to Polar Kitchens'));
  await page.keyboard.press('z');
  await seen(page.getByRole('log').getByText(`Astrid Lind moved it to ${desk.brand.name}`));

  // Another inbox of the same brand: answers come from there.
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: desk.inbox.address }).click();
  await page.getByRole('menuitemradio', { name: 'orders@verified.example' }).click();
  await seen(details.getByRole('button', { name: 'orders@verified.example' }));
  await seen(page.getByRole('log').getByText('Astrid Lind changed the inbox'));
  await page.keyboard.press('z');
  await seen(details.getByRole('button', { name: desk.inbox.address }));
  await screen.close();
});
