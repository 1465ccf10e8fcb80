import { systemActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { stopMailThatIsAnswered } from '../delivery/index.ts';
import { addMessage, listParticipants, lockRoot, type MailAddress, type NewMessage } from '../tickets/index.ts';
import { findSideState, insertSidePeople, listSidePeople, mostPeople, setSideDone, type SideOfMail } from './side-conversations.queries.ts';

export type AsideMail = {
  side: SideOfMail;
  /** As the mail came, without kind. */
  message: Omit<NewMessage, 'kind' | 'sideId'>;
  from: MailAddress | null;
  /** Whom the mail names beside its writer; none of our own addresses. */
  copied: MailAddress[];
  now: Date;
};

/**
 * An answer from outside of the customer's thread. It stands in the ticket for agents alone: it moves no status, and
 * nothing of it goes to the customer. Whoever holds the reply address without being one of the people asked is let in
 * unconfirmed, as on a ticket; so is everybody who takes part in the ticket itself, so that no answer can leave this way.
 * @returns null when the side conversation or its ticket is gone
 */
export async function receiveAside(tx: Tx, workspaceId: number, { side, message, from, copied, now }: AsideMail): Promise<{ ticketId: number; messageId: number } | null> {
  const actor = systemActor(workspaceId);
  // The ticket first, as everywhere: whoever deletes it goes on to its side conversations.
  const ticket = await lockRoot(tx, actor.scope, side.ticketId);
  const state = ticket && (await findSideState(tx, actor.scope, side.id, { lock: true }));
  if (!state || !ticket) return null;
  const isPerson = message.automatic == null;
  const trusted = side.takesPart && message.senderCheck !== 'failed';
  const notices = [...(message.notices ?? []), ...(isPerson && !side.takesPart ? ['side_unconfirmed'] : [])];
  const { messageId } = await addMessage(tx, actor, ticket, { ...message, kind: 'side', sideId: side.id, notices }, ticket.status, now);
  if (isPerson) {
    await stopMailThatIsAnswered(tx, actor, { sideId: side.id });
    const present = new Set((await listParticipants(tx, actor.scope, ticket.id)).map(({ address }) => address));
    const people = [...(from ? [{ ...from, role: 'to' as const, confirmed: false }] : []), ...copied.map((person) => ({ ...person, role: 'cc' as const, confirmed: trusted && !present.has(person.address) }))];
    await letIn(tx, workspaceId, side.id, [...new Map(people.toReversed().map((person) => [person.address, person])).values()].toReversed());
    if (state.done_at) await setSideDone(tx, workspaceId, side.id, null);
  }
  return { ticketId: ticket.id, messageId };
}

/** A mail brings nobody more into a side conversation that has as many as it can have. */
async function letIn(tx: Tx, workspaceId: number, sideId: number, people: Parameters<typeof insertSidePeople>[3]): Promise<void> {
  const present = await listSidePeople(tx, workspaceId, sideId);
  const missing = people.filter(({ address }) => !present.some((person) => person.address === address));
  await insertSidePeople(tx, workspaceId, sideId, missing.slice(0, Math.max(0, mostPeople - present.length)));
}
