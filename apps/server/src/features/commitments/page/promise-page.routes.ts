import { isLanguage, pickLanguage, type Language } from '@ombud/i18n';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../platform/errors/problem.ts';
import { readLink, type LinkMark } from '../../commitment-links/index.ts';
import { languageFor } from '../customer-words.ts';
import { answerOnPage, promiseForm } from './page.commands.ts';
import { findPromised, localIn, type PromisedRow } from './page.queries.ts';
import { promisePolicy, writeNoPage, writePromisePage, type PageState } from './write-page.ts';

type Found = { mark: LinkMark; row: PromisedRow; language: Language };

/**
 * The customer's page of one promise: no login, no cookie, no script; the link is the permission, and opens this promise
 * only. Looking changes nothing, whoever looks: programs that check mail follow links too.
 */
export function promisePageRoutes(app: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const hidden = { config: { access: 'public' as const }, schema: { hide: true } };
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))));

  app.get('/promise/:token', hidden, async (request, reply) => {
    const found = await open(request, reply);
    return found ? show(reply, found, null) : reply;
  });

  app.post('/promise/:token', hidden, async (request, reply) => {
    const found = await open(request, reply);
    if (!found) return reply;
    const { workspaceId, commitmentId } = found.mark;
    try {
      await context.linkLimits.attempt(`${workspaceId}:${commitmentId}`, request.ip);
    } catch (error) {
      if (error instanceof Problem && error.code === 'too_many_attempts') return show(reply.code(429), found, 'tooMany');
      throw error;
    }
    const form = promiseForm.safeParse(request.body);
    const done = form.success && (await db.transaction().execute((tx) => answerOnPage(tx, workspaceId, commitmentId, form.data, clock.now())));
    if (!done) return show(reply.code(400), found, 'wrongTime');
    context.wake.say('events');
    // Loaded again, the page asks for nothing twice.
    return reply.redirect(request.url.split('?')[0] ?? '', 303);
  });

  /** What the link opens; where it opens nothing, that has been answered. */
  async function open(request: FastifyRequest, reply: FastifyReply): Promise<Found | null> {
    const spoken = pickLanguage((request.headers['accept-language'] ?? '').slice(0, 200).split(',').map((each) => each.split(';')[0]?.trim() ?? ''));
    try {
      await context.linkLimits.checkAddress(request.ip);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      send(reply.code(429), writeNoPage(spoken, 'tooMany'));
      return null;
    }
    const mark = readLink(context.sealer, (request.params as { token: string }).token, clock.now());
    const row = mark && (await findPromised(db, mark.workspaceId, mark.commitmentId));
    if (mark && row) return { mark, row, language: languageFor(row.language, row.default_language, isLanguage(spoken) ? spoken : null) };
    if (!mark) await context.linkLimits.failedFrom(request.ip);
    send(reply.code(404), writeNoPage(spoken, 'notThere'));
    return null;
  }

  async function show(reply: FastifyReply, { row, language }: Found, problem: PageState['problem']): Promise<FastifyReply> {
    const now = clock.now();
    const [local, earliest] = await Promise.all([localIn(db, row.due_at > now ? row.due_at : now, row.time_zone), localIn(db, now, row.time_zone)]);
    return send(reply, writePromisePage(row, language, now, { local, earliest, problem }));
  }
}

function send(reply: FastifyReply, page: string): FastifyReply {
  // Nobody whom the page leads to learns of its address.
  reply.headers({ 'content-security-policy': promisePolicy, 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
  return reply.type('text/html; charset=utf-8').send(page);
}
