import { sql } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
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

/** Several values of a condition: any of them. A condition that is not there fits every ticket. */
const oneOf = (name: 'kind' | 'priority' | 'channel' | 'language') => sql`(v.conditions->${sql.lit(name)} is null or v.conditions->${sql.lit(name)} ? coalesce(t.${sql.ref(name)}, ''))`;

/**
 * What is in force now and fits the ticket, the brand's own before those of all brands, by name; null when the reader sees no such
 * ticket. Indexes: tickets by number, guidelines_live, then guideline_versions_effective for each: one look at its newest. What the
 * ticket holds in fields of a choice stands as `key:option`, with the branches above it.
 */
export async function findTicketGuidelines(db: Queryable, scope: Scope, { number, agentId, now, limit }: { number: number; agentId: number; now: Date; limit: number }): Promise<TicketGuidelineRow[] | null> {
  const { workspaceId } = scope;
  const { rows } = await sql<TicketGuidelineRow & { id: number | null }>`
    with recursive t as materialized (
      select x.id, x.brand_id, x.kind, x.priority, x.channel, x.language, x.tags from tickets x
      where x.workspace_id = ${workspaceId} and x.number = ${number} and ${brandVisible(scope, sql`x.brand_id`)}
    ), held as (
      select f.key, o.key as option, o.parent_id from t
      join ticket_fields w on w.workspace_id = ${workspaceId} and w.ticket_id = t.id
      join custom_fields f on f.workspace_id = w.workspace_id and f.id = w.field_id and f.archived_at is null and (f.brand_id is null or f.brand_id = t.brand_id)
      join custom_field_options o on o.workspace_id = w.workspace_id and o.id = w.option_id
      union
      select held.key, o.key, o.parent_id from held join custom_field_options o on o.workspace_id = ${workspaceId} and o.id = held.parent_id
    ), values_held as materialized (select coalesce(array_agg(key || ':' || option), '{}') as pairs from held)
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
        and ${oneOf('kind')} and ${oneOf('priority')} and ${oneOf('channel')} and ${oneOf('language')}
        and (v.conditions->'tag' is null or v.conditions->'tag' ?| t.tags)
        and not exists (
          select from jsonb_each(v.conditions->'fields') c(key, wanted), values_held
          where not exists (select from jsonb_array_elements_text(c.wanted) w(option) where c.key || ':' || w.option = any(values_held.pairs)))
      order by g.brand_id is null, lower(g.name), g.id limit ${sql.lit(limit)}) g on true
    order by g.brand_id is null, lower(g.name), g.id`.execute(db);
  if (rows.length === 0) return null;
  return rows.filter((row) => row.id !== null);
}
