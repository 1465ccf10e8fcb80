import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = [...readdirSync(root), ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => `docs/${path}`)].filter((path) => path.endsWith('.md'));

/** What a page of ours links to within the repository; code is no link. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)|\]\(([^)]+)\)/g)].map(([, plain, odd]) => plain ?? odd ?? '').filter((link) => !/^(?:[a-z]+:|#)/.test(link));
}

test('every link of the documents leads to a file that is there', () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter(({ page, link }) => !existsSync(join(root, dirname(page), link.replace(/#.*$/, ''))))).toEqual([]);
});

test('every document is reached from the README', () => {
  const reached = new Set<string>();
  for (let open = ['README.md']; open.length > 0; ) {
    const page = open.pop()!;
    if (reached.has(page)) continue;
    reached.add(page);
    for (const link of linksOf(page)) {
      const path = join(dirname(page), link.replace(/#.*$/, ''));
      open = open.concat(pages.filter((each) => each === path || each.startsWith(`${path.replace(/\/$/, '')}/`)));
    }
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});
