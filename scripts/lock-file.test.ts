import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { complete, findMissing } from './lock-file.mjs';

test('package-lock.json installs on every system (if not: node scripts/lock-file.mjs)', () => {
  const lock: unknown = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  expect(findMissing(lock)).toEqual([]);
});

test('a build that a registry lacked is put back with its version and its system', () => {
  const lock = {
    packages: {
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { 'tool-linux-x64-musl': '2.0.0', 'tool-darwin-arm64': '2.0.0' },
      },
    },
  };
  expect(findMissing(lock)).toHaveLength(2);
  expect(complete(lock).packages).toMatchObject({
    'node_modules/tool-linux-x64-musl': {
      version: '2.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      optional: true,
      dev: true,
    },
    'node_modules/tool-darwin-arm64': { version: '2.0.0', os: ['darwin'], cpu: ['arm64'], optional: true },
  });
  expect(findMissing(lock)).toEqual([]);
});
