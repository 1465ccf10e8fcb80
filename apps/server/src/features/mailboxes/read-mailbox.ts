import { setTimeout as wait } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { MailTroubleError } from '../../platform/mail/mail-trouble.ts';
import { mailAccessToken } from '../mail-sign-in/index.ts';
import { openImap, within, type Credentials, type ImapOptions } from './imap-connection.ts';
import { readFolder } from './read-folder.ts';
import { countUnread, noteFolder, noteRound, readPlaces, type ReadingJob } from './reader.queries.ts';

/** Mails of one inbox that wait to be read, above which fetching rests: an import of years leaves room for today's mail. */
const mostUnread = 200;

export type ReadingOptions = ImapOptions & {
  /** Milliseconds between looks at folders that cannot be watched. */
  everyMs?: number;
  /** Milliseconds between looks at a watched folder of which nothing is heard. */
  watchedEveryMs?: number;
};

/** Reads a mailbox until the connection or the lease ends; the first folder is watched by IDLE (RFC 2177) where the server can. */
export async function readMailbox(context: Context, job: ReadingJob, signal: AbortSignal, options: ReadingOptions = {}): Promise<void> {
  const { everyMs = 30_000, watchedEveryMs = 5 * 60_000 } = options;
  const client = await openImap(job, credentialsOf(context, job), options, signal);
  const news = listen(client);
  try {
    const places = await readPlaces(context.db, job);
    const [watched] = places;
    while (watched && client.usable) {
      news.forget();
      let missing: string | null = null;
      // The watched one last: it stays open while we wait.
      for (const place of places.toReversed()) {
        const present = await readOne(context, client, job, place);
        if (!present) missing = place.path;
      }
      await noteRound(context.db, job, missing);
      const watching = missing !== watched.path && client.capabilities.has('IDLE');
      if (watching) client.idle().catch(() => undefined);
      await news.wait(watching && places.length === 1 ? watchedEveryMs : everyMs);
    }
    if (!signal.aborted) throw new MailTroubleError('connection_lost');
  } finally {
    client.close();
  }
}

function credentialsOf(context: Context, { workspace_id, inbox_id, sign_in, username, password_sealed }: ReadingJob): Credentials {
  if (sign_in !== 'password') return { token: ({ fresh }) => mailAccessToken(context, workspace_id, inbox_id, { provider: sign_in, username }, { fresh }) };
  if (password_sealed === null) throw new MailTroubleError('login_refused');
  return { password: context.sealer.open(password_sealed) };
}

async function readOne(context: Context, client: ImapFlow, job: ReadingJob, place: Parameters<typeof readFolder>[0]['place']): Promise<boolean> {
  try {
    await readFolder({ context, client, job, place, room: () => roomForMore(context, client, job) });
    return true;
  } catch (error) {
    if (!(error instanceof MailTroubleError) || error.trouble.code !== 'folder_missing') throw error;
    await noteFolder(context.db, job, place.path, true);
    return false;
  }
}

async function roomForMore(context: Context, client: ImapFlow, job: ReadingJob): Promise<void> {
  let spokenAt = monotonicNow();
  while ((await countUnread(context.db, job, mostUnread)) >= mostUnread && client.usable) {
    await wait(500);
    if (monotonicNow() - spokenAt < 30_000) continue;
    await within(client, 30_000, client.noop());
    spokenAt = monotonicNow();
  }
}

/** Hears of new mail and of the connection's end from the first moment on, so that nothing slips between two waits. */
function listen(client: ImapFlow) {
  let heard = false;
  let rouse: (() => void) | undefined;
  const hear = (): void => {
    heard = true;
    rouse?.();
  };
  client.on('exists', hear);
  client.on('close', hear);
  return {
    forget: () => void (heard = !client.usable),
    async wait(milliseconds: number): Promise<void> {
      if (heard) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      rouse = undefined;
    },
  };
}
