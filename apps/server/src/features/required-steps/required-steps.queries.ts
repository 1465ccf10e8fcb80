import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { fits, ticketFacts } from '../conditions/index.ts';
import type { GuardedStatus, KnownPlaybook } from './known-playbooks.ts';

/** Live playbooks of a workspace. */
export const mostPlaybooks = 200;
/** So many count on one ticket. */
export const mostOnATicket = 20;
/** What is merged deeper than this does not count. */
const deepest = 10;

export const stepEvents = ['reply', 'note', 'promise', 'callback', 'wrap_up'] as const;
export type StepEvent = (typeof stepEvents)[number];
export type StepDoneBy = 'person' | 'field' | 'event';

/** A step of a playbook that fits a ticket, with whether it is done there. */
export type TicketStepRow = {
  playbook_id: number;
  playbook_name: string;
  brand_id: number | null;
  brand_name: string | null;
  brand_color: string | null;
  guards: GuardedStatus[];
  step_id: number;
  text: string;
  done_by: StepDoneBy;
  field: string | null;
  options: string[] | null;
  event: StepEvent | null;
  done: boolean;
  /** By whom and when, where a person did it. */
  agent_id: number | null;
  agent_name: string | null;
  done_at: Date | null;
};

/** Index: playbooks_live. */
export async function listGuards(db: Queryable, workspaceId: number): Promise<KnownPlaybook[]> {
  const { rows } = await sql<KnownPlaybook>`
    select brand_id as "brandId", guards from playbooks where workspace_id = ${workspaceId} and archived_at is null limit ${sql.lit(mostPlaybooks)}`.execute(db);
  return rows;
}

/**
 * What has happened on the ticket or on what was merged into it; a reply that was taken back, or did not go out, has not. A wrap-up is the
 * ticket's own: one that was merged into it had another case's. Indexes: messages_ticket, outbox_message, commitments_ticket, wrap_ups_pkey.
 */
const happened = (workspaceId: number) => sql<boolean>`case s.event
  when 'promise' then exists (select from commitments c, family f where c.workspace_id = ${workspaceId} and c.ticket_id = f.id and c.state <> 'withdrawn')
  when 'callback' then exists (select from commitments c, family f where c.workspace_id = ${workspaceId} and c.ticket_id = f.id and c.kind = 'callback' and c.state in ('kept', 'kept_late'))
  when 'wrap_up' then exists (select from wrap_ups w where w.workspace_id = ${workspaceId} and w.ticket_id = t.id)
  when 'note' then exists (select from messages m, family f where m.workspace_id = ${workspaceId} and m.ticket_id = f.id and m.kind = 'note' and m.author_type = 'agent' and m.taken_back_at is null)
  else exists (select from messages m, family f where m.workspace_id = ${workspaceId} and m.ticket_id = f.id and m.kind = 'public' and m.direction = 'out' and m.author_type = 'agent'
    and not exists (select from outbox o where o.workspace_id = ${workspaceId} and o.message_id = m.id and o.status in ('cancelled', 'failed'))) end`;

const filled = (workspaceId: number) => sql<boolean>`(case when s.options is null
  then exists (select from ticket_fields w where w.workspace_id = ${workspaceId} and w.ticket_id = t.id and w.field_id = s.field_id)
  else exists (select from unnest(s.options) o(key), values_held where f.key || ':' || o.key = any(values_held.pairs)) end)`;

/**
 * The steps of all live playbooks that fit a ticket, the brand's own before those of all brands, in their order; with
 * `guarding` only of those that guard this status. A step by a field that is gone, or that the brand does not have, asks for
 * nothing. Indexes: tickets by id or number, playbooks_live, playbook_steps_of, then look-ups for each step.
 */
