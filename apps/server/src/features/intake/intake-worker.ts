import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { isDatabaseError } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { createMailDns } from '../../platform/mail/dns.ts';
import { startLeaseWorker, type LeaseWorker } from '../../platform/mail/lease-worker.ts';
import type { DnsResolver } from '../../platform/mail/reading/authenticate.ts';
import { isOurTrouble } from '../../platform/mail/our-trouble.ts';
import { createTurns } from '../../platform/mail/turns.ts';
import { agentMarkOf, answerByMail } from './agent-answer.ts';
import { findThread } from './find-thread.ts';
import { blockPatterns, inboxCandidates } from './intake-addresses.ts';
import { claimIntake, findByDedupeKey, finishIntake, hasOlderUnread, listWorkspaceIds, postponeIntake, renewIntake, type IntakeJob } from './intake.queries.ts';
import type { IntakeInbox, PreparedMail } from './intake.types.ts';
import { prepareMail, unreadableMail } from './prepare-mail.ts';
import { addressees, LeaseLost, receiveMail, ThreadMoved } from './receive.commands.ts';
import { readArriving, type Arriving } from './receive.queries.ts';
import { createByteGate } from './byte-gate.ts';

export const leaseSeconds = 45;
/** After so many attempts a mail is not read any more: it becomes a ticket with its raw file. */
const attemptsToRead = 5;
/** After so many the row waits for an administrator. */
const attemptsAtAll = 10;
/** Milliseconds in which an answer waits for the mail that it answers and that is still being read; a busy machine takes seconds for a large one. */
const patienceForOlder = 15_000;
/** Bytes of raw mail in memory at once. */
const bytesAtOnce = 48 * 1024 * 1024;

/** How long an answer of DNS holds: less than any record's time to live that a mail domain is run with. */
const keptAnswersMs = 60_000;

export type IntakeOptions = { dns?: DnsResolver; concurrency?: number };

/** Turns received mails into tickets and messages, several at once; every mail ends as done, duplicate, blocked or, seen by administrators, failed. */
export function startIntakeWorker(context: Context, { dns = createMailDns({ keepMs: keptAnswersMs }), concurrency = 12 }: IntakeOptions = {}): Pick<LeaseWorker, 'stop'> {
  const gate = createByteGate(bytesAtOnce);
  const turns = createTurns(() => listWorkspaceIds(context.db));
  const worker = startLeaseWorker<IntakeJob>({
    name: 'intake',
    log: context.log,
    wake: context.wake,
    topic: 'intake',
    concurrency,
    independent: true,
    everyMs: 3_000,
    renewEveryMs: (leaseSeconds * 1000) / 3,
    async claim(limit) {
      const jobs: IntakeJob[] = [];
      for (const workspaceId of await turns.next()) {
        if (jobs.length >= limit) break;
        jobs.push(...(await claimIntake(context.db, workspaceId, limit - jobs.length, leaseSeconds)));
      }
      turns.found(jobs.length);
      return jobs;
    },
    renew: (job) => renewIntake(context.db, job, leaseSeconds),
    work: (job) => gate(job.raw_size, () => handle(context, job, dns)),
  });
  const close = context.intake.open(worker);
  return {
    stop() {
      close();
      return worker.stop();
    },
  };
}

async function handle(context: Context, job: IntakeJob, dns: DnsResolver): Promise<void> {
  try {
    if (job.attempts > attemptsAtAll) return await giveUp(context, job);
    const readable = job.attempts <= attemptsToRead;
    const mail = readable ? await prepareMail(context, job, dns) : unreadableMail(job);
    await receive(context, job, mail);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    const ours = isOurTrouble(error);
    context.log[ours ? 'warn' : 'error']({ err: error, intake: job.id, attempts: job.attempts }, 'mail not read; it comes again');
    const seconds = ours ? 5 : Math.min(600, 2 * 3 ** (job.attempts - 1));
    await postponeIntake(context.db, job, seconds, errorCode(error), { uncounted: ours });
  }
}

async function receive(context: Context, job: IntakeJob, mail: PreparedMail): Promise<void> {
  const { db } = context;
  const patterns = blockPatterns([mail.from?.address, job.envelope_from]);
  const named = addressees(mail).map(({ address }) => address);
  const looked = { patterns, messageId: mail.messageId, addresses: named.flatMap(inboxCandidates), people: [...(mail.from ? [mail.from.address] : []), ...named] };
  const { inbox, blocked, own, ...found } = await readArriving(db, job.workspace_id, job.inbox_id, looked);
  if (blocked) return void (await finishIntake(db, job, { status: 'blocked' }));
  if (own) return void (await finishIntake(db, job, { status: 'duplicate', ticketId: own.ticket_id, messageId: own.id }));
  const mark = agentMarkOf(context.sealer, job, mail);
  for (let round = 0; round < 5; round += 1) {
    try {
      if (mark && (await answerByMail(context, job, mail, mark))) return;
      return await decideAndWrite(context, job, inbox, mail, found);
    } catch (error) {
      if (error instanceof ThreadMoved) continue;
      if (mail.dedupeKey === null || !isDatabaseError(error, '23505') || !String((error as { constraint?: string }).constraint).startsWith('intake')) throw error;
      const before = await findByDedupeKey(db, job, mail.dedupeKey);
      return void (await finishIntake(db, job, { status: 'duplicate', ticketId: before?.ticket_id, messageId: before?.message_id }));
    }
  }
  throw new Error('The ticket kept changing');
}

async function decideAndWrite(context: Context, job: IntakeJob, inbox: IntakeInbox, mail: PreparedMail, found: Pick<Arriving, 'ours' | 'known'>): Promise<void> {
  let thread = await findThread(context.db, context.sealer, job, inbox, mail);
  if (thread.decision.kind === 'open' && namesOthers(mail)) {
    await waitForOlder(context, job);
    thread = await findThread(context.db, context.sealer, job, inbox, mail);
  }
  // Taken before the transaction (ADR 5): a number must not hold a lock to the commit.
  const number = thread.decision.kind === 'open' ? await context.ticketNumbers.next(job.workspace_id) : null;
  const arrival = { job, inbox, mail, thread, ...found, number, now: context.clock.now(), sealer: context.sealer };
  const received = await context.db.transaction().execute((tx) => receiveMail(tx, arrival));
  context.wake.say('events');
  if (received.acknowledged) context.wake.say('outbox');
}

/** Mails are read side by side, so an answer may overtake what it answers; that may also have ended since the thread was looked for. */
async function waitForOlder(context: Context, job: IntakeJob): Promise<void> {
  const end = monotonicNow() + patienceForOlder;
  while (monotonicNow() < end && (await hasOlderUnread(context.db, job))) await wait(50);
}

const namesOthers = (mail: PreparedMail) => mail.inReplyTo.length + mail.references.length > 0 || mail.threadRoot !== null;

async function giveUp(context: Context, job: IntakeJob): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    if (!(await finishIntake(tx, job, { status: 'failed', error: 'too_many_attempts' }))) return;
    const { inbox } = await readArriving(tx, job.workspace_id, job.inbox_id, { patterns: [], messageId: null, addresses: [], people: [] });
    await appendEvent(tx, systemActor(job.workspace_id), { type: 'intake.failed', brandId: inbox.brandId, data: { intake_id: job.id } });
  });
  context.wake.say('events');
}

/** A code for the row: messages of errors may hold what the mail says. */
function errorCode(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code.slice(0, 50) : error instanceof Error ? error.name.slice(0, 50) : 'unknown';
}
