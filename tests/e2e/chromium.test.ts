import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

const page = `<!doctype html><title>Door</title><button onclick="this.textContent = 'open'">closed</button>`;
const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));
let browser: Browser;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('the browser that we test with loads a page, clicks and takes a picture', async () => {
  const tab = await browser.newPage({ viewport: { width: 320, height: 200 } });
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await tab.title()).toBe('Door');
  await tab.getByRole('button', { name: 'closed' }).click();
  await tab.getByRole('button', { name: 'open' }).waitFor();
  const picture = await tab.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(500);
});
