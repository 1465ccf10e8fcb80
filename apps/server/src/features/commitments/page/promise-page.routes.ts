import { isLanguage, type Language } from '@ombud/i18n';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../platform/errors/problem.ts';
import { sendCustomerPage, spokenLanguage, takeForms } from '../../../platform/http/customer-page.ts';
import { readLink, type LinkMark } from '../../commitment-links/index.ts';
import { languageFor } from '../customer-words.ts';
import { answerOnPage, promiseForm } from './page.commands.ts';
import { findPromised, localIn, type PromisedRow } from './page.queries.ts';
import { writeNoPage, writePromisePage, type PageState } from './write-page.ts';

type Found = { mark: LinkMark; row: PromisedRow; language: Language };

/**
 * The customer's page of one promise: no login, no cookie, no script; the link is the permission, and opens this promise
 * only. Looking changes nothing, whoever looks: programs that check mail follow links too.
 */
export function promisePageRoutes(app: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const hidden = { config: { access: 'public' as const }, schema: { hide: true } };
  takeForms(app);

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
    const spoken = spokenLanguage(request);
    try {
      await context.linkLimits.checkAddress(request.ip);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      sendCustomerPage(reply.code(429), writeNoPage(spoken, 'tooMany'));
      return null;
    }
    const mark = readLink(context.sealer, (request.params as { token: string }).token, clock.now());
    const row = mark && (await findPromised(db, mark.workspaceId, mark.commitmentId));
    if (mark && row) return { mark, row, language: languageFor(row.language, row.default_language, isLanguage(spoken) ? spoken : null) };
    if (!mark) await context.linkLimits.failedFrom(request.ip);
    sendCustomerPage(reply.code(404), writeNoPage(spoken, 'notThere'));
    return null;
  }

  async function show(reply: FastifyReply, { row, language }: Found, problem: PageState['problem']): Promise<FastifyReply> {
    const now = clock.now();
    const [local, earliest] = await Promise.all([localIn(db, row.due_at > now ? row.due_at : now, row.time_zone), localIn(db, now, row.time_zone)]);
    return sendCustomerPage(reply, writePromisePage(row, language, now, { local, earliest, problem }));
  }
}
