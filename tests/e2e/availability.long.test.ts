import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, seen } from './support/screen.ts';

let desk: BrowserDesk;
let agent: SignedInAgent;
let lead: SignedInAgent;

beforeAll(async () => {
  desk = await openBrowserDesk();
  agent = await desk.agent({ name: 'Astrid Lind' });
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
});
afterAll(() => desk?.stop());

const stored = () => desk.db.selectFrom('agents').select(['availability', 'works_from_home', 'tier']).where('workspace_id', '=', desk.workspaceId).where('id', '=', agent.id).executeTakeFirstOrThrow();

test('an agent says by keyboard that they are online, and a lead sees it at once and can set them away', async () => {
  const team = await openScreen(desk, lead, { at: '/settings/people' });
  const theirs = team.page.getByRole('row', { name: /Astrid Lind/ });
  await seen(theirs.getByText(/^Away/));
  const mine = await openScreen(desk, agent);
  await mine.page.getByRole('button', { name: /Astrid Lind/, description: 'Away' }).focus();
  await mine.page.keyboard.press('Enter');
  await seen(mine.page.getByRole('menuitem', { name: 'Away' }));
  await mine.page.getByRole('menuitem', { name: 'Away' }).focus();
  await mine.page.keyboard.press('ArrowRight');
  await seen(mine.page.getByRole('menuitemradio', { name: 'Online' }));
  expect(await violations(mine.page, 'the menu of availability')).toEqual([]);
  await mine.page.getByRole('menuitemradio', { name: 'Online' }).focus();
  await mine.page.keyboard.press('Enter');
  await seen(mine.page.getByText('You are online: cases can come to you'));
  await expect.poll(async () => (await stored()).availability).toBe('online');
  await seen(theirs.getByText(/^Online/));
  await theirs.getByRole('button', { name: /Astrid Lind/ }).click();
  await team.page.getByRole('menuitem', { name: 'Set to away' }).click();
  await seen(theirs.getByText(/^Away/));
  await seen(mine.page.getByRole('button', { name: /Astrid Lind/, description: 'Away' }));
  expect(await violations(team.page, 'team today')).toEqual([]);
  expectNoComplaints(team, mine);
});

test('a lead names a skill and gives it; it is taken away and given back', async () => {
  const screen = await openScreen(desk, lead, { at: '/settings/skills' });
  const { page } = screen;
  await page.getByRole('button', { name: 'Add a skill' }).click();
  const form = page.getByRole('dialog', { name: 'Add a skill' });
  await form.getByLabel('Name').fill('Routers');
  await form.getByRole('button', { name: 'Add' }).click();
  await gone(form);
  await seen(page.getByRole('row', { name: /Routers/ }));
  expect(await violations(page, 'skills')).toEqual([]);
  await page.goto(`${desk.url}/settings/people/${agent.id}`);
  await page.getByRole('radio', { name: 'Tier 2' }).check({ force: true });
  await page.getByLabel('E-mail', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await stored()).tier).toBe(2);
  await page.getByLabel('Another skill').click();
  await page.getByRole('option', { name: /Routers/ }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const skill = page.getByRole('row', { name: /Routers/ });
  await seen(skill);
  expect(await violations(page, 'what somebody takes')).toEqual([]);
  await skill.getByRole('button', { name: 'Take Routers away' }).click();
  await gone(skill);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await seen(skill);
  expectNoComplaints(screen);
});

test('an agent enters their own time off on a phone', async () => {
  const screen = await openScreen(desk, agent, { ...phone, at: `/settings/people/${agent.id}` });
  const { page } = screen;
  await page.getByLabel('First day').fill('2126-07-01');
  await page.getByLabel(/^Last day/).fill('2126-07-14');
  await page.getByLabel(/^Why/).first().fill('Holiday');
  await page.getByRole('button', { name: 'Enter time off' }).click();
  await seen(page.getByText('1 Jul 2126 – 14 Jul 2126'));
  expect(await violations(page, 'time off on a phone')).toEqual([]);
  await page.getByRole('button', { name: 'Remove 1 Jul 2126 – 14 Jul 2126' }).click();
  await gone(page.getByText('1 Jul 2126 – 14 Jul 2126'));

  await page.getByLabel('Day', { exact: true }).fill('2126-07-20');
  await page.getByLabel('From', { exact: true }).fill('22:00');
  await page.getByLabel('To', { exact: true }).fill('06:00');
  await page.getByRole('button', { name: 'Enter a shift' }).click();
  await seen(page.getByText('20 Jul 2126, 22:00 – 06:00'));
  const { starts_at, ends_at } = await desk.db.selectFrom('agent_shifts').select(['starts_at', 'ends_at']).where('agent_id', '=', agent.id).executeTakeFirstOrThrow();
  expect(ends_at.getTime() - starts_at.getTime()).toBe(8 * 3_600_000);
  expect(await violations(page, 'shifts on a phone')).toEqual([]);
  await page.getByRole('button', { name: 'Remove 20 Jul 2126, 22:00 – 06:00' }).click();
  await gone(page.getByText('20 Jul 2126, 22:00 – 06:00'));
  expectNoComplaints(screen);
});
