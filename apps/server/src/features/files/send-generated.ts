import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from './file-names.ts';

/** Streams text as it is made, for saving: it is never held whole. What fails on the way breaks the download off, so that nobody takes a part for the whole. */
export function sendGenerated(reply: FastifyReply, { name, type, content }: { name: string; type: string; content: AsyncIterable<string> }): FastifyReply {
  reply.headers({ 'content-security-policy': "sandbox; default-src 'none'", 'content-disposition': contentDisposition('attachment', name), 'cache-control': 'no-store' });
  return reply.type(`${type}; charset=utf-8`).send(Readable.from(content, { objectMode: false }));
}
