import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCustomer, type SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { anImport, table } from './support/import.ts';
import { expectNoComplaints, gone, openScreen, phone, seen, seenSomewhere } from './support/screen.ts';

let desk: BrowserDesk;
let lead: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Astrid Lind', role: 'lead' });
  await aCustomer(desk.db, desk.workspaceId, { name: 'Maja Nowak', email: 'maja@verified.example', brands: [desk.brand.id] });
});
afterAll(() => desk?.stop());

const aFile = (name: string, content: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content as string) });

test('a file becomes customers: columns, preview, import, report, and all of it taken back', async () => {
  const screen = await openScreen(desk, lead, { at: '/customers' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: 'Import customers' }).click();
  await page.locator('input[type=file]').setInputFiles(aFile('kunder.csv', table));

  await seen(page.getByRole('heading', { name: 'What do the columns hold?' }));
  const holds = (column: string) => page.getByRole('combobox', { name: `What ${column} holds` });
  expect(await holds('Namn').textContent()).toContain('Name');
  expect(await holds('E-post').textContent()).toContain('E-mail');
  expect(await holds('Kundnr').textContent()).toContain('Leave out');
  await holds('Kundnr').click();
  await page.getByRole('option', { name: 'Notes' }).click();
  await seen(holds('Kundnr').getByText('Notes'));
  await page.getByRole('combobox', { name: 'Numbers without a country code are from' }).fill('Swed');
  await page.getByRole('option', { name: 'Sweden' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();

  await seen(page.getByRole('heading', { name: 'What will happen' }));
  await seen(page.getByText('One organisation will be added.'));
  await seen(page.getByRole('row', { name: /Maja Nowak|maja@verified/ }).getByText('Adds number +48 600 123 456 and a note').locator('visible=true'));
  await seen(page.getByRole('row', { name: /Wrong/ }).getByText('“not-an-address” is not an e-mail address.').locator('visible=true'));
  await page.getByRole('tab', { name: /Refused/ }).click();
  await gone(page.getByRole('row', { name: /Åsa Öberg/ }));
  // The page can be left and found again, with what was chosen.
  await page.reload();
  await seen(page.getByRole('row', { name: /Wrong/ }));
  await page.getByRole('tab', { name: /All/ }).click();
  await page.getByRole('button', { name: 'Change the columns' }).click();
  await holds('Företag').click();
  await page.getByRole('option', { name: 'Leave out' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await seen(page.getByRole('heading', { name: 'What will happen' }));
  expect(await page.getByText('One organisation will be added.').count()).toBe(0);
  await page.getByRole('button', { name: 'Import 3 rows' }).click();

  await seen(page.getByRole('heading', { name: 'Imported' }));
  await seen(page.getByRole('row', { name: /Maja/ }).getByText('Added number +48 600 123 456').locator('visible=true'));
  await seen(page.getByRole('row', { name: /Åsa Öberg/ }).getByText('Customer added').locator('visible=true'));
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download refused rows' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('"5","“not-an-address” is not an e-mail address."');
  await page.getByRole('link', { name: 'Åsa Öberg' }).click();
  await seen(page.getByRole('heading', { name: 'Åsa Öberg' }));
  await seenSomewhere(page.getByText(/^(\+46 70 123 45 67|070-123 45 67)$/));
  await page.goBack();

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.locator('[role=dialog]:not([data-type])').getByRole('button', { name: 'Undo the import' }).click();
  await seen(page.getByRole('heading', { name: 'The import was undone' }));
  await seen(page.getByText('2 customers were removed.'));
  await page.getByRole('link', { name: 'Show the customers' }).click();
  await seen(page.getByRole('link', { name: /Maja Nowak/ }));
  expect(await page.getByRole('link', { name: /Åsa Öberg/ }).count()).toBe(0);
  expectNoComplaints(screen);
  await screen.close();
});

test('a file that cannot be read says what to do, and another can be dropped on the same place', async () => {
  const screen = await openScreen(desk, lead, { at: '/customers/imports' });
  const { page } = screen;
  await page.locator('input[type=file]').setInputFiles(aFile('book.xlsx', Buffer.from('PK\u0003\u0004', 'latin1')));
  await seen(page.getByRole('alert').getByText('Save it as CSV in your spreadsheet'));
  const transfer = await page.evaluateHandle(`(() => { const data = new DataTransfer(); data.items.add(new File(['name,email\\nDropped,d@firm.example'], 'dropped.csv', { type: 'text/csv' })); return data; })()`);
  await page.getByRole('region', { name: 'File to import' }).dispatchEvent('drop', { dataTransfer: transfer });
  await seen(page.getByRole('heading', { name: 'dropped.csv' }));
  await seen(page.getByRole('combobox', { name: 'What email holds' }));
  await screen.close();
});

test('by keyboard alone, from the command bar to the imported customers', async () => {
  const id = await anImport(desk, lead, [], 'name,email\nKeyboard Karin,karin@keys.example');
  const screen = await openScreen(desk, lead, { at: '/customers' });
  const { page } = screen;
  await seen(page.getByRole('heading', { name: 'Customers' }));
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('Import customers');
  await seen(page.getByRole('option', { name: 'Import customers', exact: true }));
  await page.keyboard.press('Enter');
  await seen(page.getByRole('heading', { name: 'Recent imports' }));
  await page.locator(`a[href$="/customers/imports/${id}"]`).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check the file' }).focus();
  await page.keyboard.press('Enter');
  await seen(page.getByRole('button', { name: 'Import one row' }));
  await page.getByRole('button', { name: 'Import one row' }).focus();
  await page.keyboard.press('Enter');
  await seen(page.getByRole('link', { name: 'Keyboard Karin' }));
  await screen.close();
});

test('an export of what the search finds is downloaded, and can be read again', async () => {
  const screen = await openScreen(desk, lead, { at: '/customers?q=maja' });
  const { page } = screen;
  await seen(page.getByRole('link', { name: /Maja Nowak/ }));
  await page.getByRole('button', { name: 'Import and export' }).click();
  await seen(page.getByText('What the search finds'));
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^customers-\d{4}-\d\d-\d\d\.csv$/);
  const content = await readFile(await file.path(), 'utf8');
  expect(content).toContain('"Maja Nowak","maja@verified.example"');
  expect(content.trim().split('\r\n')).toHaveLength(2);
  expectNoComplaints(screen);
  await screen.close();
});

test('on a phone nothing is wider than the screen, and an agent is not offered it', async () => {
  const screen = await openScreen(desk, lead, { at: `/customers/imports/${await anImport(desk, lead, ['check'])}`, ...phone });
  const { page } = screen;
  await seen(page.getByRole('heading', { name: 'What will happen' }));
  await seenSomewhere(page.getByText('“not-an-address” is not an e-mail address.'));
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  const refused = await page.getByRole('tab', { name: /Refused/ }).boundingBox();
  expect(refused && refused.x + refused.width).toBeLessThanOrEqual(390);
  await screen.close();

  const agent = await openScreen(desk, await desk.agent({ name: 'Bo Ek' }), { at: '/customers' });
  await seen(agent.page.getByRole('link', { name: /Maja Nowak/ }));
  expect(await agent.page.getByRole('button', { name: 'Import and export' }).count()).toBe(0);
  await agent.go('/customers/imports');
  await seen(agent.page.getByText('Customers are imported by leads and administrators.'));
  await agent.close();
});
