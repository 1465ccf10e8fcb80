import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MacrosRoom, openMacrosRoom, slashMenu } from './support/macros-room.ts';
import { gone, openScreen, replyField, seen, seenSomewhere } from './support/screen.ts';

let desk: MacrosRoom['desk'];
let agent: MacrosRoom['agent'];
let lead: MacrosRoom['lead'];
let ask: MacrosRoom['ask'];
let aMacro: MacrosRoom['aMacro'];
let openTicket: MacrosRoom['openTicket'];

beforeAll(async () => {
  ({ desk, agent, lead, ask, aMacro, openTicket } = await openMacrosRoom());
});
afterAll(() => desk?.stop());

test('hostile names, texts and customers run nothing, in the list, the preview, the text and the settings', async () => {
  const attack = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
  const id = await aMacro({ name: `zz ${attack}`, keywords: [attack.slice(0, 40)], texts: [{ language: 'en', html: '<p>Hello {{customer.name}} about {{ticket.subject}}</p>' }] });
  // As if something had got past the server: the text as it would never be stored.
  await desk.db.updateTable('macro_texts').set({ html: `<p>Hello {{customer.name}} {{ticket.subject}} ${attack}<a href="javascript:window.pwned=1">x</a></p>` }).where('macro_id', '=', id).execute();
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await openTicket(screen, '<svg onload=window.pwned=1> case', { name: `Eva & ${attack}`, address: 'eva@verified.example' });
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('/zz');
  await seenSomewhere(slashMenu(screen).getByText(/Hello Eva & <img src=x onerror/));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText(/Hello Eva & <img src=x onerror/));
  expect(await replyField(page).locator('img, script, svg, a').count()).toBe(0);
  await screen.go('/settings/macros');
  await seenSomewhere(page.getByText('zz <img src=x').first());
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  await desk.db.updateTable('macros').set({ archived_at: new Date() }).where('id', '=', id).execute();
  await screen.close();
});

test('what is selected becomes a snippet of one’s own, and is found again', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await openTicket(screen, 'Snippets');
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('Wishing you a calm evening');
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Macros', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Save the selection as a snippet…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save the selection as a snippet…' });
  await dialog.getByLabel('Name').fill('Evening');
  await page.keyboard.press('Enter');
  await seen(page.getByText('Snippet saved'));
  await gone(dialog);
  await replyField(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('/evenign');
  await seen(slashMenu(screen).getByRole('option', { name: /Evening/ }));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText('Wishing you a calm evening'));
  expect((await ask(lead, 'GET', '/macros?show=all')).items.map(({ name }: { name: string }) => name)).not.toContain('Evening');
  await screen.close();
});

test('a lead writes a macro in the settings, is told what is wrong where it is wrong, and archives it with undo', async () => {
  const screen = await openScreen(desk, lead, { at: '/settings/macros' });
  const { page } = screen;
  const keys = page.keyboard;
  await page.getByRole('button', { name: 'Add a macro' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a macro' });
  await seen(dialog);
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await seen(dialog.getByText('Write a text or choose something that it does.'));
  await dialog.getByLabel('Name').fill('Refund');
  const text = dialog.getByRole('textbox', { name: 'Text: English' });
  await text.focus();
  await keys.type('Dear {{customer.name}} and {{customer.salary}} ');
  // What looks like an address between the braces is none.
  expect(await text.locator('a').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await seen(dialog.getByText(/English: Something in double braces is no placeholder/));
  await text.focus();
  await keys.press('Control+a');
  await keys.type('Dear ');
  await dialog.getByRole('button', { name: 'Insert a placeholder' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Customer’s first name' }).press('Enter');
  await seen(text.getByText('Dear {{customer.first_name}}'));
  await dialog.getByLabel('Tags to add').fill('Refund, Money Back');
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await gone(dialog);
  await seen(page.getByRole('button', { name: 'Refund', exact: true }));
  const stored = (await ask(lead, 'GET', '/macros')).items.find(({ name }: { name: string }) => name === 'Refund');
  expect(stored).toMatchObject({ shared: true, texts: [{ language: 'en', html: '<p>Dear {{customer.first_name}}</p>' }], actions: { add_tags: ['refund', 'money-back'] } });

  await page.getByRole('searchbox').fill('refnud');
  await seen(page.getByRole('button', { name: 'Refund', exact: true }));
  expect(await page.getByRole('row').count()).toBe(2);
  await page.getByRole('button', { name: 'Actions for Refund' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Archive' }).press('Enter');
  await seen(page.getByRole('region', { name: 'Archived' }));
  await page.getByRole('heading', { name: 'Macros' }).focus();
  await page.getByRole('searchbox').blur();
  await keys.press('z');
  await seen(page.getByRole('region', { name: 'Shared' }).getByRole('button', { name: 'Refund', exact: true }));
  await screen.close();
});

test('below a reply stands one’s own signature, filled in, as it will be sent', async () => {
  await desk.db.insertInto('brand_texts').values({ workspace_id: desk.workspaceId, brand_id: desk.brand.id, kind: 'signature', language: 'en', body: '{{brand.name}}, Lamp street 1' }).execute();
  const screen = await openScreen(desk, agent, { at: '/settings/profile' });
  const { page } = screen;
  const field = page.getByRole('textbox', { name: 'Signature' });
  await field.fill('{{agent.wage}}');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await seen(page.getByText(/Something in double braces is no placeholder/));
  await field.fill('Kind regards, {{agent.first_name}}');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await seen(page.getByText('Saved'));
  await screen.go('/inbox/open');
  await openTicket(screen, 'Signed');
  await page.keyboard.press('r');
  await seen(page.getByText('Kind regards, Astrid · Lumen Lamps, Lamp street 1'));
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('Here you are.');
  await page.keyboard.press('Control+Enter');
  await desk.until('the mail with its signature', async () => {
    const mail = await desk.db.selectFrom('outbox').select('mail').where('workspace_id', '=', desk.workspaceId).orderBy('id', 'desc').executeTakeFirst();
    return mail && (mail.mail as { signature?: string }).signature === 'Kind regards, Astrid\n\nLumen Lamps, Lamp street 1';
  });
  await screen.close();
});
