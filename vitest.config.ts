import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

const long = '**/*.long.test.ts';
const outside = [...configDefaults.exclude, '**/.cache/**', '**/data/**'];

// What every project shares. Two workers, because the machines we promise to run on have two cores.
// What is polled for gets longer than the second that Vitest gives it: these machines may be busy.
const shared = { pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000, teardownTimeout: 30_000, expect: { poll: { timeout: 20_000 } } } as const;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/global-setup.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // The files of a worker share its modules: bringing them in anew for each took as long as the tests.
          isolate: false,
          include: ['apps/server/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'tests/support/**/*.test.ts'],
          exclude: [...outside, long],
        },
      },
      // What a browser's page keeps lives as long as the page: each file begins a new one.
      { test: { ...shared, name: 'web', pool: 'threads', include: ['apps/web/**/*.test.{ts,tsx}', 'packages/**/*.test.{ts,tsx}'], exclude: [...outside, long] } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...outside, long],
          testTimeout: 90_000,
        },
      },
      { test: { ...shared, name: 'long', include: [long], exclude: outside, testTimeout: 600_000, hookTimeout: 120_000 } },
    ],
  },
});
