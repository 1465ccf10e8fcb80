import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { createApp } from '../../apps/server/src/app.ts';
import { readConfig } from '../../apps/server/src/config.ts';
import type { Context } from '../../apps/server/src/context.ts';
import type { Clock } from '../../apps/server/src/platform/clock/clock.ts';
import type { HttpServer } from '../../apps/server/src/platform/http/server.ts';
import { createContext } from '../../apps/server/src/wiring.ts';
import { createTestDatabase } from './database.ts';

type Asker = { headers: Record<string, string> };
export type Answer = { status: number; body: any }; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came

export type TestDesk = {
  context: Context;
  app: HttpServer;
  ownerUrl: string;
  /** A request as somebody, through the whole server without a socket. */
  ask(asker: Asker | null, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
};

/** The program's HTTP server over a database of its own; take one per test file. `clock`: one that stands still, where the time matters. */
export async function openTestDesk(environment: Record<string, string> = {}, { clock }: { clock?: Clock } = {}): Promise<TestDesk> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'ombud-desk-'));
  const config = readConfig({ OMBUD_DATA_DIR: folder, OMBUD_SECRET: 'a secret for tests only', OMBUD_LOG: 'error', ...environment });
  const { context, stop } = await createContext(config, database.ownerUrl, clock && { clock });
  const app = await createApp(context);
  await app.ready();
  return {
    context,
    app,
    ownerUrl: database.ownerUrl,
    async ask(asker, method, url, body) {
      const options: InjectOptions = { method, url, headers: asker?.headers ?? {} };
      if (body !== undefined) options.payload = body as NonNullable<InjectOptions['payload']>;
      const response = await app.inject(options);
      const isJson = /\bjson\b/.test(String(response.headers['content-type'] ?? ''));
      return { status: response.statusCode, body: response.body === '' ? null : isJson ? (JSON.parse(response.body) as unknown) : response.body };
    },
    async stop() {
      await app.close();
      await stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
