import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { uploadLimit } from '../../platform/http/server.ts';
import { id, idInPath, moment, problemShape } from '../../platform/http/shapes.ts';
import { fileUrl, isGoodLink } from './file-links.ts';
import { insertFile, storeFile, type StoredUpload } from './files.commands.ts';
import { findLinkedFile, findRawMail, findVisibleFiles, type FileRow } from './files.queries.ts';
import { sendStored } from './send-stored.ts';
import { mayShowInline } from './file-types.ts';

const fileShape = z
  .object({ id, name: z.string(), type: z.string(), size: z.int().describe('Bytes'), url: z.string().describe('Signed, good for an hour'), created_at: moment })
  .meta({ id: 'File' });
const tags = ['Files'];
/** For the description only: the parts are streamed, never held as a body. */
const multipartBody = z.unknown().meta({ type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] });

export function fileRoutes(app: FastifyInstance, context: Context): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const view = (actor: AgentActor, row: FileRow) => ({
    id: row.id,
    name: row.name,
    type: row.type,
    size: row.size,
    url: fileUrl(context.sealer, context.clock, { workspaceId: actor.scope.workspaceId, fileId: row.id, name: row.name }),
    created_at: row.created_at.toISOString(),
  });

  routes.route({
    method: 'POST',
    url: '/api/v1/files',
    config: { access: 'agent' },
    schema: {
      operationId: 'uploadFile',
      tags,
      summary: 'Upload one file, to attach to a message',
      description: '`multipart/form-data` with one file of at most 30 MB. A file that no message takes within a day is removed.',
      consumes: ['multipart/form-data'],
      body: multipartBody,
      response: { 200: fileShape, 400: problemShape, 401: problemShape, 403: problemShape, 413: problemShape, 415: problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const stored = await receiveOne(request, context);
      const row = await context.db.transaction().execute((tx) => insertFile(tx, actor, stored));
      return view(actor, row);
    },
  });

  routes.route({
    method: 'GET',
    url: '/api/v1/files/:id',
    config: { access: 'viewer' },
    schema: {
      operationId: 'getFile',
      tags,
      summary: 'A file’s name, type, size and a fresh link',
      params: z.strictObject({ id: idInPath }),
      response: { 200: fileShape, 401: problemShape, 404: problemShape },
    },
    handler: async (request) => {
      const actor = agentOf(request);
      const [row] = await findVisibleFiles(context.db, actor.scope, actor.id, [request.params.id]);
      if (!row) throw notFound('file');
      return view(actor, row);
    },
  });

  routes.route({
    method: 'GET',
    url: '/files/:id/:name',
    config: { access: 'public' },
    schema: { hide: true },
    handler: (request, reply) => sendLinked(request, reply, context),
  });

  routes.route({
    method: 'GET',
    url: '/api/v1/messages/:id/raw',
    config: { access: 'viewer' },
    schema: {
      operationId: 'getRawMessage',
      tags: ['Messages'],
      summary: 'The mail as it came',
      description: 'As an attachment of type `message/rfc822`. 404 for a message that did not come by mail.',
      params: z.strictObject({ id: idInPath }),
      produces: ['message/rfc822'],
      response: { 200: z.string().meta({ format: 'binary' }), 401: problemShape, 404: problemShape },
    },
    handler: async (request, reply) => {
      const raw = await findRawMail(context.db, agentOf(request).scope, request.params.id);
      if (!raw) throw notFound('message');
      const name = `ticket-${raw.ticket_number}-message-${request.params.id}.eml`;
      return sendStored(request, reply, context.files, { ...raw, type: 'message/rfc822', name, disposition: 'attachment' });
    },
  });
}

async function receiveOne(request: FastifyRequest, context: Context): Promise<StoredUpload> {
  if (!request.isMultipart()) throw new Problem('wrong_media_type', 'Send multipart/form-data');
  let stored: StoredUpload | null = null;
  for await (const part of request.parts()) {
    if (part.type !== 'file') throw fieldProblem(part.fieldname.slice(0, 100), 'unknown_field', 'There is no such field');
    stored = await storeFile(context, { content: Readable.from(whole(part.file)), name: part.filename ?? '', type: part.mimetype }, uploadLimit);
  }
  if (!stored) throw fieldProblem('file', 'required', 'Send one file');
  return stored;
}

/** The multipart reader cuts a file at its limit and goes on; nothing of a cut one may be kept. */
async function* whole(file: Readable & { truncated?: boolean }): AsyncGenerator<Buffer> {
  yield* file as AsyncIterable<Buffer>;
  if (file.truncated) throw new Problem('too_large', `A file is at most ${uploadLimit} bytes`);
}

const linkQuery = z.object({ w: z.coerce.number().pipe(id), e: z.coerce.number().pipe(id), s: z.string().max(64) });

/** The signature is the permission: no cookie is read. Whatever is wrong with a link, there is nothing here. */
async function sendLinked(request: FastifyRequest, reply: FastifyReply, context: Context): Promise<FastifyReply> {
  const fileId = idInPath.safeParse((request.params as { id: string }).id);
  const link = linkQuery.safeParse(request.query);
  if (!fileId.success || !link.success) throw notFound('file');
  const { w: workspaceId, e: expires, s: signature } = link.data;
  if (!isGoodLink(context.sealer, context.clock, { workspaceId, fileId: fileId.data }, expires, signature)) throw notFound('file');
  const file = await findLinkedFile(context.db, workspaceId, fileId.data);
  if (!file) throw notFound('file');
  const disposition = mayShowInline(file.type) ? 'inline' : 'attachment';
  return sendStored(request, reply, context.files, { ...file, disposition });
}
