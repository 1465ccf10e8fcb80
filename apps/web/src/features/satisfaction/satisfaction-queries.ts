import type { Shape } from '@ombud/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Answer } from '../../lib/api.ts';
import type { AnswersSearch } from './answers-search.ts';

export type Survey = Shape<'Survey'>;
export type GivenAnswer = Shape<'SatisfactionAnswer'>;
export type Settings = Shape<'SatisfactionSettings'>;
export type Figures = Shape<'SatisfactionFigures'>;
export type AllSettings = Answer<'/api/v1/satisfaction-settings', 'get'>;

/** Everything below `satisfaction` is read again when an event tells of it (lib/live-queries.ts). */
export function ticketSurveys(number: number) {
  return queryOptions({ queryKey: ['satisfaction', 'ticket', number], queryFn: ({ signal }) => api.get('/api/v1/tickets/{number}/satisfaction', { path: { number }, signal }), staleTime: 60_000 });
}

export function answerPages({ show, brand, score }: AnswersSearch) {
  return infiniteQueryOptions({
    queryKey: ['satisfaction', 'answers', show, brand, score],
    queryFn: ({ pageParam, signal }) => api.get('/api/v1/satisfaction', { query: { show, brand, score, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
}

export const figuresDays = 90;

export function figuresOf(brand: number | undefined) {
  return queryOptions({ queryKey: ['satisfaction', 'figures', brand], queryFn: ({ signal }) => api.get('/api/v1/satisfaction/figures', { query: { brand, days: figuresDays }, signal }) });
}

export const settingsQuery = queryOptions({ queryKey: ['satisfaction', 'settings'], queryFn: ({ signal }) => api.get('/api/v1/satisfaction-settings', { signal }) });
