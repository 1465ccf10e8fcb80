import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, row, seen, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
});
afterAll(() => desk?.stop());

test('a ticket’s case file is saved as PDF without notes, and printed, from the menu and by keyboard', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'Broken lamp', html: '<p>It is broken.</p><script>window.__pwned=1</script>', messageId: '<case-1@verified.example>' });
  await row(page, 'Broken lamp').click();
  await seen(ticket(page, 'Broken lamp'));
  const number = Number(/\d+$/.exec(page.url())?.[0]);
  await fetch(`${desk.url}/api/v1/tickets/${number}/messages`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'note', text: 'Warranty is over.' }) });
  await seen(page.getByText('Warranty is over.').first());

  await page.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Case file…' }).click();
  const dialog = page.getByRole('dialog', { name: `Case file of #${number}` });
  await dialog.getByRole('switch', { name: 'With internal notes' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: 'Download PDF' }).click()]);
  expect(download.suggestedFilename()).toBe(`case-${number}.pdf`);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(await download.path()))), { mergePages: true });
  expect([text.includes('It is broken.'), text.includes('Warranty'), text.includes('Internal notes are left out.')]).toEqual([true, false, true]);
  await gone(dialog);

  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('case file');
  await page.keyboard.press('Enter');
  await seen(dialog);
  // The browser's own dialog cannot be seen here: that it is asked for can.
  await page.context().addInitScript('window.print = () => (window.printed = true)');
  const [popup] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('button', { name: 'Print' }).press('Enter')]);
  await seen(popup.getByRole('heading', { name: 'Broken lamp' }));
  await seen(popup.getByText('Warranty is over.'));
  expect(await popup.locator('script').count()).toBe(0);
  await popup.close();
  expectNoComplaints(screen);
  await screen.close();
});
