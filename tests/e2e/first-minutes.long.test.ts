import { createTransport } from 'nodemailer';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDelivery } from '../../apps/server/src/features/delivery/index.ts';
import { startIntakeWorker } from '../../apps/server/src/features/intake/index.ts';
import { startMailToPeople } from '../../apps/server/src/program/roles.ts';
import { launchChromium } from '../support/chromium.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openSink, type Sink, testDns } from '../support/mail-desk.ts';
import { startTestProgram, type TestProgram } from '../support/program.ts';
import { phone, replyField, row, seen, seenSomewhere, ticket, wide } from './support/screen.ts';

let browser: Browser;
let database: TestDatabase;
let sink: Sink;
let program: TestProgram;
let workers: { stop(): Promise<void> }[];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  [database, sink] = await Promise.all([createTestDatabase(), openSink()]);
  program = await startTestProgram({ database, env: { OMBUD_SMTP_URL: sink.url }, roles: ['web', 'mail'] });
  workers = [startIntakeWorker(program.context, { dns: testDns }), startDelivery(program.context), startMailToPeople(program.context)];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await program.stop();
  await Promise.all([sink.close(), database.drop()]);
});

function linkOfTheTerminal(): string {
  const link = program.said.map((line) => /^Set it up in your browser: (\S+)$/.exec(line)?.[1]).find(Boolean);
  if (!link) throw new Error(`the terminal said: ${program.said.join('\n')}`);
  return link;
}

async function openLink(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Stockholm', ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(linkOfTheTerminal());
  return page;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

async function writeFirstMail(): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: program.smtpPort, ignoreTLS: true });
  await transport.sendMail({ from: 'Maja Svensson <maja@verified.example>', to: 'support@firm.example', subject: 'The lamp stays dark', text: 'It worked yesterday.' });
  transport.close();
}

async function replyCame(): Promise<void> {
  await expect.poll(() => sink.caught.some(({ to, mail }) => to.includes('maja@verified.example') && mail.text.includes('Please change the bulb.')), { timeout: 30_000 }).toBe(true);
}

