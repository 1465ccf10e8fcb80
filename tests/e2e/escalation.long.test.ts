import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, row, seen, ticket, type Screen } from './support/screen.ts';

/** A ticket goes to the second line and comes back; then a colleague is asked without giving it away. */

let desk: BrowserDesk;
let anna: SignedInAgent;
let bo: SignedInAgent;
let here: Screen;
let there: Screen;
let number: number;

beforeAll(async () => {
  desk = await openBrowserDesk();
  anna = await desk.agent({ name: 'Anna Lind' });
  bo = await desk.agent({ name: 'Bo Ek' });
  await desk.db.updateTable('agents').set({ tier: 2, availability: 'online' }).where('workspace_id', '=', desk.workspaceId).where('id', '=', bo.id).execute();
  await desk.send({ from: 'Maja Svensson <maja@verified.example>', subject: 'The router restarts', text: 'It restarts each night at two.', messageId: '<escalation-1@verified.example>' });
  ({ number } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).executeTakeFirst()));
  here = await openScreen(desk, anna, { bypassCSP: true });
  there = await openScreen(desk, bo, { bypassCSP: true });
});
afterAll(async () => {
  await here?.close();
  await there?.close();
  await desk?.stop();
});

const stored = () => desk.db.selectFrom('tickets').select(['assignee_id', 'needed_tier']).where('workspace_id', '=', desk.workspaceId).where('number', '=', number).executeTakeFirstOrThrow();
async function open({ page, go }: Screen): Promise<void> {
  await go(`/inbox/all/${number}`);
  await seen(ticket(page, 'The router restarts'));
  await seen(page.getByRole('article', { name: 'Message from Maja Svensson' }));
  await page.getByRole('log').focus();
}

test('Shift+E escalates to the second line with a hand-over that is filled in already', async () => {
  const { page } = here;
  await open(here);
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Escalate' });
  await seen(dialog);
  await desk.until('it is filled in from the timeline', async () => (await dialog.getByLabel('What is known').inputValue()).includes('“It restarts each night at two.”'));
  await seen(dialog.getByText('Bo Ek'));
  expect(await violations(page, 'the dialog of an escalation')).toEqual([]);
  await dialog.getByRole('radio', { name: 'A higher tier' }).press('Space');
  await seen(dialog.getByText('The ticket waits for somebody of this tier or above.'));
  await dialog.getByRole('button', { name: 'Escalate' }).press('Enter');
  await seen(dialog.getByText('Fill this in.'));
  await dialog.getByLabel('What do you need?').fill('Is this the known fault?');
  await dialog.getByLabel('What was tried').fill('Restarted it twice');
  await dialog.getByRole('button', { name: 'Escalate' }).press('Enter');
  await gone(dialog);
  await desk.until('it waits for tier 2', async () => (await stored()).needed_tier === 2);
  await seen(page.getByRole('list', { name: 'Escalation' }).getByText('Tier 2'));
  await seen(page.getByRole('log').getByText('Anna Lind escalated to tier 2'));
});

test('the colleague is told, reads what was tried, and hands it back with an explanation', async () => {
  const { page } = there;
  await desk.until('he is told', () => desk.db.selectFrom('notifications').select('id').where('workspace_id', '=', desk.workspaceId).where('agent_id', '=', bo.id).where('kind', '=', 'escalated').executeTakeFirst());
  await there.go('/notifications');
  await seen(page.getByText('Escalated to you').first());
  await open(there);
  await seen(page.getByRole('log').getByText('Restarted it twice'));
  expect(await violations(page, 'a ticket that is escalated')).toEqual([]);
  await page.keyboard.press('i');
  await desk.until('he has it', async () => (await stored()).assignee_id === bo.id);
  await page.getByRole('button', { name: 'Hand back…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand back' });
  await seen(dialog);
  await dialog.getByLabel('Explanation').fill('It is the old power supply: send a new one.');
  await dialog.getByRole('button', { name: 'Hand back' }).press('Enter');
  await gone(dialog);
  await desk.until('she has it again', async () => (await stored()).assignee_id === anna.id);
  await seen(here.page.getByRole('log').getByText('It is the old power supply: send a new one.'));
  await seen(here.page.getByRole('log').getByText('Bo Ek handed the escalation back'));
});

