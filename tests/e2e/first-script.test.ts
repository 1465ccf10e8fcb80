import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { openScreen, row, seen } from './support/screen.ts';

/** Bytes, compressed: of the entry with all that the list of the inbox needs. The build holds the same. */
const budget = 200_000;
const dist = new URL('../../apps/web/dist/', import.meta.url);
type Chunk = { file: string; imports?: string[] };
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>; // as Vite writes it

/** A chunk and all that it imports statically: what has to be there before any of it runs. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const each of chunk.imports ?? []) withImports(each, found);
  return found;
}

const named = (ending: string): string => Object.keys(manifest).find((name) => name.endsWith(ending)) ?? '';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
});
afterAll(() => desk?.stop());

test('the first script with all that the inbox needs is at most 200 kB compressed', async () => {
  const screen = await openScreen(desk, await desk.agent(), { at: '/healthz', withoutLive: true });
  const { page } = screen;
  await desk.send({ from: 'maja@verified.example', subject: 'The first row', text: 'Hello', messageId: '<row@verified.example>' });
  await desk.until('a ticket', () => desk.db.selectFrom('tickets').select('id').where('workspace_id', '=', desk.workspaceId).executeTakeFirst());
  const loaded = new Set<string>();
  page.on('request', (request) => loaded.add(new URL(request.url()).pathname.slice(1)));
  await page.goto('/inbox/all');
  await seen(row(page, 'The first row'));
  const before = new Set(loaded);
  await screen.close();

  const first = withImports('index.html');
  const needed = new Set(['index.html', named('inbox-screen.tsx'), named('catalogs/en.ts')].flatMap((name) => [...withImports(name)]));
  // The list above is no guess: the browser fetched each of them before it showed the row.
  expect([...needed].filter((file) => !before.has(file))).toEqual([]);
  const sizes = [...needed, 'appearance.js'].map((file) => ({ file, bytes: gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length }));
  const sum = (of: typeof sizes) => of.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`First script: ${(sum(sizes.filter(({ file }) => first.has(file))) / 1000).toFixed(1)} kB compressed; with the inbox's list: ${(sum(sizes) / 1000).toFixed(1)} kB.`);
  const table = sizes.toSorted((one, other) => other.bytes - one.bytes).map(({ file, bytes }) => `${String(bytes).padStart(7)} ${file}`);
  expect(sum(sizes), table.join('\n')).toBeLessThanOrEqual(budget);
});
