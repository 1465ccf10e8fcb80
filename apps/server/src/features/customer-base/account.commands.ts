import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { accountAgents, unseenBrand, type AccountFields } from './account.queries.ts';
import type { AccountInput, NextContactInput } from './account.schemas.ts';

type Given = { account?: AccountInput; next_contact?: NextContactInput };

/**
 * What a change writes of who looks after somebody, and of the next contact. Nothing of what is not given.
 * @param brandIds those that know them, of those that the actor sees; asked for where there is somebody to check
 * @throws Problem invalid_input for an agent who is not there, is the deputy too, or does not see a brand
 */
export async function accountFields(db: Queryable, actor: AgentActor, { account, next_contact }: Given, brandIds: () => Promise<readonly number[]>, before?: AccountFields): Promise<Partial<AccountFields>> {
  return {
    ...(account === undefined ? {} : await checked(db, actor, account, brandIds, before)),
    ...(next_contact === undefined ? {} : { next_contact_on: next_contact?.on ?? null, next_contact_note: next_contact?.note ?? '' }),
  };
}

async function checked(db: Queryable, { scope }: AgentActor, account: AccountInput, brandIds: () => Promise<readonly number[]>, before?: AccountFields) {
  if (account === null) return { account_agent_id: null, account_deputy_id: null };
  const { agent, deputy = null } = account;
  if (deputy === agent) throw fieldProblem('account.deputy', 'same_agent', 'The deputy is somebody else');
  // Whoever looks after them already stays, also when they were switched off meanwhile.
  const fresh = [['account.agent', agent], ['account.deputy', deputy]].filter((each): each is [string, number] => each[1] !== null && each[1] !== before?.account_agent_id && each[1] !== before?.account_deputy_id);
  const there = await accountAgents(db, scope.workspaceId, fresh.map(([, id]) => id));
  const brands = fresh.length > 0 ? await brandIds() : [];
  for (const [field, id] of fresh) {
    if (!there.has(id)) throw fieldProblem(field, 'not_found', 'There is no such agent who works on tickets');
    const unseen = await unseenBrand(db, scope.workspaceId, id, brands);
    if (unseen !== null) throw fieldProblem(field, 'brand_not_seen', `They do not see ${unseen}`);
  }
  return { account_agent_id: agent, account_deputy_id: deputy };
}

/** As an answer shows it. */
export function toNextContact({ next_contact_on, next_contact_note }: Pick<AccountFields, 'next_contact_on' | 'next_contact_note'>): { on: string; note: string } | null {
  return next_contact_on === null ? null : { on: next_contact_on, note: next_contact_note };
}
