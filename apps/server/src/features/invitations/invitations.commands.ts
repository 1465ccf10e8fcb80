import type { Context } from '../../context.ts';
import { systemActor, type AgentActor } from '../../platform/auth/actor.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { admitAgent, checkNewAgent, createAgent, findAgent, mayChangeRole, seesAllOf, type Admission } from '../agents/index.ts';
import { visibleBrandIds } from '../brands/index.ts';
import { countSystemMail, dropQueued, insertSystemMail, newLinkToken } from '../system-mail/index.ts';
import { deleteInvitation, findInvitation, insertInvitation, joinTeams, knownTeams, renewInvitationRow, takeInvitation, type InvitationRow, type OpenInvitation } from './invitations.queries.ts';
import type { InviteBody } from './invitations.schemas.ts';

const day = 24 * 3600_000;
export const goodFor = 7 * day;
/** Mails to one address within an hour, whoever in whichever workspace asks for them: nobody's mailbox is bombed through us. */
const mostMails = 5;

type Services = Pick<Context, 'sealer' | 'clock'>;
export type Invited = { invitationId: number; token: string };

/**
 * Invites somebody; with `byMail` the link goes out by mail.
 * @throws Problem already_exists, not_allowed, too_many_attempts, invalid_input for an unknown brand or team
 */
export async function invite(tx: Tx, actor: AgentActor, { sealer, clock }: Services, { byMail, ...input }: Omit<InviteBody, 'by'> & { byMail: boolean }): Promise<Invited> {
  const { workspaceId } = actor.scope;
  const allBrands = input.all_brands ?? input.brands === undefined;
  const brands = allBrands ? [] : [...new Set(input.brands)];
  await checkNewAgent(tx, actor, { role: input.role, allBrands, brands });
  if (await findAgent(tx, workspaceId, { email: input.email })) throw taken('An agent has this address already');
  const teams = [...new Set(input.teams)];
  if (input.role === 'client' && teams.length > 0) throw fieldProblem('teams', 'not_allowed', 'A client reader is in no team');
  const known = await knownTeams(tx, workspaceId, teams);
  if (known.length < teams.length) throw fieldProblem('teams', 'not_found', 'There is no such team');
  const now = clock.now();
  const token = newLinkToken();
  const invitationId = await insertInvitation(tx, workspaceId, {
    email: input.email, role: input.role, language: input.language ?? null, allBrands, brands, teams, invitedBy: actor.id, hash: hashToken(token), expiresAt: new Date(now.getTime() + goodFor), now,
  });
  if (invitationId === null) throw taken('This address is invited already');
  if (byMail) await queueMail(tx, { sealer, clock }, invitationId, input.email, token);
  await appendEvent(tx, actor, { type: 'invitation.created', data: { invitation_id: invitationId, role: input.role } });
  return { invitationId, token };
}

/** A new link for another 7 days; the one of before opens nothing any more. @throws Problem not_found, not_allowed, too_many_attempts */
export async function renewInvitation(tx: Tx, actor: AgentActor, { sealer, clock }: Services, invitationId: number, byMail: boolean): Promise<Invited> {
  const invitation = await lockOwn(tx, actor, invitationId);
  const token = newLinkToken();
  await renewInvitationRow(tx, actor.scope.workspaceId, invitationId, { hash: hashToken(token), expiresAt: new Date(clock.now().getTime() + goodFor), invitedBy: actor.id });
  await dropQueued(tx, invitationId);
  if (byMail) await queueMail(tx, { sealer, clock }, invitationId, invitation.email, token);
  await appendEvent(tx, actor, { type: 'invitation.renewed', data: { invitation_id: invitationId } });
  return { invitationId, token };
}

/** @throws Problem not_found, not_allowed */
export async function withdrawInvitation(tx: Tx, actor: AgentActor, invitationId: number): Promise<void> {
  await lockOwn(tx, actor, invitationId);
  await deleteInvitation(tx, actor.scope.workspaceId, invitationId);
  await appendEvent(tx, actor, { type: 'invitation.removed', data: { invitation_id: invitationId } });
}

/**
 * The invited person becomes an agent; the link is used up with it. What was promised is given as far as it is still there.
 * @throws Problem link_not_valid when the link has been used meanwhile
 */
export async function acceptInvitation(tx: Tx, invitation: OpenInvitation, hash: Buffer, given: { name: string; admission: Admission }, now: Date): Promise<{ agentId: number }> {
  const taken = await takeInvitation(tx, hash, now);
  if (taken?.id !== invitation.id) throw new Problem('link_not_valid');
  const { workspace_id: workspaceId, email, role, language, all_brands } = invitation;
  const actor = systemActor(workspaceId);
  const brands = all_brands ? undefined : await visibleBrandIds(tx, actor.scope, invitation.brands);
  const { agentId } = await createAgent(tx, actor, { name: given.name, email, role, language: language as InviteBody['language'] /* as it was checked when it was written */, all_brands, brands });
  await joinTeams(tx, workspaceId, agentId, await knownTeams(tx, workspaceId, invitation.teams));
  await admitAgent(tx, workspaceId, agentId, given.admission);
  return { agentId };
}

async function lockOwn(tx: Tx, actor: AgentActor, invitationId: number): Promise<InvitationRow> {
  const invitation = await findInvitation(tx, actor.scope.workspaceId, invitationId, { lock: true });
  if (!invitation) throw notFound('invitation');
  if (!mayChangeRole(actor.role, invitation.role, invitation.role)) throw new Problem('not_allowed', 'Only an owner invites owners');
  if (!seesAllOf(actor.scope, invitation)) throw new Problem('not_allowed', 'They are to see more brands than you do');
  return invitation;
}

async function queueMail(tx: Tx, { sealer, clock }: Services, invitationId: number, address: string, token: string): Promise<void> {
  const now = clock.now();
  if ((await countSystemMail(tx, 'invitation', address, new Date(now.getTime() - 3600_000))) >= mostMails) throw new Problem('too_many_attempts', 'This address has had several invitations within the hour');
  await insertSystemMail(tx, { kind: 'invitation', address, invitationId, tokenSealed: sealer.seal(token), now });
}

function taken(message: string): Problem {
  return new Problem('already_exists', message, [{ field: 'email', code: 'already_exists', message }]);
}
