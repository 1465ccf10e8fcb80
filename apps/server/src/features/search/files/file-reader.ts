import type { Context } from '../../../context.ts';
import { indexBatch } from '../indexing/index-batch.ts';
import { textKind } from './file-text.ts';
import { readApart } from './read-apart.ts';
import { saveFileText, takeFiles, ticketsOfFile, workspacesWithFiles, type FileToRead } from './search-files.queries.ts';

type Tools = Pick<Context, 'db' | 'log' | 'files'>;

/** Larger files are found by their name alone. */
const mostBytes = 25 * 1024 * 1024;
const mostAttempts = 3;
/** Then a file that a process took with it comes again. */
const leaseSeconds = 120;
const atOnce = 4;
/** Tickets with the same file that are brought up to date. */
const reach = 200;

/** Reads the texts of waiting files of one workspace, one after the other. Returns how many there were. */
export async function readWaitingFiles(tools: Tools, workspaceId: number): Promise<number> {
  const taken = await takeFiles(tools.db, workspaceId, { limit: atOnce, seconds: leaseSeconds });
  for (const file of taken) await readOne(tools, file);
  return taken.length;
}

async function readOne(tools: Tools, file: FileToRead): Promise<void> {
  const { workspace_id: workspaceId, sha256 } = file;
  const kind = textKind(file.type, file.name);
  if (kind === null || file.size > mostBytes) return saveFileText(tools.db, workspaceId, sha256, 'empty', '');
  if (file.attempts > mostAttempts) return saveFileText(tools.db, workspaceId, sha256, 'failed', '');
  let text = '';
  try {
    text = await readApart(await tools.files.readWhole(sha256), kind);
  } catch (error) {
    tools.log.info({ err: error, sha256, kind }, 'a file’s text could not be read; it is found by its name');
    return saveFileText(tools.db, workspaceId, sha256, 'failed', '');
  }
  await saveFileText(tools.db, workspaceId, sha256, text === '' ? 'empty' : 'read', text);
  if (text !== '') await indexBatch(tools, 'tickets', workspaceId, await ticketsOfFile(tools.db, workspaceId, sha256, reach));
}

export type FileReader = { stop(): Promise<void> };

const everyMs = 2_000;

/** Reads what attachments say, beside everything else and after the mail is there. */
export function startFileReader(context: Tools): FileReader {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function run(): Promise<void> {
    try {
      for (const workspaceId of await workspacesWithFiles(context.db)) while (!stopped && (await readWaitingFiles(context, workspaceId)) > 0);
    } catch (error) {
      context.log.warn({ err: error }, 'the texts of files cannot be read now');
    }
    plan();
  }

  function plan(): void {
    if (!stopped) timer = setTimeout(() => (running = run()), everyMs);
  }

  plan();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
