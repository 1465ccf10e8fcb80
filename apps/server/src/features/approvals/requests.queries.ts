import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/auth/actor.ts';
import { json, type Queryable, type Tx } from '../../platform/db/db.ts';
import { brandVisible } from '../../platform/db/scope.ts';
import { isApprover, type ApproverKind } from '../approval-rules/index.ts';
import type { TicketStatus } from '../tickets/index.ts';
import { messageParts, type ApprovalChange, type ApprovalState } from './approvals.schemas.ts';
import type { HeldMail } from './send-held.command.ts';

type Agent = { id: number; name: string };
type Answer = { agent: Agent; rule: number; approved: boolean; words: string | null; answered_at: string };

/** What the ticket held when it was asked for: of what is changed; when a promise was due, what it was merged into, and where it lay (ids); of a message what was said before it, and what the mail says. */
export type Seen = Pick<ApprovalChange, 'status' | 'priority' | 'kind' | 'folder' | 'fields' | 'assignee' | 'team'> & { due?: string; into?: number | null; brand?: number; inbox?: number | null; word?: number | null; mail?: HeldMail };

export type RequestRow = {
  id: number;
  ticket_id: number;
  ticket_number: number;
  ticket_subject: string;
  ticket_merged: boolean;
  ticket_status: TicketStatus;
  brand_id: number;
  rule_id: number;
  rule_name: string;
  approver: ApproverKind;
  approvals: number;
  hours: number;
  satisfied: number[];
  requester: Agent;
  change: ApprovalChange;
  seen: Seen;
  reason: string;
  state: ApprovalState;
  problem: string | null;
  answers: Answer[];
  people: Agent[];
  /** Whether whoever asks answers for the rule at all, and has not yet. */
  entitled: boolean;
  answered: boolean;
  created_at: Date;
  expires_at: Date;
  due_at: Date | null;
  ended_at: Date | null;
};

/** Of the request `q` by the rule `r` on the ticket `t`: whether this agent answers for it, and is not who asks. */
const answersFor = (agentId: number) => sql<boolean>`(q.requester_id <> ${agentId} and exists (select from agents a where a.workspace_id = q.workspace_id and a.id = ${agentId} and ${isApprover(sql`t.brand_id`)}))`;
const hasAnswered = (agentId: number) => sql<boolean>`exists (select from approval_answers w where w.workspace_id = q.workspace_id and w.request_id = q.id and w.rule_id = q.rule_id and w.agent_id = ${agentId})`;

/** Signs of a message that a list shows. */
const listedText = 300;
const held = sql`q.change ?| ${[...messageParts]}::text[]`;
/** A list shows how a message begins: its words, which may be long, are read with the one request. */
const shortened = {
  change: sql`case when ${held} then q.change #- '{reply,html}' #- '{reply,text}' #- '{forward,html}' #- '{forward,text}' #- '{write_aside,html}' #- '{write_aside,text}' else q.change end`,
  seen: sql`case when q.seen ? 'mail' then jsonb_set(q.seen, '{mail,text}', to_jsonb(case when length(q.seen #>> '{mail,text}') > ${sql.lit(listedText)} then left(q.seen #>> '{mail,text}', ${sql.lit(listedText - 1)}) || '…' else q.seen #>> '{mail,text}' end)) else q.seen end`,
};
const whole = { change: sql`q.change`, seen: sql`q.seen` };

