import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../apps/server/src/platform/db/migrate.ts';
import { startThrowAwayPostgres } from './development-database.ts';

type Running = { ownerUrl: string; template: string; stop(): Promise<void> };

/** One PostgreSQL for the whole run, started by the first test that wants it and gone with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | undefined;
  const starter = createServer((_request, response) => {
    running ??= start();
    running.then(
      ({ ownerUrl, template }) => response.end(JSON.stringify({ ownerUrl, template })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  project.provide('databaseStarter', `http://127.0.0.1:${(starter.address() as AddressInfo).port}`);
  return async () => {
    starter.close();
    const server = await running?.catch(() => undefined);
    await server?.stop();
  };
}

async function start(): Promise<Running> {
  const given = process.env['OMBUD_TEST_DATABASE_URL'];
  const server = given ? { ownerUrl: given, stop: () => Promise.resolve() } : await startThrowAwayPostgres();
  const template = `ombud_template_${randomBytes(4).toString('hex')}`;
  try {
    await runOn(server.ownerUrl, `create database ${template}`);
    const url = new URL(server.ownerUrl);
    url.pathname = `/${template}`;
    await migrate(url.href);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerUrl: server.ownerUrl,
    template,
    async stop() {
      if (given) await runOn(given, `drop database if exists ${template} with (force)`);
      await server.stop();
    },
  };
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
