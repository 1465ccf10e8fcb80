import { sql, type RawBuilder } from 'kysely';

/**
 * Parts of a `with recursive`: the one ticket `t` that `which` finds among tickets `x`, and `values_held(pairs)`: what it
 * holds in fields of a choice, as `key:option`, with the branches above it. Primary keys beside what `which` takes.
 */
export function ticketFacts(workspaceId: number, which: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`t as materialized (
      select x.id, x.number, x.brand_id, x.status, x.kind, x.priority, x.channel, x.language, x.tags from tickets x where x.workspace_id = ${workspaceId} and ${which}
    ), held as (
      select f.key, o.key as option, o.parent_id from t
      join ticket_fields w on w.workspace_id = ${workspaceId} and w.ticket_id = t.id
      join custom_fields f on f.workspace_id = w.workspace_id and f.id = w.field_id and f.archived_at is null and (f.brand_id is null or f.brand_id = t.brand_id)
      join custom_field_options o on o.workspace_id = w.workspace_id and o.id = w.option_id
      union
      select held.key, o.key, o.parent_id from held join custom_field_options o on o.workspace_id = ${workspaceId} and o.id = held.parent_id
    ), values_held as materialized (select coalesce(array_agg(key || ':' || option), '{}') as pairs from held)`;
}

/** Whether these conditions (jsonb) fit the ticket `t` of `ticketFacts`. A condition that is not there fits every ticket. */
export function fits(conditions: RawBuilder<unknown>): RawBuilder<boolean> {
  // Several values of a condition: any of them.
  const oneOf = (name: 'kind' | 'priority' | 'channel' | 'language') => sql`(${conditions}->${sql.lit(name)} is null or ${conditions}->${sql.lit(name)} ? coalesce(t.${sql.ref(name)}, ''))`;
  return sql<boolean>`(${oneOf('kind')} and ${oneOf('priority')} and ${oneOf('channel')} and ${oneOf('language')}
        and (${conditions}->'tag' is null or ${conditions}->'tag' ?| t.tags)
        and not exists (
          select from jsonb_each(${conditions}->'fields') c(key, wanted), values_held
          where not exists (select from jsonb_array_elements_text(c.wanted) w(option) where c.key || ':' || w.option = any(values_held.pairs))))`;
}
