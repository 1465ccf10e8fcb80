import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { collectComplaints, gone, phone, seen, signInByForm, wide } from './support/screen.ts';

let desk: BrowserDesk;

beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

type Device = { page: Page; context: BrowserContext; cdp: CDPSession; authenticator: string; complaints: string[] };

/** A browser on a device that keeps passkeys and knows its owner's finger. */
async function aDevice(options = {}): Promise<Device> {
  const context = await desk.browser.newContext({ viewport: wide, locale: 'en-GB', baseURL: desk.url, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { page, context, cdp, authenticator: authenticatorId, complaints: collectComplaints(page) };
}

/** Whether the owner shows their finger when they are asked. */
const finger = ({ cdp, authenticator }: Device, shown: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: shown });

async function openSecurity({ page }: Device, agent: SignedInAgent): Promise<void> {
  await page.goto('/sign-in?return=/settings/security');
  await signInByForm(page, agent);
  await seen(page.getByRole('heading', { name: 'Passkeys' }));
}

/** Whether the device is at hand at all: where it is, it answers whatever the browser asks it by itself, as if somebody chose at once. */
const atHand = ({ cdp, authenticator }: Device, enabled: boolean) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: authenticator, enabled });

/** On the page of their own sign-in. Answers the recovery codes, where there are any. */
async function addPasskey({ page }: Device, agent: SignedInAgent, name: string): Promise<string[]> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
  await dialog.getByLabel('Your password').fill(agent.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  const codes = await dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  await dialog.getByRole('button', { name: codes.length > 0 ? 'I have kept them' : 'Save' }).click();
  await gone(dialog);
  await seen(page.getByRole('list', { name: 'Passkeys' }).getByRole('button', { name, exact: true }));
  return codes;
}

/** The field would be filled in as soon as the page is there; the device is at hand again once somebody presses the button. */
async function signOut(device: Device): Promise<void> {
  const { page } = device;
  await atHand(device, false);
  await page.evaluate("fetch('/api/auth/sign-out', { method: 'POST' })");
  await page.goto('/sign-in');
  await seen(page.getByRole('button', { name: 'Use a passkey', exact: true }));
  // What the page before was still asking when its session ended.
  device.complaints.length = 0;
}

