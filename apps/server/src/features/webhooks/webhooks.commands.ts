import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent, feedEnd } from '../../platform/events/events.queries.ts';
import { checkBrands } from './webhooks.policy.ts';
import { countBrands, countWebhooks, findWebhook, insertWebhook, lockWebhook, rotateSecret, setRemoved, updateWebhookRow, type WebhookRow, type WebhookToWrite } from './webhooks.queries.ts';
import { endRest, findDelivery, hasFailedSince, replayDelivery, replayFailed } from './deliveries.queries.ts';
import { mostReplayed, mostWebhooks, type CreateWebhookBody, type UpdateWebhookBody } from './webhooks.schemas.ts';

/** @param url as `readAddress` gives it. @throws Problem invalid_input that names the field; still_in_use (field `limit`) when there are too many */
export async function createWebhook(tx: Tx, actor: AgentActor, { name, event_types = null, brands = null }: CreateWebhookBody, { url, secretSealed, now }: { url: string; secretSealed: string; now: Date }): Promise<number> {
  const { workspaceId } = actor.scope;
  await checkAllBrands(tx, actor, brands, actor.id);
  await refuseTooMany(tx, workspaceId);
  const webhookId = await insertWebhook(tx, workspaceId, { name, url, eventTypes: event_types, brandIds: brands, ownerId: actor.id, secretSealed, from: await feedEnd(tx, workspaceId), now });
  await appendEvent(tx, actor, { type: 'webhook.created', data: { webhook_id: webhookId } });
  return webhookId;
}

/** @throws Problem not_found, invalid_input that names the field */
export async function updateWebhook(tx: Tx, actor: AgentActor, webhookId: number, patch: UpdateWebhookBody, { url, now }: { url: string | undefined; now: Date }): Promise<void> {
  const { workspaceId } = actor.scope;
  const row = await toChange(tx, actor, webhookId);
  const before = { name: row.name, url: row.url, event_types: row.event_types, brands: row.brand_ids, owner: row.owner_id, status: row.status };
  const change = { name: patch.name, url, event_types: patch.event_types, brands: patch.brands, status: patch.status, owner: patch.take_over ? actor.id : undefined };
  const changes = changedFields(before, change as Partial<typeof before>, ['name', 'url']); // what is undefined stays as it is
  if (!changes) return;
  const after = { ...before, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<typeof before>) };
  if (patch.brands !== undefined) await checkAllBrands(tx, actor, after.brands, after.owner);
  const written: WebhookToWrite = { name: after.name, url: after.url, eventTypes: after.event_types, brandIds: after.brands, ownerId: after.owner };
  // Another owner may see other brands: what they hear begins here, as after a pause.
  const resumes = after.status === 'active' && (row.status !== 'active' || after.owner !== row.owner_id);
  await updateWebhookRow(tx, workspaceId, webhookId, { ...written, status: after.status, resume: resumes ? await feedEnd(tx, workspaceId) : null, now });
  await appendEvent(tx, actor, { type: 'webhook.updated', data: { webhook_id: webhookId, changes } });
}

/** @throws Problem not_found */
export async function changeSecret(tx: Tx, actor: AgentActor, webhookId: number, { sealed, overlapHours, now }: { sealed: string; overlapHours: number; now: Date }): Promise<void> {
  await toChange(tx, actor, webhookId);
  await rotateSecret(tx, actor.scope.workspaceId, webhookId, { sealed, oldUntil: overlapHours > 0 ? new Date(now.getTime() + overlapHours * 3_600_000) : null, now });
  await appendEvent(tx, actor, { type: 'webhook.updated', data: { webhook_id: webhookId, changes: { secret: true } } });
}

/** It hears nothing from here on; it can be taken back for a day. @throws Problem not_found */
export async function removeWebhook(tx: Tx, actor: AgentActor, webhookId: number, now: Date): Promise<void> {
  await toChange(tx, actor, webhookId);
  await setRemoved(tx, actor.scope.workspaceId, webhookId, { removedAt: now, resume: null, now });
  await appendEvent(tx, actor, { type: 'webhook.removed', data: { webhook_id: webhookId } });
}

/** Takes a removal back; what happened meanwhile is not sent. @throws Problem not_found, still_in_use when there are too many */
export async function restoreWebhook(tx: Tx, actor: AgentActor, webhookId: number, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  await lockWebhook(tx, workspaceId, webhookId);
  if (!(await findWebhook(tx, actor, webhookId, { removed: true }))) throw notFound('webhook');
  await refuseTooMany(tx, workspaceId);
  await setRemoved(tx, workspaceId, webhookId, { removedAt: null, resume: await feedEnd(tx, workspaceId), now });
  await appendEvent(tx, actor, { type: 'webhook.updated', data: { webhook_id: webhookId, changes: { removed: { from: true, to: false } } } });
}

/** Sends one again, under the same id. @throws Problem not_found; conflict for a test */
export async function replayOne(tx: Tx, actor: AgentActor, webhookId: number, deliveryId: number, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  await toChange(tx, actor, webhookId);
  const delivery = await findDelivery(tx, workspaceId, webhookId, deliveryId);
  if (!delivery) throw notFound('delivery');
  if (delivery.event_id === null) throw new Problem('conflict', 'A test is not sent again: send another');
  await replayDelivery(tx, workspaceId, deliveryId, now);
  await endRest(tx, workspaceId, webhookId);
}

/** Sends what has been given up on again, the oldest first. @throws Problem not_found */
export async function replayAll(tx: Tx, actor: AgentActor, webhookId: number, { since, now }: { since: Date; now: Date }): Promise<{ replayed: number; more: boolean }> {
  const { workspaceId } = actor.scope;
  await toChange(tx, actor, webhookId);
  const replayed = await replayFailed(tx, workspaceId, webhookId, { since, limit: mostReplayed, now });
  if (replayed > 0) await endRest(tx, workspaceId, webhookId);
  return { replayed, more: replayed === mostReplayed && (await hasFailedSince(tx, workspaceId, webhookId, since)) };
}

async function toChange(tx: Tx, actor: AgentActor, webhookId: number): Promise<WebhookRow> {
  await lockWebhook(tx, actor.scope.workspaceId, webhookId);
  const row = await findWebhook(tx, actor, webhookId);
  if (!row) throw notFound('webhook');
  return row;
}

async function checkAllBrands(tx: Tx, actor: AgentActor, brands: readonly number[] | null, ownerId: number): Promise<void> {
  checkBrands(actor, brands, ownerId);
  if (brands !== null && (await countBrands(tx, actor.scope.workspaceId, brands)) < new Set(brands).size) throw fieldProblem('brands', 'not_found', 'There is no such brand');
}

async function refuseTooMany(tx: Tx, workspaceId: number): Promise<void> {
  const message = `There are ${mostWebhooks} webhooks already: remove one first`;
  if ((await countWebhooks(tx, workspaceId, mostWebhooks)) >= mostWebhooks) throw new Problem('still_in_use', message, [{ field: 'limit', code: 'too_many', message }]);
}
