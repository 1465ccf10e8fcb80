import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../auth/actor.ts';

/** `column in (the brands that the actor may see)`, for queries whose index finds few rows before it. */
export function brandVisible(scope: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope.brands === 'all') return sql<boolean>`true`;
  return sql<boolean>`${column} = any(${[...scope.brands]}::bigint[])`;
}

/** The exact text of a moment for cursors: UTC with microseconds, which a JavaScript Date would cut. */
export function exactMoment(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
