export interface AnswersSearch {
  show?: 'unfinished' | undefined;
  brand?: number | undefined;
  score?: number | undefined;
}

const whole = (value: unknown, most: number): number | undefined => (Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined);

/** Of what stands in the address, what can be meant. */
export function readAnswersSearch(search: { show?: unknown; brand?: unknown; score?: unknown }): AnswersSearch {
  return { show: search.show === 'unfinished' ? 'unfinished' : undefined, brand: whole(search.brand, Number.MAX_SAFE_INTEGER), score: whole(search.score, 5) };
}
