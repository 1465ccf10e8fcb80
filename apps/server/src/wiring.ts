import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { createSetsOff } from './features/actions/index.ts';
import { createKnownApprovalRules } from './features/approval-rules/index.ts';
import { createKnownFields } from './features/custom-fields/index.ts';
import { createKnownPlaybooks } from './features/required-steps/index.ts';
import { createNumberLeases } from './features/tickets/index.ts';
import { createAttemptQueue } from './platform/auth/attempt-queue.ts';
import { createIdentify } from './platform/auth/identify.ts';
import { createSealer } from './platform/auth/sealer.ts';
import { createGuessLimits, createSignInLimits } from './platform/auth/sign-in-limits.ts';
import { createSignIn } from './platform/auth/sign-in-library.ts';
import { systemClock, type Clock } from './platform/clock/clock.ts';
import { createDatabase, createPool } from './platform/db/db.ts';
import { createWake } from './platform/events/wake.ts';
import { createLocalFileStore } from './platform/files/file-store.ts';
import { createMailDns } from './platform/mail/dns.ts';
import { createHandOver } from './platform/mail/hand-over.ts';
import { createLog } from './platform/log/log.ts';
import { keepSecret } from './platform/auth/installation-secret.ts';

const hour = 3600_000;

/** Wires the program's parts together over a migrated database; `stop` lets go of them in order. */
export async function createContext(config: Config, databaseUrl: string, { clock = systemClock as Clock } = {}): Promise<{ context: Context; stop(): Promise<void> }> {
  const log = createLog(config.logLevel);
  await mkdir(config.dataDir, { recursive: true });
  const secret = config.secret ?? (await keepSecret(config.dataDir));
  const pool = createPool(databaseUrl);
  const db = createDatabase(pool);
  const wake = createWake(databaseUrl, pool, log);
  const signIn = createSignIn(db, { secret, publicUrl: config.publicUrl });
  const sealer = createSealer(secret);
  const identify = createIdentify(db, signIn, clock, { mayRemember: wake.connected });
  const customFields = createKnownFields(db, { mayRemember: wake.connected });
  const playbooks = createKnownPlaybooks(db, { mayRemember: wake.connected });
  const approvalRules = createKnownApprovalRules(db, { mayRemember: wake.connected });
  const quiet = [wake.on('access', () => identify.forget()), wake.on('fields', () => customFields.forget()), wake.on('playbooks', () => playbooks.forget()), ...(['approval_rules', 'fields'] as const).map((topic) => wake.on(topic, () => approvalRules.forget()))];
  const context: Context = {
    config,
    clock,
    log,
    db,
    wake,
    files: createLocalFileStore(join(config.dataDir, 'files')),
    secret,
    signIn,
    signInLimits: createSignInLimits(db, clock),
    codeLimits: createGuessLimits(db, clock, { name: 'c', perAccount: 10, perAddress: 50, window: hour }),
    resetLimits: createGuessLimits(db, clock, { name: 'r', perAccount: 5, perAddress: 20, window: hour }),
    passkeyLimits: createGuessLimits(db, clock, { name: 'p', perAccount: 10, perAddress: 50, window: hour / 4 }),
    linkLimits: createGuessLimits(db, clock, { name: 'l', perAccount: 20, perAddress: 60, window: hour }),
    inTurn: createAttemptQueue(),
    identify,
    sealer,
    dns: createMailDns(),
    ticketNumbers: createNumberLeases(db),
    customFields,
    playbooks,
    approvalRules,
    setsOff: createSetsOff({ sealer }),
    intake: createHandOver(),
  };
  return {
    context,
    async stop() {
      quiet.forEach((off) => off());
      await wake.stop();
      await context.files.close();
      await db.destroy();
    },
  };
}
