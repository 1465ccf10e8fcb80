import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrand, aTeam } from '../support/factories.ts';
import { chips, type MacrosRoom, openMacrosRoom, picker, preview, slashMenu } from './support/macros-room.ts';
import { expectNoComplaints, gone, noteField, openScreen, replyField, seen, seenSomewhere } from './support/screen.ts';

let desk: MacrosRoom['desk'];
let agent: MacrosRoom['agent'];
let ask: MacrosRoom['ask'];
let aMacro: MacrosRoom['aMacro'];
let openTicket: MacrosRoom['openTicket'];
let stateOf: MacrosRoom['stateOf'];

beforeAll(async () => {
  ({ desk, agent, ask, aMacro, openTicket, stateOf } = await openMacrosRoom());
});
afterAll(() => desk?.stop());

test('a slash finds a macro with a slip of the hand, shows it filled in, and what it does goes with the send and comes back with undo', async () => {
  const id = await aMacro({
    name: 'Restart the router', keywords: ['reboot'], actions: { status: 'pending', assignee: 'me', add_tags: ['router'] },
    texts: [{ language: 'en', html: '<p>Hi {{customer.first_name}}, unplug it for ten seconds. Case {{ticket.number}}.</p>' }, { language: 'sv', html: '<p>Hej {{customer.first_name}}, dra ut den i tio sekunder.</p>' }],
  });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const keys = page.keyboard;
  const number = await openTicket(screen, 'No connection');
  await keys.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await keys.type('Good morning. /rotuer');
  // Before anything is done, all of it is seen: the text as it will be, and what it does.
  await seen(preview(screen).getByText(`Hi Maja, unplug it for ten seconds. Case ${number}.`));
  await seen(preview(screen).getByText('Not used yet'));
  // In the list as well a text stands as it will be, not with its placeholders.
  await seen(slashMenu(screen).getByRole('option', { name: /Restart the router Hi Maja, unplug it for ten seconds/ }));
  for (const action of ['Status: Pending', 'Assign to you', 'Add tag: router']) await seen(slashMenu(screen).getByText(action));
  await keys.press('ArrowRight');
  await seen(preview(screen).getByText('Hej Maja, dra ut den i tio sekunder.'));
  await keys.press('ArrowRight');
  await seen(preview(screen).getByText('Hi Maja, unplug it'));
  await keys.press('Enter');
  await gone(slashMenu(screen));
  await seen(replyField(page).getByText(`Good morning. Hi Maja, unplug it for ten seconds. Case ${number}.`));
  await keys.type(' Tell me how it went.');
  await seen(replyField(page).getByText(`Case ${number}. Tell me how it went.`));
  expect((await stateOf(number)).status).toBe('new');

  // It is all in the draft on the server: a reload and another computer have it.
  await desk.until('the draft is on the server', async () => (await stateOf(number)).drafts?.[0]?.changes?.status === 'pending');
  await page.reload();
  await seen(chips(screen).getByText('Add tag: router'));
  const elsewhere = await openScreen(desk, agent, { at: `/inbox/open/${number}` });
  await seen(chips(elsewhere).getByText('Status: Pending'));
  await elsewhere.close();

  await keys.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await keys.press('Control+Enter');
  await seen(page.getByText(/goes out in 10 seconds/));
  await desk.until('the message and its changes', async () => {
    const now = await stateOf(number);
    return now.tags.includes('router') && now.assignee?.id === agent.id;
  });
  const sent = await desk.db.selectFrom('tickets').select(['status', 'tags', 'assignee_id']).where('workspace_id', '=', desk.workspaceId).where('number', '=', number).executeTakeFirstOrThrow();
  expect(sent).toEqual({ status: 'pending', tags: ['router'], assignee_id: agent.id });
  expect((await ask(agent, 'GET', `/macros/${id}`)).used_by_me.count).toBe(1);

  await keys.press('z');
  await seen(page.getByText(/took back a reply before it was sent/));
  await seen(chips(screen).getByText('Assign to you'));
  await desk.until('the ticket as it was', async () => {
    const now = await desk.db.selectFrom('tickets').select(['status', 'tags', 'assignee_id']).where('workspace_id', '=', desk.workspaceId).where('number', '=', number).executeTakeFirstOrThrow();
    return now.status === 'new' && now.tags.length === 0 && now.assignee_id === null;
  });
  expectNoComplaints(screen);
  await screen.close();
});

