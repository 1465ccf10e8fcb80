import type { Participant, TicketDetail } from '../store/types.ts';
import type { DraftContent, Person } from './draft-content.ts';

type Addressed = Pick<DraftContent, 'to' | 'cc' | 'bcc'>;
export type Field = 'to' | 'cc' | 'bcc';

/** Who takes part beside the requester; nobody who waits for an agent's yes. */
export function copiedOf(ticket: Pick<TicketDetail, 'participants'>): Participant[] {
  return ticket.participants.filter((participant) => participant.role === 'cc' && participant.confirmed);
}

export function requesterOf(ticket: Pick<TicketDetail, 'participants' | 'requester'>): Person[] {
  const requester = ticket.participants.find((participant) => participant.role === 'requester');
  const address = requester?.address ?? ticket.requester.email;
  return address ? [{ name: requester?.name || ticket.requester.name, address }] : [];
}

/** Who gets it as things stand. */
export function recipientsOf(ticket: Pick<TicketDetail, 'participants' | 'requester'>, { to, cc, bcc }: Addressed): Record<Field, Person[]> {
  if (to !== null) return { to, cc, bcc };
  const copied = copiedOf(ticket).map(({ name, address }) => ({ name, address }));
  return { to: requesterOf(ticket), cc: [...copied, ...cc.filter((person) => !copied.some(({ address }) => address === person.address))], bcc };
}

/** "Reply" goes to the requester alone, "reply all" to whoever takes part; anything else was chosen by hand. */
export function modeOf(ticket: Pick<TicketDetail, 'participants' | 'requester'>, { to, cc }: Addressed): 'all' | 'one' | 'chosen' {
  if (to === null) return 'all';
  const [requester] = requesterOf(ticket);
  return to.length === 1 && cc.length === 0 && to[0]?.address === requester?.address ? 'one' : 'chosen';
}

export function addPerson(ticket: Pick<TicketDetail, 'participants' | 'requester'>, draft: Addressed, field: Field, person: Person): Partial<Addressed> {
  const now = recipientsOf(ticket, draft);
  if (Object.values(now).some((list) => list.some(({ address }) => address === person.address))) return {};
  if (field === 'bcc') return { bcc: [...draft.bcc, person] };
  if (field === 'cc') return { cc: [...draft.cc, person] };
  return { to: [...now.to, person], cc: now.cc };
}

export function removePerson(ticket: Pick<TicketDetail, 'participants' | 'requester'>, draft: Addressed, field: Field, address: string): Partial<Addressed> {
  if (field === 'bcc') return { bcc: draft.bcc.filter((person) => person.address !== address) };
  // Somebody who was only added is simply not added.
  if (field === 'cc' && draft.to === null && draft.cc.some((person) => person.address === address)) return { cc: draft.cc.filter((person) => person.address !== address) };
  const now = recipientsOf(ticket, draft);
  return { to: now.to.filter((person) => field !== 'to' || person.address !== address), cc: now.cc.filter((person) => field !== 'cc' || person.address !== address) };
}

/** Good enough to catch slips; whether it exists only mail can tell. */
export function looksLikeAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && text.indexOf('.', at) > at + 1 && !text.endsWith('.') && !/\s/.test(text) && text.length <= 254;
}
