import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOfferTimers, startRouting } from '../../apps/server/src/features/routing/index.ts';
import { aTeam, type SignedInAgent } from '../support/factories.ts';
import { violations } from './support/axe.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { expectNoComplaints, gone, openScreen, phone, seen, type Screen, wide } from './support/screen.ts';

let desk: BrowserDesk;
let lead: SignedInAgent;
let astrid: SignedInAgent;
let bo: SignedInAgent;
let team: number;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  desk = await openBrowserDesk();
  lead = await desk.agent({ name: 'Lena Ek', role: 'lead' });
  astrid = await desk.agent({ name: 'Astrid Lind' });
  bo = await desk.agent({ name: 'Bo Berg' });
  team = await aTeam(desk.db, desk.workspaceId, { name: 'First line', members: [astrid.id, bo.id] });
  running.push(startRouting(desk.program.context), startOfferTimers(desk.program.context));
});
afterAll(async () => {
  await Promise.all(running.map((each) => each.stop()));
  await desk?.stop();
});

async function ask(asker: SignedInAgent, method: string, path: string, body?: object): Promise<any> { // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came
  const response = await fetch(`${desk.url}/api/v1${path}`, { method, headers: { ...asker.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  expect(response.ok).toBe(true);
  return response.status === 204 ? null : response.json();
}
const aTicket = async (subject: string): Promise<number> => (await ask(lead, 'POST', '/tickets', { subject, text: `About ${subject}.`, requester: { email: 'maja@verified.example', name: 'Maja Nowak' }, team, language: 'en' })).number;
const say = (agent: SignedInAgent, availability: string) => ask(agent, 'PUT', `/agents/${agent.id}/availability`, { availability });
const offered = ({ page }: Screen) => page.getByRole('region', { name: 'A ticket for you' });
const assignee = async (number: number) => (await ask(lead, 'GET', `/tickets/${number}`)).assignee?.name ?? null;
const outcomes = async (number: number) => (await ask(lead, 'GET', `/tickets/${number}/routing`)).offers.map(({ agent, state }: { agent: { name: string }; state: string }) => `${agent.name} ${state}`);

test('a lead lets a team offer its tickets; one declines with a key and a reason is kept, the next accepts and the ticket says so', async () => {
  const settings = await openScreen(desk, lead, { at: '/settings/teams' });
  await seen(settings.page.getByRole('button', { name: 'First line', exact: true }));
  const open = async () => {
    await settings.page.getByRole('button', { name: /First line/ }).last().focus();
    await settings.page.keyboard.press('Enter');
    await settings.page.getByRole('menuitem', { name: 'Handing out' }).click();
  };
  await open();
  const form = settings.page.getByRole('dialog', { name: 'Handing out: First line' });
  const choose = async (field: string, option: string) => {
    await form.getByRole('combobox', { name: field }).click();
    await settings.page.getByRole('option', { name: option, exact: true }).click();
    await seen(form.getByRole('combobox', { name: field }).filter({ hasText: option }));
    await expect.poll(() => settings.page.locator('[role="listbox"]:visible').count()).toBe(0);
  };
  await choose('How tickets reach people', 'They are handed out');
  await choose('How somebody gets one', 'It is offered to them');
  await choose('Time to answer', '10m');
  await choose('Who gets the next one', 'In turn');
  await form.getByRole('button', { name: 'Save' }).click();
  await gone(form);
  expect(await ask(lead, 'GET', `/teams/${team}/routing`)).toMatchObject({ mode: 'push', delivery: 'offer', offer_seconds: 600, offer_misses: 2 });
  // As it was left, it comes again.
  await open();
  await seen(form.getByRole('combobox', { name: 'Set somebody away' }).filter({ hasText: 'After 2 in a row without an answer' }));
  expect(await violations(settings.page, 'a team that offers')).toEqual([]);
  await settings.close();

  await say(astrid, 'online');
  const [one, two] = [await openScreen(desk, astrid), await openScreen(desk, bo)];
  const number = await aTicket('Flickering lamp');
  await seen(offered(one).getByText('Flickering lamp'));
  await seen(offered(one).getByText('Maja Nowak · First line'));
  await seen(offered(one).getByText('It is your turn.'));
  await seen(one.page.getByRole('alert').filter({ hasText: 'A ticket is offered to you: Flickering lamp, from Maja Nowak.' }));
  expect(await violations(one.page, 'an offer')).toEqual([]);
  expect(await assignee(number)).toBeNull();
  // Nobody else hears of it.
  expect(await offered(two).count()).toBe(0);
  const bell = one.page.getByRole('button', { name: /^Notifications/ });
  const told = one.page.getByText('A ticket is offered to you', { exact: true });
  await bell.click();
  await seen(told);

  await one.page.keyboard.press('Escape');
  await offered(one).getByRole('button', { name: 'Say why not' }).click();
  await offered(one).getByRole('textbox', { name: /Why not/ }).fill('On the phone');
  await offered(one).getByRole('textbox', { name: /Why not/ }).press('Enter');
  await gone(offered(one));
  await bell.click();
  await seen(one.page.getByText(/^New in your team/));
  await gone(told);
  await one.page.keyboard.press('Escape');
  await say(bo, 'online');
  await seen(offered(two).getByText('Flickering lamp'));
  await two.page.keyboard.press('Shift+Y');
  await gone(offered(two));
  await expect.poll(() => assignee(number)).toBe('Bo Berg');
  expect(await outcomes(number)).toEqual(['Bo Berg accepted', 'Astrid Lind declined']);
  await two.page.getByRole('button', { name: 'Open', exact: true }).click();
  const card = two.page.getByRole('region', { name: 'Skills and handing out' });
  await seen(card.getByText('“On the phone”', { exact: false }));
  await seen(card.getByText('Accepted'));
  await seen(two.page.getByText('Bo Berg accepted the offer').first());
  expect(await violations(two.page, 'what became of offers')).toEqual([]);
  expectNoComplaints(one);
  expectNoComplaints(two);
  await one.close();
  await two.close();
});

test('who answers nothing is set away, sees it on a phone too, and comes back with one click', async () => {
  await say(bo, 'away');
  await say(astrid, 'online');
  await ask(lead, 'PATCH', `/teams/${team}/routing`, { offer_seconds: 10, offer_misses: 1 });
  const screen = await openScreen(desk, astrid, phone);
  const number = await aTicket('Silent router');
  await seen(offered(screen).getByText('Silent router'));
  await gone(offered(screen));
  const away = screen.page.getByRole('region', { name: 'You are set to away' });
  await seen(away);
  expect(await outcomes(number)).toEqual(['Astrid Lind missed']);
  // On a phone the word of unread alerts is judged elsewhere.
  await screen.page.setViewportSize(wide);
  await seen(away);
  expect(await violations(screen.page, 'set away')).toEqual([]);
  await away.getByRole('button', { name: 'I am back' }).click();
  await gone(away);
  await expect.poll(async () => (await ask(astrid, 'GET', `/agents/${astrid.id}/work`)).availability).toBe('online');
  // All were asked, so it comes again after a pause; taken by hand meanwhile it comes no more.
  await ask(lead, 'PATCH', `/tickets/${number}`, { assignee: lead.id });
  expectNoComplaints(screen);
  await screen.close();
});

test('an offer goes from the screen when somebody assigns the ticket by hand', async () => {
  await ask(lead, 'PATCH', `/teams/${team}/routing`, { offer_seconds: 600 });
  await say(astrid, 'online');
  const screen = await openScreen(desk, astrid);
  const number = await aTicket('Third lamp');
  await seen(offered(screen).getByText('Third lamp'));
  await ask(lead, 'PATCH', `/tickets/${number}`, { assignee: lead.id });
  await gone(offered(screen));
  await expect.poll(() => outcomes(number)).toEqual(['Astrid Lind withdrawn']);
  expectNoComplaints(screen);
  await screen.close();
});
