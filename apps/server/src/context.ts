import type { Config } from './config.ts';
import type { AttemptQueue } from './platform/auth/attempt-queue.ts';
import type { Identify } from './platform/auth/identify.ts';
import type { GuessLimits, SignInLimits } from './platform/auth/sign-in-limits.ts';
import type { SignIn } from './platform/auth/sign-in-library.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Database } from './platform/db/db.ts';
import type { Wake } from './platform/events/wake.ts';
import type { FileStore } from './platform/files/file-store.ts';
import type { Log } from './platform/log/log.ts';
import type { Sealer } from './platform/auth/sealer.ts';
import type { DnsResolver } from './platform/mail/reading/authenticate.ts';
import type { HandOver } from './platform/mail/hand-over.ts';
import type { IntakeJob } from './features/intake/index.ts';
import type { KnownApprovalRules } from './features/approval-rules/index.ts';
import type { KnownFields } from './features/custom-fields/index.ts';
import type { KnownPlaybooks } from './features/required-steps/index.ts';
import type { NumberLeases, SetsOff } from './features/tickets/index.ts';

/** What features get to work with; made once in `createContext` (wiring.ts), nowhere else. */
export type Context = {
  config: Config;
  clock: Clock;
  log: Log;
  db: Database;
  wake: Wake;
  files: FileStore;
  /** The installation's secret; goes into backups. */
  secret: string;
  signIn: SignIn;
  signInLimits: SignInLimits;
  /** Guesses at second factors, and requests for links by mail. */
  codeLimits: GuessLimits;
  resetLimits: GuessLimits;
  /** Answers by passkeys that did not hold. */
  passkeyLimits: GuessLimits;
  /** Answers on customers' pages, and links that open nothing. */
  linkLimits: GuessLimits;
  /** Few password checks at a time. */
  inTurn: AttemptQueue;
  identify: Identify;
  /** Seals small secrets and signs tokens with the installation's secret. */
  sealer: Sealer;
  /** What the network's name servers say; tests give their own. */
  dns: DnsResolver;
  ticketNumbers: NumberLeases;
  /** The live custom fields of each workspace. */
  customFields: KnownFields;
  /** Which live playbooks of each workspace guard which statuses. */
  playbooks: KnownPlaybooks;
  /** Which rules of each workspace ask for whose word. */
  approvalRules: KnownApprovalRules;
  /** What a change of a ticket sets off beyond it. */
  setsOff: SetsOff;
  /** From the doors for mail to a free reader in this process. */
  intake: HandOver<IntakeJob>;
};
