import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address inside the run's main process; the first request starts PostgreSQL. */
    databaseStarter: string;
  }
}

export type TestDatabase = {
  /** Owner of a fresh, migrated, empty database. */
  ownerUrl: string;
  drop(): Promise<void>;
};

type Started = { ownerUrl: string; template: string };

let started: Promise<Started> | undefined;

/**
 * A migrated database of its own, cloned from the run's template in some 50 ms (its files are copied; through the log it takes five times that): take one per test file in `beforeAll`
 * and drop it in `afterAll`. PostgreSQL itself starts with the first call of the whole run.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  started ??= askForServer();
  return createDatabase((await started).template);
}

/** A database without any table of ours, for tests of the migrations themselves. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  started ??= askForServer();
  const { ownerUrl } = await started;
  const name = `ombud_test_${randomBytes(6).toString('hex')}`;
  await runOn(ownerUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return { ownerUrl: url.href, drop: () => runOn(ownerUrl, `drop database if exists ${name} with (force)`) };
}

async function askForServer(): Promise<Started> {
  const response = await fetch(inject('databaseStarter'));
  const text = await response.text();
  if (!response.ok) throw new Error(`The test database did not start: ${text}`);
  return JSON.parse(text) as Started; // written by global-setup.ts
}

async function runOn(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
