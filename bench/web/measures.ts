import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { armed, measured, watchFromStart } from './in-page.ts';

export type Samples = Record<string, number[]>;

export type WebDesk = { url: string; email: string; password: string; questions: string[] };

const shows = (number: number) => `(document.querySelector('main article[aria-label$="#${number}"] [data-message]') && location.pathname.endsWith('/${number}'))`;

/** One browser for each look at the desk from cold, and one that is worked in. */
export async function measureWeb(browser: Browser, desk: WebDesk, { slower = 1, colds = 7, rounds = 24 } = {}): Promise<Samples> {
  const samples: Samples = {};
  const note = (what: string, value: number) => (samples[what] ??= []).push(value);
  for (let turn = 0; turn < colds; turn += 1) {
    const { page, context } = await open(browser, desk, slower, '/inbox/all');
    note('cold start to a usable list', await page.evaluate<number>('window.__bench.listAt'));
    note('layout shift (CLS) of a cold start', await page.evaluate<number>('window.__bench.shift'));
    await context.close();
  }
  const { page, context } = await open(browser, desk, slower, '/inbox/all');
  await settled(page);
  await keys(page, note, rounds);
  await tickets(page, note, rounds);
  await views(page, note);
  await search(page, desk, note, rounds);
  const interactions = (await page.evaluate<number[]>('[...window.__bench.interactions.values()]')).toSorted((one, other) => other - one);
  // As the Web Vitals count it: of every fifty interactions the worst is left out.
  note('interaction to next paint (INP)', interactions[Math.floor(interactions.length / 50)] ?? 16);
  note('layout shift (CLS) of the session', await page.evaluate<number>('window.__bench.shift'));
  await context.close();
  return samples;
}

async function open(browser: Browser, desk: WebDesk, slower: number, path: string): Promise<{ page: Page; context: BrowserContext; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: desk.url, locale: 'en-GB' });
  await context.request.post('/api/auth/sign-in/email', { data: { email: desk.email, password: desk.password }, headers: { origin: desk.url }, failOnStatusCode: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(watchFromStart);
  const session = await context.newCDPSession(page);
  if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(path, { waitUntil: 'commit' });
  await until(page, 'window.__bench.listAt !== null');
  return { page, context, session };
}

/** Asked from outside: the page's own policy lets nothing evaluate a text within it again and again. */
async function until(page: Page, condition: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await page.evaluate<boolean>(`Boolean(${condition})`))) {
    if (performance.now() > end) throw new Error(`did not happen: ${condition}`);
    await page.waitForTimeout(20);
  }
}

/** Until what comes after the first view has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_500);
  await page.waitForLoadState('networkidle');
}

async function press(page: Page, key: string, condition: string): Promise<number> {
  await page.evaluate(armed(condition));
  await page.keyboard.press(key);
  return page.evaluate<number>(measured);
}

type Note = (what: string, value: number) => void;

/** The mark in the list, the command bar, the sheet of keys: each from its key to what it does. */
async function keys(page: Page, note: Note, rounds: number): Promise<void> {
  const marks = `[...document.querySelectorAll('[data-number]')].map((row) => row.className).join()`;
  await page.evaluate(`document.activeElement?.blur?.()`);
  for (let turn = 0; turn < rounds; turn += 1) {
    await page.evaluate(`window.__marks = ${marks}`);
    note('key to visible reaction: next row', await press(page, 'j', `${marks} !== window.__marks`));
    await page.waitForTimeout(30);
  }
  for (let turn = 0; turn < rounds / 3; turn += 1) {
    note('key to visible reaction: command bar', await press(page, 'Control+k', `document.querySelector('[role=dialog] [role=option]')`));
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  }
}

/** Down the list ticket by ticket, and up again through those that the browser holds. */
async function tickets(page: Page, note: Note, rounds: number): Promise<void> {
  const inOrder = `[...document.querySelectorAll('li[aria-posinset]')].toSorted((one, other) => one.ariaPosInSet - other.ariaPosInSet).map((row) => Number(row.querySelector('[data-number]').dataset.number))`;
  const numbers = await page.evaluate<number[]>(inOrder);
  await page.goto(`/inbox/all/${numbers[0]}`);
  await until(page, shows(numbers[0]!));
  await settled(page);
  await page.evaluate(`document.activeElement?.blur?.()`);
  const visited = [numbers[0]!];
  for (let turn = 0; turn < rounds; turn += 1) {
    const next = await page.evaluate<number>(`(() => { const numbers = ${inOrder}; return numbers[numbers.indexOf(${visited.at(-1)}) + 1] ?? 0; })()`);
    if (!next) break;
    note('ticket that is not held yet', await press(page, 'j', shows(next)));
    visited.push(next);
    await page.waitForTimeout(60);
  }
  for (const back of visited.toReversed().slice(1)) {
    note('ticket that is held already', await press(page, 'k', shows(back)));
    await page.waitForTimeout(30);
  }
  await page.keyboard.press('u');
  await until(page, `!document.querySelector('main article[aria-label*="#"]')`);
}

async function click(page: Page, selector: string, condition: string): Promise<number> {
  await page.evaluate(armed(condition));
  await page.click(selector);
  return page.evaluate<number>(measured);
}

/** Each view once as it comes from the server, then twice as the browser holds it. */
async function views(page: Page, note: Note): Promise<void> {
  const names = ['open', 'pending', 'solved', 'unassigned', 'all'];
  for (let turn = 0; turn < 3; turn += 1)
    for (const name of names) {
      const there = `(location.pathname === '/inbox/${name}' && document.querySelector('li[aria-posinset] a[href*="/inbox/${name}/"]'))`;
      note(turn === 0 && name !== 'all' ? 'switch view, from the server' : 'switch view, held', await click(page, `nav a[href="/inbox/${name}"]`, there));
      await page.waitForTimeout(150);
    }
}

/** From the last letter to the first hit; the field's own pause for more letters is part of it. */
async function search(page: Page, desk: WebDesk, note: Note, rounds: number): Promise<void> {
  await page.goto('/search');
  const field = page.locator('main [role=combobox]');
  await field.waitFor();
  await settled(page);
  for (const question of desk.questions.splice(0, rounds)) {
    await field.fill('');
    await page.locator('main a[data-hit]').first().waitFor({ state: 'detached' });
    note('search, first hits', await page.evaluate<number>(typed(question)));
  }
}

const typed = (question: string) => `new Promise((resolve, reject) => {
  const field = document.querySelector('main [role=combobox]');
  const began = performance.now();
  const watch = new MutationObserver(() => {
    if (!document.querySelector('main a[data-hit]')) return;
    watch.disconnect();
    window.__painted((at) => resolve(at - began));
  });
  watch.observe(document.querySelector('main'), { childList: true, subtree: true });
  setTimeout(() => reject(new Error('no answer in 20 s to ' + field.value)), 20_000);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(question)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
})`;
