import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursors.ts';
import type { FeedPosition } from './events.queries.ts';

const shape = z.tuple([z.string().regex(/^\d{1,20}$/), z.int().min(0)]);

export function encodePosition(position: FeedPosition): string {
  return encodeCursor([position.xid, position.id]);
}

/** @throws Problem invalid_cursor */
export function decodePosition(cursor: string): FeedPosition {
  const [xid, id] = decodeCursor(cursor, shape);
  return { xid, id };
}

export const feedStart: FeedPosition = { xid: '0', id: 0 };
