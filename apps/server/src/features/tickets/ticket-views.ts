import type { Context } from '../../context.ts';
import type { Scope } from '../../platform/auth/actor.ts';
import { countMentioned, findTeamsOf } from './mentioned.queries.ts';
import { createRecount, scopeKey } from './recount.ts';
import type { TicketFilter } from './ticket-list.queries.ts';
import { countCap, countGroups, countViews } from './ticket-views.queries.ts';
import type { TicketStatus, viewKeys } from './tickets.schemas.ts';

export { countCap };
export type ViewKey = (typeof viewKeys)[number];

const open: readonly TicketStatus[] = ['new', 'open'];
const unsolved: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];

/** Views that are the same for all who see the same brands. */
const shared = {
  unassigned: { folder: 'inbox', statuses: open, assigneeId: null, snoozed: 'no' },
  open: { folder: 'inbox', statuses: open, snoozed: 'no' },
  pending: { folder: 'inbox', statuses: ['pending', 'on_hold'], snoozed: 'no' },
  solved: { folder: 'inbox', statuses: ['solved', 'closed'] },
  all: { folder: 'inbox' },
  spam: { folder: 'spam' },
  trash: { folder: 'trash' },
} as const satisfies Partial<Record<ViewKey, TicketFilter>>;

/** Views of one agent. */
function own(agentId: number, teamIds: readonly number[]) {
  return {
    mine: { folder: 'inbox', statuses: open, assigneeId: agentId, snoozed: 'no' },
    team_unassigned: { folder: 'inbox', statuses: open, assigneeId: null, teamIds, snoozed: 'no' },
    snoozed: { folder: 'inbox', statuses: unsolved, assigneeId: agentId, snoozed: 'only' },
    solved_by_me: { folder: 'inbox', statuses: ['solved', 'closed'], assigneeId: agentId },
  } as const satisfies Partial<Record<ViewKey, TicketFilter>>;
}

/** Counts every standard view, each at most once per moment: the shared ones for everybody who sees the same brands. */
export function createViewCounts({ db }: Pick<Context, 'db'>) {
  const recount = createRecount();
  return async function countAll(scope: Scope, agentId: number) {
    const key = scopeKey(scope);
    const [forAll, forOne, groups] = await Promise.all([
      recount(key, () => countViews(db, scope, shared)),
      recount(`${key}:${agentId}`, async () => {
        const teamIds = await findTeamsOf(db, scope.workspaceId, agentId);
        const [counts, mentioned] = await Promise.all([countViews(db, scope, own(agentId, teamIds)), countMentioned(db, scope, agentId, countCap)]);
        return { ...counts, mentioned };
      }),
      recount(`${key}:${agentId}:groups`, () => countGroups(db, scope, agentId)),
    ]);
    const counts: Record<ViewKey, number> = { ...forAll, ...forOne };
    return [counts, groups] as const;
  };
}
