import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, replyField, seen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let lead: SignedInAgent;
let admin: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  admin = await desk.agent({ name: 'Ada Berg', role: 'admin' });
});
afterAll(() => desk?.stop());

async function ask(asker: SignedInAgent, method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...asker.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  return response.json();
}

test('an admin writes a rule, an agent asks for a refund above its limit, a lead approves it from the bell, and the audit says both', async () => {
  await ask(admin, 'POST', '/fields', { label: 'Refund', type: 'number' });
  const settings = await openScreen(desk, admin, { at: '/settings/approvals' });
  await settings.page.getByRole('button', { name: 'Write a rule' }).click();
  const form = settings.page.getByRole('dialog', { name: 'Write a rule' });
  await form.getByLabel('Name').fill('Refund above 100');
  await form.getByRole('combobox', { name: 'Field' }).click();
  await settings.page.getByRole('option', { name: 'Refund' }).click();
  await form.getByLabel('More than').fill('100');
  expect(await violations(settings.page, 'approval rules')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(form);
  await seen(settings.page.getByText('Refund above 100').nth(1));

  const { number } = await ask(agent, 'POST', '/tickets', { subject: 'Broken lamp', text: 'It came broken twice.', requester: { email: 'maja@verified.example', name: 'Maja Nowak' } });
  const home = await openScreen(desk, lead, { at: '/home' });
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  await page.getByRole('button', { name: 'Refund: Empty' }).click();
  const refund = page.getByRole('textbox', { name: 'Refund' });
  await refund.fill('250');
  await refund.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'This takes an approval' });
  await seen(dialog.getByText('Refund: 250'));
  await seen(dialog.getByText(/Leads of the brand can approve it/));
  expect(await violations(page, 'asking for an approval')).toEqual([]);
  await dialog.getByLabel('Why it is right').fill('It came broken twice');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await gone(dialog);
  const card = page.getByRole('region', { name: 'Approvals' });
  await seen(card.getByText('Refund: 250'));
  expect((await ask(agent, 'GET', `/tickets/${number}`)).fields).toEqual({});

  await seen(home.page.getByRole('region', { name: 'Waiting for your approval' }).getByText('Refund: 250'));
  expect(await violations(home.page, 'home with an approval')).toEqual([]);
  await home.page.getByRole('button', { name: /^Notifications/ }).click();
  const row = home.page.getByRole('listitem').filter({ hasText: 'Your approval is asked for' });
  await seen(row.getByText('Refund: 250'));
  await row.getByRole('button', { name: /^Approve/ }).click();
  await gone(home.page.getByRole('region', { name: 'Waiting for your approval' }));
  await expect.poll(async () => (await ask(agent, 'GET', `/tickets/${number}`)).fields).toEqual({ refund: 250 });
  await seen(card.getByText('Lena Ek approved it'));
  const { items } = await ask(agent, 'GET', `/tickets/${number}/timeline`);
  const told = items.flatMap(({ type, actor, data }: { type: string; actor?: { name: string }; data?: { approved_by?: number[] } }) => (type === 'ticket.updated' || type.startsWith('approval.') ? [[type, actor?.name, data?.approved_by ?? null]] : []));
  expect(told).toContainEqual(['ticket.updated', 'Astrid Lind', [lead.id]]);
  expect(told).toContainEqual(['approval.answered', 'Lena Ek', null]);

  // On a phone, from the link of a message.
  const [{ id }] = (await ask(agent, 'GET', '/approvals')).items;
  const phone = await openScreen(desk, lead, { at: `/approvals/${id}`, viewport: { width: 390, height: 844 } });
  await seen(phone.page.getByText('Lena Ek approved it'));
  expect(await violations(phone.page, 'an approval')).toEqual([]);
  for (const each of [settings, home, phone]) expectNoComplaints(each);
  expect(screen.complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
});

