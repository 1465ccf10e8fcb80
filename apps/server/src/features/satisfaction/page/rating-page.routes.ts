import type { Language } from '@ombud/i18n';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../platform/errors/problem.ts';
import { sendCustomerPage, spokenLanguage, takeForms } from '../../../platform/http/customer-page.ts';
import { readRatingLink, type RatingMark } from '../rating-links.ts';
import { surveyLanguage } from '../survey-words.ts';
import { answerSurvey, mostWords, ratingForm } from './answer.commands.ts';
import { findRated, type RatedRow } from './page.queries.ts';
import { writeNoRatingPage, writeRatingPage, type RatingPageState } from './write-rating-page.ts';

type Found = { mark: RatingMark; row: RatedRow; language: Language };

/**
 * Where a customer says how satisfied they were: no login, no cookie, no script; the link is the permission, for this one
 * ticket. Looking records nothing, whichever score the link names: programs that check mail follow links too.
 */
export function ratingPageRoutes(app: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  const hidden = { config: { access: 'public' as const }, schema: { hide: true } };
  takeForms(app);

  app.get('/rating/:token', hidden, async (request, reply) => {
    const found = await open(request, reply);
    return found ? show(reply, found, { chosen: scoreOf((request.query as { score?: unknown }).score), words: '', problem: null }) : reply;
  });

  app.post('/rating/:token', hidden, async (request, reply) => {
    const found = await open(request, reply);
    if (!found) return reply;
    const { workspaceId, surveyId } = found.mark;
    const sent = (request.body ?? {}) as { score?: unknown; words?: unknown };
    const again = { chosen: scoreOf(sent.score), words: String(sent.words ?? '').slice(0, mostWords) };
    try {
      await context.linkLimits.attempt(`rating:${workspaceId}:${surveyId}`, request.ip);
    } catch (error) {
      if (error instanceof Problem && error.code === 'too_many_attempts') return show(reply.code(429), found, { ...again, problem: 'tooMany' });
      throw error;
    }
    const form = ratingForm.safeParse(sent);
    if (!form.success) return show(reply.code(400), found, { ...again, problem: again.chosen === null ? 'choose' : 'tooLong' });
    if (await db.transaction().execute((tx) => answerSurvey(tx, workspaceId, surveyId, form.data, clock.now()))) context.wake.say('events');
    // Loaded again, the page sends nothing twice; and it says what has been recorded, or that nothing is taken any more.
    return reply.redirect(request.url.split('?')[0] ?? '', 303);
  });

  /** What the link opens; where it opens nothing, that has been answered. */
  async function open(request: FastifyRequest, reply: FastifyReply): Promise<Found | null> {
    const spoken = spokenLanguage(request);
    try {
      await context.linkLimits.checkAddress(request.ip);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      sendCustomerPage(reply.code(429), writeNoRatingPage(spoken, 'tooMany'));
      return null;
    }
    const mark = readRatingLink(context.sealer, (request.params as { token: string }).token);
    const row = mark && (await findRated(db, mark.workspaceId, mark.surveyId));
    if (mark && row) return { mark, row, language: surveyLanguage(row.language, row.default_language) };
    if (!mark) await context.linkLimits.failedFrom(request.ip);
    sendCustomerPage(reply.code(404), writeNoRatingPage(spoken, 'notThere'));
    return null;
  }

  function show(reply: FastifyReply, { row, language }: Found, state: RatingPageState): FastifyReply {
    return sendCustomerPage(reply, writeRatingPage(row, language, clock.now(), state));
  }
}

/** The score that a link or a form names, if it is one. */
function scoreOf(given: unknown): number | null {
  return typeof given === 'string' && /^[1-5]$/.test(given) ? Number(given) : null;
}
