import { sql, type RawBuilder } from 'kysely';
import type { Queryable } from '../../platform/db/db.ts';

export type AccountPerson = { id: number; name: string; active: boolean };
export type Account = { agent: AccountPerson; deputy: AccountPerson | null; from: 'customer' | 'organization' };
export type AccountFields = { account_agent_id: number | null; account_deputy_id: number | null; next_contact_on: string | null; next_contact_note: string };

const person = (of: string, column: string) => sql`(select json_build_object('id', x.id, 'name', x.name, 'active', x.active) from agents x where x.workspace_id = ${sql.ref(`${of}.workspace_id`)} and x.id = ${sql.ref(`${of}.${column}`)})`;
const accountOf = (of: string, from: Account['from']) => sql<Account | null>`case when ${sql.ref(`${of}.account_agent_id`)} is not null then json_build_object(
  'agent', ${person(of, 'account_agent_id')}, 'deputy', ${person(of, 'account_deputy_id')}, 'from', ${sql.lit(from)}) end`;

/** Who looks after the customer `c` of the organization `o`: a customer's own beats the organization's. Index: the key of agents. */
export const accountOfCustomer = sql<Account | null>`coalesce(${accountOf('c', 'customer')}, ${accountOf('o', 'organization')})`;
export const accountOfOrganization = accountOf('o', 'organization');

/** Whether a new case goes to them: active, no viewer, and sees the brand. `agent` and `brand` are SQL. */
const takes = (agent: RawBuilder<unknown>, brand: RawBuilder<unknown>) => sql`${agent}.active and ${agent}.role not in ('viewer', 'client')
  and (${agent}.all_brands or exists (select from agent_brands ab where ab.workspace_id = ${agent}.workspace_id and ab.agent_id = ${agent}.id and ab.brand_id = ${brand}))`;

export type TakenBy = { id: number; name: string; deputy: boolean };

/**
 * Who gets a new case in the brand of the customer `c`, merged into `p` or nobody, of the organization `o`: their account agent,
 * else the deputy, else nobody. As one value for a statement that reads the customer anyway; who has no account agent costs nothing.
 */
export function takenBy(workspaceId: number, brand: RawBuilder<unknown>): RawBuilder<TakenBy | null> {
  const own = sql`case when p.id is null then c.account_agent_id else p.account_agent_id end`;
  const agent = sql`coalesce(${own}, o.account_agent_id)`;
  const deputy = sql`case when ${own} is null then o.account_deputy_id when p.id is null then c.account_deputy_id else p.account_deputy_id end`;
  return sql`case when ${agent} is null then null else (
    select json_build_object('id', x.id, 'name', x.name, 'deputy', x.id <> ${agent}) from agents x
    where x.workspace_id = ${workspaceId} and x.id in (${agent}, ${deputy}) and ${takes(sql`x`, brand)}
      and (select w.account_first from identity.workspaces w where w.id = ${workspaceId})
    order by x.id = ${agent} desc limit 1) end`;
}

/**
 * Who gets the case at once: nobody, where its team hands tickets out and looks for the account agent itself, by who is there and their
 * limits. Asked only of a case that has somebody. Index: the key of routing_rules.
 */
export async function takenAtOnce(db: Queryable, workspaceId: number, taker: TakenBy | null, teamId: number | null): Promise<TakenBy | null> {
  if (taker === null || teamId === null) return taker;
  const { rows } = await sql`select from routing_rules where workspace_id = ${workspaceId} and team_id = ${teamId} and mode = 'push' and sticky_account`.execute(db);
  return rows.length > 0 ? null : taker;
}

/** Of the customer's row `c`: whom they were merged into, and the organization of the person. Indexes: primary keys. */
export function takenByJoins(workspaceId: number, madeIn: RawBuilder<unknown> = sql`null::bigint`) {
  return sql`left join customers p on p.workspace_id = ${workspaceId} and p.id = c.person_id
    left join organizations o on o.workspace_id = ${workspaceId} and o.id = coalesce(case when p.id is null then c.organization_id else p.organization_id end, ${madeIn})`;
}

/** A brand of these that the agent does not see, by its name. Index: the key of agent_brands. */
export async function unseenBrand(db: Queryable, workspaceId: number, agentId: number, brandIds: readonly number[]): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select b.name from brands b join agents a on a.workspace_id = b.workspace_id and a.id = ${agentId}
    where b.workspace_id = ${workspaceId} and b.id = any(${[...brandIds]}::bigint[]) and not (${takes(sql`a`, sql`b.id`)}) order by b.id limit 1`.execute(db);
  return rows[0]?.name ?? null;
}

/** Those of these who may look after customers: active and no viewers. Index: the key of agents. */
export async function accountAgents(db: Queryable, workspaceId: number, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select id from agents where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[]) and active and role not in ('viewer', 'client')`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