test('a macro, a later promise and a merge are asked for where they are refused, and what could not be done is asked for anew', async () => {
  await ask(lead, 'POST', '/macros', { name: 'Goodwill', shared: true, actions: { note: 'Goodwill given' }, texts: [{ language: 'en', html: '<p>Please take this as a gift.</p>' }] });
  const settings = await openScreen(desk, admin, { at: '/settings/approvals' });
  const add = async (name: string, guard: string, fill: (form: Locator) => Promise<void>) => {
    await settings.page.getByRole('button', { name: 'Write a rule' }).click();
    const form = settings.page.getByRole('dialog', { name: 'Write a rule' });
    await form.getByLabel('Name').fill(name);
    await form.getByRole('combobox', { name: 'What takes an approval' }).click();
    await settings.page.getByRole('option', { name: guard }).click();
    // The list fades before it is gone.
    await expect.poll(() => settings.page.locator('[role="listbox"]').filter({ visible: true }).count()).toBe(0);
    expect(await violations(settings.page, `a rule for ${guard}`)).toEqual([]);
    await fill(form);
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await gone(form);
  };
  await add('Gifts', 'Using a macro', async (form) => {
    await form.getByRole('combobox', { name: 'Macro' }).click();
    await settings.page.getByRole('option', { name: 'Goodwill' }).click();
  });
  await add('Later', 'Moving a promise later', (form) => form.getByLabel('Later by more than (hours)').fill('24'));
  await add('One case', 'Merging tickets', async () => {});
  for (const summary of ['Macro: Goodwill', 'A promise moved later by more than 24 hours', 'Merging tickets']) await seen(settings.page.getByText(summary));

  const requester = { email: 'ola@verified.example', name: 'Ola Berg' };
  const { number } = await ask(agent, 'POST', '/tickets', { subject: 'A late lamp', text: 'Where is it?', requester });
  const other = (await ask(agent, 'POST', '/tickets', { subject: 'The same lamp', text: 'Where is it?', requester })).number;
  await ask(agent, 'POST', `/tickets/${number}/commitments`, { text: 'A new lamp', due: new Date(Date.now() + 3_600_000).toISOString() });
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  const dialog = page.getByRole('dialog', { name: 'This takes an approval' });
  const card = page.getByRole('region', { name: 'Approvals' });
  const askWith = async (reason: string, ...lines: (string | RegExp)[]) => {
    for (const line of lines) await seen(dialog.getByText(line));
    await dialog.getByLabel('Why it is right').fill(reason);
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await gone(dialog);
  };
  const answerNewest = async () => {
    const [{ id }] = (await ask(lead, 'GET', `/approvals?show=to_answer&ticket=${number}`)).items;
    return ask(lead, 'POST', `/approvals/${id}/answer`, { approved: true });
  };

  // The macro: what it does is done by the program, its text goes when it may.
  await seen(page.getByRole('heading', { name: 'A late lamp' }));
  await page.keyboard.press('m');
  await seen(page.getByRole('combobox', { name: 'Search by name, text or keyword' }));
  await page.keyboard.type('goodwill');
  await seen(page.getByRole('dialog', { name: 'Use a macro…' }).getByText('Note: Goodwill given'));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText('Please take this as a gift.'));
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.press('Control+Enter');
  await askWith('A week late', 'Macro: Goodwill', 'Note: Goodwill given', 'send it once it is approved');
  await gone(page.getByRole('list', { name: 'Done when you send' }).filter({ visible: true }));
  await seen(replyField(page).getByText('Please take this as a gift.'));
  expect(await answerNewest()).toMatchObject({ state: 'approved', problem: null });
  await seen(page.getByRole('article', { name: /^Note by Astrid Lind/ }).getByText('Goodwill given'));
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/goes out in 10 seconds/));

  // The merge could not be made: the other one is closed by then. It is over, and asked for anew.
  await ask(agent, 'POST', `/tickets/${number}/approvals`, { change: { merge_into: other }, reason: 'The same lamp' });
  for (const status of ['solved', 'closed']) await ask(agent, 'PATCH', `/tickets/${other}`, { status });
  expect(await answerNewest()).toMatchObject({ state: 'approved', problem: 'ticket_closed' });
  await seen(card.getByText(`Merge into #${other}`));
  await seen(card.getByText('Could not be done', { exact: true }));
  await card.getByRole('button', { name: 'Ask anew' }).click();
  await seen(dialog.getByText(`Merge into #${other}`));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await gone(dialog);

  // The promise, by more than the rule lets.
  await page.getByRole('region', { name: 'Promises' }).getByRole('button', { name: 'More for: A new lamp' }).click();
  await page.getByRole('menuitem', { name: 'Move…' }).click();
  const move = page.getByRole('dialog', { name: 'Move the promise' });
  await move.getByLabel('Date').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await move.getByLabel('Why').fill('The van broke down');
  await move.getByRole('button', { name: 'Move and send' }).click();
  await askWith('Nobody could know', /Promise moved to .*: A new lamp/, 'Why: The van broke down');
  await gone(move);
  expect(await answerNewest()).toMatchObject({ state: 'approved', problem: null });
  await seen(page.getByRole('region', { name: 'Promises' }).getByText('Moved once'));
  // What was refused first is in the log of the browser, and nothing else.
  expect(screen.complaints.filter((complaint) => !complaint.includes('409 (Conflict)'))).toEqual([]);
  await screen.close();
  expectNoComplaints(settings);
  await settings.close();
});

