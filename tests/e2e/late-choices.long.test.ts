import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, type SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, openScreen, seen, type Screen } from './support/screen.ts';

/** Fields whose choices the server is slow to give: nothing that was typed or chosen is lost when they come. */

let desk: BrowserDesk;
let admin: SignedInAgent;
let nora: SignedInAgent;
let screen: Screen;

beforeAll(async () => {
  desk = await openBrowserDesk();
  admin = await desk.agent({ name: 'Astrid Lind', role: 'admin' });
  nora = await desk.agent({ name: 'Nora Ask' });
  await desk.agent({ name: 'Olof Berg' });
  screen = await openScreen(desk, admin);
});
afterAll(async () => {
  await screen?.close();
  await desk?.stop();
});

/** Holds the answers to what is asked there until they are let go. */
async function hold(page: Page, path: RegExp): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  const waiting: Promise<void>[] = [];
  await page.route(path, (route) => {
    const goesOn = held.promise.then(() => route.continue());
    waiting.push(goesOn);
    return goesOn;
  });
  return async () => {
    held.resolve();
    // All have gone on before the route is taken away, which lets go of the rest by itself.
    await Promise.all(waiting);
    await page.unroute(path);
  };
}

test('nobody chooses a country of holidays before the countries are there', async () => {
  const { page } = screen;
  await page.goto('/settings/hours');
  await page.getByRole('button', { name: 'Add opening hours' }).first().click();
  const letGo = await hold(page, /holiday-countries/);
  const adding = page.getByRole('dialog', { name: 'Add opening hours' });
  await adding.getByRole('textbox', { name: 'Name' }).fill('Office in Stockholm');
  await adding.getByRole('button', { name: 'Add' }).click();
  const country = page.getByRole('combobox', { name: 'Country' });
  await seen(country);
  expect(await country.isDisabled()).toBe(true);
  await letGo();
  await country.fill('Swed');
  await page.getByRole('option', { name: 'Sweden' }).click();
  await expect.poll(() => country.inputValue()).toBe('Sweden');
});

test('what is typed stays when the chosen one gets its name and the others come', async () => {
  const { page } = screen;
  const letGo = await hold(page, /\/api\/v1\/agents\?/);
  await page.goto(`/customers?show=base&agent=${nora.id}`);
  const whose = page.getByRole('combobox', { name: 'Whose customers' });
  await expect.poll(() => whose.inputValue()).toBe('…');
  await whose.fill('Olo');
  const agents = page.waitForResponse(/\/api\/v1\/agents\?/);
  await letGo();
  await agents;
  await page.getByRole('option', { name: 'Olof Berg' }).click();
  await expect.poll(() => whose.inputValue()).toBe('Olof Berg');
  // Left without a choice it is as it was.
  await whose.fill('Astr');
  await page.keyboard.press('Escape');
  await expect.poll(() => whose.inputValue()).toBe('Olof Berg');
});

test('a new colleague sees all brands at first only where there is one, also before the brands have come', async () => {
  await aBrand(desk.db, desk.workspaceId, { name: 'Nordic Chargers' });
  const { page } = screen;
  await page.goto('/settings/agents');
  await seen(page.getByRole('row', { name: /Nora Ask/ }));
  const letGo = await hold(page, /\/api\/v1\/brands\?/);
  await page.getByRole('button', { name: 'Invite a colleague' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a colleague' });
  expect(await dialog.getByRole('checkbox', { name: 'All brands' }).isChecked()).toBe(false);
  await letGo();
  expectNoComplaints(screen);
});

test('who gets one more brand keeps those that are archived by now', async () => {
  const old = await aBrand(desk.db, desk.workspaceId, { name: 'Old Lamps' });
  await desk.db.insertInto('agent_brands').values({ workspace_id: desk.workspaceId, agent_id: nora.id, brand_id: old }).execute();
  await desk.db.updateTable('agents').set({ all_brands: false }).where('workspace_id', '=', desk.workspaceId).where('id', '=', nora.id).execute();
  await desk.db.updateTable('brands').set({ archived_at: new Date() }).where('workspace_id', '=', desk.workspaceId).where('id', '=', old).execute();
  const { page } = screen;
  await page.goto('/settings/agents');
  await page.getByRole('button', { name: 'Actions for Nora Ask' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Only these brands' }).click();
  await page.getByRole('option', { name: 'Nordic Chargers' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { rows } = { rows: await desk.db.selectFrom('agent_brands').select('brand_id').where('workspace_id', '=', desk.workspaceId).where('agent_id', '=', nora.id).execute() };
  expect(rows.map(({ brand_id: id }) => id)).toContain(old);
  expect(rows).toHaveLength(2);
});
