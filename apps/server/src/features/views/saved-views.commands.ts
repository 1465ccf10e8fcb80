import { hasRole, seesBrand, type AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { readFieldFilters, type KnownField } from '../custom-fields/index.ts';
import { conditionsShape, type Conditions } from './conditions.schemas.ts';
import { mayEdit, maySave } from './saved-views.policy.ts';
import { countSavedViews, findSavedView, forgetRemoved, insertSavedView, isTeam, lockSavedView, setRemoved, updateSavedViewRow, type SavedViewRow, type ViewReader, type ViewToSave } from './saved-views.queries.ts';
import { displayShape, type Audience, type CreateSavedViewBody, type UpdateSavedViewBody } from './saved-views.schemas.ts';

/** A list of views that nobody can read is no help; and what everybody loads must stay short. */
export const mostOwn = 100;
export const mostShared = 200;

export function readerOf({ id, role, scope }: AgentActor): ViewReader {
  return { workspaceId: scope.workspaceId, agentId: id, allTeams: hasRole(role, 'lead') };
}

/** @throws Problem not_allowed for a view that others see; invalid_input for what it names and is not there; conflict when there are too many */
export async function createSavedView(tx: Tx, actor: AgentActor, fields: readonly KnownField[], body: CreateSavedViewBody): Promise<number> {
  const { workspaceId } = actor.scope;
  const view = { name: body.name, audience: body.audience ?? 'own', ownerId: actor.id, teamId: body.team ?? null, conditions: body.conditions, display: body.display ?? {} };
  await check(tx, actor, fields, view, body.conditions);
  await checkRoom(tx, workspaceId, actor.id, view.audience);
  await forgetRemoved(tx, workspaceId);
  const viewId = await insertSavedView(tx, workspaceId, view);
  await appendEvent(tx, actor, { type: 'saved_view.created', data: { saved_view_id: viewId, audience: view.audience } });
  return viewId;
}

/** @throws Problem not_found, not_allowed, invalid_input, conflict */
export async function updateSavedView(tx: Tx, actor: AgentActor, fields: readonly KnownField[], viewId: number, body: UpdateSavedViewBody): Promise<void> {
  const before = await findToEdit(tx, actor, viewId);
  const audience = body.audience ?? before.audience;
  const view: ViewToSave = {
    name: body.name ?? before.name,
    audience,
    // Whoever makes a shared view their own owns it.
    ownerId: audience === 'own' ? actor.id : before.owner_id,
    teamId: audience !== 'team' ? null : body.team === undefined ? before.team_id : body.team,
    conditions: body.conditions ?? conditionsOf(before) ?? {},
    display: body.display ?? displayOf(before),
  };
  await check(tx, actor, fields, view, body.conditions);
  if (audience !== before.audience) await checkRoom(tx, actor.scope.workspaceId, actor.id, audience);
  await updateSavedViewRow(tx, actor.scope.workspaceId, viewId, view);
  await appendEvent(tx, actor, { type: 'saved_view.updated', data: { saved_view_id: viewId, audience } });
}

/** @throws Problem not_found, not_allowed */
export async function removeSavedView(tx: Tx, actor: AgentActor, viewId: number): Promise<void> {
  const { audience } = await findToEdit(tx, actor, viewId);
  await setRemoved(tx, actor.scope.workspaceId, viewId, true);
  await appendEvent(tx, actor, { type: 'saved_view.removed', data: { saved_view_id: viewId, audience } });
}

/** Takes the removal back. @throws Problem not_found, not_allowed, conflict */
export async function restoreSavedView(tx: Tx, actor: AgentActor, viewId: number): Promise<void> {
  const { audience } = await findToEdit(tx, actor, viewId, { removed: true });
  await checkRoom(tx, actor.scope.workspaceId, actor.id, audience);
  await setRemoved(tx, actor.scope.workspaceId, viewId, false);
  await appendEvent(tx, actor, { type: 'saved_view.created', data: { saved_view_id: viewId, audience } });
}

async function findToEdit(tx: Tx, actor: AgentActor, viewId: number, options: { removed?: boolean } = {}): Promise<SavedViewRow> {
  await lockSavedView(tx, actor.scope.workspaceId, viewId);
  const view = await findSavedView(tx, readerOf(actor), viewId, options);
  if (!view) throw notFound('view');
  if (!mayEdit(actor, view)) throw new Problem('not_allowed', 'Views that others see are changed by a lead');
  return view;
}

async function check(tx: Tx, actor: AgentActor, fields: readonly KnownField[], view: ViewToSave, given: Conditions | undefined): Promise<void> {
  if (!maySave(actor, view.audience)) throw new Problem('not_allowed', 'Views that others see are made by a lead');
  if (view.audience === 'team' && view.teamId === null) throw fieldProblem('team', 'missing', 'Say which team sees it');
  if (view.audience !== 'team' && view.teamId !== null) throw fieldProblem('team', 'not_possible', 'Only a view for a team has a team');
  if (view.teamId !== null && !(await isTeam(tx, actor.scope.workspaceId, view.teamId))) throw fieldProblem('team', 'not_found', 'There is no such team');
  if (given?.brand?.some((brand) => !seesBrand(actor.scope, brand))) throw fieldProblem('conditions.brand', 'not_found', 'There is no such brand');
  if (!given?.field) return;
  try {
    readFieldFilters(actor.scope, fields, given.field);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.message, error.fields.map((each) => ({ ...each, field: 'conditions.field' })));
  }
}

async function checkRoom(tx: Tx, workspaceId: number, ownerId: number, audience: Audience): Promise<void> {
  const { own, shared } = await countSavedViews(tx, workspaceId, ownerId);
  if (audience === 'own' ? own >= mostOwn : shared >= mostShared) throw new Problem('conflict', `There are ${audience === 'own' ? mostOwn : mostShared} views already; remove one first`);
}

/** What is stored may be older than the shape: null for conditions that are not known any more, which fit nothing. */
export function conditionsOf({ conditions }: Pick<SavedViewRow, 'conditions'>): Conditions | null {
  const whole = conditionsShape.safeParse(conditions);
  return whole.success ? whole.data : null;
}

export function displayOf({ display }: Pick<SavedViewRow, 'display'>) {
  const whole = displayShape.safeParse(display);
  return whole.success ? whole.data : {};
}
