import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is, once all that moves has come to rest. The page's context has to bypass its CSP. */
export async function violations(page: Page, where: string): Promise<string[]> {
  await page.evaluate(`typeof axe === 'undefined' && (0, eval)(${JSON.stringify(axe)})`);
  const found = (await page.evaluate(`(async () => {
    await Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity).map((each) => each.finished));
    const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: true });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '').slice(0, 200)));
  })()`)) as string[];
  return found.map((each) => `${where}: ${each}`);
}
