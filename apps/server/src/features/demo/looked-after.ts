import { day } from './plan/moments.ts';

type Named = { id: number; name: string };

/** Who looks after somebody's customers, in turn; the next one stands in. All of them see every brand. */
const accountAgents = ['Ingrid Solheim', 'Karin Lindqvist', 'Ingrid Solheim', 'Emil Sørensen'];
const standIns = ['Astrid Nyberg', 'Ingrid Solheim', null, 'Karin Lindqvist'];

/** What there is to talk about, and in how many days. */
const contacts: readonly ({ days: number; note: string } | null)[] = [
  { days: 0, note: 'Renewal: offer the two-year terms' },
  { days: 4, note: 'Ask how the new setup works out' },
  { days: -2, note: 'Call back about the pilot' },
  null,
  { days: 18, note: 'Quarterly review' },
  null,
  { days: 9, note: '' },
];

type LookedAfter = { account_agent_id: number | null; account_deputy_id: number | null; next_contact_on: string | null; next_contact_note: string };

export const nobodys: LookedAfter = { account_agent_id: null, account_deputy_id: null, next_contact_on: null, next_contact_note: '' };

/** Who looks after the place-th of those that somebody looks after. */
export function lookedAfter(place: number, cast: readonly Named[], now: Date): LookedAfter {
  const idOf = (name: string | null | undefined) => cast.find((agent) => agent.name === name)?.id ?? null;
  const contact = contacts[place % contacts.length];
  return {
    account_agent_id: idOf(accountAgents[place % accountAgents.length]),
    account_deputy_id: idOf(standIns[place % standIns.length]),
    next_contact_on: contact ? new Date(now.getTime() + contact.days * day).toISOString().slice(0, 10) : null,
    next_contact_note: contact?.note ?? '',
  };
}
