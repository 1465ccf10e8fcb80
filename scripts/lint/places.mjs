import { dirname, posix, sep } from 'node:path';

/** Where a file of the server lives, as the house rules see it. */

const root = '/apps/server/src/';

/** The path below apps/server/src with forward slashes, or null for files elsewhere. */
export function serverPath(filename) {
  const path = filename.split(sep).join('/');
  const at = path.lastIndexOf(root);
  return at === -1 ? null : path.slice(at + root.length);
}

export const isTest = (path) => path.endsWith('.test.ts');
export const isQueries = (path) => path.endsWith('.queries.ts');
export const isPlatform = (path) => path.startsWith('platform/');
export const featureOf = (path) => /^features\/([^/]+)\//.exec(path)?.[1] ?? null;

/** What an import names, as a path below apps/server/src where it is relative, else the package's name. */
export function importedPath(path, source) {
  return source.startsWith('.') ? posix.normalize(posix.join(dirname(path), source)) : source;
}
