import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReports, startReportTimers } from '../../apps/server/src/features/reports/index.ts';
import { aTeam, type SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, openScreen, phone, seen, type Screen } from './support/screen.ts';

/** Real mails come in and are solved: the report shows them, leads to them, goes into a spreadsheet and out by mail. */

let desk: BrowserDesk;
let lead: SignedInAgent;
let nora: SignedInAgent;
let screen: Screen;
const workers: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Lena Ek', role: 'admin' });
  nora = await desk.agent({ name: 'Nora Ask', role: 'agent' });
  await aTeam(desk.db, desk.workspaceId, { name: 'Lamp doctors', members: [nora.id] });
  workers.push(startReports(desk.program.context), startReportTimers(desk.program.context));
});
afterAll(async () => {
  await screen?.close();
  await Promise.all(workers.map((worker) => worker.stop()));
  await desk?.stop();
});

async function api(by: SignedInAgent, method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer
  const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...by.headers, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) });
  expect(response.ok, `${method} ${path}`).toBe(true);
  return response.json();
}
const counted = (what: string, isSo: (figures: { tickets: number; solved: number; reopened: { tickets: number } }) => boolean) => desk.until(what, async () => isSo((await api(lead, 'GET', '/reports')).figures));

test('what comes in by mail and is solved is in the report, behind it, in the workbook, and in the mail', async () => {
  for (const n of [1, 2, 3]) await desk.send({ from: `Maja ${n} <maja${n}@verified.example>`, subject: `Lamp ${n}`, text: 'It flickers', messageId: `<report-${n}@verified.example>` });
  const tickets = await desk.until('three tickets', async () => {
    const rows = await desk.db.selectFrom('tickets').select(['number', 'subject']).where('workspace_id', '=', desk.workspaceId).orderBy('subject').execute();
    return rows.length === 3 && rows;
  });
  const [first, second] = tickets.map(({ number }) => number) as [number, number];
  for (const number of [first, second]) await api(nora, 'POST', `/tickets/${number}/messages`, { kind: 'public', text: 'Tighten the screw.', status: 'solved' });
  await api(nora, 'PATCH', `/tickets/${second}`, { status: 'open' });
  await api(lead, 'PATCH', `/tickets/${second}`, { status: 'solved', assignee: nora.id });
  await counted('all of it is counted', ({ tickets: came, solved, reopened }) => came === 3 && solved === 2 && reopened.tickets === 1);

  screen = await openScreen(desk, lead, { bypassCSP: true, acceptDownloads: true });
  const { page } = screen;
  await page.getByRole('button', { name: /Lena Ek/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Reports' }).press('Enter');
  const tile = (name: RegExp) => page.getByRole('link', { name });
  await seen(tile(/^3\. Came in/));
  await seen(tile(/^2\. Solved/));
  await seen(tile(/^50 %\. Solved at first contact/));
  expect(await violations(page, 'the overview')).toEqual([]);

  // The chart's numbers are there for who cannot see it.
  await page.getByRole('button', { name: 'As a table' }).press('Enter');
  const chart = page.getByRole('table', { name: 'Came in and solved' });
  await seen(chart);
  expect((await chart.getByRole('row').allInnerTexts()).at(-1)).toMatch(/3\s+2$/);
  await page.getByRole('button', { name: 'As a chart' }).press('Enter');

  // Down to the tickets, and to one of them, and back.
  await page.getByRole('navigation', { name: 'Parts of the report' }).getByRole('link', { name: 'Quality' }).press('Enter');
  await tile(/^50 %\. Opened again/).press('Enter');
  await seen(page.getByRole('heading', { name: 'Opened again' }));
  const rows = page.getByRole('main').getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('link', { name: /Lamp 2/ }).press('Enter');
  await seen(page.getByRole('heading', { name: /Lamp 2/ }).first());
  await page.goBack();
  await page.getByRole('link', { name: 'Back to the report' }).press('Enter');

  // A name in the table narrows everything, and the address says so.
  await page.goto('/reports?by=assignee');
  await page.getByRole('link', { name: 'Nora Ask', exact: true }).press('Enter');
  await seen(tile(/^1\. Came in/));
  expect(new URL(page.url()).searchParams.get('assignee')).toBe(String(nora.id));
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await seen(tile(/^3\. Came in/));

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).press('Enter');
      await page.getByRole('menuitem', { name: /^Excel/ }).press('Enter');
    })(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^report-[0-9-]+\.xlsx$/);
  const workbook = unzipSync(await readFile(await download.path()));
  expect(strFromU8(workbook['xl/worksheets/sheet1.xml']!)).toContain('Came in');
  expectNoComplaints(screen);
});