/** Primary keys; of what waits three who may answer. */
const read = (agentId: number, { change, seen }: typeof whole) => sql`
  select q.id, q.ticket_id, t.number as ticket_number, t.subject as ticket_subject, t.merged_into is not null as ticket_merged, t.status as ticket_status, t.brand_id, q.rule_id, r.name as rule_name, r.approver, r.approvals,
    r.expires_after_hours as hours, q.satisfied, json_build_object('id', n.id, 'name', n.name) as requester, ${change} as change, ${seen} as seen, q.reason, q.state, q.problem,
    (select coalesce(json_agg(json_build_object('agent', json_build_object('id', a.id, 'name', a.name), 'rule', w.rule_id, 'approved', w.approved, 'words', w.words, 'answered_at', w.answered_at) order by w.answered_at, a.id), '[]')
      from approval_answers w join agents a on a.workspace_id = w.workspace_id and a.id = w.agent_id where w.workspace_id = q.workspace_id and w.request_id = q.id) as answers,
    case when q.state = 'waiting' then (select coalesce(json_agg(p), '[]') from (
      select a.id, a.name from agents a where a.workspace_id = q.workspace_id and a.id <> q.requester_id and ${isApprover(sql`t.brand_id`)}
        and not exists (select from approval_answers w where w.workspace_id = q.workspace_id and w.request_id = q.id and w.rule_id = q.rule_id and w.agent_id = a.id) limit 3) p) else '[]' end as people,
    ${answersFor(agentId)} as entitled, ${hasAnswered(agentId)} as answered, q.created_at, q.expires_at, q.due_at, q.ended_at
  from approval_requests q
  join tickets t on t.workspace_id = q.workspace_id and t.id = q.ticket_id
  join approval_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
  join agents n on n.workspace_id = q.workspace_id and n.id = q.requester_id`;

export type RequestFilter = { show: 'to_answer' | 'asked' | 'waiting' | 'answered' | 'all'; ticket: number | undefined; now: Date };

const shown = (agentId: number, { show, now }: RequestFilter): RawBuilder<unknown> => {
  if (show === 'to_answer') return sql`q.state = 'waiting' and q.expires_at > ${now} and t.folder = 'inbox' and ${answersFor(agentId)} and not ${hasAnswered(agentId)}`;
  if (show === 'asked') return sql`q.requester_id = ${agentId}`;
  return show === 'waiting' ? sql`q.state = 'waiting'` : show === 'answered' ? sql`q.state <> 'waiting'` : sql`true`;
};

/** What waits oldest first, else newest first. Indexes: approval_requests_waiting, _answered, _requester, _ticket, or the primary key. */
export async function listRequests(db: Queryable, scope: Scope, agentId: number, filter: RequestFilter, { after, limit }: { after: number | undefined; limit: number }): Promise<RequestRow[]> {
  const oldestFirst = filter.show === 'to_answer' || filter.show === 'waiting';
  const beyond = after === undefined ? sql`` : oldestFirst ? sql`and q.id > ${after}` : sql`and q.id < ${after}`;
  const ofTicket = filter.ticket === undefined ? sql`` : sql`and q.ticket_id = (select x.id from tickets x where x.workspace_id = ${scope.workspaceId} and x.number = ${filter.ticket})`;
  const { rows } = await sql<RequestRow>`${read(agentId, shortened)}
    where q.workspace_id = ${scope.workspaceId} and ${brandVisible(scope, sql`t.brand_id`)} and ${shown(agentId, filter)} ${ofTicket} ${beyond}
    order by q.id ${oldestFirst ? sql`asc` : sql`desc`} limit ${limit}`.execute(db);
  return rows;
}

/** Null for one that is not there, or on a ticket that the scope does not see. */
export async function findRequest(db: Queryable, scope: Scope, agentId: number, requestId: number): Promise<RequestRow | null> {
  const { rows } = await sql<RequestRow>`${read(agentId, whole)} where q.workspace_id = ${scope.workspaceId} and q.id = ${requestId} and ${brandVisible(scope, sql`t.brand_id`)}`.execute(db);
  return rows[0] ?? null;
}

/** Nobody else answers it until the commit. */
export async function lockRequest(tx: Tx, workspaceId: number, requestId: number): Promise<void> {
  await sql`select from approval_requests where workspace_id = ${workspaceId} and id = ${requestId} for no key update`.execute(tx);
}