test('an escalation takes an approval: from the rule to the colleague who gets it', async () => {
  const bo = await desk.agent({ name: 'Bo Dahl' });
  const settings = await openScreen(desk, admin, { at: '/settings/approvals' });
  await settings.page.getByRole('button', { name: 'Write a rule' }).click();
  const form = settings.page.getByRole('dialog', { name: 'Write a rule' });
  await form.getByLabel('Name').fill('Second line');
  await form.getByRole('combobox', { name: 'What takes an approval' }).click();
  await settings.page.getByRole('option', { name: 'What is done with a ticket' }).click();
  await expect.poll(() => settings.page.locator('[role="listbox"]').filter({ visible: true }).count()).toBe(0);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await seen(form.getByText('Choose at least one.'));
  for (const action of ['Escalating it', 'Taking a promise back']) await form.getByRole('checkbox', { name: action }).click();
  expect(await violations(settings.page, 'a rule for what is done')).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(form);
  await seen(settings.page.getByText('Escalating it and Taking a promise back'));
  expectNoComplaints(settings);
  await settings.close();

  const { number } = await ask(agent, 'POST', '/tickets', { subject: 'A dark lamp', text: 'It does not light.', requester: { email: 'eva@verified.example', name: 'Eva Holm' } });
  await ask(agent, 'POST', `/tickets/${number}/commitments`, { text: 'A new bulb', due: new Date(Date.now() + 3_600_000).toISOString() });
  const home = await openScreen(desk, lead, { at: '/home' });
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  const dialog = page.getByRole('dialog', { name: 'This takes an approval' });
  const card = page.getByRole('region', { name: 'Approvals' });
  await seen(page.getByRole('heading', { name: 'A dark lamp' }));
  await page.keyboard.press('Shift+E');
  const escalate = page.getByRole('dialog', { name: 'Escalate' });
  await escalate.getByRole('button', { name: 'Somebody else…' }).click();
  await page.getByRole('option', { name: 'Bo Dahl' }).click();
  await escalate.getByLabel('What do you need?').fill('Is it the fuse?');
  await escalate.getByRole('button', { name: 'Escalate', exact: true }).click();
  await seen(dialog.getByText('Escalate: Bo Dahl'));
  await seen(dialog.getByText('Question: Is it the fuse?'));
  expect(await violations(page, 'asking for an escalation')).toEqual([]);

  // What is written is still there when one does not ask after all.
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await gone(dialog);
  expect(await escalate.getByLabel('What do you need?').inputValue()).toBe('Is it the fuse?');
  await escalate.getByRole('button', { name: 'Escalate', exact: true }).click();
  await dialog.getByLabel('Why it is right').fill('I have no meter');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await gone(dialog);
  await gone(escalate);
  await seen(card.getByText('Escalate: Bo Dahl'));
  expect((await ask(agent, 'GET', `/tickets/${number}/escalations`)).items).toEqual([]);

  const waiting = home.page.getByRole('region', { name: 'Waiting for your approval' });
  await seen(waiting.getByText('Escalate: Bo Dahl · Question: Is it the fuse?'));
  await waiting.getByRole('button', { name: 'Approve “Second line” for Astrid Lind' }).click();
  await gone(waiting);
  await seen(card.getByText('Lena Ek approved it'));
  expect((await ask(agent, 'GET', `/tickets/${number}/escalations`)).items).toMatchObject([{ state: 'open', by: { name: 'Astrid Lind' }, owner: { id: bo.id } }]);

  // A promise is not withdrawn alone either.
  await page.getByRole('region', { name: 'Promises' }).getByRole('button', { name: 'More for: A new bulb' }).click();
  await page.getByRole('menuitem', { name: 'Take back' }).click();
  await seen(dialog.getByText('Take the promise back: A new bulb'));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await gone(dialog);
  await seen(page.getByRole('region', { name: 'Promises' }).getByText('A new bulb'));
  expect(screen.complaints.filter((complaint) => !complaint.includes('409 (Conflict)'))).toEqual([]);
  await screen.close();
  expectNoComplaints(home);
  await home.close();
});

