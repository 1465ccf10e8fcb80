import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore, StoredFile } from '../../platform/files/file-store.ts';
import { limits } from './limits.ts';

const saltLength = 32;

/**
 * Keeps a file of customers so that it can be removed again: the store keeps the same bytes once for everybody, and with a salt
 * before them they are this import's alone. @throws Problem too_large
 */
export async function keepFile(files: FileStore, content: Readable): Promise<StoredFile> {
  async function* salted(): AsyncGenerator<Buffer> {
    yield randomBytes(saltLength);
    yield* content as AsyncIterable<Buffer>;
  }
  const { sha256, size } = await files.put(Readable.from(salted(), { objectMode: false }), limits.file + saltLength);
  return { sha256, size: size - saltLength };
}

/** The file as it was given. @throws Error ENOENT when it is gone */
export function readFile(files: FileStore, sha256: string): Promise<Readable> {
  return files.read(sha256, { start: saltLength, end: Number.MAX_SAFE_INTEGER });
}
