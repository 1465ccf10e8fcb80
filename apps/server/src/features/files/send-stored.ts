import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../platform/errors/problem.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { byteRange } from './byte-range.ts';
import { contentDisposition } from './file-names.ts';

export type Sendable = { sha256: string; size: number; type: string; name: string; disposition: 'attachment' | 'inline' };

/** Streams stored bytes so that nothing in them can run here: sandboxed, unsniffed, for saving unless a plain image. */
export async function sendStored(request: FastifyRequest, reply: FastifyReply, files: FileStore, file: Sendable): Promise<FastifyReply> {
  const range = byteRange(request.headers.range, file.size);
  reply.headers({
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': contentDisposition(file.disposition, file.name),
    // Images of a mail load inside its sandboxed frame, whose origin is nobody's; the signed link is what protects them.
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
    etag: `"${file.sha256.slice(0, 32)}"`,
  });
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.size}`).send();
  if (request.headers['if-none-match'] === `"${file.sha256.slice(0, 32)}"`) return reply.code(304).send();
  const content = await files.read(file.sha256, range ?? undefined).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? notFound('file') : error;
  });
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
  const length = range ? range.end - range.start + 1 : file.size;
  return reply.header('content-length', length).type(file.type).send(content);
}