test('m finds one that only acts, does it at once, and z takes it back', async () => {
  await aMacro({ name: 'Escalate', texts: [], actions: { priority: 'urgent', add_tags: ['escalated'] } });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'Escalated case');
  await page.keyboard.press('m');
  await seen(page.getByRole('combobox', { name: 'Search by name, text or keyword' }));
  await page.keyboard.type('escal');
  await seen(picker(screen).getByText('Done at once'));
  await page.keyboard.press('Enter');
  await seen(page.getByText(`“Escalate” applied to #${number}`));
  await desk.until('it is urgent', async () => (await stateOf(number)).priority === 'urgent');
  await page.keyboard.press('z');
  await desk.until('it is as it was', async () => {
    const { priority, tags } = await stateOf(number);
    return priority === 'normal' && tags.length === 0;
  });
  expectNoComplaints(screen);
  await screen.close();
});

test('what a macro without a text wrote and promised stays when it is undone, and the screen says so', async () => {
  await aMacro({ name: 'Ask the workshop', texts: [], actions: { priority: 'high', note: 'The workshop is asked', promise: { text: 'What the workshop says', hours: 48 } } });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'For the workshop');
  await page.keyboard.press('m');
  await seen(picker(screen));
  await page.keyboard.type('workshop');
  await seen(picker(screen).getByText('Done at once'));
  await page.keyboard.press('Enter');
  await seen(page.getByText(`“Ask the workshop” applied to #${number}`));
  await desk.until('it is done', async () => (await stateOf(number)).priority === 'high');
  await page.keyboard.press('z');
  await seen(page.getByText(`What was written and promised stays: see #${number}`));
  expect((await stateOf(number)).priority).toBe('normal');
  await seen(page.getByRole('article', { name: /^Note by Astrid Lind/ }).getByText('The workshop is asked'));
  expect((await ask(agent, 'GET', `/tickets/${number}/commitments`)).items).toMatchObject([{ text: 'What the workshop says', state: 'open' }]);
  expectNoComplaints(screen);
  await screen.close();
});

test('an action that is refused holds the reply back with its reason, and without it the reply goes', async () => {
  const team = await aTeam(desk.db, desk.workspaceId, { name: 'Second line' });
  await aMacro({ name: 'Hand over', actions: { team, add_tags: ['handed-over'] }, texts: [{ language: 'en', html: '<p>A colleague takes over.</p>' }] });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'Handed over');
  await page.keyboard.press('m');
  await seen(picker(screen));
  await page.keyboard.type('hand over');
  await seen(picker(screen).getByText('Team: Second line'));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText('A colleague takes over.'));
  await seen(page.locator('.ProseMirror-focused'));
  await desk.db.updateTable('teams').set({ archived_at: new Date() }).where('workspace_id', '=', desk.workspaceId).where('id', '=', team).execute();
  await page.keyboard.press('Control+Enter');
  await seenSomewhere(page.getByText('The team of a macro is not there any more. Leave that action out and send again.'));
  await seen(replyField(page).getByText('A colleague takes over.'));
  expect(await desk.db.selectFrom('messages as m').innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id')).select('m.id').where('t.number', '=', number).where('m.direction', '=', 'out').execute()).toEqual([]);
  await page.getByRole('button', { name: /^Leave out: Team:/ }).press('Enter');
  await gone(page.getByRole('button', { name: /^Leave out: Team:/ }));
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/goes out in 10 seconds/));
  await desk.until('the tag', async () => (await stateOf(number)).tags.includes('handed-over'));
  await screen.close();
});

