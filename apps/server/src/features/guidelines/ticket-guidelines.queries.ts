import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { fits, ticketFacts } from '../conditions/index.ts';
import type { GuidelineMoment } from './guidelines.schemas.ts';

export type TicketGuidelineRow = {
  id: number;
  name: string;
  brand_id: number | null;
  brand_name: string;
  brand_color: string;
  version: number;
  text: string;
  moments: GuidelineMoment[];
  effective_from: Date;
  effective_until: Date | null;
  known: boolean;
};

/**
 * What is in force now and fits the ticket, the brand's own before those of all brands, by name; null when the reader sees no such
 * ticket. Indexes: tickets by number, guidelines_live, then guideline_versions_effective for each: one look at its newest.
 */
export async function findTicketGuidelines(db: Queryable, scope: Scope, { number, agentId, now, limit }: { number: number; agentId: number; now: Date; limit: number }): Promise<TicketGuidelineRow[] | null> {
  const { workspaceId } = scope;
  const { rows } = await sql<TicketGuidelineRow & { id: number | null }>`
    with recursive ${ticketFacts(workspaceId, sql`x.number = ${number} and ${brandVisible(scope, sql`x.brand_id`)}`)}
    select g.id, g.name, g.brand_id, b.name as brand_name, b.color as brand_color, g.version, g.text, g.moments, g.effective_from, g.effective_until,
      exists (select from known_guidelines k where k.workspace_id = ${workspaceId} and k.agent_id = ${agentId} and k.guideline_id = g.id and k.version = g.version) as known
    from t
    join brands b on b.workspace_id = ${workspaceId} and b.id = t.brand_id
    left join lateral (
      select g.id, g.name, g.brand_id, v.* from guidelines g
      cross join lateral (
        select v.version, v.text, v.moments, v.conditions, v.effective_from, v.effective_until from guideline_versions v
        where v.workspace_id = ${workspaceId} and v.guideline_id = g.id and v.withdrawn_at is null and v.effective_from <= ${now} and (v.effective_until is null or v.effective_until > ${now})
        order by v.effective_from desc, v.version desc limit 1) v
      where g.workspace_id = ${workspaceId} and g.archived_at is null and (g.brand_id is null or g.brand_id = t.brand_id)
        and ${fits(sql`v.conditions`)}
      order by g.brand_id is null, lower(g.name), g.id limit ${sql.lit(limit)}) g on true
    order by g.brand_id is null, lower(g.name), g.id`.execute(db);
  if (rows.length === 0) return null;
  return rows.filter((row) => row.id !== null);
}
