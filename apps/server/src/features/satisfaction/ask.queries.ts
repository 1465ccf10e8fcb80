import { sql } from 'kysely';
import type { Language } from '@ombud/i18n';
import type { Queryable, Tx } from '../../platform/db/db.ts';
import { dueIds, type DueColumn } from '../../platform/timers/timers.queries.ts';
import type { DropReason, SurveyFacts } from './satisfaction.rules.ts';

export const dueColumn: DueColumn = { table: 'surveys', column: 'next_at' };

export type DueSurvey = SurveyFacts & {
  id: number; ticket_id: number; brand_id: number; solved_at: Date; delay_hours: number | null; questions: Record<string, string> | null; brand_name: string; default_language: string; language: string | null;
  person_id: number; customer_name: string;
};

/** What comes due, the earliest first, held until the commit. Indexes: surveys_next, primary keys, messages_ticket, outbox_message, customer_addresses_customer, surveys_customer. */
export async function takeDueSurveys(tx: Tx, workspaceId: number, now: Date, limit: number): Promise<DueSurvey[]> {
  const { rows } = await sql<DueSurvey>`
    with due as materialized (${dueIds(dueColumn, workspaceId, now, limit)})
    select s.id, s.ticket_id, t.brand_id, s.solved_at, g.enabled and s.solved_at >= g.enabled_at as enabled, g.delay_hours, g.every_days, g.ask_employees, g.skip_tags, g.questions,
      coalesce(nullif(b.from_name, ''), b.name) as brand_name, b.default_language, t.language, t.status, t.folder, t.merged_into, t.tags,
      p.id as person_id, p.kind as customer_kind, p.name as customer_name, first.machine, reached.address, last.asked_at as last_asked_at, coming.since as answer_waits_since
    from due join surveys s on s.workspace_id = ${workspaceId} and s.id = due.id
    join tickets t on t.workspace_id = s.workspace_id and t.id = s.ticket_id
    join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
    join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
    join customers p on p.workspace_id = c.workspace_id and p.id = coalesce(c.person_id, c.id)
    left join satisfaction_settings g on g.workspace_id = t.workspace_id and g.brand_id = t.brand_id
    left join lateral (
      select m.automatic is not null or m.sender_check = 'failed' as machine from messages m where m.workspace_id = t.workspace_id and m.ticket_id = t.id and m.kind = 'public' order by m.id limit 1) first on true
    left join lateral (
      select a.address from customer_addresses a
      where a.workspace_id = t.workspace_id and a.kind = 'email' and a.bounced_at is null
        and a.customer_id in (select p.id union all select o.id from customers o where o.workspace_id = p.workspace_id and o.person_id = p.id)
        and not exists (select from participants x where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.address = a.address and not x.confirmed)
        and not exists (select from identity.inbox_addresses i where i.address = a.address)
        and not exists (select from block_list k where k.workspace_id = t.workspace_id and k.pattern in (a.address, '@' || split_part(a.address, '@', 2)))
      order by exists (select from participants x where x.workspace_id = t.workspace_id and x.ticket_id = t.id and x.address = a.address and x.role = 'requester') desc,
        a.customer_id = p.id desc, a.is_primary desc, a.id limit 1) reached on true
    left join lateral (
      select max(z.asked_at) as asked_at from surveys z
      where z.workspace_id = s.workspace_id and z.asked_at is not null
        and z.customer_id in (select p.id union all select o.id from customers o where o.workspace_id = p.workspace_id and o.person_id = p.id)) last on true
    left join lateral (
      select min(m.created_at) as since from messages m join outbox o on o.workspace_id = m.workspace_id and o.message_id = m.id and o.kind = 'reply' and o.status in ('queued', 'sending')
      where m.workspace_id = t.workspace_id and m.ticket_id = t.id) coming on true
    order by due.due, s.id`.execute(tx);
  return rows.map((row) => ({ ...row, machine: row.machine === true }));
}

export async function dropSurvey(tx: Tx, workspaceId: number, id: number, reason: DropReason): Promise<void> {
  await sql`update surveys set state = 'dropped', dropped_for = ${reason}, next_at = null where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function putOffSurvey(tx: Tx, workspaceId: number, id: number, until: Date): Promise<void> {
  await sql`update surveys set next_at = ${until} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type Asked = { id: number; brandId: number; personId: number; messageId: number; language: Language };

/** It has been asked; and counts in its day. */
export async function noteAsked(tx: Tx, workspaceId: number, it: Asked, now: Date): Promise<void> {
  await sql`
    update surveys set state = 'asked', next_at = null, asked_at = ${now}, brand_id = ${it.brandId}, customer_id = ${it.personId}, message_id = ${it.messageId}, language = ${it.language}
    where workspace_id = ${workspaceId} and id = ${it.id}`.execute(tx);
  await sql`
    insert into satisfaction_days (workspace_id, brand_id, day, asked) values (${workspaceId}, ${it.brandId}, ${await dayOf(tx, workspaceId, now)}, 1)
    on conflict (workspace_id, brand_id, day) do update set asked = satisfaction_days.asked + 1`.execute(tx);
}

/** The day of a moment where the workspace is. */
export async function dayOf(db: Queryable, workspaceId: number, at: Date): Promise<string> {
  const { rows } = await sql<{ day: string }>`select to_char(${at}::timestamptz at time zone w.time_zone, 'YYYY-MM-DD') as day from identity.workspaces w where w.id = ${workspaceId}`.execute(db);
  return rows[0]!.day; // the workspace of a row that is there
}
