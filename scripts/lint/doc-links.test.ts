import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a link or a picture names, but for addresses of the net and places within the page. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(([, link, picture]) => (link ?? picture ?? '').split('#')[0]!).filter((link) => link !== '' && !/^[a-z]+:/.test(link));
}

test('a link that has run into the next one is found', () => {
  expect(linksOf('[One](docs/one.mdTwo](docs/two.md) and [Three](docs/three.md#part) and [four](https://four.example)')).toEqual(['docs/one.mdTwo](docs/two.md', 'docs/three.md']);
});

test('every link of the readme and the docs leads to a file', async () => {
  const docs = (await readdir(join(root, 'docs'), { recursive: true })).filter((name) => name.endsWith('.md')).map((name) => join('docs', name));
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...docs];
  expect(pages.length).toBeGreaterThan(30);
  const missing = pages.flatMap((page) => linksOf(readFileSync(join(root, page), 'utf8')).filter((link) => !existsSync(join(root, dirname(page), link))).map((link) => `${page}: ${link}`));
  expect(missing).toEqual([]);
});