test('Shift+A asks along: the ticket stays, the answer is a note, and the one that helped closes the question', async () => {
  await open(here);
  await here.page.keyboard.press('Shift+A');
  const dialog = here.page.getByRole('dialog', { name: 'Ask without handing over' });
  await seen(dialog);
  await dialog.getByLabel('Question').fill('Which one fits the R200?');
  await dialog.getByRole('checkbox', { name: /^Bo Ek/ }).press('Space');
  expect(await violations(here.page, 'the dialog of a question')).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask' }).press('Enter');
  await gone(dialog);
  await seen(here.page.getByText('Waits for Bo Ek'));
  expect((await stored()).assignee_id).toBe(anna.id);

  await there.go('/home');
  await there.page.getByRole('link', { name: /Anna Lind asks: Which one fits the R200\?/ }).press('Enter');
  await seen(ticket(there.page, 'The router restarts'));
  await there.page.getByLabel('Your answer').fill('The 12 V one.');
  await there.page.getByRole('button', { name: 'Answer', exact: true }).press('Enter');
  await seen(here.page.getByRole('list', { name: 'Escalation' }).getByText('The 12 V one.'));
  await seen(here.page.getByRole('log').getByText('The 12 V one.'));
  await here.page.getByRole('button', { name: 'This helped: close' }).press('Enter');
  await seen(here.page.getByText('The question is closed').first());
  await desk.until('it is closed with the answer', () => desk.db.selectFrom('swarms').select('id').where('workspace_id', '=', desk.workspaceId).where('helpful_message_id', 'is not', null).executeTakeFirst());
  await seen(row(here.page, 'The router restarts'));
  for (const screen of [here, there]) expectNoComplaints(screen);
});

test('a line of the hand-over leads to the message that it quotes, however far up; so does a copied link, also on a phone', async () => {
  const { page, go } = there;
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${desk.url}/api/v1/tickets/${path}`, { method, headers: { ...anna.headers, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    expect(answer.ok, path).toBe(true);
    return (await answer.json()) as Record<string, string>;
  };
  await desk.send({ from: 'Ola Berg <ola@verified.example>', subject: 'The lamp flickers', text: 'It flickers since Sunday.', messageId: '<escalation-2@verified.example>' });
  const { number: other } = await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('number').where('workspace_id', '=', desk.workspaceId).where('subject', '=', 'The lamp flickers').executeTakeFirst());
  for (let count = 1; count <= 60; count += 1) await ask('POST', `${other}/messages`, { kind: 'note', text: `Looked at it once more, for the ${count}th time.` });
  const { known, tried, promised } = await ask('GET', `${other}/hand-over`);
  await ask('POST', `${other}/escalations`, { to: { agent: bo.id }, question: 'What is it?', known, tried, promised });

  const marked = (of: Screen['page']) => of.locator('article[aria-current="true"]').filter({ hasText: 'It flickers since Sunday.' });
  const inView = (of: Screen['page']) => desk.until('it is in view', () => of.evaluate<boolean>(`(() => {
    const box = document.querySelector('article[aria-current="true"]')?.getBoundingClientRect();
    const log = document.querySelector('[role="log"]').getBoundingClientRect();
    return box !== undefined && box.top >= log.top - 1 && box.top < log.bottom;
  })()`));
  await go(`/inbox/all/${other}`);
  const line = page.getByRole('log').getByRole('link', { name: 'It flickers since Sunday.' });
  await seen(line);
  expect(await page.getByRole('article', { name: 'Message from Ola Berg' }).count(), 'it is not read yet').toBe(0);
  expect(await violations(page, 'a hand-over that quotes')).toEqual([]);
  await line.press('Enter');
  await seen(marked(page));
  await inView(page);
  expect(page.url()).toMatch(/#message-\d+$/);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await marked(page).getByRole('button', { name: 'More about this message' }).focus();
  await page.keyboard.press('Enter');
  await seen(page.getByRole('menuitem', { name: 'Copy the link' }));
  await page.getByRole('menuitem', { name: 'Copy the link' }).click();
  await seen(page.getByText(`Link to #${other} copied`));
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(copied).toBe(page.url());
  const fresh = await openScreen(desk, bo, { ...phone, at: copied.slice(desk.url.length) });
  try {
    await seen(marked(fresh.page));
    await inView(fresh.page);
    expectNoComplaints(fresh);
  } finally {
    await fresh.close();
  }
});
