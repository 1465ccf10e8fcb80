import type { z } from 'zod';
import type { answerShape, figuresShape, surveyShape } from './answers.schemas.ts';
import type { AnswerRow, FigureRow, SurveyRow } from './answers.queries.ts';
import { averageOf, type ScoreCounts } from './satisfaction.rules.ts';
import type { SettingsRow } from './settings.queries.ts';
import type { satisfactionSettingsShape } from './settings.schemas.ts';

const at = (value: Date | null) => value?.toISOString() ?? null;
const ref = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function toSurvey(row: SurveyRow): z.input<typeof surveyShape> {
  return {
    id: row.id, ticket: row.ticket_number, state: row.state, dropped_for: row.dropped_for, asks_at: at(row.next_at), asked_at: at(row.asked_at), language: row.language, score: row.score, words: row.words, low: row.low,
    answered_at: at(row.answered_at), changed_at: at(row.changed_at),
    follow_up: row.had_task ? { task: row.task_id, assignee: ref(row.task_assignee_id, row.task_assignee_name), due_at: at(row.task_due), done: row.task_id === null || row.task_done !== null } : null,
  };
}

export function toAnswer(row: AnswerRow): z.input<typeof answerShape> {
  return {
    ...toSurvey(row), subject: row.subject, requester: { id: row.requester_id, name: row.requester_name }, assignee: ref(row.assignee_id, row.assignee_name),
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
  };
}

const countsOf = (row: FigureRow): ScoreCounts => ({ 1: row.score_1, 2: row.score_2, 3: row.score_3, 4: row.score_4, 5: row.score_5 });

function toCounts(rows: readonly FigureRow[]) {
  const all: ScoreCounts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const counts of rows.map(countsOf)) for (const score of [1, 2, 3, 4, 5] as const) all[score] += counts[score];
  const each = [all[1], all[2], all[3], all[4], all[5]];
  return { asked: rows.reduce((sum, { asked }) => sum + asked, 0), answered: each.reduce((sum, count) => sum + count, 0), average: averageOf(all), scores: each };
}

export function toFigures(rows: readonly FigureRow[], { since, until }: { since: string; until: string }): z.input<typeof figuresShape> {
  return { since, until, ...toCounts(rows), brands: rows.map((row) => ({ brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color }, ...toCounts([row]) })) };
}

export function toSettings(row: SettingsRow): z.input<typeof satisfactionSettingsShape> {
  return {
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color }, enabled: row.enabled, enabled_at: at(row.enabled_at), delay_hours: row.delay_hours, every_days: row.every_days, ask_employees: row.ask_employees,
    skip_tags: row.skip_tags, questions: row.questions, low_score: row.low_score, change_days: row.change_days, lead: ref(row.lead_id, row.lead_name), team: ref(row.team_id, row.team_name),
  };
}