/** The same rule on the same ticket; of promises and messages each by itself, of what is done to a ticket each thing, and the very words of the same agent. Index: approval_requests_ticket. */
export async function isWaitingAlready(tx: Tx, workspaceId: number, { ticketId, ruleId, requesterId, change }: { ticketId: number; ruleId: number; requesterId: number; change: ApprovalChange }): Promise<boolean> {
  const sends = messageParts.some((part) => change[part] !== undefined);
  const promise = change.move ?? change.withdraw;
  const { rows } = await sql`
    select from approval_requests q join approval_rules r on r.workspace_id = q.workspace_id and r.id = q.rule_id
    where q.workspace_id = ${workspaceId} and q.ticket_id = ${ticketId} and q.rule_id = ${ruleId} and q.state = 'waiting' and ${sends ? sql`q.requester_id = ${requesterId} and q.change = ${json(change)}` : sql`not ${held}`}
      and coalesce(q.change -> 'move', q.change -> 'withdraw') ->> 'commitment' is not distinct from ${promise ? String(promise.commitment) : null}::text
      and q.change #>> '{split,message}' is not distinct from ${change.split ? String(change.split.message) : null}::text
      and q.change -> 'make_promise' is not distinct from ${change.make_promise ? json(change.make_promise) : null}::jsonb
      and (r.guard <> 'action' or (select array_agg(k order by k collate "C") from jsonb_object_keys(q.change) k) = ${Object.keys(change).toSorted()}::text[]) limit 1`.execute(tx);
  return rows.length > 0;
}

export type NewRequest = { ticketId: number; ruleId: number; requesterId: number; change: ApprovalChange; seen: object; reason: string; now: Date };

/** It runs out when its rule says. */
export async function insertRequest(tx: Tx, workspaceId: number, { ticketId, ruleId, requesterId, change, seen, reason, now }: NewRequest): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into approval_requests (workspace_id, ticket_id, rule_id, requester_id, change, seen, reason, created_at, expires_at, due_at)
    select ${workspaceId}::bigint, ${ticketId}::bigint, r.id, ${requesterId}::bigint, ${json(change)}, ${json(seen)}, ${reason}, ${now}, x.at, x.at
    from approval_rules r cross join lateral (select ${now}::timestamptz + make_interval(hours => r.expires_after_hours) as at) x
    where r.workspace_id = ${workspaceId} and r.id = ${ruleId} returning id`.execute(tx);
  return rows[0]!.id; // the rule has just been read
}

/** False where the same person has answered before. */
export async function insertAnswer(tx: Tx, workspaceId: number, answer: { requestId: number; ruleId: number; agentId: number; approved: boolean; words: string | null; now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into approval_answers (workspace_id, request_id, rule_id, agent_id, approved, words, answered_at)
    values (${workspaceId}, ${answer.requestId}, ${answer.ruleId}, ${answer.agentId}, ${answer.approved}, ${answer.words}, ${answer.now}) on conflict do nothing`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** How many have said yes to the rule. Primary key. */
export async function countYes(tx: Tx, workspaceId: number, requestId: number, ruleId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from approval_answers where workspace_id = ${workspaceId} and request_id = ${requestId} and rule_id = ${ruleId} and approved`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function endRequest(tx: Tx, workspaceId: number, requestId: number, { state, problem = null, now }: { state: ApprovalState; problem?: string | null; now: Date }): Promise<void> {
  await sql`update approval_requests set state = ${state}, problem = ${problem}, due_at = null, ended_at = ${now} where workspace_id = ${workspaceId} and id = ${requestId}`.execute(tx);
}

/** One rule is satisfied, and the change meets another. */
export async function askNextRule(tx: Tx, workspaceId: number, requestId: number, { satisfied, ruleId, now }: { satisfied: readonly number[]; ruleId: number; now: Date }): Promise<void> {
  await sql`
    update approval_requests q set satisfied = ${[...satisfied]}::bigint[], rule_id = r.id, expires_at = x.at, due_at = x.at
    from approval_rules r cross join lateral (select ${now}::timestamptz + make_interval(hours => r.expires_after_hours) as at) x
    where q.workspace_id = ${workspaceId} and q.id = ${requestId} and r.workspace_id = ${workspaceId} and r.id = ${ruleId}`.execute(tx);
}

export async function noteSatisfied(tx: Tx, workspaceId: number, requestId: number, satisfied: readonly number[]): Promise<void> {
  await sql`update approval_requests set satisfied = ${[...satisfied]}::bigint[] where workspace_id = ${workspaceId} and id = ${requestId}`.execute(tx);
}
