import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKnownCommands } from '../../apps/web/known-commands.ts';
import { readKnownSettings, readSettingsPages } from '../../apps/web/known-settings.ts';
import { createTranslator } from '../../packages/i18n/src/server.ts';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, seen, seenSomewhere } from './support/screen.ts';

let desk: BrowserDesk;
let owner: SignedInAgent;
const { t } = createTranslator('en');
const pages = readSettingsPages();

beforeAll(async () => {
  desk = await openBrowserDesk();
  owner = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
  await desk.agent({ name: 'Bo Ek', role: 'lead' });
});
afterAll(() => desk?.stop());

/** Fields, boxes and switches that nothing names. */
const nameless = `[...document.querySelectorAll('main input:not([type=hidden]), main textarea, main select, main [role=switch], main [role=checkbox], main [role=radio], main [role=combobox]')]
  .filter((field) => field.getClientRects().length > 0 && !field.closest('[aria-hidden=true]'))
  .filter((field) => !(field.labels?.length > 0 || field.getAttribute('aria-label') || (field.getAttribute('aria-labelledby') ?? '').split(' ').some((id) => document.getElementById(id)?.textContent.trim())))
  .map((field) => field.outerHTML.slice(0, 120))`;

test.each([['a wide screen', {}], ['a phone', phone]])('every page says what it is and what it is for, and every field has a name: %s', async (_name, size) => {
  const screen = await openScreen(desk, owner, { at: '/settings/profile', ...size });
  const { page } = screen;
  for (const { to, label } of pages) {
    await screen.go(to);
    const heading = page.getByRole('heading', { level: 1, name: t(label as 'settings.title'), exact: true });
    await seen(heading);
    const lead = await heading.locator('xpath=following-sibling::p').textContent();
    expect(lead?.trim(), to).toMatch(/^\p{Lu}.{20,}\.$/su);
    expect(await page.evaluate(nameless), to).toEqual([]);
  }
  expectNoComplaints(screen);
  await screen.close();
});

test('the search over the settings finds every page, every labelled setting, every kind of news and every key by its name', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/profile' });
  const { page } = screen;
  const search = page.getByRole('combobox', { name: 'Search the settings' });
  const labels = new Set([...pages.map(({ label }) => label), ...readKnownSettings().map(({ label }) => label), ...readKnownCommands().map(({ label }) => label)].map((label) => t(label as 'settings.title')));
  const lost: string[] = [];
  for (const label of labels) {
    await search.fill(label);
    await page.getByRole('listbox', { name: 'Settings found' }).or(page.getByRole('status').getByText('Nothing')).first().waitFor();
    const found = (await page.evaluate(`[...document.querySelectorAll('search [role=option] > span:first-child')].map((each) => each.textContent)`)) as string[];
    if (!found.includes(label)) lost.push(label);
  }
  expect(lost).toEqual([]);
  expect(labels.size).toBeGreaterThan(150);
  await search.fill('Could not be delivered');
  await search.press('Enter');
  await page.waitForURL('**/settings/notifications');
  await seen(page.getByRole('main').getByText('Could not be delivered'));
  await screen.close();
});

interface Wrong {
  at: string;
  /** Opens the form. */
  open?(page: Page): Promise<void>;
  /** What is typed into which field, by its label. */
  typed: Record<string, string>;
  submit: string;
  /** The field to be mended, by its label, and what is said there. */
  field: string;
  says: string;
}

const pressing = (...names: string[]) => async (page: Page) => {
  for (const name of names) await page.getByRole('main').getByRole('button', { name, exact: true }).click();
};
const empty = 'Fill this in.';
const address = 'Write a whole address, such as anna@example.org.';

