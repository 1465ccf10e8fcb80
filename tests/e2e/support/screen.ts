import type { BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import type { SignedInAgent } from '../../support/factories.ts';
import type { BrowserDesk } from './desk.ts';

export type Screen = {
  page: Page;
  context: BrowserContext;
  /** What the browser held against the page: errors, failed requests, breaches of the page's policy. */
  complaints: string[];
  /** Goes to another address as a link would, without loading the page anew, and waits until it has come to rest. */
  go(path: string): Promise<void>;
  /** Waits until nothing has been asked of the server for a moment. */
  rest(): Promise<void>;
  close(): Promise<void>;
};

export type ScreenOptions = BrowserContextOptions & {
  /** Where it opens; the inbox without it. */
  at?: string;
  /** Do not wait for the live connection: the page has none. */
  withoutLive?: boolean;
};

/** ms; generous, because the machines that run this are small and busy */
const patience = 30_000;
export const wide = { width: 1440, height: 900 };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** A browser of its own for somebody who is signed in already, with the live connection up. */
export async function openScreen(desk: BrowserDesk, agent: SignedInAgent, { at = '/inbox/all', withoutLive = false, ...options }: ScreenOptions = {}): Promise<Screen> {
  // A service worker would stand between the page and what a test sees of its requests; the test of the installed app lets it in.
  const context = await desk.browser.newContext({ serviceWorkers: 'block', viewport: wide, locale: 'en-GB', timezoneId: 'Europe/Stockholm', baseURL: desk.url, ...options });
  context.setDefaultTimeout(patience);
  await context.request.post('/api/auth/sign-in/email', { data: { email: agent.email, password: agent.password }, headers: { origin: desk.url }, failOnStatusCode: true });
  const page = await context.newPage();
  const complaints = collectComplaints(page);
  const rest = restOf(page);
  const live = withoutLive ? null : isLive(page);
  await page.goto(at);
  await live;
  async function go(path: string): Promise<void> {
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`);
    const main = page.getByRole('main').locator('visible=true').first();
    await seen(main);
    await rest();
    // What was seen first may have been the page before this one.
    await seen(main);
  }
  return { page, context, complaints, go, rest, close: () => context.close() };
}

const quietFor = 120;

function restOf(page: Page): () => Promise<void> {
  const running = new Set<Request>();
  let last = performance.now();
  page.on('request', (request) => running.add(request));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      running.delete(request);
      last = performance.now();
    });
  return async () => {
    const asked = performance.now();
    while (running.size > 0 || performance.now() - Math.max(last, asked) < quietFor) {
      if (performance.now() - asked > patience) throw new Error(`still loading: ${[...running].map((request) => request.url()).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
}

/** Resolves when a live connection of this page says that it is ready: from then on nothing is missed. Ask before the page opens one. */
export function isLive(page: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no live connection at ${page.url()}`)), patience);
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (!String(payload).includes('"ready"')) return;
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}

export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`.trim()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

export function expectNoComplaints(...screens: Screen[]): void {
  expect(screens.flatMap(({ complaints }) => complaints)).toEqual([]);
}

export async function signInByForm(page: Page, agent: SignedInAgent): Promise<void> {
  await page.getByLabel('E-mail').fill(agent.email);
  await page.getByLabel('Password', { exact: true }).fill(agent.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export const seen = (locator: Locator): Promise<void> => locator.filter({ visible: true }).waitFor({ state: 'visible' });
/** What is on the screen more than once (in the list and in the ticket, on a wide screen and on a phone): one of them is seen. */
export const seenSomewhere = (locator: Locator): Promise<void> => locator.filter({ visible: true }).first().waitFor({ state: 'visible' });
export const gone = (locator: Locator): Promise<void> => locator.waitFor({ state: 'hidden' });

/** The row of a ticket in the list. */
export const row = (page: Page, subject: string): Locator => page.locator('li[aria-posinset]').filter({ hasText: subject });

/** The ticket that is open. */
export const ticket = (page: Page, subject: string): Locator => page.getByRole('article', { name: subject });

/** The messages of the open ticket, as articles named by who wrote them. */
export const messagesFrom = (page: Page, who: string): Locator => page.getByRole('article', { name: `Message from ${who}` });

export const replyField = (page: Page): Locator => page.getByRole('textbox', { name: 'Your reply to the customer' });
export const noteField = (page: Page): Locator => page.getByRole('textbox', { name: 'Your note to colleagues' });
