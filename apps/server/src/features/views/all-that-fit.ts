import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { ListPosition } from '../tickets/index.ts';
import type { Conditions } from './conditions.schemas.ts';
import { conditionsOf, readerOf } from './saved-views.commands.ts';
import { findSavedView } from './saved-views.queries.ts';
import { readWanted, type Beside } from './wanted.ts';
import { listWantedIds } from './window.queries.ts';

type Tools = Pick<Context, 'db' | 'customFields' | 'clock'>;

/** A view as it stands, for one who sees it; null otherwise. Its conditions are null when they are not known any more, and fit nothing. */
export async function findView({ db }: Pick<Tools, 'db'>, actor: AgentActor, viewId: number): Promise<{ conditions: Conditions | null; updatedAt: Date } | null> {
  const row = await findSavedView(db, readerOf(actor), viewId);
  return row && { conditions: conditionsOf(row), updatedAt: row.updated_at };
}

/**
 * The ids of all tickets that fit, gathered in steps of so many looked-at tickets; it stops beyond `most`.
 * @throws Problem invalid_input for `beside.field`
 */
export async function allThatFit(context: Tools, actor: AgentActor, conditions: Conditions, beside: Beside, { most, step }: { most: number; step: number }): Promise<number[]> {
  const wanted = await readWanted(context, actor, conditions, beside);
  const found = new Set<number>();
  let after: ListPosition | undefined;
  while (wanted && found.size <= most) {
    const { ids, lookedTo } = await listWantedIds(context.db, actor.scope, wanted, { after, step });
    for (const id of ids) found.add(id);
    if (!lookedTo) break;
    after = lookedTo;
  }
  return [...found];
}
