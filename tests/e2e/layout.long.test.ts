import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalog as en } from '../../packages/i18n/src/catalogs/en.ts';
import { catalog as pl } from '../../packages/i18n/src/catalogs/pl.ts';
import type { Language } from '../../packages/i18n/src/languages.ts';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { clientRoutesOf, fillDesk, remind, routesOf, whileOffered, type FilledDesk } from './support/filled-desk.ts';
import { geometryOf } from './support/geometry.ts';
import { openScreen, phone, seen, type Screen, wide } from './support/screen.ts';

/*
 * The screens compared: each address in English at 100 %, and then at 200 % and in Polish, which is the longest of our
 * languages. Pictures would differ in every pixel and say nothing; so the boxes of all words and controls are compared
 * (support/geometry.ts). Bigger or longer, nothing may lie over anything that it did not lie over before, no word of the
 * program may be cut off, nothing may leave its button or the window, and every control can still be pressed.
 * What customers and colleagues have written may end in an ellipsis; what we have written may not.
 */

let desk: BrowserDesk;
let ids: FilledDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
  ids = await fillDesk(desk, await desk.agent({ name: 'Astrid Lind', role: 'owner' }));
  // Long names, as people have them.
  await desk.send({ from: 'Żaneta Brzęczyszczykiewicz-Wójcikowska <zaneta@verified.example>', subject: 'Faktura för den mycket långa beställningen nummer 4711 som aldrig kom fram', text: 'Dzień dobry!', messageId: '<long@verified.example>' });
  await desk.until('the second ticket', () => desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).where('subject', 'like', 'Faktura%').executeTakeFirst());
});
afterAll(() => desk?.stop());

/** The program's own words: what stands in the catalogue without anything put in. */
const wordsOf = (catalog: object): Set<string> => new Set(Object.values(catalog).flatMap((area: object) => Object.values(area) as string[]).filter((text) => !text.includes('{')));
const words: Partial<Record<Language, Set<string>>> = { en: wordsOf(en), pl: wordsOf(pl) };

/** A window of 1440 × 900 at 200 %: half the pixels, each twice as large (WCAG 2.2, 1.4.4 and 1.4.10). */
const zoomed = { viewport: { width: wide.width / 2, height: wide.height / 2 }, deviceScaleFactor: 2 };
const looks: [string, Language, object][] = [
  ['English at 200 %', 'en', zoomed],
  ['Polish', 'pl', { viewport: wide }],
  ['Polish at 200 %', 'pl', zoomed],
  ['Polish on a phone', 'pl', phone],
];

async function lookAt(language: Language, size: object): Promise<Map<string, Awaited<ReturnType<typeof geometryOf>>>> {
  const agent = await desk.agent({ name: 'Åsa Öberg', role: 'owner', language });
  await remind(desk, agent.id, ids);
  const screen = await openScreen(desk, agent, { reducedMotion: 'reduce', ...size });
  const found = new Map<string, Awaited<ReturnType<typeof geometryOf>>>();
  const walk = async ({ go, page }: Screen, routes: [string, string][]) => {
    for (const [name, path] of routes) {
      await go(path);
      await page.evaluate('document.fonts.ready');
      found.set(name, await geometryOf(page));
    }
  };
  await walk(screen, routesOf(desk, ids));
  await screen.go('/notifications');
  await whileOffered(desk, agent.id, ids, async () => {
    await seen(screen.page.getByRole('region', { name: (language === 'pl' ? pl : en).routing['offer.title'] }));
    found.set('an offer', await geometryOf(screen.page));
  });
  await screen.close();
  const reader = await openScreen(desk, await desk.agent({ name: 'Kärstin Ångström-Żółkiewska', role: 'client', brands: [desk.brand.id], language }), { at: '/cases/', withoutLive: true, reducedMotion: 'reduce', ...size });
  await walk(reader, clientRoutesOf(ids));
  await reader.close();
  return found;
}

test('bigger or in longer words, nothing covers, cuts off, pushes out or buries anything', async () => {
  const before = await lookAt('en', { viewport: wide });
  const wrong: string[] = [];
  const complain = (look: string, language: Language, found: typeof before) => {
    for (const [name, { overlaps, cut, outside, unreachable }] of found) {
      const known = new Set(before.get(name)?.overlaps.map(({ key }) => key));
      wrong.push(
        ...overlaps.filter(({ key }) => !known.has(key)).map(({ words: said }) => `${look}, ${name}: one over the other: ${said}`),
        ...cut.filter(({ words: said, how }) => how !== 'ellipsis' || words[language]?.has(said)).map(({ words: said, how }) => `${look}, ${name}: cut off (${how}): ${said.slice(0, 80)}`),
        ...outside.map((said) => `${look}, ${name}: ${said}`),
        ...unreachable.map((said) => `${look}, ${name}: cannot be pressed: ${said}`),
      );
    }
  };
  complain('English', 'en', before);
  for (const [look, language, size] of looks) complain(look, language, await lookAt(language, size));
  expect([...new Set(wrong)]).toEqual([]);
  expect(before.size).toBeGreaterThan(40);
});
