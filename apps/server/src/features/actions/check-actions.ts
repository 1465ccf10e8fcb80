import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, Problem } from '../../platform/errors/problem.ts';
import { fillFields } from '../custom-fields/index.ts';
import { unknownPlaceholders } from '../placeholders/index.ts';
import { findAssigneeName, findTeamName } from '../tickets/index.ts';
import { isLiveWebhook } from '../webhooks/index.ts';
import { isWorkingAgent } from './actions.queries.ts';
import type { AutomationActions, MacroActions } from './actions.schemas.ts';

/** Without empty lists, which say nothing; a tag that is both added and removed is only added. */
export function tidyActions<Actions extends MacroActions | AutomationActions>({ add_tags, remove_tags, fields, ...rest }: Actions): Actions {
  const added = [...new Set(add_tags ?? [])];
  const removed = [...new Set(remove_tags ?? [])].filter((tag) => !added.includes(tag));
  return {
    ...rest,
    ...(added.length > 0 && { add_tags: added }),
    ...(removed.length > 0 && { remove_tags: removed }),
    ...(fields && Object.keys(fields).length > 0 && { fields }),
  } as Actions; // the same parts
}

/**
 * What it does must be possible on a ticket of its brand; what has changed since is found out when it is done.
 * @throws Problem invalid_input that names the part
 */
export async function checkActions(tx: Tx, workspaceId: number, actions: Pick<MacroActions, 'team' | 'assignee' | 'route' | 'note' | 'escalate' | 'webhook' | 'fields'>, brandId: number | null): Promise<void> {
  const { team, assignee, route, note, escalate, webhook, fields } = actions;
  if (team != null && (await findTeamName(tx, workspaceId, team)) === null) throw fieldProblem('actions.team', 'not_found', 'There is no such team');
  if (typeof assignee === 'number') {
    if (!(await mayGet(tx, workspaceId, assignee, brandId))) throw fieldProblem('actions.assignee', 'not_found', 'There is no such agent who may work on this brand');
  }
  if (route !== undefined) {
    if (team !== undefined || assignee !== undefined) throw fieldProblem('actions.route', 'invalid_input', 'Either route, or team and assignee');
    if ((await findTeamName(tx, workspaceId, route)) === null) throw fieldProblem('actions.route', 'not_found', 'There is no such team');
  }
  if (escalate) await checkEscalation(tx, workspaceId, actions, escalate.to, brandId);
  if (webhook !== undefined && !(await isLiveWebhook(tx, workspaceId, webhook, brandId))) throw fieldProblem('actions.webhook', 'not_found', 'There is no such active webhook that hears of these tickets');
  const [unknown] = note === undefined ? [] : unknownPlaceholders(note);
  if (unknown !== undefined) throw fieldProblem('actions.note', 'unknown_placeholder', `${unknown.slice(0, 200)} is not a placeholder`);
  if (!fields) return;
  try {
    // No brand has the id 0: only the fields of all brands fit what is for all brands.
    await fillFields(tx, { workspaceId, ticketId: null, brandId: brandId ?? 0 }, fields);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error;
    throw new Problem(error.code, error.message, error.fields.map((each) => ({ ...each, field: `actions.${each.field}` })));
  }
}

async function checkEscalation(tx: Tx, workspaceId: number, { route, team, assignee }: Pick<MacroActions, 'route' | 'team' | 'assignee'>, to: NonNullable<MacroActions['escalate']>['to'], brandId: number | null): Promise<void> {
  if ('lead' in to) return;
  if (route !== undefined || team !== undefined || assignee !== undefined) throw fieldProblem('actions.escalate', 'invalid_input', 'Either escalate to them, or route, team and assignee');
  if ('team' in to && (await findTeamName(tx, workspaceId, to.team)) === null) throw fieldProblem('actions.escalate.to', 'not_found', 'There is no such team');
  if ('agent' in to && !(await mayGet(tx, workspaceId, to.agent, brandId))) throw fieldProblem('actions.escalate.to', 'not_found', 'There is no such agent who may work on this brand');
}

/** Whether tickets of the brand, or of any, may be given to them. */
async function mayGet(tx: Tx, workspaceId: number, agentId: number, brandId: number | null): Promise<boolean> {
  return brandId === null ? isWorkingAgent(tx, workspaceId, agentId) : (await findAssigneeName(tx, workspaceId, agentId, brandId)) !== null;
}
