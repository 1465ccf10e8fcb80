import { z } from 'zod';
import { systemActor, type CustomerActor } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/db.ts';
import { appendEvent } from '../../../platform/events/events.queries.ts';
import { longText } from '../../../platform/http/shapes.ts';
import { aroundTheClock, openHours, readHoursOfBrands } from '../../calendars/index.ts';
import { insertTask } from '../../ticket-work/index.ts';
import { findRoots } from '../../tickets/index.ts';
import { dayOf } from '../ask.queries.ts';
import { followUpBy, isLow, pageTakes } from '../satisfaction.rules.ts';
import { surveyLanguage, surveyWords } from '../survey-words.ts';
import { countAnswer, findLead, findRated, writeAnswer, type RatedRow } from './page.queries.ts';

export const mostWords = 2_000;
export const ratingForm = z.object({ score: z.enum(['1', '2', '3', '4', '5']).transform(Number), words: longText(mostWords).transform((text) => text.replaceAll('\r\n', '\n').trim()).default('') });
export type RatingForm = z.infer<typeof ratingForm>;

/**
 * What the customer said on the page, in one transaction with the day's figures and, at the first low score, its follow-up.
 * @returns false when it takes nothing (more)
 */
export async function answerSurvey(tx: Tx, workspaceId: number, id: number, { score, words }: RatingForm, now: Date): Promise<boolean> {
  const row = await findRated(tx, workspaceId, id, { lock: true });
  const takes = row && pageTakes(row, now);
  if (!row || (takes !== 'answer' && takes !== 'change')) return false;
  // Sent twice, it is one answer.
  if (row.score === score && (words === '' || words === row.words)) return true;
  const low = isLow(score, row.low_score);
  const ticketId = (await findRoots(tx, workspaceId, [row.ticket_id])).get(row.ticket_id) ?? row.ticket_id;
  const followUp = low && row.task_id === null ? await openFollowUp(tx, workspaceId, row, { ticketId, score }, now) : null;
  const day = row.answered_on ?? (await dayOf(tx, workspaceId, now));
  await writeAnswer(tx, workspaceId, { id, score, words: words || null, low, answeredOn: day, taskId: followUp?.taskId ?? null }, now);
  await countAnswer(tx, workspaceId, { brandId: row.survey_brand, day, from: row.score, to: score });
  const customer: CustomerActor = { type: 'customer', id: row.customer_id, scope: { workspaceId, brands: 'all' } };
  await appendEvent(tx, customer, {
    type: row.answered_at ? 'survey.changed' : 'survey.answered', ticketId, brandId: row.brand_id,
    data: { survey: id, score, low, ...(row.score === null || row.score === score ? {} : { before: row.score }), ...(followUp ? { lead: followUp.leadId, task: followUp.taskId } : {}) },
  });
  return true;
}

/** A task of the ticket, for whoever leads, by the next day that the desk is open. */
async function openFollowUp(tx: Tx, workspaceId: number, row: RatedRow, { ticketId, score }: { ticketId: number; score: number }, now: Date): Promise<{ leadId: number | null; taskId: number | null }> {
  const teamIds = [row.settings_team, row.ticket_team].filter((id) => id !== null);
  const lead = await findLead(tx, workspaceId, row.brand_id, { leadId: row.lead_id, teamIds });
  const open = openHours(await readHoursOfBrands(tx, workspaceId, [row.brand_id])).get(row.brand_id) ?? aroundTheClock;
  const text = surveyWords[surveyLanguage(lead?.language ?? null, row.default_language)].task.replace('{score}', String(score));
  const taskId = await insertTask(tx, workspaceId, { ticketId, text, assigneeId: lead?.id ?? null, due: { at: followUpBy(now, open) }, createdBy: null });
  if (taskId !== null) await appendEvent(tx, systemActor(workspaceId), { type: 'task.added', ticketId, brandId: row.brand_id, data: { task: taskId, assignee: lead?.id ?? null } });
  return { leadId: lead?.id ?? null, taskId };
}
