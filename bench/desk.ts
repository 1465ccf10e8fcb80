import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/migrate.ts';
import { generateWorkspace, type Generated } from './generate.ts';
import { fillSearchIndex } from './search-index.ts';

/** What a case measures: a filled, durable database, the program's server in a process of its own, and a raw pool. */
export type BenchDesk = {
  tickets: number;
  generated: Generated;
  port: number;
  smtpPort: number;
  raw: pg.Pool;
  /** As an agent (0: an administrator, all brands; 1: three brands). The body of the answer. */
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, agent?: number): Promise<string>;
  stop(): Promise<void>;
};

const clients = 8;

/**
 * @param index whether the search index is filled and followed; at a million tickets filling it takes half an hour
 * @param keep a folder in which the filled desk stays, to be measured again without being filled again
 */
export async function openBenchDesk(tickets: number, log: (line: string) => void, { profile = false, index = true, keep = '' } = {}): Promise<BenchDesk> {
  const folder = keep ? join(keep, String(tickets)) : await mkdtemp(join(tmpdir(), 'ombud-bench-'));
  await mkdir(folder, { recursive: true });
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined });
  await migrate(database.ownerUrl);
  const filled = join(folder, 'generated.json');
  const generated = existsSync(filled) ? (JSON.parse(await readFile(filled, 'utf8')) as Generated) : await fill(); // written below

  async function fill(): Promise<Generated> {
    const made = await generateWorkspace(database.ownerUrl, { tickets, log });
    if (index) await fillSearchIndex(database.ownerUrl, made.workspaceId, log);
    await writeFile(filled, JSON.stringify(made));
    return made;
  }
  const server = await startServer(database.ownerUrl, join(folder, 'server'), { profile, index });
  const raw = new pg.Pool({ connectionString: database.ownerUrl, max: clients });
  const sockets = new Agent({ keepAlive: true, maxSockets: clients });
  return {
    tickets,
    generated,
    port: server.port,
    smtpPort: server.smtpPort,
    raw,
    ask: (method, path, body, agent = 0) => ask(sockets, server.port, generated.tokens[agent]!, method, path, body), // 200 of them
    async stop() {
      sockets.destroy();
      await raw.end();
      await stopServer(server.child);
      await database.stop();
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(databaseUrl: string, dataDir: string, { profile, index }: { profile: boolean; index: boolean }): Promise<{ child: ChildProcess; port: number; smtpPort: number }> {
  await mkdir(dataDir, { recursive: true });
  const env = { ...process.env, DATABASE_URL: databaseUrl, OMBUD_DATA_DIR: dataDir, OMBUD_SMTP_PORT: '0', OMBUD_OUTBOUND: 'hold', OMBUD_LOG: 'error' };
  // As `npm start` has it.
  const execArgv = ['--max-semi-space-size=16', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${fileURLToPath(new URL('results/', import.meta.url))}`] : [])];
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), index ? ['index'] : [], { env, execArgv });
  return new Promise((resolve, reject) => {
    child.once('message', (ready) => resolve({ child, ...(ready as { port: number; smtpPort: number }) }));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function stopServer(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function ask(agent: Agent, port: number, token: string, method: string, path: string, body?: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { authorization: `Bearer ${token}`, ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) };
    const call = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const content = Buffer.concat(parts).toString('utf8');
        if ((answer.statusCode ?? 500) < 300) resolve(content);
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${content.slice(0, 300)}`));
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}
