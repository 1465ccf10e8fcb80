import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../files/index.ts';
import { pagePolicy } from './write-html.ts';

/** To be looked at and printed: nothing in it runs, and it fetches nothing. */
export function sendPage(reply: FastifyReply, content: AsyncIterable<string>): FastifyReply {
  reply.headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-store' });
  return reply.type('text/html; charset=utf-8').send(Readable.from(content, { objectMode: false }));
}

export function sendPdf(reply: FastifyReply, name: string, content: Readable): FastifyReply {
  reply.headers({ 'content-security-policy': "sandbox; default-src 'none'", 'content-disposition': contentDisposition('attachment', name), 'cache-control': 'no-store' });
  return reply.type('application/pdf').send(content);
}
