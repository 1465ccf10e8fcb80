import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen, seenSomewhere, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let admin: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  admin = await desk.agent({ name: 'Astrid Lind', role: 'admin' });
});
afterAll(() => desk?.stop());

async function ask(method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...admin.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  expect(response.ok, `${method} ${path}`).toBe(true);
  return response.json();
}

test('hours are made from nothing: a week, holidays with one left out, a day of one’s own, and what they mean', async () => {
  const screen = await openScreen(desk, admin, { at: '/settings/hours' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add opening hours' }).first().click();
  const adding = page.getByRole('dialog', { name: 'Add opening hours' });
  await adding.getByRole('textbox', { name: 'Name' }).fill('Office in Stockholm');
  await adding.getByRole('button', { name: 'Add' }).click();
  await seen(page.getByRole('heading', { name: 'Office in Stockholm' }));
  // The preview follows what is filled in, before it is saved.
  await seenSomewhere(page.getByText('45 hours a week', { exact: false }));
  await page.getByRole('checkbox', { name: 'Saturday' }).click();
  await seenSomewhere(page.getByText('54 hours a week', { exact: false }));
  await page.getByRole('combobox', { name: 'Country' }).fill('Swed');
  await page.getByRole('option', { name: 'Sweden' }).click();
  await page.getByRole('checkbox', { name: /^Epiphany/ }).click();
  await page.getByRole('button', { name: 'Add a day' }).click();
  const day = page.getByRole('dialog', { name: 'Add a day' });
  await day.getByRole('textbox', { name: 'Name' }).fill('Stocktaking');
  await day.getByLabel('Day', { exact: true }).fill('2030-01-04');
  await day.getByRole('button', { name: 'Add' }).click();
  await gone(day);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await seenSomewhere(page.getByText('Saved', { exact: false }));
  const [calendar] = (await ask('GET', '/calendars')).items;
  expect(calendar).toMatchObject({ name: 'Office in Stockholm', is_default: true, holidays: { country: 'SE', left_out: ['01-06'] }, exceptions: [{ date: '2030-01-04', name: 'Stocktaking', hours: [] }] });
  expect(calendar.week[5]).toEqual([{ from: '08:00', to: '17:00' }]);
  await page.reload();
  await seenSomewhere(page.getByText('Stocktaking').first());
  expectNoComplaints(screen);
  await screen.close();
});

test('a policy is made, and a ticket counts down, rests and is kept', async () => {
  const screen = await openScreen(desk, admin, { at: '/settings/sla' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a policy' }).first().click();
  const editor = page.getByRole('dialog', { name: 'Add a policy' });
  await editor.getByRole('textbox', { name: 'Name' }).fill('Everybody');
  const field = (kind: string, priority: string) => editor.getByRole('textbox', { name: `${kind}, ${priority}` });
  await field('First reply', 'Normal').fill('soon');
  await editor.getByRole('button', { name: 'Save' }).click();
  await seen(editor.getByText('A time cannot be read.', { exact: false }));
  await field('First reply', 'Normal').fill('1:30');
  await editor.getByRole('combobox', { name: 'First reply: which time counts' }).click();
  await page.getByRole('option', { name: 'Day and night' }).click();
  await editor.getByRole('button', { name: 'Save' }).click();
  await gone(editor);
  await seen(page.getByRole('button', { name: 'Everybody', exact: true }));
  expect((await ask('GET', '/sla-policies')).items[0].targets[0]).toMatchObject({ kind: 'first_reply', time: 'calendar', minutes: { normal: 90 } });

  await desk.send({ from: { name: 'Maja Svensson', address: 'maja@verified.example' }, subject: 'The lamp stays dark', text: 'Help!', messageId: '<sla-1@verified.example>' });
  await screen.go('/inbox/open');
  await seen(row(page, 'The lamp stays dark'));
  // In the row, in words for those who do not see it, and in the head.
  await seenSomewhere(row(page, 'The lamp stays dark').getByRole('img', { name: /^First reply: 1h (29|30)m left|^First reply: 90m left/ }));
  await row(page, 'The lamp stays dark').click();
  await seen(ticket(page, 'The lamp stays dark'));
  await seenSomewhere(page.getByText(/^First reply: 1h \d+m left/));
  const { items } = await ask('GET', '/tickets?status=new,open');
  const number = items.find(({ subject }: { subject: string }) => subject === 'The lamp stays dark').number;
  await ask('PATCH', `/tickets/${number}`, { status: 'pending' });
  await seenSomewhere(page.getByText(/^First reply: paused with 1h \d+m left/));
  await ask('POST', `/tickets/${number}/messages`, { kind: 'public', text: 'Change the bulb' });
  await seenSomewhere(page.getByText('kept', { exact: true }));
  await page.getByRole('button', { name: 'Show how it came to that' }).click();
  await seenSomewhere(page.getByText('First reply · paused'));

  await screen.go('/settings/sla');
  await page.getByRole('textbox', { name: 'Ticket number' }).fill(String(number));
  await page.keyboard.press('Enter');
  await seenSomewhere(page.getByText('“Everybody” counts for it.'));
  expectNoComplaints(screen);
  await screen.close();
});

test('on a phone, a policy is switched off and nothing is promised any more', async () => {
  const screen = await openScreen(desk, admin, { at: '/settings/sla', ...phone });
  const { page } = screen;
  await page.getByRole('button', { name: 'Actions for Everybody' }).click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await seenSomewhere(page.getByText('Off', { exact: true }));
  expect((await ask('GET', '/sla-policies')).items[0].active).toBe(false);
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(wide).toBe(false);
  expectNoComplaints(screen);
  await screen.close();
});
