import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A statement earns a name when it comes for the third time; rare ones are not kept by every connection. */
const earnedAfter = 2;
/** Lists in `in (…)` give endless texts: beyond so many different ones nothing new is named. */
const mostNames = 400;
const mostCounted = 5_000;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/**
 * Lets a connection keep the plans of its frequent statements: planning took two to ten times as long as running them
 * (ADR 9). Nothing else changes for whoever queries.
 */
export function nameFrequentStatements(client: pg.PoolClient): void {
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (...args: unknown[]): unknown => {
    const [text, values] = args;
    if (typeof text !== 'string' || !Array.isArray(values)) return plain(...args);
    const name = nameOf(text);
    return name === undefined ? plain(...args) : plain({ name, text, values }, ...args.slice(2));
  };
  client.query = named as typeof client.query; // the same calls, one of them with a name
}

/** The name that a statement has earned, if any. Counts the asking. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return undefined;
  const times = (seen.get(text) ?? 0) + 1;
  if (times <= earnedAfter) {
    if (seen.size >= mostCounted) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `o${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
