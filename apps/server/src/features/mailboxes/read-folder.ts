import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Context } from '../../context.ts';
import { MailTroubleError } from '../../platform/mail/mail-trouble.ts';
import { insertIntake, largestMail, type ReceivedMail } from '../intake/index.ts';
import { largestWhole, within } from './imap-connection.ts';
import { holdMailbox, movePlace, type FolderPlace, type ReadingJob } from './reader.queries.ts';

/** Thrown when another reader has the mailbox, or its settings changed: what this one wrote is undone. */
export class MailboxLost extends Error {}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Messages asked about at once, messages and bytes taken in one transaction. */
const atOnce = 200;
const mostInBatch = 50;
const bytesInBatch = 4 * 1024 * 1024;

type Listed = { uid: number; size: number; arrivedAt: Date | null };
export type FolderReading = { context: Context; client: ImapFlow; job: ReadingJob; place: FolderPlace; /** Waits until the desk has read most of what it has. */ room: () => Promise<void> };

/**
 * Takes what is new in a folder, oldest first. Each batch goes like a mail by SMTP: bytes to the file store, synced; then the
 * intake's rows and the folder's place in one transaction. With another UIDVALIDITY everything is looked at again, and
 * the intake's keys keep out what is there already. Nothing is removed on the server.
 * @throws MailTroubleError folder_missing, MailboxLost, errors of the connection
 */
export async function readFolder(reading: FolderReading): Promise<void> {
  const { client, job, place } = reading;
  const box = await within(client, minute, client.mailboxOpen(place.path, { readOnly: !job.mark_seen })).catch((error: unknown) => {
    throw isRefusal(error) ? new MailTroubleError('folder_missing', place.path, { cause: error }) : error;
  });
  const uidValidity = Number(box.uidValidity);
  if (!Number.isSafeInteger(uidValidity) || uidValidity <= 0) throw new MailTroubleError('not_a_mail_server');
  const since = place.uid_validity === uidValidity ? place.last_uid : 0;
  // The server's day may be another than ours; what is too old is left out below.
  const found = await within(client, 5 * minute, client.search({ uid: `${since + 1}:*`, since: new Date(job.import_from.getTime() - day) }, { uid: true }));
  if (!found) throw new MailTroubleError('other', 'SEARCH');
  const uids = [...new Set(found)].filter((uid) => uid > since).sort((a, b) => a - b);
  for (let at = 0; at < uids.length; at += atOnce) await takeSome(reading, uidValidity, uids.slice(at, at + atOnce));
}

async function takeSome(reading: FolderReading, uidValidity: number, uids: number[]): Promise<void> {
  const { client, job } = reading;
  const listed = new Map<number, Listed>();
  const rows = await within(client, 5 * minute, client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, { uid: true }));
  for (const { uid, size, internalDate } of rows) listed.set(uid, { uid, size: size ?? 0, arrivedAt: momentOf(internalDate) });
  const wanted = uids.flatMap((uid) => listed.get(uid) ?? []).filter(({ arrivedAt }) => arrivedAt === null || arrivedAt >= job.import_from);
  for (const batch of batches(wanted)) {
    await reading.room();
    await takeBatch(reading, uidValidity, batch);
  }
  // What lies between was too old, or is gone meanwhile.
  const last = uids.at(-1);
  if (last !== undefined && last !== wanted.at(-1)?.uid) await commit(reading, uidValidity, last, [], 0);
}

/** Mails in order: many small ones together, a large one alone. */
export function batches(mails: Listed[]): Listed[][] {
  const made: Listed[][] = [];
  let bytes = 0;
  for (const mail of mails) {
    const current = made.at(-1);
    const joins = current !== undefined && mail.size <= largestWhole && (current[0]?.size ?? 0) <= largestWhole && current.length < mostInBatch && bytes + mail.size <= bytesInBatch;
    if (joins) current.push(mail);
    else made.push([mail]);
    bytes = joins ? bytes + mail.size : mail.size;
  }
  return made;
}

