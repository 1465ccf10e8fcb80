import { isDeepStrictEqual } from 'node:util';

export type Changes = Record<string, true | { from: unknown; to: unknown }>;

/**
 * What an event says of changed fields: `{from, to}` for ids and codes, only `true` for `texts` (names, notes,
 * addresses: what may have to be erased). Null when nothing differs.
 */
export function changedFields<Row extends object>(before: Row, patch: Partial<Row>, texts: readonly (keyof Row & string)[]): Changes | null {
  const changed = (Object.keys(patch) as (keyof Row & string)[]).filter((key) => patch[key] !== undefined && !isDeepStrictEqual(before[key], patch[key]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((key) => [key, texts.includes(key) ? true : { from: before[key], to: patch[key] }]));
}