test('from the terminal’s link to the first solved mail', async () => {
  const page = await openLink({ viewport: wide });
  await page.getByRole('button', { name: 'Continue' }).click();
  await seen(page.getByText('Use at least 10 characters.'));
  await page.getByLabel('Your name').fill('Lena Ek');
  await page.getByLabel('E-mail').fill('lena@firm.example');
  await page.getByLabel('Password', { exact: true }).fill('a long enough one');
  await page.getByRole('button', { name: 'Continue' }).click();

  await seen(heading(page, 'Your organisation'));
  await page.getByLabel('Name', { exact: true }).fill('Nordic Support');
  await page.getByRole('button', { name: 'Monday: add a break or a span' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();

  await seen(heading(page, 'Your first inbox'));
  await page.getByLabel('Address').fill('support@firm.example');
  await page.getByRole('button', { name: 'Add the inbox' }).click();
  await seen(page.getByText('Waiting for the first mail.'));
  await writeFirstMail();
  await seen(page.getByText('It works. Your first mail is here:'));

  // Left in the middle and taken up again: it goes on where it was.
  await page.goto(`${program.context.config.publicUrl}/inbox`);
  await page.getByRole('link', { name: 'Go on with the set-up' }).first().click();
  await seen(heading(page, 'Your first inbox'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await seen(heading(page, 'Your colleagues'));
  for (const email of ['astrid@firm.example', 'bo@firm.example', 'cia@firm.example']) {
    await page.getByRole('button', { name: 'Invite a colleague' }).click();
    await page.locator('[role=dialog]:not([data-type])').getByLabel('E-mail').fill(email);
    await page.locator('[role=dialog]:not([data-type])').getByRole('button', { name: 'Send the invitation' }).click();
    await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
    await seen(page.getByRole('main').getByText(email));
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => sink.caught.flatMap(({ to }) => to).filter((to) => to.endsWith('@firm.example')).length, { timeout: 30_000 }).toBe(3);
  await seen(heading(page, 'A desk to look around in'));
  await page.getByRole('button', { name: 'Later' }).click();
  await seen(heading(page, 'Your desk is ready'));
  await seenSomewhere(page.getByRole('link', { name: 'Look around' }));
  await page.getByRole('button', { name: 'Open the inbox' }).click();

  await row(page, 'The lamp stays dark').click();
  await seen(ticket(page, 'The lamp stays dark'));
  await page.keyboard.press('r');
  await replyField(page).fill('Please change the bulb.');
  await page.keyboard.press('Control+Shift+Enter');
  await replyCame();
  await expect.poll(async () => (await program.context.db.selectFrom('tickets').select('status').execute()).map(({ status }) => status)).toEqual(['solved']);

  const workspace = await program.context.db.selectFrom('identity.workspaces').select(['name', 'time_zone', 'setup']).executeTakeFirstOrThrow();
  expect(workspace).toMatchObject({ name: 'Nordic Support', time_zone: 'Europe/Stockholm', setup: null });
  const { week } = await program.context.db.selectFrom('calendars').select('week').where('is_default', '=', true).executeTakeFirstOrThrow();
  expect((week as unknown[])[0]).toEqual([{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]);
  await page.goto(linkOfTheTerminal());
  await page.reload();
  await seen(heading(page, 'This link opens nothing any more'));
});

test('the same with the keyboard alone', async () => {
  const page = await openLink({ viewport: wide });
  const keys = page.keyboard;
  /** Tab until the focus is on what carries this name. */
  async function tabTo(name: string | RegExp): Promise<void> {
    for (let steps = 0; steps < 80; steps += 1) {
      await keys.press('Tab');
      const label = await page.evaluate<string>(`(() => { const e = document.activeElement; return e?.getAttribute('aria-label') ?? e?.labels?.[0]?.innerText ?? e?.innerText ?? '' })()`);
      if (typeof name === 'string' ? label.trim() === name : name.test(label)) return;
    }
    throw new Error(`${name} is not reached by Tab`);
  }
  await seen(heading(page, 'Welcome to Ombud'));
  await tabTo('Your name');
  await keys.type('Lena Ek');
  await tabTo('E-mail');
  await keys.type('lena@firm.example');
  await tabTo('Password');
  await keys.type('a long enough one');
  await keys.press('Enter');
  await seen(heading(page, 'Your organisation'));
  await tabTo('Name');
  await keys.type('Nordic Support');
  await keys.press('Enter');
  await seen(heading(page, 'Your first inbox'));
  await tabTo('Address');
  await keys.type('support@firm.example');
  await keys.press('Enter');
  await seen(page.getByText('Waiting for the first mail.'));
  await writeFirstMail();
  await seen(page.getByText('It works. Your first mail is here:'));
  await tabTo('Continue');
  await keys.press('Enter');
  await seen(heading(page, 'Your colleagues'));
  await tabTo('Later');
  await keys.press('Enter');
  await seen(heading(page, 'A desk to look around in'));
  await tabTo('Later');
  await keys.press('Enter');
  await seen(heading(page, 'Your desk is ready'));
  await tabTo('Open the inbox');
  await keys.press('Enter');
  await seen(row(page, 'The lamp stays dark'));
  await keys.press('j');
  await keys.press('Enter');
  await seen(ticket(page, 'The lamp stays dark'));
  await keys.press('r');
  await seen(replyField(page));
  await keys.type('Please change the bulb.');
  await keys.press('Control+Shift+Enter');
  await replyCame();
});

test('the same on a phone, with the demo beside it', async () => {
  const page = await openLink(phone);
  await seen(page.getByText('Step 1 of'));
  await page.getByLabel('Your name').fill('Lena Ek');
  await page.getByLabel('E-mail').fill('lena@firm.example');
  await page.getByLabel('Password', { exact: true }).fill('a long enough one');
  await page.getByRole('button', { name: 'Continue' }).tap();
  await seen(heading(page, 'Your organisation'));
  await page.getByRole('button', { name: 'Later' }).tap();
  await seen(heading(page, 'Your first inbox'));
  // Left in the middle: the empty list leads back.
  await page.goto(`${program.context.config.publicUrl}/inbox`);
  await page.getByRole('link', { name: 'Go on with the set-up' }).tap();
  await page.getByLabel('Address').fill('support@firm.example');
  await page.getByRole('button', { name: 'Add the inbox' }).tap();
  await writeFirstMail();
  await seen(page.getByText('It works. Your first mail is here:'));
  await page.getByRole('button', { name: 'Continue' }).tap();
  await seen(heading(page, 'Your colleagues'));
  await page.getByRole('button', { name: 'Later' }).tap();
  await page.getByRole('button', { name: 'Make the demo' }).tap();
  await seen(page.getByText('One password for all of them:'));
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByRole('button', { name: 'Open the inbox' }).tap();
  await row(page, 'The lamp stays dark').tap();
  await seen(ticket(page, 'The lamp stays dark'));
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.getByRole('button', { name: 'Reply', exact: true }).tap();
  await replyField(page).tap();
  await replyField(page).fill('Please change the bulb.');
  await page.getByRole('button', { name: 'Send with another status' }).tap();
  await page.getByRole('menuitem', { name: 'Send as “Solved”' }).tap();
  await replyCame();
  await expect.poll(async () => (await program.context.db.selectFrom('tickets').select('status').where('subject', '=', 'The lamp stays dark').execute()).map(({ status }) => status)).toEqual(['solved']);
});
