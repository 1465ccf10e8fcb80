import { createOTP } from '@better-auth/utils/otp';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { gone, openScreen, phone, row, seen, signInByForm, wide } from './support/screen.ts';

let desk: BrowserDesk;
const password = 'a long enough password';

beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

async function aBrowser(options = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await desk.browser.newContext({ viewport: wide, locale: 'en-GB', baseURL: desk.url, ...options });
  context.setDefaultTimeout(30_000);
  return { page: await context.newPage(), context };
}

async function linkFor(email: string, page: 'invitation' | 'new-password'): Promise<string> {
  const { mail } = await desk.caught(`the link for ${email}`, ({ to, mail: { text } }) => to.includes(email) && text.includes(`/${page}#`));
  return new RegExp(`${desk.url}/${page}#[\\w-]+`).exec(mail.text)?.[0] ?? 'no link';
}

/** The secret that the page shows for typing. */
function secretFrom(letters: string): string {
  const bits = [...letters.replaceAll(/\s/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
}
const codeOf = (secret: string, steps = 0) => createOTP(secret).hotp(Math.floor(Date.now() / 30_000) + steps);

test('a colleague is invited by mail, comes in on a phone, forgets the password and comes in again', async () => {
  const admin = await openScreen(desk, await desk.agent({ name: 'Astrid Lind', role: 'admin' }), { at: '/settings/agents' });
  await admin.page.getByRole('button', { name: 'Invite a colleague' }).click();
  const dialog = admin.page.getByRole('dialog', { name: 'Invite a colleague' });
  await dialog.getByLabel('E-mail').fill('nora@desk.example');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await gone(dialog);
  await seen(admin.page.getByRole('row', { name: /nora@desk\.example/ }));

  const { page, context } = await aBrowser(phone);
  await page.goto(await linkFor('nora@desk.example', 'invitation'));
  await seen(page.getByRole('heading', { name: 'Join Nordic Support' }));
  await seen(page.getByText('Astrid Lind invites you. Your role: Agent.'));
  await page.getByLabel('Your name').fill('Nora Dahl');
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/inbox/);
  await admin.page.reload();
  await seen(admin.page.getByRole('row', { name: /Nora Dahl/ }));
  await admin.close();
  await context.close();

  const forgetful = await aBrowser();
  await forgetful.page.goto('/sign-in');
  await forgetful.page.getByRole('link', { name: 'Forgotten your password?' }).click();
  // The page before it has a field of the same name.
  await seen(forgetful.page.getByRole('button', { name: 'Send the link' }));
  await forgetful.page.getByLabel('E-mail').fill('nora@desk.example');
  await forgetful.page.getByRole('button', { name: 'Send the link' }).click();
  await seen(forgetful.page.getByRole('heading', { name: 'Look into your mail' }));
  await forgetful.page.goto(await linkFor('nora@desk.example', 'new-password'));
  await forgetful.page.getByLabel('New password').fill('another long password');
  await forgetful.page.getByRole('button', { name: 'Set the password' }).click();
  await seen(forgetful.page.getByRole('heading', { name: 'The new password is set' }));
  await forgetful.page.getByRole('link', { name: 'Back to sign-in' }).click();
  await forgetful.page.getByLabel('E-mail').fill('nora@desk.example');
  await forgetful.page.getByLabel('Password', { exact: true }).fill('another long password');
  await forgetful.page.getByRole('button', { name: 'Sign in' }).click();
  await forgetful.page.waitForURL(/\/inbox/);
  await forgetful.context.close();
});

test('whose role must have a second step is led to set it up, and signs in with it from then on', async () => {
  const lead = await desk.agent({ name: 'Lena Lead', role: 'lead' });
  const owner = await openScreen(desk, await desk.agent({ role: 'owner' }), { at: '/settings/workspace' });
  await owner.page.getByRole('checkbox', { name: 'Team lead' }).click();
  await owner.page.getByRole('button', { name: 'Save' }).last().click();
  await seen(owner.page.getByText('Saved'));
  await owner.close();

  const first = await aBrowser();
  await first.page.goto('/sign-in');
  await signInByForm(first.page, lead);
  await first.page.waitForURL(/\/second-factor/);
  await first.page.goto('/inbox');
  await first.page.waitForURL(/\/second-factor/);
  await first.page.getByRole('button', { name: /^An authenticator app/ }).click();
  await first.page.getByLabel('Your password').fill(lead.password);
  await first.page.getByRole('button', { name: 'Go on' }).click();
  const secret = secretFrom(await first.page.locator('code').innerText());
  await seen(first.page.getByRole('img', { name: 'QR code for the app' }));
  await first.page.getByLabel('Code from the app').fill(await codeOf(secret));
  await first.page.getByRole('button', { name: 'Confirm' }).click();
  await seen(first.page.getByRole('list', { name: 'Recovery codes' }));
  const codes = await first.page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await first.page.getByRole('button', { name: 'I have kept them' }).click();
  await first.page.waitForURL(/\/inbox/);

  const second = await aBrowser();
  await second.page.goto('/sign-in');
  await signInByForm(second.page, lead);
  await second.page.getByLabel('Code', { exact: true }).fill('000000');
  await second.page.getByRole('button', { name: 'Sign in' }).click();
  await seen(second.page.getByText('The code is wrong or has been used'));
  await second.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await second.page.getByLabel('Recovery code').fill(codes[0] as string);
  await second.page.getByRole('button', { name: 'Sign in' }).click();
  await second.page.waitForURL(/\/inbox/);

  // The other screen is on the list, and is out the moment it is ended.
  await second.page.goto('/settings/security');
  await second.page.getByRole('button', { name: /^End: / }).click();
  await first.page.waitForURL(/\/sign-in/);
  await first.context.close();
  await second.context.close();
});

test('who leaves hands the open tickets over', async () => {
  const leaving = await desk.agent({ name: 'Leif Leaving' });
  const taker = await desk.agent({ name: 'Tove Taker' });
  await desk.send({ from: 'maja@verified.example', subject: 'The lamp hums', text: 'Hello', messageId: '<hum@verified.example>' });
  const { id } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('subject', '=', 'The lamp hums').executeTakeFirst());
  await desk.db.updateTable('tickets').set({ assignee_id: leaving.id }).where('workspace_id', '=', desk.workspaceId).where('id', '=', id).execute();
  const theirs = await openScreen(desk, taker, { at: '/inbox/mine' });
  const admin = await openScreen(desk, await desk.agent({ role: 'admin' }), { at: '/settings/agents' });
  await admin.page.getByRole('button', { name: 'Actions for Leif Leaving' }).click();
  await admin.page.getByRole('menuitem', { name: 'Switch off…' }).click();
  const dialog = admin.page.getByRole('dialog', { name: 'Switch off Leif Leaving?' });
  await seen(dialog.getByText('1 open ticket is theirs.'));
  await dialog.getByLabel('Who gets them').click();
  await admin.page.getByRole('option', { name: 'A colleague' }).click();
  await dialog.getByRole('combobox', { name: 'Colleague' }).fill('Tove');
  await admin.page.getByRole('option', { name: 'Tove Taker' }).click();
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await gone(dialog);
  await seen(row(theirs.page, 'The lamp hums'));
  await theirs.close();
  await admin.close();
});
