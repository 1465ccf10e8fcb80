import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { agentOf } from '../../platform/http/access.ts';
import { decodeCursor, onlyId, toPage } from '../../platform/http/cursors.ts';
import { empty, idInPath, page, problemShape } from '../../platform/http/shapes.ts';
import { findFirstBrand } from '../brands/index.ts';
import { displayName, sendGenerated } from '../files/index.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { createImport, findChangeable, removeImport, requestCheck, requestUndo, startImport, updateImport } from './customer-imports.commands.ts';
import { findImport, listImports, type ImportRow } from './customer-imports.queries.ts';
import { importListQuery, importRowShape, importShape, reportQuery, rowListQuery, updateImportBody } from './customer-imports.schemas.ts';
import { viewImport, viewRow } from './customer-imports.views.ts';
import { keepFile } from './import-file.ts';
import { listRows } from './import-rows.queries.ts';
import { limits } from './limits.ts';
import { forgetImport } from './forget-imports.ts';
import { likelyCountry, lookAtFile } from './look-at-file.ts';
import { reportName, writeReport } from './report.ts';

const tags = ['Customer imports'];
const params = z.strictObject({ id: idInPath });
const problems = { '4xx': problemShape };
/** For the description only: the parts are streamed, never held as a body. */
const multipartBody = z.unknown().meta({ type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] });

