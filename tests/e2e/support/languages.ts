import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTranslator } from '../../../packages/i18n/src/server.ts';
import type { Language } from '../../../packages/i18n/src/languages.ts';
import { type BrowserDesk, openBrowserDesk } from './desk.ts';
import { expectNoComplaints, openScreen, phone, seen, wide } from './screen.ts';

/** Every screen in these languages, in three sizes. */
export function testLanguages(spoken: readonly Language[]): void {
  let desk: BrowserDesk;
  beforeAll(async () => {
    desk = await openBrowserDesk();
    await desk.send({ from: 'Żaneta Brzęczyszczykiewicz-Wójcikowska <zaneta@verified.example>', subject: 'Faktura för den mycket långa beställningen nummer 4711 som aldrig kom fram', text: 'Dzień dobry!', messageId: '<long@verified.example>' });
    await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  });
  afterAll(() => desk?.stop());

  const paths = ['/inbox/all', '/inbox/all/1', '/home', '/tasks', '/satisfaction', '/reports', '/reports?section=staffing', '/reports?section=mail', '/notifications', '/customers', '/outbox', '/settings/macros', '/settings/notifications', '/settings/profile', '/settings/appearance', '/settings/keyboard', '/settings/brands', '/settings/inboxes', '/settings/inboxes/1', '/settings/mail-sign-in', '/forgot-password', '/new-password#none', '/second-factor', '/settings/security', '/settings/workspace', '/settings/hours', '/settings/sla', '/settings/satisfaction', '/settings/agents', '/settings/fields', '/settings/backups'];
  /** A window of 1440 × 900 at 200 %: half the pixels, each twice as large (WCAG 2.2, 1.4.4 and 1.4.10). */
  const zoomed = { viewport: { width: wide.width / 2, height: wide.height / 2 }, deviceScaleFactor: 2 };
  const sizes = [{ viewport: wide }, phone, zoomed];

  /** Texts that look like the key of a message: an area of the catalogue, a point, a word. */
  const keysOnThePage = `(() => {
    const key = /^(?:tickets|composer|customers|settings|fields|outbox|shell|common|errors|keys|signin|people|around|home|views|macros|work|sending|bulk|notifications|search|backups|passkeys|imports|setup)\\.[a-z][\\w.-]*$/i;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (key.test(node.data.trim())) found.push(node.data.trim());
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) if (key.test(element.getAttribute(name) ?? '')) found.push(element.getAttribute(name));
    return found;
  })()`;

  /** Anything that makes the page wider than the window, and buttons whose words do not fit into them. */
  const tooWide = `(() => {
    const found = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push('the page: ' + page.scrollWidth + ' px in ' + page.clientWidth);
    for (const button of document.querySelectorAll('button, [role="tab"], a[class*="rounded"]')) {
      const box = button.getBoundingClientRect();
      const style = getComputedStyle(button);
      if (box.width === 0 || style.clipPath !== 'none' || style.visibility === 'hidden' || button.closest('[inert]') || button.querySelector('.truncate') || button.classList.contains('truncate')) continue;
      if (button.scrollWidth > button.clientWidth + 1 && style.overflowX !== 'visible') found.push('clipped: ' + button.textContent);
      if (box.right > innerWidth + 1 && !scrolls(button)) found.push('outside: ' + button.textContent);
    }
    function scrolls(element) {
      for (let up = element.parentElement; up; up = up.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) return true;
      return false;
    }
    for (const name of document.querySelectorAll('nav a[href^="/settings"] .truncate, nav > a > .truncate')) if (name.scrollWidth > name.clientWidth) found.push('cut off: ' + name.textContent);
    return found;
  })()`;

  describe.each(spoken)('in %s', (language) => {
    test('every screen speaks it, and nothing is cut off, on a wide screen, at 200 % and on a phone', async () => {
      const agent = await desk.agent({ name: 'Åsa Öberg', role: 'owner', language });
      const { t } = createTranslator(language);
      const wrong: string[] = [];
      for (const size of sizes) {
        const screen = await openScreen(desk, agent, { at: paths[0], ...size });
        const { page } = screen;
        for (const path of paths) {
          await screen.go(path);
          expect(await page.evaluate('document.documentElement.lang')).toBe(language);
          const found = [...((await page.evaluate(keysOnThePage)) as string[]), ...((await page.evaluate(tooWide)) as string[])];
          wrong.push(...found.map((each) => `${path} at ${size.viewport.width}: ${each}`));
        }
        await seen(page.getByRole('navigation', { name: t('shell.mainNavigation') }));
        expectNoComplaints(screen);
        await screen.close();
      }
      expect(wrong).toEqual([]);
    });
  });
}
