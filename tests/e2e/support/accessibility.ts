import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedInAgent } from '../../support/factories.ts';
import { violations } from './axe.ts';
import { type BrowserDesk, openBrowserDesk } from './desk.ts';
import { aPicture } from './picture.ts';
import { anImport } from './import.ts';
import { gone, openScreen, phone, replyField, seen, seenSomewhere, wide } from './screen.ts';

export type Look = readonly ['light' | 'dark', 'wide' | 'phone'];

/** Looks at every address and at what opens over them, as axe does; in the quick tests in one look, in the long ones in the others. */
export function testAccessibility(looks: readonly Look[]): void {
  let desk: BrowserDesk;
  let agent: SignedInAgent;

  beforeAll(async () => {
    desk = await openBrowserDesk();
    agent = await desk.agent({ name: 'Astrid Lind', role: 'owner' });
    await desk.db.updateTable('identity.workspaces').set({ setup: '{}' }).where('id', '=', desk.workspaceId).execute();
    const organization = await desk.db.insertInto('organizations').values({ workspace_id: desk.workspaceId, name: 'Northwind' }).returning('id').executeTakeFirstOrThrow();
    await desk.send({
      from: 'Maja Svensson <maja@verified.example>',
      subject: 'The lamp',
      text: 'Hello',
      html: '<p>Hello, <b>the lamp</b> is <a href="https://lamps.example">broken</a>.</p><table border="1"><tr><td>Model</td><td>L-4</td></tr></table>',
      attachments: [{ filename: 'receipt.pdf', content: '%PDF-1.4' }, { filename: 'lamp.png', content: aPicture({ width: 60, height: 40, colour: [200, 60, 40] }) }],
      messageId: '<axe-1@verified.example>',
    });
    const ticket = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select(['number', 'requester_id']).where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString();
    for (const [room, body] of [
      ['messages', { kind: 'note', html: `<p><span data-mention="${agent.id}">@Astrid Lind</span> knows</p>` }],
      ['messages', { kind: 'public', text: 'An answer' }],
      ['side-conversations', { kind: 'question', subject: 'A part', text: 'Is it in stock?', to: [{ email: 'parts@supplier.example' }] }],
      ['messages', { kind: 'public', text: 'Later', send_at: tomorrow, unless_answered: true }],
    ] as const) {
      const response = await fetch(`${desk.url}/api/v1/tickets/${ticket.number}/${room}`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(response.status).toBe(201);
    }
    for (const body of [
      { name: 'Restart', keywords: ['router'], actions: { status: 'pending', add_tags: ['router'] }, texts: [{ language: 'en', html: '<p>Hi {{customer.first_name}}, restart it.</p>' }, { language: 'sv', html: '<p>Starta om den.</p>' }] },
      { name: 'Escalate', shared: true, actions: { priority: 'urgent' } },
    ]) {
      const response = await fetch(`${desk.url}/api/v1/macros`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(response.status).toBe(201);
    }
    const [drafted, checked, imported] = [await anImport(desk, agent, []), await anImport(desk, agent, ['check']), await anImport(desk, agent, ['check', 'start'])];
    // A customer with all that their page can show: a twin, one who was merged into them, a number to check.
    await desk.db.updateTable('customers').set({ organization_id: organization.id }).where('workspace_id', '=', desk.workspaceId).where('id', '=', ticket.requester_id).execute();
    const addCustomer = async (body: object) => ((await (await fetch(`${desk.url}/api/v1/customers`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as { id: number }).id;
    await addCustomer({ name: 'Maja Svensson', organization: organization.id });
    const merged = await addCustomer({ name: 'M. Svensson', note: 'Merged', addresses: [{ kind: 'phone', address: '+45 12 34 56 78' }] });
    await fetch(`${desk.url}/api/v1/customers/${merged}/merge`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ into: ticket.requester_id }) });
    for (const body of [
      { label: 'Product', type: 'tree', filterable: true, required: 'solve', options: [{ label: 'Lamp' }, { label: 'L-4', parent: 'lamp' }] },
      { label: 'Bought', type: 'date', filterable: true }, { label: 'Price', type: 'number' }, { label: 'Guarantee', type: 'checkbox' }, { label: 'Serial number', type: 'text' },
    ]) {
      const response = await fetch(`${desk.url}/api/v1/fields`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(response.status).toBe(201);
    }
    const view = (await (await fetch(`${desk.url}/api/v1/saved-views`, { method: 'POST', headers: { ...agent.headers, 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Waiting', audience: 'everyone', conditions: { status: ['new', 'open', 'pending'], created: { newer_than: { count: 9, unit: 'days' } } }, display: { group: 'status' } }) })).json()) as { id: number };
    ids = { view: view.id, ticket: ticket.number, customer: ticket.requester_id, organization: organization.id, drafted, checked, imported };
  });
  afterAll(() => desk?.stop());

  let ids: { view: number; ticket: number; customer: number; organization: number; drafted: number; checked: number; imported: number };

  /** Every address of the web app, by what it shows. */
  const routes = (): [string, string][] => [
    ['home', '/home'],
    ['the list', '/inbox/all'],
    ['a saved view', `/inbox/all?saved=${ids.view}`],
    ['a view that is not there', '/inbox/all?saved=1234567'],
    ['an empty list', '/inbox/spam'],
    ['a ticket', `/inbox/all/${ids.ticket}`],
    ['a filter by fields', '/inbox/all?field=%5B%22product%3Alamp%22%2C%22bought%3A2026-01-01..%22%5D'],
    ['search', '/search'],
    ['search results', '/search?q=lamp'],
    ['customers', '/customers'],
    ['organisations', '/customers?show=organizations'],
    ['imports of customers', '/customers/imports'],
    ['the columns of an import', `/customers/imports/${ids.drafted}`],
    ['what an import will do', `/customers/imports/${ids.checked}`],
    ['what an import has done', `/customers/imports/${ids.imported}`],
    ['an import that is not there', '/customers/imports/1234567'],
    ['duplicates', '/customers?show=duplicates'],
    ['a customer', `/customers/${ids.customer}`],
    ['an organisation', `/organizations/${ids.organization}`],
    ['the outbox', '/outbox'],
    ['my tasks', '/tasks'],
    ['notifications', '/notifications'],
    ['an address that leads nowhere', '/nowhere'],
    ...['organisation', 'inbox', 'colleagues', 'demo', 'end'].map((step): [string, string] => [`set-up: ${step}`, `/setup?step=${step}`]),
    ['a forgotten password', '/forgot-password'],
    ['a new password', '/new-password#none'],
    ['an invitation that is over', '/invitation#none'],
    ['the set-up of a second step', '/second-factor'],
    ...['profile', 'appearance', 'keyboard', 'notifications', 'security', 'tokens', 'workspace', 'brands', `brands/${desk.brand.id}`, 'teams', 'agents', 'fields', 'macros', 'guidelines', 'inboxes', `inboxes/${desk.inbox.id}`, 'mail-sign-in', 'blocks', 'intake', 'backups'].map((page): [string, string] => [`settings: ${page}`, `/settings/${page}`]),
  ];

  describe.each(looks)('%s, %s', (colorScheme, width) => {
    // axe is put into the page from outside, which the page's own policy forbids; nothing else is changed.
    const options = { colorScheme, bypassCSP: true, reducedMotion: 'reduce', ...(width === 'phone' ? phone : { viewport: wide }) } as const;

    test('no address has a violation', async () => {
      const screen = await openScreen(desk, agent, options);
      const { page } = screen;
      const found: string[] = [];
      for (const [name, path] of routes()) {
        await screen.go(path);
        found.push(...(await violations(page, name)));
      }
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
      found.push(...(await violations(page, 'writing a reply')));
      await page.keyboard.type(' /rest');
      await seen(page.locator('[data-slash-menu]').getByText('Hi Maja, restart it.'));
      found.push(...(await violations(page, 'a macro after a slash')));
      await page.keyboard.press('Enter');
      await seen(page.getByRole('button', { name: 'Leave out: Status: Pending' }));
      found.push(...(await violations(page, 'what is done with the send')));
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
        found.push(...(await violations(page, name)));
        await page.keyboard.press('Escape');
        await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      }
      for (const [name, opener, dialog] of [['send later', 'Change the time', 'Send later'], ['a side conversation', 'Open', 'A part']] as const) {
        await page.getByRole('log').getByRole('button', { name: opener, exact: true }).click();
        await seen(page.getByRole('dialog', { name: dialog }));
        await screen.rest();
        found.push(...(await violations(page, name)));
        await page.keyboard.press('Escape');
        await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      }
      await screen.go(`/customers/${ids.customer}`);
      await page.getByRole('button', { name: 'Merge with Maja Svensson…' }).click();
      await seenSomewhere(page.locator('[role=dialog]:not([data-type])').getByRole('radio', { name: /Maja Svensson/ }));
      found.push(...(await violations(page, 'merging customers')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Add an address or a number' }).click();
      await seen(page.getByRole('dialog', { name: 'Add an address or a number' }));
      found.push(...(await violations(page, 'adding an address')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go(`/inbox/all/${ids.ticket}`);
      await page.getByRole('button', { name: 'Show lamp.png larger' }).click();
      await seen(page.getByRole('dialog', { name: 'lamp.png' }));
      found.push(...(await violations(page, 'a picture')));
      await screen.go('/settings/fields');
      await page.getByRole('button', { name: 'Product', exact: true }).click();
      await seen(page.getByRole('dialog', { name: 'Edit field' }));
      await page.getByText('In the languages of your colleagues').click();
      found.push(...(await violations(page, 'a field')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go('/settings/macros');
      await page.getByRole('button', { name: 'Restart', exact: true }).click();
      await seen(page.getByRole('dialog', { name: 'Edit macro' }).getByRole('textbox', { name: 'Text: English' }));
      found.push(...(await violations(page, 'a macro')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go(`/inbox/all/${ids.ticket}`);
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Case file…' }).click();
      await seen(page.getByRole('dialog', { name: /^Case file of/ }));
      found.push(...(await violations(page, 'a case file')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go(`/inbox/all?saved=${ids.view}`);
      await page.getByRole('button', { name: 'Order' }).click();
      await page.getByRole('menuitem', { name: 'Edit view' }).click();
      await seen(page.getByRole('dialog', { name: 'Edit view' }).getByRole('status').getByText(/Holds/));
      found.push(...(await violations(page, 'the editor of views')));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog]:not([data-type])').waitFor({ state: 'detached' });
      await screen.go('/inbox/all');
      await page.getByRole('button', { name: 'Filter by a field' }).click();
      await page.getByRole('option', { name: 'Product' }).click();
      await seen(page.getByRole('option', { name: 'Lamp' }));
      found.push(...(await violations(page, 'a filter by a field')));
      await page.getByRole('button', { name: 'Other fields' }).click();
      await page.getByRole('option', { name: 'Bought' }).click();
      await seen(page.getByLabel('From', { exact: true }));
      found.push(...(await violations(page, 'a range')));
      await screen.close();

      const context = await desk.browser.newContext({ baseURL: desk.url, ...options });
      const signIn = await context.newPage();
      await signIn.goto('/sign-in');
      await seen(signIn.getByRole('button', { name: 'Sign in' }));
      found.push(...(await violations(signIn, 'sign-in')));
      await context.close();
      expect(found).toEqual([]);
    });
  });
}
