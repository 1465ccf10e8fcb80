import { z } from 'zod';
import type { Sealer } from '../../platform/auth/sealer.ts';

/**
 * The customer's link to a promise: sealed, so that it says nothing to whoever reads it, and good for a while after the
 * promise is due. It opens one promise and nothing else.
 */
export type LinkMark = { workspaceId: number; commitmentId: number };

/** ms after the promise is due. */
const goodFor = 30 * 24 * 3_600_000;
const content = z.tuple([z.literal('promise'), z.int().min(1), z.int().min(1), z.int().min(0)]);

export function issueLink(sealer: Sealer, publicUrl: string, { workspaceId, commitmentId }: LinkMark, due: Date): string {
  const token = sealer.seal(JSON.stringify(['promise', workspaceId, commitmentId, Math.floor((due.getTime() + goodFor) / 1_000)]));
  return `${publicUrl}/promise/${token}`;
}

/** What a link opens; null for any that is forged, of another kind, or too old. */
export function readLink(sealer: Sealer, token: string, now: Date): LinkMark | null {
  if (!/^[A-Za-z0-9_-]{40,300}$/.test(token)) return null;
  try {
    const [, workspaceId, commitmentId, until] = content.parse(JSON.parse(sealer.open(token)));
    return until * 1_000 > now.getTime() ? { workspaceId, commitmentId } : null;
  } catch {
    return null;
  }
}
