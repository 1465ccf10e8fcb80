import type { Context } from '../../context.ts';
import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { startTimers, type TimerQueue } from '../../platform/timers/timers.ts';
import { openHours, readHoursOfBrands } from '../calendars/index.ts';
import { findReplyInbox, queueReply } from '../delivery/index.ts';
import { fillPlaceholders, firstNameOf } from '../placeholders/index.ts';
import { addMessage, findTicketState, lockTickets } from '../tickets/index.ts';
import { dropSurvey, dueColumn, noteAsked, putOffSurvey, takeDueSurveys, type DueSurvey } from './ask.queries.ts';
import { issueRatingLink } from './rating-links.ts';
import { askAt, scores, waitsForAnswer, whyNotAsked } from './satisfaction.rules.ts';
import { surveyLanguage, surveyWords } from './survey-words.ts';

type Tools = Pick<Context, 'sealer' | 'config'>;

/** Each is a message and a mail of its own: few at a time keep the transaction short. */
const atOnce = 10;

/** Asks the customers whose time has come, each about a ticket once; or notes why not. */
export function surveyQueue({ sealer, config }: Tools): TimerQueue {
  return {
    ...dueColumn,
    name: 'surveys',
    async fire(tx, workspaceId, now, limit) {
      const due = await takeDueSurveys(tx, workspaceId, now, Math.min(limit, atOnce));
      await lockTickets(tx, workspaceId, due.map(({ ticket_id }) => ticket_id));
      const hours = openHours(await readHoursOfBrands(tx, workspaceId, [...new Set(due.map(({ brand_id }) => brand_id))]));
      const asked = new Set<number>();
      for (const survey of due) {
        const reason = whyNotAsked(asked.has(survey.person_id) ? { ...survey, last_asked_at: now } : survey, now);
        const open = hours.get(survey.brand_id);
        // Hours, or the wait, may have been changed since it was planned; and what a program at rest missed goes out when the desk is open.
        const at = open ? latest(askAt(survey.solved_at, survey.delay_hours ?? 0, open), open.nextOpening(now.getTime())?.opens) : null;
        const answerGone = waitsForAnswer(survey, now);
        if (reason) await dropSurvey(tx, workspaceId, survey.id, reason);
        else if (at === null) await dropSurvey(tx, workspaceId, survey.id, 'never_open');
        else if (at > now) await putOffSurvey(tx, workspaceId, survey.id, at);
        else if (answerGone) await putOffSurvey(tx, workspaceId, survey.id, answerGone);
        else if (await ask(tx, { sealer, config }, workspaceId, survey, now)) asked.add(survey.person_id);
      }
      return due.length;
    },
  };
}

function latest(planned: Date | null, opens: number | undefined): Date | null {
  return planned === null || opens === undefined ? null : new Date(Math.max(planned.getTime(), opens));
}

async function ask(tx: Tx, { sealer, config }: Tools, workspaceId: number, survey: DueSurvey, now: Date): Promise<boolean> {
  const actor = systemActor(workspaceId);
  const ticket = await findTicketState(tx, actor.scope, { id: survey.ticket_id }, { lock: true });
  // Reopened at this very moment: the feed will tell, and the question is not asked.
  if (!ticket || (ticket.status !== 'solved' && ticket.status !== 'closed') || survey.address === null) return drop('reopened');
  const inbox = await findReplyInbox(tx, workspaceId, ticket);
  if (!inbox) return drop('no_inbox');
  const language = surveyLanguage(survey.language, survey.default_language);
  const words = surveyWords[language];
  const values = { 'ticket.number': String(ticket.number), 'ticket.subject': ticket.subject, 'customer.name': survey.customer_name, 'customer.first_name': firstNameOf(survey.customer_name), 'agent.name': survey.brand_name, 'agent.first_name': survey.brand_name, 'brand.name': survey.brand_name };
  const text = fillPlaceholders(survey.questions?.[language] || words.question, values);
  const to = { name: survey.customer_name, address: survey.address };
  const { messageId } = await addMessage(tx, actor, ticket, {
    kind: 'public', direction: 'out', channel: 'email', authorType: 'system', authorId: null, from: { name: survey.brand_name, address: inbox.address }, to: [to], cc: [], subject: '',
    text, html: null, replyText: text, language, messageId: null, automatic: 'survey',
  }, ticket.status, now);
  const url = issueRatingLink(sealer, config.publicUrl, { workspaceId, surveyId: survey.id });
  // The links stand in the mail alone: whoever reads the ticket here cannot answer for the customer.
  const links = scores.toReversed().map((score) => ({ label: `${score} – ${words.scores[score - 1] ?? ''}`, url: `${url}?score=${score}` }));
  await queueReply(tx, actor, { sealer, ticketId: ticket.id, messageId, automatic: true, only: { to: [to], cc: [] }, survey: { links, note: words.note } });
  await noteAsked(tx, workspaceId, { id: survey.id, brandId: survey.brand_id, personId: survey.person_id, messageId, language }, now);
  return true;

  async function drop(reason: 'reopened' | 'no_inbox'): Promise<false> {
    await dropSurvey(tx, workspaceId, survey.id, reason);
    return false;
  }
}

export function startSurveys(context: Context): { stop(): Promise<void> } {
  return startTimers({ ...context, wake: { ...context.wake, say: sayBoth } }, surveyQueue(context));

  /** What was asked stands in the outbox. */
  function sayBoth(what: Parameters<typeof context.wake.say>[0]): void {
    context.wake.say(what);
    if (what === 'events') context.wake.say('outbox');
  }
}