const wrong: readonly Wrong[] = [
  { at: 'profile', typed: { 'Your name': ' ', Signature: 'Kind regards' }, submit: 'Save', field: 'Your name', says: empty },
  { at: 'workspace', typed: { Name: '' }, submit: 'Save', field: 'Name', says: empty },
  { at: 'security', typed: { 'Your password': 'x', 'New password': 'short' }, submit: 'Save', field: 'New password', says: 'Use at least 10 characters.' },
  { at: 'brands', open: pressing('Add a brand'), typed: { Name: '' }, submit: 'Add', field: 'Name', says: empty },
  { at: 'brands/1', typed: { Name: '', 'Name on outgoing mail': 'Lamps' }, submit: 'Save', field: 'Name', says: empty },
  { at: 'brands/1', typed: { Subject: 'We have it' }, submit: 'Save', field: 'Confirmation', says: 'Write the confirmation too, or empty its subject.' },
  { at: 'brands/1', typed: { 'Signature under replies': '{{nonsense}}' }, submit: 'Save', field: 'Signature under replies', says: 'Something in double braces is no placeholder' },
  { at: 'fields', open: pressing('Add a field'), typed: { Name: '', 'Help text': 'Under the lamp' }, submit: 'Add', field: 'Name', says: empty },
  { at: 'fields', open: pressing('Add a field'), typed: { Name: 'Serial number', Key: '4serial' }, submit: 'Add', field: 'Key', says: 'letter' },
  { at: 'macros', open: pressing('Add a macro'), typed: { Name: '', Keywords: 'router' }, submit: 'Add', field: 'Name', says: empty },
  { at: 'macros', open: pressing('Add a macro'), typed: { Name: 'Restart' }, submit: 'Add', field: 'Text: English', says: 'Write a text or choose something that it does.' },
  { at: 'teams', open: pressing('Add a team'), typed: { Name: '' }, submit: 'Add', field: 'Name', says: empty },
  { at: 'agents', open: pressing('Add an agent'), typed: { Name: 'Cleo', 'E-mail': 'cleo' }, submit: 'Add', field: 'E-mail', says: address },
  { at: 'agents', open: pressing('Add an agent'), typed: { Name: 'Cleo', 'E-mail': 'cleo@example.org', Password: 'short' }, submit: 'Add', field: 'Password', says: 'Use at least 10 characters.' },
  { at: 'agents', open: pressing('Invite a colleague'), typed: { 'E-mail': 'cleo@' }, submit: 'Send the invitation', field: 'E-mail', says: address },
  { at: 'inboxes', open: pressing('Add an inbox'), typed: { Address: 'help', Name: 'Help' }, submit: 'Add', field: 'Address', says: address },
  { at: 'inboxes/1', typed: { 'Outgoing server': 'smtp://mail.example.org' }, submit: 'Save', field: 'Outgoing server', says: 'Only its name' },
  { at: 'inboxes/1', open: pressing('Set up IMAP'), typed: { Server: 'imap.example.org', Port: '99999', Password: 'secret' }, submit: 'Start fetching', field: 'Port', says: 'A number from 1 to 65535.' },
  { at: 'mail-sign-in', typed: { 'Client ID': 'abc', 'Client secret': 'secret', 'Directory (tenant) ID': 'a b' }, submit: 'Save', field: 'Directory (tenant) ID', says: 'Only letters, digits, dots and hyphens' },
  { at: 'blocks', open: pressing('Block a sender'), typed: { 'Address or domain': 'junk' }, submit: 'Block a sender', field: 'Address or domain', says: 'Write anna@example.org, or @example.org' },
  { at: 'tokens', open: pressing('Create a token'), typed: { Name: '' }, submit: 'Create a token', field: 'Name', says: empty },
];

test('a wrong value is said at its field, which has the focus, and nothing of what was typed is lost', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/profile' });
  const { page } = screen;
  for (const { at, open, typed, submit, field, says } of wrong) {
    const what = `${at}: ${field}`;
    const path = at.endsWith('/1') ? at.replace('/1', `/${at.startsWith('brands') ? desk.brand.id : desk.inbox.id}`) : at;
    // Anew each time, so that nothing of the one before is left.
    await page.goto(`/settings/${path}`);
    await seenSomewhere(page.getByRole('main').getByRole('heading', { level: 1 }));
    await screen.rest();
    await open?.(page);
    const place = open && (await page.getByRole('dialog').count()) > 0 ? page.getByRole('dialog') : page.getByRole('main');
    const fieldOf = (label: string): Locator => place.getByLabel(label, { exact: true }).filter({ visible: true }).first();
    for (const [label, text] of Object.entries(typed)) await fieldOf(label).fill(text);
    const form = place.locator('form').filter({ has: page.getByLabel(field, { exact: true }) });
    const button = (await place.getAttribute('role')) === 'dialog' ? place.getByRole('button', { name: submit, exact: true }) : form.getByRole('button', { name: submit, exact: true }).first();
    await button.click();
    await seenSomewhere(place.getByText(says));
    await seen(fieldOf(field).and(page.locator(':focus'))).catch(() => expect.fail(`${what} has the focus`));
    const described = (await page.evaluate(`[...(document.activeElement.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)), ...document.querySelectorAll('[role=alert]')].map((each) => each?.textContent).join(' ')`)) as string;
    expect(described, `${what} is described by what is wrong`).toContain(says);
    for (const [label, text] of Object.entries(typed)) expect(await fieldOf(label).inputValue(), `${what}: ${label}`).toBe(text);
  }
  await screen.close();
});

