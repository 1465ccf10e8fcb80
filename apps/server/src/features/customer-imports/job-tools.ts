import type { Context } from '../../context.ts';
import { hasRole, type AgentActor, type EventActor } from '../../platform/auth/actor.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findAgent } from '../agents/index.ts';
import { listBrandNames, type ImportJob, type ImportStatus, type Progress } from './customer-imports.queries.ts';
import type { Terms } from './person.rules.ts';

export type Tools = Pick<Context, 'db' | 'files' | 'log' | 'wake'>;
/** Who stands on the events, with what they may see at this moment. */
export type Importer = Pick<AgentActor, 'type' | 'id' | 'scope'>;

/** The person who asked for the import is gone, is no longer allowed to, or no longer sees its brand. */
export class NotAllowedAnyMore extends Error {}

/** Who made the import, for events about what needs no right of theirs any more. */
export function makerOf({ agent_id, workspace_id }: ImportJob): Importer {
  return { type: 'agent', id: agent_id, scope: { workspaceId: workspace_id, brands: 'all' } };
}

/** @throws NotAllowedAnyMore */
export async function importerOf({ db }: Pick<Tools, 'db'>, job: ImportJob): Promise<Importer> {
  const agent = await findAgent(db, job.workspace_id, { id: job.agent_id });
  if (!agent?.active || !hasRole(agent.role, 'lead')) throw new NotAllowedAnyMore();
  const brands = agent.all_brands ? 'all' : agent.brands;
  if (brands !== 'all' && !brands.includes(job.brand_id)) throw new NotAllowedAnyMore();
  return { type: 'agent', id: agent.id, scope: { workspaceId: job.workspace_id, brands } };
}

export async function termsOf({ db }: Pick<Tools, 'db'>, job: ImportJob, { scope }: Importer): Promise<Terms> {
  const brands = await listBrandNames(db, scope);
  return {
    mapping: job.mapping,
    country: job.country ?? undefined,
    brand: job.brand_id,
    brands: new Map(brands.flatMap(({ id, name, slug }) => [[name.toLowerCase(), id], [slug, id]] as const)),
    unescape: job.format === 'csv',
  };
}

/** What screens are told while it goes on: not more often than they can show. */
export function createTeller(job: ImportJob, importer: Importer) {
  let next = 0;
  return async (tx: Tx, status: ImportStatus, { handled, total }: Pick<Progress, 'handled' | 'total'>, { always = false } = {}): Promise<void> => {
    const now = monotonicNow();
    if (!always && now < next) return;
    next = now + 500;
    await tellImport(tx, importer, job, status, { handled, total });
  };
}

export async function tellImport(tx: Tx, actor: EventActor, { id, brand_id }: { id: number; brand_id: number }, status: ImportStatus, { handled, total }: { handled: number; total: number }): Promise<void> {
  await appendEvent(tx, actor, { type: 'customer_import.updated', brandId: brand_id, data: { import_id: id, status, handled, total } });
}
