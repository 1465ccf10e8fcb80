import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../../apps/web/dist/', import.meta.url);
type Chunk = { file: string; src?: string; imports?: string[]; css?: string[] };

export type RouteSize = { route: string; script: number; own: number; style: number };

/**
 * Bytes, compressed, that have to be there before a route's screen can be drawn by a browser that holds nothing: the entry,
 * the first texts in English, the frame of the settings, the screen. `own` is what a visitor of the inbox has not fetched yet.
 */
export function routeSizes(): RouteSize[] {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>; // as Vite writes it
  const size = new Map<string, number>();
  const bytes = (file: string) => {
    if (!size.has(file)) size.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
    return size.get(file) ?? 0;
  };
  const named = (ending: string) => Object.keys(manifest).find((name) => name.endsWith(ending)) ?? '';
  const closure = (names: string[]) => {
    const found = { scripts: new Set<string>(), styles: new Set<string>() };
    const visit = (name: string) => {
      const chunk = manifest[name];
      if (!chunk || found.scripts.has(chunk.file)) return;
      found.scripts.add(chunk.file);
      for (const style of chunk.css ?? []) found.styles.add(style);
      chunk.imports?.forEach(visit);
    };
    names.forEach(visit);
    return found;
  };
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + bytes(file), 0);
  const base = ['index.html', named('catalogs/en.first.ts')];
  const inbox = closure([...base, named('inbox-screen.tsx')]);
  const screens = Object.keys(manifest).filter((name) => /(?:-page|inbox-screen)\.tsx$/.test(name));
  return screens
    .map((name): RouteSize => {
      const frame = name.includes('features/settings/') ? [named('settings-layout.tsx')] : [];
      const needed = closure([...base, ...frame, name]);
      const route = name.replace(/^.*features\//, '').replace(/(?:-page)?\.tsx$/, '');
      return { route, script: sum(needed.scripts), own: sum([...needed.scripts].filter((file) => !inbox.scripts.has(file))), style: sum(needed.styles) };
    })
    .toSorted((one, other) => other.script - one.script);
}