export async function findTicketSteps(db: Queryable, scope: Scope, which: { id: number } | { number: number }, { guarding }: { guarding?: GuardedStatus } = {}): Promise<TicketStepRow[]> {
  const { workspaceId } = scope;
  const found = sql<boolean>`${'id' in which ? sql`x.id = ${which.id}` : sql`x.number = ${which.number}`} and ${brandVisible(scope, sql`x.brand_id`)}`;
  const { rows } = await sql<TicketStepRow>`
    with recursive ${ticketFacts(workspaceId, found)}, family as (
      select id, 0 as depth from t
      union all
      select x.id, f.depth + 1 from family f join tickets x on x.workspace_id = ${workspaceId} and x.merged_into = f.id where f.depth < ${sql.lit(deepest)}
    ), p as (
      select p.id, p.name, p.brand_id, p.guards from t, playbooks p
      where p.workspace_id = ${workspaceId} and p.archived_at is null and (p.brand_id is null or p.brand_id = t.brand_id)
        ${guarding ? sql`and ${guarding} = any(p.guards)` : sql``} and ${fits(sql`p.conditions`)}
      order by p.brand_id is null, lower(p.name), p.id limit ${sql.lit(mostOnATicket)})
    select p.id as playbook_id, p.name as playbook_name, p.brand_id, b.name as brand_name, b.color as brand_color, p.guards, s.id as step_id, s.text, s.done_by, f.key as field, s.options, s.event,
      case s.done_by when 'person' then d.done_by is not null when 'field' then ${filled(workspaceId)} else ${happened(workspaceId)} end as done,
      d.done_by as agent_id, a.name as agent_name, d.done_at
    from t join p on true
    join playbook_steps s on s.workspace_id = ${workspaceId} and s.playbook_id = p.id and s.removed_at is null
    left join brands b on b.workspace_id = ${workspaceId} and b.id = p.brand_id
    left join custom_fields f on f.workspace_id = ${workspaceId} and f.id = s.field_id and f.archived_at is null and (f.brand_id is null or f.brand_id = t.brand_id)
    left join lateral (
      select d.done_by, d.done_at from family f join ticket_steps d on d.workspace_id = ${workspaceId} and d.ticket_id = f.id and d.step_id = s.id
      where s.done_by = 'person' order by d.done_at limit 1) d on true
    left join agents a on a.workspace_id = ${workspaceId} and a.id = d.done_by
    where s.done_by <> 'field' or f.id is not null
    order by p.brand_id is null, lower(p.name), p.id, s.position, s.id`.execute(db);
  return rows;
}

export type NewOverride = { ticketId: number; status: GuardedStatus; reason: string; steps: readonly number[]; agentId: number; now: Date };

export async function insertOverride(tx: Tx, workspaceId: number, { ticketId, status, reason, steps, agentId, now }: NewOverride): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into step_overrides (workspace_id, ticket_id, status, reason, steps, made_by, created_at)
    values (${workspaceId}, ${ticketId}, ${status}, ${reason}, ${[...steps]}::bigint[], ${agentId}, ${now}) returning id`.execute(tx);
  return rows[0]!.id; // an insert without a condition answers its row
}

/** Texts of the steps that an event is about, and of one that went past them why. */
export type StepWords = { steps: string[]; reason: string | null };

/** Of an event `e`: these words; null where it is about no steps, which costs nothing. Primary keys. */
export const stepWords: RawBuilder<StepWords | null> = sql`case e.type
  when 'step.done' then ${wordsOfStep()}
  when 'step.undone' then ${wordsOfStep()}
  when 'steps.overridden' then (
    select json_build_object('reason', v.reason, 'steps', (select coalesce(json_agg(s.text order by s.playbook_id, s.position, s.id), '[]') from playbook_steps s where s.workspace_id = e.workspace_id and s.id = any(v.steps)))
    from step_overrides v where v.workspace_id = e.workspace_id and v.id = (e.data->>'override')::bigint) end`;

function wordsOfStep(): RawBuilder<unknown> {
  return sql`(select json_build_object('reason', null, 'steps', json_build_array(s.text)) from playbook_steps s where s.workspace_id = e.workspace_id and s.id = (e.data->>'step')::bigint)`;
}
