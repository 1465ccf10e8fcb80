import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { displayName } from './file-names.ts';
import { bytesToSniff, fileType } from './file-types.ts';
import { addFileRow, addMessageFiles, findVisibleFiles, type FileRow } from './files.queries.ts';

/** Bytes that are on the disk already, with the name and type to show; no row tells of them yet. */
export type StoredUpload = { sha256: string; size: number; type: string; name: string };
export type IncomingFile = { content: Readable | Uint8Array; name: string; type: string };

/**
 * Streams bytes to the disk. Outside of any transaction, because it takes as long as the sender does.
 * @throws Problem too_large above `limit` bytes
 */
export async function storeFile(context: Pick<Context, 'files'>, file: IncomingFile, limit?: number): Promise<StoredUpload> {
  let first: Uint8Array = Buffer.alloc(0);
  const watched = file.content instanceof Readable ? Readable.from(watch(file.content), { objectMode: false }) : file.content;
  if (!(file.content instanceof Readable)) first = file.content.subarray(0, bytesToSniff);

  async function* watch(content: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string);
      if (first.length < bytesToSniff) first = Buffer.concat([first, bytes.subarray(0, bytesToSniff)]);
      yield bytes;
    }
  }

  const stored = await context.files.put(watched, limit);
  return { ...stored, type: fileType(first, file.type), name: displayName(file.name) };
}

/** The row that makes stored bytes a file of the workspace. Mail has no uploader. */
export async function insertFile(tx: Tx, actor: Actor, stored: StoredUpload): Promise<FileRow> {
  return addFileRow(tx, actor.scope.workspaceId, { ...stored, uploadedBy: actor.type === 'agent' ? actor.id : null });
}

/**
 * Puts files into a message, in the order given. An agent attaches their own uploads and what they can see. `inline`: the
 * Content-IDs of pictures that stand in the text.
 * @throws Problem invalid_input for any other file
 */
export async function attachFiles(tx: Tx, actor: Actor, messageId: number, fileIds: readonly number[], { inline }: { inline?: ReadonlyMap<number, string> } = {}): Promise<void> {
  if (fileIds.length === 0) return;
  const wanted = [...new Set(fileIds)];
  const found = new Map((await findVisibleFiles(tx, actor.scope, actor.type === 'agent' ? actor.id : null, wanted)).map((file) => [file.id, file]));
  const files = wanted.map((fileId, index) => {
    const file = found.get(fileId);
    if (!file) throw fieldProblem('attachments', 'not_found', `There is no file ${fileId}`);
    const contentId = inline?.get(fileId);
    return { messageId, fileId, position: index, name: file.name, ...(contentId ? { contentId, inline: true } : {}) };
  });
  await addMessageFiles(tx, actor.scope.workspaceId, files);
}

export type MailFile = StoredUpload & { contentId?: string | null; inline?: boolean };

/** Makes files of a mail's parts and puts them into its message. */
export async function attachMailFiles(tx: Tx, actor: Actor, messageId: number, parts: readonly MailFile[]): Promise<void> {
  const rows = [];
  for (const [position, part] of parts.entries()) {
    const { id } = await addFileRow(tx, actor.scope.workspaceId, { ...part, uploadedBy: null });
    rows.push({ messageId, fileId: id, position, name: part.name, contentId: part.contentId ?? null, inline: part.inline ?? false });
  }
  await addMessageFiles(tx, actor.scope.workspaceId, rows);
}
