import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRouting } from '../../apps/server/src/features/routing/index.ts';
import { aTeam, type SignedInAgent } from '../support/factories.ts';
import { askOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, row, seen, ticket } from './support/screen.ts';

let desk: BrowserDesk;
let lead: SignedInAgent;
let astrid: SignedInAgent;
let bo: SignedInAgent;
let team: number;
let swedish: number;
let routing: { stop(): Promise<void> };

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  astrid = await desk.agent({ name: 'Astrid Lind' });
  bo = await desk.agent({ name: 'Bo Berg' });
  const { db, workspaceId } = desk;
  team = await aTeam(db, workspaceId, { name: 'First line', members: [astrid.id, bo.id] });
  await db.updateTable('agents').set({ availability: 'online' }).where('workspace_id', '=', workspaceId).where('id', '=', astrid.id).execute();
  swedish = (await db.insertInto('skills').values({ workspace_id: workspaceId, kind: 'language', name: 'Swedish', language: 'sv' }).returning('id').executeTakeFirstOrThrow()).id;
  routing = startRouting(desk.program.context);
});
afterAll(async () => {
  await routing?.stop();
  await desk?.stop();
});

const ask = askOf(() => desk);
const aTicket = async (subject: string): Promise<number> => (await ask(lead, 'POST', '/tickets', { subject, text: `About ${subject}.`, requester: { email: 'maja@verified.example', name: 'Maja Nowak' }, team, language: 'en' })).number;

test('a lead lets a team’s tickets be handed out, and an agent sees why one is theirs, and why another waits', async () => {
  const settings = await openScreen(desk, lead, { at: '/settings/teams' });
  await seen(settings.page.getByRole('button', { name: 'First line', exact: true }));
  await settings.page.getByRole('button', { name: /First line/ }).last().focus();
  await settings.page.keyboard.press('Enter');
  await settings.page.getByRole('menuitem', { name: 'Handing out' }).click();
  const form = settings.page.getByRole('dialog', { name: 'Handing out: First line' });
  await seen(form.getByText('Nothing happens by itself.'));
  await form.getByRole('combobox', { name: 'How tickets reach people' }).click();
  await settings.page.getByRole('option', { name: 'They are handed out' }).click();
  await seen(form.getByRole('checkbox', { name: /account agent/ }));
  expect(await violations(settings.page, 'handing out')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await gone(form);
  await seen(settings.page.getByText('Handed out', { exact: true }));
  expect(await ask(lead, 'GET', `/teams/${team}/routing`)).toMatchObject({ mode: 'push', method: 'least_busy', needs: [] });
  expectNoComplaints(settings);

  await aTicket('Flickering lamp');
  const screen = await openScreen(desk, astrid, { at: '/inbox/mine' });
  const { page } = screen;
  await seen(row(page, 'Flickering lamp'));
  await row(page, 'Flickering lamp').click();
  await seen(ticket(page, 'Flickering lamp').getByText('Handed to Astrid Lind by routing'));
  const card = page.getByRole('region', { name: 'Skills and handing out' });
  await seen(card.getByText('Why Astrid Lind?'));
  await seen(card.getByText('Nobody else could take it.'));
  await card.getByText('Who else').click();
  await seen(card.getByText('Bo Berg'));
  expect(await violations(page, 'why this person')).toEqual([]);

  // What the ticket needs is said where it stands, and at once counts.
  await card.getByRole('button', { name: 'Change skills' }).click();
  const skills = page.getByRole('dialog', { name: /Skills that #/ });
  await skills.getByRole('button', { name: 'Add a skill' }).click();
  await page.getByRole('option', { name: 'Swedish' }).click();
  await seen(skills.getByRole('button', { name: 'Remove Swedish' }));
  expect(await violations(page, 'skills of a ticket')).toEqual([]);
  await skills.getByRole('button', { name: 'Save' }).click();
  await gone(skills);
  await seen(card.getByText('Swedish'));
  await seen(ticket(page, 'Flickering lamp').getByText('Astrid Lind changed the skills needed'));
  expectNoComplaints(screen);

  // Of one that nobody can take, it says who lacks what.
  const waiting = await aTicket('Fladdrande lampa');
  await ask(astrid, 'PUT', `/tickets/${waiting}/skills`, { skills: [{ skill: swedish, need: 'required', level: 2 }] });
  await ask(lead, 'PATCH', `/tickets/${waiting}`, { assignee: null });
  await screen.go(`/inbox/all/${waiting}`);
  await seen(card.getByText('Nobody can take it now.'));
  await card.getByText('Why nobody?').click();
  await seen(card.getByText('Astrid Lind (Swedish, level 2)', { exact: false }));
});
