import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { accountFields } from '../customer-base/index.ts';
import { brandOfOrganization, brandsOfOrganization, findOrganization, insertOrganization, nameTaken, updateOrganizationRow } from './organizations.queries.ts';
import type { CreateOrganizationBody, UpdateOrganizationBody } from './organizations.schemas.ts';

/** @throws Problem already_exists */
export async function createOrganization(tx: Tx, actor: AgentActor, input: CreateOrganizationBody): Promise<{ organizationId: number }> {
  const organizationId = await insertOrganization(tx, actor.scope.workspaceId, { name: input.name, domains: [...new Set(input.domains)], note: input.note ?? '', ...(await accountFields(tx, actor, input, async () => [])) });
  if (organizationId === null) throw taken();
  await appendEvent(tx, actor, { type: 'organization.created', data: { organization_id: organizationId } });
  return { organizationId };
}

/** @throws Problem not_found, already_exists */
export async function updateOrganization(tx: Tx, actor: AgentActor, organizationId: number, { account, next_contact, ...input }: UpdateOrganizationBody): Promise<void> {
  const before = await findOrganization(tx, actor.scope, organizationId, { lock: true });
  if (!before) throw notFound('organization');
  const looked = await accountFields(tx, actor, { account, next_contact }, () => brandsOfOrganization(tx, actor.scope, organizationId), before);
  const patch = { ...input, ...looked, domains: input.domains && [...new Set(input.domains)] };
  const changes = changedFields(before, patch, ['name', 'domains', 'note', 'next_contact_note']);
  if (!changes) return;
  if (changes.name && (await nameTaken(tx, actor.scope.workspaceId, input.name ?? ''))) throw taken();
  await updateOrganizationRow(tx, actor.scope.workspaceId, organizationId, patch);
  await appendEvent(tx, actor, { type: 'organization.updated', brandId: await brandOfOrganization(tx, actor.scope, organizationId), data: { organization_id: organizationId, changes } });
}

function taken(): Problem {
  const message = 'An organization has this name already';
  return new Problem('already_exists', message, [{ field: 'name', code: 'already_exists', message }]);
}
