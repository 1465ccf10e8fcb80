import { api, type Body } from '../../../lib/api.ts';

type Move = Body<'/api/v1/base/moves', 'post'>;
/** `failed`: what stopped it; what was moved before stays so. */
export interface Moved {
  id: number;
  moved: number;
  left: number;
  failed: unknown;
}

/** A whole base goes in steps; `tell` hears how many have gone so far, while there are more to come. */
export async function moveAll(body: Move, tell: (moved: number) => void): Promise<Moved> {
  let step = await api.post('/api/v1/base/moves', { body });
  const sum: Moved = { id: step.id, moved: step.moved, left: step.left, failed: null };
  while (step.next_cursor !== null) {
    tell(sum.moved);
    try {
      step = await api.post('/api/v1/base/moves', { body: { ...body, cursor: step.next_cursor } });
    } catch (error) {
      return { ...sum, failed: error };
    }
    sum.moved += step.moved;
    sum.left += step.left;
  }
  return sum;
}

/** Every step of it, the last one first. @returns how many are back */
export async function undoAll(id: number): Promise<number> {
  let restored = 0;
  for (let more = true; more; ) {
    const step = await api.post('/api/v1/base/moves/{id}/undo', { path: { id } });
    restored += step.restored;
    more = step.more;
  }
  return restored;
}
