import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../../apps/server/src/platform/db/embedded/index.ts';
import { createDatabase, createPool, type Database } from '../../../apps/server/src/platform/db/db.ts';
import { anAgent, anInbox, aWorkspace, type TestAgent } from '../../support/factories.ts';
import { openSink, type Sink } from '../../support/mail-desk.ts';
import { endPrograms, freePort, launch, type ProgramProcess } from './program-process.ts';

export type SurvivalDesk = {
  folder: string;
  dataDir: string;
  sink: Sink;
  env: Record<string, string>;
  url: string;
  smtpPort: number;
  workspaceId: number;
  brandId: number;
  inbox: string;
  agent: TestAgent;
  /** The one that runs now. */
  program: ProgramProcess;
  /** Starts it again after its end; with the milliseconds until it was ready. */
  restart(): Promise<number>;
  /** A look into the database, over a connection of its own. */
  look<Row>(statement: string, values?: unknown[]): Promise<Row[]>;
  ownerUrl(): Promise<string>;
  close(): Promise<void>;
};

export type SurvivalOptions = {
  env?: Record<string, string>;
  /** A way to the sink that the program sends by, instead of straight to it. */
  way?: (sink: Sink) => Promise<{ url: string; close(): Promise<void> }>;
};

/** A running program with its own PostgreSQL in a folder of its own, a mail server that it sends to, and a desk with one inbox. */
export async function openSurvivalDesk({ env = {}, way: openWay }: SurvivalOptions = {}): Promise<SurvivalDesk> {
  const folder = await openFolder();
  const dataDir = join(folder, 'data');
  const sink = await openSink();
  const way = await openWay?.(sink);
  const [port, smtpPort] = [await freePort(), await freePort()];
  const all = { PORT: String(port), OMBUD_SMTP_PORT: String(smtpPort), OMBUD_DATA_DIR: dataDir, OMBUD_SMTP_URL: (way ?? sink).url, ...env };
  const program = launch({ env: all });
  let running = program;
  const ownerUrl = () => ownerUrlOf(running, dataDir);
  const leave = async (last: ProgramProcess) => {
    await endPrograms([last], dataDir);
    await way?.close();
    await sink.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await program.ready();
    const made = await furnish(await ownerUrl());
    const desk: SurvivalDesk = {
      folder, dataDir, sink, env: all, smtpPort, program, ownerUrl, ...made,
      url: `http://127.0.0.1:${port}`,
      async restart() {
        running = desk.program = launch({ env: all });
        return desk.program.ready();
      },
      async look(statement, values) {
        const client = new pg.Client({ connectionString: await ownerUrl() });
        client.on('error', () => undefined);
        await client.connect();
        try {
          return (await client.query(statement, values)).rows;
        } finally {
          await client.end().catch(() => undefined);
        }
      },
      close: () => leave(desk.program),
    };
    return desk;
  } catch (error) {
    await leave(program);
    throw error;
  }
}

/** The owner of the tables in the program's own PostgreSQL. Only while it runs, or the question itself would start one. */
export async function ownerUrlOf(program: ProgramProcess, dataDir: string): Promise<string> {
  if (program.hasEnded()) throw new Error(`the program has ended:\n${program.complained()}`);
  return (await openEmbeddedPostgres({ dataDir, log: () => undefined })).ownerUrl;
}

/** A folder that the database's own user can pass through. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-survival-'));
  await chmod(folder, 0o755);
  return folder;
}

export type Furnished = { workspaceId: number; brandId: number; inbox: string; agent: TestAgent };

/** A workspace with an inbox and an agent who has an API token. */
export async function furnish(ownerUrl: string): Promise<Furnished> {
  return withRows(ownerUrl, async (db) => {
    const { id: workspaceId, brandId } = await aWorkspace(db);
    const { address: inbox } = await anInbox(db, workspaceId, { brandId, address: `help.${workspaceId}@desk.example` });
    return { workspaceId, brandId, inbox, agent: await anAgent(db, workspaceId, { role: 'admin' }) };
  });
}

async function withRows<Result>(ownerUrl: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = createDatabase(createPool(ownerUrl, { max: 1, role: null }));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
