import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound, Problem } from '../../platform/errors/problem.ts';
import { changedFields } from '../../platform/events/changes.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { mayArrange } from './availability.policy.ts';
import { saveAvailability, setGoneAway } from './availability.queries.ts';
import { staysFor } from './availability.rules.ts';
import type { SetAvailabilityBody } from './availability.schemas.ts';
import { lockPerson } from './people.queries.ts';

/**
 * Everybody says it of themselves; a lead may only say that somebody is away, such as of who forgot it.
 * @throws Problem not_found, not_allowed
 */
export async function setAvailability(tx: Tx, actor: AgentActor, agentId: number, { availability, from_home }: SetAvailabilityBody, now: Date): Promise<void> {
  const { workspaceId } = actor.scope;
  const person = await lockPerson(tx, actor, agentId);
  if (!person) throw notFound('agent');
  const isOwn = actor.id === agentId;
  if (!isOwn && !(availability === 'away' && from_home === undefined && mayArrange(actor, person))) throw new Problem('not_allowed', 'A lead may set somebody away; everything else they say themselves');
  const before = { availability: person.availability, from_home: person.works_from_home };
  const changes = changedFields(before, { availability, ...(from_home === undefined ? {} : { from_home }) }, []);
  if (!changes && !isOwn) return;
  await saveAvailability(tx, workspaceId, agentId, { availability, fromHome: from_home ?? before.from_home, changed: availability !== before.availability, spoke: isOwn, now });
  if (changes) await appendEvent(tx, actor, { type: 'availability.updated', data: { agent_id: agentId, changes } });
}

/** Whoever has had no screen open for a while is away, whatever they said last. */
export async function setAwayWhoHasGone(context: Pick<Context, 'db' | 'clock' | 'wake'>, workspaceId: number): Promise<void> {
  const now = context.clock.now();
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const moved = await setGoneAway(context.db, workspaceId, { working: ago(staysFor.working), onBreak: ago(staysFor.break), now });
  if (moved > 0) context.wake.say('events');
}