async function takeBatch(reading: FolderReading, uidValidity: number, batch: Listed[]): Promise<void> {
  const { client, job } = reading;
  const [first] = batch;
  const last = batch.at(-1);
  if (!first || !last) return;
  const stored = first.size > largestWhole ? await storeLarge(reading, first) : await storeSmall(reading, batch);
  const taken = batch.filter(({ uid }) => stored.has(uid));
  const mails = taken.map(({ uid, arrivedAt }): ReceivedMail => ({
    workspaceId: job.workspace_id,
    inboxId: job.inbox_id,
    source: 'imap',
    ...(stored.get(uid) as { sha256: string; size: number }), // filtered by it above
    // The mail has it in its Return-Path, as far as the server wrote one.
    envelopeFrom: null,
    envelopeTo: job.address,
    remoteIp: null,
    helo: null,
    arrivedAt,
  }));
  await commit(reading, uidValidity, last.uid, mails, stored.withheld);
  if (job.mark_seen && taken.length > 0) await within(client, 2 * minute, client.messageFlagsAdd(taken.map(({ uid }) => uid).join(','), ['\\Seen'], { uid: true }));
}

async function commit({ context, job, place }: FolderReading, uidValidity: number, lastUid: number, mails: ReceivedMail[], withheld: number): Promise<void> {
  // A copy in the same batch would meet itself in the statement.
  const distinct = [...new Map(mails.map((mail) => [mail.sha256, mail])).values()];
  await context.db.transaction().execute(async (tx) => {
    if (!(await holdMailbox(tx, job, { fetched: mails.length > 0 }))) throw new MailboxLost();
    if (distinct.length > 0) await insertIntake(tx, distinct);
    await movePlace(tx, job, place.path, { uidValidity, lastUid, withheld });
  });
  place.uid_validity = uidValidity;
  place.last_uid = lastUid;
  if (mails.length > 0) context.wake.say('intake');
}

class Stored extends Map<number, { sha256: string; size: number }> {
  /** Messages that are there, but that the server does not hand out. */
  withheld = 0;
}

async function storeSmall(reading: FolderReading, batch: Listed[]): Promise<Stored> {
  const stored = new Stored();
  try {
    await within(reading.client, 10 * minute, storeEach(reading, batch.map(({ uid }) => uid), stored));
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  // A server may refuse all for the sake of one: each alone, so that a message that it cannot read stops nothing.
  for (const { uid } of batch) {
    if (stored.has(uid)) continue;
    try {
      await within(reading.client, 2 * minute, storeEach(reading, [uid], stored));
      if (!stored.has(uid) && (await isThere(reading.client, uid))) throw new Error('no content');
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof Error && error.message === 'no content')) throw error;
      reading.context.log.warn({ err: error, inbox: reading.job.inbox_id, uid }, 'the server does not hand out this message');
      stored.withheld += 1;
    }
  }
  return stored;
}

/** The disk syncs several files in the time of one: a small batch is written side by side. */
async function storeEach({ context, client }: FolderReading, uids: number[], stored: Stored): Promise<void> {
  const writing: Promise<unknown>[] = [];
  try {
    for await (const message of client.fetch(uids.join(','), { uid: true, source: true }, { uid: true })) {
      const { uid, source } = message as FetchMessageObject;
      if (!source || source.length === 0 || !uids.includes(uid)) continue;
      const written = context.files.put(source).then((file) => stored.set(uid, file));
      written.catch(() => undefined); // heard below
      writing.push(written);
    }
  } finally {
    // Also where the server breaks off: what is there is not asked for again.
    await Promise.allSettled(writing);
  }
  await Promise.all(writing);
}

async function isThere(client: ImapFlow, uid: number): Promise<boolean> {
  return (await within(client, minute, client.fetchAll(String(uid), { uid: true, flags: true }, { uid: true }))).some((message) => message.uid === uid);
}

/** Streamed in pieces. What is larger than any mail may be is cut; reading it says so on the ticket. */
async function storeLarge({ context, client }: FolderReading, { uid }: Listed): Promise<Stored> {
  const stored = new Stored();
  const work = async () => {
    const { content } = await client.download(String(uid), undefined, { uid: true, maxBytes: largestMail + 1, chunkSize: largestWhole });
    if (content) stored.set(uid, await context.files.put(content));
  };
  await within(client, 30 * minute, work());
  return stored;
}

/** The server understood, and said no: the connection is well. */
function isRefusal(error: unknown): boolean {
  const status = (error as { responseStatus?: string }).responseStatus;
  return status === 'NO' || status === 'BAD';
}

function momentOf(date: Date | string | undefined): Date | null {
  const moment = date === undefined ? null : new Date(date);
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}