test('who asks for more than can be summed up is told so, and led to a shorter period', async () => {
  const { page } = screen;
  const slow = { type: 'about:blank', title: 'Invalid', status: 400, code: 'invalid_input', errors: [{ field: 'since', code: 'too_slow', message: 'That takes too long' }] };
  await page.route(/\/api\/v1\/reports(\/by)?\?(?=.*channel=)/, async (route, request) => {
    const asked = new URL(request.url()).searchParams;
    const days = (Date.parse(asked.get('until')!) - Date.parse(asked.get('since')!)) / 86_400_000; // the page names both
    return days > 100 ? route.fulfill({ status: 400, contentType: 'application/problem+json', json: slow }) : route.continue();
  });
  await page.goto('/reports?days=365&channel=email&kind=question');
  await seen(page.getByRole('alert').getByText('This report takes too long'));
  expect(await violations(page, 'a report that takes too long')).toEqual([]);
  await page.getByRole('alert').getByRole('button', { name: 'Last 90 days' }).press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?days=90&channel=email&kind=question');
  // The word of an offer is an alert as well, and empty.
  await expect.poll(() => page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  await page.goto('/reports?days=365&channel=email&kind=question');
  await page.getByRole('alert').getByRole('button', { name: 'Clear filters' }).press('Enter');
  await seen(page.getByRole('link', { name: /^3\. Came in/ }));
  await page.unroute(/\/api\/v1\/reports(\/by)?\?(?=.*channel=)/);
  screen.complaints.splice(0); // the browser notes each refusal
});

test('the known figure of Erlang C stands in the calculator, and follows what is typed', async () => {
  const { page } = screen;
  await page.goto('/reports?section=staffing');
  await seen(page.getByText('17 people at work, 25 on the roster'));
  await page.getByLabel('Calls an hour').fill('100');
  await seen(page.getByText('10 people at work, 15 on the roster'));
  expect(await violations(page, 'staffing')).toEqual([]);
});

test('a report is sent by mail to whoever asked for it, until they stop it', async () => {
  const { page } = screen;
  await page.goto('/reports?section=mail&channel=email');
  await page.getByRole('button', { name: 'Send this report' }).press('Enter');
  const row = page.getByRole('listitem').filter({ hasText: 'Every Monday, 07:00' });
  await seen(row);
  expect(await row.innerText()).toContain('with filters: E-mail');
  await desk.db.updateTable('report_schedules').set({ next_at: new Date() }).where('workspace_id', '=', desk.workspaceId).execute();
  const mail = await desk.caught('the report', (each) => each.mail.subject.startsWith('Report '));
  expect(mail.to).toEqual([lead.email]);
  expect(mail.mail.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/^report-.*\.xlsx$/)]);
  await row.getByRole('button').press('Enter');
  await seen(page.getByText('No reports are sent by mail yet.'));
  expectNoComplaints(screen);
});

test('an agent sees their own figures on a phone, and nobody else’s', async () => {
  const small = await openScreen(desk, nora, { at: '/reports', ...phone });
  await seen(small.page.getByText('You see the figures of your own tickets.'));
  await seen(small.page.getByRole('link', { name: /^1\. Came in/ }));
  expect(await small.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expectNoComplaints(small);
  await small.close();
});

test('on a phone the parts of the report stand in one line, with the open one in view, and the others are a swipe away', async () => {
  const small = await openScreen(desk, lead, { at: '/reports', ...phone });
  const link = (name: string) => small.page.getByRole('link', { name, exact: true });
  const place = async (name: string) => (await link(name).boundingBox())!; // it is seen
  await link('Overview').tap();
  expect((await place('By mail')).x).toBeGreaterThan(390);
  expect((await place('By mail')).y).toBe((await place('Overview')).y);
  await link('By mail').tap();
  await seen(small.page.getByRole('button', { name: 'Send this report' }));
  const { x, width } = await place('By mail');
  expect([x >= 0, x + width <= 390]).toEqual([true, true]);
  await small.page.goto('/reports?section=mail');
  await seen(small.page.getByRole('button', { name: 'Send this report' }));
  expect((await place('By mail')).x + width).toBeLessThanOrEqual(390);
  expect((await place('Overview')).x).toBeLessThan(0);
  expectNoComplaints(small);
  await small.close();
});