test('a reply to a complaint is read by a lead before it goes out, and comes back into the composer where they refuse it', async () => {
  const settings = await openScreen(desk, admin, { at: '/settings/approvals' });
  await settings.page.getByRole('button', { name: 'Write a rule' }).click();
  const form = settings.page.getByRole('dialog', { name: 'Write a rule' });
  await form.getByLabel('Name').fill('Words to the customer');
  await form.getByRole('combobox', { name: 'What takes an approval' }).click();
  await settings.page.getByRole('option', { name: 'What is done with a ticket' }).click();
  await expect.poll(() => settings.page.locator('[role="listbox"]').filter({ visible: true }).count()).toBe(0);
  for (const action of ['Replying to the customer', 'Forwarding, and side conversations']) await form.getByRole('checkbox', { name: action }).click();
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await gone(form);
  await seen(settings.page.getByText('Replying to the customer and Forwarding, and side conversations'));
  const [rule] = (await ask(admin, 'GET', '/approval-rules?limit=100')).items.filter(({ name }: { name: string }) => name === 'Words to the customer');
  await ask(admin, 'PATCH', `/approval-rules/${rule.id}`, { conditions: { kind: ['complaint'] } });
  expectNoComplaints(settings);
  await settings.close();

  const { number } = await ask(agent, 'POST', '/tickets', { subject: 'A broken vase', text: 'This is the third one.', kind: 'complaint', requester: { email: 'ida@verified.example', name: 'Ida Moe' } });
  const home = await openScreen(desk, lead, { at: '/home' });
  const screen = await openScreen(desk, agent, { at: `/inbox/all/${number}` });
  const { page } = screen;
  const dialog = page.getByRole('dialog', { name: 'This takes an approval' });
  const card = page.getByRole('region', { name: 'Approvals' });
  const sendAndAsk = async (to: string, reason: string) => {
    await page.keyboard.press('Control+Enter');
    await seen(dialog.getByText(to));
    await seen(dialog.getByText('comes back to you'));
    expect(await violations(page, 'asking for a reply')).toEqual([]);
    await page.keyboard.type(reason);
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await gone(dialog);
  };
  await seen(page.getByRole('heading', { name: 'A broken vase' }));
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('We are sorry, and send a fourth one today.');
  await page.locator('input[type="file"]').first().setInputFiles({ name: 'waybill.txt', mimeType: 'text/plain', buffer: Buffer.from('Parcel 12') });
  await seen(page.getByText('waybill.txt'));
  await expect.poll(() => page.getByRole('button', { name: /^Send/ }).first().isEnabled(), { timeout: 30_000 }).toBe(true);
  await replyField(page).click();
  await sendAndAsk('Send to everybody who takes part', 'She has waited for weeks');
  await seen(card.getByText('We are sorry, and send a fourth one today.'));
  expect(await page.getByRole('article', { name: /^Reply by Astrid Lind/ }).count()).toBe(0);
  expect((await ask(agent, 'GET', `/tickets/${number}`)).drafts).toEqual([]);

  // Refused from the list: the words come back where they were written.
  const waiting = home.page.getByRole('region', { name: 'Waiting for your approval' });
  await seen(waiting.getByText('Send to Ida Moe'));
  await seen(waiting.getByText('We are sorry, and send a fourth one today.'));
  await seen(waiting.getByText('waybill.txt'));
  await waiting.getByRole('button', { name: 'Refuse “Words to the customer” for Astrid Lind' }).click();
  await waiting.getByLabel('Why not').fill('Say by when');
  await waiting.getByRole('button', { name: 'Refuse', exact: true }).click();
  await seen(card.getByText('The text went back into the composer of the ticket.'));
  await seen(replyField(page).getByText('We are sorry, and send a fourth one today.'));

  // Asked once more, read whole on its page, and sent by the yes.
  await replyField(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' It comes on Friday.');
  await sendAndAsk('Send to Ida Moe', 'With the day');
  const [{ id }] = (await ask(lead, 'GET', `/approvals?show=to_answer&ticket=${number}`)).items;
  const one = await openScreen(desk, lead, { at: `/approvals/${id}`, viewport: { width: 390, height: 844 } });
  const message = one.page.getByRole('region', { name: 'The message' });
  await seen(message.getByText('Ida Moe <ida@verified.example>'));
  await seen(message.getByText('It comes on Friday.'));
  await seen(message.getByText('waybill.txt'));
  expect(await violations(one.page, 'a message to approve')).toEqual([]);
  await one.page.getByRole('button', { name: /^Approve/ }).click();
  await seen(page.getByRole('article', { name: /^Reply by Astrid Lind/ }).getByText('It comes on Friday.'));
  await seen(card.getByText('Lena Ek approved it'));
  expect((await ask(agent, 'GET', `/tickets/${number}`)).drafts).toEqual([]);

  // A forward is asked for out of its own room, which stands aside with what is written.
  await page.keyboard.press('f');
  const room = page.getByRole('dialog', { name: /^Forward/ });
  await room.getByLabel('Add an address: To').fill('kiln@works.example');
  await page.keyboard.press('Enter');
  await room.locator('.ProseMirror').click();
  await page.keyboard.type('Can you fire one more?');
  await page.keyboard.press('Control+Enter');
  await seen(dialog.getByText('Forward to kiln@works.example'));
  await gone(room);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await seen(room.getByText('Can you fire one more?'));
  await room.locator('.ProseMirror').click();
  await page.keyboard.press('Control+Enter');
  await dialog.getByLabel('Why it is right').fill('The kiln knows');
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await gone(dialog);
  await seen(card.getByText('Forward to kiln@works.example'));
  expect(await room.count()).toBe(0);
  const [passed] = (await ask(lead, 'GET', `/approvals?show=to_answer&ticket=${number}`)).items;
  expect(await ask(lead, 'POST', `/approvals/${passed.id}/answer`, { approved: true })).toMatchObject({ state: 'approved', problem: null });
  expect((await ask(agent, 'GET', `/tickets/${number}/side-conversations`)).items).toMatchObject([{ kind: 'forward', last_line: expect.stringContaining('Can you fire one more?') }]);
  expect(screen.complaints.filter((complaint) => !complaint.includes('409 (Conflict)'))).toEqual([]);
  for (const each of [home, one]) expectNoComplaints(each);
  for (const each of [screen, home, one]) await each.close();
});
