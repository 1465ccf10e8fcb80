import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Problem, problemCodes, type FieldProblem, type ProblemCode } from '../errors/problem.ts';
import { isDatabaseError } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import { isOurTrouble } from '../mail/our-trouble.ts';

/** Turns whatever was thrown into an RFC 9457 answer; the unknown is logged whole and shown as a number to quote. */
export function problemHandler(log: Log) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error);
    if (problem) return sendProblem(reply, problem);
    const reference = randomBytes(5).toString('hex');
    log.error({ err: error, reference, method: request.method, route: request.routeOptions.url }, 'request failed');
    if (isOurTrouble(error)) return sendProblem(reply.header('retry-after', '5'), new Problem('not_ready', `${troubleOf(error)} Quote ${reference}`), reference);
    return sendProblem(reply, new Problem('internal', `Quote ${reference}`), reference);
  };
}

const full = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** What may pass by itself: the same request can be made again. */
function troubleOf(error: Error & { code?: string }): string {
  return full.has(error.code ?? '') ? 'The disk is full: an administrator has to free some space.' : 'The database or the disk does not answer; try again in a moment.';
}

export function sendProblem(reply: FastifyReply, problem: Problem, reference?: string) {
  const { status, title } = problemCodes[problem.code];
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `https://ombud.dev/problems/${problem.code}`,
      title,
      status,
      code: problem.code,
      detail: problem.message,
      ...(reference ? { instance: `urn:ombud:${reference}` } : {}),
      ...(problem.fields.length ? { errors: problem.fields } : {}),
    });
}

const byFastifyCode: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong_media_type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_input',
};

function toProblem(error: FastifyError | Error): Problem | null {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return inputProblem(error.validation as unknown as ValidationIssue[]);
  const code = (error as FastifyError).code;
  if (code && byFastifyCode[code]) return new Problem(byFastifyCode[code], error.message);
  if (isDatabaseError(error, '23505')) return new Problem('already_exists');
  if (isDatabaseError(error, '23503')) return new Problem('still_in_use');
  const status = (error as FastifyError).statusCode;
  if (status && status >= 400 && status < 500) return new Problem('invalid_input', error.message);
  return null;
}

type ValidationIssue = { keyword: string; instancePath: string; message?: string; params?: { issue?: { keys?: string[]; code?: string } } };

function inputProblem(issues: ValidationIssue[]): Problem {
  const fields = issues.slice(0, 20).flatMap(toFields);
  const cursor = fields.find(({ field }) => field === 'cursor' || field === 'after');
  return new Problem(cursor ? 'invalid_cursor' : 'invalid_input', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), fields);
}

function toFields(issue: ValidationIssue): FieldProblem[] {
  const path = issue.instancePath.split('/').filter(Boolean).join('.');
  const message = issue.message ?? 'Not as it should be';
  const keys = issue.keyword === 'unrecognized_keys' ? unknownKeys(issue) : null;
  if (keys) return keys.map((key) => ({ field: path ? `${path}.${key}` : key, code: 'unknown_field', message: 'There is no such field' }));
  return [{ field: path || 'body', code: issue.keyword, message }];
}

function unknownKeys(issue: ValidationIssue): string[] | null {
  const params = issue.params as { keys?: string[]; issue?: { keys?: string[] } } | undefined;
  return params?.keys ?? params?.issue?.keys ?? null;
}
