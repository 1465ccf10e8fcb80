import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Role } from '../../apps/server/src/config.ts';
import type { Context } from '../../apps/server/src/context.ts';
import { startProgram } from '../../apps/server/src/program/start.ts';
import type { TestDatabase } from './database.ts';

export type TestProgram = {
  url: string;
  /** 0 without the mail role. */
  smtpPort: number;
  /** What the person at the terminal was told. */
  said: string[];
  context: Context;
  stop(): Promise<void>;
};

/** The whole program in this process, on free ports of 127.0.0.1, with a data folder of its own. Stop it in `afterAll`. */
export async function startTestProgram(options: { database: Pick<TestDatabase, 'ownerUrl'>; env?: Record<string, string>; roles?: Role[] }): Promise<TestProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ombud-program-'));
  const env = {
    PORT: '0',
    OMBUD_SMTP_PORT: '0',
    OMBUD_DATA_DIR: dataDir,
    OMBUD_SECRET: 'a secret for tests only',
    OMBUD_LOG: 'silent',
    DATABASE_URL: options.database.ownerUrl,
    ...options.env,
  };
  const said: string[] = [];
  const program = await startProgram({ say: (line) => void said.push(line), config: readConfig(env, options.roles ? [`--roles=${options.roles.join(',')}`] : []) });
  return {
    url: program.url,
    smtpPort: program.smtpPort ?? 0,
    context: program.context,
    said,
    async stop() {
      await program.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