test('a wrong text of a brand is shown in its own language, whichever is open', async () => {
  const screen = await openScreen(desk, owner, { at: `/settings/brands/${desk.brand.id}` });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByRole('menuitem', { name: 'Polish' }).click();
  await page.getByLabel('Signature under replies').fill('{{nonsense}}');
  await page.getByRole('tab', { name: 'English' }).click();
  await page.getByLabel('Confirmation', { exact: true }).fill('We have it.');
  await page.locator('form').filter({ has: page.getByLabel('Signature under replies') }).getByRole('button', { name: 'Save' }).click();
  await seen(page.getByRole('tab', { name: 'Polish', selected: true }));
  await seen(page.getByText('Something in double braces is no placeholder', { exact: false }));
  await seen(page.getByLabel('Signature under replies').and(page.locator(':focus')));
  await page.getByLabel('Signature under replies').fill('Pozdrawiamy');
  await page.locator('form').filter({ has: page.getByLabel('Signature under replies') }).getByRole('button', { name: 'Save' }).click();
  await seenSomewhere(page.getByText('Saved', { exact: true }));
  await screen.close();
});

test('whoever leaves a page half changed is asked, may stay with all of it, or go without', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/profile' });
  const { page } = screen;
  await page.getByLabel('Signature').fill('Half a signature');
  const pagesOf = page.getByRole('navigation', { name: 'Settings pages' });
  await pagesOf.getByRole('link', { name: 'Teams' }).click();
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
  await asked.getByRole('button', { name: 'Stay here' }).click();
  await gone(asked);
  expect(await page.getByLabel('Signature').inputValue()).toBe('Half a signature');
  await pagesOf.getByRole('link', { name: 'Teams' }).click();
  await asked.getByRole('button', { name: 'Leave without saving' }).click();
  await page.waitForURL('**/settings/teams');
  await pagesOf.getByRole('link', { name: 'Profile' }).click();
  await seen(page.getByLabel('Signature'));
  expect(await page.getByLabel('Signature').inputValue()).toBe('');
  await page.getByLabel('Signature').fill('Astrid');
  await page.getByRole('button', { name: 'Save' }).click();
  await seenSomewhere(page.getByText('Saved', { exact: true }));
  await pagesOf.getByRole('link', { name: 'Teams' }).click();
  await page.waitForURL('**/settings/teams');
  // Two forms of one page ask once.
  await screen.go(`/settings/brands/${desk.brand.id}`);
  await page.getByLabel('Name', { exact: true }).fill('Half a name');
  await page.getByLabel('Signature under replies').fill('Half a signature');
  await pagesOf.getByRole('link', { name: 'Teams' }).click();
  await asked.getByRole('button', { name: 'Leave without saving' }).click();
  await page.waitForURL('**/settings/teams');
  await gone(asked);
  expectNoComplaints(screen);
  await screen.close();
});

test('what is made, changed and put away in a dialog is confirmed, and what is put away comes back', async () => {
  const screen = await openScreen(desk, owner, { at: '/settings/teams' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a team' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill('First line');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await seenSomewhere(page.getByText('First line was added'));
  await page.getByRole('button', { name: 'First line', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Second line');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await seenSomewhere(page.getByText('Second line was saved'));
  await page.getByRole('button', { name: 'Actions for Second line' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await seenSomewhere(page.getByText('Second line is in use again'));
  await screen.go('/settings/brands');
  await page.getByRole('button', { name: 'Add a brand' }).click();
  await page.getByRole('radio', { name: 'Ochre' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Lumenhus');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await seenSomewhere(page.getByText('Lumenhus was added'));
  await seen(page.getByRole('radio', { name: 'Ochre', checked: true }));
  expectNoComplaints(screen);
  await screen.close();
});

test('who cannot have their server sign mail has Ombud do it: the record to publish, what it waits for, and the way back', async () => {
  const zone = new Map<string, string>();
  desk.program.context.dns = async (name) => {
    const record = zone.get(name);
    if (!record) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [[record]];
  };
  const screen = await openScreen(desk, owner, { at: `/settings/inboxes/${desk.inbox.id}` });
  const dkim = screen.page.getByRole('region', { name: 'DKIM' });
  await seen(dkim.getByText('Missing', { exact: true }));
  await dkim.getByRole('button', { name: 'Let Ombud sign' }).press('Enter');
  await seen(dkim.getByText(/^Ombud signs as soon as this record stands in DNS/));
  // Whoever pressed it by keyboard is still there.
  await expect.poll(() => screen.page.evaluate('document.activeElement?.textContent')).toBe('Stop signing');
  const record = (await dkim.getByText(/^v=DKIM1; k=rsa; p=/).textContent()) ?? '';
  const [, name = ''] = /TXT record to have at (.+)/.exec((await dkim.getByText(/^TXT record to have at/).textContent()) ?? '') ?? [];
  zone.set(name.trim(), record);
  await screen.page.getByRole('button', { name: 'Look again' }).press('Enter');
  await seen(dkim.getByText('Ombud signs the mail from lumen.example.'));
  await dkim.getByRole('button', { name: 'Stop signing' }).press('Enter');
  await seen(dkim.getByRole('button', { name: 'Let Ombud sign' }));
  await screen.page.getByRole('button', { name: 'Undo' }).click();
  await seen(dkim.getByText('Ombud signs the mail from lumen.example.'));
  expectNoComplaints(screen);
  await screen.close();
});
