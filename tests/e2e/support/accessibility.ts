import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInAgent } from '../../support/factories.ts';
import { violations } from './axe.ts';
import { type BrowserDesk, openBrowserDesk } from './desk.ts';
import { clientRoutesOf, fillDesk, remind, routesOf, whileOffered, type FilledDesk } from './filled-desk.ts';
import { gone, openScreen, phone, replyField, seen, seenSomewhere, wide } from './screen.ts';

/** Looks at every address and at what opens over them, as axe does: on a wide screen and on a phone, each time in light and in dark. */
export function testAccessibility(): void {
  let desk: BrowserDesk;
  let agent: SignedInAgent;

  beforeAll(async () => {
    desk = await openBrowserDesk();
    agent = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
    ids = await fillDesk(desk, agent);
    await remind(desk, agent.id, ids);
  });
  afterAll(() => desk?.stop());

  let ids: FilledDesk;

  describe.each(['wide', 'phone'])('%s', (width) => {
    const look = async (page: Page, where: string) => {
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page, `${where}, ${colorScheme}`)));
      }
      return found;
    };
    // axe is put into the page from outside, which the page's own policy forbids; nothing else is changed.
    const options = { bypassCSP: true, reducedMotion: 'reduce', ...(width === 'phone' ? phone : { viewport: wide }) } as const;

    test('no address has a violation', async () => {
      const screen = await openScreen(desk, agent, options);
      const { page } = screen;
      const found: string[] = [];
      for (const [name, path] of routesOf(desk, ids)) {
        await screen.go(path);
        // A page whose parts are still on their way has no heading yet.
        await seen(page.getByRole('heading', { level: 1 }).locator('visible=true').first());
        found.push(...(await look(page, name)));
      }
      await screen.close();
      expect(found).toEqual([]);
    });

    test('nor has what a client reader sees, nor a ticket that is offered', async () => {
      const reader = await openScreen(desk, await desk.agent({ name: 'Nils Holm', role: 'client', brands: [desk.brand.id] }), { ...options, at: '/cases/', withoutLive: true });
      const found: string[] = [];
      for (const [name, path] of clientRoutesOf(ids)) {
        await reader.go(path);
        found.push(...(await look(reader.page, name)));
      }
      await reader.close();
      const offered = await desk.agent({ name: 'Bo Ek', role: 'lead' });
      const screen = await openScreen(desk, offered, { ...options, at: '/notifications' });
      await whileOffered(desk, offered.id, ids, async () => {
        await seen(screen.page.getByRole('region', { name: 'A ticket for you' }));
        found.push(...(await look(screen.page, 'an offer')));
      });
      await screen.close();
      expect(found).toEqual([]);
    });

    test('nor has a menu, one within it, or a list of choices', async () => {
      const screen = await openScreen(desk, agent, { at: `/inbox/all/${ids.ticket}`, ...options });
      const { page } = screen;
      const found: string[] = [];
      await seen(page.getByRole('article', { name: 'Message from Maja Svensson' }));
      await screen.rest();
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await seen(page.getByRole('menuitem', { name: 'Case file…' }));
      found.push(...(await look(page, 'a menu')));
      await page.keyboard.press('Escape');
      await gone(page.getByRole('menu'));
      await screen.go('/inbox/all');
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('button', { name: 'More changes' }).click();
      await page.getByRole('menuitem', { name: 'Type' }).click();
      await seen(page.getByRole('menuitem', { name: 'Incident' }));
      found.push(...(await look(page, 'a menu within a menu')));
      await page.keyboard.press('Escape');
      await screen.go('/settings/profile');
      await page.getByRole('combobox', { name: 'Language' }).click();
      await seen(page.getByRole('option').first());
      found.push(...(await look(page, 'a list of choices')));
      await screen.close();
      expect(found).toEqual([]);
    });

    test('nor has anything that opens over them', async () => {
      const screen = await openScreen(desk, agent, { at: `/inbox/all/${ids.ticket}`, ...options });
      const { page } = screen;
      const found: string[] = [];
      await seen(page.getByRole('article', { name: 'Message from Maja Svensson' }));
      await screen.rest();
      await page.keyboard.press('r');
      await replyField(page).focus();
      found.push(...(await look(page, 'writing a reply')));
      await page.keyboard.type(' /rest');
      await seen(page.locator('[data-macro-preview]').getByText('Hi Maja, restart it.'));
      found.push(...(await look(page, 'a macro after a slash')));
      await page.keyboard.press('Enter');
      await seen(page.getByRole('button', { name: 'Leave out: Status: Pending' }));
      found.push(...(await look(page, 'what is done with the send')));
      await page.keyboard.press('Escape');
      await gone(page.locator('.ProseMirror-focused'));
      const overlays: [string, string, () => Promise<void>][] = [
        ['new ticket', 'c', () => seen(page.getByRole('dialog', { name: 'New ticket' }))],
        ['command bar', 'Control+k', () => seen(page.getByRole('combobox', { name: 'What do you want to do?' }))],
        ['keys', 'Shift+?', () => seen(page.getByRole('dialog', { name: 'Keyboard shortcuts' }))],
        ['macros', 'm', () => seen(page.getByRole('combobox', { name: 'Search by name, text or keyword' }))],
        ['forward', 'f', () => seen(page.getByRole('dialog', { name: /^Forward from #/ }).getByRole('textbox', { name: 'Your own text' }))],
        ['assign', 'a', () => seen(page.getByRole('combobox', { name: 'Assignee' }))],
      ];
      for (const [name, key, shown] of overlays) {
        await page.keyboard.press(key);
        await shown();
        found.push(...(await look(page, name)));
        await page.keyboard.press('Escape');
        await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      }
      for (const [name, opener, dialog] of [['send later', 'Change the time', 'Send later'], ['a side conversation', 'Open', 'A part']] as const) {
        await page.getByRole('log').getByRole('button', { name: opener, exact: true }).click();
        await seen(page.getByRole('dialog', { name: dialog }));
        await screen.rest();
        found.push(...(await look(page, name)));
        await page.keyboard.press('Escape');
        await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      }
      await screen.go(`/customers/${ids.customer}`);
      await page.getByRole('button', { name: 'Merge with Maja Svensson…' }).click();
      await seenSomewhere(page.locator('[role=dialog]:not([data-type])').getByRole('radio', { name: /Maja Svensson/ }));
      found.push(...(await look(page, 'merging customers')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Add an address or a number' }).click();
      await seen(page.getByRole('dialog', { name: 'Add an address or a number' }));
      found.push(...(await look(page, 'adding an address')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go(`/inbox/all/${ids.ticket}`);
      await page.getByRole('button', { name: 'Show lamp.png larger' }).click();
      await seen(page.getByRole('dialog', { name: 'lamp.png' }));
      found.push(...(await look(page, 'a picture')));
      await screen.go('/settings/fields');
      await page.getByRole('button', { name: 'Product', exact: true }).click();
      await seen(page.getByRole('dialog', { name: 'Edit field' }));
      await page.getByText('In the languages of your colleagues').click();
      found.push(...(await look(page, 'a field')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go('/settings/sla');
      await page.getByRole('button', { name: 'Add a policy' }).first().click();
      await seen(page.getByRole('dialog', { name: 'Add a policy' }).getByRole('textbox', { name: 'First reply, Urgent' }));
      found.push(...(await look(page, 'an SLA policy')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go('/settings/macros');
      await page.getByRole('button', { name: 'Restart', exact: true }).click();
      await seen(page.getByRole('dialog', { name: 'Edit macro' }).getByRole('textbox', { name: 'Text: English' }));
      found.push(...(await look(page, 'a macro')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go(`/inbox/all/${ids.ticket}`);
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Case file…' }).click();
      await seen(page.getByRole('dialog', { name: /^Case file of/ }));
      found.push(...(await look(page, 'a case file')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go(`/inbox/all?saved=${ids.view}`);
      await page.getByRole('button', { name: 'Order' }).click();
      await page.getByRole('menuitem', { name: 'Edit view' }).click();
      await seen(page.getByRole('dialog', { name: 'Edit view' }).getByRole('status').getByText(/Holds/));
      found.push(...(await look(page, 'the editor of views')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go('/inbox/all');
      await page.getByRole('button', { name: 'Filter by a field' }).click();
      await page.getByRole('option', { name: 'Product' }).click();
      await seen(page.getByRole('option', { name: 'Lamp' }));
      found.push(...(await look(page, 'a filter by a field')));
      await page.getByRole('button', { name: 'Other fields' }).click();
      await page.getByRole('option', { name: 'Bought' }).click();
      await seen(page.getByLabel('From', { exact: true }));
      found.push(...(await look(page, 'a range')));
      await screen.close();

      const context = await desk.browser.newContext({ baseURL: desk.url, ...options });
      const signIn = await context.newPage();
      await signIn.goto('/sign-in');
      await seen(signIn.getByRole('button', { name: 'Sign in' }));
      found.push(...(await look(signIn, 'sign-in')));
      await context.close();
      expect(found).toEqual([]);
    });
  });
}
