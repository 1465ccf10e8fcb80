import { z } from 'zod';
import type { Sealer } from '../../platform/auth/sealer.ts';

/** A customer's link: sealed, so that it says nothing to whoever reads it; it opens one survey and nothing else. */
export type RatingMark = { workspaceId: number; surveyId: number };

const content = z.tuple([z.literal('rating'), z.int().min(1), z.int().min(1)]);

/** The page of a survey; with `?score=` it begins with that score chosen. */
export function issueRatingLink(sealer: Sealer, publicUrl: string, { workspaceId, surveyId }: RatingMark): string {
  return `${publicUrl}/rating/${sealer.seal(JSON.stringify(['rating', workspaceId, surveyId]))}`;
}

/** What a link opens; null for any that is forged or of another kind. How long it takes answers is the survey's affair. */
export function readRatingLink(sealer: Sealer, token: string): RatingMark | null {
  if (!/^[A-Za-z0-9_-]{40,300}$/.test(token)) return null;
  try {
    const [, workspaceId, surveyId] = content.parse(JSON.parse(sealer.open(token)));
    return { workspaceId, surveyId };
  } catch {
    return null;
  }
}
