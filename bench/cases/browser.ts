import type { Page } from 'playwright-core';
import { isStopWordSomewhere } from '../../apps/server/src/features/search/analysis/stop-words.ts';
import { launchChromium } from '../../tests/support/chromium.ts';
import type { BenchDesk } from '../desk.ts';
import { ms, percentile, type Result } from '../measure.ts';
import { makeTexts } from '../texts.ts';

const budgetMs = 400;
const password = 'correct horse battery';

/**
 * From the last letter of a search to the first hit on the screen, the pause included that the field waits for more
 * letters. Another question each time, so that nothing is answered from memory.
 */
export async function searchInBrowser(desk: BenchDesk): Promise<Result[]> {
  const email = `browser-${process.pid}@bench.example`;
  await desk.ask('POST', '/api/v1/agents', { name: 'Browser', email, role: 'admin', password });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`http://localhost:${desk.port}/search`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('combobox').waitFor();
    const questions = makeQuestions(110);
    await measure(page, questions.splice(0, 10));
    const usual = await measure(page, questions.splice(0, 60));
    const slowed = await page.context().newCDPSession(page);
    await slowed.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const slow = await measure(page, questions);
    return [result(desk, 'search in the browser, first hits', usual, true), result(desk, 'the same, processor slowed 4 ×', slow, false)];
  } finally {
    await browser.close();
  }
}

function result(desk: BenchDesk, what: string, samples: number[], isBudget: boolean): Result {
  const [p50, p75, p99] = [percentile(samples, 0.5), percentile(samples, 0.75), percentile(samples, 0.99)];
  return { what, tickets: desk.tickets, product: `p50 ${ms(p50)}, p75 ${ms(p75)}, p99 ${ms(p99)}`, raw: '', ratio: '', budget: isBudget ? `p75 ≤ ${budgetMs} ms` : '', holds: isBudget ? p75 <= budgetMs : null, figures: { p50, p75, p99 } };
}

/** One and two words of what people write, in all languages, each once. */
export function makeQuestions(count: number): string[] {
  const words = [...new Set(makeTexts(1, 40).flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? []).filter((word) => !isStopWordSomewhere(word.toLowerCase())))];
  return Array.from({ length: count }, (_, turn) => (turn % 2 === 0 ? words[(turn * 7) % words.length]! : `${words[(turn * 7) % words.length]!} ${words[(turn * 7 + 1) % words.length]!}`)); // within the list
}

async function measure(page: Page, questions: string[]): Promise<number[]> {
  const samples: number[] = [];
  for (const question of questions) {
    await page.getByRole('combobox').fill('');
    await page.locator('main a[data-hit]').first().waitFor({ state: 'detached' });
    samples.push(await page.evaluate<number>(timeOf(question)));
  }
  return samples;
}

/** Inside of the page: types the question at once and waits for the first hit. The words are those of the tickets, so each has one. */
const timeOf = (question: string) => `new Promise((resolve, reject) => {
  const field = document.querySelector('main [role=combobox]');
  const began = performance.now();
  const watch = new MutationObserver(() => {
    if (!document.querySelector('main a[data-hit]')) return;
    watch.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - began));
  });
  watch.observe(document.querySelector('main'), { childList: true, subtree: true });
  setTimeout(() => reject(new Error('no answer in 20 s to ' + field.value)), 20_000);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(question)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
})`;
