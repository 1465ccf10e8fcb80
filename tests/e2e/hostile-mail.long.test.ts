import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SendMailOptions } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { filePayloads, htmlPayloads, namePayloads } from './support/hostile-payloads.ts';
import { gone, openScreen, type Screen, seen } from './support/screen.ts';

let desk: BrowserDesk;
let screen: Screen;
/** Another machine: what the mails would like to reach. */
let canary: Server;
let origin: string;
const reached: string[] = [];
/** A reader may follow an honest link: it opens a tab of its own and does not say where it was found. */
const plainLinks = ['/clobber', '/overlay'];
const dialogs: string[] = [];

beforeAll(async () => {
  canary = createServer((request, response) => {
    const followed = request.method === 'GET' && plainLinks.includes(request.url ?? '') && request.headers['sec-fetch-dest'] === 'document' && request.headers.referer === undefined;
    if (!followed) reached.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end('window.top.__pwned = 1');
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  desk = await openBrowserDesk();
  screen = await openScreen(desk, await desk.agent({ name: 'Astrid Lind' }));
  screen.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(async () => {
  await screen?.close();
  await desk?.stop();
  canary?.close();
});
beforeEach(async () => {
  reached.length = dialogs.length = 0;
  // What one mail did is not held against the next.
  await screen.page.evaluate('delete window.__pwned');
});
afterEach(expectNothingRan);

async function expectNothingRan(): Promise<void> {
  for (const page of screen.context.pages()) {
    for (const frame of page.frames()) expect(await frame.evaluate('window.__pwned'), `${frame.url()} ran it`).toBeUndefined();
  }
  expect(reached, 'requests that left').toEqual([]);
  expect(dialogs).toEqual([]);
  expect(screen.page.url().startsWith(`${desk.url}/inbox/`), screen.page.url()).toBe(true);
  expect(await screen.page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
}

let count = 0;
type Mail = Pick<SendMailOptions, 'html' | 'text' | 'attachments'> & { subject?: string; fromName?: string };

/** Sends them from a stranger, each after the first as an answer to it, and opens the ticket that comes of them. */
async function openMails(mails: readonly Mail[]): Promise<void> {
  count += 1;
  const id = (at: number) => `<m${count}-${at}@strangers.example>`;
  const send = ({ subject = 'Hello', fromName = 'Mallory', ...rest }: Mail, at: number) =>
    desk.send({ from: { name: fromName, address: `m${count}@strangers.example` }, subject, messageId: id(at), text: 'The text part.', ...(at > 0 ? { inReplyTo: id(0) } : {}), ...rest });
  const numbers = (amount: number) =>
    desk.until('mails are read', async () => {
      const rows = await desk.db
        .selectFrom('messages as m')
        .innerJoin('tickets as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.ticket_id'))
        .select('t.number')
        .where('m.workspace_id', '=', desk.workspaceId)
        .where('m.message_id', 'in', mails.map((_mail, at) => id(at)))
        .execute();
      return rows.length === amount && rows.map(({ number }) => number);
    });
  for (const [at, mail] of mails.slice(0, 1).entries()) await send(mail, at);
  const [number] = await numbers(1);
  await Promise.all(mails.map((mail, at) => at > 0 && send(mail, at)));
  expect(new Set(await numbers(mails.length))).toEqual(new Set([number]));
  await screen.go(`/inbox/all/${number}`);
  await expect.poll(() => messages().count()).toBe(mails.length);
}

const messages = () => screen.page.getByRole('log').getByRole('article');

/** Shows a message in the other of its two ways, whichever the screen chose by itself. */
async function show(at: number, choice: 'Show as text' | 'Show with its layout'): Promise<boolean> {
  const { page } = screen;
  const menu = messages().nth(at).getByRole('button', { name: 'More about this message' });
  await menu.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: choice });
  await seen(page.getByRole('menuitem', { name: 'Download the original mail' }));
  const there = (await item.count()) > 0;
  if (there) await item.click();
  else await page.keyboard.press('Escape');
  await gone(page.getByRole('menu'));
  return there;
}

/** What the browser's elements can do, as far as it is needed here; the server's types know no DOM. */
type InPage = { querySelectorAll(selector: string): Iterable<InPage>; dispatchEvent(event: Event): boolean; click(): void; href: string };

/** What a careless reader does: points at it, clicks every link and button. Tabs that open are looked into and closed. */
async function touchEverything(at: number): Promise<void> {
  const inside = messages().nth(at).frameLocator('iframe').locator('body');
  await inside.waitFor();
  const touched = await inside.evaluate((body: InPage) => {
    for (const each of [body, ...body.querySelectorAll('*')]) for (const type of ['pointerover', 'mouseover', 'focus', 'load', 'error']) each.dispatchEvent(new Event(type, { bubbles: true }));
    const buttons = [...body.querySelectorAll('a, button, input, summary, area')];
    for (const each of buttons) each.click();
    return buttons.length;
  });
  // Time for what would run or load to do so.
  if (touched > 0) await screen.page.waitForTimeout(50);
  for (const other of screen.context.pages().filter((each) => each !== screen.page)) {
    expect(await other.evaluate('window.__pwned').catch(() => undefined)).toBeUndefined();
    await other.close();
  }
}

describe('HTML of a mail', () => {
  const batch = 8;
  const batches = Array.from({ length: Math.ceil(htmlPayloads.length / batch) }, (_, at) => htmlPayloads.slice(at * batch, (at + 1) * batch));
  test('there are enough of them', () => expect(htmlPayloads.length).toBeGreaterThanOrEqual(40));

  test.each(batches.map((each) => [each.map(([name]) => name).join(', '), each] as const))('runs nothing and fetches nothing: %s', async (_names, payloads) => {
    const place = (payload: string) => payload.replaceAll('ORIGINHOST', new URL(origin).host).replaceAll('ORIGIN', origin);
    await openMails(payloads.map(([name, payload]) => ({ subject: name, html: `<p>Before</p>${place(payload)}<p>After</p>`, text: `${name}: ${payload.slice(0, 2_000)}` })));
    await expectNothingRan();
    for (const [at, [name]] of payloads.entries()) {
      try {
        await show(at, 'Show as text');
        await expectNothingRan();
        if (await show(at, 'Show with its layout')) await touchEverything(at);
        await expectNothingRan();
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      }
    }
  });

  test('pictures of other machines load only when the reader asks', async () => {
    await openMails([{ subject: 'Pictures', html: `<h1>Sale</h1><p><img src="${origin}/sale.png" width="300" height="80" alt="Sale"><img src="${origin}/pixel.gif" width="1" height="1"></p>` }]);
    const { page } = screen;
    await seen(page.getByText('1 remote image is not loaded'));
    await expectNothingRan();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Show them' }).click();
    // Only over https, so that nobody on the way sees what is read; the one-pixel tracker never.
    await expect.poll(() => asked.filter((url) => url.endsWith('/sale.png'))).toEqual([`${origin.replace('http:', 'https:')}/sale.png`]);
    expect(asked.filter((url) => url.includes('pixel.gif'))).toEqual([]);
  });
});

test.each(namePayloads)('a subject and a name are only words: %s', async (payload) => {
  await openMails([{ subject: payload, fromName: payload, text: payload }]);
  expect(await screen.page.getByRole('heading', { level: 1 }).filter({ hasText: payload }).count()).toBe(1);
  await screen.page.getByRole('button', { name: /^to / }).first().click();
});

test('a calendar invitation, a type name and a content id are only words', async () => {
  const [payload = ''] = namePayloads;
  await openMails([{
    subject: 'Invitation',
    attachments: [
      { raw: `Content-Type: text/calendar; method=REQUEST; charset=utf-8; name="${payload}"\r\nContent-Disposition: inline; filename="${payload}.ics"\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270101T100000Z\r\nSUMMARY:${payload}\r\nLOCATION:${payload}\r\nDESCRIPTION:${payload}\r\nURL:javascript:window.__pwned=1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n` },
      { raw: `Content-Type: image/${payload}; name="x"\r\nContent-ID: <${payload}>\r\nContent-Disposition: inline; filename*=utf-8''${encodeURIComponent(payload)}\r\n\r\nx` },
    ],
  }]);
});

test('attachments are saved, never shown by our own origin', async () => {
  const { page, context } = screen;
  await openMails([{ subject: 'Files', attachments: [...filePayloads] }]);
  const files = page.getByRole('log').getByRole('listitem').getByRole('link');
  await expect.poll(() => files.count()).toBe(filePayloads.length);
  const links = await files.evaluateAll((all: InPage[]) => all.map((each) => each.href));
  for (const [at, link] of links.entries()) {
    expect(new URL(link).pathname).toMatch(/^\/files\/\d+\/[^/]*$/);
    const response = await context.request.get(link);
    const headers = response.headers();
    expect(response.status(), link).toBe(200);
    expect(headers['content-disposition'], link).toMatch(/^attachment;/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'$/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-type'], link).not.toMatch(/html|svg|xml|javascript|css/);
    expect(headers['x-header']).toBeUndefined();

    // Followed by hand in a tab of its own, it is a download and the tab stays empty.
    const tab = await context.newPage();
    const download = tab.waitForEvent('download');
    await tab.goto(link).catch(() => undefined);
    expect((await download).suggestedFilename(), filePayloads[at]?.filename).not.toMatch(/[/\\]/);
    expect(tab.url()).toBe('about:blank');
    await tab.close();
  }
});