export function customerImportRoutes(server: FastifyInstance, context: Context): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { db, wake } = context;

  async function found(actor: AgentActor, importId: number): Promise<ImportRow> {
    const row = await findImport(db, actor, importId);
    if (!row) throw notFound('import');
    return row;
  }

  async function change(request: FastifyRequest, importId: number, work: (tx: Tx, actor: AgentActor, importId: number) => Promise<void>) {
    const actor = agentOf(request);
    await db.transaction().execute((tx) => work(tx, actor, importId));
    wake.say('events');
    wake.say('customer_imports');
    return viewImport(await found(actor, importId));
  }

  app.route({
    method: 'GET',
    url: '/api/v1/customer-imports',
    config: { access: 'lead' },
    schema: { operationId: 'listCustomerImports', tags, summary: 'Imports of customers, newest first', querystring: importListQuery, response: { 200: page(importShape), ...problems } },
    handler: async (request) => {
      const { cursor, limit } = request.query;
      const [before] = cursor === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(cursor, onlyId);
      return toPage(await listImports(db, agentOf(request), { before, limit: limit + 1 }), limit, (row) => [row.id], viewImport);
    },
  });

  app.route({
    method: 'POST',
    url: '/api/v1/customer-imports',
    config: { access: 'lead' },
    schema: {
      operationId: 'createCustomerImport', tags, summary: 'Upload a file of customers; nothing is imported yet',
      description: '`multipart/form-data` with one CSV or vCard file of at most 20 MB and 100,000 rows. How it is read and what its columns hold is recognised and can be changed before it is checked.',
      consumes: ['multipart/form-data'], body: multipartBody, response: { 201: importShape, ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const stored = await receiveOne(request, context);
      const { importId } = await orRemove(context, stored.sha256, async () => {
        const country = (await findPhoneCountry(db, actor.scope.workspaceId)) ?? likelyCountry(actor.language);
        const brand = await findFirstBrand(db, actor.scope);
        if (!brand) throw fieldProblem('brand', 'not_found', 'There is no brand yet');
        const recognised = await lookAtFile(context, actor, stored.sha256, { country });
        const values = { ...recognised, agent_id: actor.id, brand_id: brand.id, file_name: displayName(stored.name), sha256: stored.sha256, size: stored.size, country };
        return db.transaction().execute((tx) => createImport(tx, actor, values));
      });
      wake.say('events');
      return reply.code(201).send(viewImport(await found(actor, importId)));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/customer-imports/:id',
    config: { access: 'lead' },
    schema: { operationId: 'getCustomerImport', tags, summary: 'One import', params, response: { 200: importShape, ...problems } },
    handler: async (request) => viewImport(await found(agentOf(request), request.params.id)),
  });

  app.route({
    method: 'PATCH',
    url: '/api/v1/customer-imports/:id',
    config: { access: 'lead' },
    schema: { operationId: 'updateCustomerImport', tags, summary: 'Change how the file is read, before it is imported', params, body: updateImportBody, response: { 200: importShape, ...problems } },
    handler: async (request) => {
      const { header, encoding, delimiter } = request.body;
      const actor = agentOf(request);
      const before = await found(actor, request.params.id);
      const looksAgain = header !== undefined || encoding !== undefined || delimiter !== undefined;
      if (looksAgain) await db.transaction().execute((tx) => findChangeable(tx, actor, before.id));
      const given = { encoding: encoding ?? before.encoding, delimiter: delimiter ?? before.delimiter, header: header ?? before.header, country: before.country };
      const recognised = looksAgain ? await lookAtFile(context, actor, before.sha256, given) : null;
      return change(request, before.id, (tx) => updateImport(tx, actor, before.id, request.body, recognised));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/api/v1/customer-imports/:id',
    config: { access: 'lead' },
    schema: { operationId: 'removeCustomerImport', tags, summary: 'Remove an import and what is kept of its file; its customers stay, and it can no longer be undone', params, response: { 204: empty, ...problems } },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      await db.transaction().execute((tx) => removeImport(tx, actor, request.params.id));
      await forgetImport(context, actor.scope.workspaceId, request.params.id);
      wake.say('events');
      return reply.code(204).send(null);
    },
  });

  const steps = [
    ['check', 'checkCustomerImport', 'Read the whole file and say what will happen with each row', requestCheck],
    ['start', 'startCustomerImport', 'Import what was checked', startImport],
    ['undo', 'undoCustomerImport', 'Take an import back: customers whom it made and whom nobody has touched since, and what it added to others', requestUndo],
  ] as const;
  for (const [step, operationId, summary, command] of steps)
    app.route({
      method: 'POST',
      url: `/api/v1/customer-imports/:id/${step}`,
      config: { access: 'lead' },
      schema: { operationId, tags, summary, params, response: { 202: importShape, ...problems } },
      handler: async (request, reply) => reply.code(202).send(await change(request, request.params.id, command)),
    });

  app.route({
    method: 'GET',
    url: '/api/v1/customer-imports/:id/rows',
    config: { access: 'lead' },
    schema: { operationId: 'listCustomerImportRows', tags, summary: 'The rows of an import and what happens with them, in the order of the file', params, querystring: rowListQuery, response: { 200: page(importRowShape), ...problems } },
    handler: async (request) => {
      const actor = agentOf(request);
      const { id } = await found(actor, request.params.id);
      const { outcome, cursor, limit } = request.query;
      const [after] = cursor === undefined ? [-1] : decodeCursor(cursor, onlyId);
      const [rows, country] = await Promise.all([
        listRows(db, actor.scope.workspaceId, id, { outcome: outcome ?? null, after, limit: limit + 1 }),
        findPhoneCountry(db, actor.scope.workspaceId),
      ]);
      return toPage(rows, limit, (row) => [row.number], (row) => viewRow(row, country));
    },
  });

  app.route({
    method: 'GET',
    url: '/api/v1/customer-imports/:id/report',
    config: { access: 'lead' },
    schema: {
      operationId: 'getCustomerImportReport', tags, summary: 'The refused rows as CSV, as they stand in the file, each with the reason',
      params, querystring: reportQuery, produces: ['text/csv'], response: { 200: z.string().meta({ format: 'binary' }), ...problems },
    },
    handler: async (request, reply) => {
      const actor = agentOf(request);
      const row = await found(actor, request.params.id);
      const { language } = request.query;
      return sendGenerated(reply, { name: await reportName(row, language), type: 'text/csv', content: writeReport(db, actor, row, language) });
    },
  });
}

type Received = { sha256: string; size: number; name: string };

async function receiveOne(request: FastifyRequest, { files }: Context): Promise<Received> {
  if (!request.isMultipart()) throw new Problem('wrong_media_type', 'Send multipart/form-data');
  let received: Received | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: limits.file + 1 } })) {
      if (part.type !== 'file') throw fieldProblem(part.fieldname.slice(0, 100), 'unknown_field', 'There is no such field');
      received = { ...(await keepFile(files, part.file)), name: part.filename ?? '' };
    }
  } catch (error) {
    if (received) await files.remove(received.sha256);
    throw error;
  }
  if (!received) throw fieldProblem('file', 'required', 'Send one file');
  return received;
}

/** A file that no import came of is not kept. */
async function orRemove<Result>({ files }: Context, sha256: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await files.remove(sha256);
    throw error;
  }
}
