import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { BrowserDesk } from './support/desk.ts';
import { clientRoutesOf, routesOf, type FilledDesk } from './support/filled-desk.ts';

/*
 * Accessibility, 200 % and the longest language are looked at on the addresses of one list (support/filled-desk.ts). A route that
 * is not in it would be looked at by nobody.
 */

const folder = new URL('../../apps/web/src/routes/', import.meta.url);
const sources = readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => readFileSync(new URL(file, folder), 'utf8'));
const begun = /(?:const (\w+) = )?createRoute\(\{\s*getParentRoute: (?:\(\) => )?(\w+),\s*(path|id): '([^']+)'/g;
const routes = sources.flatMap((text) => {
  const shared = /const parent = \(\) => (\w+)/.exec(text)?.[1];
  return [...text.matchAll(begun)].map(([, name, parent, what, path]) => ({ name, parent: parent === 'parent' ? shared : parent, path: what === 'path' ? path : undefined }));
});
/** `/settings/brands/$id` */
const wholePath = ({ parent, path = '' }: (typeof routes)[number]): string => {
  const above = routes.find(({ name }) => name !== undefined && name === parent);
  return `${above ? wholePath(above) : ''}${path}`;
};
const paths = routes.filter(({ path }) => path !== undefined).map(wholePath);

const asPattern = (path: string) => new RegExp(`^${path.split('/').map((part) => (part === '$' ? '.*' : part.startsWith('$') ? '[^/]+' : part)).join('/')}$`);
const ids: FilledDesk = { agent: 1, calendar: 1, webhook: 1, view: 1, ticket: 1, customer: 1, organization: 1, feedback: 1, drafted: 1, checked: 1, imported: 1 };
const desk = { brand: { id: 1 }, inbox: { id: 1 } } as BrowserDesk; // what the addresses name
const walked = [...routesOf(desk, ids), ...clientRoutesOf(ids)].map(([, path]) => path.replace(/[?#].*$/, ''));
/** They lead on to another one before anything is shown; the sign-in is looked at by itself (support/accessibility.ts). */
const elsewhere = ['/', '/inbox', '/settings', '/sign-in'];

test('every route of the app is walked', () => {
  expect(routes.length, 'routes that are written in another way than these sources are read').toBe(sources.join('\n').split('createRoute({').length - 1);
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => !elsewhere.includes(path) && !walked.some((address) => asPattern(path).test(address)))).toEqual([]);
});

test('every address that is walked is one of the app’s', () => {
  const patterns = paths.map(asPattern);
  expect(walked.filter((address) => !patterns.some((pattern) => pattern.test(address)))).toEqual(['/nowhere']);
});