test('a macro for notes goes into the note, wherever it was called', async () => {
  // Several paragraphs, and a list in them.
  await aMacro({ name: 'Call summary', message: 'note', texts: [{ language: 'en', html: '<p>Spoke with {{customer.name}}.</p><ul><li><p>Agreed</p></li></ul><p>Next step</p>' }] });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  await openTicket(screen, 'A call');
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('Dear Maja, /summary');
  await seen(slashMenu(screen).getByText('Goes into your note.'));
  await page.keyboard.press('Enter');
  await seen(noteField(page).getByText('Spoke with Maja Svensson.'));
  await page.keyboard.type(' /summary');
  await seen(slashMenu(screen));
  await page.keyboard.press('Enter');
  await seen(noteField(page).getByText('Next step Spoke with Maja Svensson.'));
  expect(await noteField(page).locator('li').count()).toBe(2);
  await screen.close();
});

test('Esc puts the menu away and keeps what was typed; no slash within a word opens it', async () => {
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'Slashes');
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.type('and/or 24/7 /');
  await seen(slashMenu(screen));
  await page.keyboard.press('Escape');
  await gone(slashMenu(screen));
  await page.keyboard.type('etc');
  await seen(replyField(page).getByText('and/or 24/7 /etc'));
  expect(await slashMenu(screen).count()).toBe(0);
  // The field kept the focus: Esc was the menu's.
  await seen(page.locator('.ProseMirror-focused'));
  // What comes from outside of a text that nobody has touched since goes behind it.
  await desk.until('the draft is on the server', async () => (await ask(agent, 'GET', `/tickets/${number}`)).drafts?.[0]?.html?.includes('/etc'));
  await aMacro({ name: 'Goodbye', texts: [{ language: 'en', html: '<p>Goodbye.</p>' }] });
  await page.reload();
  await seen(replyField(page).getByText('and/or 24/7 /etc'));
  await page.keyboard.press('m');
  await seen(picker(screen));
  await page.keyboard.type('goodbye');
  await seen(picker(screen).getByRole('option', { name: /Goodbye/ }));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText('Goodbye.'));
  expect(await replyField(page).innerText()).toMatch(/^and\/or 24\/7 \/etc\s+Goodbye\.\s*$/);
  await seen(page.locator('.ProseMirror-focused'));
  await screen.close();
});

test('a macro that is taken before its text is filled in comes when it is, and not where something else was typed meanwhile', async () => {
  await aMacro({ name: 'Quick thanks', actions: { note: 'Thanked' }, texts: [{ language: 'en', html: '<p>Thank you, {{customer.first_name}}.</p>' }] });
  for (const { subject, key, typed, shown, changes } of [
    { subject: 'In a hurry', key: 'm', typed: 'quick thanks', shown: picker, changes: true },
    { subject: 'In a greater hurry', key: 'm', typed: 'quick thanks', shown: picker, changes: false },
    { subject: 'In the greatest hurry', key: 'r', typed: '/quick', shown: slashMenu, changes: false },
  ]) {
    const screen = await openScreen(desk, agent, { at: '/inbox/open' });
    const { page } = screen;
    await openTicket(screen, subject);
    const filling = Promise.withResolvers<void>();
    await page.route('**/placeholders', async (route) => {
      await filling.promise;
      await route.continue();
    });
    await page.keyboard.press(key);
    if (key === 'r') await seen(page.locator('.ProseMirror-focused'));
    await page.keyboard.type(typed);
    await seen(shown(screen).getByText('Note: Thanked'));
    await page.keyboard.press('Enter');
    if (changes) await page.keyboard.press('Backspace');
    filling.resolve();
    if (changes) {
      await seen(preview(screen).getByText('Thank you, Maja.'));
      await page.keyboard.press('Escape');
      await gone(shown(screen));
      expect(await page.getByText('Thank you, Maja.').filter({ visible: true }).count()).toBe(0);
    } else {
      await gone(shown(screen));
      await seen(replyField(page).getByText('Thank you, Maja.'));
      expect((await replyField(page).innerText()).trim()).toBe('Thank you, Maja.');
    }
    expectNoComplaints(screen);
    await screen.close();
  }
});