test('somebody adds a passkey, renames it, signs in with it by keyboard alone, and removes it', async () => {
  const agent = await desk.agent({ name: 'Petra Passkey' });
  const device = await aDevice();
  const { page } = device;
  await openSecurity(device, agent);
  expect(await addPasskey(device, agent, 'Laptop')).toHaveLength(10);
  await page.getByRole('button', { name: 'Actions for Laptop' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog', { name: 'Rename' }).getByLabel('Name', { exact: true }).fill('Blue laptop');
  await page.getByRole('dialog', { name: 'Rename' }).getByRole('button', { name: 'Save' }).click();
  await seen(page.getByText('not used yet'));
  await signOut(device);

  const button = page.getByRole('button', { name: 'Use a passkey', exact: true });
  for (let steps = 0; steps < 10 && !(await button.and(page.locator(':focus')).count()); steps += 1) await page.keyboard.press('Tab');
  await atHand(device, true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/inbox/);

  await page.goto('/settings/security');
  await seen(page.getByText(/used .*(now|seconds?|minutes?)/));
  await page.getByRole('button', { name: 'Actions for Blue laptop' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove the passkey “Blue laptop”?' });
  await dialog.getByRole('button', { name: 'Use a passkey instead' }).click();
  await gone(dialog);
  await gone(page.getByRole('list', { name: 'Passkeys' }));
  expect(device.complaints).toEqual([]);
  await device.context.close();
});

test('on a phone, whose role must have a second step takes a passkey for it, and the password alone is no longer enough', async () => {
  const agent = await desk.agent({ name: 'Lena Lead', role: 'lead' });
  await desk.db.updateTable('identity.workspaces').set({ second_factor_roles: ['lead'] }).where('id', '=', desk.workspaceId).execute();
  const device = await aDevice(phone);
  const { page } = device;
  await page.goto('/sign-in');
  await signInByForm(page, agent);
  await page.waitForURL(/\/second-factor/);
  await page.getByRole('button', { name: /^A passkey/ }).click();
  await page.getByLabel('Your password').fill(agent.password);
  await page.getByRole('button', { name: 'Go on' }).click();
  const list = page.getByRole('list', { name: 'Recovery codes' });
  await seen(list);
  const codes = await list.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL(/\/inbox/);

  await signOut(device);
  await signInByForm(page, agent);
  await seen(page.getByText('Your sign-in asks for your passkey as well.'));
  await atHand(device, true);
  await page.getByRole('button', { name: 'Use a passkey', exact: true }).click();
  await page.waitForURL(/\/inbox/);
  await device.context.close();

  // Another browser, which has no such passkey.
  const elsewhere = await desk.browser.newContext({ ...phone, baseURL: desk.url, locale: 'en-GB' });
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await signInByForm(other, agent);
  await other.getByRole('button', { name: 'Use a recovery code' }).click();
  await other.getByLabel('Recovery code').fill(codes[0] as string);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.waitForURL(/\/inbox/);
  await elsewhere.close();
});

test('who does not show a finger is told so and goes on another way', async () => {
  const agent = await desk.agent({ name: 'Nils Nofinger' });
  const device = await aDevice();
  const { page } = device;
  await openSecurity(device, agent);
  await finger(device, false);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
  await dialog.getByLabel('Your password').fill(agent.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await seen(dialog.getByText('Your browser gave no passkey. Try again, or go on without one.'));
  await finger(device, true);
  await dialog.getByRole('button', { name: 'Ask the browser again' }).click();
  const codes = dialog.getByRole('list', { name: 'Recovery codes' });
  await seen(codes);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await gone(dialog);

  await signOut(device);
  await finger(device, false);
  await atHand(device, true);
  await page.getByRole('button', { name: 'Use a passkey', exact: true }).click();
  await seen(page.getByText('Your browser gave no passkey. Try again, or go on without one.'));
  await signInByForm(page, agent);
  await seen(page.getByText('Your sign-in asks for your passkey as well.'));
  await device.context.close();
});

test('a passkey that the browser fills in needs no button', async () => {
  const agent = await desk.agent({ name: 'Frida Filled' });
  const device = await aDevice();
  const { page } = device;
  await openSecurity(device, agent);
  await addPasskey(device, agent, 'Phone');
  await signOut(device);
  expect(await page.getByLabel('E-mail').getAttribute('autocomplete')).toBe('username webauthn');
  await atHand(device, true);
  await page.goto('/sign-in?return=/settings/security');
  await page.waitForURL(/\/settings\/security/);
  await seen(page.getByRole('list', { name: 'Passkeys' }).getByRole('button', { name: 'Phone', exact: true }));
  expect(device.complaints).toEqual([]);
  await device.context.close();
});

describe.each([['light', 'wide'], ['dark', 'wide'], ['light', 'phone'], ['dark', 'phone']] as const)('%s, %s', (colorScheme, width) => {
  test('none of the steps has a violation', async () => {
    const agent = await desk.agent({ name: 'Axel Axe' });
    const device = await aDevice({ colorScheme, bypassCSP: true, reducedMotion: 'reduce', ...(width === 'phone' ? phone : {}) });
    const { page } = device;
    const found: string[] = [];
    const look = async (where: string) => void found.push(...(await violations(page, where)));
    await openSecurity(device, agent);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a passkey' });
    await seen(dialog);
    await look('the password');
    await dialog.getByLabel('Your password').fill(agent.password);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await seen(dialog.getByRole('list', { name: 'Recovery codes' }));
    await look('the name and the codes');
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await gone(dialog);
    const { id } = await desk.db.selectFrom('identity.user').select('id').where('email', '=', agent.email).executeTakeFirstOrThrow();
    await desk.db.updateTable('identity.passkeys').set({ barred_at: new Date(), rp_id: 'old.example' }).where('user_id', '=', String(id)).execute();
    await page.reload();
    await seen(page.getByText('Barred'));
    await look('the list');
    await signOut(device);
    await look('sign-in');
    await signInByForm(page, agent);
    await seen(page.getByText('Your sign-in asks for your passkey as well.'));
    await look('the second step');
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await seen(page.getByLabel('Recovery code'));
    await look('a recovery code');
    await device.context.close();
    expect(found).toEqual([]);
  });
});
