import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { askOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, seen, type Screen } from './support/screen.ts';

/** Whom an agent looks after: set on their page, seen on the ticket and on My customers, handed over and taken back. */

let desk: BrowserDesk;
let lead: SignedInAgent;
let screen: Screen;
let organization: number;

const ask = askOf(() => desk);
const inList = (page: Screen['page'], name: RegExp) => page.getByRole('list', { name: 'My customers' }).getByRole('link', { name });

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
  await desk.agent({ name: 'Otto Falk' });
  organization = (await ask(lead, 'POST', '/organizations', { name: 'Hartwell', domains: ['verified.example'] })).id;
  screen = await openScreen(desk, lead, { bypassCSP: true });
});
afterAll(async () => {
  await screen?.close();
  await desk?.stop();
});

const accountOf = async () => (await desk.db.selectFrom('organizations').select(['account_agent_id', 'next_contact_on', 'next_contact_note']).where('id', '=', organization).executeTakeFirstOrThrow());
const choose = async (label: string, name: string) => {
  const field = screen.page.getByRole('combobox', { name: label });
  await field.fill(name);
  await screen.page.getByRole('option', { name }).click();
};

test('an organization gets an account agent and a next contact, and they stand on My customers and at home', async () => {
  const { page } = screen;
  await screen.go(`/organizations/${organization}`);
  await page.getByRole('button', { name: 'Choose who looks after them' }).click();
  const dialog = page.getByRole('dialog', { name: 'Looked after by' });
  await choose('Account agent', 'Astrid Lind');
  await choose('Deputy', 'Astrid Lind');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await seen(dialog.getByText('This is the same person.'));
  await choose('Deputy', 'Otto Falk');
  expect(await violations(page, 'the dialog of an account agent')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await gone(dialog);
  await seen(page.getByText('Deputy: Otto Falk'));

  await page.getByRole('button', { name: 'Set a date' }).click();
  const next = page.getByRole('dialog', { name: 'Next contact' });
  await next.getByLabel('On', { exact: true }).fill('2026-01-15');
  await next.getByLabel(/^What about/).fill('Renewal');
  expect(await violations(page, 'the dialog of a next contact')).toEqual([]);
  await next.getByRole('button', { name: 'Save' }).click();
  await gone(next);
  await seen(page.getByText('Overdue'));
  expect(await accountOf()).toMatchObject({ account_agent_id: lead.id, next_contact_on: '2026-01-15', next_contact_note: 'Renewal' });

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await seen(page.getByRole('region', { name: 'To be in touch with' }).getByRole('link', { name: /Hartwell/ }));
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await seen(inList(page, /Hartwell/));
});

test('a new mail of theirs is the account agent’s at once, the ticket says why, and the list counts it without a reload', async () => {
  const { page } = screen;
  const row = page.getByRole('listitem').filter({ hasText: 'Hartwell' });
  await seen(row.getByText('Never'));
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'The lift', text: 'It stands still.', messageId: '<base-1@verified.example>' });
  await seen(row.getByText('1 open'));
  const { number } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('number').where('subject', '=', 'The lift').executeTakeFirst());
  await screen.go(`/inbox/all/${number}`);
  await seen(page.getByText('Assigned to Astrid Lind, who looks after this customer'));
  await seen(page.getByText('Deputy: Otto Falk'));
});

test('by keyboard a row is chosen and dated; the selection is handed over and taken back', async () => {
  const { page } = screen;
  await screen.go('/customers?show=base');
  const link = page.getByRole('link', { name: /Hartwell/ });
  await seen(link);
  await page.keyboard.press('j');
  await desk.until('the row has the focus', async () => (await page.evaluate("document.activeElement?.dataset.entry ?? ''")) === `organization.${organization}`);
  await page.keyboard.press('n');
  const next = page.getByRole('dialog', { name: 'Next contact' });
  await seen(next);
  await next.getByRole('button', { name: 'In a week', exact: true }).click();
  await next.getByRole('button', { name: 'Save' }).click();
  await gone(next);
  await desk.until('the day is another', async () => (await accountOf()).next_contact_on !== '2026-01-15');
  await link.focus();
  await page.keyboard.press('x');
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand over' });
  await choose('To', 'Otto Falk');
  expect(await violations(page, 'the dialog of a hand-over')).toEqual([]);
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await gone(dialog);
  await seen(page.getByText('1 handed over'));
  await gone(link);
  expect((await accountOf()).account_agent_id).not.toBe(lead.id);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await seen(link);
  expect((await accountOf()).account_agent_id).toBe(lead.id);
  expectNoComplaints(screen);
});

test('on a phone the list, its filters and a row’s next contact are in reach', async () => {
  const quiet = await ask(lead, 'POST', '/organizations', { name: 'Quietly', domains: [] });
  await ask(lead, 'PATCH', `/organizations/${quiet.id}`, { account: { agent: lead.id, deputy: null } });
  const pocket = await openScreen(desk, lead, { ...phone, bypassCSP: true, at: '/customers?show=base' });
  const { page } = pocket;
  await seen(inList(page, /Hartwell/));
  await seen(inList(page, /Quietly/));
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  await page.getByRole('checkbox', { name: 'With open tickets' }).click();
  await gone(inList(page, /Quietly/));
  await seen(inList(page, /Hartwell/));
  await page.getByRole('button', { name: /^Hartwell: next contact/ }).click();
  await seen(page.getByRole('dialog', { name: 'Next contact' }));
  expect(await violations(page, 'a next contact on a phone')).toEqual([]);
  await pocket.close();
});