test('a macro of another brand is not offered, and is not there by its id', async () => {
  const other = await aBrand(desk.db, desk.workspaceId, { name: 'Other brand' });
  const owner = await desk.agent({ name: 'Olle Ek', role: 'owner' });
  const hidden = (await ask(owner, 'POST', '/macros', { name: 'Of the other brand', shared: true, brand: other, texts: [{ language: 'en', html: '<p>Secret</p>' }] })).id;
  const narrow = await desk.agent({ name: 'Nils Ek', brands: [desk.brand.id] });
  expect((await ask(narrow, 'GET', `/macros/${hidden}`)).status).toBe(404);
  // Whoever sees both brands is not offered it on a ticket of this one either.
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  await openTicket(screen, 'Of this brand');
  await screen.page.keyboard.press('m');
  await seen(picker(screen));
  await seenSomewhere(picker(screen).getByRole('option'));
  await screen.page.keyboard.type('other brand');
  await seen(picker(screen).getByText('No macro fits. Try another word.').first());
  await screen.close();
});

test('a note, a promise and a hand-over are shown in words, go with the reply one by one, and come back with undo', async () => {
  const team = await aTeam(desk.db, desk.workspaceId, { name: 'Returns' });
  await aMacro({ name: 'Goods come back', actions: { route: team, note: 'Label sent to {{customer.first_name}}', promise: { text: 'A new lamp', hours: 24 } }, texts: [{ language: 'en', html: '<p>Send the lamp back to us.</p>' }] });
  const screen = await openScreen(desk, agent, { at: '/inbox/open' });
  const { page } = screen;
  const number = await openTicket(screen, 'A broken lamp');
  await page.keyboard.press('m');
  await seen(picker(screen));
  await page.keyboard.type('goods');
  for (const action of ['Hand to Returns', 'Note: Label sent to Maja', 'Promise within 24 hours: A new lamp']) await seen(picker(screen).getByText(action));
  await page.keyboard.press('Enter');
  await seen(replyField(page).getByText('Send the lamp back to us.'));
  await desk.until('the draft is on the server', async () => (await stateOf(number)).drafts?.[0]?.changes?.note !== undefined);
  await page.reload();
  await seen(chips(screen).getByText('Note: Label sent to Maja'));
  await page.getByRole('button', { name: 'Leave out: Hand to Returns' }).press('Enter');
  await gone(chips(screen).getByText('Hand to Returns'));
  await page.keyboard.press('r');
  await seen(page.locator('.ProseMirror-focused'));
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/goes out in 10 seconds/));
  await seen(page.getByRole('article', { name: /^Note by Astrid Lind/ }).getByText('Label sent to Maja'));
  expect(await stateOf(number)).toMatchObject({ team: null });
  expect((await ask(agent, 'GET', `/tickets/${number}/commitments`)).items).toMatchObject([{ text: 'A new lamp', state: 'open', owner: { name: 'Astrid Lind' } }]);
  await page.keyboard.press('z');
  await seen(page.getByText(/took back a note along with its reply/));
  await seen(chips(screen).getByText('Note: Label sent to Maja'));
  await seen(chips(screen).getByText('Promise within 24 hours: A new lamp'));
  expect((await ask(agent, 'GET', `/tickets/${number}/commitments`)).items).toMatchObject([{ state: 'withdrawn' }]);
  expectNoComplaints(screen);
  await screen.close();
});
